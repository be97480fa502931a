"""Chooses the 2,048 words of resources/words/id.txt from words/candidates.txt; the same candidates give the same list.

Every candidate is told from words it could be taken for: two or fewer letters apart, or alike in sound. Words with the
fewest such neighbours are taken first, ties in alphabetical order; each one taken strikes its neighbours. Words in
words/kept_out.txt never come in: no offence, no misfortune, no creed, party, person, colour, count or vote, no spelling
that a dictionary corrects. What stands in the list already and may stay comes first.
Run by hand after a change of either file: packaging/choose_words.py
"""

from __future__ import annotations

import heapq
import re
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from kpu_desk.domain.closing_words import COUNT, MINIMUM_DISTANCE, distance, sound_key  # noqa: E402 -- needs the path


def shortened(word: str) -> set[str]:
    """The word and what is left of it when one or two letters go; words within two edits share one of them."""
    once = {word[:i] + word[i + 1 :] for i in range(len(word))}
    return {word} | once | {part[:i] + part[i + 1 :] for part in once for i in range(len(part))}


def neighbours(words: list[str]) -> dict[str, set[str]]:
    """Which words cannot stand beside which."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for part in shortened(word):
            groups[part].append(word)
    found: dict[str, set[str]] = {word: set() for word in words}
    pairs = {pair for group in groups.values() for pair in combinations(group, 2)}
    close = [pair for pair in pairs if distance(*pair) < MINIMUM_DISTANCE]
    sounds: dict[str, list[str]] = defaultdict(list)
    for word in words:
        sounds[sound_key(word)].append(word)
    close += [pair for group in sounds.values() for pair in combinations(group, 2)]
    for one, other in close:
        found[one].add(other)
        found[other].add(one)
    return found


def choose(words: list[str]) -> list[str]:
    """As many words as the rules let stand together, in the order in which they were taken."""
    near = neighbours(words)
    left, chosen = set(words), []
    heap = [(len(near[word]), word) for word in words]
    heapq.heapify(heap)
    while heap:
        count, word = heapq.heappop(heap)
        if word not in left:
            continue
        now = len(near[word] & left)
        if now != count:
            heapq.heappush(heap, (now, word))
            continue
        chosen.append(word)
        struck = near[word] & left
        left -= struck | {word}
        for touched in {other for gone in struck for other in near[gone]} & left:
            heapq.heappush(heap, (len(near[touched] & left), touched))
    return chosen


def main() -> None:
    """Writes the list and says how many words there were to choose from."""
    kept_out = set((HERE / "words" / "kept_out.txt").read_text("utf-8").split())
    candidates = set((HERE / "words" / "candidates.txt").read_text("utf-8").split()) - kept_out
    words = sorted(word for word in candidates if re.fullmatch("[a-z]{4,8}", word))
    listed = HERE.parent / "resources" / "words" / "id.txt"
    near = neighbours(words)
    stand = sorted(set(listed.read_text("utf-8").split()) & set(words))
    chosen = stand + choose([word for word in words if word not in stand and near[word].isdisjoint(stand)])
    if len(chosen) < COUNT:
        sys.exit(f"{len(chosen)} of {COUNT} words; more candidates are needed")
    listed.write_text("\n".join(sorted(chosen[:COUNT])) + "\n", "utf-8")
    sys.stdout.write(f"{len(words)} candidates, {len(chosen)} can stand together, {COUNT} written\n")


if __name__ == "__main__":
    main()
