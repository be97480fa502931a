"""The windows in English: nothing that is shown is still Indonesian, and the choice of a language is followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kpu_desk.gui.language import CatalogueTranslator, kept_language, speak_in_windows
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.gui.secretary.controller import RecordsController
from kpu_desk.gui.secretary.verify_files import open_verify_window
from kpu_desk.gui.secretary.window import RecordsWindow
from kpu_desk.gui.setup.settings_form import SettingsForm
from kpu_desk.gui.setup.window import SetupWindow
from kpu_desk.gui.signer.witness_window import WitnessWindow
from kpu_desk.gui.start import Program
from kpu_desk.gui.unlock import UnlockWindow
from kpu_desk.language import Language, catalogue, speak, spoken
from kpu_desk.services.desk import Desk
from tests.gui import real_desk

_MOST_CELLS = 400


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    speak_in_windows(Language.ENGLISH)
    yield
    for translator in qapp.findChildren(CatalogueTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    speak(Language.INDONESIAN)
    QLocale.setDefault(before)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = real_desk.set_up(tmp_path / "kantor")
    yield made
    made.close()


SAME = frozenset(source for (_, source), forms in catalogue(Language.ENGLISH).items() if source in forms)


def indonesian() -> re.Pattern[str]:
    """Matches every Indonesian text that reads otherwise in English, whatever stands in its fields."""
    patterns = []
    for _, source in catalogue(Language.ENGLISH):
        fixed = re.sub(r"\{\w+\}", "", source)
        if source in SAME or not re.search(r"[^\W\d_]{3}", fixed):
            continue
        patterns.append(re.sub(r"\\\{\w+\\\}", ".*", re.escape(source.strip())))
    return re.compile("|".join(sorted(set(patterns), key=len, reverse=True)), re.DOTALL)


INDONESIAN = indonesian()


def shown_texts(window: QWidget) -> Iterator[str]:
    """Every text of a window and of what is in it, also what is only told to a screen reader or on other pages."""
    for widget in [window, *window.findChildren(QWidget)]:
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            columns, rows = model.columnCount(), model.rowCount()
            yield from (str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in range(columns))
            for cell in range(min(_MOST_CELLS, rows * columns)):
                index = model.index(cell // columns, cell % columns)
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield str(index.data(role) or "")
    yield from (action.text() for action in window.findChildren(QAction))


def still_indonesian(window: QWidget) -> list[str]:
    return sorted({text for text in shown_texts(window) if text not in SAME and INDONESIAN.fullmatch(text.strip())})


def test_the_walk_sees_what_is_not_translated(qtbot: QtBot, tmp_path: Path) -> None:
    """In Indonesian it finds nearly everything; else it would prove nothing in English."""
    real_desk.set_up(tmp_path / "kantor").close()
    window = UnlockWindow(tmp_path / "kantor")
    qtbot.addWidget(window)
    found = still_indonesian(window)
    assert {"Nama Anda", "Buka", "KPU Desk – Buka"} <= set(found)
    assert INDONESIAN.fullmatch("3 rekaman disegel dan diperiksa.")
    assert not INDONESIAN.fullmatch("Nirmala Pranaja, S.H.")


@pytest.mark.usefixtures("english")
def test_unlock_and_set_up(qtbot: QtBot, tmp_path: Path) -> None:
    real_desk.set_up(tmp_path / "kantor").close()
    for window in (UnlockWindow(tmp_path / "kantor"), SetupWindow(tmp_path / "baru")):
        qtbot.addWidget(window)
        assert still_indonesian(window) == []


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("state", ["empty", "draft", "open", "sealed"])
def test_desk_and_records(qtbot: QtBot, desk: Desk, state: str) -> None:
    if state == "draft":
        real_desk.prepared(desk, 6)
    elif state == "open":
        real_desk.opened(desk, 6, present=2)
    elif state == "sealed":
        real_desk.sealed(desk, 6)
    signer = WitnessWindow(desk.profile.short_name, desk.mark)
    qtbot.addWidget(signer)
    signer.show_rest()
    controller = DeskController(desk)
    calling = Calling(controller, signer)
    window = OperatorWindow(controller, calling)
    qtbot.addWidget(window)
    assert still_indonesian(window) == []
    if controller.ceremony is not None:
        records = RecordsWindow(RecordsController(desk, controller.ceremony.id, window))
        qtbot.addWidget(records)
        assert still_indonesian(records) == []
        records.controller.stop()
    window.dialogs.new_ceremony()
    window.dialogs.shortcuts()
    assert still_indonesian(window) == []
    controller.stop()
    signer.release()


@pytest.mark.usefixtures("english")
def test_settings_and_verify(qtbot: QtBot, desk: Desk) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    open_verify_window((desk.certificate_pem,), desk.profile.zone, owner)
    form = SettingsForm(desk, owner)
    assert still_indonesian(form) == []
    assert still_indonesian(owner) == []


def test_qt_speaks_indonesian_too(qtbot: QtBot, qapp: QApplication, english: None) -> None:
    speak_in_windows(Language.INDONESIAN)
    assert QCoreApplication.translate("QFileDialog", "&Open") == "&Buka"
    assert QCoreApplication.translate("UnlockWindow", "Buka") == "Buka"
    speak_in_windows(Language.ENGLISH)
    assert QCoreApplication.translate("QFileDialog", "&Open") == "&Open"
    assert QCoreApplication.translate("UnlockWindow", "Buka") == "Unlock"
    assert len(qapp.findChildren(CatalogueTranslator)) == 1


def test_the_unlock_window_changes_its_language_and_keeps_what_was_typed(
    qtbot: QtBot, qapp: QApplication, english: None, tmp_path: Path
) -> None:
    speak_in_windows(Language.INDONESIAN)
    real_desk.set_up(tmp_path / "kantor").close()
    program = Program(qapp, tmp_path / "kantor")
    program.begin(sample=False)
    before = program.first
    assert isinstance(before, UnlockWindow)
    before.name.setText("Wening Samudra")
    assert before.language_button.text() == "English"
    before.language_button.click()
    after = program.first
    assert isinstance(after, UnlockWindow)
    assert after is not before
    assert (after.windowTitle(), after.name.text()) == ("KPU Desk – Unlock", "Wening Samudra")
    assert (spoken(), kept_language()) == (Language.ENGLISH, Language.ENGLISH)
    after.language_button.click()
    assert kept_language() is Language.INDONESIAN
    assert program.first is not None
    program.first.close()


def test_the_desk_changes_its_language_and_keeps_its_ceremony(
    qtbot: QtBot, qapp: QApplication, english: None, desk: Desk
) -> None:
    speak_in_windows(Language.INDONESIAN)
    older = real_desk.opened(desk, 6, present=1)
    real_desk.prepared(desk, 6)
    program = Program(qapp, desk.workspace.root)
    program.open_desk(desk)
    assert program.operator is not None
    program.operator.controller.choose(older.id)
    program.open_records()
    program.operator.acts.languages.choices[Language.ENGLISH].trigger()
    operator = program.operator
    assert operator.windowTitle() == "KPU Desk – Desk"
    assert operator.controller.ceremony is not None
    assert operator.controller.ceremony.id == older.id
    assert program.records is None
    assert operator.acts.languages.choices[Language.ENGLISH].isChecked()
    operator.acts.languages.choices[Language.INDONESIAN].trigger()
    assert program.operator is not operator
    assert program.operator.windowTitle() == "KPU Desk – Meja"
    program.desk = None
    program.operator.close()


def test_nobody_changes_the_language_while_somebody_signs(
    qtbot: QtBot, qapp: QApplication, english: None, desk: Desk
) -> None:
    speak_in_windows(Language.INDONESIAN)
    ceremony = real_desk.opened(desk, 6, present=6)
    program = Program(qapp, desk.workspace.root)
    program.open_desk(desk)
    operator = program.operator
    assert operator is not None
    assert operator.calling.call(ceremony.officials[0].id)
    operator.acts.languages.choices[Language.ENGLISH].trigger()
    assert program.operator is operator
    assert spoken() is Language.INDONESIAN
    assert operator.acts.languages.choices[Language.INDONESIAN].isChecked()
    operator.calling.recall()
    program.desk = None
    operator.close()
