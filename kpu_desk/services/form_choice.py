"""Which forms of the office can take the place of a usual one when a ceremony is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kpu_desk.domain.documents import DECLARATION_FORM, LATE_FORM, DocumentKind
from kpu_desk.domain.errors import KnownError
from kpu_desk.domain.forms import parse_form
from kpu_desk.services.desk import Desk
from kpu_desk.services.freezing import form_text

USUAL_FORMS: Mapping[str, DocumentKind] = {
    "pk-dua-pihak": DocumentKind.PK,
    "pk-satu-pihak": DocumentKind.PK,
    "pi-asn": DocumentKind.PI,
    "pi-komisioner": DocumentKind.PI,
    "pbbk": DocumentKind.PBBK,
    DECLARATION_FORM: DocumentKind.PBBK,
    "daftar-hadir": DocumentKind.DH,
    "berita-acara": DocumentKind.BA,
    LATE_FORM: DocumentKind.BA,
}
"""The shipped forms by id; an office's file of the same id takes its place without being chosen."""


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A form that the office added under an id of its own."""

    id: str
    name: str
    version: str


def own_forms(desk: Desk) -> Mapping[str, tuple[OwnForm, ...]]:
    """The added forms that can take the place of each usual one, by its id; usual ones without any are left out.

    Files that cannot be read are no choice; what is wrong with them is told where forms are looked at.
    """
    found: dict[str, list[OwnForm]] = {}
    folder = desk.workspace.root / "forms"
    for form_id in sorted(path.stem for path in folder.glob("*.toml")):
        if form_id in USUAL_FORMS:
            continue
        try:
            words = form_text(desk, form_id)
            form = parse_form(words.text, words.source)
        except KnownError:
            continue
        for usual, kind in USUAL_FORMS.items():
            if kind is form.kind and form.private is (usual == DECLARATION_FORM):
                found.setdefault(usual, []).append(OwnForm(form_id, form.printed_name, form.version))
    return {usual: tuple(forms) for usual, forms in found.items()}
