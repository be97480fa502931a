"""Before sealing: whether e-Meterai and BSrE would take the records, one sentence each; the limits are data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from kpu_desk.domain.errors import FormError
from kpu_desk.language import translate
from kpu_desk.resources import read_text
from kpu_desk.services.desk import Desk
from kpu_desk.services.record_contents import sealing_tasks
from kpu_desk.storage import records

LIMITS = "online-services.toml"
RECORD_PDF = "1.7"
"""The version that every record declares (``pdf.conform``)."""

# What a record adds to its frozen sheet, in kB: evidence, codes, seal; then each signature, drawn and in the data.
_ADDED_KB, _PER_SIGNATURE_KB = 60, 6


@dataclass(frozen=True, slots=True)
class ServiceLimits:
    """What an online service takes, and where that is known from (``asumsi`` where from nowhere)."""

    name: str
    largest_kb: int
    oldest_pdf: str
    papers: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Preflight:
    """What is to be expected: ``emeterai`` and ``bsre`` are a sentence each."""

    emeterai: str
    bsre: str


def preflight(desk: Desk, ceremony_id: str) -> Preflight | None:
    """What the services would say of the records that a sealing would make now; None where it would make none.

    The size is an estimate upwards: the records are not composed yet.

    Raises:
        FormError: WRONG_PROFILE when the office's own limits cannot be read.
    """
    tasks = sealing_tasks(desk, desk.ceremony(ceremony_id))
    if not tasks:
        return None
    with desk.database.reading() as session:
        sizes = records.frozen_sizes(session, ceremony_id)
    # The frozen sheet is in a record twice: as its pages and attached.
    kilobytes = max(
        2 * sizes[task.sheet.id] // 1_000 + _ADDED_KB + _PER_SIGNATURE_KB * len(task.sheet.slots) for task in tasks
    )
    emeterai, bsre = service_limits(desk)
    paper = desk.profile.paper.value
    return Preflight(
        _sentence(emeterai, kilobytes, paper)
        + " "
        + translate(
            "preflight",
            "Pembubuhannya mengubah berkas, sehingga salinan bermeterai tidak lagi sah menurut segel; rekaman asli "
            "tetap disimpan.",
        ),
        _sentence(bsre, kilobytes, paper)
        + " "
        + (
            translate(
                "preflight",
                "Segel menyisakan satu kolom tanda tangan (KPUDesk-TTE); apakah layanannya mengisi kolom yang sudah "
                "ada belum diketahui.",
            )
            if desk.profile.later_signature
            else translate(
                "preflight", "Segel tidak menyisakan tempat untuk tanda tangan lain (later_signature di office.toml)."
            )
        ),
    )


def service_limits(desk: Desk) -> tuple[ServiceLimits, ServiceLimits]:
    """The limits of e-Meterai and BSrE: the office's own file where there is one, else the shipped one.

    Raises:
        FormError: WRONG_PROFILE with ``file``, ``line``, ``field`` and ``reason``.
    """
    own = desk.workspace.root / LIMITS
    try:
        text = own.read_text("utf-8") if own.is_file() else read_text("services", LIMITS)
        found = tomllib.loads(text)
        emeterai, bsre = (_limits(found[key]) for key in ("emeterai", "bsre"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise FormError("WRONG_PROFILE", file=LIMITS, line=1, reason="NO_TOML") from error
    return emeterai, bsre


def _limits(found: Any) -> ServiceLimits:
    return ServiceLimits(
        name=str(found["name"]),
        largest_kb=int(found["largest_kb"]),
        oldest_pdf=str(found["oldest_pdf"]),
        papers=tuple(map(str, found["papers"])),
        source=str(found["source"]),
    )


def _sentence(limits: ServiceLimits, kilobytes: int, paper: str) -> str:
    size = translate("preflight", "sampai {n} kB").format(n=kilobytes)
    against = [
        words
        for holds, words in (
            (
                kilobytes <= limits.largest_kb,
                translate("preflight", "{size}, batasnya {limit} kB").format(size=size, limit=limits.largest_kb),
            ),
            (
                _version(limits.oldest_pdf) <= _version(RECORD_PDF),
                translate("preflight", "PDF {version}, paling lama {oldest}").format(
                    version=RECORD_PDF, oldest=limits.oldest_pdf
                ),
            ),
            (
                paper in limits.papers,
                translate("preflight", "kertas {paper}, yang diterima {papers}").format(
                    paper=paper, papers=", ".join(limits.papers)
                ),
            ),
        )
        if not holds
    ]
    if against:
        template = translate(
            "preflight", "{service} diperkirakan menolak rekaman ini ({facts}; sumber batas: {source})."
        )
    else:
        template = translate(
            "preflight", "{service} diperkirakan menerima rekaman ini ({facts}; sumber batas: {source})."
        )
    told = "; ".join(against) or f"{size}, PDF {RECORD_PDF}, {paper}"
    return template.format(service=limits.name, facts=told, source=limits.source)


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))
