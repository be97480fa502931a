"""Makes the shipped fonts in resources/fonts from free sources; run by a developer, never by the program.

The results are committed, so nobody needs this to build or start KPU Desk. Sources are Debian packages:

    apt-get install fonts-liberation2 fonts-texgyre fonts-inter
    pip install fonttools
    python packaging/make_fonts.py

``--liberation``, ``--bonum`` and ``--inter`` name other folders. Liberation must be 2.x (SIL Open Font
License); Debian 12's package ``fonts-liberation`` is 1.07, under another licence, and is refused.

What is changed, and why: only Latin and the signs of office writing are kept (size); hinting, kerning and
layout tables go from the paper faces (half of every sealed PDF would be hinting, and ReportLab uses neither);
the Bookman-like outlines become quadratic (ReportLab embeds glyf only); the tabular figures become the plain
ones of the interface face, so that numbers stand under each other everywhere; the names change, as the
licences ask of derived works. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"

KEPT = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),  # Latin-1, Extended-A and -B
    (0x02B9, 0x02DD),  # modifier letters, the hamza and ain of transliterated names among them
    (0x0300, 0x0338),  # combining marks, as far as the source has them
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x215F),
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x2265),
    (0x25A0, 0x25FF),
    (0x2713, 0x2718),
    (0xFB01, 0xFB02),
)
# Characters that a spreadsheet or a word processor leaves in names, drawn as their plain neighbours.
SAME_GLYPH = {0x00A0: 0x0020, 0x00AD: 0x002D, 0x2010: 0x002D, 0x2011: 0x002D, 0x202F: 0x0020}

LIBERATION_NOTICE = (
    "Digitized data copyright (c) 2010 Google Corporation. Copyright (c) 2012 Red Hat, Inc. "
    "Derived from Liberation Sans by KPU Desk: subset, hinting and kerning removed, renamed."
)
BONUM_NOTICE = (
    "Copyright 2006, 2009 for TeX Gyre extensions by B. Jackowski and J.M. Nowacki "
    "(on behalf of TeX users groups). "
    "Derived from TeX Gyre Bonum by KPU Desk: subset, quadratic outlines, kerning removed, renamed."
)
INTER_NOTICE = (
    "Copyright 2016-2022 The Inter Project Authors (https://github.com/rsms/inter). "
    "Derived from Inter by KPU Desk: subset, tabular figures by default, renamed."
)
OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1; see OFL.txt."
GUST = "This work is released under the GUST Font License; see GUST-FONT-LICENSE.txt."

# source file, result, family, style
PAPER = (
    ("LiberationSans-Regular.ttf", "KpuSans-Regular.ttf", "KPU Desk Sans", "Regular"),
    ("LiberationSans-Bold.ttf", "KpuSans-Bold.ttf", "KPU Desk Sans", "Bold"),
    ("LiberationSans-Italic.ttf", "KpuSans-Italic.ttf", "KPU Desk Sans", "Italic"),
    ("LiberationSans-BoldItalic.ttf", "KpuSans-BoldItalic.ttf", "KPU Desk Sans", "Bold Italic"),
    ("texgyrebonum-regular.otf", "KpuSerif-Regular.ttf", "KPU Desk Serif", "Regular"),
    ("texgyrebonum-bold.otf", "KpuSerif-Bold.ttf", "KPU Desk Serif", "Bold"),
    ("texgyrebonum-italic.otf", "KpuSerif-Italic.ttf", "KPU Desk Serif", "Italic"),
    ("texgyrebonum-bolditalic.otf", "KpuSerif-BoldItalic.ttf", "KPU Desk Serif", "Bold Italic"),
)
INTERFACE = (
    ("Inter-Regular.otf", "KpuDesk-Regular.otf", "Regular"),
    ("Inter-Medium.otf", "KpuDesk-Medium.otf", "Medium"),
    ("Inter-SemiBold.otf", "KpuDesk-SemiBold.otf", "SemiBold"),
    ("Inter-Bold.otf", "KpuDesk-Bold.otf", "Bold"),
)
INTERFACE_FAMILY = "KPU Desk Interface"


def paper_face(source: Path, result: Path, *, family: str, style: str, notice: str, licence: str) -> None:
    """A small glyf face for ReportLab: no hinting, no kerning, no layout tables, embedding allowed."""
    font = TTFont(source, recalcTimestamp=False)
    _keep(font, KEPT, features=())
    if "CFF " in font:
        _to_quadratic(font)
    for table in ("kern", "GPOS", "GSUB", "GDEF", "gasp", "DSIG", "hdmx", "LTSH", "VDMX"):
        if table in font:
            del font[table]
    _one_plain_cmap(font)
    font["OS/2"].fsType = 0
    font["post"].formatType = 3.0
    _rename(font, family, style, notice, licence)
    font.save(result)


def interface_face(source: Path, result: Path, style: str) -> None:
    """A Latin face for the windows whose plain figures are the tabular ones."""
    font = TTFont(source, recalcTimestamp=False)
    tabular = _single_substitutions(font, "tnum")
    for table in font["cmap"].tables:
        for digit in range(0x30, 0x3A):
            # Several tables may share one mapping: the second time there is nothing left to do.
            table.cmap[digit] = tabular.get(table.cmap[digit], table.cmap[digit])
    # Contextual features are left out: a hyphen and a ">" typed in a name stay what was typed.
    _keep(font, KEPT, features=("kern", "mark", "mkmk", "ccmp"))
    _even_figures(font)
    font["OS/2"].fsType = 0
    _rename(font, INTERFACE_FAMILY, style, INTER_NOTICE, OFL)
    font.save(result)


def _keep(font: TTFont, ranges: tuple[tuple[int, int], ...], features: tuple[str, ...]) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, like in SAME_GLYPH.items():
                table.cmap.setdefault(code, table.cmap[like])
    options = subset.Options(
        hinting=False,
        layout_features=list(features),
        notdef_outline=True,
        glyph_names=False,
        name_IDs=["*"],
        legacy_cmap=False,
        drop_tables=[*subset.Options._drop_tables_default, "FFTM"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)


def _single_substitutions(font: TTFont, feature: str) -> dict[str, str]:
    gsub = font["GSUB"].table
    found: dict[str, str] = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != feature:
            continue
        for index in record.Feature.LookupListIndex:
            for subtable in gsub.LookupList.Lookup[index].SubTable:
                found.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return found


def _even_figures(font: TTFont) -> None:
    # Inter's heavier weights are interpolated: their tabular 4 is up to five units narrower than the rest.
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
    figures = [cmap[digit] for digit in range(0x30, 0x3A)]
    width = max(metrics[name][0] for name in figures)
    glyph_set = font.getGlyphSet()
    charstrings = font["CFF "].cff.topDictIndex[0].CharStrings
    for name in figures:
        if metrics[name][0] == width:
            continue
        old = charstrings[name]
        pen = T2CharStringPen(width - old.private.nominalWidthX, glyph_set)
        glyph_set[name].draw(pen)
        charstrings[name] = pen.getCharString(private=old.private, globalSubrs=old.globalSubrs)
        metrics[name] = (width, metrics[name][1])


def _to_quadratic(font: TTFont) -> None:
    order = font.getGlyphOrder()
    glyph_set = font.getGlyphSet()
    # Half a thousandth of the em: under 0.01 mm at 12 points.
    allowed = font["head"].unitsPerEm / 2000
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, max_err=allowed, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    glyf.compile(font)
    metrics = font["hmtx"].metrics
    for name in order:
        glyph = glyphs[name]
        metrics[name] = (metrics[name][0], getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
    ):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


def _one_plain_cmap(font: TTFont) -> None:
    # PDF producers read the Windows table of the basic plane; a second one only confuses validators.
    cmap = font["cmap"]
    cmap.tables = [t for t in cmap.tables if (t.platformID, t.platEncID, t.format) == (3, 1, 4)]
    if len(cmap.tables) != 1:
        raise SystemExit(f"{font.reader.file.name}: expected one Windows Unicode table")


def _rename(font: TTFont, family: str, style: str, notice: str, licence: str) -> None:
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    basic = style in ("Regular", "Bold", "Italic", "Bold Italic")
    names = {
        0: notice,
        1: family if basic else f"{family} {style}",
        2: style if basic else "Regular",
        3: f"{postscript};1",
        4: f"{family} {style}",
        5: "Version 1.000",
        6: postscript,
        13: licence,
    }
    if not basic:
        names |= {16: family, 17: style}
    table = font["name"]
    table.names = []
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        inner = font["CFF "].cff
        inner.fontNames = [postscript]
        top = inner.topDictIndex[0]
        top.FamilyName, top.FullName, top.Notice = family, f"{family} {style}", notice
        if hasattr(top, "Copyright"):
            top.Copyright = notice


def main() -> None:
    """Makes all faces; prints the size of each."""
    parser = argparse.ArgumentParser(description="Make the shipped fonts (development only).")
    parser.add_argument("--liberation", type=Path, default=Path("/usr/share/fonts/truetype/liberation2"))
    parser.add_argument("--bonum", type=Path, default=Path("/usr/share/texmf/fonts/opentype/public/tex-gyre"))
    parser.add_argument("--inter", type=Path, default=Path("/usr/share/fonts/opentype/inter"))
    chosen = parser.parse_args()
    probe = TTFont(chosen.liberation / PAPER[0][0])
    if "Open Font License" not in str(probe["name"].getDebugName(13)):
        raise SystemExit("this Liberation is not under the SIL Open Font License; use fonts-liberation2")
    for name, result, family, style in PAPER:
        liberation = name.startswith("Liberation")
        paper_face(
            (chosen.liberation if liberation else chosen.bonum) / name,
            FONTS / result,
            family=family,
            style=style,
            notice=LIBERATION_NOTICE if liberation else BONUM_NOTICE,
            licence=OFL if liberation else GUST,
        )
    for name, result, style in INTERFACE:
        interface_face(chosen.inter / name, FONTS / result, style)
    for made in sorted(FONTS.glob("*.?tf")):
        print(f"{made.name:28} {made.stat().st_size:8}")


if __name__ == "__main__":
    main()
