"""What every test may use: the length of the run, a data folder of its own, and Qt without a screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.waiting import PatientBot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Before Qt is loaded. A test that wants a screen starts its own and says so in its child's environment.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

BENCHES = Path(__file__).parent / "bench"

hypothesis.settings.register_profile("sample", max_examples=50, deadline=None, print_blob=True)
hypothesis.settings.register_profile("whole", max_examples=2_000, deadline=None, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--long``."""
    parser.addoption("--long", action="store_true", help="take the whole of every large count, not a sample")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples Hypothesis tries; ``--hypothesis-profile`` wins."""
    if not config.getoption("--hypothesis-profile", default=None):
        hypothesis.settings.load_profile("whole" if config.getoption("--long") else "sample")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the benches alone unless somebody names them: they want the machine to themselves."""
    if collection_path != BENCHES:
        return None
    named = [(config.invocation_params.dir / argument.split("::")[0]).resolve() for argument in config.args]
    return None if any(path.is_relative_to(BENCHES) for path in named) else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the benches."""
    for item in items:
        if item.path.is_relative_to(BENCHES):
            item.add_marker(pytest.mark.bench)


@pytest.fixture(scope="session")
def at_length(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """``at_length(sample, whole)``: the first count in a plain run, the second with ``--long``."""
    long = bool(request.config.getoption("--long"))
    return lambda sample, whole: whole if long else sample


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Qt's application as the program makes it."""
    from kpu_desk.gui.application import Application

    return Application


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's own, made patient."""
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def _user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test, nor a program it starts, reads or writes the data and settings of whoever runs it."""
    home = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR"):
            folder = home / kind.lower()
            folder.mkdir(mode=0o700)
            patch.setenv(f"XDG_{kind}", str(folder))
        yield
