"""The years across a business case: calendar, fiscal, or numbered from a start that the sheet names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from data.ingest.findings.base import Place
from data.ingest.findings.stacked import YearsDated, YearsUndated
from data.ingest.reading.grid import Row, Value, address
from data.ingest.understanding import periods
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.corrected import NONE, Corrections
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.periods import Period
from data.ingest.understanding.vocabulary import clean

_NUMBERED = re.compile(r"(?:year|yr|y|jahr|año|année|annee|ano)\.?\s*(\d{1,2})", re.IGNORECASE)
_START = re.compile(
    r"(?:(?:year|jahr|año|année|ano)\s*(?P<year>\d{1,2})(?:\s+(?:starts?|begins|is)(?:\s+(?:on|in))?)?"
    r"|(?:project|program(?:me)?\s+)?\s*(?:start(?:s|ing)?|first)(?:\s+(?:date|year|on|in))?)"
    r"\s*[:=\u2013-]?\s*(?P<value>.*)",
    re.IGNORECASE,
)

SAID_AT_UPLOAD = "the start said at upload"


@dataclass(frozen=True)
class Years:
    """The header row of a block: its columns by period, or by number where these have no date yet."""

    row: Row
    periods: dict[int, Period]
    numbers: dict[int, int]

    @property
    def columns(self) -> list[int]:
        return sorted(self.periods or self.numbers)


def years(row: Row, month: int | None) -> Years | None:
    """The row as a header of years (or shorter periods) that follow one another without a gap."""
    dated = {c: p for c, value in enumerate(row.values) if (p := periods.parse(value, month))}
    if len(dated) >= 2 and all(a.end + timedelta(days=1) == b.start for a, b in pairwise(dated.values())):
        return Years(row, dated, {})
    found = {c: int(m[1]) for c, value in enumerate(row.values) if (m := _numbered(value))}
    if len(found) >= 2 and all(a + 1 == b for a, b in pairwise(found.values())):
        return Years(row, {}, found)
    return None


def _numbered(value: Value) -> re.Match[str] | None:
    return _NUMBERED.fullmatch(clean(value)) if isinstance(value, str) else None


def dated(
    found: Years,
    above: Sequence[Row],
    sheet: str,
    month: int | None,
    said_start: date | None,
    heard: Heard,
    told: Corrections = NONE,
) -> Years:
    """The years with their periods, those first that somebody corrected."""
    own = {c: told.periods.get((sheet, words(text_of(found.row.value(c))))) for c in found.columns}
    said = {c: period for c, text in own.items() if text and (period := periods.parse(text, month))}
    if len(said) == len(own):
        return Years(found.row, said, found.numbers)
    by_file = _by_file(found, above, sheet, month, said_start, heard)
    return replace(by_file, periods={**by_file.periods, **said}) if by_file.periods else by_file


def _by_file(
    found: Years, above: Sequence[Row], sheet: str, month: int | None, said_start: date | None, heard: Heard
) -> Years:
    """Numbered years with their periods: by a start on the sheet, else by the one said at upload; without
    either the file is refused."""
    if found.periods:
        return found
    numbers, place = found.numbers, Place(sheet, address(found.row.number, found.columns[0]))
    told = _start(above, month, min(numbers.values()))
    if told is None and said_start is not None:
        told = (SAID_AT_UPLOAD, 1, periods.months(said_start, 12))
    if told is None:
        first, last = (clean(text_of(found.row.value(column))) for column in (min(numbers), max(numbers)))
        heard.add(YearsUndated(place, first, last))
        return found
    said, base, start = told
    spans = {column: _year(start, number - base) for column, number in numbers.items()}
    ordered = list(spans.values())
    heard.add(YearsDated(place, said[:80], ordered[0].start.isoformat(), ordered[-1].end.isoformat()))
    return Years(found.row, spans, numbers)


def _year(start: Period, later: int) -> Period:
    first = start.start
    return periods.months(first.replace(day=1, year=first.year + later), 12)


def _start(above: Sequence[Row], month: int | None, least: int) -> tuple[str, int, Period] | None:
    """The line that says it, the number of the year that it dates, and a period that starts with it.

    A start without the number of a year dates Year 1, but not where there is a Year 0 as well.
    """
    for row in above:
        cells = [value for value in row.values if holds(value)]
        for at, value in enumerate(cells):
            match = _START.fullmatch(clean(value)) if isinstance(value, str) else None
            if match is None or (match["year"] is None and least == 0):
                continue
            after = match["value"] or (cells[at + 1] if at + 1 < len(cells) else None)
            if period := periods.parse(after, month):
                said = clean(match[0]) if match["value"] else f"{clean(match[0])} {text_of(after)}"
                return said, int(match["year"] or 1), period
    return None
