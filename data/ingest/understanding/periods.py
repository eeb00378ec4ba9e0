"""Periods as people write them: 2026-01, Jan-26, Q1 2026, 2026-H1, 2026, FY2026, 2025/26, a first day.

A fiscal year named by one year is named after the year in which it *ends*, which is the
commonest convention (FY2026 with a start in April is 2025-04-01 to 2026-03-31; with a start in
January it is the calendar year 2026). 2025/26 names both years and is the same everywhere.
"""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from data.ingest.reading.grid import Value
from data.ingest.understanding import dates
from data.ingest.understanding.vocabulary import MONTHS, folded

_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20|21)\d{2})"
_SHORT = r"(?P<year>(?:19|20|21)\d{2}|['\u2019]?\d{2})"
_QUARTER = r"(?:q(?:tr|uarter|uartal)?|t(?:rim(?:estre)?)?\.?)"
_HALF = r"(?:h(?:alf)?|hj|halbjahr|s(?:em(?:estre)?)?\.?)"
_FISCAL = (
    r"(?:fy|f\.y\.|fiscal year|financial year|fin\.? year|"
    r"gj|geschäftsjahr|ejercicio|exercice|exercício)"
    r"\s*['\u2019]?(?P<first>(?:19|20|21)?\d{2})"
    r"(?:\s*[-/\u2013]\s*(?P<second>(?:19|20|21)?\d{2}))?"
)
_BOTH = r"(?P<first>(?:19|20|21)\d{2})\s*[-/\u2013]\s*(?P<second>(?:19|20|21)?\d{2})"
_SEP = r"[\s\-/._,:]*"
_FORMS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("month", rf"{_YEAR}\s*[-/._]\s*(?P<part>0?[1-9]|1[0-2])"),
        ("month", rf"(?P<part>0?[1-9]|1[0-2])\s*[-/._]\s*{_YEAR}"),
        ("month", rf"{_YEAR}(?P<part>0[1-9]|1[0-2])"),
        ("month", rf"{_YEAR}{_SEP}m(?P<part>0?[1-9]|1[0-2])"),
        ("named", rf"(?P<part>{_MONTH_NAMES})\.?{_SEP}{_SHORT}"),
        ("named", rf"{_YEAR}{_SEP}(?P<part>{_MONTH_NAMES})\.?"),
        ("quarter", rf"{_YEAR}{_SEP}{_QUARTER}\s*(?P<part>[1-4])"),
        ("quarter", rf"{_QUARTER}\s*(?P<part>[1-4]){_SEP}{_SHORT}"),
        ("quarter", rf"(?P<part>[1-4])[.º°]?\s*{_QUARTER}{_SEP}(?:de\s+)?{_SHORT}"),
        ("half", rf"{_YEAR}{_SEP}{_HALF}\s*(?P<part>[12])"),
        ("half", rf"{_HALF}\s*(?P<part>[12]){_SEP}{_SHORT}"),
        ("half", rf"(?P<part>[12])[.º°]?\s*{_HALF}{_SEP}(?:de\s+)?{_SHORT}"),
        ("year", rf"(?:cy|calendar year|year|jahr|año|année|ano)?\s*{_YEAR}"),
        ("fiscal year", _FISCAL),
        ("fiscal quarter", rf"{_FISCAL}{_SEP}q\s*(?P<part>[1-4])"),
        ("fiscal quarter", rf"q\s*(?P<part>[1-4]){_SEP}{_FISCAL}"),
        ("fiscal month", rf"{_FISCAL}{_SEP}(?:m|p|period|month)\s*(?P<part>1[0-2]|0?[1-9])"),
        ("fiscal half", rf"{_FISCAL}{_SEP}h\s*(?P<part>[12])"),
        ("fiscal half", rf"h\s*(?P<part>[12]){_SEP}{_FISCAL}"),
        ("fiscal quarter", rf"{_BOTH}{_SEP}q\s*(?P<part>[1-4])"),
        ("fiscal quarter", rf"q\s*(?P<part>[1-4]){_SEP}{_BOTH}"),
        ("fiscal half", rf"{_BOTH}{_SEP}h\s*(?P<part>[12])"),
        ("fiscal half", rf"h\s*(?P<part>[12]){_SEP}{_BOTH}"),
        ("fiscal year", _BOTH),
    )
)
# Numbers with which no form of a period is written, as most amounts are.
_AMOUNT = re.compile(
    r"-\d+(?:\.\d+)?|\d{1,3}|\d{5}|\d{7,}|(?:\d{3}|\d{5,})\.\d+|\d{1,2}\.(?:\d{1,3}|\d{5,})"
    r"|\d{4}\.(?:1[3-9]|[2-9]\d|0?0|\d{3,})",
    re.ASCII,
)
_LENGTH = {"month": 1, "named": 1, "quarter": 3, "half": 6, "year": 12}
_PARTS = {"fiscal year": 12, "fiscal quarter": 3, "fiscal half": 6, "fiscal month": 1}
APRIL = 4


class Period(NamedTuple):
    """A span of days, both ends included. `fiscal` if a fiscal year start was needed to know it."""

    start: date
    end: date
    fiscal: bool = False


def months(start: date, count: int) -> Period:
    """The `count` whole months that start with the month of `start`."""
    first = start.replace(day=1)
    later = first.year * 12 + first.month - 1 + count
    return Period(first, date(later // 12, later % 12 + 1, 1) - timedelta(days=1))


def written(period: Period) -> str:
    """Whole months, a quarter, a half or a year of the calendar as text that `parse` reads; else ''."""
    for length, form in ((1, "%Y-%m"), (3, "%Y-Q"), (6, "%Y-H"), (12, "%Y")):
        if months(period.start, length)[:2] == period[:2] and (period.start.month - 1) % length == 0:
            part = (period.start.month - 1) // length + 1
            return period.start.strftime(form) + (str(part) if length in (3, 6) else "")
    return ""


def parse(value: Value, fiscal_month: int | None = None) -> Period | None:
    """The period that a cell states; None when it states none.

    A date stands for its month. `fiscal_month` is the first month of the fiscal year: None where
    it is not known, which reads FY2026 as the calendar year and 2025/26 from April.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return months(value, 1) if value.year < 9999 else None
    if isinstance(value, Decimal):
        text = str(int(value)) if value == value.to_integral_value() and abs(value) < 10**6 else ""
        return _parse(text, fiscal_month) if len(text) in (4, 6) else None
    if not isinstance(value, str) or _AMOUNT.fullmatch(value):
        return None
    return _parse(value, fiscal_month)


@lru_cache(maxsize=65536)
def _parse(text: str, fiscal_month: int | None) -> Period | None:
    words = folded(text)
    if len(words) > 40 or _undecided(words):
        return None
    for kind, form in _FORMS:
        if match := form.fullmatch(words):
            return _fiscal(kind, match, fiscal_month) if kind in _PARTS else _calendar(kind, match)
    day = dates.parse(text)
    return months(day, 1) if day else None


def _undecided(words: str) -> bool:
    """2011/12 may be December 2011 or the year 2011 to 2012."""
    match = re.fullmatch(r"\d\d(\d\d)\s*/\s*(\d\d)", words)
    return bool(match and int(match[2]) <= 12 and int(match[2]) == (int(match[1]) + 1) % 100)


def _calendar(kind: str, match: re.Match[str]) -> Period | None:
    length = _LENGTH[kind]
    part = match.groupdict().get("part") or "1"
    number = MONTHS[part] if kind == "named" else int(part)
    return months(date(_year(match["year"].strip("'\u2019")), (number - 1) * length + 1, 1), length)


def _fiscal(kind: str, match: re.Match[str], fiscal_month: int | None) -> Period | None:
    first, second, length = _year(match["first"]), match["second"], _PARTS[kind]
    if second is not None:
        if int(second) % 100 != (first + 1) % 100 or (len(second) == 4 and int(second) != first + 1):
            return None
        month = APRIL if fiscal_month in (None, 1) else fiscal_month
        year = first
    else:
        month = fiscal_month or 1
        year = first - 1 if month > 1 else first
    offset = (int(match.groupdict().get("part") or "1") - 1) * length
    start = (
        months(date(year, month or 1, 1), offset).end + timedelta(days=1)
        if offset
        else date(year, month or 1, 1)
    )
    return months(start, length)._replace(fiscal=True)


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)
