"""Reading the values of a form file: types, lengths, fields and marks, each mistake with its line."""

from __future__ import annotations

import re
import unicodedata

from kpu_desk.domain.errors import FormError
from kpu_desk.domain.form_fields import FIELDS

LONGEST_TEXT = 4_000
"""Characters in one text of a form."""

Values = dict[str, object]


class FormValues:
    """Takes checked values out of a file's tables; every method raises FormError WRONG_FORM."""

    def __init__(self, text: str, source: str) -> None:
        self._lines = text.splitlines()
        self._source = source
        self._first = 0

    def enter(self, header: str, index: int = 0) -> None:
        """Goes to the table with this ``header``, the ``index``-th of its name: mistakes are looked for from there."""
        found = [number for number, line in enumerate(self._lines) if line.strip().startswith(header)]
        self._first = found[index] if index < len(found) else 0

    def leave(self) -> None:
        """Goes back to the head of the file."""
        self._first = 0

    def only(self, values: Values, known: list[str], where: str) -> None:
        """Refuses a key that is not known: a mistyped one would be passed over in silence."""
        for key in values:
            if key not in known:
                raise self.wrong(f"{where}.{key}" if where else key, "UNKNOWN_KEY", key)

    def take(self, values: Values, key: str) -> object:
        """A value that must be there."""
        if key not in values:
            raise self.wrong(key, "MISSING", "")
        return values[key]

    def text(self, values: Values, key: str, longest: int = LONGEST_TEXT) -> str:
        """One line of text of at most ``longest`` characters."""
        text = self._checked(self.take(values, key), key)
        if len(text) > longest:
            raise self.wrong(key, "TOO_LONG", key)
        return text

    def texts(self, values: Values, key: str, may_be_empty: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        items = self.take(values, key)
        if not isinstance(items, list):
            raise self.wrong(key, "WRONG_TYPE", key)
        if not items and not may_be_empty:
            raise self.wrong(key, "EMPTY", key)
        return tuple(self._checked(item, key) for item in items)

    def template(self, values: Values, key: str) -> str:
        """A text with fields and marks of style."""
        return self._fields_known(self.text(values, key), key)

    def templates(self, values: Values, key: str) -> tuple[str, ...]:
        """A list of such texts."""
        return tuple(self._fields_known(text, key) for text in self.texts(values, key))

    def tables(self, values: Values, key: str, may_be_empty: bool = False) -> list[Values]:
        """The tables ``[[key]]``."""
        items = values.get(key, []) if may_be_empty else self.take(values, key)
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise self.wrong(key, "WRONG_TYPE", key)
        if not items and not may_be_empty:
            raise self.wrong(key, "EMPTY", key)
        return items

    def table(self, values: Values, key: str) -> Values | None:
        """The table ``[key]``, or None."""
        item = values.get(key)
        if item is not None and not isinstance(item, dict):
            raise self.wrong(key, "WRONG_TYPE", key)
        return item

    def choice(self, values: Values, key: str, allowed: list[str]) -> str:
        """One of the allowed words."""
        return self.allowed(self.text(values, key), key, allowed)

    def allowed(self, text: str, key: str, allowed: list[str]) -> str:
        """The text if it is one of the allowed words."""
        if text not in allowed:
            raise self.wrong(key, "WRONG_VALUE", f'"{text}"')
        return text

    def switch(self, values: Values, key: str, default: bool | None = None) -> bool:
        """True or false; ``default`` where the key may be left out."""
        if default is not None and key not in values:
            return default
        value = self.take(values, key)
        if not isinstance(value, bool):
            raise self.wrong(key, "WRONG_TYPE", key)
        return value

    def number(self, values: Values, key: str, least: float, most: float) -> float:
        """A number within its bounds."""
        value = self.take(values, key)
        if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
            raise self.wrong(key, "WRONG_VALUE", key)
        return value

    def whole_number(self, values: Values, key: str, least: int, most: int) -> int:
        """A whole number within its bounds."""
        value = self.number(values, key, least, most)
        if not isinstance(value, int):
            raise self.wrong(key, "WRONG_VALUE", key)
        return value

    def wrong(self, field: str, reason: str, needle: str) -> FormError:
        """The error, with the line where ``needle`` stands (0 when there is none to show)."""
        where = range(self._first, len(self._lines))
        fallback = self._first + 1 if self._first else 0
        line = next((number + 1 for number in where if needle and needle in self._lines[number]), fallback)
        return FormError(file=self._source, line=line, field=field, reason=reason)

    def _checked(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            raise self.wrong(key, "WRONG_TYPE", key)
        text = " ".join(value.split())
        if not text:
            raise self.wrong(key, "EMPTY", key)
        if len(text) > LONGEST_TEXT:
            raise self.wrong(key, "TOO_LONG", text[:40])
        # Cf holds the bidirectional marks, which can make a line read otherwise than it is stored.
        if any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") for character in text):
            raise self.wrong(key, "CONTROL_CHARACTER", key)
        return text

    def _fields_known(self, text: str, key: str) -> str:
        for part in re.findall(r"\{[^{}]*\}", text):
            if part[1:-1] not in FIELDS:
                raise self.wrong(key, "UNKNOWN_FIELD", part)
        rest = re.sub(r"\{[^{}]*\}", "", text)
        if "{" in rest or "}" in rest:
            raise self.wrong(key, "BRACES", "{" if "{" in rest else "}")
        if rest.count("**") % 2 or rest.replace("**", "").count("*") % 2:
            raise self.wrong(key, "ASTERISKS", "*")
        return text
