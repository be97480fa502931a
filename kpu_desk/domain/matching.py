"""Mail merge without a word processor: which of many PDFs is whose, by NIP or name in its file name or its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
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

    ``official_id`` is None where nobody was found, or several: then ``others`` names them, or the one person for whom
    there is another file too.
    """

    file: str
    official_id: str | None
    by: MatchedBy | None
    others: tuple[str, ...] = ()


def match_files(people: Sequence[Official], files: Sequence[tuple[str, OwnPdf]]) -> tuple[Match, ...]:
    """A match for each file, in their order; a person to whom two files would belong gets none of them.

    The surest sign that names exactly one person decides, unless another sign speaks of others only: a file called
    after one person with another one's text is nobody's. Whoever stands in every one of several texts signs them all,
    as the Ketua does, and is not the one whose they are.
    """
    texts = [" ".join(word.slot for word in own.words) for _name, own in files]
    everywhere = {
        by: set.intersection(*(set(_named(people, by, text)) for text in texts)) if len(texts) > 1 else set()
        for by in (MatchedBy.NIP_IN_TEXT, MatchedBy.NAME_IN_TEXT)
    }
    found = [_match(people, name, text, everywhere) for (name, _own), text in zip(files, texts, strict=True)]
    counted = [match.official_id for match in found if match.official_id is not None]
    return tuple(
        Match(match.file, None, None, (match.official_id,))
        if match.official_id is not None and counted.count(match.official_id) > 1
        else match
        for match in found
    )


def _match(people: Sequence[Official], file: str, text: str, everywhere: Mapping[MatchedBy, set[str]]) -> Match:
    stem = file.rpartition(".")[0] or file
    signs: list[tuple[MatchedBy, list[str]]] = []
    for by in MatchedBy:
        where = stem if by in (MatchedBy.NIP_IN_NAME, MatchedBy.NAME_IN_NAME) else text
        signs.append((by, [one for one in _named(people, by, where) if one not in everywhere.get(by, ())]))
    decided = next(((by, named[0]) for by, named in signs if len(named) == 1), None)
    if decided is None:
        return Match(file, None, None, tuple(next((named for _by, named in signs if named), ())))
    by, person = decided
    against = [one for _by, named in signs if person not in named for one in named]
    if against:
        return Match(file, None, None, tuple(dict.fromkeys((person, *against))))
    return Match(file, person, by)


def _named(people: Sequence[Official], by: MatchedBy, where: str) -> list[str]:
    """Whom a file's name or text names in this way."""
    if by in (MatchedBy.NIP_IN_NAME, MatchedBy.NIP_IN_TEXT):
        return _longest([(_digits(person.nip or ""), person.id) for person in people], _digits(where))
    return _longest([(_name(person), person.id) for person in people], _plain(where))


def _longest(keys: list[tuple[str, str]], where: str) -> list[str]:
    """Whom the text names; a name that is part of another one found there ("Sari" in "Sari Dewi") is not meant."""
    there = [(key, person) for key, person in keys if key.strip() and key in where]
    return [
        person for key, person in there if not any(key != other and key.strip() in other.strip() for other, _ in there)
    ]


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
