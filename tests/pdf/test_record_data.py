"""The data inside a record keep to their published schema, and a record keeps to its size."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from io import BytesIO
from itertools import product
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its types are a package of their own
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from kpu_desk.domain.device_truth import device_truth
from kpu_desk.domain.documents import DocumentKind, SheetContent
from kpu_desk.domain.evidence import Evidence, evidence_from_dict
from kpu_desk.domain.pad import PadAct
from kpu_desk.domain.pen import Tool
from kpu_desk.domain.pressure_kind import PressureKind
from kpu_desk.domain.record import ReplacedSheet, Superseded
from kpu_desk.domain.true_scale import ScaleSource, TrueScale
from kpu_desk.pdf.evidence_words import attempts
from kpu_desk.pdf.record_data import DATA_NAME
from kpu_desk.pdf.record_file import compose_record
from kpu_desk.pdf.seal import seal_pdf
from kpu_desk.resources import read_text
from tests.domain.ceremonies import ink
from tests.pdf.logo_drawings import as_png, emblem, photo
from tests.pdf.pdfa_gate import assert_pdfa
from tests.pdf.sample_contents import (
    agreement,
    agreement_alone,
    attendance,
    declaration,
    minutes_sheet,
    pact,
    private_declaration,
    record_of,
)
from tests.pdf.sealed_sample import AT, key

SCHEMA = json.loads(read_text("schemas", "record-3.schema.json"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
DEVICE = jsonschema.Draft202012Validator({**SCHEMA["$defs"]["device"], "$defs": SCHEMA["$defs"]})
STATEMENT_BYTES, PAGE_BYTES, SIGNATURE_BYTES = 70_000, 12_000, 6_000
"""A statement of one page and one signature; each further page of the sheet; each further signature."""

EVERY_FORM = (
    agreement(),
    agreement(40),
    agreement_alone(),
    pact(),
    declaration(),
    private_declaration(),
    attendance(30),
    minutes_sheet(),
)


def _data(pdf: bytes) -> Any:
    with pikepdf.open(BytesIO(pdf)) as document:
        return json.loads(document.attachments[DATA_NAME].get_file().read_bytes())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["$defs"]["evidence"]["properties"]) == {field.name for field in fields(Evidence)}


@pytest.mark.parametrize("content", EVERY_FORM, ids=lambda content: f"{content.kind.value} {content.form_id}")
def test_the_data_of_every_kind_keep_to_the_schema(content: SheetContent) -> None:
    _, record = record_of(content)
    VALIDATOR.validate(_data(compose_record(record, key())))
    old = Superseded("ef" * 32, None, "2026-01-22T04:51:07.250Z", "Nomor diberikan kemudian")
    later = replace(record, number="1/PR.03.1/31/2026", class_code="PR.03.1", previous="ab" * 32, supersedes=old)
    VALIDATOR.validate(later.data())
    assert "replaces" not in later.data()
    void = ReplacedSheet("PI-003", "ab" * 32, "orang keliru", "2026-01-22T02:51:07.250Z", 2)
    VALIDATOR.validate(replace(record, replaces=(void,)).data())
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(replace(record, replaces=(replace(void, reason=""),)).data())


def test_what_a_device_really_delivered_and_its_true_scale_keep_to_the_schema() -> None:
    _, record = record_of(pact())
    (signed, *others), parts = record.signatures, SCHEMA["$defs"]["device"]["properties"]
    truth = device_truth(ink(7))
    told = [(truth, None), (None, TrueScale(1_031_250, 1_029_900, ScaleSource.CARD))]
    told += [(replace(truth, pressure=kind, tool=tool), scale) for kind, tool in product(PressureKind, Tool)
             for scale in (None, TrueScale(1_000_000, 1_000_000, ScaleSource.REPORTED))]  # fmt: skip
    for measured, scale in told:
        device = replace(signed.evidence.device, truth=measured, scale=scale)
        evidence = replace(signed.evidence, device=device)
        data = json.loads(replace(record, signatures=(replace(signed, evidence=evidence), *others)).canonical())
        VALIDATOR.validate(data)
        written = data["signatures"][0]["evidence"]
        assert evidence_from_dict(written) == evidence
        assert {"truth", "scale"} & set(written["device"]) == {
            name for name, one in (("truth", measured), ("scale", scale)) if one is not None
        }
        for name in {"truth", "scale"} & set(written["device"]):
            one = written["device"][name]
            # Each member, and none beside them, is in the published schema; each is asked for.
            assert set(one) == set(parts[name]["properties"]) == set(parts[name]["required"])
            for member in one:
                short = {**written["device"], name: {key: value for key, value in one.items() if key != member}}
                assert not DEVICE.is_valid(short), (name, member)
            assert not DEVICE.is_valid({**written["device"], name: {**one, "baru": 1}})
            assert not DEVICE.is_valid({**written["device"], name: {**one, min(one): None}})


def _elsewhere(data: Any) -> None:
    data["nama"] = "x"


def _older(data: Any) -> None:
    data["version"] = 2


def _without_digest(data: Any) -> None:
    del data["sheet"]["sha256"]


def _local_time(data: Any) -> None:
    data["signatures"][0]["evidence"]["accepted_at"] = "2026-01-22T09:41:12+07:00"


@pytest.mark.parametrize("change", [_elsewhere, _older, _without_digest, _local_time])
def test_the_schema_refuses(change: Callable[[Any], None]) -> None:
    data = json.loads(record_of(pact())[1].canonical())
    VALIDATOR.validate(data)
    change(data)
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(data)


@pytest.mark.parametrize("content", EVERY_FORM, ids=lambda content: f"{content.kind.value} {content.form_id}")
def test_a_sealed_record_keeps_to_its_size(content: SheetContent) -> None:
    _, record = record_of(content)
    assert all(signed.ink.sample_count >= 300 for signed in record.signatures)
    sealed = seal_pdf(compose_record(record, key()), key(), at=AT, reason="Segel", location="Jakarta")
    further = PAGE_BYTES * (record.pages - 1) + SIGNATURE_BYTES * (len(record.signatures) - 1)
    assert len(sealed) <= STATEMENT_BYTES + further
    if content.kind is DocumentKind.PBBK and len(record.signatures) == 1:
        assert record.pages == 1


@pytest.mark.parametrize("logo", [emblem, photo])
@pytest.mark.parametrize("content", EVERY_FORM, ids=lambda content: f"{content.kind.value} {content.form_id}")
def test_a_logo_of_a_thousand_colours_keeps_to_the_size_too(
    content: SheetContent, logo: Callable[[], Image.Image]
) -> None:
    lettered = replace(content, letterhead=replace(content.letterhead, logo=as_png(logo())))
    _, record = record_of(lettered)
    unsealed = compose_record(record, key())
    assert_pdfa(unsealed)
    with pikepdf.open(BytesIO(unsealed)) as document:
        ((_, picture),) = document.pages[0].get_images().items()
        assert picture.Filter == "/JPXDecode"
    sealed = seal_pdf(unsealed, key(), at=AT, reason="Segel", location="Jakarta")
    further = PAGE_BYTES * (record.pages - 1) + SIGNATURE_BYTES * (len(record.signatures) - 1)
    assert len(sealed) <= STATEMENT_BYTES + further


def test_what_happened_on_the_pad_is_in_the_data_and_on_the_page() -> None:
    _, content = record_of(pact())
    acts = tuple(sorted((act.value, number) for number, act in enumerate(PadAct, 1)))
    signed = content.signatures[0]
    evidence = replace(signed.evidence, acts=acts, discarded=3)
    content = replace(content, signatures=(replace(signed, evidence=evidence), *content.signatures[1:]))
    pdf = compose_record(content, key())
    data = _data(pdf)
    VALIDATOR.validate(data)
    kept = data["signatures"][0]["evidence"]
    assert kept["acts"] == dict(acts)
    assert evidence_from_dict(kept) == evidence
    words = attempts(3, acts)
    assert words.startswith("3 percobaan dihapus sebelumnya (diulangi 3 kali, ")
    assert "terputus 8 kali" in words
    assert len(words.split(", ")) == len(PadAct)
    assert attempts(0, ()) == "0 percobaan dihapus sebelumnya"
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        shown = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert " ".join(words.split()[:6]) in " ".join(shown.split())
