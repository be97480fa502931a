"""The look: contrast, type scale, fonts, crisp icons, the style sheet, and the small shared widgets."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QIcon, QImage, QStandardItem
from PySide6.QtGui import QStandardItemModel as ItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QTableView, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kpu_desk import resources
from kpu_desk.domain.errors import KnownError
from kpu_desk.gui import look as look_module
from kpu_desk.gui.dressing import dress_spin, dress_table
from kpu_desk.gui.look import (
    DARK_HALL,
    DESK,
    FAMILY,
    HIGH_CONTRAST,
    ROW,
    Look,
    State,
    Tokens,
    apply_look,
    icon,
    icon_pixmap,
    load_fonts,
    mm_to_px,
    state_icon,
    style_sheet,
)
from kpu_desk.gui.widgets import Banner, Button, Elided, StateMark, heading, label, primary_button

# The platform without a screen says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

VARIANTS = {"desk": DESK, "high contrast": HIGH_CONTRAST, "dark hall": DARK_HALL}


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""

    def luminance(colour: str) -> float:
        channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    apply_look(qapp)
    return qapp


@pytest.mark.parametrize("variant", VARIANTS)
def test_text_is_readable_on_every_ground(variant: str) -> None:
    tokens = VARIANTS[variant]
    grounds = ("ground", "field", "hover", "accent_soft")
    pairs = [(text, ground) for text in ("ink", "ink_soft") for ground in grounds]
    pairs += [(t, g) for t in ("good", "wait", "bad", "accent") for g in ("ground", "field", "accent_soft")]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_deep"), ("pen", "paper"), ("ground", "ink")]
    pairs += [("ink", soft) for soft in ("wait_soft", "bad_soft", "good_soft")]
    poor = {p: contrast(getattr(tokens, p[0]), getattr(tokens, p[1])) for p in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("variant", VARIANTS)
def test_edges_and_focus_can_be_seen(variant: str) -> None:
    tokens = VARIANTS[variant]
    for shape in ("edge", "focus", "ink_faint"):
        for ground in ("ground", "field"):
            assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3, (shape, ground)


def test_the_contrast_formula_knows_its_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_state_has_a_shape_of_its_own() -> None:
    drawings = [state.icon_name for state in State]
    assert len(set(drawings)) == len(drawings)
    for state in State:
        assert hasattr(DESK, state.colour)
        assert resources.resource_path("icons", f"{state.icon_name}.svg").is_file()


def test_the_sheet_knows_only_tokens_and_writes_no_colour() -> None:
    sheet = style_sheet(Look())
    assert "@" not in sheet
    source = resources.read_text("style", "desk.qss")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", source) == []
    assert "gradient" not in source
    for picture in re.findall(r"url\(kpu:([^)]+)\)", sheet):
        assert resources.resource_path(*picture.split("/")).is_file()


def test_type_follows_the_persons_text_size() -> None:
    assert Look().points("name") == 34
    assert Look(text_size=1.5).points("desk") == 18
    assert "font-size: 51pt" in style_sheet(Look(text_size=1.5))
    assert "min-height: 70px" in style_sheet(Look(touch_px=70))


def test_figures_stand_under_each_other(dressed: QApplication) -> None:
    font = QFont(FAMILY)
    assert QFontInfo(font).family() == FAMILY
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold):
        font.setWeight(weight)
        widths = {round(QFontMetricsF(font).horizontalAdvance(figure), 3) for figure in "0123456789"}
        assert len(widths) == 1


def test_the_four_weights_are_four_faces(dressed: QApplication) -> None:
    assert {QFontDatabase.weight(FAMILY, style) for style in QFontDatabase.styles(FAMILY)} >= {400, 500, 600, 700}


def test_a_missing_font_is_a_known_error(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "desk.qss").write_text("", encoding="utf-8")
    monkeypatch.setattr(resources, "resource_root", lambda: tmp_path)
    monkeypatch.setattr(look_module, "FAMILY", "A family that is not loaded")
    with pytest.raises(KnownError) as caught:
        load_fonts()
    assert caught.value.code == "FONT_MISSING"
    assert caught.value.facts == {"file": "KpuDesk-Regular.otf"}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_drawing_has_the_pixels_of_the_screen(dressed: QApplication, ratio: float) -> None:
    drawn = icon_pixmap("people", DESK.accent, 24, ratio, 6)
    assert drawn.size() == QSize(round(24 * ratio) + round(6 * ratio), round(24 * ratio))
    assert drawn.devicePixelRatio() == ratio


def test_an_icon_is_crisp_at_150_percent() -> None:
    program = (
        "from PySide6.QtCore import QSize\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from kpu_desk.gui.look import icon, icon_pixmap\n"
        "app = QApplication([])\n"
        "shown = icon('people', 'ink', 24).pixmap(QSize(24, 24), app.primaryScreen().devicePixelRatio())\n"
        "assert shown.width() == 36, shown.width()\n"
        "assert shown.toImage() == icon_pixmap('people', '#1E1B18', 24, 1.5).toImage()\n"
    )
    scaled = os.environ | {"QT_SCALE_FACTOR": "1.5"}
    done = subprocess.run([sys.executable, "-c", program], env=scaled, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_switched_off_icon_is_faint_and_a_selected_one_as_it_was(dressed: QApplication) -> None:
    made = icon("person-present", "good", 24)

    def middle(mode: QIcon.Mode) -> str:
        return made.pixmap(QSize(24, 24), 1.0, mode).toImage().pixelColor(12, 12).name()

    assert middle(QIcon.Mode.Disabled) == DESK.ink_faint.lower()
    assert middle(QIcon.Mode.Selected) == middle(QIcon.Mode.Normal) == DESK.good.lower()


def test_an_icon_takes_its_token_and_keeps_its_gap_empty(dressed: QApplication) -> None:
    drawn = icon("person-present", "good", 24, DESK, 6).pixmap(QSize(30, 24), 1.0).toImage()
    assert drawn.size() == QSize(30, 24)
    assert drawn.pixelColor(12, 12).name() == DESK.good.lower()
    assert all(drawn.pixelColor(x, y).alpha() == 0 for x in range(25, 30) for y in range(24))


def test_touch_targets_are_never_smaller_than_at_normal_density(dressed: QApplication) -> None:
    assert mm_to_px(None, 15) == 57
    assert mm_to_px(dressed.primaryScreen(), 15) >= 57


def test_a_touch_button_is_15_mm_high_and_another_40_px(dressed: QApplication, qtbot: QtBot) -> None:
    touch, plain = primary_button("Tanda tangani", "pen", touch=True), Button("Lewati")
    for made in (touch, plain):
        qtbot.addWidget(made)
        made.show()
    assert touch.sizeHint().height() >= 57
    assert touch.sizeHint().width() >= 57
    assert plain.sizeHint().height() == ROW


def test_an_icon_keeps_away_from_a_text_that_comes_later(dressed: QApplication, qtbot: QtBot) -> None:
    made = Button("", "plain", "undo")
    qtbot.addWidget(made)
    assert made.iconSize() == QSize(20, 20)
    made.setText("Ulangi")
    assert made.iconSize() == QSize(26, 20)


def test_focus_is_seen_and_moves_nothing(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    parts: list[QWidget] = [Button("Satu"), Button("Dua", "primary"), Button("Tiga", "quiet"), QLineEdit()]
    for part in parts:
        layout.addWidget(part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def picture(part: QWidget) -> QImage:
        return part.grab().toImage()

    for part in parts:
        other = parts[0] if part is not parts[0] else parts[1]
        other.setFocus()
        before, size = picture(part), part.sizeHint()
        part.setFocus()
        assert picture(part) != before
        assert part.sizeHint() == size


def test_one_window_can_wear_high_contrast(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    button, text = primary_button("Tanda tangani", "pen"), QTextEdit()
    layout.addWidget(button)
    layout.addWidget(text)
    apply_look(window, Look(tokens=HIGH_CONTRAST, text_size=1.5))
    window.show()
    assert text.font().pointSizeF() == 18
    assert button.grab().toImage().pixelColor(12, button.height() // 2).name() == "#ffffff"
    drawn = button.icon().pixmap(button.iconSize(), 1.0).toImage()
    inked = [drawn.pixelColor(x, y) for x in range(20) for y in range(20) if drawn.pixelColor(x, y).alpha() > 200]
    assert {colour.name() for colour in inked} == {"#000000"}


def test_names_are_never_markup(dressed: QApplication, qtbot: QtBot) -> None:
    for made in (label("<b>Damar</b>"), heading("<img src='x'>"), Elided("<i>x</i>")):
        qtbot.addWidget(made)
        assert made.textFormat() == Qt.TextFormat.PlainText


def test_a_long_line_ends_in_dots_and_tells_the_rest(dressed: QApplication, qtbot: QtBot) -> None:
    whole = "Kepala Bagian Teknis Penyelenggaraan Pemilu, Partisipasi, Hubungan Masyarakat"
    line = Elided(whole)
    qtbot.addWidget(line)
    line.resize(200, 24)
    line.show()
    assert line.text().endswith("…")
    assert line.toolTip() == whole
    line.resize(2000, 24)
    assert (line.text(), line.toolTip()) == (whole, "")
    assert line.whole_text() == line.accessibleName() == whole


def test_a_banner_says_one_thing_and_offers_one(dressed: QApplication, qtbot: QtBot) -> None:
    banner = Banner("problem", "Disk penuh.", "Lanjutkan")
    qtbot.addWidget(banner)
    banner.show()
    with qtbot.waitSignal(banner.acted):
        banner.findChildren(Button)[0].click()
    banner.set_text("Ruang cukup kembali.")
    assert banner.text() == banner.accessibleName() == "Ruang cukup kembali."
    plain = Banner("contoh", "CONTOH")
    qtbot.addWidget(plain)
    assert plain.findChild(Button) is None


def test_a_state_is_shape_and_word(dressed: QApplication, qtbot: QtBot) -> None:
    mark = StateMark(State.ABSENT, "belum hadir")
    qtbot.addWidget(mark)
    mark.show()
    before = mark.grab().toImage()
    mark.show_state(State.PRESENT, "hadir")
    assert mark.accessibleName() == "hadir"
    assert mark.grab().toImage() != before
    assert not state_icon(State.PRESENT).isNull()


def test_a_table_has_rows_of_40_px_and_a_bar_at_the_selected_one(dressed: QApplication, qtbot: QtBot) -> None:
    model = ItemModel(2, 2)
    for row in range(2):
        for column in range(2):
            model.setItem(row, column, QStandardItem("Damar"))
    table = QTableView()
    qtbot.addWidget(table)
    dress_table(table)
    table.setModel(model)
    table.resize(400, 300)
    table.show()
    table.selectRow(1)
    assert table.rowHeight(0) == ROW
    view = table.viewport().grab().toImage()

    def left_edge(row: int) -> str:
        middle = table.visualRect(model.index(row, 0)).center().y()
        return view.pixelColor(QPoint(1, middle)).name()

    assert left_edge(1) == DESK.accent.lower()
    assert left_edge(0) == DESK.field.lower()
    middle = table.visualRect(model.index(1, 1)).center().y()
    assert view.pixelColor(QPoint(table.visualRect(model.index(1, 1)).right() - 4, middle)).name() == (
        DESK.accent_soft.lower()
    )


def test_a_number_does_not_stick_to_its_frame(dressed: QApplication, qtbot: QtBot) -> None:
    box = QSpinBox()
    qtbot.addWidget(box)
    dress_spin(box)
    field = box.findChild(QLineEdit)
    assert field is not None
    assert field.textMargins().left() == 10


def test_tokens_are_colours() -> None:
    for tokens in (Tokens(), HIGH_CONTRAST, DARK_HALL):
        assert all(QColor(getattr(tokens, f.name)).isValid() for f in fields(tokens))
