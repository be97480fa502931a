"""The file of a day: what is read of it, and what is wrong with each line that is refused."""

from __future__ import annotations

import pytest

from kpu_desk.domain.assisting import Way
from kpu_desk.domain.ceremony_parts import Away, Cause
from kpu_desk.domain.day_script import FIRST_LINE, Day, Habit, Happening, Personal, Timed, read_day
from kpu_desk.domain.documents import DocumentKind

HEAD = f"{FIRST_LINE}\norang: 5\n"


def _codes(text: str, people: int | None = None) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in read_day(text, people)[1]]


def test_a_whole_day_is_read() -> None:
    text = f"""\ufeff# sebelum baris pertama boleh ada catatan
        {FIRST_LINE}

        judul :  Hari  sulit
        orang: 6
        pintu: undangan kecuali 4 2
        urutan: 3 1
        absen 6: sakit: demam
        bantu 2 : cap jempol
        menolak 1 PI: isi tidak sesuai
        pergi 3 PBBK sampai 9: dipanggil
        sesudah tutup: hadir 5
        sesudah 4: listrik padam saat menulis
        sesudah 2: jam mundur 60
        sesudah 0: acara 6
        sesudah 1: acara
        sesudah 0: lewati 4: sudah: tadi
        sesudah 0: kejadian: mik mati | diganti
        pergi 1 PK sampai tutup: dipanggil
        perubahan PK oleh 4: pejabat: sekretaris berganti
    """
    day, problems = read_day(text)
    assert not problems
    assert day == Day(
        "Hari sulit",
        6,
        (3, 1),
        (
            Personal(8, 6, Habit.ABSENT, words="demam", away=Away.ILL),
            Personal(9, 2, Habit.HELPED, way=Way.THUMB),
            Personal(10, 1, Habit.DECLINES, DocumentKind.PI, "isi tidak sesuai"),
            Personal(11, 3, Habit.LEAVES, DocumentKind.PBBK, "dipanggil", until=9),
            Personal(19, 1, Habit.LEAVES, DocumentKind.PK, "dipanggil", until=-1),
        ),
        (
            Timed(15, 0, Happening.STEP, step=6),
            Timed(17, 0, Happening.SKIP, step=4, words="sudah: tadi"),
            Timed(18, 0, Happening.NOTE, words="mik mati", mended="diganti"),
            Timed(16, 1, Happening.STEP),
            Timed(14, 2, Happening.CLOCK, seconds=-60),
            Timed(13, 4, Happening.POWER_WRITING),
            Timed(12, -1, Happening.COMES, person=5),
            Timed(20, -1, Happening.REVISION, person=4, words="sekretaris berganti", cause=Cause.OFFICIAL),
        ),
        scanned=True,
        without=(4, 2),
    )
    assert day.at_the_door(6) == (3, 1, 2, 4), "the late and the absent are not at the door"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", [(1, "FIRST_LINE")]),
        ("kpu-desk-hari 2\norang: 3", [(1, "FIRST_LINE")]),
        (HEAD + "hadir 3", [(3, "WORD")]),
        (HEAD + "pergi 3 DH", [(3, "SHAPE")]),
        (HEAD + "absen 3: malas", [(3, "SHAPE")]),
        (HEAD + "menolak 3 PI: malas", [(3, "SHAPE")]),
        (HEAD + "sesudah 3: listrik padam lama", [(3, "SHAPE")]),
        (HEAD + "absen 6: sakit\nterpisah 0", [(3, "PERSON"), (4, "PERSON")]),
        (HEAD + "urutan: 1 2 1", [(3, "ORDER")]),
        (HEAD + "urutan: 9", [(3, "PERSON")]),
        (HEAD + "terpisah 2\n\nterpisah 2", [(5, "TWICE")]),
        (HEAD + "pintu: undangan kecuali 6", [(3, "PERSON")]),
        (HEAD + "pintu: nama kecuali 3\npintu: jendela", [(3, "SHAPE"), (4, "SHAPE")]),
        (HEAD + "perubahan PK: anggaran\nperubahan PK oleh 9: pejabat", [(4, "TWICE"), (4, "PERSON")]),
        (HEAD + "perubahan PK: lain\nperubahan PI: pejabat", [(3, "SHAPE"), (4, "SHAPE")]),
        (HEAD + "sesudah 1: hadir 2\nsesudah 5: hadir 2", [(4, "TWICE")]),
        (HEAD + "absen 2: sakit\nsesudah 5: hadir 2", [(4, "AWAY")]),
        (HEAD + "sesudah tutup: listrik padam", [(3, "CLOSING")]),
        (HEAD + "sesudah 3: jam maju 0\nsesudah 3: jam maju 86401", [(3, "SECONDS"), (4, "SECONDS")]),
    ],
)
def test_each_line_that_cannot_be_played(text: str, codes: list[tuple[int, str]]) -> None:
    assert _codes(text) == codes


def test_how_many_there_are_is_said_by_the_roster_first() -> None:
    text = HEAD + "terpisah 7"
    assert _codes(text) == [(3, "PERSON")]
    assert not _codes(text, people=7)


def test_the_same_trouble_may_come_twice() -> None:
    assert not _codes(
        HEAD + "sesudah 3: listrik padam\nsesudah 3: listrik padam\nterpisah 2\nmenolak 2 PI: alasan lain"
    )
