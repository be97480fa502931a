"""Mail merge without a word processor: which of many PDFs is whose, by NIP or name in its file name or its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kpu_desk.domain.officials import Official
from kpu_desk.domain.own_pdf import OwnPdf


class MatchedBy(StrEnum):
    """By what a file was found to be somebody's, the surest first."""

    NIP_IN_NAME = "nip_in_name"
    NAME_IN_NAME = "name_in_name"
    NIP_IN_TEXT = "nip_in_text"
    NAME_IN_TEXT = "name_in_text"


@dataclass(frozen=True, slots=True)
class Match:
    """One file and whose it seems to be.

    ``official_id`` is None where nobody was found, or several as well: then ``others`` names them.
    """

    file: str
    official_id: str | None
    by: MatchedBy | None
    others: tuple[str, ...] = ()


def match_files(people: Sequence[Official], files: Sequence[tuple[str, OwnPdf]]) -> tuple[Match, ...]:
    """A match for each file, in their order; a person to whom two files would belong gets none of them.

    The surest sign that names exactly one person decides; one that names several decides nothing.
    """
    found = [_match(people, name, own) for name, own in files]
    counted = [match.official_id for match in found if match.official_id is not None]
    return tuple(
        Match(match.file, None, None, (match.official_id,))
        if match.official_id is not None and counted.count(match.official_id) > 1
        else match
        for match in found
    )


def _match(people: Sequence[Official], file: str, own: OwnPdf) -> Match:
    stem = file.rpartition(".")[0] or file
    text = " ".join(word.slot for word in own.words)
    several: tuple[str, ...] = ()
    for by, where, key in (
        (MatchedBy.NIP_IN_NAME, _digits(stem), _nip),
        (MatchedBy.NAME_IN_NAME, _plain(stem), _name),
        (MatchedBy.NIP_IN_TEXT, _digits(text), _nip),
        (MatchedBy.NAME_IN_TEXT, _plain(text), _name),
    ):
        named = _longest([(key(person), person.id) for person in people], where)
        if len(named) == 1:
            return Match(file, named[0], by)
        several = several or tuple(named)
    return Match(file, None, None, several)


def _longest(keys: list[tuple[str, str]], where: str) -> list[str]:
    """Whom the text names; a name that is part of another one found there ("Sari" in "Sari Dewi") is not meant."""
    there = [(key, person) for key, person in keys if key.strip() and key in where]
    return [
        person for key, person in there if not any(key != other and key.strip() in other.strip() for other, _ in there)
    ]


def _nip(person: Official) -> str:
    return _digits(person.nip or "")


def _name(person: Official) -> str:
    """The name without titles: what stands before the first comma, and no word that ends with a full stop."""
    words = [word for word in person.name.split(",", 1)[0].split() if not word.endswith(".")]
    return _plain(" ".join(words))


def _digits(text: str) -> str:
    """Groups of digits; spaces between them do not count, as in 19860926 201505 2 001."""
    return re.sub(r"(?<=\d)[\s._-]+(?=\d)", "", text)


def _plain(text: str) -> str:
    """Words in small letters with one space around each."""
    spelt = unicodedata.normalize("NFKD", text).casefold()
    return f" {' '.join(re.findall(r'[a-z]+', spelt))} "
