"""The door: who comes is noted once, and a second time is told in words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kpu_desk.domain.identification import INVITATION, KNOWN_TO_OPERATOR
from kpu_desk.domain.local_time import clock
from kpu_desk.domain.whereabouts import arrival
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.errors import Advice, guarded
from kpu_desk.gui.operator.controller import DeskController
from kpu_desk.gui.operator.door_keys import DoorKeys
from kpu_desk.gui.operator.people_panel import PeoplePanel


class Door(QObject):
    """Checks people in, by their row or by the code of their invitation.

    Signals:
        said(words): somebody is noted as present.
        problem(advice): nobody is; why.
        found(official_id): whose invitation it is; the desk shows who that is before anything is said.
    """

    said = Signal(str)
    problem = Signal(object)
    found = Signal(str)

    def __init__(self, controller: DeskController, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller

    def listen(self, people: PeoplePanel) -> None:
        """Hears readers that act as a keyboard, and whom the operator notes as present in the table."""
        people.check_in_wanted.connect(self.check_in)
        people.scanned.connect(self.scanned)
        self.found.connect(people.select)
        DoorKeys(people.search, self).scanned.connect(self.scanned)

    def scanned(self, code: str) -> None:
        """The code of an invitation was read; its person is here."""
        from kpu_desk.services.invitations import invited

        desk, ceremony = self._controller.desk, self._controller.ceremony
        if ceremony is not None:

            def act() -> None:
                official_id = invited(desk, ceremony, code)
                self.found.emit(official_id)
                self.check_in(official_id, INVITATION)

            guarded(act, self.problem.emit)

    def check_in(self, official_id: str, identified: str = KNOWN_TO_OPERATOR) -> None:
        """This person is here, or here again; says so, or that he is already."""
        before = self._controller.ceremony
        earlier = arrival(before, official_id) if before is not None and official_id in before.present else None
        if before is not None and earlier is not None:
            zone = self._controller.desk.profile.zone
            words = self.tr("{name} sudah tercatat hadir pukul {time} ({identified}).").format(
                name=before.named(official_id),
                time=f"{clock(earlier.at, zone)} {zone.label}",
                identified=document_words(earlier.identified),
            )
            mended = self.tr("Bila itu orang lain, batalkan kehadirannya: Shift+F2.")
            if before.came_again(official_id):
                mended = self.tr("Bila itu orang lain, catat bahwa ia meninggalkan acara: F4.")
            self.problem.emit(Advice(words, mended))
            return
        if self._controller.check_in(official_id, identified):
            ceremony = self._controller.ceremony
            name = ceremony.named(official_id) if ceremony is not None else ""
            words = self.tr("{name} tercatat hadir ({identified}).").format(
                name=name, identified=document_words(identified)
            )
            self.said.emit(words)

    def take_back(self, official_id: str) -> None:
        """This person is not here after all: another was meant."""
        before = self._controller.ceremony
        if before is not None and self._controller.undo_check_in(official_id):
            self.said.emit(self.tr("Kehadiran {name} dibatalkan.").format(name=before.named(official_id)))
