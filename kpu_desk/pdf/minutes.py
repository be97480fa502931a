"""The tables of a Berita Acara: what was signed until the closing (domain.md 4.4), and the closing words."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.dates import thousands
from kpu_desk.domain.minutes import Minutes
from kpu_desk.pdf.flow import LEFT, WIDTH, Strip, paragraph
from kpu_desk.pdf.letterhead import heading
from kpu_desk.pdf.page import MM, SOFT, Rule
from kpu_desk.pdf.table import Cell, Grid, columns_of
from kpu_desk.pdf.typesetting import Type, serif

_WORD_SIZE = 16
_WORD_COLUMNS = 3
_NUMBER_WIDTH = 12 * MM
"""Of the column before the words; the widest number in it is that of the last word."""
_WRITING_HEIGHT = 20
"""Of a line for handwriting, in points."""

_RUNDOWN_HEADS = ("No", "Acara", "Yang memimpin", "Rencana", "Pelaksanaan")
_HEADS = ("No", "Dokumen", "Jumlah lembar", "Lengkap", "Tanda tangan")


def count_strips(minutes: Minutes, kind: Type) -> list[Strip]:
    """Counts for each kind of document and their sums, glued into one piece."""
    columns = columns_of(
        LEFT, (11 * MM, 74 * MM, 28 * MM, 24 * MM, 28 * MM), ("center", "left", "center", "center", "center")
    )
    grid = Grid(columns, kind)
    strips = [grid.head(_HEADS, before=0.5 * kind.leading)]
    for number, count in enumerate(minutes.counts, 1):
        numbers = (count.sheets, count.complete, count.signatures)
        cells: list[Cell] = [(kind.run(f"{number}."),), (kind.run(count.kind.full_name),)]
        cells += [(kind.run(thousands(value)),) for value in numbers]
        strips += grid.rows([cells])
    sums = (
        sum(count.sheets for count in minutes.counts),
        sum(count.complete for count in minutes.counts),
        sum(count.signatures for count in minutes.counts),
    )
    total: list[Cell] = [(), (kind.run("Jumlah", bold=True),)]
    total += [(kind.run(thousands(value), bold=True),) for value in sums]
    strips += grid.rows([total])
    return [replace(strip, glued=True) for strip in strips[:-1]] + strips[-1:]


def rundown_strips(minutes: Minutes, kind: Type) -> list[Strip]:
    """Planned and real times of each step after their own introduction; nothing where nobody conducted the rundown."""
    if not minutes.rundown:
        return []
    # The leading of the text: rows stand on its grid without gaps between them.
    small = serif(9.5, kind.leading)
    grid = Grid(
        columns_of(
            LEFT,
            (10 * MM, 62 * MM, 39 * MM, 26 * MM, 28 * MM),
            ("center", "left", "left", "center", "center"),
        ),
        small,
    )
    intro = "Susunan acara, menurut rencana dan pelaksanaannya:"
    strips = paragraph((kind.run(intro),), kind.leading, before=0.5 * kind.leading, glued=True)
    head = grid.head(_RUNDOWN_HEADS, before=0.5 * kind.leading)
    rows: list[Strip] = []
    for line in minutes.rundown:
        title = [small.run(line.title)]
        if line.skipped:
            title += [small.line_break(), small.run(f"Dilewati: {line.skipped}")]
        cells: list[Cell] = [(small.run(f"{line.number}."),), tuple(title), (small.name(line.lead),)]
        cells += [(small.run(line.planned),), (small.run(line.real),)]
        rows += [replace(strip, again=head) for strip in grid.rows([cells])]
    # No row stands alone on a page, neither under the head nor as the last.
    for lone in {0, len(rows) - 2} - {-1}:
        rows[lone] = replace(rows[lone], glued=len(rows) > 1)
    return [*strips, head, *rows]


def word_strips(words: tuple[str, ...]) -> list[Strip]:
    """The page of the closing words: large and numbered, and room for two witnesses to write them by hand."""
    intro = (
        "Kedua belas kata ini dibacakan saat kegiatan ditutup dan ditanyakan saat kegiatan berikutnya dibuka. Setiap "
        "perubahan pada lembar yang ditandatangani atau pada jurnal sampai penutupan mengubahnya."
    )
    kind = serif(11)
    strips = heading(("KATA PENUTUP",), serif(12, kind.leading), bookmark="Kata penutup", after=0)
    strips += paragraph((kind.run(intro),), kind.leading, before=0.5 * kind.leading)
    strips += _boxes(serif(_WORD_SIZE, 1.4 * _WORD_SIZE), [(f"{n}.", word) for n, word in enumerate(words, 1)])
    for witness in (1, 2):
        ask = f"Ditulis tangan pada berita acara di kertas oleh saksi {witness}; nama dan tanda tangan:"
        strips += paragraph((kind.run(ask),), kind.leading, before=0.75 * kind.leading)
        strips.append(
            Strip(2.2 * kind.leading, (Rule(LEFT, -2 * kind.leading, LEFT + WIDTH, -2 * kind.leading, 0.5, SOFT),))
        )
        strips += _boxes(serif(kind.size, _WRITING_HEIGHT), [(f"{n}.", "") for n in range(1, len(words) + 1)])
    return strips


def _boxes(kind: Type, cells: list[tuple[str, str]]) -> list[Strip]:
    """Three times numbers and words, read downwards as a list is; without a word there is a line for a pen."""
    word_width = WIDTH / _WORD_COLUMNS - _NUMBER_WIDTH
    columns = columns_of(LEFT, (_NUMBER_WIDTH, word_width) * _WORD_COLUMNS, ("right", "left") * _WORD_COLUMNS)
    grid = Grid(columns, kind)
    rows = len(cells) // _WORD_COLUMNS
    return grid.rows(
        [
            [cell for number, word in cells[row::rows] for cell in ((kind.run(number),), (kind.run(word, bold=True),))]
            for row in range(rows)
        ]
    )
