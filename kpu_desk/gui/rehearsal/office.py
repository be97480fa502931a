"""The office of a rehearsal: a province that does not exist, and its ceremony of today."""

from __future__ import annotations

from datetime import datetime

from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.journal import Actor
from kpu_desk.domain.profile import OfficeProfile

PROFILE = OfficeProfile(
    name="Komisi Pemilihan Umum Provinsi Contoh",
    short_name="KPU Provinsi Contoh",
    place="Kota Contoh",
    letterhead=("KOMISI PEMILIHAN UMUM", "PROVINSI CONTOH"),
    address=("Jalan Gladi Nomor 1, Kota Contoh",),
)

ACTOR = Actor("Petugas Gladi", "Sekretariat")


def plan_of_today(now: datetime) -> CeremonyPlan:
    """The ceremony at this moment (any aware time), in the office's own zone."""
    local = now.astimezone(PROFILE.zone.tzinfo)
    return CeremonyPlan(
        title="Gladi bersih penandatanganan",
        occasion="Gladi Bersih Penandatanganan Perjanjian Kinerja, Pakta Integritas, dan Pernyataan Bebas Benturan "
        f"Kepentingan Tahun {local.year}",
        year=local.year,
        date=local.date(),
        start=f"{local:%H.%M}",
        place=PROFILE.place,
        venue=f"Kantor {PROFILE.short_name}",
    )
