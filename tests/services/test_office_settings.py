"""The office's settings and logo: kept, journaled, on the sheets; what is refused changes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from kpu_desk.domain.documents import Paper
from kpu_desk.domain.errors import KnownError, StorageError
from kpu_desk.domain.journal import Event
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.services.desk import Desk
from kpu_desk.services.office_settings import change_settings, read_logo, running_ceremony
from kpu_desk.storage import journal_rows, records
from kpu_desk.workspace import Workspace
from tests.services.offices import make_desk, make_open


def _picture(folder: Path, name: str = "lambang.jpg", colour: tuple[int, int, int] = (138, 28, 28)) -> Path:
    path = folder / name
    Image.new("RGB", (300, 200), colour).save(path)
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "kantor")
    yield made
    made.close()


def journaled(desk: Desk) -> list[dict[str, Any]]:
    """Facts of every change of settings."""
    with desk.database.reading() as session:
        return [json.loads(e.facts) for e in journal_rows.read_all(session) if e.event == Event.PROFILE_CHANGED]


def test_settings_are_written_kept_and_journaled(desk: Desk) -> None:
    old = desk.workspace.settings.read_bytes()
    wanted = replace(desk.profile, paper=Paper.F4, place="Kota Lain", meterai=("PI = box",))
    assert change_settings(desk, wanted, None) == ("place", "paper", "meterai")
    assert desk.profile == desk.workspace.read_profile() == wanted
    (facts,) = journaled(desk)
    digest = hashlib.sha256(desk.workspace.settings.read_bytes()).hexdigest()
    assert facts == {"fields": ["place", "paper", "meterai"], "digest": digest}
    assert [kept.read_bytes() for kept in desk.workspace.backups.glob("office-*.toml")] == [old]
    assert desk.workspace.settings.stat().st_mode & 0o077 == 0


def test_what_did_not_change_is_not_written(desk: Desk) -> None:
    before = desk.workspace.settings.stat()
    assert change_settings(desk, desk.profile, None) == ()
    after = desk.workspace.settings.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert journaled(desk) == []


def test_a_file_edited_by_hand_meanwhile_is_not_written_over(desk: Desk) -> None:
    text = desk.workspace.settings.read_text(encoding="utf-8").replace("Kota Rekaan", "Kota Lain")
    desk.workspace.settings.write_text(text, encoding="utf-8")
    with pytest.raises(StorageError, match="SETTINGS_CHANGED"):
        change_settings(desk, replace(desk.profile, paper=Paper.F4), None)
    assert desk.workspace.settings.read_text(encoding="utf-8") == text
    assert desk.profile.paper is Paper.A4


def test_a_journal_that_cannot_be_written_leaves_the_old_settings(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, profile = desk.workspace.settings.read_bytes(), desk.profile
    write = Workspace.write_profile

    def write_then_fail(workspace: Workspace, wanted: OfficeProfile) -> None:
        write(workspace, wanted)
        raise StorageError("DISK_FULL")

    # As when the transaction that holds the entry cannot be committed after the file was replaced.
    monkeypatch.setattr(Workspace, "write_profile", write_then_fail)
    with pytest.raises(StorageError, match="DISK_FULL"):
        change_settings(desk, replace(profile, paper=Paper.F4), read_logo(_picture(tmp_path)))
    assert desk.workspace.settings.read_bytes() == old
    assert desk.profile == profile
    assert journaled(desk) == []
    assert list(desk.workspace.root.glob("logo-*")) == []


def test_an_open_ceremony_is_named(desk: Desk) -> None:
    assert running_ceremony(desk) is None
    ceremony = make_open(desk)
    assert running_ceremony(desk) == ceremony.title


def test_a_logo_is_kept_replaced_and_removed(desk: Desk, tmp_path: Path) -> None:
    assert change_settings(desk, desk.profile, read_logo(_picture(tmp_path))) == ("logo",)
    first = desk.logo
    assert first is not None
    with Image.open(BytesIO(first)) as image:
        assert (image.format, image.size) == ("PNG", (300, 200))
    name = desk.workspace.read_profile().logo
    assert name is not None
    assert (desk.workspace.root / name).stat().st_mode & 0o077 == 0
    assert change_settings(desk, desk.profile, first) == ()
    other = read_logo(_picture(tmp_path, "lain.png", (28, 107, 63)))
    assert change_settings(desk, desk.profile, other) == ("logo",)
    assert desk.logo == other
    # The settings of before, which are kept, still find their picture.
    assert (desk.workspace.root / name).read_bytes() == first
    assert change_settings(desk, desk.profile, None) == ("logo",)
    assert desk.logo is None
    assert desk.workspace.read_profile().logo is None
    assert change_settings(desk, desk.profile, first) == ("logo",)
    assert desk.logo == first


def test_the_logo_stands_on_the_sheets(desk: Desk, tmp_path: Path) -> None:
    counts = []
    for with_logo in (False, True):
        if with_logo:
            change_settings(desk, desk.profile, read_logo(_picture(tmp_path)))
        ceremony = make_open(desk)
        with desk.database.reading() as session:
            frozen = records.frozen(session, ceremony.sheets[0].frozen_sha256 or "")
        assert frozen is not None
        with pikepdf.open(BytesIO(frozen.pdf)) as document:
            counts.append(sum(len(page.get_images()) for page in document.pages))
    assert counts == [0, 1]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "PICTURE_EMPTY"), (b"GIF89a", "PICTURE_KIND"), (b"\xff\xd8\xff\xe0", "PICTURE_BROKEN")],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "lambang.png"
    path.write_bytes(data)
    with pytest.raises(KnownError) as refused:
        read_logo(path)
    assert refused.value.code == code


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as missing:
        read_logo(tmp_path / "tidak-ada.png")
    assert missing.value.code == "FILE_MISSING"
    with pytest.raises(StorageError):
        read_logo(tmp_path)
