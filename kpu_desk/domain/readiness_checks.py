"""Readiness of the papers: texts, numbers, people, witnesses, targets, year, letterhead; and the whole list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from kpu_desk.domain import readiness_computer as computer
from kpu_desk.domain.ceremony import Ceremony
from kpu_desk.domain.documents import DocumentKind, Role
from kpu_desk.domain.errors import RuleError
from kpu_desk.domain.groups import OF_ONE_PERSON
from kpu_desk.domain.official_entry import attachment_texts
from kpu_desk.domain.officials import Capacity, Official
from kpu_desk.domain.own_documents import has_number
from kpu_desk.domain.places import Audience
from kpu_desk.domain.readiness import Facts, Light, Line, Lines, Topic, line
from kpu_desk.domain.witnessing import bare_name

_YEAR = re.compile(r"\b20[0-9]{2}\b")
_TOTAL = re.compile(r"^\s*(?:sub\s*)?(?:jumlah|total)\b", re.IGNORECASE)
_OLD_NAME = re.compile(r"\bDKI\b|\bdaerah\s+khusus\s+ibu\s?kota\b", re.IGNORECASE)


def readiness(facts: Facts) -> tuple[Line, ...]:
    """Every line, in the order of the topics; a topic without anything amiss has one green line."""
    found = [line for check in CHECKS for line in check(facts)]
    order = list(Topic)
    return tuple(sorted(found, key=lambda line: order.index(line.topic)))


def forms(facts: Facts) -> Lines:
    """Every text that this ceremony needs can be read, and somebody said that its words may be signed."""
    drafts = [form.id for form in facts.forms if form.draft and not form.problem]
    if drafts:
        yield line(Topic.FORMS, Light.YELLOW, "FORMS_DRAFT", drafts)
    broken = [f"{form.id} ({form.problem})" for form in facts.forms if form.problem]
    if broken:
        yield line(Topic.FORMS, Light.RED, "FORMS_BROKEN", broken)
    elif not drafts:
        yield line(Topic.FORMS, Light.GREEN, "FORMS_THERE", count=len(facts.forms))


def numbers(facts: Facts) -> Lines:
    """A pattern for what takes a number; the numbers themselves are given before sealing (domain.md 4.2)."""
    profile = facts.profile
    kinds = [kind.value for kind in facts.ceremony.kinds if profile.takes_number(kind)]
    kinds += [one.pattern.name for one in facts.ceremony.documents if has_number(one)]
    if not kinds:
        yield line(Topic.NUMBERS, Light.GREEN, "NUMBERS_NOT_TAKEN")
    elif not profile.number_pattern:
        yield line(Topic.NUMBERS, Light.YELLOW, "PATTERN_NONE", kinds)
    elif "{wilayah}" in profile.number_pattern and not profile.region_code:
        yield line(Topic.NUMBERS, Light.YELLOW, "REGION_NONE", kinds)
    else:
        yield line(Topic.NUMBERS, Light.GREEN, "PATTERN_SET", kinds)


def people(facts: Facts) -> Lines:
    """A Ketua, a Sekretaris, and of everybody what the sheets print (domain.md 1.3, 5.2, 6.3)."""
    invited = [official for official in facts.ceremony.officials if not official.added]
    if not invited:
        return (line(Topic.PEOPLE, Light.RED, "ROSTER_EMPTY"),)
    acting = (Capacity.PLT, Capacity.PLH)
    named = Counter(bare_name(official.name) for official in invited)
    found = [
        line(Topic.PEOPLE, light, code, names)
        for light, code, names in (
            (Light.RED, "CHAIR_NONE", [] if facts.ceremony.chair else ["Ketua"]),
            (Light.RED, "SECRETARY_NONE", [] if facts.ceremony.secretary else ["Sekretaris"]),
            (Light.RED, "OFFICE_NONE", [o.name for o in invited if not o.office.strip()]),
            (Light.RED, "DECREE_NONE", [o.name for o in invited if o.capacity in acting and not o.decree]),
            (Light.RED, "NOBODY_SIGNS", list(_unsigned_kinds(facts.ceremony))),
            (Light.YELLOW, "MANDATE_NONE", [o.name for o in invited if o.capacity is Capacity.AN and not o.decree]),
            (Light.YELLOW, "NIP_NONE", [o.name for o in invited if not o.nip and not o.group.is_commissioner]),
            (Light.YELLOW, "SAME_NAME", [o.name for o in invited if named[bare_name(o.name)] > 1]),
        )
        if names
    ]
    return found or (line(Topic.PEOPLE, Light.GREEN, "PEOPLE_WHOLE", count=len(invited)),)


def _unsigned_kinds(ceremony: Ceremony) -> Iterator[str]:
    """Documents that no group of this roster signs: a unit was renamed, say."""
    for kind in OF_ONE_PERSON:
        if kind in ceremony.kinds and not any(ceremony.signs(official, kind) for official in ceremony.officials):
            yield kind.value


def witnesses(facts: Facts) -> Lines:
    """Everybody whose pact or own document is witnessed has somebody who may witness it (domain.md 2.4)."""
    ceremony = facts.ceremony
    own = (document.pattern for document in ceremony.documents if document.pattern.audience is Audience.EACH)
    witnessed = any(place.role is Role.SAKSI for pattern in own for place in pattern.places)
    if DocumentKind.PI not in ceremony.kinds and not witnessed:
        return

    def lacks(official: Official) -> bool:
        try:
            facts.ceremony.witness_of(official)
        except RuleError:
            return True
        return False

    invited = [official for official in ceremony.officials if not official.added]
    signing = [official for official in invited if witnessed or ceremony.signs(official, DocumentKind.PI)]
    without = [official.name for official in signing if lacks(official)]
    if without:
        yield line(Topic.WITNESSES, Light.RED, "WITNESS_NONE", without)
    else:
        yield line(Topic.WITNESSES, Light.GREEN, "WITNESSES_THERE", count=len(facts.ceremony.witnesses))


def targets(facts: Facts) -> Lines:
    """A lampiran for each agreement, whose budget adds up: its total is computed, so no line of it is one."""
    ceremony = facts.ceremony
    if DocumentKind.PK not in ceremony.kinds:
        return
    lines = []
    for agreement in ceremony.agreements:
        attachment = ceremony.attachment_of(agreement)
        if attachment is None or not attachment.targets:
            lines.append(line(Topic.TARGETS, Light.RED, "TARGETS_NONE", (agreement.value,)))
            continue
        empty = [target.indicator for target in attachment.targets if not target.target.strip()]
        if empty:
            lines.append(line(Topic.TARGETS, Light.RED, "TARGET_EMPTY", empty))
        totals = [line for line in attachment.budget if _TOTAL.match(line.programme)]
        rest = sum(line.amount for line in attachment.budget if line not in totals)
        for total in totals:
            code = "TOTAL_TWICE" if total.amount == rest else "TOTAL_WRONG"
            lines.append(line(Topic.TARGETS, Light.RED, code, (total.programme,), total.amount))
        nothing = [line.programme for line in attachment.budget if line.amount <= 0]
        if nothing:
            lines.append(line(Topic.TARGETS, Light.YELLOW, "BUDGET_NOTHING", nothing))
    yield from lines or (line(Topic.TARGETS, Light.GREEN, "TARGETS_ADD_UP"),)


def year(facts: Facts) -> Lines:
    """One year everywhere: in the ceremony's words, its date and the titles of its forms."""
    ceremony = facts.ceremony
    told = {int(found) for text in (ceremony.title, ceremony.occasion) for found in _YEAR.findall(text)}
    lines = []
    if told - {ceremony.year}:
        wrong = (str(found) for found in sorted(told - {ceremony.year}))
        lines.append(line(Topic.YEAR, Light.RED, "YEAR_IN_WORDS", wrong, ceremony.year))
    if ceremony.date.year != ceremony.year:
        lines.append(line(Topic.YEAR, Light.YELLOW, "YEAR_OF_DATE", (str(ceremony.date.year),), ceremony.year))
    titled = [form.id for form in facts.forms if set(form.title_years) - {ceremony.year}]
    if titled:
        lines.append(line(Topic.YEAR, Light.RED, "YEAR_IN_FORM", titled, ceremony.year))
    older = [form.id for form in facts.forms if not form.problem and form.year != ceremony.year]
    if older:
        lines.append(line(Topic.YEAR, Light.YELLOW, "YEAR_OF_FORM", older, ceremony.year))
    last = re.compile(rf"\b{ceremony.year - 1}\b")
    attached = [ceremony.attachment_of(agreement) for agreement in ceremony.agreements]
    texts = [text for one in attached if one is not None for _field, _row, text in attachment_texts(one)]
    stale = [text for text in texts if last.search(text)] if DocumentKind.PK in ceremony.kinds else []
    if stale:
        lines.append(line(Topic.YEAR, Light.YELLOW, "YEAR_IN_TARGETS", stale, ceremony.year))
    yield from lines or (line(Topic.YEAR, Light.GREEN, "YEAR_SAME", count=ceremony.year),)


def letterhead(facts: Facts) -> Lines:
    """The kop says the office's present name (domain.md 4.3: what was "DKI Jakarta" is "Daerah Khusus Jakarta")."""
    profile = facts.profile
    kop = " ".join(profile.letterhead)
    said = (profile.name, profile.short_name, profile.place, kop, *profile.address)
    old = [text for text in (*said, facts.ceremony.venue, facts.ceremony.place) if _OLD_NAME.search(text)]
    own = [word for word in _words(profile.name) if word not in _words(kop)]
    if old:
        yield line(Topic.LETTERHEAD, Light.RED, "LETTERHEAD_OLD", dict.fromkeys(old))
    if own:
        yield line(Topic.LETTERHEAD, Light.RED, "LETTERHEAD_OTHER", (profile.name, kop))
    if not old and not own:
        yield line(Topic.LETTERHEAD, Light.GREEN, "LETTERHEAD_SAME")


def documents(facts: Facts) -> Lines:
    """Every ready document has its places on the page, and a file for everybody who signs one of his own."""
    documents = facts.ceremony.documents
    invited = [official for official in facts.ceremony.officials if not official.added]
    found = []
    if facts.unplaced:
        found.append(line(Topic.DOCUMENTS, Light.RED, "PLACES_WRONG", facts.unplaced))
    for document in documents:
        each = document.pattern.audience is Audience.EACH
        missing = [one.name for one in invited if document.file_of(one.id) is None] if each else []
        if missing:
            found.append(line(Topic.DOCUMENTS, Light.YELLOW, "FILE_NONE", (document.pattern.name,), len(missing)))
    if documents or found:
        yield from found or (line(Topic.DOCUMENTS, Light.GREEN, "DOCUMENTS_WHOLE", count=len(documents)),)


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in re.findall(r"\w+", text))


CHECKS: tuple[Callable[[Facts], Lines], ...] = (
    computer.printer,
    computer.pen,
    computer.screens,
    computer.disk,
    computer.power,
    computer.clock,
    computer.fonts,
    computer.seal,
    computer.escrow,
    forms,
    numbers,
    people,
    witnesses,
    targets,
    year,
    letterhead,
    documents,
)
"""Each looks at one thing; the order of the lines is that of the topics."""
