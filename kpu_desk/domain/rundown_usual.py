"""The usual rundown of a signing ceremony, drawn from its documents and groups (domain.md 6.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kpu_desk.domain.documents import Agreement, DocumentKind
from kpu_desk.domain.officials import Group, Official
from kpu_desk.domain.rundown import Signers, Step, StepKind

LEADERS = frozenset({Group.KETUA, Group.ANGGOTA, Group.SEKRETARIS})
_PER_SHEET_MIN = 1
"""Somebody who signs takes half a minute to two; a table of them works beside each other."""


def usual_rundown(
    kinds: Collection[DocumentKind],
    agreements: Collection[Agreement],
    officials: Iterable[Official],
    *,
    own: bool = False,
) -> tuple[Step, ...]:
    """Registration, opening, PK, the statements read aloud and signed by the leaders, speeches, staff, closing.

    Minutes are those of domain.md 6.2. Who is not on the roster leads nothing: the place stays empty.

    Args:
        own: whether ready documents of the office are signed too.
    """
    people = [official for official in officials if not official.added]
    chair, member, secretary = (
        next((one.name for one in people if one.group is group), "")
        for group in (Group.KETUA, Group.ANGGOTA, Group.SEKRETARIS)
    )
    staff = [one for one in people if one.group not in LEADERS]
    statements = tuple(kind for kind in (DocumentKind.PI, DocumentKind.PBBK) if kind in kinds)
    steps: list[Step] = []

    def add(kind: StepKind, title: str, minutes: int, lead: str = "", text: str = "") -> None:
        steps.append(Step(len(steps) + 1, kind, title, minutes, lead, text))

    def sign(title: str, minutes: int, documents: tuple[DocumentKind, ...], signers: Signers = Signers.ALL) -> None:
        steps.append(Step(len(steps) + 1, StepKind.SIGNING, title, minutes, documents=documents, signers=signers))

    listed = (DocumentKind.DH,) if DocumentKind.DH in kinds else ()
    title = "Registrasi dan penandatanganan daftar hadir" if listed else "Registrasi"
    steps.append(Step(1, StepKind.REGISTRATION, title, 30, documents=listed))
    add(StepKind.OPENING, "Pembukaan", 2, "Pembawa acara")
    add(StepKind.ANTHEM, "Menyanyikan lagu Indonesia Raya dan Mars KPU", 5)
    add(StepKind.PRAYER, "Doa", 3)
    add(StepKind.REPORT, "Laporan Sekretaris", 5, secretary)
    if DocumentKind.PK in kinds:
        sign("Penandatanganan Perjanjian Kinerja", 5 + 5 * len(agreements), (DocumentKind.PK,))
    if DocumentKind.PI in kinds:
        if any(one.group.is_commissioner for one in people):
            add(StepKind.READING, "Pembacaan Pakta Integritas Ketua dan Anggota", 5, chair, "pi-komisioner")
        if any(not one.group.is_commissioner for one in people):
            add(StepKind.READING, "Pembacaan Pakta Integritas aparatur sipil negara", 5, secretary, "pi-asn")
        sign("Penandatanganan Pakta Integritas oleh pimpinan", 10, (DocumentKind.PI,), Signers.LEADERS)
    if DocumentKind.PBBK in kinds:
        reader = member or chair
        add(StepKind.READING, "Pembacaan Pernyataan Bebas Benturan Kepentingan", 5, reader, "pbbk")
        name = "Penandatanganan Pernyataan Bebas Benturan Kepentingan oleh pimpinan"
        sign(name, 10, (DocumentKind.PBBK,), Signers.LEADERS)
    if own:
        sign("Penandatanganan dokumen kantor", 10, (DocumentKind.DOK,))
    add(StepKind.SPEECH, "Sambutan Ketua", 20, chair)
    if staff and statements:
        minutes = min(120, max(10, len(staff) * len(statements) * _PER_SHEET_MIN))
        sign("Penandatanganan oleh pegawai, menurut bagian", minutes, statements, Signers.STAFF)
    add(StepKind.PHOTO, "Foto bersama", 5)
    add(StepKind.CLOSING, "Penutupan", 5, "Pembawa acara")
    return tuple(steps)
