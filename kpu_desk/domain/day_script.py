"""A whole day as a file of plain lines: who comes when, who does what, what goes wrong (resources/days/README.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from kpu_desk.domain.assisting import Way
from kpu_desk.domain.ceremony_parts import Away, Cause
from kpu_desk.domain.documents import DocumentKind
from kpu_desk.domain.whereabouts import ABSENCES, AWAY_WORDS

FIRST_LINE: Final = "kpu-desk-hari 1"
AFTER_CLOSING: Final = -1
"""In place of a number of signatures: once the ceremony is closed."""
MOST_SECONDS: Final = 86_400
"""A clock is set by at most a day."""


class Habit(StrEnum):
    """What one person does otherwise than read, sign and go."""

    ABSENT = "absen"
    APART = "terpisah"
    HELPED = "bantu"
    DECLINES = "menolak"
    LEAVES = "pergi"
    WRONG_SHEET = "keliru"


class Happening(StrEnum):
    """What happens after so many signatures."""

    COMES = "hadir"
    POWER = "listrik padam"
    POWER_WRITING = "listrik padam saat menulis"
    SCREEN = "layar dicabut"
    CLOCK = "jam"
    PAUSE = "jeda"
    STEP = "acara"
    SKIP = "lewati"
    NOTE = "kejadian"
    REVISION = "perubahan"


@dataclass(frozen=True, slots=True)
class Personal:
    """What one person does.

    Attributes:
        line: of the file, from 1.
        person: number in the order of the roster, from 1.
        kind: of the sheet that it is about; None where it is about none.
        words: the reason or note; empty without one.
        until: after how many signatures somebody who left comes back, or `AFTER_CLOSING`; None: never.
        away: why somebody does not come.
    """

    line: int
    person: int
    habit: Habit
    kind: DocumentKind | None = None
    words: str = ""
    way: Way | None = None
    until: int | None = None
    away: Away | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """What happens once ``after`` signatures are accepted; or `AFTER_CLOSING`.

    Attributes:
        person: who comes, or who signs a revised sheet as its first party; 0 where nobody does.
        seconds: by how much the clock is set forward, negative for backward.
        step: of the rundown, from 1: which one is begun, with all before it, or is skipped; 0: the next one.
        words, mended: why a step is skipped; an exception and how it was mended; what is said of a revision.
        cause: why a sealed Perjanjian Kinerja is revised.
    """

    line: int
    after: int
    what: Happening
    person: int = 0
    seconds: int = 0
    step: int = 0
    words: str = ""
    mended: str = ""
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day that can be played; the default is one on which nothing goes wrong.

    Attributes:
        people: how many are invented where no roster is given; None: as many as the command says.
        order: who comes first, by number; the others follow in the order of the roster.
        scanned: whether people show their invitations at the door; ``without`` who has left it at home.
    """

    title: str = ""
    people: int | None = None
    order: tuple[int, ...] = ()
    personal: tuple[Personal, ...] = ()
    timed: tuple[Timed, ...] = ()
    scanned: bool = False
    without: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[Personal | Timed, ...]:
        """All that is to be played."""
        return (*self.personal, *self.timed)

    def of(self, person: int, habit: Habit) -> Personal | None:
        """What the person does of this, or None."""
        return next((one for one in self.personal if (one.person, one.habit) == (person, habit)), None)

    def at_the_door(self, people: int) -> tuple[int, ...]:
        """Numbers of those who are there when the ceremony opens, in the order in which they come."""
        late = {one.person for one in self.timed if one.what is Happening.COMES}
        away = late | {one.person for one in self.personal if one.habit is Habit.ABSENT}
        everybody = (*self.order, *(n for n in range(1, people + 1) if n not in self.order))
        return tuple(number for number in everybody if number not in away)


@dataclass(frozen=True, slots=True)
class DayProblem:
    """What is wrong with one line.

    Attributes:
        code: FIRST_LINE, WORD (not known), SHAPE (``form`` says how it is written), PERSON (``most``), ORDER, TWICE
            (``before``: the line), AWAY (``before``), CLOSING, SECONDS (``most``).
        facts: what the sentence needs beside the line.
    """

    line: int
    code: str
    facts: dict[str, str | int] = field(default_factory=dict)


_KINDS = "|".join(kind.value for kind in (DocumentKind.PK, DocumentKind.PI, DocumentKind.PBBK))
_AWAY: Final = {words: what for what, words in AWAY_WORDS.items() if what in ABSENCES and words}
CAUSES: Final = {"pejabat": Cause.OFFICIAL, "anggaran": Cause.PLAN, "prioritas": Cause.PRIORITY}
_FORMS: Final[dict[str, tuple[str, str]]] = {
    "judul": (r"judul:(?P<words>.+)", "judul: KATA-KATA"),
    "orang": (r"orang:(?P<count>\d+)", "orang: BANYAKNYA"),
    "urutan": (r"urutan:(?P<people>\d+(?:\s+\d+)*)", "urutan: NOMOR NOMOR …"),
    "pintu": (
        r"pintu:(?:nama|(?P<scanned>undangan)(?: kecuali (?P<without>\d+(?:\s+\d+)*))?)",
        "pintu: nama | undangan [kecuali NOMOR NOMOR …]",
    ),
    "absen": (
        rf"absen (?P<person>\d+):(?P<away>{'|'.join(_AWAY)})(?:: ?(?P<words>.+))?",
        f"absen NOMOR: {' | '.join(_AWAY)}[: KETERANGAN]",
    ),
    "terpisah": (r"terpisah (?P<person>\d+)", "terpisah NOMOR"),
    "bantu": (
        r"bantu (?P<person>\d+):(?P<way>dibacakan|tanda|cap jempol)",
        "bantu NOMOR: dibacakan | tanda | cap jempol",
    ),
    "menolak": (
        rf"menolak (?P<person>\d+) (?P<kind>{_KINDS}):(?P<reason>belum sempat|isi tidak sesuai|alasan lain)",
        "menolak NOMOR PK|PI|PBBK: belum sempat | isi tidak sesuai | alasan lain",
    ),
    "pergi": (
        rf"pergi (?P<person>\d+) (?P<kind>{_KINDS})(?: sampai (?P<until>\d+|tutup))?(?::(?P<words>.+))?",
        "pergi NOMOR PK|PI|PBBK [sampai N|tutup][: ALASAN]",
    ),
    "keliru": (rf"keliru (?P<person>\d+) (?P<kind>{_KINDS}):(?P<words>.+)", "keliru NOMOR PK|PI|PBBK: ALASAN"),
    "perubahan": (
        rf"perubahan PK(?: oleh (?P<person>\d+))?:(?:(?P<cause>{'|'.join(CAUSES)})(?:: ?(?P<words>.+))?"
        r"|lain: ?(?P<other>.+))",
        f"perubahan PK [oleh NOMOR]: {' | '.join(CAUSES)} [: KETERANGAN] | lain: KETERANGAN",
    ),
    "sesudah": (
        r"sesudah (?P<after>\d+|tutup):(?:hadir (?P<comes>\d+)|jam (?P<way>maju|mundur) (?P<seconds>\d+)"
        r"|(?P<rundown>acara)(?: (?P<step>\d+))?|lewati (?P<skips>\d+): ?(?P<reason>.+)"
        r"|kejadian: ?(?P<note>[^|]*[^| ]) ?(?:\| ?(?P<mended>.+))?"
        r"|(?P<what>listrik padam(?: saat menulis)?|layar dicabut|jeda))",
        "sesudah N|tutup: hadir NOMOR | acara [NOMOR] | lewati NOMOR: ALASAN | kejadian: APA [| CARA MENGATASI]"
        " | listrik padam [saat menulis] | layar dicabut | jam maju|mundur DETIK | jeda",
    ),
}  # fmt: skip
WORDS: Final = tuple(_FORMS)
"""With which a line can begin."""
_WAYS = {"dibacakan": Way.READ_TO, "tanda": Way.MARK, "cap jempol": Way.THUMB}
REASONS: Final = ("belum sempat", "isi tidak sesuai", "alasan lain")
"""In the order of the buttons at the signer's window."""


def read_day(text: str, people: int | None = None, without: int | None = None) -> tuple[Day, tuple[DayProblem, ...]]:
    """Reads a day; with problems the day is not whole and must not be played.

    Args:
        people: how many there are, where the roster or the command says so; else the file does, else ``without``.
    """
    problems: list[DayProblem] = []
    found: list[tuple[int, str, re.Match[str]]] = []
    lines = list(_lines(text))
    if not lines or lines[0][1] != FIRST_LINE:
        problems.append(DayProblem(lines[0][0] if lines else 1, "FIRST_LINE"))
    for number, line in lines[1:]:
        word = re.split(r"[ :]", line, maxsplit=1)[0]
        form = _FORMS.get(word)
        if form is None:
            problems.append(DayProblem(number, "WORD", {"word": word}))
            continue
        match = re.fullmatch(form[0], line)
        if match is None:
            problems.append(DayProblem(number, "SHAPE", {"form": form[1]}))
        else:
            found.append((number, word, match))
    day = _day(found)
    problems += _check(day, found, people or day.people or without)
    return day, tuple(sorted(problems, key=lambda one: one.line))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Numbers and lines that say something, with one blank between words and none around the first colon."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        said = " ".join(line.split())
        if said and not said.startswith("#"):
            head, colon, rest = said.partition(":")
            yield number, head.strip() + colon + rest.strip()


def _day(found: Iterable[tuple[int, str, re.Match[str]]]) -> Day:
    title = ""
    people: int | None = None
    order: tuple[int, ...] = ()
    personal: list[Personal] = []
    timed: list[Timed] = []
    scanned, without = False, tuple[int, ...]()
    for line, word, match in found:
        said = match.groupdict()
        if word == "judul":
            title = said["words"]
        elif word == "orang":
            people = int(said["count"])
        elif word == "urutan":
            order = tuple(map(int, said["people"].split()))
        elif word == "pintu":
            scanned, without = bool(said["scanned"]), tuple(map(int, (said["without"] or "").split()))
        elif word in ("sesudah", "perubahan"):
            timed.append(_timed(line, said) if word == "sesudah" else _revision(line, said))
        else:
            kind, way, until = said.get("kind"), said.get("way"), said.get("until")
            personal.append(
                Personal(
                    line,
                    int(said["person"]),
                    Habit(word),
                    DocumentKind(kind) if kind else None,
                    said.get("words") or said.get("reason") or "",
                    _WAYS[way] if way else None,
                    _moment(until) if until else None,
                    _AWAY.get(said.get("away") or ""),
                )
            )
    in_order = tuple(sorted(timed, key=lambda one: (_when(one), one.line)))
    return Day(title, people, order, tuple(personal), in_order, scanned, without)


def _moment(said: str) -> int:
    return AFTER_CLOSING if said == "tutup" else int(said)


def _revision(line: int, said: dict[str, str | None]) -> Timed:
    cause, words = CAUSES.get(said["cause"] or "", Cause.OTHER), said["words"] or said["other"] or ""
    return Timed(line, AFTER_CLOSING, Happening.REVISION, int(said["person"] or 0), words=words, cause=cause)


def _timed(line: int, said: dict[str, str | None]) -> Timed:
    after = _moment(said["after"] or "0")
    if said["comes"]:
        return Timed(line, after, Happening.COMES, person=int(said["comes"]))
    if said["seconds"]:
        seconds = int(said["seconds"])
        return Timed(line, after, Happening.CLOCK, seconds=seconds if said["way"] == "maju" else -seconds)
    if said["rundown"]:
        return Timed(line, after, Happening.STEP, step=int(said["step"] or 0))
    if said["skips"]:
        return Timed(line, after, Happening.SKIP, step=int(said["skips"]), words=said["reason"] or "")
    if said["note"]:
        return Timed(line, after, Happening.NOTE, words=said["note"], mended=said["mended"] or "")
    return Timed(line, after, Happening(said["what"] or ""))


def _when(one: Timed) -> tuple[bool, int]:
    return one.after == AFTER_CLOSING, one.after


def _check(day: Day, found: list[tuple[int, str, re.Match[str]]], people: int | None) -> Iterator[DayProblem]:
    once: dict[str, int] = {}
    for line, word, match in found:
        # What a person does is said once; so are title, number and order.
        said = match.groupdict()
        if word == "sesudah" and not said["comes"]:
            continue
        # A Perjanjian Kinerja is revised once on a day, whoever signs it.
        person = "" if word == "perubahan" else said.get("person", "")
        key = f"hadir {said['comes']}" if word == "sesudah" else f"{word} {person}"
        if key in once:
            yield DayProblem(line, "TWICE", {"before": once[key]})
        once.setdefault(key, line)
    if people is not None:
        named = [
            (one.line, one.person) for one in day.lines if isinstance(one, Personal) or one.what is Happening.COMES
        ]
        named += [(one.line, one.person) for one in day.timed if one.what is Happening.REVISION and one.person]
        named += [(once.get("urutan ", 0), number) for number in day.order]
        named += [(once.get("pintu ", 0), number) for number in day.without]
        yield from (
            DayProblem(line, "PERSON", {"number": number, "most": people})
            for line, number in named
            if not 1 <= number <= people
        )
    if len(set(day.order)) != len(day.order):
        yield DayProblem(once["urutan "], "ORDER")
    absent = {one.person: one.line for one in day.personal if one.habit is Habit.ABSENT}
    for one in day.lines:
        if one.person in absent and one.line != absent[one.person]:
            yield DayProblem(one.line, "AWAY", {"number": one.person, "before": absent[one.person]})
    for moment in day.timed:
        if moment.after == AFTER_CLOSING and moment.what not in (Happening.COMES, Happening.REVISION):
            yield DayProblem(moment.line, "CLOSING")
        if moment.what is Happening.CLOCK and not 1 <= abs(moment.seconds) <= MOST_SECONDS:
            yield DayProblem(moment.line, "SECONDS", {"most": MOST_SECONDS})
