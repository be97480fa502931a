"""What a rehearsal brought: ``summary.json`` for programs, a table and a few lines for people."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.day_script import Day
from kpu_desk.domain.documents import DocumentKind, InkKind, Sheet
from kpu_desk.domain.ink import Ink
from kpu_desk.domain.inkml import to_inkml
from kpu_desk.domain.verdict import Verdict
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.rehearsal.memory import Memory
from kpu_desk.language import Language, spoken, translate
from kpu_desk.workspace import write_file_safely

if TYPE_CHECKING:
    from kpu_desk.services.desk import Desk
    from kpu_desk.services.ink_export import ClosedInk


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One exported record as our own verifier found it in its file."""

    file: str
    kind: DocumentKind
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One accepted signature, or what was written with it.

    Attributes:
        sheet: file name of the record it stands in; ink: path from the folder of results; source: file name of the
            recording it was written from, None for synthesised ink; void: the sheet became void and has no record.
    """

    person: str
    sheet: str
    role: str
    kind: InkKind
    ink: str
    source: str | None
    void: bool = False


@dataclass(frozen=True, slots=True)
class DayOutcome:
    """What became of a day's file.

    Attributes:
        happened, left_out: line, what, and by number of signatures or reason; in order of playing.
        restarts: how often the program was started again; ``lost`` signatures after that.
        on_pad: strokes that a power failure left on the pad, and whether the person went on with them.
        accepted: signatures that were accepted at the window, void ones too.
        sittings: how often somebody was called; ``acts`` the operator's keys and clicks by what they were for.
        letters, scans: those of reasons and declarations that were typed into forms, and invitations that were read;
            neither is among the acts.
        added_ms: from the pen's last point until the next thing was asked for, of every signature without witnesses.
        unexplained: serials of sheets that are not complete though nobody was absent, left, or declined.
    """

    title: str
    happened: tuple[Mapping[str, object], ...]
    left_out: tuple[Mapping[str, object], ...]
    restarts: int
    lost: int
    on_pad: tuple[Mapping[str, object], ...]
    accepted: int
    sittings: int
    acts: Mapping[str, int]
    letters: int
    scans: int
    added_ms: tuple[float, ...]
    unexplained: tuple[str, ...]

    @classmethod
    def of(cls, day: Day, memory: Memory, ceremony: Ceremony) -> DayOutcome:
        """Out of what was taken down while playing."""
        restarts = memory.all("restart")
        return cls(
            day.title,
            tuple(memory.all("happened")),
            tuple(memory.all("left_out")),
            len(restarts),
            sum(one["lost"] for one in restarts) + len(memory.all("signed")) - len(ceremony.signatures),
            tuple(memory.all("on_pad")),
            len(memory.all("signed")),
            len(memory.all("sitting")),
            dict(memory.acts),
            memory.letters,
            len(memory.all("scan")),
            tuple(one["ms"] for one in memory.all("signed") if one["ms"] is not None),
            tuple(
                sheet.serial
                for sheet in ceremony.sheets
                if not ceremony.is_complete(sheet) and not _explained(ceremony, sheet)
            ),
        )


def _explained(ceremony: Ceremony, sheet: Sheet) -> bool:
    """Whether somebody was absent, had left or declined where a signature is missing."""
    declined = {one.official_id for one in ceremony.declines if one.sheet_id == sheet.id}
    missing = {slot.official_id for slot in sheet.slots if slot.key not in ceremony.signed_slots(sheet.id)}
    return bool(missing & declined) or not missing <= ceremony.present


@dataclass(slots=True)
class Outcome:
    """What is gathered while the rehearsal runs.

    Attributes:
        seconds: per stage, in order.
        failed: serials that could not be sealed.
        words: the closing words, as the desk showed them.
        day: what became of the file of a day; None without one.
    """

    ceremony: Ceremony | None = None
    records: tuple[RecordLine, ...] = ()
    signatures: tuple[SignatureLine, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    failed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    day: DayOutcome | None = None

    @property
    def verified(self) -> int:
        """Records that our own verifier calls valid."""
        return sum(line.verdict is Verdict.VALID for line in self.records)

    @property
    def good(self) -> bool:
        """Whether every sheet became a record and every record is valid.

        On a day of a file that is every complete sheet, nothing is lost, and who is missing on the others is known.
        """
        sheets = self.awaited
        whole = sheets > 0 and not self.failed and len(self.records) == self.verified == sheets
        return whole and (self.day is None or not (self.day.lost or self.day.unexplained))

    @property
    def awaited(self) -> int:
        """How many records there must be."""
        ceremony = self.ceremony
        if ceremony is None or self.day is None:
            return len(ceremony.sheets) if ceremony is not None else 0
        return sum(ceremony.is_complete(sheet) and not ceremony.is_waived(sheet) for sheet in ceremony.sheets)


def save_inks(
    desk: Desk,
    ceremony: Ceremony,
    out: Path,
    sources: Mapping[tuple[str, str, InkKind], str | None],
    opened: Callable[[ClosedInk], Ink],
) -> tuple[SignatureLine, ...]:
    """Saves the office's certificate and every accepted ink, opened with its key; gives them in order of signing."""
    from kpu_desk.services.ink_export import closed_inks

    write_file_safely(out / "office-certificate.pem", desk.certificate_pem, 0o644)
    (out / "ink").mkdir(exist_ok=True)
    lines = []
    voids = {void.sheet.serial: void.sheet for void in ceremony.voids}
    sheets = {sheet.serial: sheet for sheet in ceremony.sheets} | voids
    for closed in closed_inks(desk, ceremony.id):
        ink = f"ink/{closed.stem}.inkml"
        written = to_inkml(opened(closed), closed.words)
        write_file_safely(out / ink, written.encode(), 0o644)
        sheet = sheets[closed.serial]
        lines.append(
            SignatureLine(
                person=ceremony.official(sheet.slot(closed.slot).official_id).name,
                sheet=f"{closed.serial}.pdf",
                role=closed.role,
                kind=closed.kind,
                ink=ink,
                source=sources[sheet.id, closed.slot, closed.kind],
                void=closed.serial in voids,
            )
        )
    return tuple(lines)


def write_summary(outcome: Outcome, out: Path) -> None:
    """Writes ``summary.json``; raises StorageError when the disk refuses."""
    ceremony = outcome.ceremony
    assert ceremony is not None
    people = [official for official in ceremony.officials if not official.added]
    summary = {
        "people": len(people),
        "added": len(ceremony.officials) - len(people),
        # Counted as on paper: who stands in beside the roster is no invited person (Berita Acara, domain.md 4.4).
        "present": sum(official.id in ceremony.present for official in people),
        "sheets": len(ceremony.sheets),
        "records": len(outcome.records),
        "verified": outcome.verified,
        "closing_words": list(outcome.words),
        "seconds": {stage: round(seconds, 3) for stage, seconds in outcome.seconds.items()},
        "records_list": [
            {"file": line.file, "kind": line.kind.value, "verdict": line.verdict.value} for line in outcome.records
        ],
        "signatures": [_ink_line(line) for line in outcome.signatures if line.kind is InkKind.SIGNATURE],
        "further_inks": [
            {"kind": line.kind.value, **_ink_line(line)}
            for line in outcome.signatures
            if line.kind is not InkKind.SIGNATURE
        ],
    }
    if outcome.day is not None:
        summary["day"] = {**asdict(outcome.day), "added_ms": _spread(outcome.day.added_ms)}
    text = json.dumps(summary, ensure_ascii=False, indent=2) + "\n"
    write_file_safely(out / "summary.json", text.encode(), 0o644)


def _spread(values: Sequence[float]) -> dict[str, float]:
    """Median, 99th percentile and greatest of ms; empty without any."""
    if not values:
        return {}
    in_order = sorted(values)
    last = math.ceil(0.99 * len(in_order)) - 1
    return {"median": statistics.median(in_order), "p99": in_order[last], "most": in_order[-1]}


def _ink_line(line: SignatureLine) -> dict[str, str | bool | None]:
    return {
        "person": line.person,
        "sheet": line.sheet,
        "role": line.role,
        "ink": line.ink,
        "source": line.source,
        **({"void": True} if line.void else {}),
    }


def table(outcome: Outcome) -> str:
    """Sheets, signatures, records and valid records by kind, for a terminal."""
    ceremony = outcome.ceremony
    assert ceremony is not None
    rows: list[Sequence[str]] = [
        (
            translate("rehearsal", "Jenis"),
            translate("rehearsal", "Lembar"),
            translate("rehearsal", "Tanda tangan"),
            translate("rehearsal", "Rekaman"),
            translate("rehearsal", "Sah"),
        )
    ]
    sums = [0, 0, 0, 0]
    for kind in DocumentKind:
        sheets = [sheet for sheet in ceremony.sheets if sheet.kind is kind]
        if not sheets:
            continue
        records = [line for line in outcome.records if line.kind is kind]
        counts = (
            len(sheets),
            sum(len(ceremony.signed_slots(sheet.id)) for sheet in sheets),
            len(records),
            sum(line.verdict is Verdict.VALID for line in records),
        )
        sums = [total + count for total, count in zip(sums, counts, strict=True)]
        rows.append((document_words(kind.full_name), *map(str, counts)))
    rows.append((translate("rehearsal", "Jumlah"), *map(str, sums)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if not column else cell.rjust(width) for column, (cell, width) in _cells(row, widths)
        )
        for row in rows
    ]
    rule = "-" * len(lines[0])
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])


def closing_words(outcome: Outcome, out: Path) -> str:
    """Whether it went well, how long it took, and where the results lie."""
    seconds = sum(outcome.seconds.values())
    if seconds >= 60:
        took = translate("rehearsal", "{minutes} menit").format(minutes=_decimal(seconds / 60))
    else:
        took = translate("rehearsal", "{seconds} detik").format(seconds=_decimal(seconds))
    if outcome.good:
        words = translate("rehearsal", "Semua {n} rekaman sah. Gladi selesai dalam {took}.")
        words = words.format(n=outcome.verified, took=took)
    else:
        sheets = outcome.awaited
        words = translate("rehearsal", "GAGAL: {valid} dari {n} rekaman sah. Gladi selesai dalam {took}.")
        words = words.format(valid=outcome.verified, n=sheets, took=took)
        bad = [line.file for line in outcome.records if line.verdict is not Verdict.VALID]
        if bad:
            words += "\n" + translate("rehearsal", "Tidak sah: {files}.").format(files=", ".join(bad))
        if outcome.failed:
            words += "\n" + translate("rehearsal", "Tidak tersegel: {serials}.").format(
                serials=", ".join(outcome.failed)
            )
    if outcome.words:
        said = " ".join(f"{place}. {word}" for place, word in enumerate(outcome.words, 1))
        words += "\n" + translate("rehearsal", "Kata penutup: {words}").format(words=said)
    return words + "\n" + translate("rehearsal", "Hasil: {folder}").format(folder=out)


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", "," if spoken() is Language.INDONESIAN else ".")


def _cells(row: Sequence[str], widths: Sequence[int]) -> Sequence[tuple[int, tuple[str, int]]]:
    return list(enumerate(zip(row, widths, strict=True)))
