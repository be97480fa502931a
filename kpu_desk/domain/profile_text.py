"""The office's settings as TOML text, written and read; unknown keys are refused."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from typing import Any

from kpu_desk.domain.documents import DocumentKind, Paper
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.profile import OfficeProfile, Zone

_HEAD = """\
# Pengaturan kantor untuk KPU Desk.
# Ubah hanya nilai di sebelah kanan tanda sama dengan; kunci yang tidak dikenal ditolak.
"""
_LISTS = ("letterhead", "address", "class_codes", "numbered_kinds", "meterai")
_SWITCHES = ("later_signature", "witness_runs")
_NUMBERS = ("witness_minutes",)
_KNOWN = tuple(field.name for field in fields(OfficeProfile))
_REQUIRED = ("name", "short_name", "place", "letterhead")
_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_AT_LINE = re.compile(r"at line (\d+)")


def profile_to_toml(profile: OfficeProfile) -> str:
    """The text of ``office.toml``; the same profile always gives the same text."""
    lines = [_HEAD]
    for name in _KNOWN:
        value = getattr(profile, name)
        if value is None:
            continue
        if isinstance(value, Zone):
            lines.append(f"{name} = {toml_string(value.name)}")
        elif isinstance(value, bool):
            lines.append(f"{name} = {str(value).lower()}")
        elif isinstance(value, int):
            lines.append(f"{name} = {value}")
        elif isinstance(value, tuple):
            items = "".join(f"    {toml_string(item)},\n" for item in value)
            lines.append(f"{name} = [\n{items}]" if value else f"{name} = []")
        else:
            lines.append(f"{name} = {toml_string(value)}")
    return "\n".join(lines) + "\n"


def profile_from_toml(text: str, file: str = "office.toml") -> OfficeProfile:
    """The profile in a settings file.

    Raises:
        FormError: ``WRONG_PROFILE`` with ``file``, ``line`` (from 1), ``reason`` and, where it is about one,
            ``field``. Reasons: NO_TOML, UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE, WRONG_ZONE,
            WRONG_PAPER, WRONG_KIND and those of :class:`OfficeProfile`.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        raise FormError("WRONG_PROFILE", file=file, line=line, reason="NO_TOML") from error

    def wrong(field: str, reason: str) -> FormError:
        return FormError("WRONG_PROFILE", file=file, line=_line_of(text, field), field=field, reason=reason)

    for key in data:
        if key not in _KNOWN:
            raise wrong(key, "UNKNOWN_KEY")
    for key in _REQUIRED:
        if key not in data:
            raise wrong(key, "MISSING_KEY")
    try:
        # Any, not object: the values' types are what _value has just checked.
        values: dict[str, Any] = {key: _value(key, value) for key, value in data.items()}
        return OfficeProfile(**values)
    except FormError as error:
        raise wrong(str(error.facts["field"]), str(error.facts["reason"])) from error


def _value(key: str, value: object) -> str | bool | int | tuple[str, ...] | Zone:
    if key in _SWITCHES or key in _NUMBERS:
        # True is an int in Python, not in TOML.
        if type(value) is not (bool if key in _SWITCHES else int):
            raise FormError("WRONG_PROFILE", field=key, reason="WRONG_TYPE")
        return value
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise FormError("WRONG_PROFILE", field=key, reason="WRONG_TYPE")
        if key == "numbered_kinds":
            if not set(value) <= set(DocumentKind):
                raise FormError("WRONG_PROFILE", field=key, reason="WRONG_KIND")
            return tuple(kind for kind in DocumentKind if kind in value)
        return tuple(value)
    if not isinstance(value, str):
        raise FormError("WRONG_PROFILE", field=key, reason="WRONG_TYPE")
    if key == "zone":
        if value not in Zone.__members__:
            raise FormError("WRONG_PROFILE", field=key, reason="WRONG_ZONE")
        return Zone[value]
    if key == "paper":
        if value not in list(Paper):
            raise FormError("WRONG_PROFILE", field=key, reason="WRONG_PAPER")
        return Paper(value)
    return value


def toml_string(text: str) -> str:
    """A TOML basic string (TOML 1.0): quotes, backslashes and control characters escaped.

    Raises:
        ValueError: a lone surrogate, which no TOML file can hold.
    """
    text.encode("utf-8")
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character < " " or character == "\x7f":
        return f"\\u{ord(character):04X}"
    return character


def _line_of(text: str, key: str) -> int:
    # tomllib gives values without places; a key of this flat file stands at the start of its line.
    quoted = re.escape(key)
    pattern = re.compile(rf"""^\s*\[*\s*["']?{quoted}["']?\s*[=.\]]""")
    for number, line in enumerate(text.splitlines(), start=1):
        if pattern.match(line):
            return number
    return 1
