"""What a rehearsal was asked for, looked at before anything is begun: roster, pens and the folder for the results."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kpu_desk import language
from kpu_desk.domain.day_script import Day, read_day
from kpu_desk.domain.errors import InkFileError, KnownError, RosterError
from kpu_desk.domain.invented_people import MOST
from kpu_desk.domain.places import Pattern
from kpu_desk.domain.roster import RosterReading, Severity
from kpu_desk.gui.rehearsal.day_words import day_sentence
from kpu_desk.gui.rehearsal.pace import FULL, REAL
from kpu_desk.gui.rehearsal.recordings import InkSupply, read_recordings
from kpu_desk.language import QT_TRANSLATE_NOOP, translate
from kpu_desk.services import own_documents
from kpu_desk.services.own_documents import Brought
from kpu_desk.services.roster_check import check_roster
from kpu_desk.services.roster_sentences import problem_sentence, roster_error_sentence

WRONG_CALL = 2
FOUND_ERRORS = 1
PEOPLE = 12


class RefusedError(Exception):
    """The rehearsal does not begin: sentences for the person at the terminal, and the exit status."""

    def __init__(self, status: int, *sentences: str) -> None:
        super().__init__(*sentences)
        self.status = status
        self.sentences = sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A rehearsal as it is asked for.

    Attributes:
        roster: a spreadsheet, or None for invented people; ink: a folder with recordings, or None.
        out: the folder for the results, new or empty; None makes a fresh one and names it.
        people: the first so many of the roster, or so many invented people.
        forms: a folder with the office's own forms, taken in place of the shipped ones of the same name.
        document: an office's own PDF that is signed instead of PK, PI and PBBK; places: where, or None for the
            anchors in its text.
        script: a file with a whole day; a power failure in it kills the playing process, and another goes on.
        pace: ``full`` or ``real``; pictures: a folder for pictures of every window at each stage, or None.
    """

    roster: Path | None = None
    ink: Path | None = None
    out: Path | None = None
    people: int | None = None
    forms: Path | None = None
    document: Path | None = None
    places: Path | None = None
    script: Path | None = None
    pace: str = FULL
    pictures: Path | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A rehearsal that can begin.

    Attributes:
        roster: the spreadsheet, or None for invented people.
        reading: what the spreadsheet holds, already cut to the first people; None without one.
        cut: whether fewer people are taken than the spreadsheet names.
        people: how many are rehearsed with.
        forms: files of the office's own forms, in order of name.
        document: a ready document of the office with its places, fit for each other; None without one.
        out: the folder for the results; it exists and is empty.
        day: what the file of a day says; None without one.
        paced: whether people take their time; pictures: a folder, or None.
    """

    roster: Path | None
    reading: RosterReading | None
    cut: bool
    people: int
    supply: InkSupply
    out: Path
    forms: tuple[Path, ...] = ()
    document: tuple[Brought, Pattern] | None = None
    day: Day | None = None
    paced: bool = False
    pictures: Path | None = None


def prepare(wanted: Wanted) -> Order:
    """Looks at everything that was asked for, and makes the folder for the results last.

    Raises:
        RefusedError: with status 2 for a wrong call, 1 for a roster with errors.
    """
    people, roster = wanted.people, wanted.roster
    if people is not None and not 1 <= people <= MOST:
        raise RefusedError(
            WRONG_CALL, translate("rehearsal", "Banyaknya orang harus 1 sampai {most}.").format(most=MOST)
        )
    if wanted.out is not None:
        _check_free(wanted.out)
    reading, cut = (None, False) if roster is None else _read_roster(roster, people)
    supply = InkSupply() if wanted.ink is None else _read_ink(wanted.ink)
    own = () if wanted.forms is None else _find_forms(wanted.forms)
    known = people if reading is None else len(reading.rows)
    day = None if wanted.script is None else _read_day(wanted.script, known)
    invented = people or (day.people if day is not None else None) or PEOPLE
    count = invented if reading is None else len(reading.rows)
    ready = _read_document(wanted.document, wanted.places)
    paced = wanted.pace == REAL
    return Order(roster, reading, cut, count, supply, _make_out(wanted.out), own, ready, day, paced, wanted.pictures)


def _read_day(script: Path, people: int | None) -> Day:
    try:
        text = script.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        told = translate("rehearsal", "Berkas hari {file} tidak dapat dibaca; pilih berkas teks UTF-8.")
        raise RefusedError(WRONG_CALL, told.format(file=script)) from error
    # Where nobody says how many people there are, they are as many as in every rehearsal.
    day, problems = read_day(text, people, PEOPLE)
    if problems:
        told = translate("rehearsal", "Berkas hari {file} belum dapat dimainkan. Betulkan dahulu:")
        raise RefusedError(WRONG_CALL, told.format(file=script.name), *map(day_sentence, problems))
    return day


def _read_roster(roster: Path, people: int | None) -> tuple[RosterReading, bool]:
    try:
        reading = check_roster(roster)
    except RosterError as error:
        raise RefusedError(WRONG_CALL, roster_error_sentence(error)) from error
    errors = [found for found in reading.problems if found.severity is Severity.ERROR]
    if errors:
        raise RefusedError(
            FOUND_ERRORS,
            language.tr(
                "Daftar {file} berisi {n} kesalahan, jadi gladi tidak dimulai. Betulkan dahulu:", "", len(errors)
            ).format(file=roster.name, n=len(errors)),
            *(problem_sentence(found) for found in errors),
        )
    if people is None or people >= len(reading.rows):
        return reading, False
    rows = reading.rows[:people]
    problems = tuple(found for found in reading.problems if found.row <= rows[-1].row)
    return replace(reading, rows=rows, problems=problems), True


def _read_ink(folder: Path) -> InkSupply:
    try:
        return InkSupply(read_recordings(folder))
    except InkFileError as error:
        sentence = _INK.get(error.code, _INK["NO_INK"])
        raise RefusedError(
            WRONG_CALL, translate("rehearsal", sentence).format(**{"source": "", "path": "", **error.facts})
        ) from error


def _read_document(document: Path | None, places: Path | None) -> tuple[Brought, Pattern] | None:
    if document is None:
        if places is not None:
            raise RefusedError(WRONG_CALL, translate("rehearsal", "--places hanya bersama --document."))
        return None
    if not document.is_file() or (places is not None and not places.is_file()):
        missing = document if not document.is_file() else places
        told = translate("rehearsal", "Berkas {file} tidak ada.").format(file=missing)
        raise RefusedError(WRONG_CALL, told)
    try:
        return own_documents.ready_document(document, places)
    except KnownError as error:
        from kpu_desk.gui.errors import advice_for

        raise RefusedError(FOUND_ERRORS, advice_for(error).text) from error


def _find_forms(folder: Path) -> tuple[Path, ...]:
    try:
        found = tuple(sorted(path for path in folder.iterdir() if path.suffix == ".toml" and path.is_file()))
    except OSError as error:
        sentence = translate("rehearsal", "Folder naskah {folder} tidak ada atau tidak dapat dibaca.").format(
            folder=folder
        )
        raise RefusedError(WRONG_CALL, sentence) from error
    if not found:
        sentence = translate("rehearsal", "Di folder {folder} tidak ada naskah (*.toml).").format(folder=folder)
        raise RefusedError(WRONG_CALL, sentence)
    return found


_INK = {
    "INK_FOLDER": QT_TRANSLATE_NOOP("rehearsal", "Folder rekaman pena {path} tidak ada atau tidak dapat dibaca."),
    "INK_NONE": QT_TRANSLATE_NOOP("rehearsal", "Di folder {path} tidak ada rekaman pena (*.txt, *.svc, atau *.inkml)."),
    "INK_UNREADABLE": QT_TRANSLATE_NOOP("rehearsal", "Rekaman pena {source} tidak dapat dibuka; periksa hak aksesnya."),
    "INK_TOO_LARGE": QT_TRANSLATE_NOOP("rehearsal", "Rekaman pena {source} terlalu besar untuk sebuah tanda tangan."),
    "INK_TOO_SHORT": QT_TRANSLATE_NOOP("rehearsal", "Rekaman pena {source} terlalu pendek untuk sebuah tanda tangan."),
    "INK_ROW": QT_TRANSLATE_NOOP(
        "rehearsal", "Rekaman pena {source} tidak dapat dibaca: baris {row} bukan tujuh bilangan seperti pada SVC2004."
    ),
    "NO_INK": QT_TRANSLATE_NOOP("rehearsal", "{source} bukan rekaman pena SVC2004 atau InkML buatan KPU Desk."),
}


def _check_free(out: Path) -> None:
    try:
        if out.is_dir():
            if any(out.iterdir()):
                told = translate("rehearsal", "Folder hasil {folder} tidak kosong; pilih folder lain atau kosongkan.")
                raise RefusedError(WRONG_CALL, told.format(folder=out))
        elif out.exists() or out.is_symlink():
            told = translate("rehearsal", "{folder} bukan folder; pilih folder lain untuk hasil gladi.")
            raise RefusedError(WRONG_CALL, told.format(folder=out))
    except OSError as error:
        told = translate("rehearsal", "Folder hasil {folder} tidak dapat dibuka ({reason}).")
        raise RefusedError(WRONG_CALL, told.format(folder=out, reason=error.strerror)) from error


def _make_out(out: Path | None) -> Path:
    """The folder for the results; without a wish, a fresh one where the caller stands."""
    try:
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
            return out.absolute()
        name = f"gladi-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        for place in (Path.cwd() / (name if number == 1 else f"{name}-{number}") for number in range(1, 100)):
            try:
                place.mkdir()
            except FileExistsError:
                continue
            return place
    except OSError as error:
        told = translate("rehearsal", "Folder hasil tidak dapat dibuat ({reason}): {folder}.")
        raise RefusedError(WRONG_CALL, told.format(reason=error.strerror, folder=out or name)) from error
    raise RefusedError(WRONG_CALL, translate("rehearsal", "Folder hasil tidak dapat dibuat: semua nama sudah dipakai."))
