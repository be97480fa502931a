"""Whether an office is ready for its ceremony: one line for each thing that was looked at, red, yellow or green."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.device_truth import DeviceTruth
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.profile import OfficeProfile


class Light(StrEnum):
    """How grave a line is; RED keeps a real ceremony from being opened without a reason."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


class Topic(StrEnum):
    """What was looked at, in the order of the list."""

    PRINTER = "printer"
    PEN = "pen"
    SIGNER_SCREEN = "signer_screen"
    HALL_SCREEN = "hall_screen"
    DISK = "disk"
    POWER = "power"
    CLOCK = "clock"
    FONTS = "fonts"
    SEAL = "seal"
    ESCROW = "escrow"
    FORMS = "forms"
    NUMBERS = "numbers"
    PEOPLE = "people"
    WITNESSES = "witnesses"
    TARGETS = "targets"
    YEAR = "year"
    LETTERHEAD = "letterhead"
    DOCUMENTS = "documents"

    @property
    def words(self) -> str:
        """As the minutes name it."""
        return {
            "printer": "pencetak",
            "pen": "pena",
            "signer_screen": "layar penanda tangan",
            "hall_screen": "layar aula",
            "disk": "ruang disk",
            "power": "daya",
            "clock": "jam",
            "fonts": "huruf cetak",
            "seal": "kunci segel",
            "escrow": "sertifikat titipan",
            "forms": "naskah",
            "numbers": "nomor",
            "people": "data peserta",
            "witnesses": "saksi",
            "targets": "sasaran dan anggaran",
            "year": "tahun",
            "letterhead": "kop surat",
            "documents": "dokumen kantor",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its ``code`` says which sentence, ``names`` whom or what it is about, ``count`` how many they are."""

    topic: Topic
    light: Light
    code: str
    names: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Machine:
    """What the windows see of the computer.

    ``stopped`` are those of the printers that say that they do not print.
    ``truth`` is what the device really delivered when it was last tried; ``mirrored`` that the screens show the same.
    """

    printers: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    has_pen: bool = False
    has_touch: bool = False
    truth: DeviceTruth | None = None
    screens: int = 1
    signer_screen: bool = False
    hall_screen: bool = False
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Power:
    """``battery`` in per cent, None where there is none; ``charger`` None where the system says nothing of it."""

    battery: int | None
    charger: bool | None


@dataclass(frozen=True, slots=True)
class UsedForm:
    """A form that the ceremony needs: its year, the years in its title, and where it is wrong ("" where it is not).

    ``draft`` where its file says that its words are no regulation's and no office's yet.
    """

    id: str
    year: int
    title_years: tuple[int, ...] = ()
    problem: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is judged.

    Attributes:
        machine: None where no window looked; its lines are left out then.
        power: None where the system tells nothing.
        now: aware; ``last_entry`` of the journal; ``local_offset`` of the computer's own zone, None where unknown.
        seal: code of the error that the sealing key raised, "" where it can be used until ``seal_until``.
        unborn: whether the clock says a time before the program itself was made; ``clock_checked`` whether anybody
            held it against another one since the desk was opened.
        escrow_until: the last day of the certificate that ink is encrypted to.
        unplaced: files of the office's own documents whose places do not stand on their pages.
        unprintable: names that the faces on paper cannot set; ``faces`` whether these could be read at all.
    """

    ceremony: Ceremony
    profile: OfficeProfile
    mark: Mark
    now: datetime
    last_entry: datetime | None
    local_offset: timedelta | None
    free_mb: int
    power: Power | None
    seal: str
    seal_until: date | None
    escrow: bool
    forms: tuple[UsedForm, ...]
    faces: bool = True
    unprintable: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    machine: Machine | None = None
    unborn: bool = False
    clock_checked: bool = True
    escrow_until: date | None = None


Lines = Iterable[Line]


def red(lines: Lines) -> tuple[Line, ...]:
    """Those that keep a real ceremony from being opened."""
    return tuple(one for one in lines if one.light is Light.RED)


def worst_first(lines: Lines) -> tuple[Line, ...]:
    """As people read them: what keeps the ceremony closed, what wants a look, what is ready."""
    order = list(Light)
    return tuple(sorted(lines, key=lambda line: order.index(line.light)))


def check_ready(lines: Lines, mark: Mark, reason: str) -> None:
    """KPU-READY: a real ceremony is opened over a red line only for a reason; a rehearsal opens with them standing.

    Raises:
        RuleError: KPU-READY with ``count``.
    """
    count = len(red(lines))
    if count and mark is Mark.NONE and not reason.strip():
        raise RuleError("KPU-READY", count=count)


def line(topic: Topic, light: Light, code: str, names: Iterable[str] = (), count: int = 0) -> Line:
    told = tuple(names)
    return Line(topic, light, code, told, count or len(told))


def despite_sentence(topics: Iterable[str], reason: str) -> str:
    """What the minutes say of a ceremony that was opened over red lines; a rehearsal needs no reason."""
    words = ", ".join(dict.fromkeys(Topic(topic).words for topic in topics))
    if not reason:
        return f"Belum beres saat dibuka untuk gladi: {words}."
    ending = "" if reason.endswith((".", "!", "?")) else "."
    return f"Belum beres saat dibuka: {words}. Alasan dibuka: {reason}{ending}"
