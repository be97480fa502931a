"""The notice about personal data in both languages, and the office's own in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpu_desk.domain.errors import FormError
from kpu_desk.language import Language
from kpu_desk.services import notices
from tests.services.offices import make_desk

OWN = 'version = "7"\nlanguage = "{}"\ntitle = "T {}"\n[[part]]\nheading = "H"\ntext = "{{kantor}}"\n'


def test_the_shipped_notice_says_the_same_in_both_languages(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    shown = notices.notices_for(desk)
    indonesian, english = (shown[language] for language in Language)
    assert (indonesian.language, english.language) == ("id", "en")
    assert indonesian.version == english.version
    assert len(indonesian.parts) == len(english.parts)
    desk.close()


def test_an_office_that_wrote_one_text_shows_it_in_both_languages(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    folder = desk.workspace.root / notices.FOLDER
    folder.mkdir()
    (folder / "id.toml").write_text(OWN.format("id", "id"), "utf-8")
    assert {notice.title for notice in notices.notices_for(desk).values()} == {"T id"}
    (folder / "en.toml").write_text(OWN.format("en", "en"), "utf-8")
    assert [notice.title for notice in notices.notices_for(desk).values()] == ["T id", "T en"]
    (folder / "en.toml").write_text("version = 1", "utf-8")
    with pytest.raises(FormError, match="WRONG_NOTICE"):
        notices.notices_for(desk)
    desk.close()
