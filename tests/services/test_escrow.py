"""Ink for the holder of a key: nobody at the office reads it, older ink is moved, erased ink leaves records whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import EscrowError, KnownError, RuleError
from kpu_desk.domain.ink_packing import pack
from kpu_desk.domain.verdict import Verdict
from kpu_desk.services import filing, ink_export, ink_keeping, preparing, sealing
from kpu_desk.services.desk import Desk
from kpu_desk.storage import envelope, escrow, journal_rows
from kpu_desk.storage.connection import connect
from tests.domain.ceremonies import ink
from tests.services.offices import Clock, make_desk, make_open, never, no_progress, sign_everything

Private = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def certificate(key: Private, *, usage: x509.KeyUsage | None = None, begins: int = -1) -> bytes:
    now = Clock().now
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Inspektorat Rekaan")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now + timedelta(days=begins))
        .not_valid_after(now + timedelta(days=begins + 30))
    )
    if usage is not None:
        builder = builder.add_extension(usage, critical=True)
    algorithm = None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return builder.sign(key, algorithm).public_bytes(Encoding.PEM)


def usage(**wanted: bool) -> x509.KeyUsage:
    names = (
        "digital_signature content_commitment key_encipherment data_encipherment key_agreement key_cert_sign "
        "crl_sign encipher_only decipher_only"
    )
    return x509.KeyUsage(**{name: wanted.get(name, False) for name in names.split()})


def contents(desk: Desk) -> list[tuple[str | None, bytes]]:
    """All rows of dynamics, as whoever opens the workspace reads them."""
    with desk.database.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT certificate, content FROM ink")
        return [(row[0], row[1]) for row in rows]


def events(desk: Desk, name: str) -> list[dict[str, object]]:
    with desk.database.reading() as session:
        return [json.loads(entry.facts) for entry in journal_rows.read_all(session) if entry.event == name]


def test_accepted_ink_is_nowhere_in_the_database_and_comes_back_with_the_key(desk: Desk) -> None:
    key = ink_keeping.use_throwaway_key(desk)
    ceremony = make_open(desk)
    count = sign_everything(desk, ceremony.id)
    written = [ink(number) for number in range(1, count + 1)]
    path = desk.database.path
    raw = connect(path, desk.database._key)
    whole = b"".join(
        value if isinstance(value, bytes) else str(value).encode()
        for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for row in raw.execute(f"SELECT * FROM {table}").fetchall()
        for value in row
    )
    raw.close()
    assert all(pack(one) not in whole and one.canonical() not in whole for one in written)
    assert [one.open for one in [ink_keeping.kept_ink(desk)]] == [0]
    closed = ink_export.closed_inks(desk, ceremony.id)
    assert [ink_export.open_ink(one, key) for one in closed] == written


@pytest.mark.parametrize("kind", ["P-256", "P-384", "RSA"])
def test_envelopes_open_with_their_key_only_and_damage_is_noticed(kind: str) -> None:
    def make() -> envelope.EscrowKey:
        if kind == "RSA":
            return rsa.generate_private_key(65_537, 2048)
        return ec.generate_private_key(ec.SECP256R1() if kind == "P-256" else ec.SECP384R1())

    key, other = make(), make()
    der = x509.load_pem_x509_certificate(certificate(key)).public_bytes(Encoding.DER)
    closed = envelope.close_envelope(b"goresan" * 100, der)
    assert envelope.open_envelope(closed, key) == b"goresan" * 100
    assert len(closed) - 700 < 700
    with pytest.raises(EscrowError, match="ESCROW_WRONG_KEY"):
        envelope.open_envelope(closed, other)
    for place in range(0, len(closed), 7):
        broken = closed[:place] + bytes((closed[place] ^ 1,)) + closed[place + 1 :]
        try:
            # Who it is for and what is in it are named but not part of the secret.
            assert envelope.open_envelope(broken, key) == b"goresan" * 100
        except EscrowError as error:
            assert error.code in {"ESCROW_DAMAGED", "ESCROW_WRONG_KEY"}  # noqa: PT017 -- either is right
    with pytest.raises(EscrowError, match="ESCROW_DAMAGED"):
        envelope.open_envelope(closed[:-1], key)


def test_certificates_that_cannot_encrypt_are_refused_with_a_reason(desk: Desk, tmp_path: Path) -> None:
    good, now = ec.generate_private_key(ec.SECP256R1()), desk.clock()
    private = good.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    cases = {
        "ESCROW_NO_CERTIFICATE": b"bukan sertifikat",
        "ESCROW_PRIVATE_KEY": certificate(good) + private,
        "ESCROW_SEVERAL": certificate(good) * 2,
        "ESCROW_ALGORITHM": certificate(ed25519.Ed25519PrivateKey.generate()),
        "ESCROW_USAGE": certificate(good, usage=usage(digital_signature=True)),
        "ESCROW_EXPIRED": certificate(good, begins=-60),
        "ESCROW_NOT_YET": certificate(good, begins=10),
    }
    for code, data in cases.items():
        with pytest.raises(EscrowError, match=code):
            escrow.read_certificate(data, now=now, seal=desk.certificate_pem)
    with pytest.raises(EscrowError, match="ESCROW_USAGE"):
        escrow.read_certificate(desk.certificate_pem, now=now, seal=desk.certificate_pem)
    with pytest.raises(EscrowError, match="ESCROW_OWN_KEY"):
        escrow.read_certificate(certificate(good), now=now, seal=certificate(good))
    file = tmp_path / "inspektorat.cer"
    file.write_bytes(certificate(good, usage=usage(key_agreement=True)))
    assert ink_keeping.read_certificate(desk, file).holder == "Inspektorat Rekaan"


def test_older_ink_is_moved_over_even_when_it_was_stopped_halfway(desk: Desk) -> None:
    ceremony = make_open(desk)
    count = sign_everything(desk, ceremony.id)
    assert all(named is None for named, _ in contents(desk))
    with pytest.raises(RuleError, match="KPU-ESCROW-SET"):
        ink_keeping.move_older_ink(desk, no_progress, never)
    with pytest.raises(RuleError, match="KPU-INK-CLOSED"):
        ink_export.write_package(desk, ceremony.id, desk.workspace.root / "paket")
    before = {content for _, content in contents(desk)}
    key = ink_keeping.use_throwaway_key(desk)
    stops = iter([False, False, False, True])
    with pytest.raises(KnownError, match="CANCELLED"):
        ink_keeping.move_older_ink(desk, no_progress, lambda: next(stops))
    kept = ink_keeping.kept_ink(desk)
    assert (kept.closed, kept.open) == (3, count - 3)
    assert ink_keeping.move_older_ink(desk, no_progress, never) == count - 3
    # Pages of before would outlast the move in the write-ahead log.
    assert desk.database.path.with_name(desk.database.path.name + "-wal").stat().st_size == 0
    assert [facts["inks"] for facts in events(desk, "ink_moved")] == [3, count - 3]
    assert not before & {content for _, content in contents(desk)}
    opened = [ink_export.open_ink(one, key) for one in ink_export.closed_inks(desk, ceremony.id)]
    assert opened == [ink(number) for number in range(1, count + 1)]


def test_erasing_leaves_records_valid_and_pages_drawn(desk: Desk) -> None:
    ink_keeping.use_throwaway_key(desk)
    ceremony = make_open(desk)
    sign_everything(desk, ceremony.id)
    preparing.close_ceremony(desk, ceremony.id)
    sign_everything(desk, ceremony.id, first=500)
    person = ceremony.officials[4]
    with pytest.raises(RuleError, match="KPU-ERASE-REASON"):
        ink_keeping.erase_ink(desk, ceremony.id, person.id, " a ")
    (kept,) = [one for one in ink_keeping.people_with_ink(desk, ceremony.id) if one.official_id == person.id]
    assert ink_keeping.erase_ink(desk, ceremony.id, person.id, "permintaan yang bersangkutan") == kept.inks > 0
    (facts,) = events(desk, "ink_erased")
    assert (facts["official"], facts["inks"]) == (person.id, kept.inks)
    with pytest.raises(RuleError, match="KPU-ERASE-INK"):
        ink_keeping.erase_ink(desk, ceremony.id, person.id, "permintaan yang bersangkutan")
    (left,) = [one for one in ink_keeping.people_with_ink(desk, ceremony.id) if one.official_id == person.id]
    assert (left.inks, left.erased) == (0, kept.inks)
    result = sealing.seal_ceremony(desk, ceremony.id, no_progress, never, without_number=True)
    assert not result.failed
    for record in filing.records(desk, ceremony.id):
        assert filing.verify_record(desk, record.id).verdict is Verdict.VALID


def test_a_package_opens_without_the_workspace_and_damage_is_named(desk: Desk, tmp_path: Path) -> None:
    key = ink_keeping.use_throwaway_key(desk)
    ceremony = make_open(desk)
    count = sign_everything(desk, ceremony.id)
    folder = tmp_path / "paket"
    desk.mark = Mark.GLADI
    assert ink_export.write_package(desk, ceremony.id, folder) == count
    found = ink_export.read_package(folder)
    assert [ink_export.open_ink(one, key) for one in found] == [ink(number) for number in range(1, count + 1)]
    digests = {digest for signature in desk.ceremony(ceremony.id).signatures for digest in signature.inks.values()}
    assert {one.digest for one in found} == digests
    names = [official.name for official in ceremony.officials]
    assert not any(name.encode() in file.read_bytes() for file in folder.iterdir() for name in names)
    inkml, replay = ink_export.write_opened(found[0], ink(1), tmp_path / "hasil")
    assert ink(1).digest() in replay.read_text("utf-8")
    assert all("GLADI: " in one.read_text("utf-8") for one in (inkml, replay)), "of a rehearsal"
    assert "://" not in replay.read_text("utf-8")
    with pytest.raises(KnownError, match="FILE_EXISTS"):
        ink_export.write_opened(found[0], ink(1), inkml.parent)
    with pytest.raises(EscrowError, match="ESCROW_WRONG_KEY"):
        ink_export.open_ink(found[0], ec.generate_private_key(ec.SECP256R1()))
    one = folder / f"{found[0].stem}.p7m"
    one.write_bytes(one.read_bytes()[:-1] + b"x")
    with pytest.raises(EscrowError, match="ESCROW_PACKAGE"):
        ink_export.read_package(folder)
    listed = folder / ink_export.LIST_NAME
    for broken in (b"{}", b"[", listed.read_bytes().replace(one.name.encode(), b"../../x.p7m")):
        listed.write_bytes(broken)
        with pytest.raises(EscrowError, match="ESCROW_PACKAGE"):
            ink_export.read_package(folder)
