"""Looks at a workspace's database from outside: what was stored, and that evidence only grows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kpu_desk.domain.journal import JournalEntry, entry_digest
from kpu_desk.storage.connection import connect
from kpu_desk.storage.key_file import read_key_file
from kpu_desk.storage.keys import unwrap_with_passphrase
from kpu_desk.workspace import Workspace


class Eye:
    """One raw connection beside the desk's own; it never writes."""

    def __init__(self, root: Path, passphrase: str) -> None:
        key = unwrap_with_passphrase(read_key_file(Workspace(root).keys), passphrase)
        self._raw = connect(Workspace(root).database, key)
        named = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name = tbl_name || '_no_delete'"
        self._evidence = sorted({str(name) for (name,) in self._raw.execute(named)} - {"ceremony"})
        assert {"journal", "signature", "frozen", "record", "kept_text", "late_sitting"} <= set(self._evidence)
        self._seen: dict[str, list[tuple[int, int]]] = {table: [] for table in self._evidence}
        self.head: JournalEntry | None = None

    def version(self) -> int:
        """Another number after each commit of somebody else that changed anything in the whole database.

        https://sqlite.org/pragma.html#pragma_data_version
        """
        return int(self._raw.execute("PRAGMA data_version").fetchone()[0])

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query gives."""
        return [tuple(row) for row in self._raw.execute(sql, values)]

    def look(self) -> list[JournalEntry]:
        """Takes in what is new in the tables of evidence; gives the journal's new entries, whose chain it holds."""
        for table, seen in self._seen.items():
            after = seen[-1][0] if seen else 0
            seen.extend(self._hashed(f"SELECT rowid, * FROM {table} WHERE rowid > {after} ORDER BY rowid"))
        last = 0 if self.head is None else self.head.seq
        columns = "seq, at, actor, actor_office, event, facts, previous, digest"
        fresh = [
            JournalEntry(*row) for row in self.rows(f"SELECT {columns} FROM journal WHERE seq > ? ORDER BY seq", last)
        ]
        for entry in fresh:
            if self.head is not None:
                assert (entry.seq, entry.previous) == (self.head.seq + 1, self.head.digest), "the journal has no gap"
            assert entry.digest == entry_digest(entry)
            self.head = entry
        return fresh

    def all_is_there(self) -> None:
        """Every row of evidence that was ever seen is there as it was, and nothing was put between."""
        self.look()
        for table, seen in self._seen.items():
            assert self._hashed(f"SELECT rowid, * FROM {table} ORDER BY rowid") == seen, table

    def goes_on_in(self, other: Eye) -> None:
        """The same office in another folder, or opened again: it must have all that was seen here."""
        self.all_is_there()
        other.look()
        for table, seen in self._seen.items():
            assert other._seen[table][: len(seen)] == seen, table

    def close(self) -> None:
        """Lets go of the file."""
        self._raw.close()

    def _hashed(self, sql: str) -> list[tuple[int, int]]:
        return [(row[0], hash(row)) for row in self.rows(sql)]
