"""What a reader does while it waits for its file: a long roster of nobody, so that its memory is there in time.

The first use of memory costs a process as much as the reading itself; a person looks for the file meanwhile.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date

from kpu_desk.roster_files.csv_grid import read_csv
from kpu_desk.roster_files.header_words import find_header
from kpu_desk.roster_files.table import Table, read_table

_PEOPLE = 25_000
_DAY = date(2026, 1, 1)
_LETTERS = str.maketrans("0123456789", "abcdefghij")
# glibc lays what is larger than anything it freed so far into memory of its own, and gives that back at once.
_LARGE = 31 << 20
_TOP = 4 << 20
_HELD = 1_000


def practise() -> object:
    """Reads 25,000 invented rows; gives back what has to be held on to.

    That is a few small things out of all that memory and one above it, so that it is not given back to the system.
    """
    bytes(_LARGE)
    table = practice_roster(_PEOPLE)
    everyday = table.everyday
    told = pickle.dumps(everyday.packed(0, _PEOPLE))
    return everyday.names[::_HELD], everyday.nips[::_HELD], everyday.posts[::_HELD], told[:1], bytes(_TOP)


def practice_roster(people: int) -> Table:
    """A CSV file of so many invented people as it is read."""
    text = "\r\n".join(("No;Nama;NIP;Pangkat;Golongan;Jabatan;Unit Kerja", *_lines(people)))
    grid = read_csv(text.encode().decode())
    header = find_header(grid)
    assert header is not None
    return read_table(grid, header, today=_DAY)


def _lines(people: int) -> Iterator[str]:
    for number in range(people):
        name = str(number).translate(_LETTERS)
        nip = f"{1970 + number % 28}{number // 28 % 12 + 1:02}01202001{number % 2 + 1}{number // 336 + 1:03}"
        yield f"{number};Orang Rekaan {name}, S.H., M.H.;{nip};Penata;III/c;Analis Kebijakan Pertama;Bagian Umum"
