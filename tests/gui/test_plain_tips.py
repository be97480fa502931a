"""Names come from strangers' files: no tool tip and no label of the windows draws their markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from kpu_desk.domain.profile import Zone
from kpu_desk.gui.operator.header import DeskHeader
from kpu_desk.gui.operator.people_model import PeopleModel
from kpu_desk.gui.operator.table_of_rows import RowsModel
from kpu_desk.gui.secretary.files_model import FilesModel
from kpu_desk.gui.secretary.register_model import RegisterModel
from kpu_desk.gui.widgets import Elided, plain_tip
from kpu_desk.services.filing import RecordSummary
from tests.gui import people

MARKUP = "<b>Rangga</b> <img src='file:///etc/hostname'>"


def shows_as_written(tip: str) -> bool:
    return GuiQt.mightBeRichText(tip) and "<b>" not in tip and "&lt;b&gt;Rangga&lt;/b&gt;" in tip


def tips(model: QAbstractItemModel) -> list[str]:
    places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    found = [model.data(model.index(*place), Qt.ItemDataRole.ToolTipRole) for place in places]
    return [tip for tip in found if isinstance(tip, str) and "Rangga" in tip]


def rows_model() -> QAbstractItemModel:
    model = RowsModel(("Sasaran",))
    model.replace_rows(((MARKUP,),))
    return model


def people_model() -> QAbstractItemModel:
    ceremony = people.draft(2)
    official = replace(ceremony.officials[0], name=MARKUP, office=MARKUP)
    model = PeopleModel()
    model.show_ceremony(replace(ceremony, officials=(official, *ceremony.officials[1:])))
    return model


def files_model() -> QAbstractItemModel:
    model = FilesModel()
    model.add_files((Path("/tmp") / "<b>Rangga</b>.pdf",))
    return model


def register_model() -> QAbstractItemModel:
    values: dict[str, object] = dict.fromkeys(RecordSummary.__dataclass_fields__, "")
    values |= {
        "names": MARKUP,
        "title": MARKUP,
        "sealed_at": "2026-01-22T02:00:00.000Z",
        "verdict": "VALID",
        "printed": 0,
    }
    model = RegisterModel(Zone.WIB, lambda verdict: verdict.value)
    model.show_records((RecordSummary(**values),))  # type: ignore[arg-type]  # only what the model shows
    return model


@pytest.mark.parametrize("make", [rows_model, people_model, files_model, register_model])
def test_a_model_shows_markup_as_it_was_written(qtbot: QtBot, make: object) -> None:
    assert callable(make)
    found = tips(make())
    assert found
    assert all(shows_as_written(tip) for tip in found)


def test_titles_and_shortened_texts_too(qtbot: QtBot) -> None:
    header = DeskHeader(lambda: datetime(2026, 1, 22, tzinfo=UTC), Zone.WIB)
    qtbot.addWidget(header)
    ceremony = replace(people.draft(1), title=MARKUP)
    header.show_ceremony(ceremony, (ceremony,))
    switch = header.findChild(QToolButton, "ceremony_switch")
    assert isinstance(switch, QToolButton)
    assert shows_as_written(switch.toolTip())
    short = Elided(MARKUP)
    qtbot.addWidget(short)
    short.resize(30, 20)
    short.show()
    assert short.textFormat() is Qt.TextFormat.PlainText
    assert shows_as_written(short.toolTip())


def test_an_ordinary_text_stays_as_it_is() -> None:
    assert plain_tip("Rangga & Wening, S.H.") == "Rangga & Wening, S.H."
