"""Paints a row of the officials' table: presence, name and NIP, office, and every sheet's mark."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from kpu_desk.domain.ceremony_parts import Away
from kpu_desk.gui.dressing import RowDelegate
from kpu_desk.gui.look import BASE, DESK, ROW, State, Tokens, state_icon
from kpu_desk.gui.operator.board import MarkState, PersonLine, SheetMark
from kpu_desk.gui.operator.people_model import LINE, OFFICE, PERSON, SHEETS, PeopleModel, Section

Index = QModelIndex | QPersistentModelIndex

SECTION_ROW = 30
_ICON = 16
_INSET = BASE + 3  # where the style sheet puts the words of a column's head
_SHAPES = {
    MarkState.SIGNED: State.SIGNED,
    MarkState.READY: State.MISSING,
    MarkState.WAITING: State.LATER,
    MarkState.LATER: State.LATER,
    MarkState.DECLINED: State.VOID,
    MarkState.CLOSED: State.NOT_NEEDED,
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PeopleDelegate(RowDelegate):
    """Two lines for a person, one for a heading; shape and word tell the state, colour only helps."""

    def __init__(self, table: QTableView, tokens: Tokens = DESK) -> None:
        super().__init__(table)
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = SECTION_ROW if isinstance(index.data(LINE), Section) else ROW
        return QSize(super().sizeHint(option, index).width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        painter.save()
        painter.setClipRect(option.rect)
        if isinstance(row, Section):
            self._paint_section(painter, option, row)
        elif isinstance(row, PersonLine):
            self._paint_person(painter, option, index, row)
        painter.restore()

    def _paint_section(self, painter: QPainter, option: QStyleOptionViewItem, section: Section) -> None:
        rect: QRect = option.rect
        painter.fillRect(rect, QColor(self._tokens.ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(self._tokens.line))
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.ink_soft))
        room = rect.adjusted(BASE * 2, 0, -BASE, 0)
        text = f"{section.title} · {section.people}"
        painter.drawText(room, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width()))

    def _paint_person(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: PersonLine) -> None:
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = self._tokens.accent_soft if selected else self._tokens.field
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(self._tokens.line))
        if index.column() == PERSON:
            if selected:
                painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height() - 1), QColor(self._tokens.accent))
            self._paint_name(painter, option, index, line)
        elif index.column() == OFFICE:
            painter.setFont(option.font)
            painter.setPen(QColor(self._tokens.ink))
            room = rect.adjusted(_INSET, 0, -BASE, 0)
            text = QFontMetrics(option.font).elidedText(line.office, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _LEFT, text)
        elif index.column() == SHEETS:
            self._paint_marks(painter, option, index, line)

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: PersonLine) -> None:
        rect: QRect = option.rect
        model = index.model()
        below = model.below(line) if isinstance(model, PeopleModel) else ""
        gone = State.LATER if line.away is Away.LEFT else State.ABSENT
        presence = State.PRESENT if line.present else gone
        middle = rect.top() + (rect.height() - 20) // 2
        state_icon(presence, 20, self._tokens).paint(painter, QRect(rect.left() + BASE + 4, middle, 20, 20))
        room = rect.adjusted(BASE * 5, 1, -BASE, -2)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Medium)
        name = QFontMetrics(font).elidedText(line.name, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.ink))
        if not below:
            painter.drawText(room, _LEFT, name)
            return
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 10 / 12)
        upper = QRect(room.left(), room.top(), room.width(), QFontMetrics(font).height())
        painter.drawText(upper, _LEFT, name)
        painter.setFont(small)
        painter.setPen(QColor(self._tokens.ink_soft))
        lower = QRect(room.left(), upper.bottom() - 1, room.width(), rect.bottom() - upper.bottom())
        below = QFontMetrics(small).elidedText(below, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(lower, _LEFT, below)

    def _paint_marks(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: PersonLine) -> None:
        model = index.model()
        rect: QRect = option.rect
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        left = rect.left() + _INSET
        if not isinstance(model, PeopleModel):
            return
        if not line.marks:
            painter.setPen(QColor(self._tokens.ink_soft))
            painter.drawText(rect.adjusted(_INSET, 0, -BASE, 0), _LEFT, "–")
            return
        for mark in line.marks:
            text = model.mark_text(mark)
            painter.setPen(QColor(self._tokens.ink_soft if mark.state is MarkState.CLOSED else self._tokens.ink))
            width = metrics.horizontalAdvance(text)
            painter.drawText(QRect(left, rect.top(), width + 2, rect.height()), _LEFT, text)
            left += width + 4
            shape = QRect(left, rect.top() + (rect.height() - _ICON) // 2, _ICON, _ICON)
            state_icon(_SHAPES[mark.state], _ICON, self._tokens).paint(painter, shape)
            left += _ICON + BASE + 4


def marks_width(metrics: QFontMetrics, model: PeopleModel, marks: tuple[SheetMark, ...]) -> int:
    """Pixels that these marks need side by side."""
    return BASE * 2 + sum(metrics.horizontalAdvance(model.mark_text(mark)) + _ICON + BASE + 8 for mark in marks)
