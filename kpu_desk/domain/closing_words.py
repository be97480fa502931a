"""The closing words: a digest as twelve words that are read aloud, written by hand and compared word by word.

Eleven words carry the first 121 bits of a SHA-256, the twelfth checks them. Each word stands for 11 bits, an element of
GF(2¹¹) with the polynomial x¹¹ + x² + 1 and α = x; the check is chosen so that Σ αⁱ·wᵢ = 0 over i = 1 … 12, taking
α⁰ for the twelfth. All weights differ, so any one wrong word and any two swapped ones break the sum for certain;
resources/words/README.md says it for whoever computes it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from kpu_desk.domain.errors import RuleError

COUNT = 2048
WORDS = 12
MINIMUM_DISTANCE = 3
BITS = 11
"""One word's share of the digest."""

_POLYNOMIAL = 0b1000_0000_0101
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("bfv", "p"),
        "d": "t",
        **dict.fromkeys("gqx", "k"),
        **dict.fromkeys("cjz", "s"),
        "r": "l",
        "m": "n",
        **dict.fromkeys("ye", "i"),
        **dict.fromkeys("wu", "o"),
        "h": "",
    }
)
_DIGRAPHS = (("ng", "n"), ("ny", "n"), ("kh", "k"), ("sy", "s"))


class WordFault(StrEnum):
    """What can be wrong with one of the twelve words."""

    UNKNOWN = "UNKNOWN"
    """It is not in the list."""
    WRONG = "WRONG"
    """It is in the list, but not the word of this place."""
    SWAPPED = "SWAPPED"
    """It is the word of another place, and that place holds the word of this one."""


@dataclass(frozen=True, slots=True)
class WordProblem:
    """One wrong word: its place from 1, what was said, and the place it was swapped with or the word it may be.

    The expected word is never given away: whoever reads the paper has to bring it.
    """

    place: int
    fault: WordFault
    said: str
    other: int = 0
    close: str = ""


def words_of(digest: str, words: Sequence[str]) -> tuple[str, ...]:
    """The twelve words of a SHA-256 in hexadecimal; ``words`` is the list, in its order."""
    bits = int(digest, 16) >> (256 - BITS * (WORDS - 1))
    indices = [(bits >> (BITS * (WORDS - 2 - place))) & (COUNT - 1) for place in range(WORDS - 1)]
    return tuple(words[index] for index in (*indices, _check(indices)))


def checks_out(said: Sequence[str], words: Sequence[str]) -> bool:
    """Whether twelve words fit together: false for certain with one wrong or any two swapped."""
    known = {word: index for index, word in enumerate(words)}
    indices = [known.get(_folded(word)) for word in said]
    whole = [index for index in indices if index is not None]
    return len(whole) == len(indices) == WORDS and _check(whole[:-1]) == whole[-1]


def compare(said: Sequence[str], expected: Sequence[str], words: Sequence[str]) -> tuple[WordProblem, ...]:
    """What is wrong with the words said, place by place; nothing where they are those expected.

    Raises:
        RuleError: KPU-CLOSING-WORDS-COUNT with ``count`` when they are not twelve.
    """
    if len(said) != WORDS:
        raise RuleError("KPU-CLOSING-WORDS-COUNT", count=len(said))
    given = [_folded(word) for word in said]
    known = set(words)
    problems = []
    for place, (word, right) in enumerate(zip(given, expected, strict=True)):
        if word == right:
            continue
        if word not in known:
            problems.append(WordProblem(place + 1, WordFault.UNKNOWN, word, close=_close(word, words)))
            continue
        swapped = next(
            (other for other in range(WORDS) if other != place and given[other] == right and expected[other] == word),
            None,
        )
        fault = WordFault.WRONG if swapped is None else WordFault.SWAPPED
        problems.append(WordProblem(place + 1, fault, word, other=0 if swapped is None else swapped + 1))
    return tuple(problems)


def sound_key(word: str) -> str:
    """What is left of a word for a bad ear: no voice, no h, l for r, one nasal, three vowels, nothing doubled."""
    for written, heard in _DIGRAPHS:
        word = word.replace(written, heard)
    return "".join(sound for sound, _run in groupby(word.translate(_SOUNDS)))


def distance(one: str, other: str) -> int:
    """Levenshtein distance: letters put in, taken out or replaced."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i]
        for j, against in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != against)))
    return row[-1]


def _folded(word: str) -> str:
    return word.strip().lower()


def _close(word: str, words: Sequence[str]) -> str:
    """The only listed word one slip of the pen away; two apart could be two of them."""
    return next((known for known in words if distance(word, known) == 1), "")


def _check(indices: Sequence[int]) -> int:
    total, weight = 0, 1
    for index in indices:
        weight = _times(weight, 2)
        total ^= _times(weight, index)
    return total


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & COUNT:
            one ^= _POLYNOMIAL
        other >>= 1
    return product
