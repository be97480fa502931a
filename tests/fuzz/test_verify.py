"""The entrance of "Periksa" under damaged and rearranged files: a report whatever comes in, and never VALID."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kpu_desk.domain.verdict import SealReport, Verdict
from kpu_desk.pdf.verify_files import verify_files
from tests.pdf import bombs
from tests.pdf.sealed_sample import gap, judge, key, other_key, sealed, unsealed
from tests.pdf.updates import signed_again

FOREIGN = Path(__file__).parents[3] / "shared" / "data" / "pdf-signed"

fuzzing = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink],
    deadline=None,
)

# What PDF and CMS are made of, and what readers stumble over.
PIECES = [
    *(
        b"obj",
        b"endobj",
        b"stream\n",
        b"endstream",
        b"xref\n",
        b"trailer",
        b"startxref\n0\n%%EOF\n",
        b"%%EOF",
        b"%PDF-",
    ),
    *(b"<<", b">>", b"[", b"]", b"(", b")", b"<", b">", b"/", b"%", b"null", b"true", b"R", b"0 R", b"1 0 R"),
    *(b"/ByteRange [0 1 2 3]", b"/ByteRange[0 0 0 0]", b"/Contents<00>", b"/Type/Sig", b"/FT/Sig", b"/V 1 0 R"),
    *(b"/AcroForm", b"/Fields[1 0 R]", b"/Kids[1 0 R 2 0 R]", b"/Parent 1 0 R", b"/Prev 0", b"/Encrypt 1 0 R"),
    *(b"/Perms", b"/DSS<<>>", b"/Metadata 1 0 R", b"/Annots[null]", b"/Filter/FlateDecode", b"/Length 99999999"),
    *(b"-1", b"99999999999999999999", b"0000000000 65535 f \n", b"\x00", b"\xff" * 8, b"30820", b"3080", b"0000"),
]


@cache
def _seeds() -> tuple[bytes, ...]:
    ours = (sealed(), unsealed(), signed_again(sealed(), other_key()), bombs.fields_in_a_circle())
    return ours + tuple(path.read_bytes() for path in sorted(FOREIGN.rglob("*.pdf")))


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """One of the files, changed in one to six places; many of them near its end and its signature."""
    seeds = _seeds()
    # Half of them are our own record: only there VALID would be within reach.
    data = bytearray(seeds[max(0, draw(st.integers(-len(seeds), len(seeds) - 1)))])
    original = bytes(data)
    for _ in range(draw(st.integers(1, 6))):
        if not data:
            break
        places = st.integers(0, len(data) - 1)
        near_end = st.integers(max(0, len(data) - 5_000), len(data) - 1)
        place = draw(st.one_of(places, near_end))
        match draw(st.sampled_from(["flip", "cut", "insert", "overwrite", "copy", "truncate", "digits"])):
            case "flip":
                data[place] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del data[place : place + draw(st.integers(1, 2_000))]
            case "insert":
                data[place:place] = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=40)))
            case "overwrite":
                piece = draw(st.sampled_from(PIECES))
                data[place : place + len(piece)] = piece
            case "copy":
                start = draw(places)
                data[place:place] = data[start : start + draw(st.integers(1, 3_000))]
            case "truncate":
                del data[place:]
            case "digits":
                for at in range(place, min(place + 6, len(data))):
                    if chr(data[at]).isdigit():
                        data[at] = ord(draw(st.sampled_from("0123456789")))
    changed = bytes(data)
    return changed if changed != original else changed + b"\n"


def _expect_a_refusal(report: SealReport) -> None:
    assert report.verdict is not Verdict.VALID
    assert report.reasons
    for signature in report.signatures:
        assert len(signature.signer) <= 201
        assert signature.at is None or signature.at.tzinfo is not None


@given(mutations())
@fuzzing
def test_mutated_files_are_judged_and_never_valid(data: bytes) -> None:
    _expect_a_refusal(judge(data))


@given(st.data())
@fuzzing
def test_the_part_that_no_digest_covers_cannot_be_touched(data: st.DataObject) -> None:
    changed = bytearray(sealed())
    start, resume = gap(sealed())
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(start, resume - 1))
        changed[place] = data.draw(st.sampled_from(b"0123456789abcdefABCDEF <>()\n\x00"))
    if bytes(changed) != sealed():
        _expect_a_refusal(judge(bytes(changed)))


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.booleans())
@fuzzing
def test_files_made_of_pieces_are_judged(pieces: list[bytes], whole: bool) -> None:
    body = b" ".join(pieces)
    data = bombs.pdf_of(bombs.one_page(o1=b"<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>", o4=body)) if whole else body
    _expect_a_refusal(judge(data))


@given(st.lists(mutations(), min_size=8, max_size=8))
@settings(fuzzing, max_examples=3)
def test_workers_answer_for_every_file(tmp_path: Path, contents: list[bytes]) -> None:
    paths = [tmp_path / f"{number}.pdf" for number in range(len(contents))]
    for path, data in zip(paths, contents, strict=True):
        path.write_bytes(data)
    reports = list(verify_files(paths, (key().certificate_pem,)))
    assert len(reports) == len(paths)
    for report in reports:
        _expect_a_refusal(report)
