"""The office on disk: its folder, the modes of its files, the one-instance lock and the office's settings."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from kpu_desk.domain.errors import FormError, StorageError
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.domain.profile_text import profile_from_toml, profile_to_toml

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FOLDER_MODE = 0o700
FILE_MODE = 0o600

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_RIGHTS = (errno.EACCES, errno.EPERM, errno.EROFS)
_LOCK_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@dataclass(frozen=True, slots=True)
class Workspace:
    """One office's folder. Knows where everything lies; holds nothing open.

    Args:
        root: the folder; made absolute by whoever takes it from a person.
    """

    root: Path

    @property
    def settings(self) -> Path:
        """The office's settings, plain text (``office.toml``)."""
        return self.root / "office.toml"

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.root / "desk.db"

    @property
    def keys(self) -> Path:
        """The wraps of the data key; useless without a passphrase or the recovery code."""
        return self.root / "keys.json"

    @property
    def seal_key(self) -> Path:
        """The office's private sealing key, encrypted."""
        return self.root / "seal-key.pem"

    @property
    def certificate(self) -> Path:
        """The office's certificate, plain: whoever verifies a record may have it."""
        return self.root / "office-certificate.pem"

    @property
    def backups(self) -> Path:
        """Copies of the database, encrypted like it."""
        return self.root / "backups"

    @property
    def forms(self) -> Path:
        """The office's own texts of documents; may be missing."""
        return self.root / "forms"

    @property
    def logs(self) -> Path:
        """What the program writes about itself; never a person's name."""
        return self.root / "logs"

    @property
    def lock_file(self) -> Path:
        """Held by the one running desk; empty, and left in place."""
        return self.root / "lock"

    @property
    def is_set_up(self) -> bool:
        """Whether the set-up was finished: settings, keys and database are there.

        Raises:
            StorageError: ``NO_RIGHTS``: nobody can say.
        """
        return all(self._has(path) for path in (self.settings, self.keys, self.database))

    @property
    def holds_work(self) -> bool:
        """Whether an office worked here, even if a part is gone now: a new set-up would take its place.

        A set-up that was cut off left keys and settings, but no database and no backup of one.

        Raises:
            StorageError: ``NO_RIGHTS``: nobody can say.
        """
        try:
            return self._has(self.database) or (self.backups.is_dir() and any(self.backups.iterdir()))
        except OSError as error:
            raise storage_error(error, self.backups) from error

    def read_certificate(self) -> bytes | None:
        """The office's certificate, PEM; None where there is none.

        Raises:
            StorageError: ``NO_RIGHTS``, ``FILE_FAILED``.
        """
        try:
            return self.certificate.read_bytes() if self._has(self.certificate) else None
        except OSError as error:
            raise storage_error(error, self.certificate) from error

    def proven(self) -> str:
        """Fingerprint of the certificate that this user's computer last saw proven by the open desk; "" for none.

        It lies in the user's own folder: whoever swaps the certificate of a closed workspace does not reach it there,
        unless he has that folder too.
        """
        try:
            return self._proof().read_text(encoding="ascii")
        except (OSError, ValueError):
            return ""

    def remember_proven(self, fingerprint: str) -> None:
        """Keeps it for whoever verifies while the workspace is closed; where it cannot be kept nothing is lost."""
        proof = self._proof()
        with suppress(OSError, StorageError):
            if self.proven() != fingerprint:
                proof.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
                write_file_safely(proof, fingerprint.encode("ascii"))

    def _proof(self) -> Path:
        place = os.fsencode(self.root.resolve())
        return _user_folder("XDG_STATE_HOME", ".local/state") / "proven" / hashlib.sha256(place).hexdigest()

    def _has(self, path: Path) -> bool:
        try:
            return path.is_file()
        except OSError as error:
            raise storage_error(error, path) from error

    def prepare(self) -> None:
        """Make the folder and its subfolders, readable by their owner only.

        A folder that already holds something else is refused, so that nobody's documents change their rights.

        Raises:
            StorageError: ``FOLDER_IN_USE`` (``path``), ``NO_RIGHTS``, ``DISK_FULL``, ``FILE_FAILED``.
        """
        try:
            self.root.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            ours = {path.name for path in self._parts()}
            # A part of our own is enough: a set-up that was cut off is taken up again.
            present = {entry.name for entry in self.root.iterdir()}
            if present and not present & ours:
                raise StorageError("FOLDER_IN_USE", path=str(self.root))
            self.root.chmod(FOLDER_MODE)
            for folder in (self.backups, self.logs):
                folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        except OSError as error:
            raise storage_error(error, self.root) from error

    def lock(self) -> WorkspaceLock:
        """Take the workspace for this process; release with ``close()`` or ``with``.

        Raises:
            StorageError: ``SECOND_INSTANCE`` (``path``) while another process holds it; ``NO_RIGHTS``,
                ``DISK_FULL``, ``FILE_FAILED``.
        """
        return WorkspaceLock(self.lock_file)

    def read_profile(self) -> OfficeProfile:
        """The office's settings.

        Raises:
            StorageError: ``FILE_MISSING``, ``NO_RIGHTS``, ``FILE_FAILED``.
            FormError: ``WRONG_PROFILE`` with ``file``, ``line`` and ``reason``.
        """
        try:
            text = self.settings.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise FormError("WRONG_PROFILE", file=self.settings.name, line=line, reason="NO_UTF8") from error
        except OSError as error:
            raise storage_error(error, self.settings) from error
        return profile_from_toml(text, self.settings.name)

    def write_profile(self, profile: OfficeProfile) -> None:
        """Replace the office's settings. Raises as :func:`write_file_safely`."""
        write_file_safely(self.settings, profile_to_toml(profile).encode("utf-8"))

    def _parts(self) -> tuple[Path, ...]:
        return (
            self.settings,
            self.database,
            self.keys,
            self.seal_key,
            self.certificate,
            self.backups,
            self.logs,
            self.lock_file,
        )


class WorkspaceLock:
    """The one-instance lock, held until ``close()``; the system frees it when the process dies."""

    def __init__(self, path: Path) -> None:
        try:
            self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
        except OSError as error:
            raise storage_error(error, path) from error
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._file, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self.close()
            if error.errno in _LOCK_HELD:
                raise StorageError("SECOND_INSTANCE", path=str(path.parent)) from error
            raise storage_error(error, path) from error

    def close(self) -> None:
        """Give the workspace free. The file stays: removing it would let two processes hold two locks."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> WorkspaceLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def default_workspace() -> Workspace:
    """The workspace in the user's data folder: the one used when none is named."""
    return Workspace(_user_folder("XDG_DATA_HOME", ".local/share"))


def _user_folder(variable: str, usual: str) -> Path:
    """The program's folder of one kind in the user's home; ``variable`` and ``usual`` are XDG's."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        # The XDG base directory specification: a relative path is to be ignored.
        named = Path(os.environ.get(variable, ""))
        base = named if named.is_absolute() else home / usual
    return base / "kpu-desk"


def write_file_safely(path: Path, data: bytes, mode: int = FILE_MODE) -> None:
    """Write a whole file so that it cannot be lost: either the old one or the new one is there, never a half.

    Temporary name in the same folder, mode before data, flushed to disk, then renamed over the old one.

    Raises:
        StorageError: ``DISK_FULL``, ``NO_RIGHTS``, ``FILE_MISSING`` (the folder), ``FILE_FAILED``; the
            temporary file is gone then.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, FILE_MODE), "wb") as file:
            if sys.platform != "win32":
                os.fchmod(file.fileno(), mode)  # the mode above went through the umask
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        raise storage_error(error, path) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def flush_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last through a power cut; Windows does so by itself."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def storage_error(error: OSError, path: Path) -> StorageError:
    """The known error for what the system said about ``path``; ``system`` names an unusual one."""
    if error.errno in _FULL:
        return StorageError("DISK_FULL", path=str(path))
    if error.errno in _NO_RIGHTS:
        return StorageError("NO_RIGHTS", path=str(path))
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return StorageError("FILE_MISSING", path=str(path))
    name = errno.errorcode.get(error.errno, "?") if error.errno else "?"
    return StorageError("FILE_FAILED", path=str(path), system=name)
