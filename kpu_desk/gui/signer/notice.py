"""Beside the way: what is kept of a person, why, how long and by whom; one touch there, one back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from kpu_desk.domain.notice import Notice
from kpu_desk.gui.look import BASE
from kpu_desk.gui.signer.parts import column, row, touch_button, wrapped
from kpu_desk.gui.spoken import Spoken
from kpu_desk.gui.widgets import label
from kpu_desk.language import spoken


class NoticeStep(Spoken, QWidget):
    """The notice in large words, scrolled by finger, wheel and keys.

    Signals:
        went_back: the person goes on.
    """

    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_step")
        self._notice: Notice | None = None
        self._title = wrapped("signer")
        self._version = label("", "strong")
        self._parts = QVBoxLayout()
        self._parts.setSpacing(BASE * 2)
        inside = QWidget()
        inside.setLayout(self._parts)
        self.area = QScrollArea()
        self.area.setObjectName("notice_text")
        self.area.setProperty("touch", True)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        # The ground of the window, in whatever colours it is.
        inside.setAutoFillBackground(False)
        QScroller.grabGesture(self.area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._back = touch_button("notice_back", "", "primary", "back")
        layout = column(self, BASE * 2)
        layout.addWidget(self._title)
        layout.addWidget(self.area, 1)
        layout.addLayout(row(self._version, None, self._back))
        self._back.clicked.connect(self.went_back)
        self.say_words()

    def show_notice(self, notice: Notice, office: str) -> None:
        """What this office keeps."""
        self._title.setText(notice.title)
        self.area.setAccessibleName(notice.title)
        self._notice = notice
        self.say_words()
        while (item := self._parts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # At once: it is deleted only when the event loop comes round.
                widget.hide()
                widget.deleteLater()
        for heading, text in notice.parts_for(office):
            for role, words in (("heading", heading), ("body_large", text)):
                part = wrapped(role)
                part.setText(words)
                self._parts.addWidget(part)
        self._parts.addStretch(1)
        self.area.verticalScrollBar().setValue(0)

    def say_words(self) -> None:
        self._back.setText(self.tr("Kembali"))
        if self._notice is not None:
            version = self.tr("Pemberitahuan versi {version}").format(version=self._notice.version)
            own = "" if self._notice.language == (self.language or spoken()) else self.tr("dalam bahasa kantor ini")
            self._version.setText(" · ".join(filter(None, (version, own))))
