"""The first step: setting an office's workspace up, and opening it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import kpu_desk
from kpu_desk.domain.canonical import digest_of
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import SealError, StorageError
from kpu_desk.domain.journal import Actor, Event, verify_chain
from kpu_desk.domain.marks import check_one_mark
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.profile_text import profile_to_toml
from kpu_desk.services.desk import Act, Clock, Desk, system_clock, unchecked
from kpu_desk.storage.first_look import first_look
from kpu_desk.storage.key_file import read_key_file, write_key_file
from kpu_desk.storage.keys import (
    DEFAULT_COST,
    ArgonCost,
    DataKey,
    create_keys,
    replace_passphrases,
    unwrap_with_passphrase,
    unwrap_with_recovery_code,
)
from kpu_desk.workspace import Workspace, write_file_safely

if TYPE_CHECKING:
    from kpu_desk.pdf.seal_key import SealKey
    from kpu_desk.storage.database import Database


def is_set_up(root: Path) -> bool:
    """Whether a workspace is there to be opened."""
    return Workspace(root).is_set_up


def office_name(root: Path) -> str:
    """The office's short name, readable without a key."""
    return Workspace(root).read_profile().short_name


def set_up(
    root: Path,
    profile: OfficeProfile,
    passphrase: str,
    actor: Actor,
    *,
    mark: Mark = Mark.NONE,
    clock: Clock = system_clock,
    cost: ArgonCost = DEFAULT_COST,
) -> tuple[Desk, str]:
    """Makes an office's workspace and opens it; gives the recovery code, which is shown once and kept nowhere.

    The database is made last: until it is there the set-up can be begun again, after that never by accident.

    Raises:
        StorageError: WORKSPACE_EXISTS, PASSPHRASE_TOO_SHORT, FOLDER_IN_USE, SECOND_INSTANCE, DISK_FULL, NO_RIGHTS …
    """
    from kpu_desk.pdf.seal_key import certificate_fingerprint, create_seal_key
    from kpu_desk.storage.database import open_database

    workspace = Workspace(root)
    workspace.prepare()
    lock = workspace.lock()
    try:
        if workspace.database.exists():
            raise StorageError("WORKSPACE_EXISTS", path=str(root))
        now = clock()
        # No name goes with the wrap: its file can be read without a key, and the journal says who did it.
        keys, data_key, recovery_code = create_keys(passphrase, cost=cost)
        key_file, certificate = create_seal_key(
            profile.name, unit=None, now=now, passphrase=data_key.seal_passphrase(), mark=mark.value
        )
        write_file_safely(workspace.seal_key, key_file)
        write_file_safely(workspace.certificate, certificate, 0o644)
        if workspace.keys.exists():
            # A database that was only moved away can be opened by nothing else.
            workspace.keys.replace(root / f"keys-{now:%Y%m%dT%H%M%S}.json")
        write_key_file(workspace.keys, keys)
        workspace.write_profile(profile)
        database = open_database(workspace, data_key, now=now, create=True)
    except BaseException:
        lock.close()
        raise
    desk = Desk(
        workspace=workspace,
        lock=lock,
        profile=profile,
        database=lambda: database,
        actor=actor,
        mark=mark,
        clock=clock,
        seal_key=_seal_key_of(workspace, data_key),
    )
    desk.note(
        Act(
            Event.WORKSPACE_CREATED,
            {"workspace": keys.workspace_id, "version": kpu_desk.__version__, "mark": mark.value},
        ),
        Act(Event.SEAL_KEY_CREATED, {"certificate": certificate_fingerprint(certificate)}),
        _opened(profile, clock),
    )
    if mark is Mark.NONE:
        workspace.remember_proven(certificate_fingerprint(certificate))
    return desk, recovery_code


def unlock(root: Path, passphrase: str, actor: Actor, *, clock: Clock = system_clock) -> Desk:
    """Opens a workspace by passphrase.

    Raises:
        StorageError: WRONG_PASSPHRASE, KEYS_DAMAGED, DATABASE_DAMAGED, DATABASE_NEWER, SECOND_INSTANCE, NO_RIGHTS …
    """
    return _finished(begin_opening(root, passphrase, actor, clock=clock))


def begin_opening(root: Path, passphrase: str, actor: Actor, *, clock: Clock = system_clock) -> Desk:
    """Opens a workspace as far as a window needs to be painted; :meth:`Desk.finish_opening` must follow soon.

    Raises:
        StorageError: as :func:`unlock`.
    """
    return _open(
        root, actor, clock, lambda workspace: unwrap_with_passphrase(read_key_file(workspace.keys), passphrase)
    )


def unlock_with_recovery(
    root: Path,
    code: str,
    new_passphrase: str,
    actor: Actor,
    *,
    clock: Clock = system_clock,
    cost: ArgonCost = DEFAULT_COST,
) -> Desk:
    """Opens a workspace by the printed recovery code and sets a new passphrase in place of the lost one.

    Raises:
        StorageError: WRONG_RECOVERY_CODE, PASSPHRASE_TOO_SHORT, and what :func:`unlock` raises.
    """

    def unwrap(workspace: Workspace) -> DataKey:
        keys = read_key_file(workspace.keys)
        data_key = unwrap_with_recovery_code(keys, code)
        renewed = replace_passphrases(keys, data_key, new_passphrase, cost=cost)
        write_key_file(workspace.keys, renewed)
        return data_key

    desk = _finished(_open(root, actor, clock, unwrap))
    desk.note(Act(Event.PASSPHRASE_CHANGED, {"label": "recovery"}))
    return desk


def _open(root: Path, actor: Actor, clock: Clock, unwrap: Callable[[Workspace], DataKey]) -> Desk:
    """The desk as it was at a first look, with its database still to be opened."""
    workspace = Workspace(root)
    lock = workspace.lock()
    try:
        profile = workspace.read_profile()
        data_key = unwrap(workspace)
        look = first_look(workspace, data_key)
        if look is None:
            # Older, newer or missing: opening brings it to the newest schema or says what is wrong.
            _open_database(workspace, data_key, clock).close()
            look = first_look(workspace, data_key)
        if look is None:
            raise StorageError("DATABASE_DAMAGED", path=str(workspace.database))
        mark = Mark(look.mark)
        return Desk(
            workspace=workspace,
            lock=lock,
            profile=profile,
            database=lambda: _own_database(workspace, data_key, clock, mark),
            actor=actor,
            mark=mark,
            clock=clock,
            seal_key=_seal_key_of(workspace, data_key),
            ceremonies=look.ceremonies,
            on_opening=(_opened(profile, clock),),
        )
    except BaseException:
        lock.close()
        raise


def _finished(desk: Desk) -> Desk:
    try:
        desk.finish_opening()
    except BaseException:
        desk.abandon()
        raise
    return desk


def _open_database(workspace: Workspace, data_key: DataKey, clock: Clock) -> Database:
    from kpu_desk.storage.database import open_database

    return open_database(workspace, data_key, now=clock())


def _own_database(workspace: Workspace, data_key: DataKey, clock: Clock, mark: Mark) -> Database:
    """The database, when it, the keys and the certificate beside it are of one workspace and bear one mark.

    A rehearsal's mark stands in the journal's first entry, which the second one is chained to, and in the subject of
    its certificate; the number of the keys stands in their file and in the same entry. Files of two workspaces in one
    folder are refused, also under other names, and so is a mark that was taken off in one place.

    Raises:
        SealError: OTHER_MARK; StorageError: KEYS_FOREIGN, JOURNAL_BROKEN, and what opening it raises.
    """
    from kpu_desk.pdf.seal_key import certificate_fingerprint, certificate_mark, load_certificate
    from kpu_desk.storage import journal_rows

    database = _open_database(workspace, data_key, clock)
    try:
        with database.reading() as session:
            begin = list(islice(journal_rows.read_all(session), 2))
        verify_chain(begin)
        made = json.loads(begin[0].facts) if begin else {}
        if made.get("workspace") != read_key_file(workspace.keys).workspace_id:
            raise StorageError("KEYS_FOREIGN", path=str(workspace.keys))
        pem = workspace.read_certificate()
        # Without one nothing is sealed or verified here, and whoever tries is told so.
        check_one_mark(mark, mark if pem is None else certificate_mark(load_certificate(pem)))
        if pem is not None and mark is Mark.NONE:
            own = next((entry for entry in begin if entry.event == Event.SEAL_KEY_CREATED), None)
            fingerprint = certificate_fingerprint(pem)
            if own is not None and json.loads(own.facts)["certificate"] == fingerprint:
                workspace.remember_proven(fingerprint)
    except BaseException:
        database.close()
        raise
    return database


def _seal_key_of(workspace: Workspace, data_key: DataKey) -> Callable[[], SealKey]:
    @cache
    def load() -> SealKey:
        from kpu_desk.pdf.seal_key import load_seal_key

        if not workspace.seal_key.is_file():
            raise SealError("SEAL_KEY_MISSING", path=str(workspace.seal_key))
        return load_seal_key(workspace.seal_key.read_bytes(), data_key.seal_passphrase())

    return load


def _opened(profile: OfficeProfile, clock: Clock) -> Act:
    settings = profile_to_toml(profile)
    return Act(
        Event.DESK_OPENED,
        {
            "version": kpu_desk.__version__,
            "clock": unchecked(clock),
            "zone": profile.zone.label,
            "settings": digest_of(settings.encode("utf-8")),
        },
        settings,
    )
