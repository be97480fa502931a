"""Finding the header of a roster by its words, wherever it stands and however it is split."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.roster import Column
from kpu_desk.domain.roster_mapping import ColumnMapping, header_key
from kpu_desk.domain.roster_text import shown
from kpu_desk.roster_files.grid import Grid, Merge

SEARCHED_ROWS = 100
"""Rows in which a header is looked for."""

_LONGEST_LABEL = 300

Words = Callable[[str], Column | None]
"""What a header cell announces; None when it is not to be read."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOTES = _words(
    "wajib diisi isi opsional contoh teks text digit angka format harus tanpa spasi jika ada bila yang sesuai sk "
    "ktp lihat huruf kapital required asli pada di kpu kip asn pns pppk ppnpn dan atau"
)
_NAME_KEYS = _words("nama nm namapegawai nmppnpn nmpppnpn")
_NAME = _NAME_KEYS | _words(
    "lengkap pegawai gelar beserta dengan pejabat personel personil karyawan anggota komisioner peserta staf"
)
_NIP_KEYS = _words("nip nips nipppk nippppk nippnpn nippns")
_NIP = _NIP_KEYS | _words("baru ni nomor no induk pegawai negeri sipil nik nrp")
_GRADE_KEYS = _words("gol golongan golru golruang ruang")
_RANK_KEYS = _words("pangkat kepangkatan")
_RANK = _GRADE_KEYS | _RANK_KEYS | _words("terakhir saat ini")
_UNIT_KEYS = _words("unit bagian subbagian subbag bag bidang satker satuan penempatan unitkerja")
_UNIT = _UNIT_KEYS | _words("nama kerja organisasi sub asal divisi tim")
_OFFICE_KEYS = _words("jabatan namajabatan")
_OFFICE = _OFFICE_KEYS | _UNIT | _words("saat ini terakhir sekarang dalam dinas definitif tugas fungsi")
_NUMBER_KEYS = _words("no nomor urut nomer")
_VOCABULARY = (
    (Column.OFFICE, _OFFICE_KEYS, _OFFICE),
    (Column.RANK, _RANK_KEYS, _RANK),
    (Column.GRADE, _GRADE_KEYS, _RANK),
    (Column.NIP, _NIP_KEYS, _NIP),
    (Column.UNIT, _UNIT_KEYS, _UNIT),
    (Column.NAME, _NAME_KEYS, _NAME),
    (Column.NUMBER, _NUMBER_KEYS, _NUMBER_KEYS),
)


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns are.

    Attributes:
        top, bottom: first and last row of the header; the same unless it is split over two rows.
        places: what is read from which column.
        ignored: further columns whose words fit too, with what they would have been.
    """

    top: int
    bottom: int
    places: Mapping[Column, int]
    ignored: tuple[tuple[Column, int], ...] = ()

    def place(self, column: Column) -> int:
        """Number of the column, or 0 when the roster has none."""
        return self.places.get(column, 0)


@lru_cache(maxsize=2_000)  # while a header is looked for, each text is asked about several times
def column_of(text: str) -> Column | None:
    """What a header cell announces; None when any of its words is not of this vocabulary (``Nama Bank``).

    Notes in brackets are left out (``NIP (Wajib)``).
    """
    if len(text) > _LONGEST_LABEL:
        return None
    core = _core(text)
    if {"gelar"} < core <= {"gelar", "depan", "belakang", "nama"}:
        return Column.FRONT_TITLE if "depan" in core else Column.BACK_TITLE if "belakang" in core else Column.NAME
    return next((column for column, keys, words in _VOCABULARY if core & keys and core <= words), None)


def words_of(mapping: ColumnMapping) -> Words:
    """The office's own words first, then those of :func:`column_of`."""
    meanings = mapping.meanings()

    def read(text: str) -> Column | None:
        key = header_key(text)
        return meanings[key] if key and key in meanings else column_of(text)

    return read if meanings else column_of


def _core(text: str) -> frozenset[str]:
    outside = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)
    words = frozenset(re.findall(r"[^\W\d_]+", outside.casefold()))
    core = words - _NOTES
    if {"ni", "pppk"} <= words or {"nomor", "induk"} <= words:
        core |= {"nip"}
    return core


def find_header(grid: Grid, words: Words = column_of) -> Header | None:
    """The first row, or pair of rows, with a column for names and one for offices; None when there is none."""
    rows = filter(grid.cells.__contains__, range(1, SEARCHED_ROWS + 1))
    return next((found for number in rows if (found := header_at(grid, number, words)) is not None), None)


def header_at(grid: Grid, number: int, words: Words = column_of) -> Header | None:
    """The header that begins in this row, if one does."""
    top = grid.labels(number)
    below = {column: cell.text for column, cell in grid.row(number + 1).items()}
    places, ignored = _places(grid, number, top, words)
    if _is_enough(places):
        if _continues(grid, number, places, below, words):
            both, also_ignored = _places(grid, number, _both(grid, number, top, below, words), words)
            if _is_enough(both):
                return Header(number, number + 1, both, also_ignored)
        return Header(number, number, places, ignored)
    if not below or not top or _is_enough(_places(grid, number + 1, grid.labels(number + 1), words)[0]):
        return None
    places, ignored = _places(grid, number, _both(grid, number, top, below, words), words)
    if _is_enough(places) and all(_is_label(text) for text in below.values()):
        return Header(number, number + 1, places, ignored)
    return None


def why_no_header(grid: Grid) -> RosterError | None:
    """A nearer reason for a sheet without a header: no offices, or names and NIPs in one column; else None."""
    for number in sorted(grid.cells)[:SEARCHED_ROWS]:
        texts = grid.labels(number).values()
        for text in texts:
            core = _core(text[:_LONGEST_LABEL])
            if core & _NIP_KEYS and core & _NAME_KEYS and core <= _NIP | _NAME:
                return RosterError("NAME_AND_NIP_IN_ONE_COLUMN", header=shown(text), row=number)
        found = {column_of(text) for text in texts} - {None, Column.NUMBER}
        if Column.NAME in found and len(found) > 1:
            return RosterError("NO_OFFICE_COLUMN", row=number)
    return None


def _is_enough(places: Mapping[Column, int]) -> bool:
    return Column.NAME in places and Column.OFFICE in places


def _both(grid: Grid, number: int, top: Mapping[int, str], below: Mapping[int, str], words: Words) -> dict[int, str]:
    """Labels of a header of two rows: the lower one counts, unless it only annotates a cell right above it."""
    labels = dict(top)
    for column, text in below.items():
        annotates = column in grid.row(number) and grid.width(number, column) == 1
        if words(text) is not None or not annotates:
            labels[column] = text
    return labels


def _is_label(text: str) -> bool:
    return len(text) <= 60 and not re.search(r"\d", re.sub(r"\([^)]*\)", "", text))


def _continues(grid: Grid, number: int, places: Mapping[Column, int], below: Mapping[int, str], words: Words) -> bool:
    """Whether the row below belongs to the header: labels only, none for the name, at least one that is known."""
    if not below or places[Column.NAME] in below or not all(_is_label(text) for text in below.values()):
        return False
    spans = [merge for merge in grid.merges.get(number, ()) if merge.right > merge.left]
    under_span = any(merge.left <= column <= merge.right for merge in spans for column in below)
    return any(words(text) for text in below.values()) or (under_span and len(below) > 1)


def _places(
    grid: Grid, number: int, labels: Mapping[int, str], words: Words
) -> tuple[dict[Column, int], tuple[tuple[Column, int], ...]]:
    places: dict[Column, int] = {}
    ignored: list[tuple[Column, int]] = []
    for place in sorted(labels):
        column = words(labels[place])
        if column is None:
            continue
        known = places.get(column)
        if known is None:
            places[column] = place
        elif column is Column.UNIT and _narrowness(labels[place]) > _narrowness(labels[known]):
            places[column] = place
            ignored.append((column, known))
        elif not _same_span(grid.merges.get(number, ()), known, place):
            ignored.append((column, place))
        elif column is Column.RANK and Column.GRADE not in places:
            # "Pangkat/Gol" merged over two columns: the second one holds the golongan.
            places[Column.GRADE] = place
    return places, tuple(ignored)


def _narrowness(label: str) -> int:
    text = label.casefold()
    return 2 if "sub" in text else 1 if "bagian" in text else 0


def _same_span(merges: tuple[Merge, ...], one: int, other: int) -> bool:
    return any(merge.left <= one <= merge.right and merge.left <= other <= merge.right for merge in merges)
