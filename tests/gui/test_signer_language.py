"""The signer's window in the language of the person before it, for one sitting; what is of record stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk.domain.assisting import Way, sentences
from kpu_desk.domain.content import consent_statement
from kpu_desk.domain.errors import KnownError
from kpu_desk.gui.signer.gloss import MARKS, SENTENCES, gloss
from kpu_desk.gui.signer.window import SignerWindow
from kpu_desk.language import Language, spoken
from tests.gui import people
from tests.gui.signer_walk import (
    BESIDE,
    TITLE,
    long_sitting,
    press,
    read,
    settle,
    shipped_notices,
    shown_window,
    walk,
    write,
)
from tests.gui.test_english import SAME, indonesian
from tests.gui.test_signer_window import Heard, canvas_of, step_of, text_of

INDONESIAN = indonesian()
OF_RECORD = ("read_statement", "confirmed_statement")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[SignerWindow]:
    with shown_window(qtbot) as made:
        yield made


def shown(window: SignerWindow) -> list[str]:
    """Everything that is on the screen or read aloud there, but the sentences that go into the record."""
    texts = []
    for part in window.findChildren(QWidget):
        if part.isVisible() and part.objectName() not in OF_RECORD:
            texts += [part.accessibleName(), part.toolTip()]
            texts += [part.text()] if isinstance(part, QLabel | QAbstractButton) else []
    return texts


def of_record(text: str) -> bool:
    return any(says.rstrip(".") in text for says in _helper_says())


def _helper_says() -> list[str]:
    says = long_sitting(helped=True).sheets[0].helper_says
    assert says is not None
    return [says.identity, says.read_aloud, says.explained, says.presence]


def test_every_step_speaks_english_after_one_touch(window: SignerWindow) -> None:
    left = {}
    for step in walk(window, ("language",)):
        still = [
            text
            for text in shown(window)
            if text not in SAME and not of_record(text) and INDONESIAN.fullmatch(text.strip())
        ]
        # At rest, before anybody has chosen, the window speaks as the program does.
        if still and step not in ("rest", "name"):
            left[step] = still
    assert left == {}


def test_the_other_windows_keep_their_language_and_the_next_person_finds_it_as_before(window: SignerWindow) -> None:
    heard = Heard(window)
    window.begin(long_sitting(), shipped_notices())
    settle(window)
    press(window, "language")
    press(window, "yes_its_me")
    assert spoken() is Language.INDONESIAN
    assert heard.progress[-1].startswith("membaca · ")
    window.begin(long_sitting())
    settle(window)
    assert button_text(window, "yes_its_me") == "Ya, ini saya"
    press(window, "language")
    press(window, "not_me")
    assert text_of(window, "rest_sentence") == "Please wait a moment, the staff will help you."
    window.show_rest()
    assert text_of(window, "rest_sentence") == "Silakan menunggu panggilan."


def button_text(window: SignerWindow, name: str) -> str:
    found = window.findChild(QAbstractButton, name)
    assert found is not None
    return found.text()


def test_the_sentence_of_record_stays_indonesian_with_its_english_beside_it(window: SignerWindow) -> None:
    heard = Heard(window)
    called = long_sitting()
    window.begin(called, shipped_notices())
    settle(window)
    press(window, "yes_its_me")
    assert text_of(window, "read_statement") == called.sheets[0].statement
    assert not any(label.isVisible() for label in window.findChildren(QLabel, "read_statement_gloss"))
    press(window, "language")
    assert text_of(window, "read_statement") == called.sheets[0].statement
    meaning = text_of(window, "read_statement_gloss")
    assert meaning.startswith("I have read and understood this Pernyataan Bebas")
    assert meaning.endswith("The Indonesian text counts, in the sheet too.")
    read(window)
    press(window, "have_read")
    assert text_of(window, "confirmed_statement_gloss").endswith("and sign it myself. The Indonesian text counts.")
    write(window)
    press(window, "sign")
    press(window, "witness_0")
    press(window, "attest_confirm")
    (captured,) = heard.captured
    assert captured.receipt.language == "en"
    assert captured.receipt.statement == called.sheets[0].statement


def test_the_language_may_change_on_every_step_and_nothing_is_lost(window: SignerWindow) -> None:
    heard = Heard(window)
    for _ in walk(window):
        if window.strip.isVisible():
            before = sorted(shown(window)), step_of(window), canvas_of(window).writing.strokes
            enabled = {one.objectName(): one.isEnabled() for one in window.findChildren(QAbstractButton)}
            press(window, "language")
            assert sorted(shown(window)) != before[0]
            press(window, "language")
            assert (sorted(shown(window)), step_of(window), canvas_of(window).writing.strokes) == before
            assert {one.objectName(): one.isEnabled() for one in window.findChildren(QAbstractButton)} == enabled
    assert len(heard.captured) == 2
    assert heard.declined


def test_what_refuses_and_what_asks_is_said_again_in_the_other_language(window: SignerWindow) -> None:
    window.begin(long_sitting())
    settle(window)
    press(window, "yes_its_me")
    read(window)
    press(window, "have_read")
    window.warn(KnownError("DISK_FULL"))
    press(window, "language")
    assert text_of(window, "refusal").startswith("The disk is full")
    window.warn(None)
    assert text_of(window, "request") == "Please sign inside this box."
    write(window, 1)
    press(window, "sign")
    assert text_of(window, "pad_question") == "This stroke is very short. Is this your signature?"
    press(window, "language")
    assert text_of(window, "pad_question") == "Goresan ini sangat pendek. Apakah ini tanda tangan Anda?"


def test_the_notice_is_read_in_either_language_and_the_one_that_was_read_is_evidence(window: SignerWindow) -> None:
    heard = Heard(window)
    notices = shipped_notices()
    opened: list[object] = []
    window.notice_opened.connect(opened.append)
    window.begin(long_sitting(), notices)
    settle(window)
    press(window, "notice")
    press(window, "language")
    assert any("Your rights" in text for text in shown(window))
    assert opened == [notices[Language.INDONESIAN], notices[Language.ENGLISH]]
    press(window, "language")
    press(window, "notice_back")
    press(window, "language")
    press(window, "yes_its_me")
    read(window)
    press(window, "have_read")
    write(window)
    press(window, "sign")
    press(window, "witness_0")
    press(window, "attest_confirm")
    (captured,) = heard.captured
    told = captured.receipt.notice
    assert told is not None
    assert (told.sha256, told.opened) == (notices[Language.INDONESIAN].sha256, 2)


def test_what_helpers_state_is_glossed_and_the_office_s_own_notice_says_whose_language_it_is(
    window: SignerWindow,
) -> None:
    own = shipped_notices()[Language.INDONESIAN]
    window.begin(long_sitting(helped=True), dict.fromkeys(Language, own))
    settle(window)
    press(window, "language")
    press(window, "notice")
    assert f"Notice, version {own.version} · in this office's own language" in shown(window)
    press(window, "language")
    assert f"Pemberitahuan versi {own.version}" in shown(window)
    press(window, "language")
    press(window, "notice_back")
    press(window, "yes_its_me")
    read(window)
    press(window, "have_read")
    assert text_of(window, "helper_name").endswith("The Indonesian text counts.")
    assert any(text.startswith("I have read the whole of this Pernyataan Bebas") for text in shown(window))


def test_every_sentence_that_the_rules_make_has_its_english() -> None:
    """Over all sheets and roles of a ceremony, and all ways of helping."""
    ceremony = people.opened(8)
    made = {
        consent_statement(ceremony, sheet, slot, name, way)
        for sheet in ceremony.sheets
        for slot in sheet.slots
        for name, way in product(("", "Surat Pernyataan Setia"), (None, *Way))
    }
    for way in Way:
        says = sentences("Damar Wiraguna, S.H.", TITLE, "PBBK-001", way)
        made |= {says.identity, says.read_aloud, says.explained, says.presence}
    assert len(made) > 40
    english = {sentence: gloss(sentence, Language.ENGLISH) for sentence in made}
    assert [sentence for sentence, meaning in english.items() if not meaning] == []
    assert [m for m in english.values() if any(word in m for word in (" saya ", " ini ", "{", *MARKS))] == []
    assert {gloss(sentence, Language.INDONESIAN) for sentence in made} == {""}
    assert gloss("Saya setuju.", Language.ENGLISH) == ""
    used = [pattern for pattern in SENTENCES if any(pattern.split("{")[0] in sentence for sentence in made)]
    assert len(used) > 10


def test_names_in_a_sentence_stay_as_they_are() -> None:
    said = f"Saya menyaksikan bahwa {BESIDE[0].name} menandatangani {TITLE} ini, dan saya telah membaca isinya."
    meaning = gloss(said, Language.ENGLISH)
    assert meaning.startswith(f"I witness that {BESIDE[0].name} signs this {TITLE}")
