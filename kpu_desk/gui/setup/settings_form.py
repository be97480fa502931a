"""The window "Pengaturan kantor": everything of ``office.toml`` and the logo, changed after the set-up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from kpu_desk.domain.errors import FormError, KnownError
from kpu_desk.domain.profile import OfficeProfile
from kpu_desk.gui.errors import advice_for
from kpu_desk.gui.forms import FormDialog
from kpu_desk.gui.look import BASE
from kpu_desk.gui.setup.ink_page import InkPage
from kpu_desk.gui.setup.number_page import NumberPage
from kpu_desk.gui.setup.office_page import OfficePage, complaint_words
from kpu_desk.gui.setup.paper_page import PaperPage
from kpu_desk.gui.widgets import caption

if TYPE_CHECKING:
    from kpu_desk.services.desk import Desk


_Page = OfficePage | NumberPage | PaperPage


class SettingsForm(FormDialog):
    """Three pages of entries, saved all together or not at all, and a page of ink that acts at once.

    Signals:
        changed(fields): these settings are others now.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        from kpu_desk.services.office_settings import running_ceremony

        self.setObjectName("settings_form")
        self.set_titles(self.tr("Pengaturan kantor"), self.tr("Simpan"))
        self._desk = desk
        self.office = OfficePage()
        self.numbers = NumberPage(self._region, desk.clock().astimezone(desk.profile.zone.tzinfo).year)
        self.paper = PaperPage()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._pages: tuple[_Page, ...] = (self.office, self.numbers, self.paper)
        self.ink = InkPage(desk)
        titles = (self.tr("Kantor"), self.tr("Nomor naskah"), self.tr("Kertas, meterai, segel"))
        for title, page in zip(titles, self._pages, strict=True):
            self.tabs.addTab(_scrolled(page), title)
        self.tabs.addTab(_scrolled(self.ink), self.tr("Goresan"))
        # Each page scrolls by itself: the tabs stay in sight on the smallest screen.
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.tabs.setMinimumHeight(220)
        self.body.replaceWidget(self.fields, self.tabs)
        self.body.setStretchFactor(self.tabs, 1)
        self.fields.deleteLater()
        self.fields = self.office
        self.body.addWidget(caption(self._when(running_ceremony(desk))))
        self.office.show_profile(desk.profile, desk.logo)
        self.numbers.show_profile(desk.profile)
        self.paper.show_profile(desk.profile)
        self.office.region_code.textChanged.connect(self.numbers.show_examples)
        self.office.name.textChanged.connect(self._name_changed)
        self.resize(860, 720)
        self.office.name.setFocus()

    def show_ink(self) -> None:
        """Turns to the page of ink."""
        self.tabs.setCurrentIndex(self.tabs.count() - 1)
        self.ink.setFocus()

    def done(self, result: int) -> None:
        self.ink.stop()
        super().done(result)

    def submit(self) -> None:
        if self.office.logo.busy:
            return
        profile = self._profile()
        if profile is None:
            self.complain(self.tr("Betulkan isian yang ditandai."))
            return
        from kpu_desk.services.office_settings import change_settings

        try:
            changed = change_settings(self._desk, profile, self.office.logo.picture)
        except KnownError as error:
            self.complain(advice_for(error).text)
            return
        self.accept()
        if changed:
            self.changed.emit(changed)

    def _profile(self) -> OfficeProfile | None:
        """The settings, or None with a complaint under every entry that is wrong."""
        entered: dict[str, Any] = {}
        owner: dict[str, _Page] = {}
        for page in self._pages:
            page.clear_complaints()
            values = page.entered()
            entered |= values
            owner |= dict.fromkeys(values, page)
        wrong: list[str] = []
        while True:
            try:
                # Whatever has no entry here stays as it is.
                profile = replace(self._desk.profile, **entered)
            except FormError as error:
                field = str(error.facts["field"])
                owner[field].complain(field, self._words(error))
                wrong.append(field)
                # The known good value in its place, so that the next mistake is found as well.
                entered[field] = getattr(self._desk.profile, field)
            else:
                break
        if not wrong:
            return profile
        page = owner[wrong[0]]
        self._lead_to(page, page.control(wrong[0]))
        return None

    def _lead_to(self, page: _Page, control: QWidget) -> None:
        """Brings an entry, with the line under it, before the eyes."""
        self.tabs.setCurrentIndex(self._pages.index(page))
        control.setFocus()
        scroll = self.tabs.currentWidget()
        assert isinstance(scroll, QScrollArea)
        # A page that was hidden until now has no places yet.
        QTimer.singleShot(0, scroll, lambda: scroll.ensureWidgetVisible(control, 0, BASE * 6))

    def _words(self, error: FormError) -> str:
        if error.facts["reason"] == "WRONG_CODE":
            # One complaint for all codes; the wrong ones are marked.
            return self.tr("Kode yang ditandai bukan kode klasifikasi seperti SDM.09 atau PK.02.1-BA.")
        return complaint_words(error)

    def _region(self) -> str:
        return self.office.region_code.text().strip()

    def _name_changed(self, text: str) -> None:
        # The certificate was made for the name of then; a new name makes no new one.
        differs = text.strip() != self._desk.profile.name
        self.office.advise("name", self.tr("Sertifikat segel tetap memuat nama yang lama.") if differs else "")

    def _when(self, running: str | None) -> str:
        if running is None:
            return self.tr(
                "Berlaku untuk lembar yang dibuat sesudah disimpan; lembar dan rekaman yang ada tidak berubah."
            )
        return self.tr(
            "“{title}” sedang berlangsung: lembarnya sudah dibekukan dan tetap seperti adanya. Perubahan berlaku untuk "
            "lembar yang belum dibekukan, seperti Berita Acara, dan untuk penomoran dan penyegelan."
        ).format(title=running)


def _scrolled(page: QWidget) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, BASE * 2, BASE * 2, BASE)
    column.addWidget(page)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll
