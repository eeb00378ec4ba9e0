"""Number formats: whether a stored number is a number, a date, a time or a duration."""

import re
from dataclasses import dataclass
from enum import Enum

from openpyxl.styles.numbers import BUILTIN_FORMATS

from data.ingest.findings.base import Refused
from data.ingest.findings.container import TooMuch
from data.ingest.gate import Package
from data.ingest.limits import Limits
from data.ingest.xml_parts import SHEETS, Element, elements, vocabulary

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
_LOCAL_DATE = 'yyyy"-"mm"-"dd'
_EAST_ASIAN = dict.fromkeys((*range(27, 32), 34, 36, *range(50, 59)), _LOCAL_DATE) | {
    32: "h:mm",
    33: "h:mm:ss",
    35: _LOCAL_DATE,
}
_LOCAL_CURRENCY = (5, 6, 7, 8, 42, 44)
"""Built-in formats that show the currency of the computer that displays them, whatever that is."""


class Shown(Enum):
    """What a number under a format stands for."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class Style:
    """A cell format as far as values are concerned; `code` is '' for General."""

    code: str
    shown: Shown


GENERAL = Style("", Shown.NUMBER)


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


def builtin(number: int) -> str:
    """The code of a format that the file names by number only.

    The currency sign of the local ones is written as the sign of no currency in particular: which
    one was meant is not in the file.
    """
    code = _EAST_ASIAN.get(number) or BUILTIN_FORMATS.get(number, "")
    return code.replace("$", "\N{CURRENCY SIGN}") if number in _LOCAL_CURRENCY else code


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
    code = codes.get(number) or (builtin(int(number)) if number.isdecimal() else "")
    if code.lower() in ("", "general"):
        return GENERAL
    return Style(code, shown(code))
