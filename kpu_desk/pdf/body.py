"""The body of a form: paragraphs, blocks about persons, points and lists, set as strips."""

from __future__ import annotations

from dataclasses import replace

from kpu_desk.domain.documents import Party, Role, SheetContent
from kpu_desk.domain.form_fields import LABELS, field_values, label_values, names_of
from kpu_desk.domain.form_parts import Blanks, Header, NameList, Paragraph, Person, Points, Table
from kpu_desk.domain.forms import Form, fill
from kpu_desk.domain.officials import Group, recognise_group
from kpu_desk.pdf.flow import LEFT, WIDTH, Strip, beside, block, paragraph
from kpu_desk.pdf.page import MM, SOFT, Item, Rule, Run
from kpu_desk.pdf.tags import Tag
from kpu_desk.pdf.typesetting import Type

_INDENT = 8 * MM


def parties_in_order(content: SheetContent, role: Role) -> list[Party]:
    """The parties of a role; signers of the minutes and people present by protocol, the others as they are given.

    Position follows the role and the office, never the order of entry (domain.md 1.3, 4.5). Below the Sekretaris
    the order given stands, because units sit together.
    """
    parties = [party for party in content.parties if party.role is role]
    if role in (Role.PENANDA_TANGAN, Role.HADIR):
        parties.sort(key=lambda party: min(recognise_group(party.office), Group.KEPALA_BAGIAN))
    return parties


def body_strips(content: SheetContent, form: Form, kind: Type, *, tight: bool = False) -> list[list[Strip]]:
    """The strips of each block of the form; tables give none, their pages are made elsewhere.

    ``tight`` leaves no white between points.
    """
    values = field_values(content)
    blocks = []
    for index, part in enumerate(form.body):
        introduces = index + 1 < len(form.body) and not isinstance(form.body[index + 1], Paragraph)
        if isinstance(part, Paragraph):
            runs = kind.spans(fill(part.text, values))
            blocks.append(paragraph(runs, kind.leading, before=0.5 * kind.leading, glued=introduces))
        elif isinstance(part, Person):
            blocks.append(_persons(content, part, kind))
        elif isinstance(part, Header):
            blocks.append(_labels(part.labels, label_values(content, None), kind, LEFT, before=0))
        elif isinstance(part, Points):
            texts = [kind.spans(fill(item, values)) for item in part.items]
            blocks.append(points(texts, part.marks, kind, tight=tight, apart=True))
        elif isinstance(part, NameList):
            blocks.append(_names(content, part, values, kind))
        elif isinstance(part, Blanks):
            blocks.append(_blanks(content.answers, part, kind))
        elif isinstance(part, Table):
            blocks.append([])
    return blocks


def points(
    texts: list[tuple[Run, ...]], marks: str, kind: Type, *, tight: bool = True, apart: bool = False
) -> list[Strip]:
    """Numbered or lettered points with a hanging indent; ``apart`` from what stands above them even when tight.

    A first or last point of one line is glued to its neighbour: no line of a list stands alone on a page.
    """
    labels = [f"{number}." if marks == "1." else f"{_letter(number)}." for number in range(1, len(texts) + 1)]
    half = 0.5 * kind.leading
    indent = max(_INDENT, max(kind.run(label).width for label in labels) + 6)
    of_points: list[list[Strip]] = []
    whole = Tag("L", attributes=f"/O /List /ListNumbering /{'Decimal' if marks == '1.' else 'LowerAlpha'}")
    for number, (label, runs) in enumerate(zip(labels, texts, strict=True)):
        before = 0.0 if tight and (number or not apart) else half
        point = Tag("LI", whole)
        mark, text = Tag("Lbl", point), Tag("LBody", point)
        lines = paragraph(runs, kind.leading, x=LEFT + indent, width=WIDTH - indent, before=before, tag=text)
        of_points.append(beside(lines, (kind.run(label),), LEFT, mark))
    if len(of_points) > 1:
        for lone, above in ((0, 0), (-1, -2)):
            if len(of_points[lone]) == 1:
                of_points[above][-1] = replace(of_points[above][-1], glued=True)
    return [strip for strips in of_points for strip in strips]


def _letter(number: int) -> str:
    """a … z, then aa, ab …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _persons(content: SheetContent, part: Person, kind: Type) -> list[Strip]:
    parties = parties_in_order(content, part.role)
    strips: list[Strip] = []
    for number, party in enumerate(parties, 1):
        x = LEFT + (_INDENT if len(parties) > 1 else 0)
        lines = _labels(
            part.labels,
            label_values(content, party),
            kind,
            x,
            before=0.5 * kind.leading,
        )
        if len(parties) > 1:
            lines = beside(lines, (kind.run(f"{number}."),), LEFT)
        strips += lines
    return strips


def _labels(labels: tuple[str, ...], values: dict[str, str], kind: Type, x: float, before: float) -> list[Strip]:
    """Labels, colons under each other, values with a hanging indent; a label without a value is left out."""
    widest = max(kind.run(LABELS[label]).width for label in labels)
    colon = x + max(28 * MM, widest + 3 * MM)
    value_x = colon + 4 * MM
    strips: list[Strip] = []
    for label in labels:
        value = values.get(label, "")
        if not value:
            continue
        lines = paragraph(
            (kind.name(value, bold=True) if label == "nama" else kind.run(value),),
            kind.leading,
            x=value_x,
            width=LEFT + WIDTH - value_x,
            align="left",
        )
        lines = beside(lines, (kind.run(":"),), colon)
        strips += beside(lines, (kind.run(LABELS[label]),), x)
    strips = block(strips, glued=True)
    return [replace(strips[0], before=before), *strips[1:]]


def _names(content: SheetContent, part: NameList, values: dict[str, str], kind: Type) -> list[Strip]:
    names = names_of(content, part.names)
    before = 0.5 * kind.leading
    if not names:
        if not part.empty:
            return []
        return paragraph(kind.spans(fill(part.empty, values)), kind.leading, before=before)
    intro = paragraph(kind.spans(fill(part.intro, values)), kind.leading, before=before, glued=True)
    return intro + points([(kind.name(name),) for name in names], "1.", kind)


def _blanks(answers: tuple[str, ...], part: Blanks, kind: Type) -> list[Strip]:
    """Labels in bold, under each its answer, or ruled lines for a pen where there is none."""
    strips: list[Strip] = []
    for number, label in enumerate(part.labels):
        strips += paragraph((kind.run(label, bold=True),), kind.leading, before=0.5 * kind.leading, glued=True)
        answer = answers[number] if number < len(answers) else ""
        if answer.strip():
            strips += paragraph((kind.run(answer),), kind.leading)
            continue
        height = 1.5 * kind.leading
        rule: Item = Rule(LEFT, -height, LEFT + WIDTH, -height, 0.5, SOFT, dash=1.2)
        strips += [Strip(height, (rule,), glued=line < part.lines - 1) for line in range(part.lines)]
    return strips
