"""At which pace a rehearsal is played: as fast as the windows go, or as people do it (resources/days/README.md)."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Rest(Enum):
    """What takes a person time, in seconds; our own estimates for one who has practised."""

    KEY = 0.3  # one key, or one click of a hand that is there already
    SCAN = 1.0  # an invitation is held before the reader
    CHOICE = 1.5  # to look and then press one button
    WALK = 6.0  # from the chair to the pad
    GREETING = 2.0  # to read one's own name
    PAGE = 2.5  # one turn of the wheel while reading
    FORM = 4.0  # to fill one form at the desk
    PAUSED = 10.0  # a pause of the ceremony
    PLUG = 4.0  # a cable is out


FULL: Final = "full"
REAL: Final = "real"
