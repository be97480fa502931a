"""Judges a PDF: is it sealed by an office we trust, whole and unchanged? Never guesses upwards."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils.generic import parse_pdf_date

from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import SealError
from kpu_desk.domain.marks import mark_of_names
from kpu_desk.domain.verdict import MARKED, Reason, SealReport, SignatureReport, Verdict, cleaned
from kpu_desk.pdf.after_seal import NotAllowedError, check_after_seal
from kpu_desk.pdf.first_look import HEADER_WINDOW, judged_by_first_bytes
from kpu_desk.pdf.later_changes import HARMLESS, field_type, form_fields, later_changes
from kpu_desk.pdf.our_seal import ROOM_FOR_ONE, pyhanko_allows, seal_faults
from kpu_desk.pdf.record_data import mark_of_data
from kpu_desk.pdf.seal import LATER_FIELD
from kpu_desk.pdf.seal_key import load_certificate
from kpu_desk.pdf.signature_bytes import (
    SIGNATURE,
    TIME_STAMP,
    FoundSignature,
    MeasuredSignature,
    find_in_bytes,
    measure,
    speaks_of_signature,
)

# The libraries log what a stranger's file makes them say, names and all.
for _name in ("pyhanko", "pyhanko_certvalidator", "pikepdf"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

# Where readers look for the end of the file.
_END_WINDOW = 1024
# Of these a signature's problem is that what was signed is no longer there; of all others that it cannot be read.
_CHANGED_PROBLEMS = frozenset(
    {
        "CUT_SHORT",
        "DIGEST_MISMATCH",
        "SIGNATURE_WRONG",
        "PADDING_NOT_ZERO",
        "SIGNATURE_DETACHED",
        "UNSIGNED_BYTES_INSIDE",
    }
)
# What may follow a signature; anything else that came later means: changed.
_HARMLESS = HARMLESS | {"LATER_SIGNATURE", "LATER_TIMESTAMP", "FORBIDDEN_BY_SEAL"}
# What a certifying signature allows to follow it, by its /P (ISO 32000-2, table 257).
_ALLOWED_AFTER_ALL = frozenset({"LATER_VALIDATION_DATA", "LATER_TIMESTAMP"})
_ALLOWED_BY_OURS = _ALLOWED_AFTER_ALL | {"LATER_METADATA", "LATER_EXTENSION"}
_ALLOWED_WITH_FORMS = frozenset({"LATER_SIGNATURE", "LATER_FORM_ENTRY", "LATER_METADATA", "LATER_EXTENSION"})
# Of these an office's own seal was tampered with; of all others it was never made as our seals are.
_TAMPERED_SEAL = frozenset({"SEAL_ENVELOPE_ALTERED"})


def verify_pdf(data: bytes, trusted: Sequence[bytes]) -> SealReport:
    """Judge one file; the meaning of each verdict is at :class:`Verdict`.

    Args:
        data: the file's bytes, untrusted.
        trusted: pinned certificates, PEM or DER; one that cannot be read is never trusted.

    Raises:
        MemoryError: only that; the file asks for more than the process has.
    """
    try:
        return judged_by_first_bytes(data[:HEADER_WINDOW]) or _judge(data, _pins(trusted))
    except MemoryError:
        raise
    except Exception:
        # Hostile files make the libraries raise whatever they like, among it bare TypeError and KeyError.
        return _judge_damaged(data)


def _pins(trusted: Sequence[bytes]) -> frozenset[bytes]:
    pins = set()
    for data in trusted:
        with contextlib.suppress(SealError):
            pins.add(load_certificate(data).public_bytes(Encoding.DER))
    return frozenset(pins)


def _only(verdict: Verdict, code: str, **facts: str | int) -> SealReport:
    return SealReport(verdict, (Reason.of(code, **facts),))


def _judge(data: bytes, pins: frozenset[bytes]) -> SealReport:
    try:
        pdf = pikepdf.open(BytesIO(data), attempt_recovery=False)
    except pikepdf.PasswordError:
        return _only(Verdict.NEEDS_PASSWORD, "ENCRYPTED")
    with pdf:
        return _only(Verdict.NEEDS_PASSWORD, "ENCRYPTED") if pdf.is_encrypted else _judge_whole(data, pdf, pins)


def _judge_whole(data: bytes, pdf: pikepdf.Pdf, pins: frozenset[bytes]) -> SealReport:
    linked = tuple(_linked_signatures(pdf))
    known = {(found.byte_range, found.contents) for found in linked}
    loose = tuple(found for found in find_in_bytes(data) if (found.byte_range, found.contents) not in known)
    if not linked and not loose:
        if b"/AcroForm" in data and "/AcroForm" not in pdf.Root and pdf.get_warnings():
            # The form, where signatures are named, is there but cannot be read.
            return _only(Verdict.CANNOT_VERIFY, "DAMAGED")
        return _judge_unsigned(data)
    measured = sorted((measure(data, found) for found in linked + loose), key=lambda item: item.end)
    return _with_mark(_judge_measured(data, measured, loose, pins), measured, mark_of_data(pdf))


def _judge_measured(
    data: bytes, measured: Sequence[MeasuredSignature], loose: Sequence[FoundSignature], pins: frozenset[bytes]
) -> SealReport:
    reports = tuple(_report(item, pins, len(data)) for item in measured)
    reasons = sorted(_problems(measured, loose), key=lambda reason: reason.code not in _CHANGED_PROBLEMS)
    if reasons:
        changed = reasons[0].code in _CHANGED_PROBLEMS
        return SealReport(Verdict.CHANGED if changed else Verdict.CANNOT_VERIFY, tuple(reasons), reports)
    later = sorted(dict.fromkeys(_later(data, measured)), key=lambda reason: reason.code in _HARMLESS)
    if measured[0].certificate_der in pins and (measured[0].found.certifies or not later):
        return _judge_our_seal(data, measured, reports, later)
    if later:
        later += _forbidden(later, [item.found.certifies for item in measured])
        changed = any(reason.code not in _HARMLESS for reason in later)
        return SealReport(Verdict.CHANGED if changed else Verdict.LATER_CHANGES, tuple(later), reports)
    return SealReport(Verdict.INTACT_UNKNOWN_SIGNER, (Reason.of("UNKNOWN_CERTIFICATE"),), reports)


def _with_mark(report: SealReport, measured: Sequence[MeasuredSignature], inside: Mark | None) -> SealReport:
    """Says before all else that a signer's certificate, or a record's data, is of a rehearsal or a sample.

    No workspace seals data of another mark than its key's: a seal that would be VALID then is none of ours.
    """
    marks = []
    for item in measured:
        # By a reader that takes what others issued against the rules too, such as serial numbers that are none.
        with contextlib.suppress(ValueError, TypeError):
            names = x509.Certificate.load(item.certificate_der).subject.chosen
            marks.append(mark_of_names(str(part["value"].native) for name in names for part in name))
    mark = max((*marks, inside or Mark.NONE))
    if report.verdict is Verdict.VALID and inside is not None and marks[:1] != [inside]:
        report = replace(report, verdict=Verdict.CANNOT_VERIFY, reasons=(Reason.of("OTHER_MARK_INSIDE"),))
    return replace(report, reasons=(Reason.of(MARKED, mark=mark.value), *report.reasons)) if mark else report


def _linked_signatures(pdf: pikepdf.Pdf) -> Iterator[FoundSignature]:
    for name, field in form_fields(pdf.Root.get("/AcroForm")):
        value = field.get("/V")
        if field_type(field) != SIGNATURE or not isinstance(value, Dictionary):
            continue
        numbers = value.get("/ByteRange")
        contents = value.get("/Contents")
        yield FoundSignature(
            field=name,
            kind=TIME_STAMP if value.get("/Type") == Name.DocTimeStamp else SIGNATURE,
            subfilter=str(value.get("/SubFilter", "")),
            byte_range=tuple(int(number) for number in numbers) if isinstance(numbers, Array) else (),
            contents=bytes(contents) if isinstance(contents, pikepdf.String) else b"",
            claimed=_claimed_time(value),
            number=value.objgen,
            certifies=_certification(value),
            locks=_locks(value),
        )


def _references(signature: Any, method: Name) -> Iterator[Any]:
    references = signature.get("/Reference")
    for reference in references if isinstance(references, Array) else ():
        item: Any = reference
        if isinstance(item, Dictionary) and item.get("/TransformMethod") == method:
            yield item.get("/TransformParams", Dictionary())


def _certification(signature: Any) -> int:
    # Where it does not say what it allows, that is 2 (ISO 32000-1, table 254).
    levels = [int(rules.get("/P", 2)) for rules in _references(signature, Name.DocMDP)]
    return min(levels, default=0)


def _locks(signature: Any) -> tuple[str, ...]:
    for rules in _references(signature, Name.FieldMDP):
        fields = rules.get("/Fields")
        names = (str(name) for name in fields) if isinstance(fields, Array) else ()
        return (str(rules.get("/Action", "/All"))[1:], *names)
    return ()


def _claimed_time(value: Any) -> datetime | None:
    text = value.get("/M")
    if text is None:
        return None
    try:
        moment = parse_pdf_date(str(text), strict=False)
    except Exception:
        # A claim that cannot be read is no claim.
        return None
    return moment if isinstance(moment, datetime) and moment.tzinfo is not None else None


def _report(item: MeasuredSignature, pins: frozenset[bytes], size: int) -> SignatureReport:
    return SignatureReport(
        field=cleaned(item.found.field),
        signer=item.signer,
        intact=not item.problem,
        trusted=not item.problem and item.certificate_der in pins,
        covers_whole_file=not item.problem and item.end == size,
        at=item.at if item.at is None or item.at.tzinfo is not None else None,
        time_stamp=item.found.kind == TIME_STAMP,
    )


def _problems(measured: Sequence[MeasuredSignature], loose: Sequence[FoundSignature]) -> Iterator[Reason]:
    for item in measured:
        if item.problem == "CUT_SHORT":
            yield Reason.of("CUT_SHORT", missing=item.missing)
        elif item.problem:
            yield Reason.of(item.problem, field=cleaned(item.found.field))
    # A whole signature that no field leads to any more: its document was taken from it.
    if any(not item.problem and item.found in loose for item in measured):
        yield Reason.of("SIGNATURE_DETACHED")


def _forbidden(later: Sequence[Reason], levels: Sequence[int]) -> list[Reason]:
    strictest = min((level for level in levels if level), default=3)
    allowed = _ALLOWED_AFTER_ALL
    if strictest >= 2:
        allowed |= _ALLOWED_WITH_FORMS
    if strictest >= 3:
        allowed |= {"LATER_ANNOTATION"}
    broken = any(reason.code in _HARMLESS and reason.code not in allowed for reason in later)
    return [Reason.of("FORBIDDEN_BY_SEAL")] if broken else []


def _refused(data: bytes, measured: Sequence[MeasuredSignature], later: Sequence[Reason]) -> list[Reason]:
    """What of the additions to a record of ours its seal does not allow; empty where it allows all of them."""
    seal, *added = measured
    room = seal.found.certifies == ROOM_FOR_ONE
    allowed = _ALLOWED_BY_OURS | {"LATER_SIGNATURE"} if room else _ALLOWED_BY_OURS
    # The prepared field is for a signature, and a signature for the prepared field.
    misplaced = any((item.found.field == LATER_FIELD) == (item.found.kind == TIME_STAMP) for item in added)
    if misplaced or any(reason.code not in allowed for reason in later):
        return [Reason.of("FORBIDDEN_BY_SEAL")]
    ends = dict.fromkeys((*(item.end for item in measured), len(data)))
    try:
        for before, after in pairwise(ends):
            check_after_seal(data[:before], data[:after], signature_allowed=room)
    except NotAllowedError as error:
        return [Reason.of("MORE_THAN_ALLOWED", key=cleaned(str(error)))]
    return [] if pyhanko_allows(data, seal) else [Reason.of("SEAL_RULES_BROKEN")]


def _later(data: bytes, measured: Sequence[MeasuredSignature]) -> Iterator[Reason]:
    locks: list[tuple[str, ...]] = []
    for earlier, item in pairwise(measured):
        stamp = item.found.kind == TIME_STAMP
        code = "LATER_TIMESTAMP" if stamp else "LATER_SIGNATURE"
        yield Reason.of(code, field=cleaned(item.found.field), signer=item.signer)
        locks.append(earlier.found.locks)
        if earlier.end != item.end:
            yield from (_locked(reason, locks) for reason in later_changes(data[: earlier.end], data[: item.end]))
    last = measured[-1]
    locks.append(last.found.locks)
    if last.end < len(data):
        found = later_changes(data[: last.end], data)
        yield from (_locked(reason, locks) for reason in found)
        if not found:
            yield Reason.of("BYTES_APPENDED", count=len(data) - last.end)


def _locked(reason: Reason, locks: Sequence[tuple[str, ...]]) -> Reason:
    """The reason, or a stricter one where a signature forbids entries in that very field."""
    if reason.code != "LATER_FORM_ENTRY":
        return reason
    field = reason.fact("field")
    for action, *names in filter(None, locks):
        named = field in {cleaned(name) for name in names}
        if action == "All" or (action == "Include" and named) or (action == "Exclude" and not named):
            return Reason.of("LOCKED_FIELD_CHANGED", field=field)
    return reason


def _judge_unsigned(data: bytes) -> SealReport:
    tail = data[data.rfind(b"%%EOF") :]
    if b" obj" in tail or b"/ByteRange" in tail:
        # The last update has no end: the file was cut within it.
        return _only(Verdict.CANNOT_VERIFY, "DAMAGED")
    if speaks_of_signature(data):
        # A signature lies there that nothing leads to and nobody can read any more.
        return _only(Verdict.CANNOT_VERIFY, "SIGNATURE_UNREADABLE", field="")
    return _only(Verdict.NO_SIGNATURE, "NO_SIGNATURE")


def _judge_damaged(data: bytes) -> SealReport:
    """What can still be said when the file's structure does not hold: do the signed bytes?"""
    try:
        measured = [measure(data, found) for found in find_in_bytes(data)]
        if measured:
            reports = tuple(_report(item, frozenset(), len(data)) for item in measured)
            reasons = tuple(reason for reason in _problems(measured, ()) if reason.code in _CHANGED_PROBLEMS)
            stray = len(data) - max(item.end for item in measured)
            if stray > 0 and not any(item.problem for item in measured):
                reasons = (Reason.of("BYTES_APPENDED", count=stray),)
            if reasons:
                return SealReport(Verdict.CHANGED, reasons, reports)
            return SealReport(Verdict.CANNOT_VERIFY, (Reason.of("DAMAGED"),), reports)
        if b"%%EOF" in data[-_END_WINDOW:]:
            with pikepdf.open(BytesIO(data)) as pdf:
                if len(pdf.pages) and not list(_linked_signatures(pdf)):
                    return _judge_unsigned(data)
    except pikepdf.PasswordError:
        return _only(Verdict.NEEDS_PASSWORD, "ENCRYPTED")
    except MemoryError:
        raise
    except Exception:
        return _only(Verdict.CANNOT_VERIFY, "DAMAGED")
    return _only(Verdict.CANNOT_VERIFY, "DAMAGED")


def _judge_our_seal(
    data: bytes, measured: Sequence[MeasuredSignature], reports: tuple[SignatureReport, ...], later: list[Reason]
) -> SealReport:
    """The last step to VALID: a pinned certificate's seal, over its whole revision, made as our seals are.

    Args:
        data: the whole file.
        measured: its signatures, the seal first; all of them intact.
        later: what came after the seal. Our seal says what may, so what it does not allow means: changed.
    """
    refused = [reason for reason in later if reason.code not in _HARMLESS]
    if later and not refused:
        refused = _refused(data, measured, later)
    if refused:
        return SealReport(Verdict.CHANGED, tuple(dict.fromkeys((*later, *refused))), reports)
    seal = measured[0]
    reasons = tuple(seal_faults(data[: seal.end], seal))
    if not reasons:
        return SealReport(Verdict.VALID, (Reason.of("TRUSTED_SEAL"), *later), reports)
    tampered = any(reason.code in _TAMPERED_SEAL for reason in reasons)
    return SealReport(Verdict.CHANGED if tampered else Verdict.CANNOT_VERIFY, reasons, reports)
