"""Reads the codes of printed pages in scans and photos, and says in Indonesian what they prove and what not."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kpu_desk import language
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.page_code import PageCode
from kpu_desk.domain.page_report import PageReport, PageVerdict, RecordPages, record_differences
from kpu_desk.domain.verdict import MARKED, Reason, cleaned
from kpu_desk.language import QT_TRANSLATE_NOOP, date_words, translate
from kpu_desk.pdf.first_look import JPEG_START, PNG_START

SECONDS = 60.0
"""For one file: a stack of paper from a scanner's feeder has many pages."""

CAVEAT = QT_TRANSLATE_NOOP(
    "page",
    "Kode hanya membuktikan data rekaman yang tertulis di sini. Kode tidak membuktikan kata-kata, tanda tangan, atau "
    "cap di atas kertas, dan dapat disalin ke kertas lain: bandingkan data ini dengan kertasnya, dan bila ragu periksa "
    "berkas rekamannya.",
)
"""Said wherever a code's fields are shown."""


@dataclass(frozen=True, slots=True)
class PageFound:
    """One page of a file, or one of several codes on it.

    Args:
        path: the file as it was named.
        report: verdict, reasons, fields.
        differences: why it is none of the record's pages; None where no record was named or nothing is proven.
    """

    path: Path
    report: PageReport
    differences: tuple[Reason, ...] | None = None

    @property
    def shown_name(self) -> str:
        """The path for showing, cleaned of control characters."""
        return cleaned(str(self.path))

    @property
    def belongs(self) -> bool:
        """Whether its signed code is that of a page of the record named."""
        return self.report.verdict is PageVerdict.SIGNED and self.differences == ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Of the verdict, then of the comparison."""
        if self.belongs:
            return (*self.report.reasons, Reason.of("BELONGS"))
        return (*self.report.reasons, *(self.differences or ()))


def read_page_files(
    files: Sequence[Path],
    trusted: Sequence[bytes],
    *,
    record: RecordPages | None = None,
    cancelled: Callable[[], bool] | None = None,
    gentle: bool = False,
) -> Generator[tuple[PageFound, ...]]:
    """All pages of each file, in worker processes with limits (60 s, 1 GB each).

    A file that cannot be read, or that is past its limits, is a result, not an error.

    Args:
        files: PNG, JPEG or PDF, untrusted; the results come in their order.
        trusted: pinned certificates, PEM or DER; without any nothing is SIGNED.
        record: what the pages are compared with.
        cancelled: asked several times a second; once it says so the results end early.
        gentle: let everything else on the machine go first, as beside an open desk.
    """
    from kpu_desk.pdf.page_question import PageQuestion
    from kpu_desk.pdf.verify_files import answers
    from kpu_desk.pdf.verify_worker import Limits

    question = PageQuestion(tuple(trusted))
    found = answers(files, question, limits=Limits(seconds=SECONDS), cancelled=cancelled, gentle=gentle)
    with closing(found):
        for path, answer in zip(files, found, strict=False):  # shorter once it was cancelled
            yield tuple(PageFound(path, page, _differences(page, record)) for page in answer.pages)


def read_record_pages(file: Path, trusted: Sequence[bytes]) -> RecordPages:
    """What a sealed record says about its pages; read in a worker process with limits.

    Raises:
        KnownError: NO_SUCH_PATH with the fact ``path``.
    """
    from kpu_desk.pdf.page_question import RecordQuestion
    from kpu_desk.pdf.verify_files import answers

    if not file.exists():
        raise KnownError("NO_SUCH_PATH", path=cleaned(str(file)))
    with closing(answers((file,), RecordQuestion(tuple(trusted)))) as found:
        return next(found)


def is_picture(path: Path) -> bool:
    """Whether a file begins as PNG or JPEG do; such a file has no seal, and is read for its page's code alone."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            return file.read(8).startswith((PNG_START, JPEG_START))
    except (OSError, ValueError):
        return False


def _differences(page: PageReport, record: RecordPages | None) -> tuple[Reason, ...] | None:
    if record is None or page.code is None or page.verdict is not PageVerdict.SIGNED:
        return None
    return record_differences(page.code, record)


def page_verdict_word(verdict: PageVerdict) -> str:
    """The verdict as it is shown to a person."""
    return translate("page", _WORDS[verdict])


def pages_word(pages: Sequence[PageFound]) -> str:
    """The pages of a file in short: the verdict of one, or how many have which."""
    counts = Counter(page.report.verdict for page in pages)
    if len(pages) == 1:
        return page_verdict_word(pages[0].report.verdict)
    parts = [f"{counts[verdict]} {page_verdict_word(verdict).lower()}" for verdict in PageVerdict if counts[verdict]]
    return translate("page", "{n} halaman: {verdicts}").format(n=len(pages), verdicts=", ".join(parts))


def page_advice(verdict: PageVerdict) -> str:
    """What a person does with a page of this verdict, in a sentence."""
    return translate("page", _ADVICE[verdict])


def page_reason_sentence(reason: Reason) -> str:
    """The reason as a sentence; a code without one is shown as it is."""
    sentence = _SENTENCES.get(reason.code)
    if sentence is None:
        return translate("page", "Alasan: {code}.").format(code=reason.code)
    facts = dict(reason.facts)
    if "day" in facts:
        facts["day"] = date_words(date.fromisoformat(str(facts["day"])))
    return translate("page", sentence).format(**facts)


def field_rows(code: PageCode) -> tuple[tuple[str, str], ...]:
    """The fields of a code as labels and words, for a person to compare with the paper."""
    digest = code.digest.hex()
    return (
        (translate("page", "Rekaman"), code.serial),
        (
            translate("page", "Halaman"),
            translate("page", "{page} dari {pages}, lembar bukti ikut dihitung").format(
                page=code.page, pages=code.pages
            ),
        ),
        (translate("page", "Tanggal kegiatan"), date_words(code.day)),
        (
            translate("page", "Penanda tangan"),
            language.tr("{n} orang", "", code.signers).format(n=code.signers),
        ),
        (translate("page", "Inisial"), ", ".join(code.initials) or translate("page", "tidak ada")),
        (
            translate("page", "Sidik teks halaman"),
            " ".join(digest[start : start + 4] for start in range(0, len(digest), 4)),
        ),
    )


_WORDS = {
    PageVerdict.SIGNED: QT_TRANSLATE_NOOP("page", "Kode ditandatangani kantor"),
    PageVerdict.UNKNOWN_SIGNER: QT_TRANSLATE_NOOP("page", "Kode dari kunci yang tidak dikenal"),
    PageVerdict.BAD_CODE: QT_TRANSLATE_NOOP("page", "Kode tidak benar"),
    PageVerdict.NO_CODE: QT_TRANSLATE_NOOP("page", "Tanpa kode halaman"),
}

_ADVICE = {
    PageVerdict.SIGNED: QT_TRANSLATE_NOOP("page", "Bandingkan data ini dengan kertasnya, baris demi baris."),
    PageVerdict.UNKNOWN_SIGNER: QT_TRANSLATE_NOOP(
        "page", "Tanyakan kepada kantor yang mengeluarkannya apakah kunci ini memang miliknya."
    ),
    PageVerdict.BAD_CODE: QT_TRANSLATE_NOOP(
        "page", "Jangan bersandar pada kertas ini; mintalah berkas rekamannya dan periksa berkas itu."
    ),
    PageVerdict.NO_CODE: QT_TRANSLATE_NOOP(
        "page", "Pindailah lagi dengan 200 dpi atau lebih, seluruh halaman; atau periksa berkas rekamannya."
    ),
}

_SENTENCES = {
    MARKED: QT_TRANSLATE_NOOP(
        "page", "Kunci itu bertanda {mark}: halaman ini dari latihan atau contoh, bukan dari rekaman kantor."
    ),
    "CODE_SIGNED": QT_TRANSLATE_NOOP("page", "Data pada kode ini ditandatangani dengan kunci kantor yang dipercaya."),
    "UNKNOWN_KEY": QT_TRANSLATE_NOOP(
        "page", "Kode ini menyebut kunci {key}, yang tidak termasuk yang dipercaya; datanya tidak terbukti."
    ),
    "CODE_BROKEN": QT_TRANSLATE_NOOP(
        "page", "Kode ini mirip kode rekaman, tetapi isinya rusak atau tidak dibuat seperti kode kami."
    ),
    "CODE_SIGNATURE_WRONG": QT_TRANSLATE_NOOP(
        "page", "Kode ini menyebut kunci kantor, tetapi tanda tangannya tidak cocok dengan datanya."
    ),
    "FOREIGN_CODE": QT_TRANSLATE_NOOP("page", "Pada halaman ini hanya ada kode QR lain, bukan kode rekaman."),
    "CODE_NOT_FOUND": QT_TRANSLATE_NOOP("page", "Pada halaman ini tidak ditemukan kode QR."),
    "CODE_UNREADABLE": QT_TRANSLATE_NOOP(
        "page", "Pada halaman ini ada kode QR, tetapi terlalu buram atau rusak untuk dibaca."
    ),
    "EMPTY": QT_TRANSLATE_NOOP("page", "Berkas ini kosong."),
    "NOT_A_PICTURE": QT_TRANSLATE_NOOP("page", "Berkas ini bukan PNG, JPEG, atau PDF."),
    "PICTURE_TOO_LARGE": QT_TRANSLATE_NOOP("page", "Gambar ini terlalu besar: {width} × {height} titik."),
    "TOO_MANY_PAGES": QT_TRANSLATE_NOOP("page", "Hanya {limit} halaman pertama berkas ini yang dibaca."),
    "DAMAGED": QT_TRANSLATE_NOOP("page", "Berkas ini terlalu rusak atau terpotong sehingga tidak dapat dibaca."),
    "ENCRYPTED": QT_TRANSLATE_NOOP("page", "Berkas ini terkunci kata sandi sehingga tidak dapat dibaca."),
    "UNREADABLE_FILE": QT_TRANSLATE_NOOP(
        "page", "Berkas ini tidak dapat dibaca; periksa hak akses dan media penyimpannya."
    ),
    "TIME_LIMIT": QT_TRANSLATE_NOOP(
        "page", "Pembacaan berkas ini dihentikan: setelah {seconds} detik belum juga selesai."
    ),
    "MEMORY_LIMIT": QT_TRANSLATE_NOOP(
        "page", "Pembacaan berkas ini dihentikan: perlu lebih dari {megabytes} MB memori."
    ),
    "CHECK_ABORTED": QT_TRANSLATE_NOOP(
        "page", "Berkas ini menggagalkan pembacaannya sendiri; kemungkinan rusak atau dibuat untuk mengganggu."
    ),
    "BELONGS": QT_TRANSLATE_NOOP(
        "page", "Halaman ini bagian dari berkas rekaman yang disebut: rekaman, tanggal, halaman, dan sidik teks sama."
    ),
    "RECORD_NOT_VALID": QT_TRANSLATE_NOOP(
        "page", "Berkas rekaman yang disebut tidak lulus pemeriksaan, jadi tidak dapat menjadi pembanding."
    ),
    "RECORD_NOT_OURS": QT_TRANSLATE_NOOP(
        "page", "Berkas rekaman yang disebut tersegel, tetapi bukan rekaman program ini."
    ),
    "OTHER_SERIAL": QT_TRANSLATE_NOOP("page", "Berkas rekaman yang disebut adalah rekaman lain: {serial}."),
    "OTHER_DAY": QT_TRANSLATE_NOOP(
        "page", "Berkas rekaman yang disebut berasal dari kegiatan pada tanggal lain: {day}."
    ),
    "OTHER_PAGES": QT_TRANSLATE_NOOP("page", "Berkas rekaman yang disebut mempunyai {pages} halaman."),
    "OTHER_TEXT": QT_TRANSLATE_NOOP(
        "page", "Teks halaman {page} pada berkas rekaman tidak sama dengan yang disebut kode ini."
    ),
}
