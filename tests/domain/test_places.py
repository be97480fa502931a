"""Places on an office's own PDF: refused, asked about, found by anchors and again on the next version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpu_desk.domain.documents import Role, SlotPlace
from kpu_desk.domain.errors import FormError
from kpu_desk.domain.finding_places import (
    anchored_places,
    anchors_in,
    field_places,
    found_again,
    on_next_version,
    phrase_places,
    placed_on,
    remembered,
)
from kpu_desk.domain.own_pdf import OwnPdf
from kpu_desk.domain.places import (
    Audience,
    Grade,
    Pattern,
    Place,
    PlaceKind,
    check_places,
    code_places,
    confirmed,
    phrases,
)
from kpu_desk.domain.places_text import pattern_of, pattern_text

A4_UM = (210_000, 297_000)
CORNER = SlotPlace("kode", 0, 170_000, 8_000, 32_000, 32_000)


def word(text: str, x: int, y: int, page: int = 0) -> SlotPlace:
    return SlotPlace(text, page, x, y, 2_500 * len(text), 4_000)


WORDS = (
    word("Saya", 25_000, 250_000),
    word("bersedia.", 40_000, 250_000),
    word("Yang", 110_000, 120_000),
    word("membuat", 122_000, 120_000),
    word("pernyataan,", 141_000, 120_000),
)
OWN = OwnPdf(sizes_um=(A4_UM,), words=WORDS, corners=(CORNER,))
SIGNATURE = Place(PlaceKind.SIGNATURE, 0, 110_000, 90_000, 60_000, 25_000, Role.PEMBUAT)


def findings(*places: Place, own: OwnPdf = OWN, audience: Audience = Audience.EACH) -> list[tuple[str, Grade]]:
    return [(one.code, one.grade) for one in check_places(Pattern("Surat", audience, places), own)]


def test_a_good_place_is_taken_without_a_word() -> None:
    assert findings(SIGNATURE) == []


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (SIGNATURE.moved(60_000, 0), "PLACE_OFF_PAGE"),
        (SIGNATURE.moved(0, -90_001), "PLACE_OFF_PAGE"),
        (replace(SIGNATURE, page=1), "PLACE_NO_PAGE"),
        (replace(SIGNATURE, height_um=11_999), "PLACE_TOO_SMALL"),
        (replace(SIGNATURE, role=None), "PLACE_ROLE"),
        (replace(SIGNATURE, role=Role.PIHAK_KEDUA), "PLACE_ROLE"),
        (replace(SIGNATURE, turn=41), "PLACE_ROLE"),
        (Place(PlaceKind.DATE, 0, 20_000, 20_000, 40_000, 5_000, Role.PEMBUAT), "PLACE_ROLE"),
    ],
)
def test_a_place_that_cannot_be_signed_is_refused(place: Place, code: str) -> None:
    assert (code, Grade.REFUSED) in findings(place)


def test_a_place_at_the_very_edge_is_on_the_page() -> None:
    assert findings(SIGNATURE.moved(40_000, -90_000)) == [("PLACE_NO_CODE", Grade.ASKED)]


def test_two_places_that_meet_are_refused_and_touching_ones_not() -> None:
    witness = replace(SIGNATURE, role=Role.SAKSI)
    assert findings(SIGNATURE, witness.moved(-59_999, 0)) == [("PLACES_MEET", Grade.REFUSED)]
    assert findings(SIGNATURE, witness.moved(-60_000, 0)) == []


def test_a_signature_may_run_over_its_own_meterai_and_its_stamp_only() -> None:
    meterai = Place(PlaceKind.METERAI, 0, 100_000, 92_000, 24_000, 20_000, Role.PEMBUAT)
    assert findings(SIGNATURE, meterai) == []
    witness = replace(SIGNATURE, role=Role.SAKSI).moved(-70_000, 0)
    assert ("PLACES_MEET", Grade.REFUSED) in findings(SIGNATURE, witness, replace(meterai, role=Role.SAKSI))


def test_text_beneath_is_asked_about_with_its_words() -> None:
    [found] = check_places(Pattern("Surat", Audience.EACH, (SIGNATURE.moved(0, 10_000),)), OWN)
    assert (found.code, found.grade, found.text) == ("PLACE_OVER_TEXT", Grade.ASKED, "Yang membuat pernyataan,")


def test_what_a_person_confirmed_holds_for_those_very_words() -> None:
    over = Pattern("Surat", Audience.EACH, (SIGNATURE.moved(0, 10_000),))
    [asked] = check_places(over, OWN)
    meant = confirmed(over, asked)
    assert [one.grade for one in check_places(meant, OWN)] == [Grade.CONFIRMED]
    other = replace(OWN, words=(*OWN.words, word("Utari", 115_000, 105_000)))
    assert [one.grade for one in check_places(meant, other)] == [Grade.ASKED]
    assert confirmed(meant, asked, yes=False) == over
    bare = replace(OWN, corners=())
    [without] = check_places(Pattern("Surat", Audience.EACH, (SIGNATURE,)), bare)
    accepted = confirmed(Pattern("Surat", Audience.EACH, (SIGNATURE,)), without)
    assert accepted.uncoded == (0,)
    assert [one.grade for one in check_places(accepted, bare)] == [Grade.CONFIRMED]
    assert pattern_of(pattern_text(meant, OWN), OWN, "p.json") == meant
    assert pattern_of(pattern_text(accepted, bare), bare, "p.json") == accepted


def test_something_dark_on_a_scan_is_asked_about() -> None:
    own = OwnPdf(sizes_um=(A4_UM,), corners=(CORNER,), marks=(SlotPlace("", 0, 112_000, 100_000, 20_000, 4_000),))
    assert findings(SIGNATURE, own=own) == [("PLACE_OVER_PICTURE", Grade.ASKED)]
    assert findings(SIGNATURE.moved(0, -30_000), own=own) == []


def test_the_other_files_of_a_merge_find_their_own_places() -> None:
    paraf, name = word("${paraf_pembuat}", 20_000, 20_000), word("${nama_pembuat}", 110_000, 80_000)
    first = replace(OWN, anchors=(paraf, name))
    pattern = remembered(Pattern("SK", Audience.EACH, (SIGNATURE, *anchored_places(first))), first)
    longer = OwnPdf(
        sizes_um=(A4_UM, A4_UM),
        words=tuple(replace(one, page=1) for one in WORDS),
        anchors=(paraf, replace(paraf, page=1), replace(name, page=1)),
    )
    found = placed_on(pattern, first, longer)
    assert found.how == ("moved", "same", "moved", "moved")
    assert [(one.kind.value, one.page) for one in found.pattern.places] == [
        ("signature", 1),
        ("paraf", 0),
        ("name", 1),
        ("paraf", 1),
    ]
    assert placed_on(pattern, first, replace(OWN, words=())).lost == (0, 1, 2)


def test_who_does_not_sign_has_no_other_place_and_somebody_signs() -> None:
    name = Place(PlaceKind.NAME, 0, 20_000, 60_000, 70_000, 6_000, Role.SAKSI)
    assert findings(SIGNATURE, name) == [("PLACE_WITHOUT_SIGNATURE", Grade.REFUSED)]
    assert ("PLACES_NO_SIGNATURE", Grade.REFUSED) in findings()
    assert ("PLACES_NO_SIGNATURE", Grade.REFUSED) in findings(replace(SIGNATURE, role=Role.SAKSI))


def test_a_person_signs_twice_at_the_most() -> None:
    second, third = SIGNATURE.moved(0, -40_000), SIGNATURE.moved(0, -80_000)
    assert findings(SIGNATURE, second) == []
    assert findings(SIGNATURE, second, third) == [("PLACE_TWICE", Grade.REFUSED)]


def test_the_code_takes_its_place_else_a_free_corner_else_is_asked_about() -> None:
    pattern = Pattern("Surat", Audience.EACH, (SIGNATURE,))
    assert code_places(pattern, OWN) == (CORNER,)
    drawn = Place(PlaceKind.QR, 0, 20_000, 20_000, 32_000, 32_000)
    [code] = code_places(replace(pattern, places=(SIGNATURE, drawn)), OWN)
    assert (code.slot, code.x_um) == ("kode", 20_000)
    assert findings(SIGNATURE, own=replace(OWN, corners=())) == [("PLACE_NO_CODE", Grade.ASKED)]


def test_anchors_in_the_text_become_places() -> None:
    words = tuple(
        word(text, 50_000, 100_000 - 20_000 * n)
        for n, text in enumerate(("${ttd_pihak_pertama}", "${ttd_penanda_tangan_2}", "${nomor}", "${ttd}", "${nama_x}"))
    )
    own = replace(OWN, anchors=words)
    first, second, number = anchored_places(own)
    assert (first.kind, first.role, first.slot) == (PlaceKind.SIGNATURE, Role.PIHAK_PERTAMA, "pihak_pertama")
    assert (second.role, second.turn, second.slot) == (Role.PENANDA_TANGAN, 2, "penanda_tangan-2")
    assert (number.kind, number.role) == (PlaceKind.NUMBER, None)
    middle = words[0].x_um + words[0].width_um // 2
    assert abs(first.x_um + first.width_um // 2 - middle) <= 1
    assert [text[slice(*span)] for text in ("a${nomor}b", "${ttd_x}") for span in anchors_in(text)] == ["${nomor}"]
    again = found_again(
        Pattern("Surat", Audience.OFFICE, (number,)),
        replace(own, sizes_um=(A4_UM, A4_UM), anchors=(replace(words[2], page=1),)),
    )
    assert (again.how, again.pattern.places[0].page) == (("moved",), 1)


def test_a_chosen_phrase_gives_a_place_beneath_it() -> None:
    [place] = phrase_places(OWN, "yang  Membuat pernyataan,", PlaceKind.SIGNATURE, Role.PEMBUAT)
    assert place.y_um + place.height_um == 120_000 - 1_000
    assert phrase_places(OWN, "tidak ada", PlaceKind.SIGNATURE, Role.PEMBUAT) == ()
    assert len(phrases(OWN, "membuat pernyataan")) == len(phrases(OWN, "membuat pernyataan.")) == 1
    assert phrases(OWN, " ") == phrases(OWN, "membuat pernyata") == phrases(OWN, "Saya, bersedia") == ()


def test_empty_signature_fields_are_offered_in_the_order_of_roles() -> None:
    fields = tuple(SlotPlace(f"f{n}", 0, 20_000, 40_000 * n, 60_000, 25_000) for n in range(4))
    own = replace(OWN, fields=(*fields, SlotPlace("", 0, 90_000, 280_000, 10_000, 5_000)))
    small = field_places(own, Audience.EACH)[-1]
    assert (small.x_um, small.y_um, small.width_um, small.height_um) == (80_000, 276_500, 30_000, 12_000)
    assert [place.slot for place in field_places(own, Audience.EACH)][:2] == ["pembuat", "saksi"]
    assert [place.slot for place in field_places(own, Audience.OFFICE)] == [
        "pihak_pertama",
        "pihak_kedua",
        "penanda_tangan-1",
        "penanda_tangan-2",
        "penanda_tangan-3",
    ]


def test_a_pattern_is_found_again_where_its_text_went() -> None:
    pattern = remembered(Pattern("Surat", Audience.EACH, (SIGNATURE,)), OWN)
    assert pattern.places[0].near == "Yang membuat pernyataan,"
    assert found_again(pattern, OWN).how == ("same",)
    lower = replace(OWN, words=tuple(replace(one, y_um=one.y_um - 15_000) for one in WORDS))
    again = found_again(pattern, lower)
    assert again.moved == (0,)
    assert again.pattern.places[0].y_um == SIGNATURE.y_um - 15_000
    nextpage = replace(OWN, sizes_um=(A4_UM, A4_UM), words=tuple(replace(one, page=1) for one in WORDS))
    assert found_again(pattern, nextpage).pattern.places[0].page == 1
    gone = found_again(pattern, replace(OWN, words=WORDS[:2]))
    assert gone.how == ("lost",)
    assert gone.pattern.places[0] == pattern.places[0]


def test_places_beside_the_same_words_go_with_them_one_by_one() -> None:
    pages = [tuple(replace(one, page=page) for one in WORDS[2:]) for page in range(4)]
    own = replace(OWN, sizes_um=(A4_UM,) * 3, words=pages[0] + pages[1])
    each = phrase_places(own, "Yang membuat pernyataan", PlaceKind.SIGNATURE, Role.PEMBUAT)
    again = found_again(Pattern("Surat", Audience.EACH, each), replace(own, words=pages[1] + pages[2]))
    assert [place.page for place in again.pattern.places] == [1, 2]
    lower = tuple(replace(one, page=0, y_um=one.y_um - 50_000) for one in WORDS[2:])
    unsure = found_again(Pattern("Surat", Audience.EACH, each[:1]), replace(own, words=pages[1] + pages[1]))
    assert unsure.how == ("lost",)
    near = found_again(Pattern("Surat", Audience.EACH, each[:1]), replace(own, words=lower + pages[0]))
    assert near.how == ("same",)


def test_new_anchors_of_the_next_version_come_in_and_a_page_without_code_is_asked_again() -> None:
    number, date = word("${nomor}", 60_000, 200_000), word("${tanggal}", 60_000, 190_000)
    first = replace(OWN, anchors=(number,))
    pattern = Pattern("Surat", Audience.EACH, (SIGNATURE, *anchored_places(first)), (0,))
    again = on_next_version(remembered(pattern, first), replace(OWN, anchors=(number, date)))
    assert [place.kind.value for place in again.pattern.places] == ["signature", "number", "date"]
    assert (again.how, again.pattern.uncoded) == (("same", "same", "moved"), ())


def test_a_pattern_as_a_file_comes_back_the_same() -> None:
    places = (SIGNATURE, Place(PlaceKind.DATE, 0, 20_000, 60_100, 50_000, 6_000))
    pattern = remembered(Pattern("Surat “x”", Audience.EACH, places), OWN)
    assert pattern_of(pattern_text(pattern, OWN), OWN, "p.json") == pattern


HEAD = '{"format": "kpu-desk-places", "version": 1, "name": "Surat", "for": "each"'


def test_a_file_may_name_a_phrase_or_ask_for_the_anchors() -> None:
    text = HEAD + ', "places": [{"kind": "signature", "role": "pembuat", "phrase": "Yang membuat pernyataan,"}]}'
    [place] = pattern_of(text, OWN, "p.json").places
    assert place.near == "Yang membuat pernyataan,"
    anchor = replace(OWN, anchors=(word("${ttd_pembuat}", 60_000, 100_000),))
    [place] = pattern_of(HEAD + ', "anchors": true}', anchor, "p.json").places
    assert place.slot == "pembuat"


@pytest.mark.parametrize(
    ("text", "number", "field"),
    [
        ("{", 0, "JSON"),
        ("[]", 0, "format"),
        (HEAD.replace("each", "all") + "}", 0, "for"),
        (HEAD.replace("Surat", "") + "}", 0, "name"),
        (HEAD + ', "plases": []}', 0, "plases"),
        (HEAD + ', "places": [{"kind": "sign"}]}', 1, "kind"),
        (HEAD + ', "places": [{"kind": "signature", "role": "raja"}]}', 1, "role"),
        (HEAD + ', "places": [{"kind": "qr", "left": "1", "top": 1}]}', 1, "left"),
        (HEAD + ', "places": [{"kind": "qr", "left": 1, "top": 1, "page": 2}]}', 1, "page"),
        (HEAD + ', "places": [{"kind": "qr", "left": 1, "top": NaN}]}', 1, "top"),
        (HEAD + ', "places": [{"kind": "qr", "phrase": "tidak ada"}]}', 1, "phrase"),
        (HEAD + ', "places": [{"kind": "qr", "x": 1}]}', 1, "x"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place_and_the_field(text: str, number: int, field: str) -> None:
    with pytest.raises(FormError) as caught:
        pattern_of(text, OWN, "p.json")
    assert caught.value.code == "WRONG_PLACES"
    assert (caught.value.facts["number"], caught.value.facts["field"]) == (number, field)
