"""The pages of one sheet under one another, scrolled by finger, wheel and keys; knows which were really in view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHideEvent,
    QImage,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScroller, QScrollerProperties, QWidget

from kpu_desk.domain.documents import InkKind, SlotPlace
from kpu_desk.domain.receipt import PageSeen
from kpu_desk.domain.showing import AskedInk, PageSource
from kpu_desk.gui.look import BASE, DESK, FAMILY
from kpu_desk.gui.pages_watched import PagesWatched
from kpu_desk.gui.spoken import Spoken

_GAP: Final = BASE * 2
_COMFORTABLE_PX: Final = (980, 1320, 1_000_000)
"""Widest page at each text size; the last fills whatever room there is."""
_EDGE_SHARE: Final = 0.06
"""A page's upper (lower) part is in view when the line this share of its height below (above) its edge is."""
_SCROLL_SHARE: Final = 0.8
"""How much of the view one page step moves: the last lines stay, so that the eye finds its place again."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a page stands in the whole column, in device-independent pixels."""

    x: int
    y: int
    width: int
    height: int


class PageView(Spoken, QAbstractScrollArea):
    """Shows frozen pages as pictures, with the own places marked over them.

    A page counts as seen when its upper and its lower part each were painted inside the view.

    Args:
        clock: seconds of a clock that never goes back, where `receipt` will be asked for; None where nobody signs.
        hint: words in place of the pages while there are none.

    Signals:
        seen_changed: how many pages were seen, and of how many.
        all_seen: every page was in view; once per sheet.
        page_changed: the page most in view from 1, and of how many.
    """

    seen_changed = Signal(int, int)
    all_seen = Signal()
    page_changed = Signal(int, int)
    _looked = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, clock: Callable[[], float] | None = None, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self._watched = None if clock is None else PagesWatched(clock)
        self._hint = hint
        self.setObjectName("page_view")
        self.setProperty("touch", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._source: PageSource | None = None
        self._asked: tuple[AskedInk, ...] = ()
        self._frames: list[_Frame] = []
        self._pictures: dict[int, QImage] = {}
        self._upper: set[int] = set()
        self._lower: set[int] = set()
        self._reported = (0, 0)
        self._size = 0
        self._held: QPointF | None = None
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        scroller = QScroller.scroller(self.viewport())
        properties = scroller.scrollerProperties()
        off = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        properties.setScrollMetric(QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy, off)
        properties.setScrollMetric(QScrollerProperties.ScrollMetric.VerticalOvershootPolicy, off)
        scroller.setScrollerProperties(properties)
        # Not from within a paint event: whoever listens changes other widgets.
        self._looked.connect(self._report, Qt.ConnectionType.QueuedConnection)
        # The bar keeps its room, so that pages never change their width; where all is in view it shows no handle.
        self.verticalScrollBar().rangeChanged.connect(lambda _, last: self.verticalScrollBar().setEnabled(last > 0))

    # ---- what is shown

    def show_pages(self, source: PageSource, asked: tuple[AskedInk, ...] = ()) -> None:
        """Shows a sheet from its first page; nothing of it counts as seen yet. The caller closes the source."""
        self.forget_pages()
        self._source, self._asked = source, asked
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def forget_pages(self) -> None:
        """Shows nothing and holds no page any more."""
        self._source, self._asked = None, ()
        self._pictures.clear()
        if self._watched is not None:
            self._watched.forget()
        self._upper.clear()
        self._lower.clear()
        self._reported = (0, 0)
        self._lay_out()
        self.viewport().update()

    def say_words(self) -> None:
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """Pages of the sheet shown."""
        return len(self._source.sizes_um) if self._source is not None else 0

    @property
    def seen(self) -> frozenset[int]:
        """The pages, from 0, that were really in view."""
        return frozenset(self._upper & self._lower)

    def receipt(self) -> tuple[PageSeen, ...]:
        """What was painted of each page and for how long; empty without a clock."""
        return () if self._watched is None else self._watched.receipt(self.page_count)

    def page_width_px(self) -> int:
        """How wide a page is drawn now, in the screen's pixels: for whoever draws pages before they are shown."""
        sizes = self._sizes()
        return round(sizes[min(self._size, len(sizes) - 1)] * self.devicePixelRatioF())

    def show_text_size(self, step: int) -> None:
        """Normal text for 0, larger for 1 and 2 as far as there is room. What is read stays in view."""
        if step == self._size:
            return
        bar = self.verticalScrollBar()
        share = (bar.value() + self.viewport().height() / 2) / max(self._column_height(), 1)
        self._size = step
        self._lay_out()
        bar.setValue(round(share * self._column_height() - self.viewport().height() / 2))
        self.viewport().update()

    def page_down(self) -> None:
        """Moves on by a little less than the view."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def page_up(self) -> None:
        """Moves back by a little less than the view."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - bar.pageStep())

    # ---- layout

    def _sizes(self) -> list[int]:
        """The page widths offered here: each clearly larger than the one before."""
        room = max(self.viewport().width() - 2 * _GAP, 1)
        sizes: list[int] = []
        for widest in _COMFORTABLE_PX:
            width = min(widest, room)
            if not sizes or width > sizes[-1] * 1.08:
                sizes.append(width)
        return sizes

    def _lay_out(self) -> None:
        self._frames = []
        if self._source is not None:
            sizes = self._sizes()
            width = sizes[min(self._size, len(sizes) - 1)]
            x, y = (self.viewport().width() - width) // 2, _GAP
            for page_width, page_height in self._source.sizes_um:
                height = round(width * page_height / page_width)
                self._frames.append(_Frame(x, y, width, height))
                y += height + _GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self._column_height() - self.viewport().height(), 0))
        bar.setPageStep(round(self.viewport().height() * _SCROLL_SHARE))
        bar.setSingleStep(BASE * 8)

    def _column_height(self) -> int:
        return self._frames[-1].y + self._frames[-1].height + _GAP if self._frames else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pictures.clear()
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    # ---- moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A mouse or a pen drags the page as a finger does; fingers themselves come through QScroller.
        if event.pointingDevice().type() != QInputDevice.DeviceType.TouchScreen:
            self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - round(event.position().y() - self._held.y()))
            self._held = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    # ---- painting and noticing

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._source is None:
            self._paint_hint()
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        visible = [
            index for index, frame in enumerate(self._frames) if frame.y < top + height and frame.y + frame.height > top
        ]
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in visible:
            self._paint_page(painter, index, top)
        painter.end()
        kept = range(min(visible, default=0) - 1, max(visible, default=0) + 2)
        self._pictures = {index: picture for index, picture in self._pictures.items() if index in kept}
        for index in visible:
            frame = self._frames[index]
            edge = frame.height * _EDGE_SHARE
            if top <= frame.y + edge <= top + height:
                self._upper.add(index)
            if top <= frame.y + frame.height - edge <= top + height:
                self._lower.add(index)
        if self._watched is not None:
            self._watched.now_in_view(index for index in visible if self._is_mostly_shown(index, top, height))
        self._looked.emit()

    def _paint_hint(self) -> None:
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = self.viewport().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        painter.end()

    def _is_mostly_shown(self, index: int, top: int, height: int) -> bool:
        frame = self._frames[index]
        shown = min(frame.y + frame.height, top + height) - max(frame.y, top)
        return shown * 2 >= min(frame.height, height)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._watched is not None:
            self._watched.now_in_view(())
        super().hideEvent(event)

    def _paint_page(self, painter: QPainter, index: int, top: int) -> None:
        frame, ratio = self._frames[index], self.devicePixelRatioF()
        place = QPoint(frame.x, frame.y - top)
        painter.save()
        # Pixel for pixel: letters that were smoothed once must not be scaled again.
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage((QPointF(place) * ratio).toPoint(), self._picture(index, round(frame.width * ratio)))
        painter.restore()
        painter.setPen(QPen(QColor(DESK.line), 1))
        painter.drawRect(QRectF(place.x() - 0.5, place.y() - 0.5, frame.width + 1, frame.height + 1))
        assert self._source is not None
        painter.save()
        painter.translate(place)
        scale = frame.width / self._source.sizes_um[index][0]
        for asked in self._asked:
            for own in (own for own in asked.places if own.page == index):
                box = _box(own, self._source.sizes_um[index][1])
                self._paint_own_place(painter, QRectF(box.topLeft() * scale, box.size() * scale), asked.kind)
        painter.restore()

    def _paint_own_place(self, painter: QPainter, box: QRectF, kind: InkKind) -> None:
        soft = QColor(DESK.accent_soft)
        soft.setAlpha(150)
        painter.setBrush(soft)
        painter.setPen(QPen(QColor(DESK.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 6, 6)
        font = QFont(FAMILY)
        font.setWeight(QFont.Weight.DemiBold)
        sentence = self.tr("Paraf Anda") if kind is InkKind.PARAF else self.tr("Anda menandatangani di sini")
        font.setPixelSize(100)
        whole = QFontMetricsF(font).horizontalAdvance(sentence) / 100
        font.setPixelSize(max(11, min(22, round(box.height() / 3), int((box.width() - 16) / whole))))
        painter.setFont(font)
        painter.setPen(QColor(DESK.accent))
        painter.drawText(
            box.adjusted(4, 2, -4, -2),
            int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
            sentence,
        )

    def _picture(self, index: int, width_px: int) -> QImage:
        picture = self._pictures.get(index)
        if picture is None or picture.width() != width_px:
            assert self._source is not None
            page = self._source.page(index, width_px)
            # Copied: QImage does not keep the bytes it is made of.
            picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
            self._pictures[index] = picture
            if self._watched is not None:
                self._watched.drawn(index, page)
        return picture

    def _report(self) -> None:
        count = self.page_count
        if not count:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        current = next(
            (index for index, frame in enumerate(self._frames) if middle < frame.y + frame.height + _GAP),
            count - 1,
        )
        self.page_changed.emit(current + 1, count)
        seen = len(self.seen)
        if (seen, count) != self._reported:
            self._reported = (seen, count)
            self.seen_changed.emit(seen, count)
            if seen == count:
                self.all_seen.emit()


def _box(place: SlotPlace, page_height_um: int) -> QRectF:
    """The place in µm from the page's upper left corner."""
    top = page_height_um - place.y_um - place.height_um
    return QRectF(place.x_um, top, place.width_um, place.height_um)
