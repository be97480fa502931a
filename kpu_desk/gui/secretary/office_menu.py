"""The button "Kantor" of the records window: what the office decides once, one level away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from kpu_desk.gui.look import BASE, icon

_GAP = BASE // 2


def office_button(
    settings: Callable[[], None],
    form_texts: Callable[[], None],
    ink: tuple[Callable[[], None], Callable[[], None]],
) -> QToolButton:
    """A button with a menu.

    Args:
        settings: opens the office's settings; form_texts: the texts of documents.
        ink: hands the encrypted ink of the ceremony out; erases one person's.
    """
    translate = QCoreApplication.translate
    button = QToolButton()
    button.setObjectName("office_menu")
    menu = QMenu(button)
    menu.addAction(icon("settings", "ink", 20), translate("office_menu", "Pengaturan kantor …"), settings)
    menu.addAction(icon("document", "ink", 20), translate("office_menu", "Naskah dan formulir …"), form_texts)
    menu.addSeparator()
    menu.addAction(icon("save", "ink", 20), translate("office_menu", "Keluarkan goresan tersandi …"), ink[0])
    menu.addAction(icon("clear", "ink", 20), translate("office_menu", "Hapus goresan seseorang …"), ink[1])
    button.setText(translate("office_menu", "Kantor"))
    button.setIcon(icon("settings", "ink", 20, gap=_GAP))
    button.setIconSize(QSize(20 + _GAP, 20))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setMenu(menu)
    return button
