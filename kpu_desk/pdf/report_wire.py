"""Reports as bytes between the worker that reads untrusted files and the program: JSON, checked on arrival."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kpu_desk.domain.verdict import Reason, SealReport, SignatureReport, Verdict

LARGEST_REPORT = 64_000_000
"""More bytes than any answer has."""

# A hostile file may name a million later changes; a person reads a few.
_MOST_REASONS = 200
_MOST_SIGNATURES = 200


def packed(report: SealReport) -> bytes:
    """The report as bytes; of endless lists the first two hundred."""
    return json.dumps(
        {
            "verdict": report.verdict.value,
            "reasons": packed_reasons(report.reasons),
            "signatures": [
                [
                    item.field,
                    item.signer,
                    item.intact,
                    item.trusted,
                    item.covers_whole_file,
                    item.at.isoformat() if item.at else None,
                    item.time_stamp,
                ]
                for item in report.signatures[:_MOST_SIGNATURES]
            ],
        }
    ).encode("ascii")


def unpacked(data: bytes) -> SealReport:
    """The report again. A worker that a hostile file took over can send nothing but text, numbers and truths.

    Raises:
        ValueError: the bytes are no report.
    """
    try:
        found: Any = json.loads(data)
        return SealReport(
            Verdict(found["verdict"]),
            unpacked_reasons(found["reasons"]),
            tuple(_signature(parts) for parts in found["signatures"]),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no report") from error


def packed_reasons(reasons: Sequence[Reason]) -> list[list[object]]:
    """Reasons as JSON has them; the first two hundred."""
    return [[reason.code, dict(reason.facts)] for reason in reasons[:_MOST_REASONS]]


def unpacked_reasons(found: Any) -> tuple[Reason, ...]:
    """The reasons again; raises ValueError and what Python raises where a value is of another kind."""
    return tuple(Reason.of(text_of(code), **_facts(facts)) for code, facts in found)


def text_of(value: object) -> str:
    """The value, which must be text; ValueError otherwise."""
    if not isinstance(value, str):
        raise ValueError("no text where text was due")
    return value


def _signature(parts: Any) -> SignatureReport:
    field, signer, intact, trusted, whole, at, stamp = parts
    return SignatureReport(
        field=text_of(field),
        signer=text_of(signer),
        intact=intact is True,
        trusted=trusted is True,
        covers_whole_file=whole is True,
        at=None if at is None else datetime.fromisoformat(text_of(at)),
        time_stamp=stamp is True,
    )


def _facts(found: Any) -> dict[str, str | int]:
    return {text_of(name): value if isinstance(value, int) else text_of(value) for name, value in found.items()}
