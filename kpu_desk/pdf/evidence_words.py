"""How evidence is put into words: roles, tools, times and durations, as a reader of the record needs them."""

from __future__ import annotations

from datetime import UTC, datetime

from kpu_desk.domain import device_truth_text
from kpu_desk.domain.dates import long_date, thousands
from kpu_desk.domain.documents import Meterai
from kpu_desk.domain.evidence import Device, Evidence
from kpu_desk.domain.ink_drawing import InkDrawing, PlacedInk
from kpu_desk.domain.meterai import NotedMeterai
from kpu_desk.domain.pad import Counts, PadAct
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.record import RecordContent, SignedSlot
from kpu_desk.domain.stamps import PlacedStamp
from kpu_desk.domain.true_scale import ScaleSource, TrueScale

ROLES = {
    "pihak_pertama": "Pihak Pertama",
    "pihak_kedua": "Pihak Kedua",
    "pembuat": "Pembuat pernyataan",
    "saksi": "Saksi",
    "hadir": "Hadir",
    "penanda_tangan": "Penanda tangan",
}
METERAI = {
    Meterai.NONE: "tidak dibubuhkan",
    Meterai.BOX: "meterai tempel",
    Meterai.ELECTRONIC: "meterai elektronik",
}
TOOLS = {"pen": "pena", "finger": "jari", "mouse": "tetikus"}
LANGUAGES = {"id": "Indonesia", "en": "Inggris"}
CAPACITIES = {"definitif": "", "plt": "pelaksana tugas", "plh": "pelaksana harian", "an": "atas nama"}


def zone_of(name: str) -> Zone | None:
    """The time zone by its label (``WIB``) or its IANA name; None if it is neither."""
    return next((zone for zone in Zone if name in (zone.label, zone.key)), None)


def local_time(moment: str, zone_name: str, *, day: bool = True) -> str:
    """A UTC time of the record in local words: ``22 Januari 2026 09.41.12 WIB``; unreadable times as they are."""
    zone = zone_of(zone_name)
    try:
        value = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    local = value.astimezone(zone.tzinfo if zone else UTC)
    clock = f"{local:%H.%M.%S} {zone.label if zone else 'UTC'}"
    return f"{long_date(local.date())} {clock}" if day else clock


def seconds(milliseconds: int) -> str:
    """``14,4 detik``."""
    return f"{thousands(milliseconds // 1000)},{milliseconds % 1000 // 100} detik"


def office_with_capacity(signed: SignedSlot) -> str:
    """The office, the capacity in which it is held, and its basis."""
    capacity = CAPACITIES.get(signed.capacity, signed.capacity)
    notes = [note for note in (capacity, signed.decree or "") if note]
    return f"{signed.office} ({'; '.join(notes)})" if notes else signed.office


def device(used: Device) -> str:
    """What wrote: device, tool, pressure, screen."""
    pressure = "dengan tekanan" if used.has_pressure else "tanpa tekanan"
    tilt = ", dengan kemiringan" if used.has_tilt else ""
    return f"{used.name}; {TOOLS.get(used.tool, used.tool)}, {pressure}{tilt}; layar {used.screen}{_scale(used.scale)}"


def _scale(scale: TrueScale | None) -> str:
    """The true size of the nominal pad; empty where nobody knows it."""
    if scale is None:
        return ""
    x, y = (f"{ppm / 10_000:.1f}".replace(".", ",") for ppm in (scale.x_ppm, scale.y_ppm))
    by = {ScaleSource.REPORTED: "menurut layar", ScaleSource.CARD: "diukur dengan kartu"}[scale.source]
    return f", ukuran sebenarnya {x} × {y} % dari nominal ({by})"


def moments(evidence: Evidence) -> str:
    """When the sheet was opened and the signature accepted, and where the time comes from."""
    began, accepted = (local_time(at, evidence.zone) for at in (evidence.began_at, evidence.accepted_at))
    short = local_time(evidence.accepted_at, evidence.zone, day=False)
    same_day = began.startswith(accepted.removesuffix(short))
    return f"dibuka {began}, diterima {short if same_day else accepted}; {evidence.clock}"


def reading(evidence: Evidence) -> str:
    """What was seen of the sheet and how long, and what the receipt says of the screen; the digests of the page
    pictures are in the record's data."""
    seen = f"{evidence.pages_seen} dari {evidence.pages} halaman terlihat"
    taken = f"{seconds(evidence.elapsed_ms)} dari membuka sampai menerima"
    receipt = evidence.receipt
    if receipt is None:
        return f"{seen}; {taken}"
    views = ", ".join(f"{page.in_view_ms // 1000},{page.in_view_ms % 1000 // 100}" for page in receipt.pages[:8])
    parts = [
        f"{seen} selama {views}{' …' if len(receipt.pages) > 8 else ''} detik",
        taken,
        f"huruf {receipt.text_size}\u00a0%",
        f"bahasa {LANGUAGES.get(receipt.language, receipt.language)}",
    ]
    if receipt.high_contrast:
        parts.append("kontras tinggi")
    if receipt.left_handed:
        parts.append("tata letak kidal")
    if receipt.notice is not None:
        opened = f"dibuka {receipt.notice.opened} kali" if receipt.notice.opened else "tersedia, tidak dibuka"
        parts.append(f"pemberitahuan data {receipt.notice.version} {opened}")
    if receipt.run is not None:
        parts.append(f"daftar {receipt.run.count} lembar dipastikan lebih dahulu")
    return "; ".join(parts)


def measured_device(used: Device) -> str:
    """What the device really delivered; empty in evidence from before that was measured."""
    return "" if used.truth is None else device_truth_text.measured(used.truth)


def device_in_short(used: Device) -> str:
    """Pace and verdict, for a cell of a table; empty as `measured_device`."""
    return (
        "" if used.truth is None else f"{device_truth_text.rate(used.truth)}, {device_truth_text.verdict(used.truth)}"
    )


def measure(ink: InkDrawing) -> str:
    """How much was measured."""
    return (
        f"{thousands(ink.stroke_count)} goresan, {thousands(ink.sample_count)} titik ukur, {seconds(ink.duration_ms)}"
    )


def meterai(noted: NotedMeterai) -> str:
    """What was noted of the original; the program has not seen the stamp itself, and says so."""
    if noted.kind is Meterai.NONE:
        return f"{METERAI[noted.kind]}, menurut catatan sekretariat"
    number = f"nomor seri {noted.serial}" if noted.serial else "nomor seri belum ada"
    return f"{METERAI[noted.kind]}, {number}, menurut catatan sekretariat sebelum penyegelan"


def pages_of(placed: PlacedInk) -> str:
    """On which pages an ink stands, counted from 1: ``halaman 2, 3 dan 4``."""
    pages = [str(place.page + 1) for place in placed.places]
    return "halaman " + " dan ".join(part for part in (", ".join(pages[:-1]), pages[-1]) if part)


def stamp_sentence(content: RecordContent, stamp: PlacedStamp) -> str:
    """Which stamp was put beside whose signature, by whom and when, and that it is a picture."""
    name = next((signed.name for signed in content.signatures if signed.slot == stamp.slot), stamp.slot)
    size = f"{stamp.diameter_um / 1000:g}".replace(".", ",")
    return (
        f"Gambar {stamp.kind.full_name} ({size} mm) dibubuhkan di samping tanda tangan {name} oleh {stamp.by}, "
        f"{local_time(stamp.at, content.zone)}; bukan cap basah. SHA-256 gambar {stamp.image_sha256}."
    )


_ACTS = (
    (PadAct.CLEARED, "diulangi {n} kali"),
    (PadAct.UNDONE, "goresan terakhir diurungkan {n} kali"),
    (PadAct.UNDONE_ALL, "satu-satunya goresan diurungkan {n} kali"),
    (PadAct.REDONE, "goresan dikembalikan {n} kali"),
    (PadAct.REDONE_ALL, "percobaan dikembalikan {n} kali"),
    (PadAct.DECLINED, "ditolak oleh orangnya {n} kali"),
    (PadAct.RECALLED, "dihentikan petugas {n} kali"),
    (PadAct.INTERRUPTED, "terputus {n} kali"),
    (PadAct.BEGUN_AGAIN, "dimulai lagi setelah terputus {n} kali"),
    (PadAct.REJECTED, "{n} sentuhan yang bukan tulisan diabaikan"),
    (PadAct.CONFIRMED, "goresan pendek dipastikan oleh orangnya"),
)


def attempts(number: int, acts: Counts) -> str:
    """What was erased before an ink was accepted, and all that happened on the pad until then."""
    counted = dict(acts)
    said = [words.format(n=thousands(counted[act])) for act, words in _ACTS if act in counted]
    return f"{number} percobaan dihapus sebelumnya" + (f" ({', '.join(said)})" if said else "")
