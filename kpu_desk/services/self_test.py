"""Checks of the program by itself: versions, fonts, an encrypted database, a seal and its verification."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import kpu_desk
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.journal import Actor
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.language import translate
from kpu_desk.services import opening
from kpu_desk.services.desk import system_clock

_LIBRARIES = ("SQLAlchemy", "sqlcipher3", "reportlab", "pikepdf", "pyHanko", "pypdfium2", "cryptography", "openpyxl")
_PASSPHRASE = "uji diri tanpa rahasia"  # noqa: S105 -- of a workspace that lives for a second
_HIDDEN_NAME = "Nama Yang Tidak Boleh Terbaca"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: its title, whether all is well, and what was found."""

    title: str
    well: bool
    detail: str


def run_checks() -> Iterator[CheckResult]:
    """Runs the checks one after the other; a check that raises has failed, the others still run."""
    for title, check in (
        (translate("self_test", "versi"), _versions),
        (translate("self_test", "huruf"), _fonts),
        (translate("self_test", "basis data tersandi"), _database),
        (translate("self_test", "segel dan pemeriksaannya"), _seal),
    ):
        yield _result(title, check)


def _result(title: str, check: Callable[[], str]) -> CheckResult:
    # A self-test reports whatever is wrong with this machine, also what nobody thought of.
    try:
        return CheckResult(title, True, check())
    except Exception as error:
        return CheckResult(title, False, f"{type(error).__name__}: {error}")


def _versions() -> str:
    found = [f"{name} {version(name)}" for name in _LIBRARIES]
    return f"KPU Desk {kpu_desk.__version__}, " + ", ".join(found)


def _fonts() -> str:
    from kpu_desk.pdf.fonts import Face, use

    return ", ".join(use(face) for face in Face)


def _database() -> str:
    with tempfile.TemporaryDirectory(prefix="kpu-desk-") as folder:
        root = Path(folder) / "ruang"
        profile = OfficeProfile("Kantor Uji", "Kantor Uji", "Kota Uji", ("KANTOR UJI",))
        desk, _ = opening.set_up(root, profile, _PASSPHRASE, Actor(_HIDDEN_NAME, "Penguji"), mark=Mark.GLADI)
        desk.close()
        readable = [
            path.name
            for path in root.rglob("*")
            if path.is_file() and path.name not in {"keys.json"} and _HIDDEN_NAME.encode() in path.read_bytes()
        ]
        if readable:
            raise ValueError(translate("self_test", "terbaca tanpa kunci: {files}").format(files=", ".join(readable)))
        opening.unlock(root, _PASSPHRASE, Actor("Penguji", "Penguji")).close()
    return translate("self_test", "dibuat, ditutup, tidak terbaca tanpa kunci, dibuka lagi")


def _seal() -> str:
    from kpu_desk.domain.verdict import Verdict
    from kpu_desk.pdf.sample_page import sample_page
    from kpu_desk.pdf.seal import seal_pdf
    from kpu_desk.pdf.seal_key import throwaway_seal_key
    from kpu_desk.pdf.verify import verify_pdf

    now = system_clock()
    key = throwaway_seal_key("Kantor Uji", now)
    sealed = seal_pdf(sample_page(now), key, at=now, reason="Uji diri", location="Kota Uji")
    verdict = verify_pdf(sealed, (key.certificate_pem,)).verdict
    changed = verify_pdf(sealed[:400] + b" " + sealed[401:], (key.certificate_pem,)).verdict
    if verdict is not Verdict.VALID or changed is Verdict.VALID:
        raise ValueError(
            translate("self_test", "segel utuh: {whole}, segel diubah: {changed}").format(
                whole=verdict.value, changed=changed.value
            )
        )
    return translate("self_test", "utuh {whole}, diubah {changed}").format(whole=verdict.value, changed=changed.value)
