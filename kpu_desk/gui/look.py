"""How every window looks: colours, type scale, fonts, icons, touch sizes, and the one style sheet made of them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, fields
from enum import Enum
from functools import lru_cache
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QDir, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QScreen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from kpu_desk import resources
from kpu_desk.domain.documents import Mark
from kpu_desk.domain.errors import KnownError

FAMILY: Final = "KPU Desk Interface"
BASE: Final = 8  # px, the unit of all spacing
ROW: Final = 40  # px, a row at the desk
TOUCH_MM: Final = 15.0  # the smallest target for a finger or a pen
TOUCH_GAP_MM: Final = 5.0
_NORMAL_DPI: Final = 96.0
_FACES: Final = ("KpuDesk-Regular.otf", "KpuDesk-Medium.otf", "KpuDesk-SemiBold.otf", "KpuDesk-Bold.otf")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for. ``paper`` and ``pen`` belong to documents and stay in every variant."""

    paper: str = "#FFFFFF"
    ground: str = "#F6F4F1"
    field: str = "#FFFFFF"  # entries, lists, plain buttons
    hover: str = "#EEEAE4"
    line: str = "#D9D4CC"  # rules that only part things
    edge: str = "#8A8379"  # borders one must see to find the control: 3:1 at least
    ink: str = "#1E1B18"
    ink_soft: str = "#5E5850"
    ink_faint: str = "#857E75"  # switched-off controls
    accent: str = "#8A1C1C"
    accent_deep: str = "#6B1414"  # under the pointer, pressed
    accent_soft: str = "#F6E7E4"
    on_accent: str = "#FFFFFF"
    focus: str = "#8A1C1C"
    good: str = "#1C6B3F"
    good_soft: str = "#E4F0E8"
    wait: str = "#8A5A00"
    wait_soft: str = "#FBF0D9"
    bad: str = "#B3261E"
    bad_soft: str = "#FBE6E3"
    pen: str = "#12245C"


DESK: Final = Tokens()

REHEARSAL: Final = Tokens(ground="#D9E2F5", hover="#C9D6EE", line="#B4C3DF", edge="#6F7684")
"""Of a rehearsal's windows: nobody takes them for the office's own, from across the room."""


def tokens_of(mark: Mark) -> Tokens:
    """The colours of a workspace's windows in daylight."""
    return REHEARSAL if mark is Mark.GLADI else DESK


HIGH_CONTRAST: Final = Tokens(
    ground="#000000",
    field="#000000",
    hover="#333333",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    ink_faint="#A6A6A6",
    accent="#FFFFFF",
    accent_deep="#D9D9D9",
    accent_soft="#333333",
    on_accent="#000000",
    focus="#FFD500",
    good="#FFFFFF",
    good_soft="#000000",
    wait="#FFFFFF",
    wait_soft="#000000",
    bad="#FFFFFF",
    bad_soft="#000000",
)

# For a projector in a dark room.
DARK_HALL: Final = Tokens(
    ground="#14110F",
    field="#1E1A17",
    hover="#2B2622",
    line="#3A342F",
    edge="#8A8379",
    ink="#F6F4F1",
    ink_soft="#C9C2B8",
    ink_faint="#857E75",
    accent="#F0A79B",
    accent_deep="#F6C4BB",
    accent_soft="#3A2320",
    on_accent="#14110F",
    focus="#F0A79B",
    good="#7CCB9C",
    good_soft="#16281D",
    wait="#E5B85C",
    wait_soft="#2C2312",
    bad="#F2958C",
    bad_soft="#351A17",
)


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes in points at 96 dpi, before the person's text size."""

    caption: float = 10
    desk: float = 12
    strong: float = 14
    heading: float = 18
    signer: float = 24
    name: float = 34
    hall: float = 72


@dataclass(frozen=True, slots=True)
class Look:
    """One appearance of a window.

    Args:
        tokens: its colours.
        text_size: the person's factor on every size of type; 1 is normal.
        touch_px: side of the smallest touch target in device-independent pixels, see `mm_to_px`.
        zoom: on everything else that is counted in pixels or points; less than 1 on a screen too small for the window.
    """

    tokens: Tokens = DESK
    text_size: float = 1.0
    touch_px: int = 57
    scale: TypeScale = TypeScale()
    zoom: float = 1.0

    def points(self, size: str) -> float:
        """The size called ``caption``, ``desk``, ``strong``, … in points for this person."""
        return round(float(getattr(self.scale, size)) * self.text_size * self.zoom, 1)


@runtime_checkable
class Wearer(Protocol):
    """A widget that draws something itself and must be told when the colours change."""

    def wear(self, tokens: Tokens) -> None:
        """Draws itself in these colours from now on."""


@runtime_checkable
class Zoomer(Protocol):
    """A widget with measures of its own in pixels."""

    def zoom(self, factor: float) -> None:
        """Takes its measures times this; 1 is normal."""


class State(Enum):
    """What a person or a sheet is in; each has a shape and a colour of its own (the word comes from the window)."""

    PRESENT = ("person-present", "good")
    ABSENT = ("person-absent", "wait")
    SIGNED = ("check", "good")
    MISSING = ("circle-empty", "wait")
    LATER = ("clock", "wait")
    NOT_NEEDED = ("dash", "ink_faint")
    VOID = ("void", "ink_soft")
    RUNNING = ("play", "accent")
    SEALED = ("seal", "good")
    STAMPED = ("stamp", "good")
    UNKNOWN = ("warning", "wait")
    WRONG = ("error", "bad")

    @property
    def icon_name(self) -> str:
        """Name of the drawing in ``resources/icons``."""
        return self.value[0]

    @property
    def colour(self) -> str:
        """Name of the colour in `Tokens`."""
        return self.value[1]


def load_fonts() -> str:
    """Makes the interface family known to Qt, once; returns its name.

    Raises:
        KnownError: ``FONT_MISSING`` with ``file``; the installation is incomplete.
    """
    if QFontDatabase.hasFamily(FAMILY):
        return FAMILY
    for name in _FACES:
        try:
            data = resources.read_bytes("fonts", name)
        except OSError as missing:
            raise KnownError("FONT_MISSING", file=name) from missing
        if QFontDatabase.addApplicationFontFromData(QByteArray(data)) < 0:
            raise KnownError("FONT_MISSING", file=name)
    return FAMILY


def apply_look(target: QApplication | QWidget, look: Look | None = None) -> None:
    """Dresses the whole program, or one window that differs from it (contrast, text size, touch).

    Raises:
        KnownError: ``FONT_MISSING``.
    """
    look = look or Look()
    family = load_fonts()
    QDir.setSearchPaths("kpu", [str(resources.resource_root())])
    if isinstance(target, QApplication):
        # Fusion draws the same on every system; whatever the sheet does not name stays predictable.
        target.setStyle("Fusion")
        target.setWindowIcon(QIcon("kpu:icons/kpu-desk.svg"))
    font = QFont(family)
    font.setPointSizeF(look.points("desk"))
    target.setFont(font)
    target.setPalette(palette(look.tokens))
    target.setStyleSheet(style_sheet(look))
    for part in target.allWidgets() if isinstance(target, QApplication) else target.findChildren(QWidget):
        if isinstance(part, Zoomer):
            part.zoom(look.zoom)
        if isinstance(part, Wearer):
            part.wear(look.tokens)


def palette(tokens: Tokens) -> QPalette:
    """The colours for everything that paints itself without the style sheet."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, tokens.ground),
        (roles.WindowText, tokens.ink),
        (roles.Base, tokens.field),
        (roles.AlternateBase, tokens.ground),
        (roles.Text, tokens.ink),
        (roles.PlaceholderText, tokens.ink_soft),
        (roles.Button, tokens.field),
        (roles.ButtonText, tokens.ink),
        (roles.BrightText, tokens.bad),
        (roles.Highlight, tokens.accent_soft),
        (roles.HighlightedText, tokens.ink),
        (roles.Link, tokens.accent),
        (roles.LinkVisited, tokens.accent),
        (roles.ToolTipBase, tokens.field),
        (roles.ToolTipText, tokens.ink),
        (roles.Accent, tokens.accent),
        (roles.Light, tokens.field),
        (roles.Midlight, tokens.hover),
        (roles.Mid, tokens.line),
        (roles.Dark, tokens.edge),
        (roles.Shadow, tokens.edge),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink_faint))
    return made


def style_sheet(look: Look) -> str:
    """``resources/style/desk.qss`` with every ``@token`` replaced.

    Raises:
        KeyError: the sheet names a token that does not exist.
    """
    values = {f.name.replace("_", "-"): str(getattr(look.tokens, f.name)) for f in fields(look.tokens)}
    values |= {f"text-{f.name}": f"{look.points(f.name):g}pt" for f in fields(look.scale)}
    values["family"] = FAMILY
    values["touch"] = f"{look.touch_px}px"
    # A style sheet cannot colour a picture, so the marks are drawn in two tones.
    values["tone-on-accent"] = "light" if _is_light(look.tokens.on_accent) else "dark"
    values["tone-ink"] = "light" if _is_light(look.tokens.ink) else "dark"
    sheet = resources.read_text("style", "desk.qss")
    if look.zoom != 1:
        sheet = re.sub(r"(\d+)px", lambda found: f"{round(int(found[1]) * look.zoom)}px", sheet)
    return re.sub(r"@([a-z][a-z-]*[a-z])", lambda found: values[found[1]], sheet)


def _is_light(colour: str) -> bool:
    return QColor(colour).lightnessF() > 0.5


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return resources.read_text("icons", f"{name}.svg")


def icon_pixmap(name: str, colour: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    """One drawing, ``size`` device-independent pixels square, for a screen with this device pixel ratio.

    ``colour`` is a CSS colour such as ``#8A1C1C``.
    """
    pixels = round(size * ratio)
    made = QPixmap(pixels + round(gap * ratio), pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    drawing = _drawing(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, colour: str = "ink", size: int = 24, tokens: Tokens = DESK, gap: int = 0) -> QIcon:
    """The drawing ``name`` in the colour token ``colour``, crisp on every screen there is now.

    ``gap`` is empty room at its right in pixels, since a style sheet cannot part a button's icon from its text.

    Pixmaps and not an icon engine of our own: Qt frees an engine that PySide made when an icon is copied, and
    the process dies.
    """
    ratios = tuple(sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))
    return _icon(name, getattr(tokens, colour), tokens.ink_faint, size=size, gap=gap, ratios=ratios)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, faint: str, *, size: int, gap: int, ratios: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        drawn = icon_pixmap(name, colour, size, ratio, gap)
        made.addPixmap(drawn, QIcon.Mode.Normal)
        # Without one of its own Qt would tint the icon of a selected row.
        made.addPixmap(drawn, QIcon.Mode.Selected)
        made.addPixmap(_tinted(drawn, faint), QIcon.Mode.Disabled)
    return made


def _tinted(drawn: QPixmap, colour: str) -> QPixmap:
    made = QPixmap(drawn)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, made.width(), made.height()), QColor(colour))
    painter.end()
    return made


def state_icon(state: State, size: int = 20, tokens: Tokens = DESK) -> QIcon:
    """The icon of a state in its own colour."""
    return icon(state.icon_name, state.colour, size, tokens)


def mm_to_px(screen: QScreen | None, mm: float, zoom: float = 1.0) -> int:
    """Millimetres on this screen as device-independent pixels, never fewer than at 96 dpi times ``zoom``.

    Screens and projectors often report a nonsensical size; a density outside 60 to 300 dpi, on a scaled screen times
    ``zoom``, is not believed.
    """
    least = _NORMAL_DPI * zoom
    dpi = screen.physicalDotsPerInch() if screen is not None else least
    if not 60 * zoom <= dpi <= 300:
        dpi = least
    return math.ceil(mm * max(dpi, least) / 25.4)
