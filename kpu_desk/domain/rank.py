"""Pangkat and golongan: how they are written, joined and recognised (domain.md 5.2)."""

from __future__ import annotations

import re

from kpu_desk.domain.roster_text import fold, says_nothing

_GRADE = re.compile(r"\b(?P<step>IV|I{1,3})\s*[/.\-]?\s*(?P<letter>[a-eA-E])\b", re.IGNORECASE)
# PPPK have a golongan I to XVII and no pangkat; people without rank are called many things (quirks.md).
_OTHER_RANK = re.compile(
    r"^(?:gol(?:ongan)?\.?\s*)?(?:[IVX]+|\d{1,2})$|^(?:pppk|ptt|thl|tks|honor\w*|tenaga kontrak|ppnpn|non[ -]?asn)\b",
    re.IGNORECASE,
)
# Longest first, so that "Penata Muda Tingkat I" is not read as "Penata" (pangkat: domain.md 5.2).
_GRADE_OF_RANK = (
    ("pengatur muda tingkat i", "II/b"),
    ("penata muda tingkat i", "III/b"),
    ("pembina utama madya", "IV/d"),
    ("juru muda tingkat i", "I/b"),
    ("pengatur tingkat i", "II/d"),
    ("pembina utama muda", "IV/c"),
    ("penata tingkat i", "III/d"),
    ("pembina tingkat i", "IV/b"),
    ("juru tingkat i", "I/d"),
    ("pengatur muda", "II/a"),
    ("pembina utama", "IV/e"),
    ("penata muda", "III/a"),
    ("juru muda", "I/a"),
    ("pengatur", "II/c"),
    ("penata", "III/c"),
    ("pembina", "IV/a"),
    ("juru", "I/c"),
)


def join_rank(rank: str, grade: str) -> str | None:
    """One text out of the columns Pangkat and Golongan, both as written: ``Penata (III/c)``.

    The form with brackets is the customary one and shows that two cells were joined. When one is empty or the
    first already holds the second, there is nothing to join.
    """
    rank, grade = ("" if says_nothing(text) else fold(text) for text in (rank, grade))
    if rank and grade and grade.casefold() not in rank.casefold():
        return f"{rank} ({grade})"
    return rank or grade or None


def known_grade(text: str) -> str | None:
    """The golongan in a written rank, ``III/c`` for ``IIIC``, ``Penata, III/c`` or ``gol. III c``; else None."""
    match = _GRADE.search(text)
    return f"{match['step'].upper()}/{match['letter'].lower()}" if match else None


def known_rank(text: str) -> str | None:
    """The golongan that belongs to the pangkat named in ``text`` (``Penata Tk.I`` gives ``III/d``), or None."""
    words = fold(re.sub(r"[^a-z1]+", " ", text.casefold()))
    words = re.sub(r"\b(?:tk|tkt|tingkat) (?:i|1)\b", "tingkat i", words) + " "
    return next((grade for name, grade in _GRADE_OF_RANK if words.startswith(name + " ")), None)


def is_rank_of_others(text: str) -> bool:
    """Whether the text is what people without a pangkat have: a golongan of PPPK, or ``PTT``, ``Honor`` …"""
    return bool(_OTHER_RANK.match(text))
