"""What a person reads when something fails: one sentence and one advice for each kind, and the hook for bugs."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kpu_desk.domain.errors import KnownError, RosterError
from kpu_desk.gui.error_texts import (
    TEXTS,
    UNKNOWN_CODE,
    UNKNOWN_ERROR,
    WRONG_FORM_NO_LINE,
    WRONG_PROFILE_LINE,
)
from kpu_desk.gui.error_words import ENTRIES, FIELDS, INKS, REASONS, STATES
from kpu_desk.language import Language, translate

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Advice:
    """What happened and what it means, and what to do about it; both whole sentences."""

    sentence: str
    advice: str

    @property
    def text(self) -> str:
        """Both in one line."""
        return f"{self.sentence} {self.advice}".strip()


def advice_for(error: BaseException, language: Language | None = None) -> Advice:
    """The sentence and advice for an error; anything that is no KnownError is a bug and is called so.

    ``language`` is that of the program where none is named.
    """
    if not isinstance(error, KnownError):
        return Advice(_filled(UNKNOWN_ERROR[0], {}, language), _filled(UNKNOWN_ERROR[1], {}, language))
    if isinstance(error, RosterError) and error.code not in TEXTS:
        # The counter says the same about a file that is no roster, so the sentences live in the service.
        from kpu_desk.services.roster_sentences import roster_error_sentence

        return Advice(roster_error_sentence(error), "")
    facts = {name: _fact(name, value, language) for name, value in error.facts.items()}
    facts.setdefault("code", error.code)
    key = error.code
    if isinstance(error, RosterError) and error.facts.get("field") in ENTRIES:
        facts["field"] = _filled(ENTRIES[str(error.facts["field"])], facts, language)
    elif key == "WRONG_FORM" and not error.facts.get("line"):
        key, facts["field"] = WRONG_FORM_NO_LINE, str(error.facts.get("field", ""))
    elif key == "WRONG_PROFILE" and error.facts.get("line"):
        key = WRONG_PROFILE_LINE
    sentence, advice = TEXTS.get(key, UNKNOWN_CODE)
    return Advice(_filled(sentence, facts, language), _filled(advice, facts, language))


def reason_words(reason: str) -> str:
    """What is wrong with one entry, to follow "Isian ini"."""
    return translate("errors", REASONS[reason]) if reason in REASONS else reason


def is_cancelled(error: BaseException) -> bool:
    """Whether the error only says that the person stopped the work; that is no failure."""
    return isinstance(error, KnownError) and error.code == "CANCELLED"


class BugHook(QObject):
    """Logs every error that nobody caught and tells the windows once for each kind, on the GUI thread.

    Signals:
        found(advice): shown in the strip of the window in front.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[tuple[type[BaseException], str]] = set()

    def install(self) -> None:
        """Become ``sys.excepthook``; PySide hands exceptions of slots to it and the loop goes on."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Takes one uncaught error."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        _log.critical("uncaught error", exc_info=(kind, error, trace))
        key = (kind, str(error))
        if key in self._seen:
            return
        self._seen.add(key)
        self.found.emit(advice_for(error))


def guarded(action: Callable[[], object], told: Callable[[Advice], None]) -> bool:
    """Runs a short action of a window; a KnownError is told as advice. True when it went well."""
    try:
        action()
    except KnownError as error:
        if not is_cancelled(error):
            told(advice_for(error))
        return False
    return True


def _fact(name: str, value: str | int, language: Language | None) -> str:
    table = {"state": STATES, "reason": REASONS, "field": FIELDS, "ink": INKS}.get(name, {})
    return translate("errors", table[str(value)], language=language) if value in table else str(value)


def _filled(text: str, facts: dict[str, str], language: Language | None) -> str:
    return translate("errors", text, language=language).format_map(_Facts(facts))


class _Facts(dict[str, str]):
    """A sentence stands even when a fact is missing."""

    def __missing__(self, key: str) -> str:
        return "…"
