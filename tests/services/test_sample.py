"""The sample workspace: complete, marked, and never signed over a real person's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import RuleError
from kpu_desk.services import attending, preparing, signing
from kpu_desk.services.sample import open_sample
from tests.services.offices import never, no_progress, sign_everything


def test_the_sample_opens_without_a_passphrase_and_keeps_its_mark(tmp_path: Path) -> None:
    open_sample(tmp_path).close()
    desk = open_sample(tmp_path)
    assert desk.mark is Mark.CONTOH
    news, practice = desk.ceremonies()
    assert (news.sample, news.state) == (True, CeremonyState.OPEN)
    assert (practice.sample, practice.state) == (False, CeremonyState.DRAFT)
    assert len(news.officials) == 6
    assert all(official.nip is None and official.rank is None for official in news.officials)
    assert news.attachment is not None
    assert news.attachment.sample
    desk.close()


def test_nobody_signs_over_a_real_name(tmp_path: Path) -> None:
    desk = open_sample(tmp_path)
    news = desk.ceremonies()[0]
    attending.check_in(desk, news.id, news.officials[0].id, "dikenal petugas")
    with pytest.raises(RuleError, match="KPU-SAMPLE-UNSIGNED"):
        signing.sitting_for(desk, news.id, news.officials[0].id)
    desk.close()


def test_the_practice_ceremony_can_be_played_to_its_end(tmp_path: Path) -> None:
    desk = open_sample(tmp_path)
    practice = desk.ceremonies()[1]
    real = {official.name for official in desk.ceremonies()[0].officials}
    assert not real & {official.name for official in practice.officials}
    practice = preparing.open_ceremony(desk, practice.id, no_progress, never)
    for official in practice.officials:
        attending.check_in(desk, practice.id, official.id, "dikenal petugas")
    assert sign_everything(desk, practice.id) == 2 + 4 * 12
    desk.close()
