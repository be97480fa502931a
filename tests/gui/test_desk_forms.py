"""The forms of the desk: what they refuse, what they warn about, and what they hand over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony_plan import CeremonyPlan
from kpu_desk.domain.documents import FORMED_KINDS, Agreement, Attachment, BudgetLine, Target
from kpu_desk.domain.errors import RosterError
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.roster import ProblemCode, RosterReading, problem
from kpu_desk.gui.operator.ceremony_form import CeremonyForm
from kpu_desk.gui.operator.import_preview import ImportPreview
from kpu_desk.gui.operator.official_form import OfficialForm
from kpu_desk.gui.operator.table_of_rows import cells_of
from kpu_desk.gui.operator.targets_editor import TargetsEditor, amount_of
from kpu_desk.services.form_choice import OwnForm
from kpu_desk.services.roster_sentences import problem_sentence
from tests.gui import people, real_desk

TODAY = date(2026, 1, 20)
Value = TypeVar("Value")


def taking(kept: list[Value]) -> Callable[[Value], bool]:
    """A service that takes whatever a form hands over."""

    def keep(value: Value) -> bool:
        kept.append(value)
        return True

    return keep


def test_a_ceremony_has_sensible_defaults(qtbot: QtBot) -> None:
    kept: list[CeremonyPlan] = []
    form = CeremonyForm(real_desk.PROFILE, TODAY, taking(kept))
    qtbot.addWidget(form)
    form.ok_button.click()
    (plan,) = kept
    assert plan.title == "Penandatanganan PK, PI, PBBK 2026"
    assert (plan.date, plan.start, plan.place) == (TODAY, "09.00", "Nusa Raya")
    assert plan.kinds == tuple(FORMED_KINDS)
    assert form.result() == form.DialogCode.Accepted


def test_a_ceremony_without_title_or_documents_is_not_made(qtbot: QtBot) -> None:
    kept: list[CeremonyPlan] = []
    form = CeremonyForm(real_desk.PROFILE, TODAY, taking(kept))
    qtbot.addWidget(form)
    form.entries.title.setText("   ")
    for box in form.entries.kinds.values():
        box.setChecked(False)
    form.ok_button.click()
    assert kept == []
    assert "kosong" in form.entries.complaint("title")
    assert "satu dokumen" in form.entries.complaint("kinds")


def test_a_draft_comes_back_as_it_was(qtbot: QtBot) -> None:
    kept: list[CeremonyPlan] = []
    draft = people.draft()
    form = CeremonyForm(real_desk.PROFILE, TODAY, taking(kept), draft)
    qtbot.addWidget(form)
    form.ok_button.click()
    (plan,) = kept
    for name in CeremonyPlan.__dataclass_fields__:
        assert getattr(plan, name) == getattr(draft, name), name


def test_the_agreements_the_closing_and_an_added_form_are_chosen(qtbot: QtBot) -> None:
    kept: list[CeremonyPlan] = []
    own = {"pi-asn": (OwnForm("pi-non-asn", "Pakta Integritas", "kantor 1"),)}
    form = CeremonyForm(real_desk.PROFILE, TODAY, taking(kept), own_forms=own)
    qtbot.addWidget(form)
    form.ok_button.click()
    form.entries.agreements.setCurrentIndex(2)
    form.entries.closes_list.setChecked(False)
    form.entries.forms["pi-asn"].setCurrentIndex(1)
    form.ok_button.click()
    first, second = kept
    assert (first.agreements, first.closes_list, first.forms) == ((Agreement.SECRETARIAT,), True, ())
    assert (second.agreements, second.closes_list) == (tuple(Agreement), False)
    assert second.forms == (("pi-asn", "pi-non-asn"),)
    drawn = replace(people.draft(), agreements=second.agreements, closes_list=True, forms=second.forms)
    again = CeremonyForm(real_desk.PROFILE, TODAY, taking(kept), drawn, own_forms=own)
    qtbot.addWidget(again)
    again.ok_button.click()
    assert (kept[2].agreements, kept[2].closes_list, kept[2].forms) == (second.agreements, True, second.forms)


def test_a_form_stays_open_when_the_service_refuses(qtbot: QtBot) -> None:
    form = OfficialForm(TODAY, (), lambda official: False)
    qtbot.addWidget(form)
    form.show()
    form.name.setText("Damar Wiraguna")
    form.office.setText("Pengelola Keuangan")
    form.ok_button.click()
    assert form.isVisible()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("19860926 2015", "Baru 12 angka"),
        ("1986092620150510011", "Ada 19 angka"),
        ("1,98E+17", "rusak oleh lembar kerja"),
        ("19860926 201505 X 001", "hanya berisi angka"),
        ("19861326 201505 1 001", "bukan tanggal lahir"),
        ("19860926 201505 1 000", "000"),
    ],
)
def test_a_nip_is_judged_while_it_is_typed(qtbot: QtBot, typed: str, said: str) -> None:
    form = OfficialForm(TODAY, (), lambda official: True)
    qtbot.addWidget(form)
    form.nip.setText(typed)
    assert said in form.fields.complaint("nip")


def test_a_damaged_nip_is_never_handed_over(qtbot: QtBot) -> None:
    kept: list[Official] = []
    form = OfficialForm(TODAY, (), taking(kept))
    qtbot.addWidget(form)
    form.name.setText("Damar Wiraguna")
    form.office.setText("Pengelola Keuangan")
    form.nip.setText("1986092620150510")
    form.ok_button.click()
    assert kept == []
    form.nip.setText("NIP. 19860926 201505 1 001")
    form.ok_button.click()
    assert [official.nip for official in kept] == ["198609262015051001"]


def test_an_acting_holder_needs_no_decree_but_a_definite_one_has_none(qtbot: QtBot) -> None:
    kept: list[Official] = []
    before = Official("o1", "Damar Wiraguna", None, None, "Kepala Bagian Umum", None, Capacity.PLT, "SP-1/2026")
    form = OfficialForm(TODAY, (), taking(kept), before)
    qtbot.addWidget(form)
    assert form.decree.isEnabled()
    form.ok_button.click()
    assert kept[-1] == before
    form.capacity.setCurrentIndex(0)
    assert not form.decree.isEnabled()
    form.ok_button.click()
    assert kept[-1].decree is None


def editor(qtbot: QtBot, kept: list[Attachment], attachment: Attachment | None = None) -> TargetsEditor:
    def read(path: Path) -> tuple[Target, ...]:
        if path.suffix != ".csv":
            raise RosterError("EMPTY_FILE")
        return (Target("Sasaran", "Indikator", "100%"),)

    made = TargetsEditor("KPU Nusa Raya", attachment, taking(kept), read)
    qtbot.addWidget(made)
    return made


def test_the_lampiran_comes_back_as_it_was(qtbot: QtBot) -> None:
    kept: list[Attachment] = []
    form = editor(qtbot, kept, people.attachment())
    form.ok_button.click()
    assert kept == [people.attachment()]


def test_rows_are_pasted_from_a_spreadsheet_and_an_empty_sasaran_means_the_one_above(qtbot: QtBot) -> None:
    kept: list[Attachment] = []
    form = editor(qtbot, kept)
    QGuiApplication.clipboard().setText(
        'Terwujudnya data\tPersentase "tepat waktu"\t100%\r\n'
        '\tJumlah rapat\t4 kali\r\n"Sasaran\ndua"\tIndikator\t2 Lap\r\n'
    )
    QTest.keyClick(form.targets.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    form.budget.table.paste("Dukungan Manajemen\tRp1.234.567.000,00\tRevisi\nPemilu\t41.500.000\n")
    form.ok_button.click()
    (attachment,) = kept
    assert attachment.targets == (
        Target("Terwujudnya data", 'Persentase "tepat waktu"', "100%"),
        Target("Terwujudnya data", "Jumlah rapat", "4 kali"),
        Target("Sasaran dua", "Indikator", "2 Lap"),
    )
    assert attachment.budget == (
        BudgetLine("Dukungan Manajemen", 1_234_567_000, "Revisi"),
        BudgetLine("Pemilu", 41_500_000, ""),
    )


def test_rows_are_moved_and_removed(qtbot: QtBot) -> None:
    form = editor(qtbot, [], people.attachment())
    table = form.targets.table
    table.setCurrentIndex(form.targets.model.index(2, 0))
    form.targets.move_row(-1)
    assert [row[1] for row in form.targets.model.rows()][1] == "Jumlah laporan"
    assert table.currentIndex().row() == 1
    form.targets.remove_row()
    assert len(form.targets.model.rows()) == 2


@pytest.mark.parametrize("text", ["seribu", "1.23", "12,50", "-5", "", "1e6"])
def test_an_amount_that_is_no_whole_rupiah_is_refused(qtbot: QtBot, text: str) -> None:
    assert amount_of(text) is None
    kept: list[Attachment] = []
    form = editor(qtbot, kept, people.attachment())
    form.budget.model.setData(form.budget.model.index(0, 1), text)
    form.ok_button.click()
    assert kept == []


@pytest.mark.parametrize(
    ("text", "amount"), [("Rp1.234.567.000,00", 1_234_567_000), ("41500000", 41_500_000), ("rp 5.000,-", 5_000)]
)
def test_amounts_as_offices_write_them(text: str, amount: int) -> None:
    assert amount_of(text) == amount


def test_a_file_that_cannot_be_read_changes_nothing(qtbot: QtBot) -> None:
    form = editor(qtbot, [], people.attachment())
    form.take_file(Path("rusak.xlsx"))
    assert len(form.targets.model.rows()) == 3
    form.take_file(Path("baik.csv"))
    assert len(form.targets.model.rows()) == 4


def test_cells_of_a_clipboard() -> None:
    assert cells_of("a\tb\r\nc\td") == (("a", "b"), ("c", "d"))
    assert cells_of('"baris\nsatu"\tb\n\n') == (("baris satu", "b"),)
    assert cells_of("   \n\t\n") == ()


def preview(qtbot: QtBot, reading: RosterReading, kept: list[None]) -> ImportPreview:
    made = ImportPreview(
        reading,
        "daftar.xlsx",
        sentence=problem_sentence,
        replaces=0,
        keep=lambda: taking(kept)(None),
    )
    qtbot.addWidget(made)
    return made


def with_problems(*codes: ProblemCode) -> RosterReading:
    reading = real_desk.reading(3)
    found = tuple(
        problem(7 + n, f"C{7 + n}", code, text="x", length=3, nip="19860926 201505 1 000")
        for n, code in enumerate(codes)
    )
    return RosterReading(reading.rows, found, reading.sheet, reading.header_row, reading.columns)


def test_an_import_sleeps_while_an_error_stands(qtbot: QtBot) -> None:
    kept: list[None] = []
    form = preview(qtbot, with_problems(ProblemCode.NIP_SERIAL, ProblemCode.NIP_LENGTH), kept)
    assert not form.ok_button.isEnabled()
    form.ok_button.click()
    assert kept == []
    model = form.problems.model()
    # The error comes first, whatever its row.
    assert [model.index(row, 0).data() for row in range(2)] == ["Kesalahan", "Periksa"]
    assert model.index(0, 1).data() == "C8"
    assert model.index(0, 2).data().startswith("Sel C8")


def test_a_clean_roster_is_imported_whole(qtbot: QtBot) -> None:
    kept: list[None] = []
    form = preview(qtbot, real_desk.reading(3), kept)
    assert form.ok_button.text() == "Impor 3 orang"
    form.ok_button.click()
    assert kept == [None]


def test_warnings_let_an_import_through(qtbot: QtBot) -> None:
    kept: list[None] = []
    form = preview(qtbot, with_problems(ProblemCode.NIP_SERIAL), kept)
    form.ok_button.click()
    assert kept == [None]


def test_a_roster_without_anybody_is_not_imported(qtbot: QtBot) -> None:
    reading = RosterReading((), (), None, 1, ())
    assert not preview(qtbot, reading, []).ok_button.isEnabled()


def test_further_columns_of_the_form_are_typed_pasted_and_imported(qtbot: QtBot, tmp_path: Path) -> None:
    kept: list[Attachment] = []
    form = TargetsEditor(
        "KPU Nusa Raya",
        None,
        taking(kept),
        lambda _path: (Target("C", "D", "2", ("5", "6")),),
        further=("TW I", "TW II"),
        commission=True,
    )
    qtbot.addWidget(form)
    assert "komisi" in form.windowTitle()
    assert form.targets.model.columnCount() == 5
    form.targets.table.paste("A\tB\t100%\t25%\t\n")
    form.take_file(tmp_path / "sasaran.csv")
    form.ok_button.click()
    assert kept[0].targets == (Target("A", "B", "100%", ("25%", "")), Target("C", "D", "2", ("5", "6")))
