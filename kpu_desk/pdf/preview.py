"""Any form with invented data: what an office looks at before it takes a form into use."""

from __future__ import annotations

from datetime import date

from kpu_desk.domain.documents import (
    LATE_FORM,
    Attachment,
    BudgetLine,
    ComposedSheet,
    DocumentKind,
    Letterhead,
    Mark,
    Paper,
    Party,
    Role,
    SheetContent,
    Target,
)
from kpu_desk.domain.forms import Form
from kpu_desk.domain.minutes import KindCount, Minutes
from kpu_desk.pdf.compose import compose_sheet
from kpu_desk.resources import read_text

_OFFICE = "Komisi Pemilihan Umum Provinsi Contoh Raya"
_SHORT = "KPU Provinsi Contoh Raya"
_CHAIR = ("Nirmala Pranaja, S.H., M.Si.", None, None, "Ketua", None, True)
_SECRETARY = (
    "Drs. H. Damar Wiraguna, M.A.P.",
    "197103121996031002",
    "Pembina Utama Muda (IV/c)",
    "Sekretaris",
    "Sekretariat",
    False,
)
_STAFF = (
    "Utari Hartaman, S.Sos.",
    "198609262015052001",
    "Penata Tingkat I (III/d)",
    "Kepala Subbagian Keuangan",
    "Bagian Keuangan, Umum, dan Logistik",
    False,
)
_GUESTS = ("Sekar Adikara", "Bagas Tirtayasa", "Wulan Lengkong", "Rangga Pranata", "Galih Kusumanegara")
_Person = tuple[str, str | None, str | None, str, str | None, bool]

_TARGETS = (
    Target(
        "Terwujudnya data pemilih yang terkini",
        "Persentase satuan kerja yang memutakhirkan data pemilih tepat waktu",
        "100%",
        ("25%", "50%", "75%", "100%"),
    ),
    Target(
        "Terwujudnya data pemilih yang terkini",
        "Jumlah laporan pemutakhiran data pemilih berkelanjutan",
        "4 laporan",
        ("1", "2", "3", "4"),
    ),
    Target(
        "Terlaksananya sistem akuntansi dan pelaporan keuangan",
        "Jumlah laporan sistem akuntansi dan pelaporan keuangan",
        "2 laporan",
        ("–", "1", "–", "2"),
    ),
)
_BUDGET = (
    BudgetLine("Penyelenggaraan Pemilu dalam Proses Konsolidasi Demokrasi", 41_500_000),
    BudgetLine("Dukungan Manajemen", 1_234_567_000, "APBN"),
)


def preview_sheet(form: Form, paper: Paper = Paper.A4) -> ComposedSheet:
    """The form as a sheet of an office that does not exist, marked CONTOH.

    Raises:
        FormError: as ``compose_sheet`` does: the form has no place for somebody who must sign it.
    """
    return compose_sheet(preview_content(form, paper), form)


def preview_content(form: Form, paper: Paper = Paper.A4) -> SheetContent:
    """Invented data for every role that the form has a place for."""
    return SheetContent(
        kind=form.kind,
        serial=f"{form.kind.value}-001",
        mark=Mark.CONTOH,
        letterhead=Letterhead(
            ("KOMISI PEMILIHAN UMUM", "PROVINSI CONTOH RAYA"),
            ("Jalan Rekaan Nomor 15, Kota Contoh 00000", "Telepon (000) 0000000, Faksimile (000) 0000001"),
        ),
        office_name=_OFFICE,
        office_short=_SHORT,
        occasion=(
            f"Penandatanganan Perjanjian Kinerja, Pakta Integritas, dan Pernyataan Bebas Benturan Kepentingan "
            f"Tahun {form.year}"
        ),
        year=form.year,
        date=date(form.year, 1, 22),
        place="Kota Contoh",
        venue=f"Kantor {_SHORT}",
        time_label="09.00 WIB",
        number=None,
        parties=_parties(form),
        basis=form.basis,
        attachment=Attachment(_SHORT, _TARGETS, _BUDGET, sample=True) if form.attachment else None,
        minutes=_minutes(late=form.id == LATE_FORM) if form.kind is DocumentKind.BA else None,
        paper=paper,
        form_id=form.id,
    )


def _parties(form: Form) -> tuple[Party, ...]:
    commissioner = "komisioner" in form.id
    people: dict[Role, tuple[_Person, ...]] = {
        Role.PIHAK_PERTAMA: (_SECRETARY,),
        Role.PIHAK_KEDUA: (_CHAIR,),
        Role.PEMBUAT: (_CHAIR if commissioner else _STAFF,),
        Role.SAKSI: (_SECRETARY,),
        Role.PENANDA_TANGAN: (_CHAIR, _SECRETARY),
    }
    roles = [slot.role for slot in form.slots]
    if form.kind is DocumentKind.PK and Role.PIHAK_KEDUA not in roles:
        people[Role.PIHAK_PERTAMA] = (_CHAIR,)
    if form.kind is DocumentKind.DH:
        people[Role.PENANDA_TANGAN] = (_SECRETARY,)
    parties = []
    for role in dict.fromkeys(roles):
        known = people.get(role, ())[: roles.count(role)]
        parties += [
            _party(role.value if len(known) == 1 else f"{role.value}-{number}", role, person)
            for number, person in enumerate(known, 1)
        ]
    if form.kind is DocumentKind.DH:
        guests: list[_Person] = [_CHAIR, _SECRETARY, _STAFF]
        guests += [(name, None, None, "Pelaksana", "Bagian Keuangan, Umum, dan Logistik", False) for name in _GUESTS]
        parties += [_party(f"hadir-{number:03}", Role.HADIR, guest) for number, guest in enumerate(guests, 1)]
    return tuple(parties)


def _party(slot: str, role: Role, person: _Person) -> Party:
    name, nip, rank, office, unit, commissioner = person
    return Party(slot, role, name, nip, rank, office, unit, None, commissioner)


def _minutes(*, late: bool) -> Minutes:
    counts = ((DocumentKind.PK, 1, 1, 2), (DocumentKind.PI, 96, 93, 186), (DocumentKind.PBBK, 96, 93, 93))
    return Minutes(
        opened="09.05",
        closed="11.40",
        present=93,
        invited=96,
        counts=tuple(KindCount(*count) for count in counts),
        witnesses=(_CHAIR[0], _SECRETARY[0]),
        absent=(_GUESTS[0], _GUESTS[1]),
        pending=(_GUESTS[2],),
        originals=2,
        words=() if late else tuple(read_text("words", "id.txt").split()[::171]),
        sitting=int(late),
        ceremony_day="22 Januari 2026" if late else "",
        late=(f"{_GUESTS[2]} – PI-014 pukul 09.12, PBBK-014 pukul 09.14",) if late else (),
    )
