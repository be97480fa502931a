"""What whoever plays a day remembers, also over a power failure: a file that grows line by line."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from kpu_desk.domain.documents import InkKind

Sources = dict[tuple[str, str, InkKind], str | None]
"""By sheet id, slot and kind: file name of the recording an ink was written from, None for synthesised ink."""


class Memory:
    """Notes in the order in which they were made; without a file they last as long as the process.

    Every note is with the system before `note` returns: a killed process has lost none.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._notes: list[tuple[str, dict[str, Any]]] = []
        if path is not None and path.is_file():
            # The last line may be torn where the process was killed while writing it.
            for line in path.read_text("utf-8").splitlines(keepends=True):
                if line.endswith("\n"):
                    what, facts = json.loads(line)
                    self._notes.append((what, facts))
        self.before = len(self._notes)
        """How many notes are from before the last power failure; 0 where there was none."""

    def note(self, what: str, /, **facts: object) -> None:
        """Keeps one more note."""
        self._notes.append((what, dict(facts)))
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([what, facts], ensure_ascii=False) + "\n")

    def all(self, what: str) -> list[dict[str, Any]]:
        """All notes of one kind."""
        return [facts for kind, facts in self._notes if kind == what]

    def is_done(self, line: int) -> bool:
        """Whether what a line of the day's file wants was done, or left out."""
        return any(facts["line"] == line for kind, facts in self._notes if kind in ("happened", "left_out"))

    @property
    def sources(self) -> Sources:
        """Where every accepted ink came from."""
        return {
            (facts["sheet"], facts["slot"], InkKind(kind)): source
            for facts in self.all("signed")
            for kind, source in facts["inks"]
        }

    @property
    def inks(self) -> int:
        """How many inks were accepted."""
        return sum(len(facts["inks"]) for facts in self.all("signed"))

    @property
    def seconds(self) -> dict[str, float]:
        """Per stage, in order; what a power failure cut in two is added up."""
        added: dict[str, float] = {}
        for facts in self.all("stage"):
            added[facts["name"]] = added.get(facts["name"], 0.0) + facts["seconds"]
        return added

    @property
    def acts(self) -> Counter[str]:
        """Keys and clicks of the operator by what they were for."""
        counted = Counter[str]()
        for facts in self.all("act"):
            counted[facts["where"]] += facts.get("times", 1)
        return counted

    @property
    def letters(self) -> int:
        """Of reasons and declarations, which the operator typed into forms."""
        return sum(facts["count"] for facts in self.all("letters"))
