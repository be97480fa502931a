"""Every known error has a sentence and an advice; bugs are logged and shown once."""

from __future__ import annotations

import ast
import logging
import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import kpu_desk
from kpu_desk.domain.errors import FormError, KnownError, RosterError, RuleError, StorageError
from kpu_desk.gui import error_texts, error_words, errors

PACKAGE = Path(kpu_desk.__file__).parent
KINDS = {"KnownError", "RuleError", "StorageError", "SealError", "FormError", "InkFileError", "EscrowError"}
NEVER_IN_A_WINDOW = {
    # raised only at the command line, or by calls that no window makes
    "ESCROW_DAMAGED",
    "ESCROW_DIGEST",
    "ESCROW_KEY_PASSPHRASE",
    "ESCROW_NO_KEY",
    "ESCROW_PACKAGE",
    "ESCROW_WRONG_KEY",
    "ESCROW_WRONG_PASSPHRASE",
    "INK_ROW",
    "INK_TOO_LARGE",
    "NO_INK",
    "NO_SUCH_PATH",
    "FOLDER_UNREADABLE",
    "TRUST_FILE_UNREADABLE",
    # says only that the person stopped the work; no window tells it as a failure
    "CANCELLED",
    "EMPTY_SEAL_PASSPHRASE",
    "NOT_A_CERTIFICATE",
    "NO_OFFICE_NAME",
    "OVERLAY_TOO_SHORT",
    "PAGE_SIZES_DIFFER",
}


def raised_codes(kinds: frozenset[str] | set[str] = frozenset(KINDS)) -> set[str]:
    """The codes that appear as the first argument of such an error anywhere in domain, storage, pdf, services."""
    codes: set[str] = set()
    for room in ("domain", "storage", "services", "roster_files", "pdf"):
        for path in (PACKAGE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds):
                    continue
                if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                    codes.add(node.args[0].value)
    return codes


def test_every_code_of_the_program_has_a_sentence() -> None:
    assert raised_codes() - set(error_texts.TEXTS) - NEVER_IN_A_WINDOW == set()


def test_every_refusal_of_a_roster_or_of_an_entry_has_its_own_sentence() -> None:
    unknown = errors.advice_for(RosterError("UNHEARD_OF")).text
    codes = raised_codes({"RosterError"})
    assert {"FIELD_ODD_CHARACTER", "FIELD_NOT_PRINTABLE", "ROSTER_HAS_ERRORS", "EMPTY_FILE"} <= codes
    assert [code for code in codes if errors.advice_for(_with_facts(code)).text == unknown] == []


def _with_facts(code: str) -> RosterError:
    names = "path reason most kind sheet cell row header field length longest character"
    return RosterError(code, **dict.fromkeys(names.split(), "1"))


def test_an_entry_typed_by_hand_is_named_as_the_form_names_it() -> None:
    said = errors.advice_for(RosterError("FIELD_NOT_PRINTABLE", field="name", row=0, character="Р U+0420"))
    assert said.sentence == "Isian nama memuat huruf yang tidak ada pada fon dokumen (Р U+0420)."
    said = errors.advice_for(RosterError("FIELD_TOO_LONG", field="indicator", row=3, length=1_200, longest=1_000))
    assert said.sentence == "Isian indikator baris 3 panjangnya 1200 karakter, paling banyak 1000."


def test_a_wrong_form_is_said_with_its_file_its_place_and_the_reason() -> None:
    said = errors.advice_for(FormError("WRONG_FORM", file="forms/pbbk.toml", line=7, field="", reason="NO_UTF8"))
    assert said.sentence == "Naskah forms/pbbk.toml keliru pada baris 7: bukan UTF-8."
    said = errors.advice_for(FormError("WRONG_FORM", file="pbbk.toml", line=0, field="body", reason="MISSING"))
    assert said.sentence == "Naskah pbbk.toml keliru pada bagian “body”: tidak ada."


def test_settings_that_cannot_be_read_are_said_with_their_line() -> None:
    said = errors.advice_for(FormError("WRONG_PROFILE", file="office.toml", line=4, reason="NO_UTF8"))
    assert said.sentence == "Pengaturan kantor (office.toml) keliru pada baris 4: bukan UTF-8."


def test_every_reason_against_a_form_is_put_into_words() -> None:
    words = (PACKAGE / "domain").glob("form*.py")
    strings = {
        node.value
        for path in words
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    reasons = {text for text in strings if re.fullmatch(r"[A-Z][A-Z_0-9]{2,}", text)} - {"WRONG_FORM", "NIP"}
    assert {"UNKNOWN_KEY", "MISSING", "BRACES"} <= reasons
    assert (reasons | {"TOML", "KIND", "NO_DATA"}) - set(error_words.REASONS) == set()


def test_every_sentence_ends_and_every_advice_says_something() -> None:
    for code, (sentence, advice) in error_texts.TEXTS.items():
        assert sentence.endswith("."), code
        assert advice.endswith("."), code
        assert not advice.startswith("Error"), code


def test_a_file_that_is_no_roster_is_said_in_words() -> None:
    said = errors.advice_for(RosterError("EMPTY_FILE"))
    assert said.sentence
    assert "EMPTY" not in said.text


def test_facts_are_put_into_words() -> None:
    said = errors.advice_for(RuleError("KPU-STATE", state="draft"))
    assert said.sentence == "Langkah ini tidak dapat dilakukan selagi upacara masih disiapkan."
    said = errors.advice_for(StorageError("NO_RIGHTS", path="/media/usb"))
    assert "/media/usb" in said.text


def test_a_missing_fact_does_not_break_the_sentence() -> None:
    assert "…" in errors.advice_for(RuleError("KPU-SHEET-FROZEN")).sentence


def test_braces_in_a_fact_stay_text() -> None:
    assert "{0}" in errors.advice_for(RuleError("KPU-CHECKED-IN-ONCE", name="Rama {0}")).sentence


def test_guarded_tells_known_errors_and_stays_silent_about_cancelling() -> None:
    told: list[errors.Advice] = []

    def fails(code: str) -> None:
        raise KnownError(code)

    assert not errors.guarded(lambda: fails("DISK_FULL"), told.append)
    assert not errors.guarded(lambda: fails("CANCELLED"), told.append)
    assert errors.guarded(lambda: None, told.append)
    assert [advice.sentence for advice in told] == ["Disk penuh; langkah terakhir tidak disimpan."]


def test_a_bug_is_logged_each_time_and_shown_once(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    hook = errors.BugHook()
    shown: list[errors.Advice] = []
    hook.found.connect(shown.append)
    with caplog.at_level(logging.CRITICAL):
        for _ in range(3):
            try:
                raise ZeroDivisionError("division by zero")
            except ZeroDivisionError as error:
                hook.caught(type(error), error, error.__traceback__)
    assert len(shown) == 1
    assert "program" in shown[0].sentence
    assert len(caplog.records) == 3
