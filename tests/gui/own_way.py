"""The way of an office's PDF through the real windows: files brought, places pulled by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.gui.operator.own_documents import OwnDocuments
from kpu_desk.gui.operator.places_editor import PlacesEditor
from kpu_desk.gui.operator.window import OperatorWindow
from kpu_desk.services.desk import Desk
from tests.gui import real_desk


def desk_with_editor(qtbot: QtBot, desk: Desk) -> Iterator[OperatorWindow]:
    """The operator's window; an editor of places that is still open is given up at the end."""
    with real_desk.desk_beside_signer(qtbot, desk) as made:
        yield made
        editor = made.dialogs.own_documents().editor
        if editor is not None:
            editor.reject()


def opened(qtbot: QtBot, window: OperatorWindow, tmp_path: Path, *files: bytes) -> OwnDocuments:
    """The way begun with these files, up to the first window it opens."""
    paths = []
    for number, data in enumerate(files, 1):
        paths.append(tmp_path / f"surat_{number}.pdf")
        paths[-1].write_bytes(data)
    way = window.dialogs.own_documents()
    way.bring(paths)
    qtbot.waitUntil(lambda: way.editor is not None or way.matching is not None)
    return way


def edited(qtbot: QtBot, window: OperatorWindow, tmp_path: Path, data: bytes) -> PlacesEditor:
    editor = opened(qtbot, window, tmp_path, data).editor
    assert editor is not None
    return editor


def at(editor: PlacesEditor, left_mm: float, top_mm: float) -> QPoint:
    """A point of the page, in pixels of the canvas."""
    margin = editor.canvas.rect_of_page().topLeft()
    scale = editor.canvas.scale * 1_000
    return (margin + QPointF(left_mm * scale, top_mm * scale)).toPoint()


def pull(editor: PlacesEditor, start: QPoint, end: QPoint) -> None:
    canvas, button = editor.canvas, Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, end)
