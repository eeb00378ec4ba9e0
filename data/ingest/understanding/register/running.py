"""Amounts that run on from period to period, as their headers say: each period counts what it adds."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from data.ingest.findings import register as said
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Row, Value, address
from data.ingest.understanding import amounts
from data.ingest.understanding.block import Block, strings
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.layout import Layout, ValueColumn
from data.ingest.understanding.totals import number_of


def take_running(layout: Layout, month: int | None, measured: bool) -> list[list[ValueColumn]]:
    """Make columns that run on the values of a page that has no others of their measure, in the order of
    their periods. None where nothing says what they measure (`measured`: something beside the headers does),
    where a period is missing between them, or where a year to date begins within its year."""
    groups = defaultdict(list)
    for item in layout.running:
        groups[item.measure].append(item)
    others = {item.measure for item in layout.values}
    found = [
        sorted(own, key=lambda item: item.period or ()) for measure, own in groups.items()
        if measure not in others and (measured or measure)
    ]  # fmt: skip
    found = [own for own in found if _certain(own, layout.block, month)]
    if None in others or (None in groups and len(groups) > 1):
        return []
    layout.values += [item for own in found for item in own]
    taken = {item.column for own in found for item in own}
    layout.unknown = [column for column in layout.unknown if column not in taken]
    return found


def _certain(own: Sequence[ValueColumn], block: Block, month: int | None) -> bool:
    spans = [item.period for item in own if item.period]
    follow = all(a.end + timedelta(days=1) == b.start for a, b in pairwise(spans))
    years = {(span.start.year * 12 + span.start.month - (month or 1)) // 12 for span in spans}
    whole_year = len(years) == 1 and spans[0].start.month == (month or 1)
    to_date = any(item.running == "year to date" for item in own)
    texts = (text for item in own for text in strings(block.values(item.column)))
    plain = not any(
        (one := amounts.parse(text)) and (one.currency or one.scaled or one.percent) for text in texts
    )
    return len(spans) > 1 and follow and plain and (whole_year or not to_date)


def split(layout: Layout, groups: Sequence[Sequence[ValueColumn]], mark: str, heard: Heard) -> Block:
    """The block with what each period adds in place of what had come up to its end; a series that falls, or
    that has a gap, refuses the file."""
    rows = list(layout.block.rows)
    for own in groups:
        columns = [item.column for item in own]
        first, last = (layout.block.headers[column] for column in (columns[0], columns[-1]))
        heard.add(said.RunningSplit(Place(layout.block.name), first, last))
        for at, row in enumerate(rows):
            added = _added([number_of(row.value(column), mark) for column in columns])
            if added is None:
                place = Place(layout.block.name, address(row.number, columns[0]))
                heard.add(said.RunningFalls(place, first, last))
            else:
                rows[at] = _with(row, dict(zip(columns, added, strict=True)))
    return replace(layout.block, rows=rows)


def _added(stated: Sequence[Decimal | None]) -> list[Decimal | None] | None:
    """What each adds to the one before; None where one falls behind it, or is missing between others."""
    there = [number for number in stated if number is not None]
    if there != list(stated[: len(there)]):
        return None
    steps = [there[0], *(b - a for a, b in pairwise(there))] if there else []
    if any(step < 0 for step in steps) and any(step > 0 for step in steps):
        return None
    return [*steps, *[None] * (len(stated) - len(steps))]


def _with(row: Row, values: dict[int, Decimal | None]) -> Row:
    width = max(len(row.values), max(values) + 1)
    padded: list[Value] = [*row.values, *[None] * (width - len(row.values))]
    for column, value in values.items():
        padded[column] = value if value is not None else padded[column]
    return replace(row, values=padded)
