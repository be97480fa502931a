"""The texts that are read aloud before the hall: the ceremony's own forms of its statements."""

from __future__ import annotations

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.form_fields import FIELDS
from kpu_desk.domain.forms import parse_form
from kpu_desk.domain.reading_aloud import ReadAloud, read_aloud
from kpu_desk.services.desk import Desk
from kpu_desk.services.freezing import form_text

_STATEMENTS = (
    (DocumentKind.PI, ("pi-komisioner", "pi-asn")),
    (DocumentKind.PBBK, ("pbbk",)),
)


def texts_to_read(desk: Desk, ceremony: Ceremony) -> tuple[ReadAloud, ...]:
    """Pakta Integritas and PBBK as far as the ceremony has them, in the order in which they are read (domain.md 6.2).

    A private declaration is never read aloud (domain.md 3.3).

    Raises:
        FormError: one of the office's forms is wrong or missing.
    """
    texts: list[ReadAloud] = []
    for kind, ids in _STATEMENTS:
        for usual in ids if kind in ceremony.kinds else ():
            text = text_to_read(desk, ceremony, usual)
            if text is not None:
                texts.append(text)
    return tuple(texts)


def text_to_read(desk: Desk, ceremony: Ceremony, usual: str) -> ReadAloud | None:
    """The text of one form, or of what the ceremony has chosen in its place; None where it is private.

    Raises:
        FormError: as :func:`texts_to_read`.
    """
    words = form_text(desk, dict(ceremony.forms).get(usual, usual))
    form = parse_form(words.text, words.source)
    return None if form.private else read_aloud(form, desk.profile.name, FIELDS, ceremony.year)
