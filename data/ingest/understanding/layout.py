"""Where the table of a register is: its header of one to three rows, and what each column carries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from data.ingest.reading.grid import Row, Sheet, Value
from data.ingest.understanding import amounts
from data.ingest.understanding.block import Block, holds, rows_below, text_of
from data.ingest.understanding.headers import Unit, unit, words
from data.ingest.understanding.meaning import MEASURES, Meaning, dated, meaning
from data.ingest.understanding.periods import Period
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.vocabulary import clean

SEARCHED_ROWS = 40
_UNSAID = ("total", "amount")  # roles of amounts whose measure something else says


@dataclass(frozen=True)
class ValueColumn:
    """A column of amounts. Without a period it holds a total; without a measure something else says it."""

    column: int
    header: str
    measure: str | None
    period: Period | None
    unit: Unit
    every: str = ""  # a year's amount, or one that comes once: see register/recurring.py
    spans: tuple[Period | None, ...] | None = None  # by row, where each has its own
    running: str = ""  # how its amounts run on from period to period, as its header says


@dataclass
class Layout:
    """A block and what its columns carry. `undated` are columns that name a period without its year."""

    block: Block
    roles: dict[str, int] = field(default_factory=dict)
    values: list[ValueColumn] = field(default_factory=list)
    stated: list[ValueColumn] = field(default_factory=list)  # totals stated beside the columns they add
    undated: list[int] = field(default_factory=list)
    parts: dict[int, tuple[str, str | None]] = field(default_factory=dict)  # undated column -> part, measure
    unknown: list[int] = field(default_factory=list)
    running: list[ValueColumn] = field(default_factory=list)  # read only where nothing else is

    @property
    def periods(self) -> list[ValueColumn]:
        return [item for item in self.values if item.period]

    @property
    def totals(self) -> list[ValueColumn]:
        return [item for item in self.values if not item.period]


def layouts(sheet: Sheet, profile: Profile, month: int | None) -> Iterator[Layout]:
    """The best reading of the sheet's header, if it satisfies what the profile needs."""
    best: tuple[int, Layout] | None = None
    if not _marked(sheet.rows[:SEARCHED_ROWS], profile):
        return
    if not _about(sheet, profile):
        return
    for index in range(min(SEARCHED_ROWS, len(sheet.rows))):
        if not _worth(sheet.rows, index, profile):
            continue
        for height in (1, 2, 3):
            found = _try(sheet, index, height, profile, month)
            if found and (best is None or found[0] > best[0]):
                best = found
    if best is None or not _satisfies(best[1], profile):
        return
    layout = best[1]
    layout.block.rows = rows_below(sheet, layout.block.header_row)
    _unname(layout)
    if _satisfies(layout, profile):
        yield layout


def _unname(layout: Layout) -> None:
    """A column headed Benefit that holds amounts alone names nothing: it is a value."""
    column = layout.roles.get("benefit")
    there = [value for value in layout.block.values(column) if holds(value)] if column is not None else []
    if column is None or not there or not all(_is_amount(value) for value in there):
        return
    del layout.roles["benefit"]
    header = layout.block.headers[column]
    layout.values.append(ValueColumn(column, header, None, None, unit(header)))


def _is_amount(value: Value) -> bool:
    return isinstance(value, Decimal) or (isinstance(value, str) and amounts.parse(value) is not None)


def _marked(rows: Sequence[Row], profile: Profile) -> bool:
    """Whether one of the headers by which a tool's own register is told from others is there at all."""
    marks = set(map(words, profile.needs.get("headers", ())))
    return not marks or any(
        words(value) in marks for row in rows for value in row.values if isinstance(value, str)
    )


def _about(sheet: Sheet, profile: Profile) -> bool:
    """Whether the sheet's name or a line above says what its table is about, where a profile needs that."""
    if "about" not in profile.needs:
        return True
    first = (row for row in sheet.rows[:SEARCHED_ROWS] if sum(map(holds, row.values)) < 3)
    texts = [sheet.name, *(value for row in first for value in row.values if isinstance(value, str))]
    said = "\n".join(f" {words(text)} " for text in texts)
    return any(f" {words(one)} " in said for one in profile.needs["about"]) and not any(
        f" {words(one)} " in said for one in profile.needs["not_about"]
    )


def _worth(rows: Sequence[Row], index: int, profile: Profile) -> bool:
    return any(
        isinstance(value, str) and profile.rank(value)
        for row in rows[index : index + 3]
        for value in row.values
    )


def _satisfies(layout: Layout, profile: Profile) -> bool:
    across = len(layout.periods) + len(layout.undated) or len(layout.running)
    totals = len(layout.totals) + len({"annual", "one_off"} & layout.roles.keys())
    values = (totals >= 1 or across >= 2) and across >= profile.needs.get("periods", 0)
    measured = "measure" in layout.roles and layout.values and "periods" not in profile.needs
    marks = set(map(words, profile.needs.get("headers", ())))
    told = not marks or bool(marks & set(map(words, layout.block.headers.values())))
    return bool(told and (values or measured) and any(role in layout.roles for role in profile.needs["any"]))


def _try(
    sheet: Sheet, index: int, height: int, profile: Profile, month: int | None
) -> tuple[int, Layout] | None:
    rows = sheet.rows[index : index + height]
    if len(rows) < height or rows[-1].number - rows[0].number != height - 1:
        return None
    parts = _parts(sheet, rows, profile, month)
    layout = Layout(_block(sheet, index, height, parts))
    score = _assign(layout, parts, profile, month)
    return None if score is None else (score, layout)


def _block(sheet: Sheet, index: int, height: int, parts: dict[int, list[Value]]) -> Block:
    headers = {
        column: clean(" ".join(dict.fromkeys(text_of(part) for part in own if holds(part))))
        for column, own in parts.items()
    }
    return Block(sheet, sheet.rows[index + height - 1].number, headers, [], sheet.rows[:index])


def _parts(sheet: Sheet, rows: Sequence[Row], profile: Profile, month: int | None) -> dict[int, list[Value]]:
    """The header cells of each column from top to bottom, group labels carried to the columns they span."""
    width = max(len(row.values) for row in rows)
    lines = []
    for depth, row in enumerate(rows):
        line = [row.value(column) if holds(row.value(column)) else None for column in range(width)]
        if depth < len(rows) - 1:
            _carry(line, row, rows[depth + 1], sheet, profile, month)
        lines.append(line)
    columns = {column: [line[column] for line in lines] for column in range(width)}
    return {column: own for column, own in columns.items() if any(part is not None for part in own)}


def _carry(
    line: list[Value], row: Row, below: Row, sheet: Sheet, profile: Profile, month: int | None
) -> None:
    merged = [area for area in sheet.merged if area.first_row <= row.number <= area.last_row]
    label: Value = None
    for column in range(len(line)):
        area = next((area for area in merged if area.first_column <= column <= area.last_column), None)
        if area:
            if area.first_row == row.number:
                line[column] = row.value(area.first_column)
            label = None
        elif line[column] is not None:
            said = meaning(profile, line[column], month)
            label = line[column] if said.known and not _names(profile, below.value(column)) else None
        elif label is not None and holds(below.value(column)):
            line[column] = label


def _names(profile: Profile, value: Value) -> bool:
    """Whether a cell below is the header of a label column, so that what is above it groups nothing."""
    return isinstance(value, str) and bool(profile.rank(value).keys() - {*MEASURES, *_UNSAID})


def _assign(layout: Layout, parts: dict[int, list[Value]], profile: Profile, month: int | None) -> int | None:
    """Give each column its role or value; the score of this reading, None if it cannot be a header."""
    ranked: list[tuple[int, int, str]] = []
    for column, own in parts.items():
        there = [part for part in own if part is not None]
        ranks = _ranks(profile, there, month)
        if not ranks and len(there) > 1 and isinstance(there[0], str) and profile.rank(there[0]):
            said = [meaning(profile, part, month) for part in there]
            if not all(one.known for one in said):
                return None
        value = None if ranks else _value(layout, column, there, profile, month)
        if value:
            layout.values.append(value)
        else:
            ranked += [(rank, column, role) for role, rank in ranks.items()]
    _choose(layout, ranked, parts)
    taken = {
        *layout.roles.values(),
        *layout.undated,
        *(item.column for item in (*layout.values, *layout.stated)),
    }
    layout.unknown = [column for column in parts if column not in taken]
    height = max((len(own) for own in parts.values()), default=1)
    return 3 * (len(layout.roles) + len(layout.values) + len(layout.undated)) + len(layout.running) - height


def _ranks(profile: Profile, there: Sequence[Value], month: int | None) -> dict[str, int]:
    """The roles of a column by all its texts together, else by the lowest where those above say nothing."""
    texts = [part for part in there if isinstance(part, str)]
    if not texts or len(texts) < len(there):
        return {}
    if ranks := profile.rank(" ".join(texts)):
        return ranks
    if all(meaning(profile, part, month).known for part in texts):
        return {}
    return profile.rank(texts[-1])


def _value(
    layout: Layout, column: int, there: Sequence[Value], profile: Profile, month: int | None
) -> ValueColumn | None:
    said = [meaning(profile, part, month) for part in there]
    if not all(one.known for one in said):
        return None
    if any(one.measure == "none" for one in said):
        _note_running(layout, column, said, _unit(there))
        return None
    measure = next((one.measure for one in reversed(said) if one.measure), None)
    part = next((one.part for one in said if one.part), "")
    year = next((one.year for one in said if one.year), "")
    period = (
        dated(part, year, month) if part else next((one.period for one in reversed(said) if one.period), None)
    )
    if part and period is None:
        layout.undated.append(column)
        layout.parts[column] = (part, measure)
        return None
    total = any(one.total for one in said)
    if period is None and not measure and not total:
        return None
    found = ValueColumn(column, layout.block.headers[column], measure, period, _unit(there))
    if total and period is not None:
        layout.stated.append(found)
        return None
    return found


def _note_running(layout: Layout, column: int, said: Sequence[Meaning], own: Unit) -> None:
    """Keep a column of a period whose amounts run on: it may be all that a page says."""
    runs = next((one.running for one in said if one.measure == "none"), "")
    period = next((one.period for one in reversed(said) if one.period), None)
    if runs and period and all(one.running for one in said if one.measure == "none"):
        measures = [one.beside if one.measure == "none" else one.measure for one in said]
        measure = next(filter(None, measures), None)
        header = layout.block.headers[column]
        layout.running.append(ValueColumn(column, header, measure, period, own, running=runs))


def _unit(there: Sequence[Value]) -> Unit:
    found = Unit()
    for part in reversed([part for part in there if isinstance(part, str)]):
        found = found.over(unit(part))
    return found


def _choose(layout: Layout, ranked: list[tuple[int, int, str]], parts: dict[int, list[Value]]) -> None:
    """One column a role and one role a column, the best words first; a total that a header names in full,
    such as Planned benefit, comes before one that a word alone may mean, such as Budget."""
    used: set[int] = set()
    named: set[int] = set()
    for _, column, role in sorted(ranked):
        if column in used or role in layout.roles:
            continue
        used.add(column)
        if role in (*MEASURES, *_UNSAID):
            own = [part for part in parts[column] if part is not None]
            header = layout.block.headers[column]
            found = ValueColumn(column, header, None if role in _UNSAID else role, None, _unit(own))
            vague = [one for one in layout.values if one.measure == found.measure and not one.period]
            if any(one.column in named for one in vague):
                continue
            layout.values = [one for one in layout.values if one not in vague]
            layout.values.append(found)
            named.add(column)
        else:
            layout.roles[role] = column
