"""What the table of officials shows: states of sheets, chips, search, and rows that keep their place."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from kpu_desk.domain.ceremony_parts import Away, Decline, Whereabouts
from kpu_desk.domain.documents import DocumentKind, Role
from kpu_desk.domain.whereabouts import noted
from kpu_desk.gui.operator.board import (
    COMMISSION,
    SECRETARY,
    MarkState,
    PersonLine,
    Show,
    board_after,
    board_of,
    counts_of,
    matching,
    sheets_done,
)
from kpu_desk.gui.operator.people_model import PERSON, SHEETS, PeopleModel
from kpu_desk.gui.operator.people_panel import PeoplePanel
from tests.gui import people


def line_of(board: tuple[PersonLine, ...], official_id: str) -> PersonLine:
    return next(line for line in board if line.official_id == official_id)


def states(line: PersonLine) -> dict[tuple[DocumentKind, bool], MarkState]:
    return {(mark.kind, mark.witness): mark.state for mark in line.marks}


def test_everybody_stands_in_protocol_order_with_units_together() -> None:
    board = board_of(people.draft(24))
    sections = [line.section for line in board]
    assert sections[:6] == [COMMISSION] * 5 + [SECRETARY]
    assert len(set(sections)) == 2 + len(people.UNITS)
    changes = sum(before != after for before, after in pairwise(sections))
    assert changes == len(set(sections)) - 1


def test_a_witness_waits_for_the_maker_and_then_is_ready() -> None:
    ceremony = people.with_present(people.opened(8), "o005", "o006")
    assert states(line_of(board_of(ceremony), "o005"))[(DocumentKind.PI, True)] is MarkState.WAITING
    sheet = next(s for s in ceremony.sheets if s.kind is DocumentKind.PI and s.subject_id == "o006")
    after = people.with_signature(ceremony, sheet, "pembuat")
    assert states(line_of(board_of(after), "o005"))[(DocumentKind.PI, True)] is MarkState.READY
    assert states(line_of(board_of(after), "o006"))[(DocumentKind.PI, False)] is MarkState.SIGNED


def test_a_board_made_out_of_the_one_before_is_the_same_after_every_act() -> None:
    board: tuple[PersonLine, ...] = ()
    ceremony, before, made = people.opened(9), None, 0
    for number, sheet in enumerate(ceremony.sheets):
        for slot in sheet.slots:
            went = Whereabouts(slot.official_id, Away.LEFT, "dipanggil", people.AT, "Petugas")
            if slot.official_id not in ceremony.attended:
                ceremony = people.with_present(ceremony, slot.official_id)
            elif slot.official_id not in ceremony.present:
                ceremony = noted(ceremony, replace(went, what=Away.BACK))
            if number % 5 == 1 and slot.role is Role.PEMBUAT:
                ceremony = ceremony.declined(Decline(sheet.id, slot.official_id, "belum sempat", people.AT))
            else:
                ceremony = people.with_signature(ceremony, sheet, slot.key)
            if number % 7 == 3:
                ceremony = noted(ceremony, went)
            board = board_after(ceremony, before, board)
            assert board == board_of(ceremony)
            before, made = ceremony, made + 1
    assert made > 30
    other = people.closed(9)
    assert board_after(other, before, board) == board_of(other)


def test_several_witness_slots_are_counted_in_one_mark() -> None:
    ceremony = people.opened(12)
    (mark,) = [mark for mark in line_of(board_of(ceremony), "o005").marks if mark.witness]
    assert (mark.signed, mark.total) == (0, 7)


def test_chips_count_people() -> None:
    ceremony = people.with_present(people.opened(10), "o000", "o001", "o002")
    counts = counts_of(board_of(ceremony))
    assert counts == {Show.ALL: 10, Show.PRESENT: 3, Show.ABSENT: 7, Show.INCOMPLETE: 10}


def test_when_everything_is_signed_nobody_is_incomplete_but_the_leaders_of_the_minutes() -> None:
    counts = counts_of(board_of(people.closed(8)))
    assert counts[Show.INCOMPLETE] == 2


def test_search_finds_name_nip_office_and_unit() -> None:
    board = board_of(people.opened(24))
    assert {line.official_id for line in matching(board, Show.ALL, "19790119")} == {"o009"}
    assert {line.official_id for line in matching(board, Show.ALL, "1979 0119")} == {"o009"}
    assert all("sekretaris" in line.office.casefold() for line in matching(board, Show.ALL, "SEKRETARIS"))
    assert [line.name for line in matching(board, Show.ALL, "nirmala pranaja")] == ["Nirmala Pranaja"]
    assert len(matching(board, Show.ALL, "hukum dan sumber")) > 1
    assert matching(board, Show.ALL, "tidak ada") == ()


def test_a_nip_is_found_as_it_is_grouped_on_screen() -> None:
    board = board_of(people.opened(24))
    (line,) = (line for line in board if line.official_id == "o009")
    assert line in matching(board, Show.ALL, line.nip)


def test_sheets_are_counted_only_when_complete() -> None:
    ceremony = people.opened(6)
    done, total = sheets_done(ceremony)
    assert (done, total) == (0, 14)
    assert sheets_done(people.closed(6)) == (14, 15)


def test_a_signature_changes_one_row_and_moves_none(qtbot: QtBot) -> None:
    ceremony = people.with_present(people.opened(24), "o009")
    model = PeopleModel()
    model.show_ceremony(ceremony)
    resets: list[object] = []
    changed: list[int] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    sheet = next(s for s in ceremony.sheets if s.kind is DocumentKind.PBBK and s.subject_id == "o009")
    model.show_ceremony(people.with_signature(ceremony, sheet, "pembuat"))
    assert resets == []
    assert changed == [model.row_of("o009")]


def test_states_are_told_in_words_as_well(qtbot: QtBot) -> None:
    model = PeopleModel()
    model.show_ceremony(people.under_way(24))
    spoken = model.index(model.row_of("o000"), SHEETS).data()
    assert "PK ditandatangani" in spoken
    assert "Saksi 0/5 belum ditandatangani" in spoken
    assert model.index(model.row_of("o000"), PERSON).data() == "Nirmala Pranaja"


def test_headings_cannot_be_selected(qtbot: QtBot) -> None:
    model = PeopleModel()
    model.show_ceremony(people.opened(24))
    assert model.section_rows()[0] == 0
    assert model.line(0) is None
    assert model.rowCount(QModelIndex()) == 24 + len(model.section_rows())


def test_typed_letters_mean_somebody_so_named_who_is_not_here_yet(qtbot: QtBot) -> None:
    panel = PeoplePanel()
    qtbot.addWidget(panel)
    ceremony = people.with_present(people.opened(24), "o000", "o009")
    panel.show_ceremony(ceremony)
    panel.select("o011")
    panel.search.setText("hukum")
    assert panel.selected_id() == "o011"
    panel.select("o009")
    # Many an office has these letters, and one Nirmala is here already.
    panel.search.setText("nir")
    found = ceremony.official(panel.selected_id())
    assert found.name.startswith("Nirmala")
    assert found.id != "o000"
    panel.search.setText("nirmala pranaja")
    assert panel.selected_id() == "o000"
