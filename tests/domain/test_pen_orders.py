"""Any order of any samples: every contact ends as one thing, and no sample inside a stroke is missing."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.pen import FULL_PRESSURE, Outcome, PenSample, Phase, StrokeBuilder, StrokePoint, Tool

Owner = tuple[Tool, int, int]
Happening = PenSample | str

_samples = st.builds(
    PenSample,
    phase=st.sampled_from([Phase.DOWN, Phase.MOVE, Phase.MOVE, Phase.MOVE, Phase.UP, Phase.CANCEL]),
    tool=st.sampled_from(Tool),
    x_um=st.integers(-1_000, 500_000),
    y_um=st.integers(-1_000, 500_000),
    pressure=st.integers(0, FULL_PRESSURE),
    at_ms=st.integers(0, 9_000),
    contact=st.integers(0, 2),
    device=st.integers(0, 1),
)
_happenings = st.lists(
    st.one_of(_samples, _samples, _samples, st.sampled_from(["end", "unplug 0", "unplug 1", "clear"])), max_size=80
)


@dataclass
class Book:
    """What a witness beside the pad would write down, without knowing how strokes are made."""

    begun: int = 0
    open: tuple[Owner, list[PenSample]] | None = None
    kept: list[list[PenSample]] = field(default_factory=list)
    discarded: int = 0
    rejected: int = 0

    def close(self) -> None:
        assert self.open is not None
        self.kept.append(self.open[1])
        self.open = None


def _owner(sample: PenSample) -> Owner:
    return (sample.tool, sample.device, sample.contact)


def _note(book: Book, sample: PenSample, outcome: Outcome) -> None:
    """Notes what the builder said it did, and holds it to the samples that were really delivered."""
    if sample.phase is Phase.DOWN:
        book.begun += 1
        if outcome is Outcome.REJECTED:
            book.rejected += 1
            return
        assert outcome in (Outcome.STARTED, Outcome.TOOK_OVER)
        if book.open is not None:
            if book.open[0][0] is sample.tool:
                book.close()
            else:
                book.open = None
                book.rejected += 1
        if outcome is Outcome.TOOK_OVER:
            book.rejected += len(book.kept)
            book.kept.clear()
        book.open = (_owner(sample), [sample])
    elif book.open is None or book.open[0] != _owner(sample):
        assert outcome is Outcome.IGNORED
    elif sample.phase is Phase.MOVE:
        # A sample inside a contact that may still become a stroke is taken, whatever is odd about it.
        assert outcome is Outcome.EXTENDED
        book.open[1].append(sample)
    elif sample.phase is Phase.UP:
        assert outcome is Outcome.FINISHED
        book.close()
    else:
        assert outcome is Outcome.REJECTED
        book.open = None
        book.rejected += 1


def _plain(points: tuple[StrokePoint, ...] | list[PenSample]) -> list[tuple[int, int, int, int]]:
    return [(point.x_um, point.y_um, point.pressure, point.at_ms) for point in points]


@given(_happenings)
def test_in_any_disorder_every_contact_is_a_stroke_or_discarded_or_rejected(happenings: list[Happening]) -> None:
    builder = StrokeBuilder()
    book = Book()
    strokes: list[tuple[StrokePoint, ...]] = []
    for one in [*happenings, "end"]:
        if isinstance(one, PenSample):
            outcome = builder.feed(one)
            if outcome is Outcome.TOOK_OVER:
                # As the holder of the finished strokes does.
                builder.rejected += len(strokes)
                strokes.clear()
            strokes += builder.take_finished()
            _note(book, one, outcome)
        elif one == "clear":
            builder.end_contact()
            strokes += builder.take_finished()
            if book.open is not None:
                book.close()
            book.discarded += len(book.kept)
            book.kept.clear()
            strokes.clear()
            builder.forget_tool()
        else:
            device = None if one == "end" else int(one[-1])
            ends = book.open is not None and device in (None, book.open[0][1])
            assert builder.end_contact(device) is (Outcome.FINISHED if ends else Outcome.IGNORED)
            if ends:
                book.close()
            strokes += builder.take_finished()
        assert builder.is_down == (book.open is not None)
        assert builder.begun == book.begun == len(strokes) + book.discarded + builder.rejected + builder.is_down
        assert builder.rejected == book.rejected
    assert [_plain(stroke) for stroke in strokes] == [_plain(kept) for kept in book.kept]
    # What is kept together was written by one tool.
    assert len({owner for kept in book.kept for owner in (kept[0].tool,)}) <= 1


@given(_happenings)
def test_a_palm_never_takes_the_pad_from_a_pen(happenings: list[Happening]) -> None:
    """After the pen has written, whatever a hand or a mouse does, the strokes of the pen are the same."""

    def strokes_of(samples: list[PenSample]) -> list[tuple[StrokePoint, ...]]:
        builder = StrokeBuilder()
        builder.feed(PenSample(Phase.DOWN, Tool.PEN, 0, 0, 9, 0))
        for sample in samples:
            builder.feed(sample)
        builder.end_contact()
        return list(builder.take_finished())

    # A pen that is cancelled decides nothing, so afterwards the hand may write: not in this test.
    samples = [one for one in happenings if isinstance(one, PenSample) and one.phase is not Phase.CANCEL]
    assert strokes_of(samples) == strokes_of([one for one in samples if one.tool is Tool.PEN])


@given(st.lists(st.tuples(st.integers(0, 2), _samples), max_size=80))
def test_of_several_pads_one_is_written_on_and_each_accounts_for_its_own(
    happenings: list[tuple[int, PenSample]],
) -> None:
    pads = [StrokeBuilder() for _ in range(3)]
    kept: list[list[tuple[StrokePoint, ...]]] = [[] for _ in pads]
    delivered: list[list[PenSample]] = [[] for _ in pads]

    for at, sample in happenings:
        pad, beside = pads[at], [other for other in pads if other is not pads[at]]
        if sample.phase is Phase.DOWN and any(other.bars(sample) for other in beside):
            pad.turn_away()
            continue
        outcome = pad.feed(sample)
        if outcome is Outcome.TOOK_OVER:
            pad.rejected += len(kept[at])
            kept[at].clear()
        if outcome in (Outcome.STARTED, Outcome.TOOK_OVER):
            for other in beside:
                lying, rejected = other.is_down, other.rejected
                other.give_way(sample)
                # What is finished on a pad beside stays; at most a palm that lies there goes.
                assert other.rejected - rejected <= lying
        if outcome in (Outcome.STARTED, Outcome.TOOK_OVER, Outcome.EXTENDED):
            delivered[at].append(sample)
        for number, other in enumerate(pads):
            kept[number] += other.take_finished()
            assert other.begun == len(kept[number]) + other.rejected + other.is_down
        assert sum(other.is_down for other in pads) <= 1
    for number, strokes in enumerate(kept):
        # Nothing of a stroke is missing, and nothing came over from a pad beside.
        whole = _plain(delivered[number])
        for stroke in map(_plain, strokes):
            assert any(whole[start : start + len(stroke)] == stroke for start in range(len(whole)))
