"""The lampiran before it is set: which columns the office's form has, and rows from a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import Agreement, Target
from kpu_desk.domain.forms import parse_form
from kpu_desk.services.desk import Desk
from kpu_desk.services.freezing import form_text

_FORMS = {Agreement.SECRETARIAT: "pk-dua-pihak", Agreement.COMMISSION: "pk-satu-pihak"}


def further_columns(desk: Desk, ceremony: Ceremony, agreement: Agreement) -> tuple[str, ...]:
    """Heads of the columns that the form of this PK has beside sasaran, indikator and target, in their order.

    Raises:
        FormError: WRONG_FORM; StorageError: NO_RIGHTS, FILE_FAILED.
    """
    usual = _FORMS[agreement]
    words = form_text(desk, dict(ceremony.forms).get(usual, usual))
    attachment = parse_form(words.text, words.source).attachment
    if attachment is None:
        return ()
    return tuple(column.head for column in attachment.columns if column.content == "tambahan")


def read_target_file(path: Path, further: tuple[str, ...] = ()) -> tuple[Target, ...]:
    """Targets from a spreadsheet, to be looked at before they are set; see ``roster_files.targets.read_targets``.

    Raises:
        RosterError: the file, its header or one cell is wrong.
    """
    from kpu_desk.roster_files.targets import read_targets

    return read_targets(path, further)
