"""Which number formats show dates, times and durations."""

import pytest

from data.ingest.reading.number_formats import Shown, shown

CODES = {
    "yyyy-mm-dd": Shown.DATE,
    "mmm-yy": Shown.DATE,
    "[$-409]mmmm d, yyyy;@": Shown.DATE,
    "[$-F800]dddd, mmmm dd, yyyy": Shown.DATE,
    '[$-ja-JP]ggge"年"m"月"d"日"': Shown.DATE,
    "d/m/yy h:mm AM/PM": Shown.DATE,
    "mm": Shown.DATE,
    "h:mm": Shown.TIME,
    "mm:ss.0": Shown.TIME,
    "[h]:mm:ss": Shown.DURATION,
    "[mm]": Shown.DURATION,
    "[$-409][hh]:mm": Shown.DURATION,
    "General": Shown.NUMBER,
    "#,##0.00": Shown.NUMBER,
    "0.00E+00": Shown.NUMBER,
    '0.0 "days"': Shown.NUMBER,
    '#,##0 "per month"': Shown.NUMBER,
    '"m"0': Shown.NUMBER,
    "\\d0": Shown.NUMBER,
    "0\\ \\d\\a\\y\\s": Shown.NUMBER,
    "0 days": Shown.NUMBER,
    "[Red]0": Shown.NUMBER,
    "[$USD] #,##0.00": Shown.NUMBER,
    "[$kr-41D] #,##0": Shown.NUMBER,
    '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-': Shown.NUMBER,
    "#,##0;yyyy": Shown.NUMBER,
    "@": Shown.NUMBER,
    '"year"': Shown.NUMBER,
    '"open': Shown.NUMBER,
    "": Shown.NUMBER,
}


@pytest.mark.parametrize("code", CODES)
def test_a_format_code_shows(code: str) -> None:
    assert shown(code) is CODES[code]
