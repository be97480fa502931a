"""A real window manager with its keys and messages: nobody gets the signer's window off its screen."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.e2e.running_desk import RunningDesk, running_desk
from tests.e2e.window_manager import WindowManager, managed, why_no_manager
from tests.e2e.xorg import Xorg, why_not, xorg
from tests.waiting import until

SIGNER, DESK, QUESTION = "KPU Desk – Penanda tangan", "KPU Desk – Meja", "KPU Desk – Tutup KPU Desk"
ESCAPE, TAB, Q, CTRL, N, ALT, SPACE, F4, F12, RIGHT, SUPER, MENU, D = (
    9,
    23,
    24,
    37,
    57,
    64,
    65,
    70,
    96,
    114,
    133,
    135,
    40,
)
ICONIC, REMOVE, BY_USER, WHOLE_PLACE = 3, 0, 2, 0b1111 << 8
OWN = (1366, 0, 1920, 1080)

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the private X server is of Linux"),
    pytest.mark.skipif(bool(why_not() or why_no_manager()), reason=why_not() or why_no_manager() or "nothing"),
]


def _ways_out(server: Xorg, manager: WindowManager, signer: int) -> dict[str, Callable[[], object]]:
    """What a person with a keyboard, or another program, can ask of the window manager."""
    keys = server.keys()

    def menu() -> None:
        keys.strike(ALT, SPACE)
        time.sleep(0.4)
        keys.strike(N)

    def state(name: str) -> None:
        manager.ask(signer, "_NET_WM_STATE", REMOVE, manager.atom(f"_NET_WM_STATE_{name}"), 0, BY_USER)

    return {
        "minimised from its menu": menu,
        "sent to the operator's screen": lambda: manager.ask(
            signer, "_NET_MOVERESIZE_WINDOW", WHOLE_PLACE, 0, 0, 1366, 768
        ),
        "closed": lambda: manager.ask(signer, "_NET_CLOSE_WINDOW", 0, BY_USER),
        "all windows put away": lambda: manager.ask(0, "_NET_SHOWING_DESKTOP", 1),
        "minimised": lambda: manager.ask(signer, "WM_CHANGE_STATE", ICONIC),
        "taken out of full screen": lambda: state("FULLSCREEN"),
        "let under others": lambda: state("ABOVE"),
        "another desktop": lambda: manager.ask(0, "_NET_CURRENT_DESKTOP", 1, 0),
        "another desktop by keys": lambda: keys.strike(CTRL, ALT, RIGHT),
        "sent to another desktop": lambda: manager.ask(signer, "_NET_WM_DESKTOP", 2, BY_USER),
        "Super+D": lambda: keys.strike(SUPER, D),
    }


def _held(manager: WindowManager, signer: int, way: str) -> None:
    """Whatever was asked, the window fills its screen again soon, and nothing lies over it."""
    time.sleep(0.3)
    until(lambda: (manager.box(signer), manager.covering(signer)) == (OWN, []), way)


def test_no_key_and_no_message_leads_out(tmp_path: Path, at_length: Callable[[int, int], int]) -> None:
    with xorg() as server:
        server.plug(1)
        with managed(server, tmp_path / "home") as manager, running_desk(server, tmp_path / "kantor") as desk:
            left, top, *_ = desk.come_to_the_pad(server.touch())
            # The keyboard is where the person touched last.
            server.touch().tap(left + 5, top + 5)
            before = desk.until(lambda told: told["points"])
            signer = manager.window(SIGNER)
            for struck in ((ESCAPE,), (ALT, F4), (CTRL, Q), (MENU,), (F12,), (ALT, CTRL, TAB), (SUPER,), (ALT, TAB)):
                server.keys().strike(*struck)
                time.sleep(0.15)
            _held(manager, signer, "keys")
            _the_desk_asks_before_it_is_closed(server, manager, desk)
            ways = _ways_out(server, manager, signer)
            for way, leave in list(ways.items())[: at_length(3, len(ways))]:
                leave()
                _held(manager, signer, way)
            told = desk.until(lambda told: told["pad"])
            assert (told["step"], told["said"], told["points"]) == ("sign_step", before["said"], before["points"])


def _the_desk_asks_before_it_is_closed(server: Xorg, manager: WindowManager, desk: RunningDesk) -> None:
    """Alt+Tab leads the keys there; Alt+F4 asks."""
    operator = manager.window(DESK)
    manager.ask(operator, "_NET_ACTIVE_WINDOW", BY_USER, 0, 0)
    until(lambda: manager.active() == operator, "the desk does not get the keyboard")
    server.keys().strike(ALT, F4)
    assert {SIGNER, DESK} < set(desk.until(lambda told: QUESTION in told["windows"])["windows"])
    # The question is seen before the window manager gives it the keyboard.
    for _ in range(60):
        server.keys().strike(ESCAPE)
        with suppress(AssertionError):
            desk.until(lambda told: set(told["windows"]) == {SIGNER, DESK}, seconds=2)
            return
    pytest.fail("no key closes the question")
