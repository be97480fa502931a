"""One page of an office's document with its places, drawn, moved and sized by mouse and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kpu_desk.domain.documents import Role
from kpu_desk.domain.editing_places import FINE_UM, PlacesEdit, new_place, on_grid
from kpu_desk.domain.places import Place, PlaceKind
from kpu_desk.domain.showing import PageSource
from kpu_desk.gui.look import DESK

_HANDLE: Final = 10
_STILL: Final = 3
"""Pixels that a hand may tremble in a click."""

_STEP_UM: Final = 1_000
_MARGIN: Final = 12
_WORDS_PX: Final = 12
_GROUND: Final = 215
"""Of 255: so much paper lies between the words of a place and those of the page."""

_FINEST_GRID: Final = 12
"""Pixels between lines of a grid that is still drawn."""


class PlacesCanvas(QWidget):
    """Shows a page and lets places be drawn on it; says what the hand did and keeps nothing of its own.

    Press and pull on free paper draws a place of the ``kind`` in hand, a click one of the usual size; a place is moved
    by its middle and sized by its lower right corner. Arrows move by the grid, with Ctrl by a tenth of a millimetre,
    with Shift they size; Tab goes to the next place, Insert puts one in the middle, Del takes it away.

    Signals:
        edited(PlacesEdit): after each act.
    """

    edited = Signal(object)

    def __init__(self, source: PageSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("places_canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Halaman dengan tempat-tempat"))
        keys = self.tr("Tab: tempat berikutnya. Panah: geser; dengan Shift: ukuran; dengan Ctrl: 0,1 mm. Del: hapus.")
        self.setAccessibleDescription(keys)
        self.setToolTip(keys)
        self._source = source
        self._sizes = source.sizes_um
        self.edit = PlacesEdit(self._sizes)
        self.page = 0
        self.kind = PlaceKind.SIGNATURE
        self.role: Role | None = None
        self.turn = 1
        self.grid_um = 1_000
        self.bad: frozenset[int] = frozenset()
        self.doubtful: frozenset[int] = frozenset()
        self.names: dict[str, str] = {}
        self._width = 400
        self._closed = False
        self._picture: tuple[int, int, QImage] | None = None
        self._start: tuple[int, int] | None = None
        self._end: tuple[int, int] | None = None
        self._held: tuple[Place, tuple[int, int], bool] | None = None

    # ---- what is shown

    def let_go(self) -> None:
        """Draws nothing any more: the pages are to be closed."""
        self._closed = True

    def show_edit(self, edit: PlacesEdit) -> None:
        """Shows other places; the page follows the one in hand."""
        self.edit = edit
        if edit.place is not None:
            self.page = edit.place.page
        self.update()

    def show_page(self, page: int) -> None:
        """Goes to a page, from 0."""
        self.page = max(0, min(page, len(self._sizes) - 1))
        self.set_width(self._width)

    def set_width(self, width: int) -> None:
        """Draws the page this many pixels wide."""
        self._width = max(200, width)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """The page and a margin around."""
        wide, high = self._sizes[self.page]
        return QSize(self._width + 2 * _MARGIN, round(self._width * high / wide) + 2 * _MARGIN)

    def fit(self, room: QSize) -> None:
        """Draws the page as large as it is seen whole in this room."""
        wide, high = self._sizes[self.page]
        within = room - QSize(2 * _MARGIN, 2 * _MARGIN)
        self.set_width(min(within.width(), within.height() * wide // high))

    @property
    def scale(self) -> float:
        """Pixels for a µm."""
        return self._width / self._sizes[self.page][0]

    def rect_of_page(self) -> QRectF:
        """Where the page is drawn, in pixels of the widget."""
        return QRectF(_MARGIN, _MARGIN, self._width, self.height() - 2 * _MARGIN)

    def rect_of(self, place: Place) -> QRectF:
        """Where a place of this page is drawn, in pixels of the widget."""
        high = self._sizes[self.page][1]
        top = high - place.y_um - place.height_um
        scale = self.scale
        return QRectF(
            _MARGIN + place.x_um * scale, _MARGIN + top * scale, place.width_um * scale, place.height_um * scale
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, the grid as far as it can be seen, the places."""
        del event
        if self._closed:
            return
        painter = QPainter(self)
        page = self.rect_of_page()
        painter.fillRect(page, QColor(DESK.paper))
        painter.drawImage(page, self._image())
        self._paint_grid(painter, page)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, place in enumerate(self.edit.places):
            if place.page == self.page:
                self._paint_place(painter, index, place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(DESK.focus), 2))
            painter.drawRect(page.adjusted(-2, -2, 2, 2))
        if self._start is not None and self._end is not None:
            drawn = self.rect_of(self._drawn())
            painter.setPen(QPen(QColor(DESK.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(drawn)

    def _paint_grid(self, painter: QPainter, page: QRectF) -> None:
        step = self.grid_um * self.scale
        if step < _FINEST_GRID:
            return
        painter.setPen(QPen(QColor(0, 0, 0, 26)))
        for number in range(1, int(page.width() / step) + 1):
            x = page.x() + number * step
            painter.drawLine(QPointF(x, page.top()), QPointF(x, page.bottom()))
        for number in range(1, int(page.height() / step) + 1):
            y = page.bottom() - number * step
            painter.drawLine(QPointF(page.left(), y), QPointF(page.right(), y))

    def _paint_place(self, painter: QPainter, index: int, place: Place) -> None:
        rect = self.rect_of(place)
        colour = QColor(DESK.bad if index in self.bad else DESK.wait if index in self.doubtful else DESK.good)
        fill = QColor(colour)
        fill.setAlpha(34)
        painter.fillRect(rect, fill)
        chosen = index == self.edit.chosen
        # The mark of a place that cannot stay is its broken line, not its colour alone.
        style = Qt.PenStyle.DashLine if index in self.bad else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 3 if chosen else 1.5, style))
        painter.drawRect(rect)
        painter.setPen(QColor(DESK.ink))
        self._paint_words(painter, rect.adjusted(3, 1, -3, -1), place)
        if chosen:
            painter.fillRect(QRectF(rect.right() - _HANDLE / 2, rect.bottom() - _HANDLE / 2, _HANDLE, _HANDLE), colour)

    def _paint_words(self, painter: QPainter, room: QRectF, place: Place) -> None:
        """Kind and person where both find room, else the kind alone; nothing runs out of its place."""
        font = self.font()
        font.setPixelSize(_WORDS_PX)
        painter.setFont(font)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        metrics = painter.fontMetrics()
        whole = self.words_of(place)
        needed = painter.boundingRect(room, flags, whole)
        kind = self.names.get(place.kind.value, place.kind.words)
        words = (
            whole if room.contains(needed) else metrics.elidedText(kind, Qt.TextElideMode.ElideRight, int(room.width()))
        )
        ground = QColor(DESK.paper)
        ground.setAlpha(_GROUND)
        painter.fillRect(painter.boundingRect(room, flags, words), ground)
        painter.drawText(room, flags, words)

    def words_of(self, place: Place) -> str:
        """What stands in a place: its kind and whose it is."""
        kind = self.names.get(place.kind.value, place.kind.words)
        who = self.names.get(place.role.value, "") if place.role is not None else ""
        if place.role is Role.PENANDA_TANGAN:
            who = f"{who} {place.turn}"
        return f"{kind} · {who}" if who else kind

    def _image(self) -> QImage:
        ratio = self.devicePixelRatioF()
        wanted = round(self._width * ratio)
        if self._picture is None or self._picture[:2] != (self.page, wanted):
            page = self._source.page(self.page, wanted)
            # Copied: QImage does not keep the bytes it is made of.
            image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
            self._picture = (self.page, wanted, image)
        return self._picture[2]

    # ---- what the hand does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes a place in hand, or begins a new one on free paper."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = event.position()
        chosen = self.edit.chosen
        if chosen is not None and self.edit.places[chosen].page == self.page:
            corner = self.rect_of(self.edit.places[chosen]).bottomRight()
            if (corner - at).manhattanLength() <= _HANDLE:
                self._held = (self.edit.places[chosen], self._um(at), True)
                return
        for index in reversed(range(len(self.edit.places))):
            place = self.edit.places[index]
            if place.page == self.page and self.rect_of(place).contains(at):
                self._tell(self.edit.choose(index))
                self._held = (place, self._um(at), False)
                return
        self._start = self._end = self._snapped(self._um(at))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows what is drawn or moved; it counts when the button is let go."""
        at = self._um(event.position())
        if self._start is not None:
            self._end = self._snapped(at)
            self.update()
        elif self._held is not None and self.edit.chosen is not None:
            shown = replace(self.edit, places=self._with(self.edit.chosen, self._pulled(at)))
            self._begin_pull(shown)

    def _begin_pull(self, shown: PlacesEdit) -> None:
        """Places as they would be, without a step to undo for each pixel."""
        self.edit = shown
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The place is there, or lies where it was pulled."""
        at = self._um(event.position())
        if self._start is not None:
            self._end = self._snapped(at)
            place = self._drawn()
            self._start = self._end = None
            self._tell(self.edit.with_place(place))
        elif self._held is not None and self.edit.chosen is not None:
            original, pulled = self._held[0], self._pulled(at)
            self._held = None
            before = replace(self.edit, places=self._with(self.edit.chosen, original))
            self._tell(before.changed(pulled))
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything that the mouse can do."""
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in moves and self.edit.place is not None:
            step = FINE_UM if modifiers & Qt.KeyboardModifier.ControlModifier else self.grid_um or _STEP_UM
            dx, dy = (part * step for part in moves[key])
            place = self.edit.place
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                # Down makes it higher: the upper edge stays where it is.
                changed = replace(
                    place, width_um=place.width_um + dx, height_um=place.height_um - dy, y_um=place.y_um + dy
                )
            else:
                changed = place.moved(dx, dy)
            self._tell(self.edit.changed(changed))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._tell(self.edit.without())
        elif key == Qt.Key.Key_Insert:
            wide, high = self._sizes[self.page]
            middle = self._snapped((wide // 2, high // 2))
            self._tell(self.edit.with_place(self._bound(new_place(self.kind, self.page, middle, middle))))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tell(self.edit.next(1 if key == Qt.Key.Key_Tab else -1))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from place to place; from the last one on to the next control."""
        chosen, last = self.edit.chosen, len(self.edit.places) - 1
        if not self.edit.places or (forward and chosen == last) or (not forward and chosen in (None, 0)):
            return super().focusNextPrevChild(forward)
        self._tell(self.edit.next(1 if forward else -1))
        return True

    def _tell(self, edit: PlacesEdit) -> None:
        self.show_edit(edit)
        self.edited.emit(edit)

    def _with(self, index: int, place: Place) -> tuple[Place, ...]:
        return (*self.edit.places[:index], place, *self.edit.places[index + 1 :])

    def _drawn(self) -> Place:
        assert self._start is not None
        assert self._end is not None
        return self._bound(new_place(self.kind, self.page, self._start, self._end))

    def _bound(self, place: Place) -> Place:
        return replace(place, role=self.role if place.kind.personal else None, turn=self.turn)

    def _pulled(self, at: tuple[int, int]) -> Place:
        assert self._held is not None
        place, start, sizing = self._held
        dx, dy = at[0] - start[0], at[1] - start[1]
        if max(abs(dx), abs(dy)) * self.scale < _STILL:
            # A click takes a place in hand; it does not bring it to the grid.
            return place
        if sizing:
            least = place.kind.least_size_um
            width = max(least[0], on_grid(place.width_um + dx, self.grid_um))
            height = max(least[1], on_grid(place.height_um - dy, self.grid_um))
            return replace(place, width_um=width, height_um=height, y_um=place.y_um + place.height_um - height)
        return replace(place, x_um=on_grid(place.x_um + dx, self.grid_um), y_um=on_grid(place.y_um + dy, self.grid_um))

    def _um(self, at: QPointF) -> tuple[int, int]:
        high = self._sizes[self.page][1]
        return round((at.x() - _MARGIN) / self.scale), high - round((at.y() - _MARGIN) / self.scale)

    def _snapped(self, at: tuple[int, int]) -> tuple[int, int]:
        return on_grid(at[0], self.grid_um), on_grid(at[1], self.grid_um)
