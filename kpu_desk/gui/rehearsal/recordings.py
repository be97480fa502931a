"""The pens of a rehearsal: recordings from a folder in order of file name, then ink of our own making."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable
from pathlib import Path

from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.errors import InkFileError
from kpu_desk.domain.inkml import from_inkml
from kpu_desk.domain.recording import Recording, recording_of
from kpu_desk.domain.svc import read_svc
from kpu_desk.domain.synthetic_ink import synthesise

_LARGEST_BYTES = 16_000_000
_FEWEST_SAMPLES = 4
_SVC = (".txt", ".svc")
_INKML = ".inkml"


class InkSupply:
    """One recording after the other, each used once; when they are used up, synthesised ink."""

    def __init__(self, recordings: Iterable[Recording] = ()) -> None:
        self._left = deque(recordings)
        self._made = 0

    def skip(self, inks: int) -> None:
        """Passes over so many that were used before."""
        recorded = min(inks, len(self._left))
        for _ in range(recorded):
            self._left.popleft()
        self._made += inks - recorded

    def next_for(self, person: int, kind: InkKind = InkKind.SIGNATURE) -> Recording:
        """The next recording; ``person`` is whose handwriting is made up when there is none left."""
        if self._left:
            return self._left.popleft()
        self._made += 1
        made = synthesise(person, self._made)
        # Initials: how the same hand begins its name.
        return Recording(made.strokes[:1]) if kind is InkKind.PARAF else made


def read_recordings(folder: Path) -> tuple[Recording, ...]:
    """All recordings of a folder, bytewise in order of file name; files of other kinds are not looked at.

    Raises:
        InkFileError: INK_FOLDER (no folder, or it cannot be read), INK_NONE (nothing to use in it), INK_UNREADABLE,
            INK_TOO_SHORT, and what the readers raise; facts ``source`` or ``path``, of a bad row also ``row``.
    """
    try:
        files = [entry for entry in folder.iterdir() if entry.suffix.lower() in (*_SVC, _INKML) and entry.is_file()]
    except OSError:
        raise InkFileError("INK_FOLDER", path=str(folder)) from None
    if not files:
        raise InkFileError("INK_NONE", path=str(folder))
    return tuple(_read(path) for path in sorted(files, key=lambda path: os.fsencode(path.name)))


def _read(path: Path) -> Recording:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise InkFileError("INK_TOO_LARGE", source=path.name)
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise InkFileError("NO_INK", source=path.name) from None
    except OSError:
        raise InkFileError("INK_UNREADABLE", source=path.name) from None
    if path.suffix.lower() == _INKML:
        recording = recording_of(from_inkml(text, path.name), path.name)
    else:
        recording = read_svc(text, path.name)
    places = {(sample.x, sample.y) for stroke in recording.strokes for sample in stroke}
    if recording.sample_count < _FEWEST_SAMPLES or len(places) < 2:
        # Whoever signs so is asked whether it is the signature, and in a rehearsal nobody would answer.
        raise InkFileError("INK_TOO_SHORT", source=path.name)
    return recording
