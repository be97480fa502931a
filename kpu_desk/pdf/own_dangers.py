"""What an office's own PDF holds beside its pages: what makes it unfit for a ceremony, and what is taken out of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name

from kpu_desk.domain.own_pdf import MOST_PAGES, MOST_PIXELS
from kpu_desk.domain.verdict import Reason, cleaned

_MEDIA = ("/RichMedia", "/3D", "/Movie", "/Sound", "/Screen")
_LINKS = ("/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Thread", "/ResetForm")
_MOST_TARGETS = 3
_SIGNATURES = ("/Sig", "/DocTimeStamp")


def refusals(document: pikepdf.Pdf) -> tuple[Reason, ...]:
    """Why the document cannot be taken in, most important first.

    A signature would be broken by anything drawn on the page; programs, forms made of XML and moving pictures show
    what no printed page shows.
    """
    found = _Found(document)
    reasons = [
        (document.is_encrypted, "OWN_PDF_ENCRYPTED"),
        (found.signed, "OWN_PDF_SIGNED"),
        (found.programs, "OWN_PDF_PROGRAM"),
        (found.xml_form, "OWN_PDF_XFA"),
        (found.media, "OWN_PDF_MEDIA"),
        (found.portfolio, "OWN_PDF_PORTFOLIO"),
    ]
    said = [Reason.of(code) for there, code in reasons if there]
    if not 1 <= len(document.pages) <= MOST_PAGES:
        said.append(Reason.of("OWN_PDF_PAGES", pages=len(document.pages), most=MOST_PAGES))
    if found.pixels > MOST_PIXELS:
        said.append(Reason.of("OWN_PDF_PIXELS", pixels=found.pixels // 1_000_000, most=MOST_PIXELS // 1_000_000))
    return tuple(said)


def cleanings(document: pikepdf.Pdf) -> tuple[Reason, ...]:
    """What is taken out or made part of the page, in the words that the person reads."""
    found = _Found(document)
    reasons = [
        (found.scripts, "OWN_PDF_SCRIPTS_OUT"),
        (found.other_links, "OWN_PDF_BUTTONS_OUT"),
        (found.files, "OWN_PDF_FILES_OUT"),
        (found.filled, "OWN_PDF_FORM_FLAT"),
        (found.comments, "OWN_PDF_COMMENTS_FLAT"),
        (Name.OCProperties in document.Root, "OWN_PDF_LAYERS_FLAT"),
    ]
    said = [Reason.of(code) for there, code in reasons if there]
    if found.targets:
        text = ", ".join(list(dict.fromkeys(found.targets))[:_MOST_TARGETS])
        said.append(Reason.of("OWN_PDF_LINKS_OUT", count=len(found.targets), text=text))
    if found.frames:
        said.append(Reason.of("OWN_PDF_FRAMES_OUT", count=found.frames))
    return tuple(said)


def empty_fields(document: pikepdf.Pdf) -> Iterator[tuple[str, int, pikepdf.Object]]:
    """Name, page from 0 and widget of each empty signature field."""
    for index, page in enumerate(document.pages):
        for widget in _annotations(page.obj):
            if _inherited(widget, Name.FT) == Name.Sig and _inherited(widget, Name.V) is None:
                name = _inherited(widget, Name.T)
                yield cleaned(str(name)) if name is not None else "", index, widget


class _Found:
    """One walk over all objects of a document."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self.signed = self.programs = self.media = self.scripts = self.other_links = self.files = False
        self.comments = False
        self.targets: list[str] = []
        self.frames = 0
        self.pixels = 0
        root = document.Root
        form = root.get(Name.AcroForm)
        form = form if isinstance(form, Dictionary) else Dictionary()
        self.xml_form = Name.XFA in form
        self.portfolio = Name.Collection in root
        self.filled = False
        self.signed = Name.Perms in root
        self.scripts = Name.OpenAction in root and isinstance(root.OpenAction, Dictionary)
        for item in document.objects:
            self._look(item)
        for page in document.pages:
            for annotation in _annotations(page.obj):
                self._look(annotation)
                if annotation.get(Name.Subtype) == Name.Link:
                    self._link(annotation)
                kind = annotation.get(Name.Subtype)
                if kind == Name.Widget:
                    self.filled |= _inherited(annotation, Name.FT) != Name.Sig
                elif kind not in (Name.Link, Name.Popup, None):
                    self.comments = True

    def _link(self, link: pikepdf.Object) -> None:
        """Whither a link goes, and whether it has a frame, which readers draw and a page does not hold."""
        action = link.get(Name.A)
        target = action.get("/URI") if isinstance(action, Dictionary) else None
        if target is not None:
            self.targets.append(cleaned(str(target)))
        else:
            self.other_links = True
        style, border = link.get("/BS"), link.get("/Border")
        width = style.get("/W", 1) if isinstance(style, Dictionary) else 1
        if not isinstance(style, Dictionary) and isinstance(border, Array) and len(border) > 2:
            width = border[2]
        self.frames += Name.AP not in link and isinstance(width, int | Decimal) and width > 0

    def _look(self, item: object, deep: int = 0) -> None:
        """An object and what lies directly in it; indirect objects come by themselves."""
        if isinstance(item, Array):
            if deep < 8:
                for part in item:
                    if isinstance(part, Dictionary | Array) and not part.is_indirect:
                        self._look(part, deep + 1)
            return
        if not isinstance(item, Dictionary | pikepdf.Stream):
            return
        kind, action, subtype = (str(item.get(key, "")) for key in ("/Type", "/S", "/Subtype"))
        self.signed |= kind in _SIGNATURES or ("/ByteRange" in item and "/Contents" in item)
        self.programs |= action == "/Launch" or subtype == "/PS"
        self.media |= subtype in _MEDIA or action in ("/Rendition", "/Movie", "/Sound", "/RichMediaExecute")
        self.scripts |= action == "/JavaScript" or "/JS" in item or "/AA" in item or "/JavaScript" in item
        self.other_links |= action in _LINKS
        self.files |= "/EmbeddedFiles" in item or "/EF" in item or subtype == "/FileAttachment"
        if subtype == "/Image" and isinstance(item, pikepdf.Stream):
            width, height = item.get("/Width", 0), item.get("/Height", 0)
            if isinstance(width, int) and isinstance(height, int):
                self.pixels = max(self.pixels, width * height)
        if deep < 8:
            values = item.stream_dict.values() if isinstance(item, pikepdf.Stream) else item.values()
            for value in values:
                if isinstance(value, Dictionary | Array) and not value.is_indirect:
                    self._look(value, deep + 1)


def _annotations(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    found = page.get(Name.Annots)
    if isinstance(found, Array):
        yield from (item for item in found if isinstance(item, Dictionary))


def _inherited(field: pikepdf.Object, key: pikepdf.Name) -> pikepdf.Object | None:
    """A field's entry, its own or that of the field above it (ISO 32000-1, 12.7.3.1)."""
    for _ in range(16):
        if key in field:
            return field[key]
        above = field.get(Name.Parent)
        if not isinstance(above, Dictionary):
            return None
        field = above
    return None
