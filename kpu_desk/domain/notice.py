"""The notice about personal data that is one touch away while people sign: its text, checked, with its version."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.errors import FormError

OFFICE_FIELD = "{kantor}"
_KEYS = frozenset({"version", "language", "title", "part"})
_PART_KEYS = frozenset({"heading", "text"})


@dataclass(frozen=True, slots=True)
class Notice:
    """What is kept, why, how long and by whom (domain.md 7.4).

    Attributes:
        version: as its author writes it; ``sha256`` of the whole file.
        parts: heading and text, in order.
    """

    version: str
    language: str
    title: str
    parts: tuple[tuple[str, str], ...]
    sha256: str

    def parts_for(self, office: str) -> tuple[tuple[str, str], ...]:
        """The parts with the office's name in its place."""
        return tuple((heading, text.replace(OFFICE_FIELD, office)) for heading, text in self.parts)


def parse_notice(data: bytes, file: str) -> Notice:
    """The notice in a file.

    Raises:
        FormError: WRONG_NOTICE with ``file`` and ``field``, the part that is missing, empty or unknown; "TOML" where
            the file cannot be read at all.
    """
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FormError("WRONG_NOTICE", file=file, field="TOML") from error
    unknown = next((key for key in values if key not in _KEYS), "")
    if unknown:
        raise FormError("WRONG_NOTICE", file=file, field=unknown)
    version, language, title = (_text(values, key, file) for key in ("version", "language", "title"))
    parts = values.get("part")
    if not isinstance(parts, list) or not parts:
        raise FormError("WRONG_NOTICE", file=file, field="part")
    for part in parts:
        if not isinstance(part, dict) or set(part) != _PART_KEYS:
            raise FormError("WRONG_NOTICE", file=file, field="part")
    told = tuple((_text(part, "heading", file), _text(part, "text", file)) for part in parts)
    return Notice(version, language, title, told, digest_of(data))


def _text(values: dict[str, object], key: str, file: str) -> str:
    text = values.get(key)
    if not isinstance(text, str) or not text.strip() or any(ord(letter) < 32 for letter in text):
        raise FormError("WRONG_NOTICE", file=file, field=key)
    return text.strip()
