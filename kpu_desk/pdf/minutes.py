"""The table of a Berita Acara: what was signed until the ceremony was closed (domain.md 4.4)."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.dates import thousands
from kpu_desk.domain.documents import Minutes
from kpu_desk.pdf.flow import LEFT, Strip
from kpu_desk.pdf.page import MM
from kpu_desk.pdf.table import Cell, Grid, columns_of
from kpu_desk.pdf.typesetting import Type

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
