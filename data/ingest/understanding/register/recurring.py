"""Benefits said as what a year brings, from one day to another, and as what comes once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from data.ingest.findings import register as said
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Value, address
from data.ingest.understanding.block import holds
from data.ingest.understanding.headers import unit, words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.layout import Layout, ValueColumn
from data.ingest.understanding.periods import Period, months
from data.ingest.understanding.profile import profiles
from data.ingest.understanding.totals import number_of

YEARLY, ONCE = "annual", "one_off"
_MOST_YEARS = 60


def take_recurring(layout: Layout) -> None:
    """Make the columns of what a year brings, and of what comes once, amounts that are planned; leave them
    beside the row where another column says what is planned."""
    columns = {role: layout.roles.pop(role) for role in (YEARLY, ONCE) if role in layout.roles}
    if any(item.measure in ("planned", None) for item in layout.values):
        layout.unknown += columns.values()
        return
    for role, column in columns.items():
        header = layout.block.headers[column]
        layout.values.append(ValueColumn(column, header, "planned", None, unit(header), every=role))


def spread(
    layout: Layout, starts: Sequence[date | None], ends: Sequence[date | None], mark: str, heard: Heard
) -> None:
    """Give what a year brings a column for each year of its time, and what comes once its month.

    Only whole years are certain: an amount a year whose days are not that refuses the file.
    """
    values: list[ValueColumn] = []
    for item in layout.values:
        cells = layout.block.values(item.column)
        if item.every == ONCE:
            spans = [months(day, 1) if (day := start or end) else None
                     for start, end in zip(starts, ends, strict=True)]  # fmt: skip
            values.append(replace(item, spans=tuple(spans)))
        elif item.every == YEARLY:
            counts = [
                _years(cell, start, end, mark) for cell, start, end in zip(cells, starts, ends, strict=True)
            ]
            _note_undated(layout, item, counts, heard)
            years = range(max((count or 0 for count in counts), default=0))
            values += [replace(item, spans=tuple(_spans(starts, counts, year))) for year in years]
        else:
            values.append(item)
    layout.values = values


def _years(cell: Value, start: date | None, end: date | None, mark: str) -> int | None:
    """How many whole years an amount comes; 0 where there is none, None where the days do not say it."""
    if not holds(cell) or number_of(cell, mark) == 0:
        return 0
    if start is None or end is None or end < start:
        return None
    after = end + timedelta(days=1)
    whole = (after.month, after.day) == (start.month, start.day) and after.year - start.year <= _MOST_YEARS
    return after.year - start.year if whole else None


def _spans(starts: Sequence[date | None], counts: Sequence[int | None], year: int) -> list[Period | None]:
    found: list[Period | None] = []
    for start, count in zip(starts, counts, strict=True):
        if start is None or count is None or year >= count:
            found.append(None)
            continue
        first, after = _later(start, year), _later(start, year + 1)
        found.append(Period(first, after - timedelta(days=1)))
    return found


def _later(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + years, day.month, 28 if leap else day.day)


def _note_undated(layout: Layout, item: ValueColumn, counts: Sequence[int | None], heard: Heard) -> None:
    lost = [index for index, count in enumerate(counts) if count is None]
    if lost:
        place = Place(layout.block.name, address(layout.block.numbers[lost[0]], item.column))
        heard.add(said.RecurringUndated(place, item.header, len(lost)))
    elif years := [count for count in counts if count]:
        place = Place(layout.block.name, address(layout.block.header_row, item.column))
        heard.add(said.RecurringSpread(place, item.header, len(years), max(years)))


def says_until(header: str) -> bool:
    """Whether a column of days says until when a benefit comes, and not by when it is to begin."""
    return words(header) not in set(map(words, profiles()["benefits_register"].told["recurring"]["by_when"]))
