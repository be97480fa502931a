"""The texts of the documents: the shipped ones and the office's own, looked at, copied to be edited, added."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kpu_desk.domain.documents import Paper
from kpu_desk.domain.errors import FormError, StorageError
from kpu_desk.domain.forms import Form, parse_form
from kpu_desk.domain.journal import Event
from kpu_desk.domain.showing import PageImage, PageSource
from kpu_desk.resources import resource_path
from kpu_desk.services.desk import Act, Desk
from kpu_desk.workspace import FOLDER_MODE, storage_error, write_file_safely

LARGEST_BYTES = 200_000
"""Of a form's file; the longest shipped one has 6 kB."""


@dataclass(frozen=True, slots=True)
class ListedForm:
    """One form's file.

    Attributes:
        id: the file's name without its ending; sheets find their form by it.
        own: whether it lies in the office's folder; ``replaces`` whether a shipped one of the same id stands back.
        replaced: the office has its own of this id, so this shipped one is not used.
        form: as read, or None where the file is wrong; ``error`` says why, with line and reason.
    """

    id: str
    path: Path
    own: bool
    replaces: bool = False
    replaced: bool = False
    form: Form | None = None
    error: FormError | None = None

    @property
    def name(self) -> str:
        """What the document is called; the file's name where nothing can be read."""
        return self.form.printed_name if self.form is not None else self.path.name


def listed_forms(desk: Desk) -> tuple[ListedForm, ...]:
    """All forms: the office's own first, then the shipped ones; each by kind and id.

    Reads and, for the office's own, composes each one once: not for the thread that paints.

    Raises:
        StorageError: NO_RIGHTS, FILE_FAILED when the office's folder cannot be read.
    """
    shipped = _files(resource_path("forms"))
    own = _files(desk.workspace.forms)
    ids = Counter(path.stem for path in (*shipped, *own))
    found = [_read(path, own=True, replaces=ids[path.stem] > 1) for path in own]
    found += [replace(_read(path, own=False), replaced=ids[path.stem] > 1) for path in shipped]
    return tuple(sorted(found, key=_order))


def copy_to_office(desk: Desk, form_id: str) -> Path:
    """Copies a shipped form into the office's folder, to be edited there; never over a file that is there.

    Raises:
        StorageError: FORM_EXISTS with ``form``, NO_RIGHTS, DISK_FULL, FILE_FAILED.
    """
    return _keep(desk, form_id, resource_path("forms", f"{form_id}.toml").read_bytes())


def add_form(desk: Desk, path: Path) -> ListedForm:
    """Checks a form's file from elsewhere and copies it into the office's folder, named by its id.

    Raises:
        FormError: WRONG_FORM with ``file``, ``line`` and ``reason``; nothing was copied.
        StorageError: FORM_EXISTS with ``form``, FILE_MISSING, NO_RIGHTS, DISK_FULL, FILE_FAILED.
    """
    text = _text(path)
    form = checked_form(text, str(path))
    kept = _keep(desk, form.id, text.encode("utf-8"))
    return ListedForm(form.id, kept, own=True, form=replace(form, source=str(kept)))


def checked_form(text: str, source: str) -> Form:
    """A form that can be composed on every paper; raises FormError WRONG_FORM."""
    from kpu_desk.pdf.preview import preview_sheet

    form = parse_form(text, source)
    for paper in Paper:
        preview_sheet(form, paper)
    return form


def preview(desk: Desk, form: Form, paper: Paper, width_px: int) -> PageSource:
    """The form with invented data and the office's choice of meterai and number, its pages drawn already at this width.

    The caller closes the source.

    Raises:
        FormError: as ``compose_sheet``.
    """
    from kpu_desk.pdf.compose import compose_sheet
    from kpu_desk.pdf.preview import preview_content
    from kpu_desk.pdf.render import PageRenderer

    content = replace(preview_content(form, paper), numbered=desk.profile.takes_number(form.kind))
    if not form.private:
        content = replace(content, meterai=desk.profile.meterai_for(form.kind, form.meterai))
    return _DrawnPages(PageRenderer(compose_sheet(content, form).pdf), width_px)


class _DrawnPages:
    """Pages of a document, drawn before anybody looks; drawn again only when another width is asked for."""

    def __init__(self, pages: PageSource, width_px: int) -> None:
        self._pages = pages
        self.sizes_um = pages.sizes_um
        self._drawn = {(index, width_px): pages.page(index, width_px) for index in range(len(self.sizes_um))}

    def page(self, index: int, width_px: int) -> PageImage:
        """The page, from 0, ``width_px`` pixels wide."""
        return self._drawn.get((index, width_px)) or self._pages.page(index, width_px)

    def close(self) -> None:
        """Frees the document."""
        self._pages.close()


def _order(found: ListedForm) -> tuple[bool, int, str]:
    kinds = ["PK", "PI", "PBBK", "DH", "BA"]
    return not found.own, kinds.index(found.form.kind) if found.form is not None else -1, found.id


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob("*.toml") if path.is_file())
    except OSError as error:
        raise storage_error(error, folder) from error


def _read(path: Path, *, own: bool, replaces: bool = False) -> ListedForm:
    found = ListedForm(path.stem, path, own, replaces)
    try:
        text = _text(path)
        form = checked_form(text, str(path)) if own else parse_form(text, path.name)
        if form.id != path.stem:
            # Sheets look for a file by its name, so another id would be written on their records.
            line = next((n for n, row in enumerate(text.splitlines(), 1) if row.startswith("id")), 0)
            raise FormError("WRONG_FORM", file=str(path), line=line, field="id", reason="FILE_NAME")
    except FormError as error:
        return replace(found, error=error)
    return replace(found, form=form)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise storage_error(error, path) from error
    if len(data) > LARGEST_BYTES:
        raise FormError("WRONG_FORM", file=str(path), line=0, field="", reason="TOO_LARGE")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FormError("WRONG_FORM", file=str(path), line=line, field="", reason="NO_UTF8") from error


def _keep(desk: Desk, form_id: str, data: bytes) -> Path:
    folder = desk.workspace.forms
    path = folder / f"{form_id}.toml"
    try:
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        if os.path.lexists(path):
            raise StorageError("FORM_EXISTS", form=form_id)
    except OSError as error:
        raise storage_error(error, path) from error
    write_file_safely(path, data)
    try:
        desk.note(Act(Event.FORM_ADDED, {"form": form_id, "digest": hashlib.sha256(data).hexdigest()}))
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    return path
