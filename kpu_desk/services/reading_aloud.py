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
    chosen = dict(ceremony.forms)
    texts: list[ReadAloud] = []
    for kind, ids in _STATEMENTS:
        for usual in ids if kind in ceremony.kinds else ():
            words = form_text(desk, chosen.get(usual, usual))
            form = parse_form(words.text, words.source)
            if not form.private:
                texts.append(read_aloud(form, desk.profile.name, FIELDS))
    return tuple(texts)
