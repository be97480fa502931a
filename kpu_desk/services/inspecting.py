"""Checks PDF files from outside or from the register, and says in Indonesian what was found."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.verdict import MARKED, Reason, SealReport, Verdict, cleaned
from kpu_desk.language import QT_TRANSLATE_NOOP, date_words, translate
from kpu_desk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file.

    Args:
        path: the file as it was named, or as it lies in the folder that was named.
        report: the verdict with its reasons.
    """

    path: Path
    report: SealReport

    @property
    def shown_name(self) -> str:
        """The path for showing, cleaned of control characters."""
        return cleaned(str(self.path))


def files_to_inspect(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files that the paths stand for: files as they are, folders by their ``*.pdf`` in order of name.

    Raises:
        KnownError: NO_SUCH_PATH, or FOLDER_UNREADABLE, with the fact ``path``.
    """
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise KnownError("NO_SUCH_PATH", path=cleaned(str(path)))
        if not path.is_dir():
            files.append(path)
            continue
        try:
            inside = [entry for entry in path.iterdir() if entry.suffix.lower() == ".pdf" and not entry.is_dir()]
        except OSError as error:
            raise KnownError("FOLDER_UNREADABLE", path=cleaned(str(path))) from error
        files.extend(sorted(inside, key=lambda entry: (entry.name.lower(), entry.name)))
    return tuple(files)


def inspect_files(
    files: Sequence[Path],
    trusted: Sequence[bytes],
    *,
    cancelled: Callable[[], bool] | None = None,
    gentle: bool = False,
) -> Generator[FileReport]:
    """Check untrusted files in worker processes with limits (10 s, 1 GB each), on both cores where there are many.

    A file that cannot be read, or that is past its limits, is a result, not an error. On Windows only the time is
    limited. The workers end with the iterator.

    Args:
        files: as given by :func:`files_to_inspect`; the reports come in their order.
        trusted: pinned certificates, PEM or DER; without any nothing is VALID.
        cancelled: asked several times a second; once it says so the reports end early.
        gentle: let everything else on the machine go first, as beside an open desk.
    """
    from kpu_desk.pdf.verify_files import verify_files

    reports = verify_files(files, trusted, cancelled=cancelled, gentle=gentle)
    with closing(reports):
        for path, report in zip(files, reports, strict=False):  # shorter once it was cancelled
            yield FileReport(path, report)


def inspect_bytes(data: bytes, trusted: Sequence[bytes]) -> SealReport:
    """Check in this process: for bytes of our own, such as a record of the register, and never for a stranger's."""
    from kpu_desk.pdf.verify import verify_pdf

    return verify_pdf(data, trusted)


def read_trusted(files: Sequence[Path]) -> tuple[bytes, ...]:
    """Certificates to trust, from PEM or DER files.

    Raises:
        KnownError: TRUST_FILE_UNREADABLE or NOT_A_CERTIFICATE, with the fact ``path``.
    """
    from kpu_desk.pdf.seal_key import trusted_certificates

    certificates: list[bytes] = []
    for path in files:
        try:
            certificates.extend(trusted_certificates(path.read_bytes()))
        except OSError as error:
            raise KnownError("TRUST_FILE_UNREADABLE", path=cleaned(str(path))) from error
        except KnownError as error:
            raise KnownError(error.code, path=cleaned(str(path))) from error
    return tuple(certificates)


UNTRUSTED = {
    "MARKED": QT_TRANSLATE_NOOP("cli", "Sertifikat ruang kerja {path} bertanda {mark}: tidak dipercaya tanpa --trust."),
    "UNPROVEN": QT_TRANSLATE_NOOP(
        "cli",
        "Sertifikat ruang kerja {path} belum pernah terbukti di komputer ini: tidak dipercaya. "
        "Buka mejanya sekali, atau sebutkan --trust.",
    ),
    "SWAPPED": QT_TRANSLATE_NOOP(
        "cli",
        "Sertifikat ruang kerja {path} bukan yang terbukti ketika mejanya terakhir dibuka di komputer ini: "
        "tidak dipercaya. Mungkin tertukar.",
    ),
}
"""Sentences by what :func:`why_untrusted` says."""


def why_untrusted(workspace: Workspace, certificate: bytes) -> tuple[str, str]:
    """Why the certificate that lies in a closed workspace is not trusted, and its mark; two empty texts where it is.

    Nothing in a closed folder can prove a file of it: the open desk held the certificate against its journal, and
    what it saw then is kept outside the folder.

    Raises:
        SealError: NOT_A_CERTIFICATE.
    """
    from kpu_desk.pdf.seal_key import certificate_fingerprint, certificate_mark, load_certificate

    mark = certificate_mark(load_certificate(certificate)).value
    proven = workspace.proven()
    if mark:
        return "MARKED", mark
    if not proven:
        return "UNPROVEN", ""
    return ("", "") if proven == certificate_fingerprint(certificate) else ("SWAPPED", "")


def verdict_word(verdict: Verdict, mark: str = "") -> str:
    """The verdict as it is shown to a person; what was sealed under a mark is never called valid."""
    if mark and verdict is Verdict.VALID:
        return translate("verdict", "{mark}, tidak berlaku").format(mark=mark.capitalize())
    return translate("verdict", _WORDS[verdict])


def report_word(report: SealReport) -> str:
    """The verdict about a file as it is shown to a person."""
    return verdict_word(report.verdict, report.mark)


def report_advice(report: SealReport) -> str:
    """What a person does with the file, in a sentence."""
    if report.mark:
        return translate(
            "verdict", "Jangan dipakai sebagai dokumen; yang berlaku hanya rekaman dari upacara sungguhan."
        )
    return verdict_advice(report.verdict)


def verdict_advice(verdict: Verdict) -> str:
    """What a person does with a file of this verdict, in a sentence."""
    return translate("verdict", _ADVICE[verdict])


def time_words(at: datetime, zone: Zone | None = None) -> str:
    """``22 Januari 2026 pukul 09.41 WIB``: a claimed time in this zone, or in the signer's own where none is given."""
    if zone is not None:
        at = at.astimezone(zone.tzinfo)
    offset = at.utcoffset() or timedelta()
    known = next((known.label for known in Zone if timedelta(hours=known.offset_hours) == offset), at.strftime("UTC%z"))
    return translate("verdict", "{date} pukul {time}").format(
        date=date_words(at.date()), time=f"{at:%H.%M} {known.removesuffix('+0000')}"
    )


def reason_sentence(reason: Reason) -> str:
    """The reason as a sentence; a code without one is shown as it is."""
    sentence = _SENTENCES.get(reason.code)
    if sentence is None:
        return translate("verdict", "Alasan: {code}.").format(code=reason.code)
    facts = {name: value for name, value in reason.facts if value != ""}
    # Fields and signers may have no name in a stranger's file.
    unnamed = {"field": translate("verdict", "tanpa nama"), "signer": translate("verdict", "tidak diketahui")}
    return translate("verdict", sentence).format(**(unnamed | facts))


_WORDS = {
    Verdict.VALID: QT_TRANSLATE_NOOP("verdict", "Sah"),
    Verdict.INTACT_UNKNOWN_SIGNER: QT_TRANSLATE_NOOP("verdict", "Utuh, penanda tangan tidak dikenal"),
    Verdict.CHANGED: QT_TRANSLATE_NOOP("verdict", "Diubah"),
    Verdict.LATER_CHANGES: QT_TRANSLATE_NOOP("verdict", "Ditambah setelah ditandatangani"),
    Verdict.NO_SIGNATURE: QT_TRANSLATE_NOOP("verdict", "Tanpa tanda tangan elektronik"),
    Verdict.NEEDS_PASSWORD: QT_TRANSLATE_NOOP("verdict", "Terkunci kata sandi"),
    Verdict.CANNOT_VERIFY: QT_TRANSLATE_NOOP("verdict", "Tidak dapat diperiksa"),
}

_ADVICE = {
    Verdict.VALID: QT_TRANSLATE_NOOP(
        "verdict", "Isinya sama persis dengan yang disegel kantor; tidak ada yang perlu dilakukan."
    ),
    Verdict.INTACT_UNKNOWN_SIGNER: QT_TRANSLATE_NOOP(
        "verdict", "Tanyakan kepada kantor yang mengirimnya apakah sertifikat ini memang miliknya."
    ),
    Verdict.CHANGED: QT_TRANSLATE_NOOP(
        "verdict", "Jangan pakai berkas ini; mintalah salinan baru dari register kantor yang menerbitkannya."
    ),
    Verdict.LATER_CHANGES: QT_TRANSLATE_NOOP(
        "verdict", "Baca dahulu tambahan itu; bila perlu, mintalah salinan rekaman aslinya."
    ),
    Verdict.NO_SIGNATURE: QT_TRANSLATE_NOOP(
        "verdict", "Bandingkan isinya dengan dokumen yang ditandatangani; berkas ini sendiri bukan bukti."
    ),
    Verdict.NEEDS_PASSWORD: QT_TRANSLATE_NOOP("verdict", "Mintalah salinan tanpa kata sandi, lalu periksa lagi."),
    Verdict.CANNOT_VERIFY: QT_TRANSLATE_NOOP(
        "verdict", "Jangan bersandar pada berkas ini; mintalah salinan yang utuh, lalu periksa lagi."
    ),
}

_SENTENCES = {
    MARKED: QT_TRANSLATE_NOOP(
        "verdict", "Isinya atau sertifikat penyegelnya bertanda {mark}: ini latihan atau contoh, bukan rekaman kantor."
    ),
    "OTHER_MARK_INSIDE": QT_TRANSLATE_NOOP(
        "verdict", "Isinya dan sertifikat penyegelnya tidak bertanda sama: segel seperti itu bukan buatan program ini."
    ),
    "TRUSTED_SEAL": QT_TRANSLATE_NOOP(
        "verdict", "Disegel dengan sertifikat kantor yang dipercaya; isi yang disegel utuh dan tidak diubah."
    ),
    "UNKNOWN_CERTIFICATE": QT_TRANSLATE_NOOP(
        "verdict", "Isi berkas utuh, tetapi sertifikat penanda tangannya tidak termasuk yang dipercaya."
    ),
    "EMPTY": QT_TRANSLATE_NOOP("verdict", "Berkas ini kosong."),
    "NOT_PDF": QT_TRANSLATE_NOOP("verdict", "Berkas ini bukan PDF."),
    "DAMAGED": QT_TRANSLATE_NOOP("verdict", "Berkas ini terlalu rusak atau terpotong sehingga tidak dapat dinilai."),
    "TIME_LIMIT": QT_TRANSLATE_NOOP(
        "verdict", "Pemeriksaan berkas ini dihentikan: setelah {seconds} detik belum juga selesai."
    ),
    "MEMORY_LIMIT": QT_TRANSLATE_NOOP(
        "verdict", "Pemeriksaan berkas ini dihentikan: perlu lebih dari {megabytes} MB memori."
    ),
    "CHECK_ABORTED": QT_TRANSLATE_NOOP(
        "verdict", "Berkas ini menggagalkan pemeriksaannya sendiri; kemungkinan rusak atau dibuat untuk mengganggu."
    ),
    "UNREADABLE_FILE": QT_TRANSLATE_NOOP(
        "verdict", "Berkas ini tidak dapat dibaca; periksa hak akses dan media penyimpannya."
    ),
    "ENCRYPTED": QT_TRANSLATE_NOOP("verdict", "Berkas ini terkunci kata sandi sehingga isinya tidak dapat diperiksa."),
    "NO_SIGNATURE": QT_TRANSLATE_NOOP("verdict", "Berkas PDF ini tidak memuat segel atau tanda tangan elektronik."),
    "CUT_SHORT": QT_TRANSLATE_NOOP("verdict", "Berkas ini terpotong: {missing} bita yang disegel tidak ada lagi."),
    "DIGEST_MISMATCH": QT_TRANSLATE_NOOP(
        "verdict", "Isi berkas ini diubah setelah ditandatangani: sidik isinya tidak cocok lagi."
    ),
    "SIGNATURE_WRONG": QT_TRANSLATE_NOOP(
        "verdict", "Tanda tangan elektronik {field} tidak cocok dengan sertifikat atau isinya."
    ),
    "SIGNATURE_UNREADABLE": QT_TRANSLATE_NOOP(
        "verdict", "Tanda tangan elektronik {field} rusak atau dibuat dengan cara yang tidak dikenal."
    ),
    "BYTE_RANGE_ODD": QT_TRANSLATE_NOOP(
        "verdict", "Bagian berkas yang dicakup tanda tangan {field} tidak jelas batasnya."
    ),
    "UNSIGNED_BYTES_INSIDE": QT_TRANSLATE_NOOP(
        "verdict", "Di tempat yang dilewati tanda tangan {field} disisipkan isi yang tidak ditandatangani."
    ),
    "PADDING_NOT_ZERO": QT_TRANSLATE_NOOP(
        "verdict", "Ruang kosong pada tanda tangan {field} diisi sesuatu setelah ditandatangani."
    ),
    "SIGNATURE_DETACHED": QT_TRANSLATE_NOOP(
        "verdict", "Tanda tangan elektronik dilepas dari dokumennya setelah ditandatangani."
    ),
    "SIGNATURE_REPLACED": QT_TRANSLATE_NOOP(
        "verdict", "Tanda tangan elektronik {field} diganti atau tampilannya diubah."
    ),
    "SEAL_ENVELOPE_ALTERED": QT_TRANSLATE_NOOP(
        "verdict", "Bungkus segel diubah setelah penyegelan, walaupun isi dokumennya masih cocok."
    ),
    "NOT_CERTIFIED": QT_TRANSLATE_NOOP(
        "verdict", "Ditandatangani dengan kunci kantor, tetapi bukan sebagai segel rekaman."
    ),
    "OUTSIDE_VALIDITY": QT_TRANSLATE_NOOP(
        "verdict", "Waktu penyegelan yang tertulis berada di luar masa berlaku sertifikat kantor."
    ),
    "MORE_THAN_ONE_SIGNATURE": QT_TRANSLATE_NOOP(
        "verdict", "Rekaman harus memuat tepat satu segel, tetapi ditemukan {count}."
    ),
    "SEAL_RULES_BROKEN": QT_TRANSLATE_NOOP("verdict", "Segel kantor tidak memenuhi semua syarat pemeriksaan."),
    "BYTES_APPENDED": QT_TRANSLATE_NOOP(
        "verdict", "Berkas ini diubah setelah disegel: {count} bita ditambahkan tanpa alasan yang dikenal."
    ),
    "PAGES_CHANGED": QT_TRANSLATE_NOOP(
        "verdict", "Jumlah halaman diubah setelah ditandatangani: dari {before} menjadi {after}."
    ),
    "PAGE_CHANGED": QT_TRANSLATE_NOOP("verdict", "Isi halaman {page} diganti setelah ditandatangani."),
    "ANNOTATION_CHANGED": QT_TRANSLATE_NOOP(
        "verdict", "Catatan di halaman {page} diubah atau dihapus setelah ditandatangani."
    ),
    "ATTACHMENT_CHANGED": QT_TRANSLATE_NOOP("verdict", "Lampiran di dalam berkas diubah setelah ditandatangani."),
    "METADATA_CHANGED": QT_TRANSLATE_NOOP(
        "verdict", "Keterangan dokumen (judul, penyusun, atau sejenisnya) diubah setelah ditandatangani."
    ),
    "DOCUMENT_CHANGED": QT_TRANSLATE_NOOP("verdict", "Susunan dokumen ({key}) diubah setelah ditandatangani."),
    "FORM_FIELD_CHANGED": QT_TRANSLATE_NOOP(
        "verdict", "Isian formulir {field} diubah bentuknya atau dihapus setelah ditandatangani."
    ),
    "LATER_SIGNATURE": QT_TRANSLATE_NOOP(
        "verdict",
        "Sesudahnya ditambahkan tanda tangan elektronik {field}; menurut sertifikatnya, yang tidak "
        "diperiksa di sini, oleh {signer}.",
    ),
    "LATER_TIMESTAMP": QT_TRANSLATE_NOOP(
        "verdict",
        "Sesudahnya ditambahkan stempel waktu {field}; menurut sertifikatnya, yang tidak "
        "diperiksa di sini, dari {signer}.",
    ),
    "LOCKED_FIELD_CHANGED": QT_TRANSLATE_NOOP(
        "verdict", "Isian formulir {field} diubah walaupun dikunci oleh tanda tangan elektronik."
    ),
    "MORE_THAN_ALLOWED": QT_TRANSLATE_NOOP(
        "verdict", "Bersama tambahan itu ikut diubah atau disisipkan yang tidak diizinkan segel ({key})."
    ),
    "FORBIDDEN_BY_SEAL": QT_TRANSLATE_NOOP("verdict", "Padahal segel pada berkas ini melarang perubahan seperti itu."),
    "LATER_VALIDATION_DATA": QT_TRANSLATE_NOOP("verdict", "Sesudahnya ditambahkan data validasi jangka panjang."),
    "LATER_ANNOTATION": QT_TRANSLATE_NOOP("verdict", "Sesudahnya ditambahkan catatan di halaman {page}."),
    "LATER_FORM_ENTRY": QT_TRANSLATE_NOOP("verdict", "Sesudahnya diisi atau ditambahkan isian formulir {field}."),
    "LATER_METADATA": QT_TRANSLATE_NOOP(
        "verdict", "Sesudahnya diperbarui tanggal atau nama program pada keterangan dokumen."
    ),
    "LATER_EXTENSION": QT_TRANSLATE_NOOP("verdict", "Sesudahnya ditambahkan keterangan versi PDF."),
}
