"""What was really on a signer's screen: a digest of each page picture, how long it was in view, and how it was set."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class PageSeen:
    """One page as it was painted.

    Attributes:
        sha256: `PageImage.digest` of the picture last in view, earlier inks included, at ``width_px`` × ``height_px``.
        in_view_ms: how long at least half of the page, or half of the view, showed it.
    """

    sha256: str
    width_px: int
    height_px: int
    in_view_ms: int


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """Which notice (domain.md 7.4) was one touch away, and how often it was opened in this sitting."""

    version: str
    sha256: str
    opened: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list that a witness confirms: a sheet's serial and the digest of its frozen bytes, hex."""

    serial: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RunConfirmed:
    """The list of sheets that a witness confirmed before signing them one by one.

    Attributes:
        count: sheets on the list; ``sha256`` digest of the canonical list of their serials and frozen digests.
    """

    count: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the signer's window showed for one signature (domain.md 7.2).

    Attributes:
        pages: every page of the sheet, in order.
        renderer: what made pixels of the pages; another version may give other pixels of the same page.
        statement: the confirmation sentence as it stood on the screen.
        language: of the window, ISO 639-1; ``text_size`` of its words in percent.
        high_contrast, left_handed: as the person chose it.
        notice: None where the program had none to show.
        run: only where a witness signed a run of sheets.
    """

    pages: tuple[PageSeen, ...]
    renderer: str
    statement: str
    language: str = "id"
    text_size: int = 100
    high_contrast: bool = False
    left_handed: bool = False
    notice: NoticeShown | None = None
    run: RunConfirmed | None = None

    def as_dict(self) -> dict[str, object]:
        """Plain values, ready for canonical JSON; without ``run`` where there is none."""
        values = asdict(self)
        values["pages"] = [asdict(page) for page in self.pages]
        if self.run is None:
            del values["run"]
        return values


def receipt_from_dict(values: dict[str, object]) -> Receipt:
    """The reverse of ``as_dict``; TypeError or KeyError when fields are missing or unknown."""
    fields = dict(values)
    pages, notice, run = fields.pop("pages"), fields.pop("notice"), fields.pop("run", None)
    if not isinstance(pages, list):
        raise TypeError("pages")
    return Receipt(
        pages=tuple(PageSeen(**page) for page in pages),
        notice=NoticeShown(**notice) if isinstance(notice, dict) else None,
        run=RunConfirmed(**run) if isinstance(run, dict) else None,
        **fields,  # type: ignore[arg-type]  # JSON
    )
