"""Setting up and opening a workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import SealError, StorageError
from kpu_desk.domain.journal import Actor, verify_chain
from kpu_desk.services import opening
from kpu_desk.storage import journal_rows
from tests.services.offices import ACTOR, CHEAP, PASSPHRASE, PROFILE, make_desk


def test_what_was_set_up_opens_by_its_passphrase(tmp_path: Path) -> None:
    assert not opening.is_set_up(tmp_path / "ruang")
    make_desk(tmp_path / "ruang").close()
    assert opening.is_set_up(tmp_path / "ruang")
    assert opening.office_name(tmp_path / "ruang") == "KPU Provinsi Rekaan"
    desk = opening.unlock(tmp_path / "ruang", PASSPHRASE, Actor("Sari Rekaan", "Sekretaris"))
    assert desk.profile == PROFILE
    with desk.database.reading() as session:
        entries = list(journal_rows.read_all(session))
    desk.close()
    verify_chain(entries)
    assert [entry.event for entry in entries] == [
        "workspace_created",
        "seal_key_created",
        "desk_opened",
        "desk_closed",
        "desk_opened",
    ]
    assert (entries[-1].actor, entries[-1].actor_office) == ("Sari Rekaan", "Sekretaris")


def test_a_wrong_passphrase_is_a_failed_unwrap_and_leaves_the_workspace_free(tmp_path: Path) -> None:
    make_desk(tmp_path).close()
    with pytest.raises(StorageError, match="WRONG_PASSPHRASE"):
        opening.unlock(tmp_path, "frasa sandi lain", ACTOR)
    opening.unlock(tmp_path, PASSPHRASE, ACTOR).close()


def test_the_recovery_code_opens_and_sets_a_new_passphrase(tmp_path: Path) -> None:
    desk, code = opening.set_up(tmp_path, PROFILE, PASSPHRASE, ACTOR, cost=CHEAP)
    certificate = desk.certificate_pem
    desk.close()
    recovered = opening.unlock_with_recovery(tmp_path, code.lower(), "frasa sandi baru", ACTOR, cost=CHEAP)
    # The sealing key is bound to the data key, not to the passphrase that was lost.
    assert recovered.seal_key().certificate_pem == certificate
    recovered.close()
    with pytest.raises(StorageError, match="WRONG_PASSPHRASE"):
        opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    opening.unlock(tmp_path, "frasa sandi baru", ACTOR).close()


def test_a_second_desk_is_refused(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    with pytest.raises(StorageError, match="SECOND_INSTANCE"):
        opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    desk.close()


def test_a_workspace_is_never_set_up_over_another(tmp_path: Path) -> None:
    make_desk(tmp_path).close()
    (tmp_path / "office.toml").unlink()
    with pytest.raises(StorageError, match="WORKSPACE_EXISTS"):
        make_desk(tmp_path)


def test_a_set_up_that_was_cut_off_can_be_begun_again(tmp_path: Path) -> None:
    make_desk(tmp_path).close()
    (tmp_path / "desk.db").unlink()
    assert not opening.is_set_up(tmp_path)
    make_desk(tmp_path).close()


@pytest.mark.parametrize("mark", list(Mark))
def test_the_mark_of_a_workspace_comes_from_its_journal(tmp_path: Path, mark: Mark) -> None:
    make_desk(tmp_path, mark=mark).close()
    desk = opening.unlock(tmp_path, PASSPHRASE, ACTOR)
    assert desk.mark is mark
    desk.close()


def test_a_missing_or_foreign_sealing_key_is_named(tmp_path: Path) -> None:
    make_desk(tmp_path / "a").close()
    make_desk(tmp_path / "b").close()
    desk = opening.unlock(tmp_path / "a", PASSPHRASE, ACTOR)
    key_file = desk.workspace.seal_key
    key_file.unlink()
    with pytest.raises(SealError, match="SEAL_KEY_MISSING"):
        desk.seal_key()
    (tmp_path / "b" / key_file.name).rename(key_file)
    with pytest.raises(SealError, match="WRONG_SEAL_PASSPHRASE"):
        desk.seal_key()
    desk.close()


def test_a_certificate_of_a_rehearsal_is_never_the_offices(tmp_path: Path) -> None:
    gladi, _ = opening.set_up(tmp_path / "gladi", PROFILE, PASSPHRASE, ACTOR, mark=Mark.GLADI, cost=CHEAP)
    desk = make_desk(tmp_path / "kantor")
    own = desk.certificate_pem
    desk.workspace.certificate.write_bytes(gladi.certificate_pem)
    with pytest.raises(SealError, match="CERTIFICATE_FOREIGN"):
        _ = desk.certificate_pem
    desk.workspace.certificate.unlink()
    with pytest.raises(SealError, match="CERTIFICATE_MISSING"):
        _ = desk.certificate_pem
    desk.workspace.certificate.write_bytes(own)
    assert desk.certificate_pem == own
    for opened in (gladi, desk):
        opened.close()


def test_the_file_of_the_keys_names_nobody(tmp_path: Path) -> None:
    desk, code = opening.set_up(tmp_path, PROFILE, PASSPHRASE, ACTOR, cost=CHEAP)
    desk.close()
    opening.unlock_with_recovery(tmp_path, code, "frasa yang baru sekali", ACTOR, cost=CHEAP).close()
    assert ACTOR.name not in (tmp_path / "keys.json").read_text(encoding="utf-8")
