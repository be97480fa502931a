"""The office on disk: modes, the lock, safe writing, settings."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_desk.domain.documents import DocumentKind, Meterai, Paper
from kpu_desk.domain.errors import FormError, StorageError
from kpu_desk.domain.profile import OfficeProfile, Zone
from kpu_desk.domain.profile_text import profile_from_toml, profile_to_toml, toml_string
from kpu_desk.workspace import Workspace, default_workspace, write_file_safely
from tests.waiting import LIMIT_S

PROJECT = Path(__file__).resolve().parents[1]
BECOME_NOBODY = "if os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)"
"""Root may do everything, so a test of missing rights steps down first."""

PROFILE = OfficeProfile(
    name="Komisi Pemilihan Umum Provinsi Daerah Khusus Jakarta",
    short_name="KPU Provinsi Daerah Khusus Jakarta",
    place="Jakarta",
    letterhead=("KOMISI PEMILIHAN UMUM", "PROVINSI DAERAH KHUSUS JAKARTA"),
    address=("Jalan Contoh Nomor 1, Jakarta Pusat",),
    region_code="31",
    logo="logo.png",
)

lines = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=60)
words = lines.filter(lambda text: bool(text.strip()))
profiles = st.builds(
    OfficeProfile,
    name=words,
    short_name=words,
    place=words,
    letterhead=st.lists(lines, min_size=1, max_size=4).map(tuple),
    address=st.lists(lines, max_size=4).map(tuple),
    region_code=st.sampled_from(["", "31", "3171"]),
    zone=st.sampled_from(Zone),
    number_pattern=st.sampled_from(["", "{urut}/{klas}-{naskah}/{wilayah}/{tahun}", "menyusul"]),
    logo=st.sampled_from([None, "logo.png", "KPU_1.svg"]),
    class_codes=st.lists(st.sampled_from(["PI = SDM.09", "BA=PK.01-BA"]), max_size=2).map(tuple),
    paper=st.sampled_from(Paper),
    numbered_kinds=st.sets(st.sampled_from(DocumentKind)).map(
        lambda chosen: tuple(kind for kind in DocumentKind if kind in chosen)
    ),
    later_signature=st.booleans(),
    meterai=st.lists(st.sampled_from(["PI = box", "PK=electronic", "PBBK = none"]), max_size=3).map(tuple),
)


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Another process with the program in reach."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )


def code_of(call: object) -> str:
    with pytest.raises(StorageError) as caught:
        call()  # type: ignore[operator]  # any call will do
    return caught.value.code


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "kantor")
    made.prepare()
    return made


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder every user can reach; pytest's own ones belong to the running user alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_folders_and_files_belong_to_their_owner_alone(workspace: Workspace) -> None:
    before = os.umask(0)
    try:
        workspace.prepare()
        workspace.write_profile(PROFILE)
        write_file_safely(workspace.certificate, b"x", mode=0o644)
        workspace.lock().close()
    finally:
        os.umask(before)
    for folder in (workspace.root, workspace.backups, workspace.logs):
        assert mode_of(folder) == 0o700
    assert mode_of(workspace.settings) == 0o600
    assert mode_of(workspace.lock_file) == 0o600
    assert mode_of(workspace.certificate) == 0o644


def test_a_folder_with_other_things_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_bytes(b"x")
    mode = mode_of(tmp_path)
    assert code_of(Workspace(tmp_path).prepare) == "FOLDER_IN_USE"
    assert mode_of(tmp_path) == mode


def test_a_set_up_that_was_cut_off_is_taken_up_again(workspace: Workspace) -> None:
    workspace.write_profile(PROFILE)
    assert not workspace.is_set_up
    workspace.prepare()
    workspace.keys.touch()
    workspace.database.touch()
    assert workspace.is_set_up


def test_a_second_instance_is_refused_until_the_first_has_gone(workspace: Workspace) -> None:
    code = (
        "import sys; from pathlib import Path; from kpu_desk.workspace import Workspace\n"
        "from kpu_desk.domain.errors import StorageError\n"
        "try: Workspace(Path(sys.argv[1])).lock(); print('GOT IT')\n"
        "except StorageError as error: print(error.code)\n"
    )
    with workspace.lock():
        assert run_python(code, str(workspace.root)).stdout == "SECOND_INSTANCE\n"
        assert code_of(workspace.lock) == "SECOND_INSTANCE"
    assert run_python(code, str(workspace.root)).stdout == "GOT IT\n"
    workspace.lock().close()


def test_the_lock_goes_with_a_killed_process(workspace: Workspace) -> None:
    code = (
        "import sys, time; from pathlib import Path; from kpu_desk.workspace import Workspace\n"
        "held = Workspace(Path(sys.argv[1])).lock(); print('held', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(workspace.root)], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert code_of(workspace.lock) == "SECOND_INSTANCE"
        other.kill()
        other.wait()
        workspace.lock().close()


@pytest.mark.skipif(sys.platform == "win32", reason="users and modes are tried on POSIX")
def test_missing_rights_have_their_own_code(open_folder: Path) -> None:
    closed = open_folder / "tertutup"
    closed.mkdir(mode=0o555)
    code = (
        "import os, sys; from pathlib import Path\n"
        "from kpu_desk.workspace import Workspace, write_file_safely\n"
        "from kpu_desk.domain.errors import StorageError\n"
        "root = Path(sys.argv[1])\n"
        f"{BECOME_NOBODY}\n"
        "for call in (Workspace(root / 'kantor').prepare, Workspace(root).lock,\n"
        "             lambda: write_file_safely(root / 'x', b'x')):\n"
        "    try: call(); print('DONE')\n"
        "    except StorageError as error: print(error.code)\n"
    )
    done = run_python(code, str(closed))
    assert done.stdout.split() == ["NO_RIGHTS"] * 3, done.stderr
    assert list(closed.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the limit of a file's size is POSIX")
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "keys.json"
    write_file_safely(target, b"lama")
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from kpu_desk.workspace import write_file_safely; from kpu_desk.domain.errors import StorageError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: write_file_safely(Path(sys.argv[1]), b'x' * 9000); print('DONE')\n"
        "except StorageError as error: print(error.code)\n"
    )
    assert run_python(code, str(target)).stdout == "DISK_FULL\n"
    assert target.read_bytes() == b"lama"
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]


def test_writing_replaces_the_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "a"
    write_file_safely(target, b"satu dua tiga")
    write_file_safely(target, b"x")
    assert target.read_bytes() == b"x"
    assert code_of(lambda: write_file_safely(tmp_path / "tidak" / "ada", b"")) == "FILE_MISSING"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is for Linux")
def test_the_default_is_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_workspace().root == tmp_path / "kpu-desk"
    monkeypatch.setenv("HOME", str(tmp_path))
    for useless in ("", "relative"):
        monkeypatch.setenv("XDG_DATA_HOME", useless)
        assert default_workspace().root == tmp_path / ".local" / "share" / "kpu-desk"


def test_the_profile_comes_back_from_its_file(workspace: Workspace) -> None:
    workspace.write_profile(PROFILE)
    assert workspace.read_profile() == PROFILE
    # Windows' editor may put a byte order mark before the text.
    workspace.settings.write_bytes(b"\xef\xbb\xbf" + workspace.settings.read_bytes())
    assert workspace.read_profile() == PROFILE


@given(profiles)
def test_every_profile_comes_back_from_its_text(profile: OfficeProfile) -> None:
    assert profile_from_toml(profile_to_toml(profile)) == profile


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back_from_toml(text: str) -> None:
    assert tomllib.loads(f"x = {toml_string(text)}") == {"x": text}


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("place =", "plaec =", 6, "UNKNOWN_KEY"),
        ('place = "Jakarta"\n', "", 1, "MISSING_KEY"),
        ('place = "Jakarta"', "place = 5", 6, "WRONG_TYPE"),
        ('place = "Jakarta"', 'place = " "', 6, "EMPTY"),
        ('place = "Jakarta"', 'place = "a\\u202Eb"', 6, "CONTROL_CHARACTER"),
        ('place = "Jakarta"', f'place = "{"a" * 201}"', 6, "TOO_LONG"),
        ('place = "Jakarta"', 'place = "Jakarta', 6, "NO_TOML"),
        ('zone = "WIB"', 'zone = "CET"', 15, "WRONG_ZONE"),
        ('"31"', '"3"', 14, "WRONG_REGION_CODE"),
        ("{klas}", "{kelas}", 16, "WRONG_PATTERN"),
        ("logo.png", "../logo.png", 17, "WRONG_LOGO"),
        ('paper = "A4"', 'paper = "A5"', 19, "WRONG_PAPER"),
        ('    "BA",', '    "SK",', 20, "WRONG_KIND"),
        ('    "BA",', "    7,", 20, "WRONG_TYPE"),
        ("meterai = []", 'meterai = ["BA = box"]', 24, "WRONG_METERAI"),
        ("meterai = []", 'meterai = ["PI = stempel"]', 24, "WRONG_METERAI"),
        ("later_signature = false", 'later_signature = "ya"', 25, "WRONG_TYPE"),
    ],
)
def test_wrong_settings_are_named_by_line_and_reason(
    workspace: Workspace, old: str, new: str, line: int, reason: str
) -> None:
    text = profile_to_toml(PROFILE)
    assert old in text
    workspace.settings.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(FormError) as caught:
        workspace.read_profile()
    facts = caught.value.facts
    assert (facts["file"], facts["line"], facts["reason"]) == ("office.toml", line, reason)


def test_settings_of_an_older_version_are_read_with_what_the_office_had_then(workspace: Workspace) -> None:
    old = 'name = "Kantor"\nshort_name = "Kantor"\nplace = "Kota"\nletterhead = ["KANTOR"]\nzone = "WITA"\n'
    workspace.settings.write_text(old, encoding="utf-8")
    profile = workspace.read_profile()
    assert (profile.zone, profile.paper, profile.meterai) == (Zone.WITA, Paper.A4, ())
    assert [kind for kind in DocumentKind if profile.takes_number(kind)] == [DocumentKind.PK, DocumentKind.BA]


def test_the_offices_meterai_takes_the_place_of_the_forms() -> None:
    profile = replace(PROFILE, meterai=("PI = none", "PI=box"))
    assert profile.meterai_for(DocumentKind.PI, Meterai.ELECTRONIC) is Meterai.BOX
    assert profile.meterai_for(DocumentKind.PBBK, Meterai.ELECTRONIC) is Meterai.ELECTRONIC


def test_settings_that_are_no_text_are_refused(workspace: Workspace) -> None:
    workspace.settings.write_bytes(b'name = "a"\nplace = "\xff"\n')
    with pytest.raises(FormError) as caught:
        workspace.read_profile()
    assert (caught.value.facts["line"], caught.value.facts["reason"]) == (2, "NO_UTF8")


def test_the_zones_are_seven_eight_and_nine_hours_ahead() -> None:
    assert [(zone.label, zone.offset_hours) for zone in Zone] == [("WIB", 7), ("WITA", 8), ("WIT", 9)]


def test_an_office_that_lost_a_part_is_no_empty_folder(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "kantor")
    workspace.prepare()
    workspace.keys.touch()
    workspace.settings.touch()
    assert not workspace.holds_work  # a set-up that was cut off begins again
    (workspace.backups / "desk-1.db").touch()
    assert workspace.holds_work
    assert not workspace.is_set_up
