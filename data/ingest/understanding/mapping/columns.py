"""Which columns of a table in this file are those of the mapping, new periods included."""

from dataclasses import replace

from data.ingest.reading.grid import Value, column_letters
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.headers import words
from data.ingest.understanding.mapping.mapping import MappedColumn, MappedTable
from data.ingest.understanding.mapping.regions import Region, is_period
from data.ingest.understanding.vocabulary import clean


def parted(part: Value) -> tuple[str, str]:
    """The period that one cell of a header names, as text that a period is read from, and the rest of it.

    `Jan-26 planned`, `Planned 2026-Q1` and a date all name one; where none is, all of it is the rest.
    """
    if is_period(part):
        return text_of(part), ""
    said = clean(text_of(part))
    tokens = said.split()
    for count in range(min(3, len(tokens) - 1), 0, -1):
        for period, rest in ((tokens[:count], tokens[count:]), (tokens[-count:], tokens[:-count])):
            text = " ".join(period).strip("-:,()")
            if is_period(text):
                return text, " ".join(rest).strip("-:,() ")
    return "", said


def period_of(own: list[Value]) -> str:
    """The period that a column's header names in any of its rows."""
    return next((text for part in own if (text := parted(part)[0])), "")


def beside_period(own: list[Value]) -> str:
    """What a column's header says beside its period."""
    return " ".join(rest for part in own if holds(part) and (rest := parted(part)[1]))


def matched(region: Region, table: MappedTable) -> dict[int, MappedColumn]:
    """The mapping's columns where they stand now: by header, in its old place where it is there twice.

    A period that the mapping has not seen yet measures what the others with its words do.
    """
    found: dict[int, MappedColumn] = {}
    headers = {column: words(text) for column, text in region.headers.items()}
    left = list(table.columns)
    for same_place in (True, False):
        for mapped in list(left):
            for column, text in headers.items():
                there = column_letters(column) == mapped.letters
                if column not in found and text == words(mapped.header) and (there or not same_place):
                    found[column] = mapped
                    left.remove(mapped)
                    break
    _add_periods(region, table, found)
    return found


def _add_periods(region: Region, table: MappedTable, found: dict[int, MappedColumn]) -> None:
    dated = [column for column in table.columns if column.period]
    beside = {
        words(beside_period(region.parts[at])): one
        for at, one in found.items()
        if one.period and at in region.parts
    }
    for column, own in region.parts.items():
        period = period_of(own) if column not in found and dated else ""
        if period:
            like = beside.get(words(beside_period(own)))
            if like is None and len({one.means for one in dated}) == 1:
                like = dated[0]
            if like is not None:
                text = region.headers[column]
                found[column] = replace(like, header=text, letters=column_letters(column), period=period)


def narrowed(region: Region, found: dict[int, MappedColumn]) -> Region:
    """The region without what stands beside the mapped columns, past an empty one."""
    if not found:
        return region
    first, last = min(found), max(found)
    while last + 1 in region.parts:
        last += 1
    parts = {column: own for column, own in region.parts.items() if first <= column <= last}
    rows = [row for row in region.rows if any(holds(row.value(column)) for column in range(first, last + 1))]
    return replace(region, parts=parts, rows=rows)
