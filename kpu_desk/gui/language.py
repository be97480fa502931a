"""The language of the windows: Qt asks our catalogue, and a person's choice is kept on this computer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSettings, QTranslator
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kpu_desk.language import Language, found, other_than, speak, spoken

_KEY = "language"

_LOCALES = {
    Language.INDONESIAN: QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class CatalogueTranslator(QTranslator):
    """Gives Qt the texts of the catalogue, and in Indonesian the few words that Qt itself shows."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        # None lets Qt take the text as it is written; an empty text would be shown empty.
        return found(context, text, n, self._language)


def speak_in_windows(language: Language) -> None:
    """Windows that are made from now on speak this language; those that stand keep their words.

    Qt needs its application.
    """
    application = QCoreApplication.instance()
    assert application is not None
    for old in application.findChildren(CatalogueTranslator):
        application.removeTranslator(old)
        old.deleteLater()
        # No longer found by the next search: Qt deletes later.
        old.setParent(None)
    speak(language)
    application.installTranslator(CatalogueTranslator(language, application))
    QLocale.setDefault(_LOCALES[language])


def locale() -> QLocale:
    """Names of days and months, and how numbers are written, in the language spoken."""
    return _LOCALES[spoken()]


def kept_language() -> Language:
    """What was chosen on this computer last time; Indonesian where nothing was.

    It is a comfort like the size of a window, so it lies with Qt's settings and not among the office's.
    """
    kept = str(_settings().value(_KEY, ""))
    return Language(kept) if kept in set(Language) else Language.INDONESIAN


def keep_language(language: Language) -> None:
    """Remembers the choice for the next start on this computer."""
    _settings().setValue(_KEY, language.value)


def other_language() -> Language:
    """The one that is not spoken now."""
    return other_than(spoken())


class LanguageMenu(QMenu):
    """Both languages by their own names, under a title that a speaker of either finds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Bahasa / Language", parent)
        self.setObjectName("language_menu")
        self.choices: dict[Language, QAction] = {}
        group = QActionGroup(self)
        for language in Language:
            action = self.addAction(language.own_name)
            action.setObjectName(f"language_{language.value}")
            action.setCheckable(True)
            action.setChecked(language is spoken())
            group.addAction(action)
            self.choices[language] = action

    def show_spoken(self) -> None:
        """Marks the language that is spoken: a choice was not followed."""
        self.choices[spoken()].setChecked(True)


def _settings() -> QSettings:
    return QSettings("KPU Desk", "kpu-desk")
