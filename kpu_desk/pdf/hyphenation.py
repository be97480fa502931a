"""Where an Indonesian word may be parted at the end of a line (EYD V, Pemenggalan Kata)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kpu_desk.resources import read_text

SOFT_HYPHEN = "\u00ad"
"""Marks a place where a word may be parted; never printed itself."""

LEAST_BEFORE = 2
LEAST_AFTER = 3
"""Letters that stay before and after a hyphen: "-an" alone on a line reads badly."""

_VOWELS = frozenset("aeiou")
_WORD = re.compile(r"(?<![\w@./])[A-Za-z][a-z]{4,}(?![\w@/]|\.\w)")
_SENTENCE_BEGINS = re.compile(r"(?:\A|[.!?] )\Z")
# The root may begin with the vowel or with the consonant before it, and only a dictionary knows which.
_UNSURE_PREFIX = re.compile(r"(?:mem|di|ke|se|pem|ber|ter)?(?:[bpt]er|[mp]eng)(?=[aeiou])")
_UNSURE_SUFFIX = re.compile(r"(?:ng|ny|sy|kh|[b-df-hj-np-tv-z])an(?:nya)?$")
_PARTICLES = ("nya", "lah", "kah", "pun")
_VERB = re.compile(r"(?:me|di|ter|ber)")


@dataclass(frozen=True, slots=True)
class _Language:
    digraphs: frozenset[str]
    diphthongs: frozenset[str]
    prefixes: tuple[str, ...]
    capitals: frozenset[str]
    words: dict[str, tuple[str, ...]]


@lru_cache(maxsize=20_000)
def break_points(word: str) -> tuple[int, ...]:
    """Places in the word, counted in letters from its start, where a hyphen may part it.

    Words of the list are parted between the parts given there and between the syllables of each. A syllable ends
    between two vowels, before a lone consonant, or behind the first of several; in words that are not listed, places
    that depend on a root we cannot know are left out.

    Args:
        word: lower-case letters a to z; any other gives no place.
    """
    language = _language()
    points = _listed(word, language)
    if points is None:
        points = _by_syllables(word, language)
    return tuple(point for point in points if LEAST_BEFORE <= point <= len(word) - LEAST_AFTER)


@lru_cache(maxsize=4_000)
def with_soft_hyphens(text: str) -> str:
    """The text with a soft hyphen wherever one of its words may be parted.

    Words with a capital are names, titles or abbreviations as often as not, and stay whole unless they begin a
    sentence or are listed as common words. So do the parts of a word with a hyphen of its own.
    """
    return _WORD.sub(lambda found: _marked(found[0]) if _common(found) else found[0], text)


def _common(found: re.Match[str]) -> bool:
    word = found[0]
    if "-" in found.string[max(found.start() - 1, 0) : found.start()] + found.string[found.end() : found.end() + 1]:
        # "perundang-undangan" has its hyphen; a second one near it would mislead the reader.
        return False
    if word.islower() or word.lower() in _language().capitals:
        return True
    return bool(_SENTENCE_BEGINS.search(found.string[max(found.start() - 2, 0) : found.start()]))


def _marked(word: str) -> str:
    places = (0, *break_points(word.lower()), len(word))
    return SOFT_HYPHEN.join(word[begin:end] for begin, end in pairwise(places))


def _listed(word: str, language: _Language) -> tuple[int, ...] | None:
    parts = language.words.get(word)
    if parts is None and word.endswith(_PARTICLES):
        root = language.words.get(word[:-3])
        parts = (*root, word[-3:]) if root is not None else None
    if parts is None:
        return None
    places: list[int] = []
    start = 0
    for part in parts:
        places += [start, *(start + place for place in _syllables(part, language))]
        start += len(part)
    return tuple(places[1:])


def _by_syllables(word: str, language: _Language) -> tuple[int, ...]:
    if not (word.isascii() and word.isalpha() and word.islower()):
        return ()
    prefix = next((prefix for prefix in language.prefixes if word.startswith(prefix)), "")
    points = {len(prefix), *(len(prefix) + place for place in _syllables(word[len(prefix) :], language))} - {0}
    return tuple(sorted(points - _unsure(word)))


def _syllables(word: str, language: _Language) -> list[int]:
    letters = re.findall("|".join([*sorted(language.digraphs), "."]), word)
    starts = [0]
    for letter in letters:
        starts.append(starts[-1] + len(letter))
    vowels = [index for index, letter in enumerate(letters) if letter in _VOWELS]
    places = []
    for one, two in pairwise(vowels):
        between = two - one - 1
        if between == 0 and letters[one] + letters[two] in language.diphthongs:
            continue
        places.append(starts[one + 1] if between <= 1 else starts[one + 2])
    return places


def _unsure(word: str) -> set[int]:
    """Places around a consonant that may belong to the prefix or the root, to the root or the suffix."""
    unsure: set[int] = set()
    prefix = _UNSURE_PREFIX.match(word)
    if prefix:
        unsure |= set(range(prefix.end() - 2, prefix.end() + 1))
    suffix = _UNSURE_SUFFIX.search(word)
    if suffix and not (suffix[0] in ("kan", "kannya") and _VERB.match(word)):
        unsure |= {suffix.start(), suffix.start() + 1, suffix.start() + 2}
    return unsure


@cache
def _language() -> _Language:
    sections: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in read_text("hyphenation", "id.txt").splitlines():
        if line.startswith("["):
            entries = sections.setdefault(line.strip("[] "), [])
        elif line and not line.startswith("#"):
            entries += line.split()
    words = {entry.replace("-", ""): tuple(entry.split("-")) for entry in sections["kata"]}
    return _Language(
        digraphs=frozenset(sections["gabungan"]),
        diphthongs=frozenset(sections["diftong"]),
        prefixes=tuple(sections["awalan"]),
        capitals=frozenset(sections["kapital"]),
        words=words,
    )
