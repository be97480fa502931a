"""The hash chain and the canonical JSON it stands on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.errors import StorageError
from kpu_desk.domain.journal import GENESIS, Actor, Event, JournalEntry, next_entry, utc_text, verify_chain

ACTOR = Actor("Ratna Wulandari", "Kasubbag Hukum")
NOW = datetime(2026, 1, 22, 9, 3, 4, 567_899, tzinfo=timezone(timedelta(hours=7)))

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def chain(length: int) -> list[JournalEntry]:
    entries: list[JournalEntry] = []
    for number in range(length):
        last = entries[-1] if entries else None
        entries.append(next_entry(last, Event.CALLED, actor=ACTOR, facts={"official": number}, now=NOW))
    return entries


def broken(entries: list[JournalEntry], head: JournalEntry | None = None) -> dict[str, str | int]:
    with pytest.raises(StorageError) as caught:
        verify_chain(entries, head)
    assert caught.value.code == "JOURNAL_BROKEN"
    return caught.value.facts


def test_a_whole_chain_holds() -> None:
    entries = chain(5)
    assert entries[0].previous == GENESIS
    verify_chain(entries)
    verify_chain(entries, head=entries[2])
    verify_chain([])


def test_the_digest_can_be_computed_without_the_program() -> None:
    entry = chain(2)[1]
    fields = {
        "actor": "Ratna Wulandari",
        "actor_office": "Kasubbag Hukum",
        "at": "2026-01-22T02:03:04.567Z",
        "event": "called",
        "facts": '{"official":1}',
        "format": "kpu-desk journal 1",
        "previous": chain(1)[0].digest,
        "seq": 2,
    }
    text = json.dumps(fields, separators=(",", ":"), sort_keys=True)
    assert entry.digest == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: replace(entry, at="2026-01-22T02:03:04.568Z"),
        lambda entry: replace(entry, actor="Orang Lain"),
        lambda entry: replace(entry, actor_office=""),
        lambda entry: replace(entry, event="checked_in"),
        lambda entry: replace(entry, facts='{"official":3}'),
        lambda entry: replace(entry, digest=GENESIS),
    ],
)
def test_a_changed_entry_is_found(change: Callable[[JournalEntry], JournalEntry]) -> None:
    entries = chain(5)
    entries[2] = change(entries[2])
    assert broken(entries) == {"seq": 3, "reason": "DIGEST"}


def test_a_rewritten_entry_breaks_the_link_after_it() -> None:
    entries = chain(5)
    entries[2] = next_entry(entries[1], Event.CALLED, actor=ACTOR, facts={"official": 99}, now=NOW)
    assert broken(entries) == {"seq": 4, "reason": "LINK"}


def test_a_missing_entry_is_found() -> None:
    entries = chain(5)
    assert broken(entries[:2] + entries[3:]) == {"seq": 3, "reason": "GAP"}


def test_a_cut_tail_is_found_by_a_head_known_from_elsewhere() -> None:
    entries = chain(5)
    verify_chain(entries[:3])
    assert broken(entries[:3], head=entries[4]) == {"seq": 5, "reason": "HEAD_MISSING"}


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        utc_text(datetime(2026, 1, 22))  # noqa: DTZ001 -- the very thing to refuse
    assert utc_text(datetime(2026, 1, 22, tzinfo=UTC)) == "2026-01-22T00:00:00.000Z"


def test_names_of_events_are_their_own() -> None:
    assert all(event.value == event.name.lower() for event in Event)


@given(json_values)
def test_canonical_json_reads_back_and_is_one_for_one_value(value: object) -> None:
    data = canonical_json(value)
    assert json.loads(data) == value
    assert canonical_json(json.loads(data)) == data


def test_canonical_json_follows_rfc_8785() -> None:
    # Keys of RFC 8785, 3.2.3: sorted by UTF-16 code units, not by code points.
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    ordered = list(json.loads(canonical_json(dict.fromkeys(keys, 0))))
    assert ordered == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert canonical_json({"b": ["é", 1, None, True], "a": '\x1f"/'}) == (
        '{"a":"\\u001f\\"/","b":["é",1,null,true]}'.encode()
    )


@pytest.mark.parametrize("value", [0.5, {"x": 1.0}, float("nan"), 2**53, {1: 2}, b"x", {"x": {1}}, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- only the kind is promised
        canonical_json(value)
