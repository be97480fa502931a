"""The office's logo: read, kept, journaled, on the sheets; refused pictures change nothing."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from kpu_desk.domain.errors import KnownError, StorageError
from kpu_desk.domain.journal import Event
from kpu_desk.services.office_logo import LOGO_FILE, read_logo, set_logo
from kpu_desk.storage import journal_rows, records
from tests.services.offices import make_desk, make_open


def _picture(folder: Path, name: str = "lambang.jpg") -> Path:
    path = folder / name
    Image.new("RGB", (300, 200), (138, 28, 28)).save(path)
    return path


def test_a_logo_is_kept_and_journaled(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "kantor")
    try:
        set_logo(desk, read_logo(_picture(tmp_path)))
        kept = desk.logo
        assert kept is not None
        with Image.open(BytesIO(kept)) as image:
            assert (image.format, image.size) == ("PNG", (300, 200))
        assert desk.workspace.read_profile().logo == LOGO_FILE
        assert (desk.workspace.root / LOGO_FILE).stat().st_mode & 0o077 == 0
        with desk.database.reading() as session:
            last = journal_rows.head(session)
            assert last is not None
            assert last.event == Event.PROFILE_CHANGED
        set_logo(desk, None)
        assert desk.logo is None
        assert desk.workspace.read_profile().logo is None
    finally:
        desk.close()


def test_the_logo_stands_on_the_sheets(tmp_path: Path) -> None:
    counts = []
    for number, with_logo in enumerate((False, True)):
        desk = make_desk(tmp_path / f"kantor{number}")
        try:
            if with_logo:
                set_logo(desk, read_logo(_picture(tmp_path)))
            ceremony = make_open(desk)
            with desk.database.reading() as session:
                frozen = records.frozen(session, ceremony.sheets[0].frozen_sha256 or "")
            assert frozen is not None
            with pikepdf.open(BytesIO(frozen.pdf)) as document:
                counts.append(sum(len(page.get_images()) for page in document.pages))
        finally:
            desk.close()
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
