"""Nothing of a rehearsal becomes real: files copied, renamed and swapped, the database edited."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kpu_desk.app import main
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.journal import JournalEntry, entry_digest
from kpu_desk.domain.verdict import MARKED, Verdict
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.pdf.seal_key import certificate_fingerprint, create_seal_key, load_seal_key
from kpu_desk.pdf.seal_key_file import opened_key_file
from kpu_desk.pdf.verify import verify_pdf
from kpu_desk.services import drafts, filing, invitations, opening, readiness, readiness_words, sealing
from kpu_desk.storage.connection import connect
from kpu_desk.storage.key_file import read_key_file
from kpu_desk.storage.keys import DataKey, unwrap_with_passphrase
from kpu_desk.workspace import Workspace
from tests.services.offices import (
    ACTOR,
    PASSPHRASE,
    PROFILE,
    Clock,
    make_desk,
    make_draft,
    never,
    no_progress,
    signed_statements,
)


class Offices:
    """An office and its rehearsal of a whole small day, one record of it sealed and one still to be."""

    def __init__(self, folder: Path) -> None:
        self.office, self.gladi = Workspace(folder / "kantor"), Workspace(folder / "gladi")
        with closing(make_desk(self.office.root)) as desk:
            self.certificate = desk.certificate_pem
        with closing(make_desk(self.gladi.root, mark=Mark.GLADI)) as desk:
            ceremony = signed_statements(desk, 2)
            sealing.seal_ceremony(desk, ceremony.id, no_progress, lambda: bool(desk.ceremony(ceremony.id).sealed))
            self.record = filing.record_pdf(desk, filing.records(desk, ceremony.id)[0].id, with_evidence=True)
            self.gladi_certificate = desk.certificate_pem

    def copied(self, folder: Path) -> Offices:
        """Both workspaces once more, to be done with as one likes."""
        other = object.__new__(Offices)
        other.__dict__.update(self.__dict__)
        for name in ("office", "gladi"):
            shutil.copytree(getattr(self, name).root, folder / name)
            setattr(other, name, Workspace(folder / name))
        return other


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Offices:
    return Offices(tmp_path_factory.mktemp("kantor"))


def data_key(workspace: Workspace) -> DataKey:
    return unwrap_with_passphrase(read_key_file(workspace.keys), PASSPHRASE)


def take(*names: str, into_office: bool = True) -> Callable[[Offices], Workspace]:
    """Files of the rehearsal laid over the office's, or the other way round."""

    def tamper(both: Offices) -> Workspace:
        source, target = (both.gladi, both.office) if into_office else (both.office, both.gladi)
        for name in names:
            shutil.copyfile(getattr(source, name), getattr(target, name))
        return target

    return tamper


def renamed(both: Offices) -> Workspace:
    shutil.rmtree(both.office.root)
    both.gladi.root.rename(both.office.root)
    return both.office


def edit_mark(how_much: str) -> Callable[[Offices], Workspace]:
    """The mark taken off in the journal by SQL: the text alone, with its digest, or the whole chain made anew."""

    def tamper(both: Offices) -> Workspace:
        rewrite(both.gladi, {"mark": ""}, how_much)
        return both.gladi

    return tamper


def rewrite(workspace: Workspace, facts: dict[str, str], how_much: str, certificate: str = "") -> None:
    with closing(connect(workspace.database, data_key(workspace))) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f'DROP TRIGGER "{name}"')
        entries = [JournalEntry(*row) for row in raw.execute("SELECT * FROM journal ORDER BY seq").fetchall()]
        first = entries[0]
        entries[0] = replace(first, facts=json.dumps({**json.loads(first.facts), **facts}))
        previous = first.previous
        for entry in entries if how_much == "chain" else entries[:1]:
            forged = certificate and entry.event == "seal_key_created"
            told = json.dumps({"certificate": certificate}) if forged else entry.facts
            new = replace(entry, facts=told, previous=previous)
            previous = entry.digest if how_much == "text" else entry_digest(new)
            raw.execute(
                "UPDATE journal SET facts = ?, previous = ?, digest = ? WHERE seq = ?",
                (new.facts, new.previous, previous, new.seq),
            )
        raw.commit()


def key_wrapped_again(both: Offices) -> Workspace:
    """By whoever has both passphrases: the rehearsal's key under the office's."""
    put_key(both.office, both.gladi.seal_key.read_bytes(), data_key(both.gladi).seal_passphrase())
    return both.office


def put_key(workspace: Workspace, file: bytes, passphrase: bytes) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, load_der_private_key, pkcs12

    private, certificate = opened_key_file(file, passphrase)
    key = load_der_private_key(private, None)
    own = x509.load_der_x509_certificate(certificate)
    encryption = BestAvailableEncryption(data_key(workspace).seal_passphrase())
    workspace.seal_key.write_bytes(pkcs12.serialize_key_and_certificates(b"", key, own, None, encryption))  # type: ignore[arg-type] # any key


def another_key(both: Offices) -> Workspace:
    """An unmarked key that somebody made for himself, under the office's passphrase."""
    file, _ = create_seal_key(PROFILE.name, unit=None, now=Clock()(), passphrase=b"sendiri")
    put_key(both.office, file, b"sendiri")
    return both.office


ATTEMPTS = {
    "database": (take("database"), "DATABASE_DAMAGED"),
    "keys": (take("keys"), "DATABASE_DAMAGED"),
    "database and keys": (take("database", "keys"), "OTHER_MARK"),
    "database, keys and key": (take("database", "keys", "seal_key"), "OTHER_MARK"),
    "certificate": (take("certificate"), "OTHER_MARK"),
    "certificate and key": (take("certificate", "seal_key"), "OTHER_MARK"),
    "key": (take("seal_key"), "WRONG_SEAL_PASSPHRASE"),
    "everything but settings": (take("database", "keys", "seal_key", "certificate"), "GLADI"),
    "settings": (take("settings"), ""),
    "office's certificate": (take("certificate", into_office=False), "OTHER_MARK"),
    "office's certificate and key": (take("certificate", "seal_key", into_office=False), "OTHER_MARK"),
    "office's key": (take("seal_key", into_office=False), "WRONG_SEAL_PASSPHRASE"),
    "office's settings": (take("settings", into_office=False), "GLADI"),
    "office's database": (take("database", into_office=False), "DATABASE_DAMAGED"),
    "office's database and keys": (take("database", "keys", into_office=False), "OTHER_MARK"),
    "renamed folder": (renamed, "GLADI"),
    "mark edited": (edit_mark("text"), "JOURNAL_BROKEN"),
    "mark edited with its digest": (edit_mark("entry"), "JOURNAL_BROKEN"),
    "mark edited through the chain": (edit_mark("chain"), "OTHER_MARK"),
    "key wrapped again": (key_wrapped_again, "OTHER_MARK"),
    "key of one's own": (another_key, "SEAL_KEY_FOREIGN"),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_nothing_of_a_rehearsal_becomes_real(made: Offices, tmp_path: Path, attempt: str) -> None:
    tamper, expected = ATTEMPTS[attempt]
    assert outcome(tamper(made.copied(tmp_path)), made) == expected


def outcome(workspace: Workspace, made: Offices) -> str:
    """What whoever opens this and wants to seal is told; else the mark of what opens, with the key that was its own."""
    try:
        with closing(opening.unlock(workspace.root, PASSPHRASE, ACTOR)) as desk:
            key = desk.seal_key()
            own = made.certificate if desk.mark is Mark.NONE else made.gladi_certificate
            return desk.mark.value if key.certificate_pem == own == desk.certificate_pem else "another key"
    except KnownError as error:
        return error.code


def test_who_forges_all_of_it_has_neither_the_pages_nor_the_offices_key(made: Offices, tmp_path: Path) -> None:
    both = made.copied(tmp_path)
    file, certificate = create_seal_key(PROFILE.name, unit=None, now=Clock()(), passphrase=b"sendiri")
    put_key(both.gladi, file, b"sendiri")
    both.gladi.certificate.write_bytes(certificate)
    rewrite(both.gladi, {"mark": ""}, "chain", certificate_fingerprint(certificate))
    with closing(opening.unlock(both.gladi.root, PASSPHRASE, ACTOR)) as desk:
        assert desk.mark is Mark.NONE
        ceremony = desk.ceremonies()[0]
        result = sealing.seal_ceremony(desk, ceremony.id, no_progress, never)
        assert result.sealed == 0
        assert {code for _, code in result.failed} == {"KPU-SHEET-MARK"}


def test_a_record_of_a_rehearsal_always_says_so(made: Offices) -> None:
    for trusted, verdict in ((made.certificate, "INTACT_UNKNOWN_SIGNER"), (made.gladi_certificate, "VALID")):
        report = verify_pdf(made.record, (trusted,))
        assert (report.verdict, report.reasons[0].code, report.mark) == (Verdict(verdict), MARKED, "GLADI")
    pages = pypdfium2.PdfDocument(made.record)
    assert all("GLADI" in page.get_textpage().get_text_bounded() for page in pages)
    changed = verify_pdf(made.record + b"% ", (made.gladi_certificate,))
    assert (changed.verdict, changed.mark) == (Verdict.CHANGED, "GLADI")


def test_what_is_printed_before_a_rehearsal_says_so_on_every_page(tmp_path: Path) -> None:
    with closing(make_desk(tmp_path, mark=Mark.GLADI)) as desk:
        ceremony = make_draft(desk)
        printouts = (
            *drafts.make_drafts(desk, ceremony.id, no_progress, never),
            invitations.make_invitations(desk, ceremony.id),
            readiness_words.readiness_printout(desk, ceremony, readiness.check(desk, ceremony)),
        )
        for printout in printouts:
            with closing(pypdfium2.PdfDocument(printout.pdf)) as pages:
                assert all("GLADI" in page.get_textpage().get_text_bounded() for page in pages), printout.name


def resealed(content: bytes, file: bytes, *, without_mark: bool = False) -> bytes:
    """A record's pages sealed anew with a key of one's own, its data with their mark or without."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for holder, name in (
            (pdf.Root, "/Perms"),
            (pdf.Root, "/AcroForm"),
            *((page.obj, "/Annots") for page in pdf.pages),
        ):
            if name in holder:
                del holder[name]
        if without_mark:
            told = pdf.attachments["record.json"].get_file().read_bytes().replace(b'"mark":"GLADI"', b'"mark":""')
            pdf.attachments["record.json"] = pikepdf.AttachedFileSpec(pdf, told, filename="record.json")
        whole = BytesIO()
        pdf.save(whole)
    return seal_pdf(whole.getvalue(), load_seal_key(file, b"sendiri"), at=Clock()(), reason="Segel", location="Kota")


def test_a_key_of_ones_own_neither_hides_the_mark_nor_becomes_the_offices(
    made: Offices, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    office = made.copied(tmp_path).office
    file, own = create_seal_key(PROFILE.name, unit=None, now=Clock()(), passphrase=b"sendiri")
    kept = resealed(made.record, file)
    for trusted, verdict in ((made.certificate, "INTACT_UNKNOWN_SIGNER"), (own, "CANNOT_VERIFY")):
        report = verify_pdf(kept, (trusted,))
        assert (report.verdict, report.mark) == (Verdict(verdict), "GLADI")
    assert report.has_reason("OTHER_MARK_INSIDE")
    # Who takes the mark out of the data too has made a record of nobody's office: only whoever trusts him believes it.
    forged = resealed(made.record, file, without_mark=True)
    assert [verify_pdf(forged, (one,)).verdict for one in (made.certificate, own)] == [
        Verdict.INTACT_UNKNOWN_SIGNER,
        Verdict.VALID,
    ]
    (tmp_path / "rekaman.pdf").write_bytes(forged)
    call = ["verify", str(tmp_path / "rekaman.pdf"), "--workspace", str(office.root)]
    assert main(call) == 1
    assert "belum pernah terbukti di komputer ini" in capfd.readouterr().err
    opening.unlock(office.root, PASSPHRASE, ACTOR).close()
    assert main(call) == 1
    assert not capfd.readouterr().err
    # His certificate in the folder of the closed workspace.
    office.certificate.write_bytes(own)
    assert main(call) == 1
    told = capfd.readouterr()
    assert "UTUH, PENANDA TANGAN TIDAK DIKENAL" in told.out
    assert "bukan yang terbukti" in told.err


def test_the_command_trusts_no_marked_certificate_unasked(
    made: Offices, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rekaman.pdf"
    file.write_bytes(made.record)
    unasked = ["verify", str(file), "--workspace", str(made.gladi.root)]
    assert main(unasked) == 1
    said = capfd.readouterr()
    assert "UTUH, PENANDA TANGAN TIDAK DIKENAL" in said.out
    assert "bertanda GLADI" in said.out
    assert "tidak dipercaya tanpa --trust" in said.err
    assert main([*unasked, "--trust", str(made.gladi.certificate)]) == 0
    assert "GLADI, TIDAK BERLAKU" in capfd.readouterr().out
    assert main(["words", str(tmp_path), "--trust", str(made.gladi.certificate)]) == 1
    assert "GLADI: kata penutup latihan" in capfd.readouterr().out
