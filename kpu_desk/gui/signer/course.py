"""How far one sitting at the signer's window has come."""

from __future__ import annotations

from dataclasses import dataclass, field

from kpu_desk.domain.notice import Notice
from kpu_desk.domain.receipt import NoticeShown, PageSeen, Receipt
from kpu_desk.domain.showing import ShownSheet, Sitting
from kpu_desk.gui.signer.comfort import Comfort

LANGUAGE = "id"


@dataclass(slots=True)
class Course:
    """One person's way through the sheets of a sitting.

    Attributes:
        opened_at: when the sheet was opened, in seconds of the window's clock.
        notices: how often the person opened the notice.
    """

    sitting: Sitting
    notice: Notice | None
    index: int = 0
    opened_at: float = 0.0
    signed: int = 0
    declined: int = 0
    notices: int = 0
    comfort: Comfort = field(default_factory=Comfort)

    @property
    def sheet(self) -> ShownSheet:
        """The sheet before the person."""
        return self.sitting.sheets[self.index]

    @property
    def number(self) -> int:
        """Its place, from 1."""
        return self.index + 1

    @property
    def count(self) -> int:
        """Sheets of the sitting."""
        return len(self.sitting.sheets)

    def receipt(self, pages: tuple[PageSeen, ...]) -> Receipt:
        """What was on the screen for the sheet before the person."""
        notice = self.notice
        return Receipt(
            pages=pages,
            renderer=self.sheet.renderer,
            statement=self.sheet.statement,
            language=LANGUAGE,
            text_size=self.comfort.text_size,
            high_contrast=self.comfort.high_contrast,
            left_handed=self.comfort.left_handed,
            notice=None if notice is None else NoticeShown(notice.version, notice.sha256, self.notices),
        )
