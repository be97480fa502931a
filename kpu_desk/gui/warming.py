"""What is loaded behind the first window."""

from __future__ import annotations

import logging
import threading
from importlib import import_module

_log = logging.getLogger(__name__)

WARM = (
    "kpu_desk.services.opening",
    "kpu_desk.services.preparing",
    "kpu_desk.services.attending",
    "kpu_desk.services.signing",
)
"""What is loaded while the passphrase is typed; never earlier, so that the first window paints at once."""


def warm_up() -> threading.Thread:
    """Loads the heavy libraries on a thread while somebody types."""

    def load() -> None:
        for name in WARM:
            try:
                import_module(name)
            except ImportError:
                # Said in words when the workspace is opened; here it would only be a second voice.
                _log.exception("could not load %s", name)

    thread = threading.Thread(target=load, name="warm up", daemon=True)
    thread.start()
    return thread
