"""Writes out of a sealed record the sheet as each signer saw it, and says in words what that proves."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from kpu_desk import language
from kpu_desk.domain.errors import StorageError
from kpu_desk.domain.signer_copies import SignerCopies, SignerCopy
from kpu_desk.domain.verdict import Reason, cleaned
from kpu_desk.language import QT_TRANSLATE_NOOP, translate
from kpu_desk.workspace import storage_error, write_file_safely

PROVEN = QT_TRANSLATE_NOOP(
    "copies",
    "Yang terbukti: lembar beku yang terlampir adalah lembar yang sidiknya tercatat pada bukti setiap penanda tangan; "
    "sidik tanda tangan terdahulu pada bukti itu sama, seluruhnya dan menurut urutan, dengan tanda tangan pada "
    "rekaman; dan semuanya tidak berubah sejak disegel kantor.",
)
NOT_PROVEN = QT_TRANSLATE_NOOP(
    "copies",
    "Yang tidak terbukti dari berkas ini: bahwa goresan yang tergambar berasal dari goresan yang sidiknya tercatat, "
    "karena gerak penanya (tekanan, waktu) tidak ada di dalam rekaman; bahwa layar menampilkan lembar itu seluruhnya; "
    "dan siapa yang berada di depan layar. Untuk itu rekaman bersandar pada bukti dan saksi yang dicatat kantor.",
)

_SAFE = re.compile(r"[^A-Za-z0-9-]+")
_LONGEST_PART = 40

_SENTENCES = {
    "NO_RECORD_DATA": QT_TRANSLATE_NOOP(
        "copies", "Berkas ini disegel, tetapi tidak memuat data rekaman dan lembar beku."
    ),
    "RECORD_TOO_OLD": QT_TRANSLATE_NOOP(
        "copies", "Data rekaman ini dari versi yang belum mencatat letak tanda tangan; lembar bekunya terlampir."
    ),
    "RECORD_DATA_UNREADABLE": QT_TRANSLATE_NOOP("copies", "Data rekaman di dalam berkas ini tidak dapat dibaca."),
    "FILE_CHANGED_MEANWHILE": QT_TRANSLATE_NOOP("copies", "Berkas ini berubah selagi dibaca; ulangi."),
}


@dataclass(frozen=True, slots=True)
class WrittenCopies:
    """What was found and written.

    Attributes:
        found: seal, digests and copies, without the pages' bytes.
        files: where the copy of each signer was written; None where one does not agree.
    """

    found: SignerCopies
    files: tuple[Path | None, ...]

    @property
    def complete(self) -> bool:
        """Whether every signer's copy agrees and was written."""
        return self.found.count == len(self.files) > 0 and None not in self.files


def write_signer_copies(file: Path, trusted: Sequence[bytes], folder: Path) -> WrittenCopies:
    """Makes the copies in a worker process with the limits of verifying, and writes them; never over a file.

    Nothing is written for a file that is not VALID, nor for a signer whose digests do not agree. The names are
    made of serial, order and slot: ``PI-001-2-saksi.pdf``.

    Args:
        file: untrusted.
        trusted: pinned certificates, PEM or DER.
        folder: is made where it does not exist; its own folder must.

    Raises:
        StorageError: FILE_EXISTS with ``path`` (and nothing was written), DISK_FULL, NO_RIGHTS, FILE_MISSING,
            FILE_FAILED.
    """
    found = _asked(file, trusted, 0)
    names = [folder / _name(found.serial, copy) if copy.pdf is not None else None for copy in found.copies]
    for path in names:
        if path is not None and os.path.lexists(path):
            raise StorageError("FILE_EXISTS", path=str(path))
    if any(path is not None for path in names):
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise storage_error(error, folder) from error
    for path, copy in zip(names, found.copies, strict=True):
        if path is not None and copy.pdf is not None:
            write_file_safely(path, copy.pdf, 0o644)
    return WrittenCopies(replace(found, copies=tuple(replace(copy, pdf=None) for copy in found.copies)), tuple(names))


def _asked(file: Path, trusted: Sequence[bytes], start: int) -> SignerCopies:
    """All copies; of a long list the worker is asked again, from where its last answer was full."""
    from kpu_desk.pdf.copies_question import CopiesQuestion
    from kpu_desk.pdf.verify_files import answers

    whole: SignerCopies | None = None
    while whole is None or len(whole.copies) < whole.count:
        with closing(answers([file], CopiesQuestion(tuple(trusted), start))) as given:
            part = next(given)
        if whole is not None and part.file_sha256 != whole.file_sha256:
            return SignerCopies(whole.report, (Reason.of("FILE_CHANGED_MEANWHILE"),))
        if not part.copies:
            return part
        whole = part if whole is None else replace(whole, copies=(*whole.copies, *part.copies))
        start = len(whole.copies)
    return whole


def _name(serial: str, copy: SignerCopy) -> str:
    parts = (_SAFE.sub("-", text)[:_LONGEST_PART].strip("-") for text in (serial, str(copy.number), copy.slot))
    return "-".join(filter(None, parts)) + ".pdf"


def copies_reason_sentence(reason: Reason) -> str:
    """Why there are no copies of a file whose seal is VALID, as a sentence."""
    return translate("copies", _SENTENCES[reason.code])


def copy_sentence(copy: SignerCopy, path: Path | None) -> str:
    """What is said about one signer's copy."""
    who = translate("copies", "Penanda tangan ke-{n} ({slot}, {name})").format(
        n=copy.number, slot=copy.slot, name=copy.name
    )
    if copy.holds and path is not None:
        before = language.tr("{n} goresan terdahulu tergambar", "", copy.earlier_inks).format(n=copy.earlier_inks)
        return translate(
            "copies", "{who}: sidik lembar dan sidik goresan terdahulu cocok; {before}; ditulis ke {path}."
        ).format(
            who=who,
            before=before if copy.earlier_inks else translate("copies", "belum ada goresan"),
            path=cleaned(str(path)),
        )
    faults = [
        words
        for holds, words in (
            (copy.sheet, translate("copies", "sidik lembar beku tidak cocok dengan bukti")),
            (copy.evidence, translate("copies", "bukti tidak cocok dengan sidiknya atau dengan penanda tangannya")),
            (copy.earlier, translate("copies", "sidik goresan terdahulu tidak cocok dengan urutan pada rekaman")),
            (copy.drawn, translate("copies", "goresan terdahulu tidak ditemukan di tempatnya pada halaman rekaman")),
        )
        if not holds
    ]
    told = "; ".join(faults) or translate("copies", "salinannya terlalu besar")
    return translate("copies", "{who}: {faults}; tidak ditulis.").format(who=who, faults=told)
