"""The pages of evidence at the end of a record: what was signed, by whom, how, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kpu_desk.domain.dates import long_date
from kpu_desk.domain.documents import InkKind, Paper
from kpu_desk.domain.form_fields import grouped_nip
from kpu_desk.domain.late import SignedLate
from kpu_desk.domain.record import RecordContent, SignedSlot
from kpu_desk.domain.whereabouts import Interruption
from kpu_desk.pdf.beside_words import beside_line, beside_rows
from kpu_desk.pdf.evidence_words import (
    ROLES,
    attempts,
    device,
    device_in_short,
    local_time,
    measure,
    measured_device,
    meterai,
    moments,
    office_with_capacity,
    pages_of,
    reading,
    seconds,
    stamp_sentence,
)
from kpu_desk.pdf.flow import LEFT, WIDTH, Flow, Strip, beside, block, paragraph
from kpu_desk.pdf.page import MM, Item, Rule
from kpu_desk.pdf.stamp import short_digest
from kpu_desk.pdf.table import Cell, Grid, columns_of
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import Type, sans

MOST_IN_FULL = 6
"""Signatures that get a block of their own; with more, one line of a table each."""

_TITLE = sans(15, 19)
_HEAD = sans(10, 13.5)
_TEXT = sans(8.2, 10.4)
_CELL = sans(7, 8.8)
_VALUE_X = LEFT + 42 * MM

LEGAL = (
    "Tanda tangan pada rekaman ini adalah tanda tangan elektronik tidak tersertifikasi menurut Pasal 60 "
    "Peraturan Pemerintah Nomor 71 Tahun 2019: dibuat langsung oleh orangnya di hadapan petugas, tanpa "
    "sertifikat elektronik. Tanda tangan ini dapat diajukan sebagai bukti; kekuatannya bergantung pada bukti yang "
    "tercatat di sini.",
    "Rekaman ini disegel dengan kunci kantor. Segel menunjukkan bahwa isi rekaman tidak berubah sejak disegel; segel "
    "bukan tanda tangan elektronik orang dan bukan segel penyelenggara sertifikasi elektronik. Lembar bukti ini "
    "tidak dikeluarkan oleh BSrE.",
    "Jam perangkat luring dapat menyimpang dari waktu resmi; sumber waktu tercatat pada tiap tanda tangan. Urutan "
    "peristiwa dijamin oleh rantai jurnal, bukan oleh jam.",
    "Data lengkap rekaman ini dan lembar yang ditandatangani, persis seperti yang dilihat penanda tangan, terlampir "
    "di dalam berkas PDF ini.",
)


def lay_evidence(content: RecordContent, digest: str, paper: Paper = Paper.A4) -> Flow:
    """The pages of evidence, without foot and marks; ``digest`` is the content digest."""
    flow = Flow(paper)
    flow.place(_lines("Lembar Bukti", _TITLE, bold=True, tag=Tag("H1", bookmark="Lembar Bukti")))
    flow.place(
        _lines(
            f"Halaman ini bagian dari rekaman {content.serial}, dibuat oleh program, dan tidak ditandatangani.",
            _TEXT,
        )
    )
    flow.place([_ruled()])
    for label, value in _record_rows(content, digest):
        flow.place(_row(label, value))
    if len(content.signatures) <= MOST_IN_FULL:
        for number, signed in enumerate(content.signatures, 1):
            _lay_block(flow, number, content, signed)
    else:
        _lay_table(flow, content)
    head = _lines("Kedudukan hukum", _HEAD, bold=True, before=10, tag=Tag("H2"))
    legal = [strip for text in LEGAL for strip in paragraph((_TEXT.run(text),), _TEXT.leading, before=2.5)]
    # What the record is worth is read together; its last words alone on a page would look left over.
    flow.place(block([*head, *legal]))
    return flow


def _record_rows(content: RecordContent, digest: str) -> list[tuple[str, str]]:
    rows = [
        ("Rekaman", f"{content.serial}, {content.title}"),
        ("Nomor naskah", content.number or ("menyusul" if content.numbered else "tidak bernomor")),
        ("Kantor", content.office_name),
        ("Kegiatan", content.ceremony_title),
        ("Disusun", f"{content.composed_label}; {content.program}"),
        ("Bentuk naskah", f"{content.form}; versi lembar {content.sheet_version}; {content.pages} halaman"),
        *([("Bentuk berkas", content.standard)] if content.standard else []),
        ("SHA-256 lembar", content.frozen_sha256),
        ("Sidik isi (SHA-256)", digest),
        ("Rantai rekaman", _chain(content)),
        ("Jurnal", f"catatan {content.journal_seq}; {content.journal_head}"),
    ]
    if content.supersedes is not None:
        old = content.supersedes
        rows.append(
            (
                "Menggantikan",
                f"rekaman {', '.join(filter(None, (old.serial, old.number or 'tanpa nomor')))}, disegel "
                f"{local_time(old.sealed_at, content.zone)}, sidik isi {old.content}. "
                f"Alasan: {old.reason or 'tidak ditulis'}. Rekaman lama tetap disimpan.",
            )
        )
    rows += [
        (
            "Pengganti",
            f"lembar {old.serial}, batal sejak {local_time(old.at, content.zone)}: {old.reason}. Lembar batal dan "
            f"{old.signatures} tanda tangannya tetap disimpan, tidak disegel. SHA-256 lembar batal {old.sha256}",
        )
        for old in content.replaces
    ]
    rows += [("Terhenti", _interrupted(content, one)) for one in content.interruptions]
    for number in dict.fromkeys(one.sitting for one in content.late):
        rows.append(("Menyusul", _followed(content, [one for one in content.late if one.sitting == number])))
    if content.meterai is not None:
        rows.append(("Meterai", meterai(content.meterai)))
    rows += [("Cap kantor", stamp_sentence(content, stamp)) for stamp in content.stamps]
    if content.unsigned:
        rows.append(("Tidak bertanda tangan", "; ".join(content.unsigned)))
    return rows


def _interrupted(content: RecordContent, one: Interruption) -> str:
    name = next(signed.name for signed in content.signatures if signed.slot == one.slot)
    back = "tidak hadir lagi" if one.back_at is None else f"hadir lagi {local_time(one.back_at, content.zone)}"
    return f"{name} meninggalkan acara {local_time(one.left_at, content.zone)}, {back}, lalu menandatangani."


def _followed(content: RecordContent, late: list[SignedLate]) -> str:
    """Who signed in one late sitting; a long list is told by its number, each has his own time below."""
    names = {signed.slot: signed.name for signed in content.signatures}
    day = long_date(date.fromisoformat(content.ceremony_date))
    who = "; ".join(f"{names[one.slot]}, {local_time(one.at, content.zone)}" for one in late[:MOST_IN_FULL])
    more = f"; dan {len(late) - MOST_IN_FULL} lagi" if len(late) > MOST_IN_FULL else ""
    return f"sesudah kegiatan {day} ditutup, dalam penandatanganan susulan ke-{late[0].sitting}: {who}{more}."


def _chain(content: RecordContent) -> str:
    if content.previous is None:
        return f"rekaman ke-{content.position} kegiatan ini; rekaman pertama kantor"
    return f"ke-{content.position}; sebelumnya {content.previous}"


def _lay_block(flow: Flow, number: int, content: RecordContent, signed: SignedSlot) -> None:
    evidence = signed.evidence
    role = ROLES.get(signed.role, signed.role)
    strips = _lines(f"{number}. {role}: {signed.name}", _HEAD, bold=True, before=9, tag=Tag("H2"))
    rows = [
        ("Jabatan", f"{office_with_capacity(signed)}{f'; NIP {grouped_nip(signed.nip)}' if signed.nip else ''}"),
        ("Dikenali", f"{evidence.identified}, oleh {evidence.identified_by}"),
        ("Pernyataan", evidence.statement),
        *beside_rows(content, signed),
        ("Waktu", moments(evidence)),
        ("Membaca", reading(evidence)),
        ("Alat", device(evidence.device)),
        ("Alat terukur", measured_device(evidence.device)),
        ("Goresan", f"{measure(signed.ink)}; {attempts(evidence.discarded, evidence.acts)}"),
        ("Tanda tangan terdahulu", _earlier(evidence.earlier)),
        # That of the whole record stands above; no signer sees another one, unless something went badly wrong.
        ("SHA-256 yang dilihat", "" if evidence.frozen_sha256 == content.frozen_sha256 else evidence.frozen_sha256),
        ("SHA-256 goresan", signed.ink.digest),
        *_further_rows(signed),
        ("SHA-256 bukti", evidence.digest()),
    ]
    for label, value in rows:
        if value:
            strips += _row(label, value)
    flow.place([replace(strip, glued=True) for strip in strips[:-1]] + strips[-1:])


def _further_rows(signed: SignedSlot) -> Iterator[tuple[str, str]]:
    """Two lines for a paraf, and two for a signature under the lampiran: written on their own, saved together."""
    used = {one.kind: one for one in signed.evidence.further}
    for placed in signed.inks[1:]:
        said = used[placed.kind]
        parts = [pages_of(placed), measure(placed.ink), attempts(said.discarded, said.acts)]
        if replace(said.device, truth=None) != replace(signed.evidence.device, truth=None):
            parts.append(f"alat: {device(said.device)}")
        if said.device.truth is not None:
            parts.append(f"terukur: {measured_device(said.device)}")
        yield placed.kind.words, "; ".join(parts)
        yield f"SHA-256 {_short(placed.kind)}", said.ink_digest


def _short(kind: InkKind) -> str:
    return kind.words.lower().removeprefix("tanda tangan ")


def _earlier(digests: tuple[str, ...]) -> str:
    if not digests:
        return "belum ada pada lembar ini"
    return f"{len(digests)} pada lembar ini: " + "; ".join(short_digest(digest) for digest in digests[:6])


def _lay_table(flow: Flow, content: RecordContent) -> None:
    words = f"{len(content.signatures)} tanda tangan, menurut urutan lembar"
    flow.place(_lines(words, _HEAD, bold=True, before=9, tag=Tag("H2")))
    flow.place(
        _lines(
            "Sidik disingkat menjadi 16 digit pertama; sidik penuh dan bukti selengkapnya ada dalam data rekaman "
            "yang terlampir.",
            _TEXT,
        )
    )
    columns = columns_of(
        LEFT,
        (8 * MM, 47 * MM, 25 * MM, 28 * MM, 29 * MM, 28 * MM),
        ("center", "left", "left", "left", "left", "left"),
    )
    heads = ("No", "Nama, jabatan", "Diterima", "Dikenali, oleh", "Alat, goresan", "Sidik goresan; bukti")
    grid = Grid(columns, _CELL)
    head = grid.head(heads, before=4)
    for number, signed in enumerate(content.signatures, 1):
        rows = grid.rows([_cells(number, signed)])
        flow.place([head, *rows] if number == 1 else rows, head)


def _cells(number: int, signed: SignedSlot) -> list[Cell]:
    evidence, used = signed.evidence, signed.evidence.device
    pressure = "dengan tekanan" if used.has_pressure else "tanpa tekanan"
    new_line = _CELL.line_break()
    name: Cell = (_CELL.run(signed.name, bold=True), new_line, _CELL.run(office_with_capacity(signed)))
    if signed.nip:
        name = (*name, new_line, _CELL.run(f"NIP {grouped_nip(signed.nip)}"))
    return [
        (_CELL.run(str(number)),),
        name,
        (
            _CELL.run(local_time(evidence.accepted_at, evidence.zone)),
            new_line,
            _CELL.run(f"{evidence.pages_seen}/{evidence.pages} halaman"),
        ),
        (
            _CELL.run(
                "; ".join(filter(None, (f"{evidence.identified}, {evidence.identified_by}", beside_line(signed))))
            ),
        ),
        (
            _CELL.run(f"{used.name}, {pressure}"),
            new_line,
            _CELL.run(f"{signed.ink.sample_count} titik, {seconds(signed.ink.duration_ms)}"),
            new_line,
            _CELL.run(f"{evidence.discarded} percobaan dihapus"),
            *((new_line, _CELL.run(device_in_short(used))) if used.truth else ()),
        ),
        _digests(signed),
    ]


def _digests(signed: SignedSlot) -> Cell:
    cell: Cell = ()
    for placed in signed.inks:
        named = "" if placed.kind is InkKind.SIGNATURE else f"{_short(placed.kind)} "
        cell = (*cell, _CELL.run(named + short_digest(placed.ink.digest)), _CELL.line_break())
    return (*cell, _CELL.run(short_digest(signed.evidence.digest())))


def _row(label: str, value: str) -> list[Strip]:
    """A label and its value; a digest that is too wide for one line is broken, never cut."""
    kind = _TEXT if len(value) != 64 else sans(7.6, _TEXT.leading)
    width = LEFT + WIDTH - _VALUE_X
    lines = paragraph((kind.run(value),), _TEXT.leading, x=_VALUE_X, width=width, align="left")
    return beside(lines, (_TEXT.run(label, bold=True),), LEFT)


def _lines(text: str, kind: Type, *, bold: bool = False, before: float = 0, tag: Tag | None = None) -> list[Strip]:
    return paragraph((kind.run(text, bold),), kind.leading, align="left", before=before, glued=True, tag=tag)


def _ruled() -> Strip:
    rule: Item = Rule(LEFT, -4, LEFT + WIDTH, -4, 0.6)
    return Strip(9, (rule,), glued=True)
