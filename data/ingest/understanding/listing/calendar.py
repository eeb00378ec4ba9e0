"""Rows of a pivot table over time: years, quarters, weeks and days in columns, each label written once."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import MeasuresRunUnclear
from data.ingest.reading.grid import Row, Value
from data.ingest.understanding import dates, periods
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.find import Listing
from data.ingest.understanding.totals import number_of, tolerance

LEVELS = ("year", "quarter", "month", "week", "day")  # from the widest to the narrowest
_TOTAL = re.compile(r"(?:.* )?(?:grand )?totals?(?: .*)?|(?:.* )?(?:gesamtergebnis|ergebnis|total general)")


def by_calendar(listing: Listing, measures: Sequence[str], heard: Heard) -> Listing:
    """The rows that no total adds up, each with the last day of its period as a column of its own, and the
    measures as they stand at that day."""
    levels = [listing.roles[role][0] for role in LEVELS if role in listing.roles]
    amounts = [listing.roles[role][0] for role in measures if role in listing.roles]
    rows, totals = [], 0
    running = _running(listing.block.rows, levels, amounts)
    if running is None:
        heard.add(MeasuresRunUnclear(Place(listing.block.name)))
    labels: dict[int, Value] = {}
    at = max(listing.block.headers) + 1
    sums = dict.fromkeys(amounts, Decimal(0))
    last = {column: _last(listing.block.rows, column, levels) for column in amounts}
    for number, row in enumerate(listing.block.rows):
        if _is_total(row, levels):
            totals += 1
            continue
        for depth, column in enumerate(levels):
            if holds(row.value(column)):
                labels = {c: labels[c] for c in levels[:depth] if c in labels} | {column: row.value(column)}
        values = [*row.values, *[None] * (at - len(row.values))]
        for column in levels:
            values[column] = labels.get(column)
        for column in amounts if running is False else ():
            sums[column] += number_of(row.value(column)) or 0
            values[column] = sums[column] if number <= last[column] else None
        rows.append(replace(row, values=[*values[:at], _end(labels, listing)]))
    if totals:
        heard.add(wrong.TotalsDropped(Place(listing.block.name), f"{totals} rows of totals"))
    block = replace(
        listing.block, rows=rows, headers={**listing.block.headers, at: "Period end"}, made={at: None}
    )
    return replace(listing, block=block, roles={**listing.roles, "as_of": [at]})


def _last(rows: Sequence[Row], column: int, levels: Sequence[int]) -> int:
    """The index of the last period with an amount; what comes after it is not known yet."""
    known = (at for at, row in enumerate(rows) if number_of(row.value(column)) is not None)
    return max((at for at in known if not _is_total(rows[at], levels)), default=-1)


def _is_total(row: Row, levels: Sequence[int]) -> bool:
    return any(
        _TOTAL.fullmatch(words(text_of(row.value(column)))) for column in levels if holds(row.value(column))
    )


def _running(rows: Sequence[Row], levels: Sequence[int], amounts: Sequence[int]) -> bool | None:
    """Whether the measures run on from period to period, as the totals prove; None where nothing does.

    A total is the sum of its periods where each has its own amount, and that of the last one where they
    run on. Without a total that tells, an amount that falls belongs to its period alone.
    """
    said: set[bool] = set()
    since: list[Row] = []
    for row in rows:
        if not _is_total(row, levels):
            since.append(row)
            continue
        for column in amounts if len(since) > 1 else ():
            stated = number_of(row.value(column))
            parts = [n for one in since if (n := number_of(one.value(column))) is not None]
            if stated and len(parts) > 1:
                added = abs(sum(parts, Decimal(0)) - stated) <= tolerance(stated) * len(parts)
                ended = abs(parts[-1] - stated) <= tolerance(stated)
                if added != ended:
                    said.add(ended)
        since = []
    if said:
        return said.pop() if len(said) == 1 else None
    for column in amounts:
        run = [
            n
            for row in rows
            if not _is_total(row, levels) and (n := number_of(row.value(column))) is not None
        ]
        if any(later < earlier for earlier, later in itertools.pairwise(run)):
            return False
    return None


def _end(labels: dict[int, Value], listing: Listing) -> date | None:
    """The last day of the narrowest period that the labels name."""
    told = {role: labels.get(listing.roles[role][0]) for role in LEVELS if role in listing.roles}
    day = told.get("day")
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    if isinstance(day, str) and (found := dates.parse(day)):
        return found
    year = _number(told.get("year"), 4)
    if year is None:
        return None
    if (week := _number(told.get("week"))) and week <= 53:
        return date.fromisocalendar(year, min(week, 52), 7)
    if holds(told.get("month")) and (named := periods.parse(f"{text_of(told['month'])} {year}")):
        return named.end
    if (quarter := _number(told.get("quarter"))) and quarter <= 4:
        return periods.months(date(year, quarter * 3, 1), 1).end
    return date(year, 12, 31)


def _number(value: Value, digits: int = 2) -> int | None:
    """The number in a label such as Q3, Week 14, CY 2026; None where there is none or several."""
    found = re.findall(r"\d+", text_of(value))
    return int(found[0]) if len(found) == 1 and len(found[0]) <= digits else None
