"""After the closing: who is still to sign, and the late sitting in which they do; opened and ended by one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.documents import Role
from kpu_desk.domain.late import Awaited, awaited, signed_in
from kpu_desk.domain.local_time import clock
from kpu_desk.domain.profile import Zone
from kpu_desk.domain.revising import revisable
from kpu_desk.domain.whereabouts import away
from kpu_desk.gui.dressing import dress_table
from kpu_desk.gui.forms import FormDialog, opened
from kpu_desk.gui.look import ROW
from kpu_desk.gui.operator.away_words import away_word
from kpu_desk.gui.operator.calling import Calling
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.widgets import label
from kpu_desk.language import translate

if TYPE_CHECKING:
    from kpu_desk.gui.operator.revision_form import RevisionForm


class FollowActs:
    """Shows who follows, opens the late sitting, and ends it; and revises what is sealed."""

    def __init__(self, controller: DeskController, calling: Calling, window: QWidget) -> None:
        self._controller, self._calling, self._window = controller, calling, window

    def ask(self) -> FollowForm | None:
        """The list of those who follow; its button opens the sitting, or ends the one that is open."""
        ceremony = self._controller.ceremony
        if ceremony is None or ceremony.closed_at is None:
            return None
        act = self._open if ceremony.late is None else self._close
        return opened(FollowForm(ceremony, self._controller.desk.profile.zone, act, self._window))

    def revise(self) -> RevisionForm | None:
        """Which sealed Perjanjian Kinerja is revised, why, and by whom it is signed now; then its lampiran."""
        from kpu_desk.gui.operator.revision_form import RevisionForm

        ceremony = self._controller.ceremony
        if ceremony is None or not revisable(ceremony):
            return None
        return opened(RevisionForm(self._controller, ceremony, self._window))

    def _open(self) -> bool:
        from kpu_desk.services import following

        desk = self._controller.desk
        if not self._controller.on_ceremony(lambda c: following.open_sitting(desk, c.id)):
            return False
        words = translate("FollowForm", "Penandatanganan susulan dibuka. Catat kehadiran yang datang, lalu panggil.")
        self._controller.said.emit(words)
        return True

    def _close(self) -> bool:
        from kpu_desk.services import following

        desk = self._controller.desk
        if self._calling.running:
            self._calling.recall()
        if not self._controller.on_ceremony(lambda c: following.close_sitting(desk, c.id)):
            return False
        ceremony = self._controller.ceremony
        minutes = None if ceremony is None else ceremony.sittings[-1].minutes_id
        if ceremony is not None and minutes is not None:
            words = translate("FollowForm", "Penandatanganan susulan ditutup; {serial} menunggu tanda tangan.")
            self._controller.said.emit(words.format(serial=ceremony.sheet(minutes).serial))
        else:
            self._controller.said.emit(
                translate("FollowForm", "Penandatanganan susulan ditutup; tidak ada yang menandatangani.")
            )
        return True


class FollowForm(FormDialog):
    """Everybody who is still to sign, with the sheets and why the person did not.

    Args:
        keep: opens the late sitting, or ends it; gives False when a service refused it, and the form stays open.
    """

    def __init__(self, ceremony: Ceremony, zone: Zone, keep: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        open_now = ceremony.late is not None
        self.set_titles(
            self.tr("Menyusul"),
            self.tr("Tutup penandatanganan susulan") if open_now else self.tr("Buka penandatanganan susulan"),
        )
        self.cancel_button.setText(self.tr("Kembali"))
        self._keep = keep
        rows = awaited(ceremony)
        self.said = label(self._sentence(ceremony, len(rows), zone))
        self.said.setWordWrap(True)
        self.table = QTableWidget(len(rows), 3)
        self.table.setObjectName("awaited")
        self.table.setAccessibleName(self.tr("Yang masih akan menandatangani"))
        self.table.setHorizontalHeaderLabels([self.tr("Nama"), self.tr("Lembar"), self.tr("Keterangan")])
        dress_table(self.table)
        for row, one in enumerate(rows):
            for column, words in enumerate((ceremony.named(one.official_id), _sheets(one), _why(ceremony, one))):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setToolTip(words)
                self.table.setItem(row, column, item)
            self.table.setRowHeight(row, ROW)
        head = self.table.horizontalHeader()
        for column, mode in enumerate(
            (QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents)
        ):
            head.setSectionResizeMode(column, mode)
        self.table.setMinimumHeight(ROW * 6)
        self.body.addWidget(self.said)
        self.body.addWidget(self.table, 1)
        paused = ceremony.session_state is CeremonyState.PAUSED
        self.ok_button.setEnabled(not paused if open_now else bool(rows))
        self.ok_button.setFocus()
        self.resize(820, 520)

    def submit(self) -> None:
        if self._keep():
            self.accept()

    def _sentence(self, ceremony: Ceremony, people: int, zone: Zone) -> str:
        if ceremony.late is not None:
            n = len(signed_in(ceremony, ceremony.late))
            words = self.tr("Susulan ke-{number}, dibuka {time}: {n} tanda tangan. Berita Acaranya disusun.", "", n)
            if ceremony.session_state is CeremonyState.PAUSED:
                words = self.tr("Susulan ke-{number} dijeda: {n} tanda tangan. Lanjutkan sebelum ditutup.", "", n)
            time = f"{clock(ceremony.late.opened_at, zone)} {zone.label}"
            return words.format(number=ceremony.late.number, time=time, n=n)
        if not people:
            return self.tr("Tidak ada lagi yang menyusul.")
        words = self.tr(
            "{n} orang belum menandatangani semua lembarnya. Penandatanganan susulan mencatat kehadiran tersendiri dan"
            " mendapat Berita Acara sendiri; rekaman menyebut tanggal yang sebenarnya.",
            "",
            people,
        )
        return words.format(n=people)


def _sheets(one: Awaited) -> str:
    own = [sheet.serial for sheet, slot in one.slots if slot.role is not Role.SAKSI]
    witness = len(one.slots) - len(own)
    if witness:
        own.append(translate("FollowForm", "{n} sebagai saksi").format(n=witness))
    return ", ".join(own)


def _why(ceremony: Ceremony, one: Awaited) -> str:
    """Why somebody did not sign: the kind of reason, or that he declined; never in whose words."""
    why = away(ceremony, one.official_id)
    if why is not None:
        return away_word(why.what)
    if any(decline.official_id == one.official_id for decline in ceremony.declines):
        return translate("FollowForm", "menolak")
    if one.official_id not in ceremony.attended:
        return translate("FollowForm", "tidak hadir")
    return ""
