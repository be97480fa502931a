"""Takes out the standard font that ReportLab selects on every page and nothing is written with."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Name

# What ReportLab writes before a page's own content: it selects Helvetica, in case text follows.
_INITIAL_SELECTION = re.compile(rb"(?:\A|(?<=\s))BT\s+(/\S+)\s+[\d.]+\s+Tf\s+[\d.]+\s+TL\s+ET\s")


def drop_unused_fonts(document: pikepdf.Pdf) -> None:
    """Remove fonts that are not embedded and only ever selected.

    PDF/A wants every font embedded that is used for rendering (ISO 19005-3, 6.2.11.4.1). A font without its
    program that something is written with stays where it is, and a check of conformance finds it.
    """
    dictionaries: list[pikepdf.Object] = []
    used: set[tuple[int, int]] = set()
    for holder in _content_holders(document):
        resources = holder.get(Name.Resources)
        fonts = resources.get(Name.Font) if resources is not None else None
        loose = {name: font for name, font in fonts.items() if _lacks_program(font)} if fonts else {}
        if fonts is None or not loose:
            continue
        dictionaries.append(fonts)
        written_with = _fonts_written_with(holder)
        used |= {font.objgen for name, font in loose.items() if name in written_with}
        _drop_selection(document, holder, set(loose) - written_with)
    for fonts in dictionaries:
        for name in [name for name, font in fonts.items() if _lacks_program(font)]:
            if fonts[name].objgen not in used:
                del fonts[name]


def _content_holders(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    holders: list[pikepdf.Object] = [page.obj for page in document.pages]
    holders.extend(
        item for item in document.objects if isinstance(item, pikepdf.Stream) and item.get(Name.Subtype) == Name.Form
    )
    return holders


def _lacks_program(font: pikepdf.Object) -> bool:
    return font.get(Name.Subtype) == Name.Type1 and Name.FontDescriptor not in font


def _fonts_written_with(holder: pikepdf.Object) -> set[str]:
    """Names of the fonts that text is shown in, as the graphics state has them (ISO 32000-1, 8.4.2 and 9.3)."""
    content = pikepdf.parse_content_stream(holder, operators="q Q Tf Tj TJ ' \"")
    current, saved = "", []
    used = set()
    for instruction in content:
        operator = str(instruction.operator)
        if operator == "q":
            saved.append(current)
        elif operator == "Q":
            current = saved.pop() if saved else ""
        elif operator == "Tf":
            current = str(instruction.operands[0])
        else:
            used.add(current)
    return used


def _drop_selection(document: pikepdf.Pdf, holder: pikepdf.Object, unused: set[str]) -> None:
    is_form = isinstance(holder, pikepdf.Stream)
    source = holder if is_form else holder.get(Name.Contents)
    if isinstance(source, pikepdf.Array):
        content = b"\n".join(part.read_bytes() for part in source)
    elif isinstance(source, pikepdf.Stream):
        content = source.read_bytes()
    else:
        return

    def cut(found: re.Match[bytes]) -> bytes:
        return b"" if found[1].decode("ascii") in unused else found[0]

    cleaned = _INITIAL_SELECTION.sub(cut, content)
    if cleaned == content:
        return
    if is_form:
        holder.write(cleaned)
    else:
        holder.Contents = document.make_stream(cleaned)
