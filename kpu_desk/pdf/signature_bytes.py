"""Signatures as they lie in a file's bytes: where they are, what they cover, and whether they hold."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms, parser
from pyhanko.sign.general import extract_certificate_info, extract_signer_info
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_self_reported_ts, validate_sig_integrity

from kpu_desk.domain.verdict import cleaned

SIGNATURE = "/Sig"
TIME_STAMP = "/DocTimeStamp"

_BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
_HEX_STRING = re.compile(rb"<[0-9A-Fa-f\s]*>")
_USAGE_RIGHTS = re.compile(rb"/TransformMethod\s*/UR3?\b")
# Longer than any signature dictionary with its contents.
_LONGEST_DICTIONARY = 1_000_000

_Parts = tuple[bytes | memoryview, ...]


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """A signature dictionary, as found.

    Args:
        field: full name of its form field, untrusted; empty where no field leads to it.
        kind: ``/Sig`` or ``/DocTimeStamp``.
        subfilter: the encoding it claims, such as ``/ETSI.CAdES.detached``.
        byte_range: the four numbers of ``/ByteRange``, or whatever stood there.
        contents: the bytes of ``/Contents`` with their padding.
        claimed: the time in ``/M``, aware, or None.
        number: object and generation number of the dictionary, zeros where unknown.
        certifies: the changes that it still allows (``/DocMDP``: 1 none, 2 forms, 3 notes too); 0 where it is
            silent (ISO 32000-1, 12.8.2.2).
        locks: rule and field names of ``/FieldMDP``: ``All``, ``Include`` or ``Exclude``, then names; or nothing.
    """

    field: str
    kind: str
    subfilter: str
    byte_range: tuple[int, ...]
    contents: bytes
    claimed: datetime | None = None
    number: tuple[int, int] = (0, 0)
    certifies: int = 0
    locks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasuredSignature:
    """What the bytes say about one signature.

    Args:
        found: the signature measured.
        end: where its revision ends in the file.
        problem: code of what is wrong with it, or empty: CUT_SHORT, BYTE_RANGE_ODD, UNSIGNED_BYTES_INSIDE,
            DIGEST_MISMATCH, SIGNATURE_WRONG, SIGNATURE_UNREADABLE, PADDING_NOT_ZERO.
        certificate_der: the signer's certificate, empty where it cannot be read.
        signer: the signer's name, untrusted but cleaned.
        at: the time claimed, aware, or None.
        missing: bytes that the signature covers and the file lacks.
    """

    found: FoundSignature
    end: int
    problem: str
    certificate_der: bytes = b""
    signer: str = ""
    at: datetime | None = None
    missing: int = 0


def find_in_bytes(data: bytes) -> tuple[FoundSignature, ...]:
    """Signatures that the bytes themselves show, whatever the file's tables say.

    A byte range counts when the gap that it leaves begins and ends like a string of hexadecimal digits, or when
    the file is too short for it. A vendor's permission for its reader (``/UR3``) is nobody's signature.
    """
    found = []
    for match in _BYTE_RANGE.finditer(data):
        numbers = tuple(int(number) for number in match.groups())
        start, resume = numbers[1], numbers[2]
        if numbers[0] != 0 or data[start : start + 1] != b"<" or resume <= start:
            continue
        gap = data[start:resume]
        if resume <= len(data) and not gap.endswith(b">"):
            continue
        if _grants_usage_rights(data, match.start()):
            continue
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", gap)
        contents = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
        found.append(FoundSignature("", SIGNATURE, "", numbers, contents))
    return tuple(found)


def speaks_of_signature(data: bytes) -> bool:
    """Whether the bytes hold a byte range at all, readable or not, other than a vendor's usage rights."""
    return any(not _grants_usage_rights(data, match.start()) for match in re.finditer(rb"/ByteRange", data))


def _grants_usage_rights(data: bytes, place: int) -> bool:
    # Read from the bytes of the object itself: what a signature covers cannot be made to look like this later.
    start = data.rfind(b" obj", max(0, place - _LONGEST_DICTIONARY), place)
    end = data.find(b"endobj", place, place + _LONGEST_DICTIONARY)
    return 0 <= start < end and _USAGE_RIGHTS.search(data, start, end) is not None


def measure(data: bytes, found: FoundSignature) -> MeasuredSignature:
    """Check one signature against the bytes that it covers; never judges who signed."""
    numbers = found.byte_range
    if len(numbers) != 4 or numbers[0] != 0 or not 0 < numbers[1] < numbers[2] or numbers[3] < 0:
        return MeasuredSignature(found, 0, "BYTE_RANGE_ODD")
    _, start, resume, rest = numbers
    end = resume + rest
    if end > len(data):
        return MeasuredSignature(found, end, "CUT_SHORT", missing=end - len(data))
    view = memoryview(data)
    covered = (view[:start], view[resume:end])  # no copies: files may be large
    try:
        seen = _read(found, covered)
    except MemoryError:
        raise
    except (SignatureValidationError, _MismatchError) as error:
        problem = error.code if isinstance(error, _MismatchError) else "SIGNATURE_WRONG"
        return MeasuredSignature(found, end, problem, signer=_signer_or_nothing(found))
    except Exception:
        # Hostile envelopes raise whatever they like, among it bare TypeError and KeyError.
        return MeasuredSignature(found, end, "SIGNATURE_UNREADABLE")
    problem = ""
    if not _gap_holds(data[start:resume], found.contents):
        # More than the contents lies in the gap: the attack known as signature wrapping.
        wrapped = data[start : start + 1] == b"<" and not _HEX_STRING.fullmatch(data, start, resume)
        problem = "UNSIGNED_BYTES_INSIDE" if wrapped else "BYTE_RANGE_ODD"
    elif any(found.contents[seen.envelope_length :]):
        problem = "PADDING_NOT_ZERO"
    return MeasuredSignature(found, end, problem, seen.certificate_der, seen.signer, seen.at)


class _MismatchError(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Envelope:
    envelope_length: int
    certificate_der: bytes
    signer: str
    at: datetime | None


def _read(found: FoundSignature, covered: _Parts) -> _Envelope:
    length = parser.peek(found.contents)
    signed = cms.ContentInfo.load(found.contents[:length])["content"]
    info = extract_signer_info(signed)
    certificate = extract_certificate_info(signed).signer_cert
    hash_name = info["digest_algorithm"]["algorithm"].native
    inner = signed["encap_content_info"]
    inner_type = inner["content_type"].native
    at = extract_self_reported_ts(info) or found.claimed
    if inner_type == "tst_info":
        # RFC 3161: the token's own content names the document's digest.
        token = inner["content"].parsed
        imprint = token["message_imprint"]
        stamped = _digest(imprint["hash_algorithm"]["algorithm"].native, covered)
        if stamped != imprint["hashed_message"].native:
            raise _MismatchError("DIGEST_MISMATCH")
        digest = _digest(hash_name, (bytes(inner["content"]),))
        at = token["gen_time"].native
    elif found.subfilter == "/adbe.pkcs7.sha1":
        # ISO 32000-1, 12.8.3.3.1: the envelope carries the document's SHA-1 and signs that.
        carried = inner["content"].native
        if carried != _digest("sha1", covered):
            raise _MismatchError("DIGEST_MISMATCH")
        digest = _digest(hash_name, (carried,))
    else:
        digest = _digest(hash_name, covered)
    intact, valid = validate_sig_integrity(info, certificate, expected_content_type=inner_type, actual_digest=digest)
    if not intact:
        raise _MismatchError("DIGEST_MISMATCH")
    if not valid:
        raise _MismatchError("SIGNATURE_WRONG")
    return _Envelope(length, certificate.dump(), _common_name(certificate), at)


def _digest(name: str, parts: _Parts) -> bytes:
    digest = hashlib.new(name, usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.digest()


def _gap_holds(gap: bytes, contents: bytes) -> bool:
    if not _HEX_STRING.fullmatch(gap):
        return False
    digits = re.sub(rb"\s", b"", gap[1:-1])
    if len(digits) % 2:
        digits += b"0"
    return bytes.fromhex(digits.decode("ascii")) == contents


def _common_name(certificate: Any) -> str:
    subject = certificate.subject.native
    name = subject.get("common_name") or certificate.subject.human_friendly
    return cleaned(name if isinstance(name, str) else ", ".join(str(part) for part in name))


def _signer_or_nothing(found: FoundSignature) -> str:
    try:
        signed = cms.ContentInfo.load(found.contents)["content"]
        return _common_name(extract_certificate_info(signed).signer_cert)
    except Exception:
        # Only for showing; the problem itself is already known.
        return ""
