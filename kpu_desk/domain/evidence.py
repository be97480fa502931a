"""What is recorded with a signature: what was on the screen, consent, device, clock, attempts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from kpu_desk.domain.canonical import canonical_json
from kpu_desk.domain.device_truth import DeviceTruth, truth_from_dict
from kpu_desk.domain.documents import InkKind
from kpu_desk.domain.pad import Counts, counts_of
from kpu_desk.domain.receipt import Receipt, receipt_from_dict
from kpu_desk.domain.true_scale import TrueScale, scale_from_dict
from kpu_desk.domain.witnessing import Confirmation


@dataclass(frozen=True, slots=True)
class Device:
    """What the signature was written with, as the system names it.

    Attributes:
        screen: size and device pixel ratio of the screen, such as ``1920x1080@1.25``.
        truth: what it really delivered, measured when the ink was accepted; None in older evidence.
        scale: the true size of the nominal pad; None in older evidence, and where nobody knows.
    """

    name: str
    tool: str
    has_pressure: bool
    has_tilt: bool
    screen: str
    truth: DeviceTruth | None = None
    scale: TrueScale | None = None

    def as_dict(self) -> dict[str, object]:
        """Plain values; without ``truth`` and ``scale`` where there is none, as it always was."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        measured = {name: values.pop(name) for name in ("truth", "scale")}
        return values | {name: one.as_dict() for name, one in measured.items() if one is not None}


def _device(values: Mapping[str, Any]) -> Device:
    truth, scale = values.get("truth"), values.get("scale")
    return Device(
        **{
            **values,
            "truth": None if truth is None else truth_from_dict(truth),
            "scale": None if scale is None else scale_from_dict(scale),
        }
    )


@dataclass(frozen=True, slots=True)
class FurtherInk:
    """What was written on the sheet beside the signature, in the same sitting and saved with it.

    Attributes:
        kind: what it is, an `InkKind`.
        device: what wrote it; ``discarded`` attempts were erased before.
        acts: how often what happened on the pad before, by `PadAct`.
    """

    kind: InkKind
    ink_digest: str
    device: Device
    discarded: int
    acts: Counts = ()

    def as_dict(self) -> dict[str, object]:
        """Plain values."""
        return {
            "kind": self.kind.value,
            "ink_digest": self.ink_digest,
            "device": self.device.as_dict(),
            "discarded": self.discarded,
            **_acts_values(self.acts),
        }


@dataclass(frozen=True, slots=True)
class Assistance:
    """What the helper of an assisted signature stated (the rules are in ``assisting.py``).

    Attributes:
        way: how the person signed, a `Way`.
        document: what the helper's sentences call the document.
        identity, read_aloud, explained, presence: the sentences that were ticked, word for word; empty for none.
        witness_ids: who confirmed beside the helper; their taps are in `Evidence.confirmed`.
    """

    way: str
    helper_id: str
    helper_name: str
    helper_office: str
    document: str
    identity: str
    read_aloud: str
    explained: str
    presence: str
    witness_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that ties one signature to a person, a sheet and a moment (domain.md 7.2, UU ITE art. 11).

    Attributes:
        frozen_sha256: digest of the very bytes that were shown, hex.
        earlier: digests of all inks already on the sheet and drawn over it, in signing order.
        statement: the confirmation sentence that was shown and ticked.
        identified: how the person was identified; ``identified_by``: by whom.
        pages_seen: how many of ``pages`` were in view before signing.
        began_at, accepted_at: UTC, ISO 8601 with milliseconds; ``clock`` says where the time comes from.
        elapsed_ms: from opening the sheet to accepting, by a clock that never goes back.
        discarded: attempts whose ink was erased before the accepted one.
        acts: how often what happened on the pad before it was accepted, by `PadAct`; also in earlier sittings.
        device, discarded, acts, ink_digest: of the signature itself; ``further`` what else was written with it.
        confirmed: taps of the witnesses beside their names; ``assisted`` is None for whoever signed without help.
        receipt: what was really on the screen; None in evidence that is older than receipts.
    """

    serial: str
    slot: str
    role: str
    official_id: str
    name: str
    office: str
    frozen_sha256: str
    earlier: tuple[str, ...]
    statement: str
    identified: str
    identified_by: str
    pages: int
    pages_seen: int
    device: Device
    began_at: str
    accepted_at: str
    elapsed_ms: int
    zone: str
    clock: str
    discarded: int
    ink_digest: str
    program: str
    further: tuple[FurtherInk, ...] = ()
    confirmed: tuple[Confirmation, ...] = ()
    assisted: Assistance | None = None
    acts: Counts = ()
    receipt: Receipt | None = None

    @property
    def inks(self) -> Mapping[InkKind, str]:
        """Digests of everything written, in order."""
        return {InkKind.SIGNATURE: self.ink_digest, **{one.kind: one.ink_digest for one in self.further}}

    def acts_of(self, kind: InkKind) -> Counts:
        """What happened on the pad before one ink was accepted."""
        return next((one.acts for one in self.further if one.kind is kind), self.acts)

    def as_dict(self) -> dict[str, object]:
        """Plain values, ready for canonical JSON; what there is none of (further ink, witnesses, help, acts, receipt)
        is left out, so that older evidence keeps its digest."""
        # Not asdict() of the whole: it copies every value deeply, and each record asks six times.
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        values |= {"device": self.device.as_dict(), "earlier": list(self.earlier)}
        for name in ("further", "confirmed", "assisted", "acts", "receipt"):
            del values[name]
        if self.further:
            values["further"] = [one.as_dict() for one in self.further]
        if self.confirmed:
            values["confirmed"] = [asdict(one) for one in self.confirmed]
        if self.assisted is not None:
            values["assisted"] = {**asdict(self.assisted), "witness_ids": list(self.assisted.witness_ids)}
        if self.receipt is not None:
            values["receipt"] = self.receipt.as_dict()
        return values | _acts_values(self.acts)

    def digest(self) -> str:
        """SHA-256 of the canonical JSON, hex."""
        return hashlib.sha256(canonical_json(self.as_dict())).hexdigest()


def evidence_from_dict(values: dict[str, object]) -> Evidence:
    """The reverse of ``as_dict``; TypeError or KeyError when fields are missing or unknown."""
    fields = dict(values)
    device, earlier, further = fields.pop("device"), fields.pop("earlier"), fields.pop("further", [])
    confirmed, assisted = fields.pop("confirmed", []), fields.pop("assisted", None)
    acts = _acts(fields.pop("acts", {}))
    receipt = fields.pop("receipt", None)
    if not isinstance(device, dict) or not isinstance(earlier, list) or not isinstance(further, list):
        raise TypeError("device, earlier and further")
    if not isinstance(confirmed, list) or not isinstance(assisted, dict | None):
        raise TypeError("confirmed and assisted")
    return Evidence(
        device=_device(device),
        earlier=tuple(earlier),
        further=tuple(
            FurtherInk(
                **{
                    **one,
                    "kind": InkKind(one["kind"]),
                    "device": _device(one["device"]),
                    "acts": _acts(one.get("acts", {})),
                }
            )
            for one in further
        ),
        confirmed=tuple(Confirmation(**one) for one in confirmed),
        assisted=None
        if assisted is None
        else Assistance(**{**assisted, "witness_ids": tuple(assisted["witness_ids"])}),
        acts=acts,
        receipt=receipt_from_dict(receipt) if isinstance(receipt, dict) else None,
        **fields,  # type: ignore[arg-type]  # JSON
    )


def _acts_values(acts: Counts) -> dict[str, object]:
    return {"acts": dict(acts)} if acts else {}


def _acts(values: object) -> Counts:
    if not isinstance(values, dict):
        raise TypeError("acts")
    return counts_of(values)
