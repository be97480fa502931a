"""How far one sitting at the signer's window has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kpu_desk.domain.assisting import Help, Sentences
from kpu_desk.domain.notice import Notice
from kpu_desk.domain.receipt import Listed, NoticeShown, PageSeen, Receipt
from kpu_desk.domain.runs import SHORTEST, run_of
from kpu_desk.domain.showing import Captured, CapturedInk, ShownSheet, Sitting, Tap
from kpu_desk.gui.page_view import PageView
from kpu_desk.gui.signer.comfort import Comfort
from kpu_desk.language import Language


@dataclass(frozen=True, slots=True)
class AtTheSide:
    """What those beside the signer did: taps of witnesses, and how and in which words somebody helped."""

    taps: tuple[Tap, ...]
    helped: Help | None
    said: Sentences | None


class Next(Enum):
    """What comes on the way through the sheets."""

    READ = "read"
    LIST = "list"
    SIGN = "sign"
    END = "end"


@dataclass(slots=True)
class Course:
    """One person's way through the sheets of a sitting.

    Attributes:
        opened_at: when the sheet was opened, in seconds of the window's clock.
        notices: what is one touch away, by the language of the window; empty where there is nothing.
        opened: the notices that the person opened, in order.
        views: of the sheets of a run, how many pages were seen and what the receipt says of them, by their place.
        listed: the list that a witness confirmed; None while its sheets are still opened.
    """

    sitting: Sitting
    notices: Mapping[Language, Notice]
    index: int = 0
    opened_at: float = 0.0
    signed: int = 0
    declined: int = 0
    opened: list[Notice] = field(default_factory=list)
    comfort: Comfort = field(default_factory=Comfort)
    views: dict[int, tuple[int, tuple[PageSeen, ...], float]] = field(default_factory=dict)
    listed: tuple[Listed, ...] | None = None

    @property
    def sheet(self) -> ShownSheet:
        """The sheet before the person."""
        return self.sitting.sheets[self.index]

    @property
    def notice(self) -> Notice | None:
        """In the language of the window."""
        return self.notices.get(self.comfort.language)

    @property
    def number(self) -> int:
        """Its place, from 1."""
        return self.index + 1

    @property
    def count(self) -> int:
        """Sheets of the sitting."""
        return len(self.sitting.sheets)

    @property
    def in_run(self) -> bool:
        """Whether the sheet before the person is read with others before any of them is signed."""
        return self.sheet.sheet_id in self.sitting.run

    def run(self) -> tuple[ShownSheet, ...]:
        """The sheets of the run that were opened and not declined."""
        return tuple(self.sitting.sheets[index] for index in self.views)

    def keep_view(self, pages: PageView) -> None:
        """The sheet before the person was read; it is signed later."""
        opened_at = self.views[self.index][2] if self.index in self.views else self.opened_at
        self.views[self.index] = (len(pages.seen), pages.receipt(), opened_at)

    def decline(self) -> None:
        """The sheet before the person is not signed."""
        self.declined += 1
        self.views.pop(self.index, None)

    def confirm_run(self) -> tuple[Listed, ...]:
        """The witness confirmed the list of the sheets that were opened; they are signed from the first on."""
        self.listed = tuple(Listed(sheet.serial, sheet.frozen_sha256) for sheet in self.run())
        self.index = min(self.views) - 1
        return self.listed

    def go_on(self) -> Next:
        """The next sheet, or what comes in its place."""
        while True:
            if self.index + 1 == self.count:
                if self.listed is not None or not self.views:
                    return Next.END
                if len(self.views) >= SHORTEST:
                    return Next.LIST
                # All the others were declined: one sheet is no run, and needs no list.
                self.listed, self.index = (), min(self.views) - 1
            self.index += 1
            if self.listed is None or not self.in_run:
                return Next.READ
            if self.index in self.views:
                return Next.SIGN

    def captured(self, inks: tuple[CapturedInk, ...], pages: PageView, now: float, beside: AtTheSide) -> Captured:
        """What is handed over for the sheet before the person; ``now`` in seconds of the window's clock."""
        sheet = self.sheet
        seen, receipt, opened_at = self.views.get(self.index, (len(pages.seen), pages.receipt(), self.opened_at))
        return Captured(
            sheet_id=sheet.sheet_id,
            slot=sheet.slot,
            official_id=self.sitting.official_id,
            frozen_sha256=sheet.frozen_sha256,
            earlier=tuple(placed.ink.digest for placed in sheet.earlier),
            inks=inks,
            pages_seen=seen,
            elapsed_ms=round((now - opened_at) * 1_000),
            receipt=self.receipt(receipt),
            taps=beside.taps,
            helped=beside.helped,
            said=beside.said,
            run=self.listed or () if self.in_run else (),
        )

    def receipt(self, pages: tuple[PageSeen, ...]) -> Receipt:
        """What was on the screen for the sheet before the person."""
        # What was read counts; where nothing was, what could have been.
        notice = self.opened[-1] if self.opened else self.notice
        return Receipt(
            pages=pages,
            renderer=self.sheet.renderer,
            statement=self.sheet.statement,
            language=self.comfort.language.value,
            text_size=self.comfort.text_size,
            high_contrast=self.comfort.high_contrast,
            left_handed=self.comfort.left_handed,
            notice=None if notice is None else NoticeShown(notice.version, notice.sha256, self.opened.count(notice)),
            run=run_of(self.listed) if self.listed and self.in_run else None,
        )
