"""`kpu-desk ink export`: from the workspace and from a package, with the right key, the wrong one, and none."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat, pkcs12

from kpu_desk.app import main
from kpu_desk.cli.ink import run_ink_export
from kpu_desk.domain.inkml import from_inkml
from kpu_desk.services import ink_export, ink_keeping
from tests.domain.ceremonies import ink
from tests.services.offices import PASSPHRASE, make_desk, make_open, sign_everything

SECRET = "frasa kunci"


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, Path, int]:
    """A workspace whose ink is closed, its key as PEM beside it, and how many inks there are."""
    desk = make_desk(tmp_path / "kantor")
    key = ink_keeping.use_throwaway_key(desk)
    ceremony = make_open(desk)
    count = sign_everything(desk, ceremony.id)
    ink_export.write_package(desk, ceremony.id, tmp_path / "paket")
    desk.close()
    locked = BestAvailableEncryption(SECRET.encode())
    (tmp_path / "kunci.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked))
    (tmp_path / "kunci.p12").write_bytes(pkcs12.serialize_key_and_certificates(b"x", key, None, None, locked))
    return tmp_path, tmp_path / "kunci.pem", count


def export(root: Path, key: Path, *sources: Path, secret: str | None = SECRET, desk: str | None = PASSPHRASE) -> str:
    out, err = io.StringIO(), io.StringIO()
    status = run_ink_export(
        sources,
        root / "hasil",
        key_file=key,
        key_passphrase=secret,
        workspace=root / "kantor",
        workspace_passphrase=desk,
        out=out,
        err=err,
    )
    return f"{status} {err.getvalue()}{out.getvalue()}"


@pytest.mark.parametrize("packaged", [True, False])
def test_every_sample_comes_back(office: tuple[Path, Path, int], packaged: bool) -> None:
    root, key, count = office
    said = export(root, key, *([root / "paket"] if packaged else []))
    assert said.startswith("0 ")
    assert said.count("sama dengan buktinya") == count
    found = [from_inkml(path.read_text("utf-8")) for path in (root / "hasil").glob("*.inkml")]
    assert {one.digest() for one in found} == {ink(number).digest() for number in range(1, count + 1)}
    assert len(list((root / "hasil").glob("*.html"))) == count


def test_the_key_may_be_pkcs12_and_a_single_file_is_enough(office: tuple[Path, Path, int]) -> None:
    root, _, _ = office
    one = sorted((root / "paket").glob("*.p7m"))[0]
    assert export(root, root / "kunci.p12", one).startswith("0 ")
    assert [path.stem for path in (root / "hasil").glob("*.inkml")] == [one.stem]


def test_each_mistake_gets_one_sentence_and_leaves_nothing(office: tuple[Path, Path, int]) -> None:
    root, key, _ = office
    other = root / "lain.pem"
    stranger = ec.generate_private_key(ec.SECP256R1())
    secret = BestAvailableEncryption(SECRET.encode())
    other.write_bytes(stranger.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, secret))
    package = root / "paket"
    cases = [
        (export(root, other, package), "1 Kunci itu bukan kunci untuk goresan ini."),
        (export(root, key, package, secret="salah sekali"), "1 Frasa sandi kunci itu tidak cocok."),
        (export(root, key, package, secret=None), "2 Kunci itu memerlukan frasa sandi"),
        (export(root, package / "goresan.json", package), "2 Berkas kunci bukan kunci pribadi"),
        (export(root, key, root / "tidak ada.p7m"), "2 Berkas atau folder"),
        (export(root, key, desk="salah sekali"), "1 Frasa sandi ruang kerja tidak cocok."),
        (export(root, key, desk=None), "2 Frasa sandi ruang kerja diperlukan"),
    ]
    for said, expected in cases:
        assert said.startswith(expected)
        assert said.count("\n") == 1
    assert "Tidak ada goresan untuk kunci itu." in export(root, other)
    (package / "goresan.json").write_text("{}")
    assert export(root, key, package).startswith("1 Paket goresan tidak utuh: goresan.json")
    assert not (root / "hasil").exists()


def test_through_the_front_door(office: tuple[Path, Path, int], capsys: pytest.CaptureFixture[str]) -> None:
    root, key, count = office
    (root / "sandi").write_text(SECRET)
    arguments = ["--key", str(key), "--key-passphrase-file", str(root / "sandi"), "--out", str(root / "hasil")]
    assert main(["ink", "export", *arguments, str(root / "paket")]) == 0
    assert f"{count} goresan ditulis" in capsys.readouterr().out
