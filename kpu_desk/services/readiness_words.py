"""What a line of the readiness check says to a person: a sentence, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.dates import long_date, thousands
from kpu_desk.domain.readiness import Light, Line, Topic, worst_first
from kpu_desk.domain.showing import Printout
from kpu_desk.language import QT_TRANSLATE_NOOP, translate
from kpu_desk.services.desk import Desk
from kpu_desk.services.readiness_texts import SENTENCES

_MOST_NAMES = 5

LIGHT_WORDS = {
    Light.RED: QT_TRANSLATE_NOOP("readiness", "Belum siap"),
    Light.YELLOW: QT_TRANSLATE_NOOP("readiness", "Perhatikan"),
    Light.GREEN: QT_TRANSLATE_NOOP("readiness", "Siap"),
}

TOPIC_WORDS = {
    Topic.PRINTER: QT_TRANSLATE_NOOP("readiness", "Pencetak"),
    Topic.PEN: QT_TRANSLATE_NOOP("readiness", "Pena atau layar sentuh"),
    Topic.SIGNER_SCREEN: QT_TRANSLATE_NOOP("readiness", "Layar penanda tangan"),
    Topic.HALL_SCREEN: QT_TRANSLATE_NOOP("readiness", "Proyektor aula"),
    Topic.DISK: QT_TRANSLATE_NOOP("readiness", "Ruang disk"),
    Topic.POWER: QT_TRANSLATE_NOOP("readiness", "Baterai dan listrik"),
    Topic.CLOCK: QT_TRANSLATE_NOOP("readiness", "Jam dan zona waktu"),
    Topic.FONTS: QT_TRANSLATE_NOOP("readiness", "Huruf cetak"),
    Topic.SEAL: QT_TRANSLATE_NOOP("readiness", "Kunci segel"),
    Topic.ESCROW: QT_TRANSLATE_NOOP("readiness", "Sertifikat titipan"),
    Topic.FORMS: QT_TRANSLATE_NOOP("readiness", "Naskah"),
    Topic.NUMBERS: QT_TRANSLATE_NOOP("readiness", "Nomor"),
    Topic.PEOPLE: QT_TRANSLATE_NOOP("readiness", "Peserta"),
    Topic.WITNESSES: QT_TRANSLATE_NOOP("readiness", "Saksi"),
    Topic.TARGETS: QT_TRANSLATE_NOOP("readiness", "Sasaran dan anggaran"),
    Topic.YEAR: QT_TRANSLATE_NOOP("readiness", "Tahun"),
    Topic.LETTERHEAD: QT_TRANSLATE_NOOP("readiness", "Kop surat"),
    Topic.DOCUMENTS: QT_TRANSLATE_NOOP("readiness", "Dokumen kantor"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A line as a person reads it; ``advice`` is empty where there is nothing to do."""

    light: Light
    word: str
    topic: str
    sentence: str
    advice: str


def told(line: Line) -> Told:
    """The line in words of the chosen language."""
    names = ", ".join(line.names[:_MOST_NAMES])
    if len(line.names) > _MOST_NAMES:
        names += " " + translate("readiness", "dan {n} lainnya").format(n=len(line.names) - _MOST_NAMES)
    first = line.names[0] if line.names else ""
    facts = {
        "names": names,
        "count": thousands(line.count),
        "plain": line.count,
        "thousand": line.count // 1000,
        "day": _day(first),
        "first": first,
    }
    sentence, advice = SENTENCES[line.code]
    return Told(
        line.light,
        translate("readiness", LIGHT_WORDS[line.light]),
        translate("readiness", TOPIC_WORDS[line.topic]),
        # A name may end in a full stop of its own.
        translate("readiness", sentence).format(**facts).replace("..", "."),
        translate("readiness", advice).format(**facts) if advice else "",
    )


def _day(text: str) -> str:
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        return ""


def readiness_printout(desk: Desk, ceremony: Ceremony, lines: Iterable[Line]) -> Printout:
    """The list as pages to be printed, in the chosen language."""
    from kpu_desk.pdf.readiness_page import ReadinessPage, readiness_page

    zone, now = desk.profile.zone, desk.clock()
    local = now.astimezone(zone.tzinfo)
    checked = translate("readiness", "Diperiksa {day} pukul {time} {zone} oleh {name}.").format(
        day=long_date(local.date()), time=local.strftime("%H.%M"), zone=zone.label, name=desk.actor.name
    )
    page = ReadinessPage(
        title=translate("readiness", "Pemeriksaan kesiapan"),
        about=(f"{ceremony.title}, {long_date(ceremony.date)}", checked),
        lines=[
            (one.light.value, one.word, one.topic, one.sentence, one.advice) for one in map(told, worst_first(lines))
        ],
        office=desk.profile.short_name,
        mark=desk.mark,
        paper=desk.profile.paper,
        at=now,
    )
    return Printout("kesiapan", readiness_page(page))
