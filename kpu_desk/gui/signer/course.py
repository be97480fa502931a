"""How far one sitting at the signer's window has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kpu_desk.domain.assisting import Help, Sentences
from kpu_desk.domain.notice import Notice
from kpu_desk.domain.receipt import NoticeShown, PageSeen, Receipt
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


@dataclass(slots=True)
class Course:
    """One person's way through the sheets of a sitting.

    Attributes:
        opened_at: when the sheet was opened, in seconds of the window's clock.
        notices: what is one touch away, by the language of the window; empty where there is nothing.
        opened: the notices that the person opened, in order.
    """

    sitting: Sitting
    notices: Mapping[Language, Notice]
    index: int = 0
    opened_at: float = 0.0
    signed: int = 0
    declined: int = 0
    opened: list[Notice] = field(default_factory=list)
    comfort: Comfort = field(default_factory=Comfort)

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

    def captured(self, inks: tuple[CapturedInk, ...], pages: PageView, now: float, beside: AtTheSide) -> Captured:
        """What is handed over for the sheet before the person; ``now`` in seconds of the window's clock."""
        sheet = self.sheet
        return Captured(
            sheet_id=sheet.sheet_id,
            slot=sheet.slot,
            official_id=self.sitting.official_id,
            frozen_sha256=sheet.frozen_sha256,
            earlier=tuple(placed.ink.digest for placed in sheet.earlier),
            inks=inks,
            pages_seen=len(pages.seen),
            elapsed_ms=round((now - self.opened_at) * 1_000),
            receipt=self.receipt(pages.receipt()),
            taps=beside.taps,
            helped=beside.helped,
            said=beside.said,
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
        )
