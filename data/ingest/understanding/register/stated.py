"""Columns of totals beside the period columns they add: set apart, and compared row by row."""

from decimal import Decimal

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.reading.grid import address
from data.ingest.staged import plain
from data.ingest.understanding.block import Block
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.layout import Layout, ValueColumn
from data.ingest.understanding.totals import number_of, tolerance


def set_apart(layout: Layout) -> list[tuple[ValueColumn, list[ValueColumn]]]:
    """Take the columns of totals out of the values; each with the columns it should add up."""
    found: list[tuple[ValueColumn, list[ValueColumn]]] = []
    dated = layout.periods
    wholes = {item.column: parts for item in dated if (parts := _parts(item, dated))}
    smallest = [item for item in dated if item.column not in wholes]
    found += [(item, wholes[item.column]) for item in dated if item.column in wholes]
    for item in (*layout.totals, *layout.stated):
        same = [part for part in smallest if item.measure in (part.measure, None)]
        if item.period:
            same = [part for part in same if part.measure == item.measure and _within(part, item)]
        elif item.measure is None and len({part.measure for part in same}) > 1:
            same = []
        if same or item in layout.stated:
            found.append((item, same))
    totals = {item.column for item, _ in found}
    layout.values = [item for item in layout.values if item.column not in totals]
    layout.stated = [item for item, _ in found]
    return found


def _within(part: ValueColumn, whole: ValueColumn) -> bool:
    inner, outer = part.period, whole.period
    return bool(inner and outer and outer.start <= inner.start and inner.end <= outer.end)


def _parts(whole: ValueColumn, items: list[ValueColumn]) -> list[ValueColumn]:
    """The columns of the same measure that together fill this one's period; none if they do not."""
    outer = whole.period
    parts = [
        item
        for item in items
        if item.measure == whole.measure and item.period != outer and _within(item, whole)
    ]
    if not outer or not parts:
        return []
    smallest = [
        item
        for item in parts
        if not any(other.period != item.period and _within(other, item) for other in parts)
    ]
    days = sum((item.period.end - item.period.start).days + 1 for item in smallest if item.period)
    return smallest if days == (outer.end - outer.start).days + 1 else []


def compare(block: Block, total: ValueColumn, parts: list[ValueColumn], mark: str, heard: Heard) -> None:
    """Report that a column of totals is not read, and each row where it disagrees with its parts."""
    heard.add(wrong.TotalsDropped(Place(block.name, address(block.header_row, total.column)), total.header))
    if not parts:
        return
    columns = [part.column for part in parts]
    for row in block.rows:
        stated = number_of(row.value(total.column), mark)
        if stated is None:
            continue
        numbers = (number_of(row.value(column), mark) for column in columns)
        added = sum((number for number in numbers if number is not None), Decimal(0))
        if abs(added - stated) > tolerance(stated):
            place = Place(block.name, address(row.number, total.column))
            heard.add(wrong.TotalDisagrees(place, total.header, plain(stated), plain(added)))
