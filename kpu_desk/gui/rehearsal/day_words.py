"""What is wrong with a line of a day's file, in words."""

from __future__ import annotations

from kpu_desk.domain.day_script import FIRST_LINE, WORDS, DayProblem
from kpu_desk.language import QT_TRANSLATE_NOOP, translate

_SENTENCES = {
    "FIRST_LINE": QT_TRANSLATE_NOOP(
        "rehearsal", "berkas ini bukan berkas hari, atau dari versi lain. Tulis sebagai baris pertama: {first}"
    ),
    "WORD": QT_TRANSLATE_NOOP("rehearsal", "“{word}” tidak dikenal. Mulailah baris dengan salah satu kata: {words}"),
    "SHAPE": QT_TRANSLATE_NOOP("rehearsal", "baris ini tidak lengkap atau berlebih. Tulis: {form}"),
    "PERSON": QT_TRANSLATE_NOOP(
        "rehearsal", "tidak ada orang nomor {number}. Pakai nomor 1 sampai {most}, menurut urutan daftar."
    ),
    "ORDER": QT_TRANSLATE_NOOP("rehearsal", "ada nomor yang disebut dua kali. Sebut setiap orang satu kali."),
    "TWICE": QT_TRANSLATE_NOOP("rehearsal", "hal ini sudah disebut di baris {before}. Hapus salah satunya."),
    "AWAY": QT_TRANSLATE_NOOP(
        "rehearsal", "orang nomor {number} absen menurut baris {before}. Hapus baris itu atau baris ini."
    ),
    "CLOSING": QT_TRANSLATE_NOOP(
        "rehearsal", "sesudah upacara ditutup hanya ada yang hadir. Tulis banyaknya tanda tangan, bukan “tutup”."
    ),
    "SECONDS": QT_TRANSLATE_NOOP("rehearsal", "jam hanya dapat diubah 1 sampai {most} detik."),
}


def day_sentence(problem: DayProblem) -> str:
    """The line, what is wrong with it, and what to do."""
    said = translate("rehearsal", _SENTENCES[problem.code])
    facts = {"first": FIRST_LINE, "words": ", ".join(WORDS), **problem.facts}
    line = translate("rehearsal", "Baris {line}: ").format(line=problem.line)
    return line + said.format(**facts)
