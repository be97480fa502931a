"""Times several makers in turn, so that whatever else the machine does falls on each alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def medians(makers: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Seconds of CPU that each takes, after a round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in makers}
    for make in makers.values():
        make()
    for _ in range(rounds):
        for name, make in makers.items():
            start = time.process_time()
            make()
            times[name].append(time.process_time() - start)
    return {name: statistics.median(values) for name, values in times.items()}
