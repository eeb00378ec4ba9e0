"""Parts of workbooks that are awkward but readable, and the cells that must come out."""

from tests.workbooks.raw import (
    MAIN,
    OFFICE,
    SHEET,
    STRICT,
    STRICT_OFFICE,
    Parts,
    cells,
    everywhere,
    sheet,
    strings,
    with_text,
    workbook,
)

ONE = '<row r="1"><c r="A1"><v>5</v></c></row>'


FIVE = {"A1": ("number", "5")}


def one(**stored: str) -> Parts:
    return workbook(sheet(cells(**stored)))


def dated(serial: str, style: int = 1, **options: str) -> Parts:
    return workbook(sheet(f'<row r="1"><c r="A1" s="{style}"><v>{serial}</v></c></row>'), **options)


def number(stored: str) -> Parts:
    return one(A1=f"<v>{stored}</v>")


def prefixed() -> Parts:
    text = sheet(ONE)
    for element in ("worksheet", "sheetData", "row", "c", "v"):
        text = text.replace(f"<{element}", f"<x:{element}").replace(f"</{element}", f"</x:{element}")
    return workbook(text.replace("xmlns=", "xmlns:x="))


def in_utf16(parts: Parts) -> Parts:
    for name in (SHEET, "xl/workbook.xml"):
        parts = with_text(parts, name, lambda text: text.replace("UTF-8", "UTF-16").encode("utf-16"))
    return parts


SERIAL = "45322.5"  # 31 January 2024, noon


ISO = "2024-01-31T12:00:00"


READABLE = {
    # numbers
    "whole": (number("1000"), {"A1": ("number", "1000")}, []),
    "decimal": (number("1999.99"), {"A1": ("number", "1999.99")}, []),
    "noise of a binary number": (number("0.10000000000000001"), {"A1": ("number", "0.1")}, []),
    "seventeen real digits": (number("0.30000000000000004"), {"A1": ("number", "0.30000000000000004")}, []),
    "exponent": (number("1.5E-3"), {"A1": ("number", "0.0015")}, []),
    "large exponent": (
        number("1.2345678901234568E+16"),
        {"A1": ("number", "12345678901234568")},
        ["digits-lost"],
    ),
    "minus zero": (number("-0"), {"A1": ("number", "0")}, []),
    "spaces around": (number(" 7 "), {"A1": ("number", "7")}, []),
    "past the exact integers": (
        number("9007199254740993"),
        {"A1": ("number", "9007199254740993")},
        ["digits-lost"],
    ),
    "overflow": (number("1e309"), {"A1": ("text", "1e309")}, ["not-a-number"]),
    "not a number": (number("NaN"), {"A1": ("text", "NaN")}, ["not-a-number"]),
    "infinite": (number("INF"), {"A1": ("text", "INF")}, ["not-a-number"]),
    "decimal comma": (number("1,5"), {"A1": ("text", "1,5")}, ["not-a-number"]),
    "digit groups of Python": (number("1_000"), {"A1": ("text", "1_000")}, ["not-a-number"]),
    "digits of another script": (number("١٢"), {"A1": ("text", "١٢")}, ["not-a-number"]),
    "empty number": (one(A1="<v></v>", B1="<v>1</v>"), {"B1": ("number", "1")}, []),
    # dates, times and durations
    "date": (dated("45322"), {"A1": ("date", "2024-01-31")}, []),
    "date where the list of parts leaves out the formats": (
        with_text(
            dated("45322"), "xl/_rels/workbook.xml.rels", lambda text: text.replace("/styles", "/lost")
        ),
        {"A1": ("date", "2024-01-31")},
        [],
    ),
    "date and time": (dated(SERIAL, 5), {"A1": ("datetime", ISO)}, []),
    "midnight under a time format": (dated("45322", 5), {"A1": ("date", "2024-01-31")}, []),
    "noise of a time": (dated("45322.4166666667", 5), {"A1": ("datetime", "2024-01-31T10:00:00")}, []),
    "milliseconds": (dated("45322.00000578704", 5), {"A1": ("datetime", "2024-01-31T00:00:00.500")}, []),
    "first date": (dated("1"), {"A1": ("date", "1900-01-01")}, []),
    "before the day that never was": (dated("59"), {"A1": ("date", "1900-02-28")}, []),
    "the day that never was": (dated("60"), {"A1": ("number", "60")}, ["not-a-date"]),
    "after the day that never was": (dated("61"), {"A1": ("date", "1900-03-01")}, []),
    "serial 0": (dated("0"), {"A1": ("number", "0")}, ["not-a-date"]),
    "negative date": (dated("-1"), {"A1": ("number", "-1")}, ["not-a-date"]),
    "last date": (dated("2958465"), {"A1": ("date", "9999-12-31")}, []),
    "beyond the last date": (dated("2958466"), {"A1": ("number", "2958466")}, ["not-a-date"]),
    "far beyond": (dated("1E+300"), {"A1": ("number", "1" + "0" * 300)}, ["not-a-date"]),
    "1904": (
        dated("43860", properties='<workbookPr date1904="1"/>'),
        {"A1": ("date", "2024-01-31")},
        [],
    ),
    "1904, day 0": (
        dated("0", properties='<workbookPr date1904="true"/>'),
        {"A1": ("date", "1904-01-01")},
        [],
    ),
    "duration": (dated("1.1041666666666667", 3), {"A1": ("duration", "26:30:00")}, []),
    "negative duration": (dated("-0.25", 3), {"A1": ("duration", "-6:00:00")}, []),
    "time of day": (dated("0.75", 4), {"A1": ("duration", "18:00:00")}, []),
    "ISO date cell": (
        one(A1='t="d"><v>2024-01-31T10:00:00</v>'),
        {"A1": ("datetime", "2024-01-31T10:00:00")},
        [],
    ),
    "ISO date cell that is none": (one(A1='t="d"><v>soon</v>'), {"A1": ("text", "soon")}, ["not-a-date"]),
    "format not in the file": (dated("45322", 99), {"A1": ("number", "45322")}, ["unknown-format"]),
    "percent": (dated("0.25", 2), {"A1": ("number", "0.25")}, []),
    # texts
    "inline text": (one(A1='t="inlineStr"><is><t>00466</t></is>'), {"A1": ("text", "00466")}, []),
    "inline rich text": (
        one(A1='t="inlineStr"><is><r><t>Cost </t></r><r><t>saving</t></r><rPh><t>x</t></rPh></is>'),
        {"A1": ("text", "Cost saving")},
        [],
    ),
    "shared rich text": (
        workbook(
            sheet(cells(A1='t="s"><v>1</v>')),
            shared=strings("no", "<r><t>東</t></r><r><t>京</t></r><rPh><t>とうきょう</t></rPh>"),
        ),
        {"A1": ("text", "東京")},
        [],
    ),
    "escapes": (
        one(A1='t="str"><v>a_x000D_b_x005F_x000D_c</v>'),
        {"A1": ("text", "a\rb_x000D_c")},
        [],
    ),
    "references": (
        one(A1='t="str"><v>a &amp;&lt; &#65;&#x42;&quot;</v>', B1="<v>&#49;</v>"),
        {"A1": ("text", 'a &< AB"'), "B1": ("number", "1")},
        [],
    ),
    "half a character": (one(A1='t="str"><v>_xD800_</v>'), {"A1": ("text", "\ufffd")}, []),
    "a character in two escapes": (
        one(A1='t="str"><v>_xD83D__xDE00_</v>'),
        {"A1": ("text", "\U0001f600")},
        [],
    ),
    "nul": (one(A1='t="str"><v>a_x0000_b</v>'), {"A1": ("text", "a\ufffdb")}, []),
    "words that libraries drop": (
        one(A1='t="str"><v>NA</v>', A2='t="str"><v>None</v>', A3='t="inlineStr"><is><t>#N/A</t></is>'),
        {"A1": ("text", "NA"), "A2": ("text", "None"), "A3": ("text", "#N/A")},
        [],
    ),
    "long text": (one(A1=f't="str"><v>{"x" * 32_768}</v>'), {"A1": ("text", "x" * 32_768)}, ["long-text"]),
    "lying count of texts": (
        workbook(
            sheet(cells(A1='t="s"><v>0</v>')),
            shared=strings("ok").replace("<sst", '<sst uniqueCount="4294967295"'),
        ),
        {"A1": ("text", "ok")},
        [],
    ),
    # booleans, errors, formulas
    "booleans": (
        one(A1='t="b"><v>1</v>', B1='t="b"><v>false</v>'),
        {"A1": ("boolean", "TRUE"), "B1": ("boolean", "FALSE")},
        [],
    ),
    "error": (one(A1='t="e"><v>#DIV/0!</v>'), {"A1": ("error", "#DIV/0!")}, ["error-cells"]),
    "error as a formula's text": (
        one(A1='t="str"><f>X()</f><v>#CALC!</v>'),
        {"A1": ("error", "#CALC!")},
        ["error-cells"],
    ),
    "formula with result": (one(A1="<f>1+1</f><v>2</v>"), {"A1": ("number", "2")}, []),
    "formula without result": (one(A1="<f>1+1</f>"), {"A1": ("uncalculated", "")}, ["never-calculated"]),
    "formula with an empty result, as openpyxl writes it": (
        one(A1="<f>1+1</f><v></v>"),
        {"A1": ("uncalculated", "")},
        ["never-calculated"],
    ),
    "formula whose result is the empty text": (one(A1='t="str"><f>""</f><v></v>'), {"A1": ("text", "")}, []),
    "shared formula": (
        one(A1='<f t="shared" si="0" ref="A1:XFD1048576">ROW()</f><v>1</v>', B1='<f t="shared" si="0"/>'),
        {"A1": ("number", "1"), "B1": ("uncalculated", "")},
        ["never-calculated"],
    ),
    "zeros in place of results": (
        workbook(
            sheet(cells(A1="<v>0</v>", B1="<f>A2</f><v>0</v>")), calculation='<calcPr fullCalcOnLoad="1"/>'
        ),
        {"A1": ("number", "0"), "B1": ("uncalculated", "")},
        ["placeholder-results"],
    ),
    "results, one of them 0": (
        workbook(
            sheet(cells(A1="<f>A2</f><v>3</v>", B1="<f>A2</f><v>0</v>")),
            calculation='<calcPr fullCalcOnLoad="1"/>',
        ),
        {"A1": ("number", "3"), "B1": ("number", "0")},
        [],
    ),
    # layout
    "no addresses": (
        workbook(sheet('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row>')),
        {"A1": ("number", "1"), "C1": ("number", "3"), "A5": ("number", "4")},
        [],
    ),
    "small letters": (
        workbook(sheet('<row r="1"><c r="b1"><v>5</v></c></row>')),
        {"B1": ("number", "5")},
        [],
    ),
    "rows out of order": (
        workbook(
            sheet(
                '<row r="3"><c r="A3"><v>3</v></c></row>'
                '<row r="1"><c r="B1"><v>2</v></c></row>'
                '<row r="1"><c r="A1"><v>1</v></c></row>'
            )
        ),
        {"A1": ("number", "1"), "B1": ("number", "2"), "A3": ("number", "3")},
        [],
    ),
    "cells out of order": (
        workbook(sheet('<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>')),
        {"A1": ("number", "1"), "C1": ("number", "3")},
        [],
    ),
    "wrong dimension": (workbook(sheet(ONE, before='<dimension ref="C7:XFD1048576"/>')), FIVE, []),
    "cell in the last row": (
        workbook(sheet(ONE + '<row r="1048576"><c r="B1048576"><v>1</v></c></row>')),
        FIVE | {"B1048576": ("number", "1")},
        [],
    ),
    "blank cells far out": (
        workbook(sheet('<row r="1"><c r="A1"><v>5</v></c><c r="XFD1" s="1"/></row>')),
        FIVE,
        [],
    ),
    "prefixed": (prefixed(), FIVE, []),
    "strict": (
        everywhere(everywhere(workbook(sheet(ONE)), MAIN, STRICT), OFFICE, STRICT_OFFICE),
        FIVE,
        [],
    ),
    "UTF-16": (in_utf16(workbook(sheet(ONE))), FIVE, []),
    "elements of others": (
        workbook(sheet('<row r="1"><c r="A1"><v>5</v><o:v xmlns:o="urn:other">9</o:v></c></row>')),
        FIVE,
        [],
    ),
    "backslashes in part names": (
        {name.replace("/", "\\"): text for name, text in workbook(sheet(ONE)).items()},
        FIVE,
        [],
    ),
    "absolute target": (
        everywhere(workbook(sheet(ONE)), 'Target="worksheets', 'Target="/xl/worksheets'),
        FIVE,
        [],
    ),
    "macros": (workbook(sheet(ONE)) | {"xl/vbaProject.bin": b"\0" * 99}, FIVE, ["macros-dropped"]),
}
