"""Dates written as text, and which of day and month comes first in a column of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.ingest.reading.grid import Value
from data.ingest.understanding.vocabulary import MONTHS, clean

_TIME = re.compile(
    r"(?:t|,?\s+(?:(?:à|um|at|a las|às)\s+)?)\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"
    r"\s*(?:[ap]\.?\s?m\.?|sa|ch|uhr)?\s*(?:z|gmt|utc)?(?:[+-]\d{1,2}:?\d{0,2})?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mié|mie|mer|jue|jeu|vie|ven|sáb|sab|sam|dom|dim|seg|ter|qua|qui|sex)"
    r"[^\W\d_-]*(?:-feira)?|mar(?:di|tes)|mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?"
    r"|sa(?:mstag)?|so(?:nntag)?)\.?,?\s+",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([-/.\s])\s?(\d{1,2})\2\s?(\d{4}|\d{2})")
_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?[-/.\s]*(?:de\s+)?(?P<month>[^\W\d_]{3,10})\.?,?[-/.\s]*(?:del?\s+)?"
    r"(?P<year>\d{4}|\d{2})"
    r"|(?P<month2>[^\W\d_]{3,10})\.?[-/.\s]*(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|[-/.\s]+)(?P<year2>\d{4})",
    re.IGNORECASE,
)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Order:
    """What the texts of a column say about day and month: an example each, '' for none."""

    day_first: str = ""
    month_first: str = ""
    either: str = ""
    count: int = 0  # texts that can be read both ways

    @property
    def known(self) -> str:
        """`day first` or `month first` where the texts prove exactly one, else ''."""
        if bool(self.day_first) == bool(self.month_first):
            return ""
        return "day first" if self.day_first else "month first"

    @property
    def clash(self) -> bool:
        return bool(self.day_first and self.month_first)


def order(texts: Iterable[str]) -> Order:
    """Which of day and month comes first in these texts of one column."""
    found = {"day": "", "month": "", "either": ""}
    count = 0
    for text in texts:
        proves = _proves(text)
        count += proves == "either"
        if proves and not found[proves]:
            found[proves] = text
    return Order(found["day"], found["month"], found["either"], count)


def unmistakable(values: Iterable[Value]) -> dict[Value, date | None] | None:
    """What each of these is where all are dates, texts of dates that can be read in one way only, or
    nothing; else None."""
    found: dict[Value, date | None] = {}
    for value in values:
        if value is None or type(value) is date:
            found[value] = value
            continue
        day = parse(value) if type(value) is str and not _proves(value) else None
        if day is None:
            return None
        found[value] = day
    return found


@lru_cache(maxsize=65536)
def _proves(text: str) -> str:
    match = _NUMERIC.fullmatch(_bare(text))
    if match is None:
        return ""
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or first == second:  # a point is used day first only
        return ""
    if 1 <= first <= 12 and 1 <= second <= 12:
        return "either"
    if first > 12 and second <= 12:
        return "day"
    return "month" if second > 12 and first <= 12 else ""


@lru_cache(maxsize=65536)
def parse(text: str, day_first: bool | None = None) -> date | None:
    """The date that a text states; None when it states none, or when the order is needed and not given."""
    bare = _bare(text)
    if iso := _ISO.fullmatch(bare):
        return _date(int(iso[1]), int(iso[3]), int(iso[4]))
    if numeric := _NUMERIC.fullmatch(bare):
        return _numeric(numeric, day_first)
    if named := _NAMED.fullmatch(bare):
        month = MONTHS.get((named["month"] or named["month2"]).casefold())
        year, day = named["year"] or named["year2"], int(named["day"] or named["day2"])
        return _date(_year(year), month, day) if month else None
    return None


def _numeric(match: re.Match[str], day_first: bool | None) -> date | None:
    first, second, year = int(match[1]), int(match[3]), _year(match[4])
    if first == second or match[2] == "." or (first > 12 >= second):
        return _date(year, second, first)
    if second > 12 >= first:
        return _date(year, first, second)
    if day_first is None:
        return None
    return _date(year, second, first) if day_first else _date(year, first, second)


def _bare(text: str) -> str:
    """The text without weekday and time of day."""
    if len(text) > _LONGEST:
        return ""
    text = _WEEKDAY.sub("", clean(text), count=1) if text[:1].isalpha() else clean(text)
    time = _TIME.search(text)
    return text[: time.start()] if time and time.end() == len(text) else text


def _year(text: str) -> int:
    """A year of two digits lies between 1970 and 2069."""
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= 70 else 2000)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
