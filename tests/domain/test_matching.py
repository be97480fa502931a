"""Which of many PDFs is whose: by NIP or name, in the file's name or its text, and never by a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpu_desk.domain.documents import SlotPlace
from kpu_desk.domain.matching import Match, MatchedBy, match_files
from kpu_desk.domain.officials import Official
from kpu_desk.domain.own_pdf import OwnPdf
from tests.gui.people import officials

PEOPLE = officials(30)
CHAIR = PEOPLE[0]
WITH_NIP = [one for one in PEOPLE if one.nip]


def pdf(*said: str) -> OwnPdf:
    """A letter that says this and bears the name of the Ketua, as all of the office do."""
    words = " ".join((*said, "Ketua,", CHAIR.name)).split()
    return OwnPdf(words=tuple(SlotPlace(word, 0, 0, 0, 1, 1) for word in words))


def matched(*files: tuple[str, OwnPdf]) -> list[tuple[str | None, MatchedBy | None]]:
    return [(one.official_id, one.by) for one in match_files(PEOPLE, files)]


def named(number: int, person: Official) -> tuple[str, OwnPdf, MatchedBy]:
    """The file of a person, who is named in it in one of the four ways by turns."""
    nip = person.nip or ""
    spaced = f"{nip[:8]} {nip[8:14]} {nip[14:15]} {nip[15:]}"
    plain = person.name.split(",")[0]
    ways = [
        (f"SK {spaced}.pdf", pdf(), MatchedBy.NIP_IN_NAME),
        (f"SK_{plain.upper().replace(' ', '_')}.pdf", pdf(), MatchedBy.NAME_IN_NAME),
        (f"scan{number:03d}.pdf", pdf("NIP", spaced), MatchedBy.NIP_IN_TEXT),
        (f"scan{number:03d}.pdf", pdf("Kepada", person.name), MatchedBy.NAME_IN_TEXT),
    ]
    return ways[number % 4] if nip else ways[1 + number % 2 * 2]


def test_thirty_files_find_their_thirty_people() -> None:
    files = [named(number, person) for number, person in enumerate(PEOPLE) if person is not CHAIR]
    found = matched(*((name, own) for name, own, _by in files))
    assert found == [(person.id, by) for person, (_name, _own, by) in zip(PEOPLE[1:], files, strict=True)]
    assert {by for _id, by in found} == set(MatchedBy)


def test_a_file_that_names_only_who_signs_them_all_is_nobodys() -> None:
    stranger = ("a.pdf", pdf("Kepada", "Seseorang", "Lain"))
    assert matched(stranger, ("b.pdf", pdf("Kepada", PEOPLE[1].name))) == [
        (None, None),
        (PEOPLE[1].id, MatchedBy.NAME_IN_TEXT),
    ]


def test_two_files_for_one_person_go_to_nobody() -> None:
    one = (f"{PEOPLE[1].name}.pdf", pdf())
    assert match_files(PEOPLE, [one, ("b.pdf", pdf(PEOPLE[1].name)), ("c.pdf", pdf())])[:2] == (
        Match(one[0], None, None, (PEOPLE[1].id,)),
        Match("b.pdf", None, None, (PEOPLE[1].id,)),
    )


def test_a_name_on_the_outside_and_another_inside_is_asked() -> None:
    wrong = (f"{PEOPLE[1].name}.pdf", pdf("Kepada", PEOPLE[2].name))
    [found, _other] = match_files(PEOPLE, [wrong, ("b.pdf", pdf())])
    assert found == Match(wrong[0], None, None, (PEOPLE[1].id, PEOPLE[2].id))


@pytest.mark.parametrize("text", ["Kepada Sari Dewi", "SARI DEWI, S.H."])
def test_a_name_within_another_is_not_meant(text: str) -> None:
    sari, dewi = replace(PEOPLE[1], name="Sari, S.H."), replace(PEOPLE[2], name="Hj. Sari Dewi, M.Si.")
    files = [("a.pdf", pdf(text)), ("b.pdf", pdf("sarikan"))]
    assert [one.official_id for one in match_files((sari, dewi), files)] == [dewi.id, None]


def test_people_of_one_name_are_told_apart_by_their_numbers_only() -> None:
    first, second = WITH_NIP[0], replace(WITH_NIP[1], name=WITH_NIP[0].name)
    files = [("a.pdf", pdf(first.name)), ("b.pdf", pdf(first.name, "NIP", second.nip or ""))]
    undecided, found = match_files((first, second), files)
    assert (undecided.official_id, undecided.others) == (None, ())
    assert (found.official_id, found.by) == (second.id, MatchedBy.NIP_IN_TEXT)
