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
from tests.services.rule_book import MAY
from tests.services.stages import STAGES

SEEDS = 24
LIKED = {
    "sign_next": 8,
    "sign": 3,
    "sign_with_help": 3,
    "sign_anything": 4,
    "hand_over_later": 2,
    "check_in": 3,
    "open_sitting": 2,
    "close": 3,
    "resume": 0.2,
    "take_back_ready": 0.2,
    "correct": 0.4,
    "set_targets": 0.2,
    "plan_rundown": 0.2,
    "import_roster": 0.3,
    "give_number": 0.4,
    "step": 0.5,
    "jump": 0.2,
    "open_again": 0.2,
}
"""What moves a day on, and what costs much and changes little."""


class Player:
    """Plays one day after another and likes best what the state seldom saw, or what it was seldom refused.

    Hypothesis knows neither: of its acts nine in ten are refused for the state alone, and half of the table is never
    reached. Nor can it make an order smaller here, where each try takes seconds. It plays the sample.
    """

    def __init__(self, machine: type[AnyOrder], dice: random.Random) -> None:
        self._machine, self._dice = machine, dice
        self._tried: Counter[tuple[str, str]] = Counter()
        self._allowed: Counter[tuple[str, str]] = Counter()
        self._act: dict[str, Act] = {}

    def day(self, begun: str, steps: int, *, whole: bool) -> None:
        """One workspace from its beginning at a stage to its end; a fault comes with all that was done before."""
        desk, done = self._machine(), []
        desk.begin(begun=begun, whole=int(whole))
        try:
            desk.holds()
            while desk.acts < steps:
                name = self._chosen(desk.book.state)
                arguments = {key: self._dice.choice(values) for key, values in CHOICES[name].items()}
                done.append(f"{name}({', '.join(f'{key}={value!r}' for key, value in arguments.items())})")
                state, acts, stored = desk.book.state, desk.acts, desk.held
                getattr(desk, name)(**arguments)
                desk.holds()
                # Too early for some, and some take long: what was left out was not tried.
                self._tried[state, name] += desk.acts > acts
                self._allowed[state, name] += desk.held != stored
                if desk.acts > acts:
                    self._act[name] = desk.last
        except BaseException as error:
            error.add_note("\n".join(done))
            raise
        finally:
            desk.teardown()

    def _chosen(self, state: str) -> str:
        names = list(CHOICES)
        weights = []
        for name in names:
            tried, act = self._tried[state, name], self._act.get(name)
            rate = (self._allowed[state, name] + 1) / (tried + 2)
            missing = act is not None and state in MAY[act].split() and not self._machine.reached[state, act, True]
            weights.append(LIKED.get(name, 1) * (0.03 + rate**2) + 5 * (not tried) + 3 * (missing and tried < 40))
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


def play(number: int, machine: type[AnyOrder]) -> None:
    """All that one seed plays: some thousand acts."""
    player = Player(machine, random.Random(number))
    days = [(begun, 80) for begun in (*STAGES, "draft", "open", "open", "signed", "closed", "closed", "sealed")]
    for day, (begun, steps) in enumerate(days):
        player.day(begun, steps, whole=day % 5 == number % 5)
    for state in CeremonyState:
        # From some of them nearly everything that is allowed leads away.
        for _ in range(20):
            if all(any(machine.reached[state, act, allowed] for allowed in (True, False)) for act in Act):
                break
            player.day(state.value, 12, whole=False)


@pytest.mark.parametrize("number", range(SEEDS))
def test_tens_of_thousands_of_acts_in_any_order(number: int, at_length: Callable[[int, int], int]) -> None:
    if number >= at_length(0, SEEDS):
        pytest.skip("with --long")
    machine = machine_of(tuple(STAGES))
    play(number, machine)
    print(table(machine))
    reached = {(state, act) for state, act, _ in machine.reached}
    assert {(state.value, act) for state in CeremonyState for act in Act} - reached == set()
    assert {act for _, act, allowed in machine.reached if allowed} == set(Act)
