"""The list of words keeps its rules, and twelve of them tell a wrong or a swapped one."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.closing_words import (
    COUNT,
    MINIMUM_DISTANCE,
    WORDS,
    WordFault,
    checks_out,
    compare,
    distance,
    sound_key,
    words_of,
)
from kpu_desk.domain.errors import RuleError
from kpu_desk.resources import read_text

ROOT = Path(__file__).resolve().parent.parent.parent
LIST = tuple(read_text("words", "id.txt").split())
DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def test_there_are_2048_short_words_in_order() -> None:
    assert len(LIST) == len(set(LIST)) == COUNT
    assert list(LIST) == sorted(LIST)
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in LIST)


def test_any_two_words_are_three_letters_apart() -> None:
    # Words within two edits share what is left when up to two letters are taken out of each.
    left: dict[str, set[str]] = {}
    for word in LIST:
        once = {word[:i] + word[i + 1 :] for i in range(len(word))}
        for part in {word} | once | {w[:i] + w[i + 1 :] for w in once for i in range(len(w))}:
            left.setdefault(part, set()).add(word)
    pairs = {pair for group in left.values() for pair in combinations(sorted(group), 2)}
    assert [pair for pair in pairs if distance(*pair) < MINIMUM_DISTANCE] == []


@pytest.mark.parametrize(("one", "other", "far"), [("kapal", "kapal", 0), ("kapal", "kabel", 2), ("", "abc", 3)])
def test_the_distance_counts_letters(one: str, other: str, far: int) -> None:
    assert distance(one, other) == distance(other, one) == far


def test_no_two_words_sound_alike() -> None:
    assert len({sound_key(word) for word in LIST}) == COUNT
    assert sound_key("syahdu") == sound_key("satu") == "sato"


def test_no_word_is_kept_out() -> None:
    kept_out = set((ROOT / "packaging" / "words" / "kept_out.txt").read_text("utf-8").split())
    assert len(kept_out) > 1_000
    assert kept_out.isdisjoint(LIST)
    assert {"garuda", "merah", "coblos", "masjid", "mati", "satu", "nobel", "samudera"} <= kept_out


def test_the_candidates_give_the_list_that_stands(tmp_path: Path) -> None:
    words = ("packaging/words/candidates.txt", "packaging/words/kept_out.txt", "resources/words/id.txt")
    for name in ("packaging/choose_words.py", *words):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "kpu_desk").symlink_to(ROOT / "kpu_desk")
    subprocess.run([sys.executable, str(tmp_path / "packaging" / "choose_words.py")], check=True, capture_output=True)
    assert (tmp_path / "resources" / "words" / "id.txt").read_text("utf-8").split() == list(LIST)


def test_known_digests_have_known_words() -> None:
    # Reckoned apart from the program, by resources/words/README.md.
    assert words_of("0" * 64, LIST) == (LIST[0],) * 12
    assert words_of("8" + "0" * 63, LIST)[:2] == (LIST[1024], LIST[0])
    # 1024 doubled is 2048, which XOR 0x805 is 5.
    assert words_of("8" + "0" * 63, LIST)[11] == LIST[5]


@given(DIGESTS, st.integers(0, 255))
def test_another_digest_has_other_words_where_they_reach(digest: str, bit: int) -> None:
    other = f"{int(digest, 16) ^ (1 << (255 - bit)):064x}"
    same = words_of(digest, LIST) == words_of(other, LIST)
    assert same is (bit >= 121)


@given(DIGESTS, st.integers(0, WORDS - 1), st.integers(1, COUNT - 1))
def test_one_wrong_word_is_told_with_its_place(digest: str, place: int, shift: int) -> None:
    right = words_of(digest, LIST)
    assert checks_out(right, LIST)
    assert compare([f" {word.upper()} " for word in right], right, LIST) == ()
    said = list(right)
    said[place] = LIST[(LIST.index(said[place]) + shift) % COUNT]
    assert not checks_out(said, LIST)
    assert [problem.place for problem in compare(said, right, LIST)] == [place + 1]


@given(DIGESTS, st.sampled_from(list(combinations(range(WORDS), 2))))
def test_two_swapped_words_are_told_with_both_places(digest: str, places: tuple[int, int]) -> None:
    right = words_of(digest, LIST)
    one, other = places
    said = list(right)
    said[one], said[other] = said[other], said[one]
    if right[one] == right[other]:
        assert compare(said, right, LIST) == ()
        return
    assert not checks_out(said, LIST)
    assert [(p.place, p.fault, p.other) for p in compare(said, right, LIST)] == [
        (one + 1, WordFault.SWAPPED, other + 1),
        (other + 1, WordFault.SWAPPED, one + 1),
    ]


def test_a_slip_of_the_pen_names_the_word_meant_but_nothing_gives_the_right_one_away() -> None:
    right = words_of("12" * 32, LIST)
    slipped = right[3][:-1]
    (problem,) = compare([*right[:3], slipped, *right[4:]], right, LIST)
    assert (problem.place, problem.fault, problem.close) == (4, WordFault.UNKNOWN, right[3])
    (problem,) = compare([*right[:3], "xyzxyz", *right[4:]], right, LIST)
    assert (problem.fault, problem.close) == (WordFault.UNKNOWN, "")


@pytest.mark.parametrize("count", [0, 11, 13])
def test_other_than_twelve_words_are_refused(count: int) -> None:
    with pytest.raises(RuleError, match="KPU-CLOSING-WORDS-COUNT"):
        compare(["kapal"] * count, words_of("12" * 32, LIST), LIST)
