"""What the code on every page of a record says, and the digest of a page's text in it."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date

LONGEST_SERIAL = 20
"""Characters of the longest serial that a code holds; ours have nine at the most (``PBBK-9999``)."""

MOST_PAGES = 0xFFFF
DIGEST_BYTES = 16
INITIALS_OF = 2
LONGEST_INITIALS = 4

_TITLES = frozenset({"prof", "dr", "dra", "drs", "ir", "drg", "drh", "h", "hj", "k.h", "kh", "apt", "ns"})


@dataclass(frozen=True, slots=True)
class PageCode:
    """The fields of one page's code, for a reader to compare with the paper in the hand.

    Args:
        serial: the record's, ``PI-001``; printable ASCII, at most :data:`LONGEST_SERIAL`.
        page: of the record, from 1; its pages of evidence count too.
        pages: of the whole record.
        day: of the ceremony. Serials begin again in every ceremony, so only both name a record.
        digest: :func:`text_digest` of the page, 16 bytes.
        signers: how many signed the sheet.
        initials: of the first two of them, in the order of the record's data.
    """

    serial: str
    page: int
    pages: int
    day: date
    digest: bytes
    signers: int
    initials: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuses what no code of ours says, read or made.

        Raises:
            ValueError: a field is outside of what is written above.
        """
        if not (
            _is_plain(self.serial, LONGEST_SERIAL)
            and 1 <= self.page <= self.pages <= MOST_PAGES
            and len(self.digest) == DIGEST_BYTES
            and 0 <= self.signers <= MOST_PAGES
            and len(self.initials) <= min(INITIALS_OF, self.signers)
            and all(_is_plain(letters, LONGEST_INITIALS) for letters in self.initials)
        ):
            raise ValueError("no fields of a page's code")


def text_digest(text: str) -> bytes:
    """The digest of a page's text: SHA-256 of its marks, the first 16 bytes.

    The text is what is drawn on the page, in the order of drawing; on a record's sheet first the frozen page, then what
    the record added. It is brought into Unicode form NFKC; white space (categories Z), hyphens and dashes (Pd) and
    everything invisible (C) are left out, so that neither the end of a line nor a hyphen there counts; UTF-8.
    """
    marks = unicodedata.normalize("NFKC", text).translate(_MARKS)
    return hashlib.sha256(marks.encode("utf-8")).digest()[:DIGEST_BYTES]


def initials(name: str) -> str:
    """``Drs. H. Damar Wiraguna, M.A.P.`` gives ``DW``: first letters without titles, at most four, plain ASCII."""
    words = name.split(",", maxsplit=1)[0].split()
    own = [word for word in words if word.lower().rstrip(".") not in _TITLES] or words
    letters = []
    for word in own:
        plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode("ascii")
        letters.append(next((char.upper() for char in plain if char.isalpha()), ""))
    return "".join(letters)[:LONGEST_INITIALS] or "?"


class _Marks(dict[int, int | None]):
    """For ``str.translate``: marks as they are, all else away; each character is looked up in Unicode's tables once."""

    def __missing__(self, code: int) -> int | None:
        category = unicodedata.category(chr(code))
        self[code] = None if category == "Pd" or category[0] in "ZC" else code
        return self[code]


_MARKS = _Marks()


def _is_plain(text: str, longest: int) -> bool:
    return 1 <= len(text) <= longest and text.isascii() and text.isprintable()
