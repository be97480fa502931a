"""A stranger on the accessibility bus: walks a sitting by names and actions alone. Runs on the system's own Python."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # of the system's Python

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402 -- gi wants its version first

WAIT_S = 180
BUTTONS = (Atspi.Role.PUSH_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.TOGGLE_BUTTON)


def application() -> Any:
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        found = desktop.get_child_at_index(number)
        if found is not None and (found.get_name() or "").startswith(("KPU Desk", "kpu-desk")):
            return found
    return None


def shown(part: Any) -> Iterator[tuple[Any, Any]]:
    """What is on the screen, in order."""
    if part is None:
        return
    states = part.get_state_set()
    if part.get_role() != Atspi.Role.APPLICATION and not states.contains(Atspi.StateType.SHOWING):
        return
    yield part, states
    for number in range(part.get_child_count()):
        yield from shown(part.get_child_at_index(number))


def wait_for(name: str, to_press: bool) -> tuple[Any, list[tuple[Any, Any]]]:
    """The enabled part whose name begins so, a button where it is to be pressed, and what is on the screen then."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        app = application()
        everything = list(shown(app)) if app is not None else []
        for part, states in everything:
            named = (part.get_name() or "").startswith(name) and states.contains(Atspi.StateType.ENABLED)
            if named and (not to_press or part.get_role() in BUTTONS):
                return part, everything
        time.sleep(0.1)
    names = [part.get_name() for part, _ in everything]
    raise SystemExit(f"never came: {name}; there was {names}")


def main() -> None:
    nameless: list[str] = []
    seen: dict[str, str] = {}
    for line in sys.stdin:
        verb, name = line.rstrip("\n").split(" ", 1)
        part, everything = wait_for(name, verb != "see")
        for other, states in everything:
            seen[other.get_name()] = other.get_role_name()
            if states.contains(Atspi.StateType.FOCUSABLE) and not other.get_name():
                nameless.append(f"{other.get_role_name()} while {name}")
        while verb != "see":
            part.do_action(0)
            # Qt shows the button held down for a tenth of a second.
            time.sleep(0.3)
            if verb == "press" or not part.get_state_set().contains(Atspi.StateType.ENABLED):
                break
    print(json.dumps({"nameless": nameless, "seen": seen}))


main()
