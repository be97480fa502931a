"""Legal and illegal acts in any order over the real services and a real database: no rule breaks, nothing is lost."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from kpu_desk.domain.allowed import CeremonyAct as Act
from kpu_desk.domain.ceremony import CeremonyState
from tests.services.any_order import AnyOrder
from tests.services.held_desk import CHOICES
from tests.services.stages import STAGES

SEEDS = 10


class Player:
    """Plays one day after another and likes best what the state seldom saw, or what it was seldom refused.

    Hypothesis knows neither: of its acts nine in ten are refused for the state alone, and half of the table is never
    reached. Nor can it make an order smaller here, where each try takes seconds. It plays the sample.
    """

    def __init__(self, machine: type[AnyOrder], dice: random.Random) -> None:
        self._machine, self._dice = machine, dice
        self._tried: Counter[tuple[str, str]] = Counter()
        self._allowed: Counter[tuple[str, str]] = Counter()

    def day(self, begun: str, steps: int, *, whole: bool) -> None:
        """One workspace from its beginning at a stage to its end; a fault comes with all that was done before."""
        desk, done = self._machine(), []
        desk.begin(begun=begun, whole=int(whole))
        try:
            desk.holds()
            for _ in range(steps):
                name = self._chosen(desk.book.state)
                arguments = {key: self._dice.choice(values) for key, values in CHOICES[name].items()}
                done.append(f"{name}({', '.join(f'{key}={value!r}' for key, value in arguments.items())})")
                state, before = desk.book.state, desk.held
                getattr(desk, name)(**arguments)
                desk.holds()
                self._tried[state, name] += 1
                self._allowed[state, name] += desk.held != before
        except BaseException as error:
            error.add_note("\n".join(done))
            raise
        finally:
            desk.teardown()

    def _chosen(self, state: str) -> str:
        names = list(CHOICES)
        tried = [self._tried[state, name] for name in names]
        rates = [(self._allowed[state, name] + 1) / (count + 2) for name, count in zip(names, tried, strict=True)]
        weights = [0.1 + 4 * rate**2 + 2 * (count < 2) for rate, count in zip(rates, tried, strict=True)]
        return self._dice.choices(names, weights)[0]


def machine_of(stages: tuple[str, ...]) -> type[AnyOrder]:
    """With counts of its own."""

    class Machine(AnyOrder):
        pass

    Machine.stages = stages
    return Machine


def table(machine: type[AnyOrder]) -> str:
    """What was reached: allowed and refused, by act and state."""
    lines = [f"{'':16}" + "".join(f"{state:>13}" for state in CeremonyState)]
    for act in Act:
        counts = (f"{machine.reached[s, act, True]}/{machine.reached[s, act, False]}" for s in CeremonyState)
        lines.append(f"{act:16}" + "".join(f"{count:>13}" for count in counts))
    played = Counter(allowed for (_, _, allowed), count in machine.reached.items() for _ in range(count))
    told = f"{played[True]} acts allowed, {played[False]} refused by {len(machine.refused)} rules; {machine.replayed}"
    return "\n".join((*lines, told))


def test_hypothesis_plays_a_day_in_any_order(at_length: Callable[[int, int], int]) -> None:
    machine = seed(20260122)(machine_of(("draft", "open")))
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=at_length(4, 40),
            stateful_step_count=at_length(20, 50),
            deadline=None,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert {allowed for _, _, allowed in machine.reached} == {True, False}


@pytest.mark.parametrize("number", range(SEEDS))
def test_tens_of_thousands_of_acts_in_any_order(number: int, at_length: Callable[[int, int], int]) -> None:
    if number >= at_length(0, SEEDS):
        pytest.skip("with --long")
    machine = machine_of(tuple(STAGES))
    player = Player(machine, random.Random(number))
    for day in range(28):
        player.day(list(STAGES)[day % len(STAGES)], 90, whole=day % 4 == number % 4)
    print(table(machine))
    reached = {(state, act) for state, act, _ in machine.reached}
    assert {(state.value, act) for state in CeremonyState for act in Act} - reached == set()
