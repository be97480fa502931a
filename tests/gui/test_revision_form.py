"""A sealed Perjanjian Kinerja is revised at the desk: reason, somebody new in office, then its lampiran."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony import CeremonyState
from kpu_desk.domain.ceremony_parts import Cause
from kpu_desk.gui.operator.official_form import OfficialForm
from kpu_desk.gui.operator.revision_form import RevisionForm
from kpu_desk.gui.operator.targets_editor import TargetsEditor
from tests.gui import real_desk
from tests.gui.real_desk import ceremony_of
from tests.gui.test_signer_window import settle
from tests.services.offices import make_desk
from tests.services.test_revising import sealed


def test_a_revision_is_made_of_two_forms_and_waits_for_a_late_sitting(qtbot: QtBot, tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "kantor")
    sealed(desk)
    with real_desk.desk_beside_signer(qtbot, desk) as window:
        assert ceremony_of(window).state is CeremonyState.SEALED
        window.acts.revise.trigger()
        (form,) = window.findChildren(RevisionForm)
        form.cause.setCurrentIndex(form.cause.findData(Cause.OTHER.value))
        form.submit()
        assert form.fields.complaint("note") == "Tulis alasannya."
        form.note.setText("Sekretaris baru")
        form.newcomers["pihak_pertama"].trigger()
        (newcomer,) = form.findChildren(OfficialForm)
        newcomer.name.setText("Orang Baru, S.E.")
        newcomer.office.setText("Sekretaris KPU Provinsi Rekaan")
        newcomer.submit()
        first, second = form.parties["pihak_pertama"], form.parties["pihak_kedua"]
        assert first.currentText().startswith("Orang Baru"), "who is new is chosen at once"
        second.setCurrentIndex(first.currentIndex())
        form.submit()
        assert not form.findChildren(TargetsEditor), "one person is not both parties"
        form._fill()
        second.setCurrentIndex(0)
        first.setCurrentIndex(1)
        old = form._people[1]
        form.promoted["pihak_pertama"].trigger()
        newcomer = form.findChildren(OfficialForm)[-1]
        newcomer.submit()
        assert newcomer.fields.complaint("office") == "Jabatannya masih sama."
        newcomer.office.setText("Sekretaris KPU Kota Rekaan")
        newcomer.submit()
        assert first.currentText() == f"{old.name} – Sekretaris KPU Kota Rekaan"
        first.setCurrentIndex(first.count() - 2)
        form.submit()
        (editor,) = form.findChildren(TargetsEditor)
        assert editor.targets.model.rowCount() > 0, "what was agreed stands there to be changed"
        editor.submit()
        settle()
        ceremony = ceremony_of(window)
        assert (ceremony.state, ceremony.sheets[-1].serial) == (CeremonyState.CLOSED, "PK-002")
        assert ceremony.officials[-1].name == "Orang Baru, S.E."
        assert window.acts.follow.isEnabled()
        assert not window.acts.revise.isEnabled()
    desk.close()
