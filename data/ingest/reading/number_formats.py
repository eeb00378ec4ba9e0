"""Number formats: whether a stored number is a number, a date, a time or a duration."""

import re
from dataclasses import dataclass
from enum import Enum

from data.ingest.findings.base import Refused
from data.ingest.findings.container import TooMuch
from data.ingest.reading.gate import Package
from data.ingest.reading.limits import Limits
from data.ingest.reading.xml_parts import SHEETS, Element, elements, vocabulary

_SKIPPED = re.compile(
    r"""
    "[^"]*"?                 # quoted text
    | \\. | _. | \*.         # an escaped character, a space of its width, a filler
    | general | AM/PM | A/P  # words with letters of dates in them
    | e[+-]                  # an exponent
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_BRACKETS = re.compile(r"\[[^\]]*\]?")
_FRACTION = re.compile(r"s[.,]0+", re.IGNORECASE)  # of seconds
_LOCAL_DATE = "yyyy-mm-dd"
_SIGN = "\N{CURRENCY SIGN}"
"""Stands for the currency of the computer that shows the cell: which one was meant is not in the file."""

_BUILTIN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: f"{_SIGN}#,##0_);({_SIGN}#,##0)",
    6: f"{_SIGN}#,##0_);[Red]({_SIGN}#,##0)",
    7: f"{_SIGN}#,##0.00_);({_SIGN}#,##0.00)",
    8: f"{_SIGN}#,##0.00_);[Red]({_SIGN}#,##0.00)",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: "_(* #,##0_);_(* (#,##0);_(* -_);_(@_)",
    42: f"_({_SIGN}* #,##0_);_({_SIGN}* (#,##0);_({_SIGN}* -_);_(@_)",
    43: "_(* #,##0.00_);_(* (#,##0.00);_(* -??_);_(@_)",
    44: f"_({_SIGN}* #,##0.00_);_({_SIGN}* (#,##0.00);_({_SIGN}* -??_);_(@_)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The formats that a file names by number only; 27 to 36 and 50 to 58 are East Asian dates and times."""

_BUILTIN |= dict.fromkeys((*range(27, 32), 34, 35, 36, *range(50, 59)), _LOCAL_DATE)
_BUILTIN |= {32: "h:mm", 33: "h:mm:ss"}


class Shown(Enum):
    """What a number under a format stands for."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A cell format as far as values are concerned, compared by identity; `code` is '' for General."""

    code: str
    shown: Shown


GENERAL = Style("", Shown.NUMBER)
MISSING = Style("", Shown.UNKNOWN)
"""For cells that refer to a format that is not in the file."""


def shown(code: str) -> Shown:
    """What the first section of a format code (the one for positive numbers) shows."""
    bare = _SKIPPED.sub("", code)
    if _ELAPSED.search(bare.split(";")[0]):
        return Shown.DURATION
    bare = _FRACTION.sub("s", _BRACKETS.sub("", bare).split(";")[0]).lower()
    if any(mark in bare for mark in "0#?@"):
        return Shown.NUMBER
    letters = set(bare) & set("ymdhs")
    if letters & set("yd") or letters == {"m"}:
        return Shown.DATE
    return Shown.TIME if letters else Shown.NUMBER


def read_styles(package: Package, part: str | None, limits: Limits) -> dict[str, Style]:
    """The cell formats by the text of their index, as cells refer to them. Raises Refused."""
    if part is None:
        return {"0": GENERAL}
    found = elements(package, part, vocabulary(SHEETS, ("numFmt", "cellXfs", "cellStyleXfs", "dxfs", "xf")))
    codes = {each.get("numFmtId"): each.get("formatCode") for each in found if each.name == "numFmt"}
    used = _cell_formats(found)
    if len(used) > limits.styles:
        raise Refused(TooMuch("cell formats", limits.styles, len(used)))
    styles = {number: _style(number, codes) for number in set(used)}
    return {str(index): styles[number] for index, number in enumerate(used)} or {"0": GENERAL}


def _cell_formats(found: list[Element]) -> list[str]:
    """The numbers of the number formats of the cell formats, in order."""
    inside, numbers = "", []
    for each in found:
        if each.name != "xf":
            inside = each.name
        elif inside == "cellXfs":
            numbers.append(each.get("numFmtId", "0"))
    return numbers


def _style(number: str, codes: dict[str, str]) -> Style:
    code = codes.get(number) or (_BUILTIN.get(int(number), "") if number.isdecimal() else "")
    if code.lower() in ("", "general"):
        return GENERAL
    return Style(code, shown(code))
