"""The chain of records: whole, broken, with late sheets, superseding records and records older than the chain."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kpu_desk.domain.canonical import canonical_json, digest_of
from kpu_desk.domain.chain import ChainEnd, ChainFault, ChainProblem, verify_record_chain

Data = dict[str, Any]


def record(ceremony: str, serial: str, end: ChainEnd, old: Data | None = None) -> Data:
    """The data of a record that follows ``end``, with what the chain looks at."""
    return {
        "format": "kpu-desk-record",
        "version": 2,
        "serial": serial,
        "ceremony": {"id": ceremony},
        "chain": {"position": end.position + 1, "previous": end.digest},
        "supersedes": None if old is None else {"content": digest(old)},
    }


def digest(data: Data) -> str:
    return digest_of(canonical_json(data))


def chain(ceremony: str, count: int, end: ChainEnd) -> tuple[list[Data], ChainEnd]:
    made = []
    for number in range(1, count + 1):
        made.append(record(ceremony, f"PI-{number:03}", end))
        end = end.after(digest(made[-1]))
    return made, end


def faults(*records: Data) -> list[tuple[ChainFault, str, int]]:
    return [(p.fault, p.serial, p.position) for p in verify_record_chain(records).problems]


def test_two_ceremonies_hang_on_each_other() -> None:
    first, end = chain("a", 3, ChainEnd(0, None))
    second, _ = chain("b", 3, ChainEnd(0, end.digest))
    report = verify_record_chain([*second, *reversed(first)])
    assert (report.records, report.unchained, report.whole, report.outside) == (6, 0, True, ())
    assert verify_record_chain(second).outside == (end.digest,)
    assert verify_record_chain(second).whole


def test_a_late_sheet_goes_on_from_its_own_ceremony() -> None:
    first, end = chain("a", 2, ChainEnd(0, None))
    second, _ = chain("b", 2, ChainEnd(0, end.digest))
    late = record("a", "PI-009", end)
    assert verify_record_chain([*first, *second, late]).whole


def test_a_record_taken_out_is_missing_and_one_put_in_is_wrong() -> None:
    records, end = chain("a", 4, ChainEnd(0, None))
    report = verify_record_chain([records[0], *records[2:]])
    assert (report.sound, report.whole, report.missing) == (True, False, (("a", 2),))
    assert verify_record_chain(records[1:]).missing == (("a", 1),)
    put_in = record("a", "PI-099", ChainEnd(1, end.digest))
    assert (ChainFault.LINK, "PI-099", 2) in faults(records[0], put_in, *records[2:])


def test_a_changed_record_breaks_the_link_behind_it() -> None:
    records, _ = chain("a", 3, ChainEnd(0, None))
    changed = {**records[0], "serial": "PI-777"}
    assert faults(changed, *records[1:]) == [(ChainFault.LINK, "PI-002", 2)]


def test_two_records_at_one_place() -> None:
    records, _ = chain("a", 2, ChainEnd(0, None))
    fork = record("a", "PI-055", ChainEnd(1, records[1]["chain"]["previous"]))
    assert sorted(faults(*records, fork)) == [(ChainFault.TWICE, serial, 2) for serial in ("PI-002", "PI-055")]
    assert verify_record_chain([*records, *records]).whole


def test_a_superseding_record_stands_at_the_end_and_names_the_old_one() -> None:
    records, end = chain("a", 2, ChainEnd(0, None))
    new = record("a", "PI-001", end, old=records[0])
    assert verify_record_chain([*records, new]).whole
    wrong = record("a", "PI-001", end, old=records[1])
    assert faults(*records, wrong) == [(ChainFault.SUPERSEDES, "PI-001", 3)]


def test_records_of_version_1_are_followed_by_the_chain() -> None:
    old = [{"format": "kpu-desk-record", "version": 1, "serial": f"PI-{n:03}", "ceremony": {"id": "a"}} for n in (1, 2)]
    records = [record("a", "PI-003", ChainEnd(2, digest(old[1])))]
    records.append(record("a", "PI-004", ChainEnd(3, digest(records[0]))))
    report = verify_record_chain([*old, *records])
    assert (report.whole, report.unchained) == (True, 2)
    other, _ = chain("b", 2, ChainEnd(0, digest(old[1])))
    assert verify_record_chain([*old, *other]).whole


def test_what_is_no_record_is_said_to_be_unreadable() -> None:
    odd: list[Data] = [
        {},
        {"format": "kpu-desk-record", "version": 2, "serial": "PI-001", "ceremony": {"id": "a"}},
        {**record("a", "PI-001", ChainEnd(0, None)), "half": 0.5},
        {**record("a", "PI-001", ChainEnd(0, None)), "chain": {"position": True, "previous": None}},
    ]
    report = verify_record_chain(odd)
    assert report.problems[1] == ChainProblem(ChainFault.UNREADABLE, "", "PI-001", 0)
    assert [p.fault for p in report.problems] == [ChainFault.UNREADABLE] * 4


@settings(max_examples=60, deadline=None)
@given(data=st.data(), sizes=st.lists(st.integers(1, 5), min_size=1, max_size=4))
def test_whole_chains_are_whole_in_any_order_and_any_change_is_seen(data: st.DataObject, sizes: list[int]) -> None:
    records: list[Data] = []
    last: str | None = None
    for number, size in enumerate(sizes):
        made, end = chain(f"c{number}", size, ChainEnd(0, last))
        records, last = [*records, *made], end.digest
    shuffled = data.draw(st.permutations(records))
    assert verify_record_chain(shuffled).whole
    victim = data.draw(st.integers(0, len(records) - 1))
    changed = [*records]
    changed[victim] = {**records[victim], "serial": "XX-001"}
    report = verify_record_chain(changed)
    is_last = victim == len(records) - 1
    ends_ceremony = is_last or records[victim + 1]["chain"]["position"] == 1
    # The end of a ceremony is told only by what hangs on it: another ceremony's first record, or the journal.
    assert report.sound == ends_ceremony
    assert bool(report.outside) == (ends_ceremony and not is_last)
