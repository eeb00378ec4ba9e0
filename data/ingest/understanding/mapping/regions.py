"""Where the tables of a sheet are: declared ones, else by their headers; stacked, side by side, turned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from data.ingest.reading.grid import Area, Row, Sheet, Value
from data.ingest.understanding import periods
from data.ingest.understanding.block import Block, header_texts, holds, text_of
from data.ingest.understanding.mapping.lexicon import knows
from data.ingest.understanding.transpose import transposed
from data.ingest.understanding.vocabulary import clean

_LONGEST_HEADER = 120
SEARCHED = 400  # rows among which a header is looked for
_TURNED_WIDTH = 400  # a sheet with more rows than this has no record in a column


@dataclass(frozen=True)
class Region:
    """One table: its header's rows and columns, and the rows below it that hold anything.

    `parts` are the cells of the header by column, from top to bottom, group labels carried.
    """

    sheet: Sheet
    header_row: int
    header_rows: int
    parts: dict[int, list[Value]]
    rows: list[Row]
    above: list[Row] = field(default_factory=list)
    flipped: bool = False

    @property
    def headers(self) -> dict[int, str]:
        return {column: heading(own) for column, own in self.parts.items()}

    def block(self) -> Block:
        headers = {column: text for column, text in self.headers.items() if text}
        return Block(self.sheet, self.header_row, headers, self.rows, self.above, self.flipped)


def heading(own: Iterable[Value]) -> str:
    """The text of a header from its cells: each once, from top to bottom."""
    return clean(" ".join(dict.fromkeys(clean(text_of(part)) for part in own if holds(part))))


def regions(sheet: Sheet) -> list[Region]:
    """The tables of a sheet, from top to bottom; none where nothing looks like one."""
    if sheet.tables:
        return [one for table in sheet.tables if (one := _declared(sheet, table.area))]
    turned = _turned(sheet)
    if turned is not None:
        return [_region(turned, index, 1, None, flipped=True) for index in _headers(turned)[:1]]
    found: list[Region] = []
    starts = _headers(sheet)
    if not starts:
        return []
    for index, after in zip(starts, [*starts[1:], None], strict=True):
        height = header_height(sheet, index)
        until = None if after is None else after - header_height(sheet, after) + 1
        found += _side_by_side(_region(sheet, index, height, until))
    return found


def region_at(
    sheet: Sheet, header_row: int, header_rows: int, flipped: bool, until: int | None
) -> Region | None:
    """The table whose header ends in `header_row`; its rows end before the row `until`."""
    own = transposed(sheet) if flipped else sheet
    index = next((at for at, row in enumerate(own.rows) if row.number == header_row), None)
    if index is None:
        return None
    declared = next((one for one in own.tables if one.area.first_row == header_row), None)
    if declared and not flipped and header_rows == 1:
        return _declared(own, declared.area)
    last = next((at for at, row in enumerate(own.rows) if until is not None and row.number >= until), None)
    return _region(own, index, header_rows, last, flipped)


def _declared(sheet: Sheet, area: Area) -> Region | None:
    inside = [row for row in sheet.rows if area.first_row <= row.number <= area.last_row]
    if not inside or inside[0].number != area.first_row:
        return None
    wide = range(area.first_column, area.last_column + 1)
    parts = {column: [inside[0].value(column)] for column in wide if holds(inside[0].value(column))}
    above = [row for row in sheet.rows if row.number < area.first_row]
    rows = [row for row in inside[1:] if any(holds(row.value(column)) for column in wide)]
    return Region(sheet, area.first_row, 1, parts, rows, above) if len(parts) > 1 else None


def _region(sheet: Sheet, index: int, height: int, until: int | None, flipped: bool = False) -> Region:
    first = index - height + 1
    parts = _parts(sheet, sheet.rows[max(0, first) : index + 1])
    rows = [row for row in sheet.rows[index + 1 : until] if any(map(holds, row.values))]
    return Region(sheet, sheet.rows[index].number, height, parts, rows, sheet.rows[: max(0, first)], flipped)


def _parts(sheet: Sheet, rows: Sequence[Row]) -> dict[int, list[Value]]:
    """The header's cells by column; a label above spans the columns to its right until the next label."""
    width = max(len(row.values) for row in rows)
    lines = []
    for row in rows[:-1]:
        label: Value = None
        line: list[Value] = []
        for column in range(width):
            area = next((one for one in sheet.merged if _inside(one, row.number, column)), None)
            if area is not None:
                label = row.value(area.first_column)
            elif holds(row.value(column)):
                label = row.value(column)
            own = area is not None or holds(row.value(column))  # else the label groups what is named below
            line.append(label if own or holds(rows[-1].value(column)) else None)
        lines.append(line)
    lines.append([rows[-1].value(column) for column in range(width)])
    columns = {column: [line[column] for line in lines if holds(line[column])] for column in range(width)}
    return {column: own for column, own in columns.items() if own}


def _inside(area: Area, row: int, column: int) -> bool:
    return area.first_row <= row <= area.last_row and area.first_column <= column <= area.last_column


def _headers(sheet: Sheet) -> list[int]:
    """The indexes of the rows that are headers: the first that looks like one, then each that names
    columns everybody knows, or stands alone after a gap."""
    found: list[int] = []
    for index, row in enumerate(sheet.rows[:SEARCHED]):
        if not _may_be_header(row) or index + 1 >= len(sheet.rows):
            continue
        known = sum(map(knows, header_texts(row).values()))
        if found and _same(sheet.rows[found[-1]], row):
            continue
        gap = index == 0 or sheet.rows[index - 1].number < row.number - 1
        if not found or (found[-1] == index - 1 and _names_more(row, sheet.rows[found[-1]])):
            found = [*found[:-1], index] if found else [index]
        elif known >= 3 or (known >= 2 and gap):
            found.append(index)
        elif len(found) == 1 and known > _known(sheet.rows[found[0]]) and known >= 2:
            found = [index]
    if len(found) > 1 and not _known(sheet.rows[found[0]]):
        found = found[1:]  # what stands above the first known header is its title block
    return found


def _known(row: Row) -> int:
    return sum(map(knows, header_texts(row).values()))


def _names_more(row: Row, above: Row) -> bool:
    """Whether the row names more columns than the one above it, or as many that more are known of."""

    def names(one: Row) -> tuple[int, int]:
        return _known(one), len(header_texts(one))

    return names(row) > names(above)


def _same(one: Row, other: Row) -> bool:
    return header_texts(one) == header_texts(other)


def _may_be_header(row: Row) -> bool:
    """Two names of columns or more, nothing but names and periods."""
    cells = [value for value in row.values if holds(value)]
    texts = [value for value in cells if isinstance(value, str)]
    if len(cells) < 2 or not texts or any(len(text) > _LONGEST_HEADER for text in texts):
        return False
    return all(isinstance(value, str) or is_period(value) for value in cells) and len(set(texts)) * 2 > len(
        texts
    )


def is_period(value: Value) -> bool:
    """Whether a header's cell names a period: a date, a year, Jan-26."""
    if isinstance(value, (date, str)):
        return periods.parse(value) is not None
    return isinstance(value, Decimal) and 1990 <= value <= 2100 and value == int(value)


def header_height(sheet: Sheet, index: int) -> int:
    """How many rows the header has: labels above that group its columns belong to it."""
    height = 1
    while height < 3 and index - height >= 0:
        above, below = sheet.rows[index - height], sheet.rows[index - height + 1]
        texts = list(header_texts(below).values())
        cells = [value for value in above.values if holds(value)]
        adjoining = above.number == below.number - 1
        groups = len(set(texts)) < len(texts) or any(
            holds(value) and not holds(below.value(column)) for column, value in enumerate(above.values)
        )
        if not adjoining or len(cells) < 2 or not groups:
            break
        if not all(isinstance(value, str) or is_period(value) for value in cells):
            break
        height += 1
    return height


def _side_by_side(region: Region) -> Iterator[Region]:
    """A table, or those it is made of where empty columns part headers of the same words."""
    groups: list[list[int]] = []
    for column in sorted(region.parts):
        if (groups and column == groups[-1][-1] + 1) or (
            groups
            and any(
                holds(row.value(between))
                for row in region.rows
                for between in range(groups[-1][-1] + 1, column)
            )
        ):
            groups[-1].append(column)
        else:
            groups.append([column])
    parted = [group for group in groups if len(group) > 1]
    if len(parted) < 2 or not all(sum(knows(region.headers[c]) for c in group) >= 2 for group in parted):
        yield region
        return
    for group in parted:
        rows = [row for row in region.rows if any(holds(row.value(column)) for column in group)]
        parts = {column: region.parts[column] for column in group}
        yield Region(region.sheet, region.header_row, region.header_rows, parts, rows, region.above)


def _turned(sheet: Sheet) -> Sheet | None:
    """The sheet turned where its first columns name fields and its rows do not."""
    if not 3 <= len(sheet.rows) <= _TURNED_WIDTH:
        return None
    best_row = max((_known(row) for row in sheet.rows[:60]), default=0)
    turned = transposed(sheet)
    best_column = max((_known(row) for row in turned.rows[:4]), default=0)
    return turned if best_column >= 3 and best_column > best_row + 1 else None
