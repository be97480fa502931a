"""Both languages of the program: nothing untranslated, the same fields in each, and no text that nobody translates."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpu_desk import language
from kpu_desk.language import Language, catalogue, date_words, speak, translate
from kpu_desk.resources import resource_path

PROJECT = Path(__file__).resolve().parents[1]
CATALOGUE = PROJECT / "resources/translations/kpu_desk_en.ts"
_FIELD = re.compile(r"\{[^{}]*\}|%\d|%n")

Text = tuple[str, str]


@pytest.fixture
def english() -> Iterator[None]:
    speak(Language.ENGLISH)
    yield
    speak(Language.INDONESIAN)


def texts(path: Path) -> dict[Text, list[str] | None]:
    """Every text of a catalogue with its forms; None for one that is unfinished or gone from the code."""
    found: dict[Text, list[str] | None] = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = None if translation.get("type") or not all(forms) else forms
    return found


def test_the_catalogue_holds_every_text_of_the_code_and_nothing_else(tmp_path: Path) -> None:
    lupdate = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if lupdate is None:
        pytest.skip("lupdate, of PySide6-Essentials, is not in this environment")
    fresh = tmp_path / "fresh.ts"
    modules = sorted(str(path) for path in (PROJECT / "kpu_desk").rglob("*.py"))
    subprocess.run([lupdate, "-silent", *modules, "-ts", str(fresh)], check=True, timeout=120)
    wanted, kept = texts(fresh), texts(CATALOGUE)
    assert len(wanted) > 1_000
    assert sorted(wanted.keys() - kept.keys()) == [], "new texts: packaging/translate, then translate them"
    assert sorted(kept.keys() - wanted.keys()) == [], "texts that are gone: packaging/translate"


def test_every_text_has_its_english() -> None:
    assert [key for key, forms in texts(CATALOGUE).items() if forms is None] == []


@pytest.mark.parametrize("file", ["kpu_desk_en.ts", "kpu_desk_id.ts"])
def test_fields_are_the_same_in_both_languages(file: str) -> None:
    different = [
        (source, form)
        for (_, source), forms in texts(resource_path("translations", file)).items()
        for form in forms or []
        if sorted(_FIELD.findall(source)) != sorted(_FIELD.findall(form))
    ]
    assert different == []


def test_blanks_at_the_ends_are_kept() -> None:
    """Parts of a line are put together as they are."""
    for (_, source), forms in texts(CATALOGUE).items():
        for form in forms or []:
            ends = (source[:1].isspace(), source[-1:].isspace())
            assert (form[:1].isspace(), form[-1:].isspace()) == ends, source


SAYING = frozenset(
    (
        "addAction",
        "addItem",
        "addMenu",
        "addRow",
        "addTab",
        "complain",
        "heading",
        "caption",
        "label",
        "plain_button",
        "primary_button",
        "setAccessibleDescription",
        "setAccessibleName",
        "setInformativeText",
        "setLabelText",
        "setPlaceholderText",
        "setStatusTip",
        "setText",
        "setTitle",
        "setToolTip",
        "setWindowTitle",
        "tell_good",
        "Button",
        "QAction",
        "QCheckBox",
        "QGroupBox",
        "QLabel",
        "QMenu",
        "QPushButton",
        "QRadioButton",
    )
)
"""Names of calls that put words on the screen."""

SAME_IN_BOTH = frozenset({"KPU Desk", "Bahasa / Language", "Bahasa / Language: ", "KPU Desk – ", "WIB", "Aa"})


def spoken_directly(tree: ast.AST) -> Iterator[ast.Constant]:
    """Words in the arguments of such a call that do not stand within a call of their own, as ``tr`` is."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called not in SAYING:
            continue
        waiting: list[ast.AST] = list(node.args)
        while waiting:
            part = waiting.pop()
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part
            elif not isinstance(part, ast.Call | ast.Subscript | ast.Compare):
                waiting += ast.iter_child_nodes(part)


def test_no_window_says_a_word_past_the_catalogue() -> None:
    # Words have two letters at least, and a capital letter or a blank; the others are names of styles and icons.
    word = re.compile(r"(?=.*[^\W\d_]{2})(?:[A-Z]|.*\s)")
    found = [
        f"{path.relative_to(PROJECT)}:{text.lineno}: {text.value!r}"
        for path in sorted((PROJECT / "kpu_desk/gui").rglob("*.py"))
        for text in spoken_directly(ast.parse(path.read_text("utf-8")))
        if word.match(str(text.value)) and text.value not in SAME_IN_BOTH
    ]
    assert found == []


def test_a_text_is_asked_for_by_its_own_window() -> None:
    """``other.tr`` looks under the class of the other, lupdate writes it under the variable's name."""
    asked = re.compile(r"\b(?!self\b|language\b)\w+\.tr\(")
    found = [str(path) for path in (PROJECT / "kpu_desk").rglob("*.py") if asked.search(path.read_text("utf-8"))]
    assert found == []


def test_a_word_past_the_catalogue_is_seen() -> None:
    code = 'x.setText("Buka" if y else self.tr("Tutup"))\nx.setToolTip(f"Nomor {n}")\nx.setObjectName("Buka")'
    assert [text.value for text in spoken_directly(ast.parse(code))] == ["Buka", "Nomor "]


@pytest.mark.usefixtures("english")
def test_english_is_spoken_and_counts_choose_their_form() -> None:
    assert translate("verdict", "Sah") == "Valid"
    assert translate("verdict", "Sah", language=Language.INDONESIAN) == "Sah"
    assert [language.tr("{n} orang", "", n).format(n=n) for n in (0, 1, 2)] == ["0 people", "1 person", "2 people"]


def test_indonesian_is_as_it_is_written() -> None:
    assert translate("verdict", "Sah") == "Sah"
    assert translate("verdict", "Sah", language=Language.ENGLISH) == "Valid"
    assert language.tr("{n} orang", "", 1) == "{n} orang"
    assert ("QFileDialog", "&Open") in catalogue(Language.INDONESIAN)


def test_dates_are_in_the_language_spoken(english: None) -> None:
    from datetime import date

    assert date_words(date(2026, 8, 17)) == "17 August 2026"
    speak(Language.INDONESIAN)
    assert date_words(date(2026, 8, 17)) == "17 Agustus 2026"


def test_the_words_of_the_rules_have_their_english() -> None:
    from kpu_desk.gui.document_words import NAMES, SHOWN

    assert set(NAMES) <= set(SHOWN)
    assert {name for name in SHOWN if ("documents", name) not in catalogue(Language.ENGLISH)} == set()
