"""The rules of the house that no other tool checks."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.waiting import LIMIT_S

PROJECT = Path(__file__).resolve().parents[1]
KEPT_DOT_FOLDERS = {".ci"}
NOT_OURS = {"__pycache__", "build", "dist"}


def files_of_project(*suffixes: str) -> list[Path]:
    """Every file of ours with one of the suffixes (all when none is named); a clone need not have git."""

    def walk(folder: Path) -> Iterator[Path]:
        for entry in sorted(folder.iterdir()):
            if entry.is_dir():
                hidden = entry.name.startswith(".") and entry.name not in KEPT_DOT_FOLDERS
                if not hidden and entry.name not in NOT_OURS and not entry.name.endswith(".egg-info"):
                    yield from walk(entry)
            else:
                yield entry

    return [path for path in walk(PROJECT) if not suffixes or path.suffix in suffixes]


def shown(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def imported_names(path: Path) -> set[str]:
    """Absolute names of the modules that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def test_modules_are_short_and_say_what_they_are_for() -> None:
    too_long, silent = [], []
    for path in files_of_project(".py"):
        text = path.read_text("utf-8")
        if len(text.splitlines()) > (400 if path.is_relative_to(PROJECT / "kpu_desk") else 500):
            too_long.append(shown(path))
        if not ast.get_docstring(ast.parse(text)):
            silent.append(shown(path))
    assert (too_long, silent) == ([], [])


def test_every_package_is_a_package() -> None:
    folders = {path.parent for path in files_of_project(".py") if path.is_relative_to(PROJECT / "kpu_desk")}
    assert [shown(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_there_are_no_drawers() -> None:
    drawers = {"util", "utils", "helper", "helpers", "misc", "common", "manager", "managers"}
    assert [shown(path) for path in files_of_project(".py") if drawers & {path.stem, path.parent.name}] == []


def test_domain_imports_the_standard_library_only() -> None:
    strangers = {
        f"{shown(path)}: {name}"
        for path in (PROJECT / "kpu_desk/domain").rglob("*.py")
        for name in imported_names(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("kpu_desk.domain")
        if name != "kpu_desk"
    }
    assert strangers == set()


def test_qt_network_is_not_used() -> None:
    """The import contracts see PySide6 as one package; its network module would slip through them."""
    users = [
        shown(path)
        for path in files_of_project(".py")
        if any(name.startswith("PySide6.QtNetwork") for name in imported_names(path))
    ]
    assert users == []


def test_silenced_warnings_name_their_rule_and_give_their_reason() -> None:
    """The reason stands behind the rule's name or in a comment on the line above."""
    silence = re.compile(r"# (noqa|type: ignore)(?P<rest>.*)")
    named = re.compile(r"(: [A-Z]+\d+(, ?[A-Z]+\d+)*|\[[a-z-]+(, ?[a-z-]+)*\])(?P<reason>\s+\S.*\w{3,})?")
    bare = []
    for path in files_of_project(".py"):
        above = ""
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            found = silence.search(line) if path != Path(__file__) else None
            rule = named.match(found["rest"]) if found else None
            if found and not (rule and (rule["reason"] or above.lstrip().startswith("# "))):
                bare.append(f"{shown(path)}:{number}")
            above = line
    assert bare == []


def test_no_test_judges_by_a_clock() -> None:
    """A slow machine fails nothing: figures are of the benches, and whoever waits has the one limit of waiting.py."""
    clocks = re.compile(
        r"\b(perf_counter|process_time|thread_time|tracemalloc|ru_maxrss)\b|assert.*monotonic\(\) -"
        r"|(?<!get\()timeout=[0-9.]{1,2}\b|\.(wait|join)\([0-9.]{1,2}\)"
    )
    found = [
        f"{shown(path)}:{number}: {line.strip()}"
        for path in (PROJECT / "tests").rglob("*.py")
        if not path.is_relative_to(PROJECT / "tests/bench") and path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if clocks.search(line)
    ]
    assert found == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    folders = "|".join(("work", "root", "home", "tmp"))
    hosts = "|".join(("pypi", "pythonhosted", "deb.debian", "security.debian", "registry.npmjs", "localhost:"))
    foreign = re.compile(rf"(?<![\w./-])/({folders})/|\b({hosts})\.?(org|com)\b|--(extra-)?index-url")
    found = []
    for path in files_of_project():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        if path in {Path(__file__), PROJECT / "packaging/lock"}:
            continue
        found += [f"{shown(path)}: {match.group()}" for match in foreign.finditer(text)]
    assert found == []


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(file: str) -> dict[str, str]:
    """Package and version of each entry of a lock; every entry must carry a hash."""
    text = (PROJECT / file).read_text("utf-8")
    entries = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    versions = {}
    for entry in entries:
        match = re.fullmatch(r"([\w.-]+)==([\w.]+)(?: ; [^\\]+?)?((?:\s+--hash=sha256:[0-9a-f]{64})+)\s*", entry)
        assert match, entry[:80]
        versions[canonical(match[1])] = match[2]
    return versions


def test_the_locks_hold_all_dependencies_and_agree() -> None:
    run, dev = locked("requirements.txt"), locked("requirements-dev.txt")
    wanted = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    for requirements, lock in (
        (wanted["project"]["dependencies"], run),
        (wanted["dependency-groups"]["dev"], dev),
    ):
        names = {canonical(re.split(r"[^\w.-]", requirement)[0]) for requirement in requirements}
        assert names <= lock.keys()
    assert run.items() <= dev.items()


def test_third_party_names_what_is_shipped() -> None:
    text = (PROJECT / "THIRD_PARTY.md").read_text("utf-8")
    rows = {canonical(name): version for name, version in re.findall(r"^\| ([\w.-]+) (\d[\w.]*) \|", text, re.M)}
    assert rows == locked("requirements.txt")


def test_every_font_has_its_licence() -> None:
    folder = PROJECT / "resources/fonts"
    texts = {"Open Font License": "OFL.txt", "GUST Font License": "GUST-FONT-LICENSE.txt"}
    fonts = [path for path in folder.iterdir() if path.suffix in {".ttf", ".otf"}]
    assert fonts
    third_party = (PROJECT / "THIRD_PARTY.md").read_text("utf-8")
    for path in fonts:
        names = TTFont(path)["name"]
        licence = names.getDebugName(13) or ""
        files = {file for words, file in texts.items() if words.lower() in licence.lower()}
        assert files, f"{path.name} does not name its licence: {licence[:60]}"
        assert all((folder / file).is_file() for file in files)
        assert f"`{path.name.split('-')[0]}-*" in third_party


def test_qt_keeps_its_hands_off_none() -> None:
    """PySide6 6.12.0 on Python 3.11 drops a reference to None at every call that returns nothing, then aborts."""
    program = (
        "import sys\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "before = sys.getrefcount(None)\n"
        "for number in range(1000):\n"
        "    thing.setObjectName('x')\n"
        "print(before - sys.getrefcount(None))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 100


@pytest.mark.skipif(not (PROJECT / "kpu_desk/app.py").exists(), reason="the front door is not there yet")
@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["verify", "--help"], ["roster", "check", "--help"], ["verify", "there-is-no-such.pdf"]],
    ids=" ".join,
)
def test_the_counter_works_without_qt(arguments: list[str], tmp_path: Path) -> None:
    program = (
        "import json, runpy, sys\n"
        "sys.argv = ['kpu-desk', *json.loads(sys.argv[1])]\n"
        "status = None\n"
        "try:\n"
        "    runpy.run_module('kpu_desk', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as stop:\n"
        "    status = stop.code or 0\n"
        "qt = sorted(name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6'))\n"
        "print(json.dumps([status, qt]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(arguments)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        timeout=LIMIT_S,
        check=True,
    )
    status, qt = json.loads(done.stdout.splitlines()[-1])
    assert (status, qt) == (0 if "--help" in arguments else 2, [])
