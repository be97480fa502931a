"""Keeps what was painted of each page and how long it was in view, for the receipt of a signature."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kpu_desk.domain.receipt import PageSeen
from kpu_desk.domain.showing import PageImage

_NEVER = PageSeen("", 0, 0, 0)


class PagesWatched:
    """The pages of one sheet before one person; pages count from 0.

    Args:
        clock: seconds of a clock that never goes back.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._drawn: dict[int, PageSeen] = {}
        self._seconds: dict[int, float] = {}
        self._in_view: frozenset[int] = frozenset()
        self._since = 0.0

    def forget(self) -> None:
        """Another sheet, or none."""
        self._drawn.clear()
        self._seconds.clear()
        self._in_view = frozenset()

    def drawn(self, page: int, picture: PageImage) -> None:
        """A page is on the screen as this picture."""
        self._drawn[page] = PageSeen(picture.digest(), picture.width, picture.height, 0)

    def now_in_view(self, pages: Iterable[int]) -> None:
        """From now on these pages are in view."""
        self._count()
        self._in_view = frozenset(pages)

    def receipt(self, count: int) -> tuple[PageSeen, ...]:
        """One entry for each of ``count`` pages; an empty digest for a page that was never painted."""
        self._count()
        return tuple(
            replace(self._drawn.get(page, _NEVER), in_view_ms=round(self._seconds.get(page, 0.0) * 1_000))
            for page in range(count)
        )

    def _count(self) -> None:
        now = self._clock()
        for page in self._in_view:
            self._seconds[page] = self._seconds.get(page, 0.0) + now - self._since
        self._since = now
