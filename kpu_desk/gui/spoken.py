"""Parts of a window that can speak another language than the program: the signer's window, for one sitting."""

from __future__ import annotations

from kpu_desk.language import Language, translate


class Spoken:
    """Stands before a widget's class; its ``tr`` gives the part's own language, the program's until told otherwise.

    A part puts its words on the screen in `say_words` and nowhere else, so that they can be said again.
    """

    language: Language | None = None

    def tr(self, text: str, /, disambiguation: str | None = None, n: int = -1) -> str:
        """As Qt's ``tr``: lupdate finds both in the same way."""
        return translate(type(self).__name__, text, language=self.language)

    def speak(self, language: Language) -> None:
        """Says everything that is shown in this language."""
        self.language = language
        self.say_words()

    def say_words(self) -> None:
        """Puts the words on the screen, as things stand now."""
        raise NotImplementedError
