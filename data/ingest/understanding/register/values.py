"""The amounts of a register, melted to one row a benefit, period and measure, each with its cell."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.findings import periods as late
from data.ingest.findings import register as said
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Value
from data.ingest.staged import Known
from data.ingest.understanding import periods
from data.ingest.understanding.block import Cells, holds, text_of
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.layout import ValueColumn
from data.ingest.understanding.meaning import MEASURES, dated
from data.ingest.understanding.numbers import Stored, Style, decimals
from data.ingest.understanding.period_columns import Calendar, spans
from data.ingest.understanding.periods import Period
from data.ingest.understanding.register.edges import edge_days
from data.ingest.understanding.register.labels import Labels
from data.ingest.understanding.register.money import Money
from data.ingest.understanding.register.page import Page
from data.ingest.understanding.register.recurring import ONCE, says_until, spread
from data.ingest.understanding.stage import cell_addresses, reasons, written
from data.ingest.understanding.vocabulary import clean

NEVER = date(9999, 12, 31)  # a planned total without a date: in the whole-life total only
_DAY = pa.date32()


@dataclass
class Melted:
    """The long rows of one measure, as chunks of equal columns."""

    chunks: dict[str, list[pa.Array]] = field(default_factory=dict)
    columns: list[ValueColumn] = field(default_factory=list)

    def add(self, mask: pa.Array, item: ValueColumn, **columns: pa.Array) -> None:
        for name, array in columns.items():
            self.chunks.setdefault(name, []).append(array.filter(mask))
        self.columns.append(item)

    def column(self, name: str, kind: pa.DataType) -> pa.Array:
        return pa.concat_arrays(
            [chunk.cast(kind) for chunk in self.chunks.get(name, [])] or [pa.nulls(0, kind)]
        )


@dataclass
class Dates:
    """When the totals of a row count: its own period, or its start and end; null where it has none."""

    starts: pa.Array
    ends: pa.Array
    own: bool = False  # the row states a period, which is that of every amount in it
    wrong: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class AsOf:
    """Up to which day totals hold, and what says so."""

    day: date
    source: str


def as_of(page: Page, known: Known) -> AsOf:
    """The status date given with the file, else the as-at line above the table, else the day of receipt."""
    if known.as_of:
        return AsOf(known.as_of, "the status date given with the file")
    if page.titles.as_at:
        return AsOf(page.titles.as_at, f"by {page.titles.as_at_text!r} above the table")
    return AsOf(known.received_on, "the day the file was received")


def melt(page: Page, labels: Labels, money: Money, known: Known, heard: Heard) -> dict[str, Melted]:
    """All amounts by measure: benefit_id, period_start, period_end, value, row, cell, raw, missing, index."""
    block, dates, until = page.block, _dates(page, labels, known, heard), as_of(page, known)
    _spread(page, heard)
    found = {measure: Melted() for measure in MEASURES}
    base = {
        "benefit_id": pa.array(labels.benefit_ids, pa.string()),
        "row": pa.array(block.numbers, pa.int32()),
        "index": pa.array(range(len(block.rows)), pa.int32()),
    }
    counts, keep = {"planned": 0, "realized": 0}, labels.keep
    for item in page.layout.values:
        cells = replace(block.cells(item.column, formats=False), header=item.header)
        stored = _amounts(page, item, cells, money, heard)
        there = stored.array.is_valid()
        if stored.missing:
            told = pa.array([index in stored.missing for index in range(len(block.rows))])
            there = pc.or_(there, told)
        there = pc.and_(keep, there)
        arrays = {
            **base,
            "value": stored.array,
            "cell": cell_addresses(cells),
            "raw": written(cells, stored.texts),
            "missing": reasons(stored.array, stored.missing),
        }
        for measure, rows in _by_measure(page, item, there):
            start, end, rows = _period(page, item, measure, dates, until, rows, counts)
            found[measure].add(rows, item, **arrays, period_start=start, period_end=end)
    _note_dates(page, counts, until, heard)
    return found


def _spread(page: Page, heard: Heard) -> None:
    """Give the amounts of a year, and those that come once, their periods row by row."""
    if any(item.every for item in page.layout.values):
        nothing: list[date | None] = [None] * len(page.block.rows)
        starts = edge_days(page, "start", heard) if page.has("start") else nothing
        until = page.has("end") and says_until(page.cells("end").header)
        ends = edge_days(page, "end", heard) if until else nothing
        spread(page.layout, starts, ends, page.likely, heard)


def _amounts(page: Page, item: ValueColumn, cells: Cells, money: Money, heard: Heard) -> Stored:
    """The column's numbers in whole units: no scale where a row is no money, clashing currencies unknown."""
    scale = item.unit.over(page.titles.unit).scale
    mixed = money.scales is not None or (scale != 1 and any(text is not None for text in money.units))
    stored = decimals(cells, heard, Style(Decimal(1) if mixed else scale, page.mark))
    if mixed:
        numbers = stored.array.to_pylist()
        for index, number in enumerate(numbers):
            if number is not None and money.monetary(index):
                numbers[index] = number * _factor(money, index, scale)
        stored.array = pa.array(numbers, stored.array.type)
    stated = "" if item.unit.vague else item.unit.currency
    clashing = (
        {i for i, currency in enumerate(money.currencies) if currency not in (None, stated)}
        if stated
        else set()
    )
    if clashing:
        valid = stored.array.is_valid().to_pylist()
        for index in sorted(clashing):
            if valid[index]:
                heard.add(
                    said.CurrenciesClash(
                        cells.place(index), item.header, item.unit.currency, str(money.currencies[index])
                    )
                )
                stored.missing[index] = "not numeric"
        mask = pa.array([index in clashing for index in range(len(valid))])
        stored.array = pc.if_else(mask, pa.scalar(None, stored.array.type), stored.array)
    return stored


def _factor(money: Money, index: int, scale: Decimal) -> Decimal:
    own = money.scales[index] if money.scales else Decimal(1)
    return own if own != 1 else scale


def _by_measure(page: Page, item: ValueColumn, there: pa.Array) -> list[tuple[str, pa.Array]]:
    if item.measure:
        return [(item.measure, there)]
    measures = pa.array(page.measures or [], pa.string())
    return [
        (measure, pc.and_(there, pc.fill_null(pc.equal(measures, measure), False))) for measure in MEASURES
    ]


def _dates(page: Page, labels: Labels, known: Known, heard: Heard) -> Dates:
    count = len(page.block.rows)
    if page.has("year"):
        return _years(page, heard)
    roles = {"period": "Period", "period_start": "Period start", "period_end": "Period end"}
    columns = {name: page.layout.roles[role] for role, name in roles.items() if page.has(role)}
    if "Period" in columns or {"Period start", "Period end"} <= columns.keys():
        calendar = Calendar(known, page.month)
        told = spans(page.block, columns, labels.program_ids, calendar, heard)
        return Dates(told.starts, told.ends, True, told.reported)
    if not page.layout.totals:
        return Dates(pa.nulls(count, _DAY), pa.nulls(count, _DAY))
    starts = edge_days(page, "start", heard) if page.has("start") else [None] * count
    ends = edge_days(page, "end", heard) if page.has("end") else [None] * count
    backwards = {i for i, (a, b) in enumerate(zip(starts, ends, strict=True)) if a and b and b < a}
    for index in sorted(backwards):
        place = Place(page.block.name, str(page.block.numbers[index]))
        heard.add(late.PeriodBackwards(place, f"{starts[index]}", f"{ends[index]}"))
    return Dates(pa.array(starts, _DAY), pa.array(ends, _DAY), False, backwards)


def _years(page: Page, heard: Heard) -> Dates:
    """Periods from two columns: a year, and its month, quarter or half; either alone where it says enough."""
    found: list[Period | None] = []
    wrong: set[int] = set()
    parts, years = page.cells("period"), page.cells("year")
    cache: dict[tuple[Value, Value], Period | None] = {}
    for index, pair in enumerate(zip(parts.values, years.values, strict=True)):
        if pair not in cache:
            cache[pair] = _in_year(*pair, page.month)
        found.append(cache[pair])
        if found[-1] is None and any(map(holds, pair)):
            wrong.add(index)
            text = " ".join(text_of(value) for value in pair)
            heard.add(late.NotAPeriod(parts.place(index), f"{parts.header} and {years.header}", text[:80]))
    starts = pa.array([period.start if period else None for period in found], _DAY)
    return Dates(starts, pa.array([period.end if period else None for period in found], _DAY), True, wrong)


def _in_year(part: Value, year: Value, month: int | None) -> Period | None:
    if not holds(part):
        return periods.parse(year, month)
    if isinstance(part, Decimal) and part in range(1, 13):
        part = date(2000, int(part), 1).strftime("%B")
    return periods.parse(part, month) or dated(clean(text_of(part)), text_of(year), month)


def _period(
    page: Page,
    item: ValueColumn,
    measure: str,
    dates: Dates,
    until: AsOf,
    rows: pa.Array,
    counts: dict[str, int],
) -> tuple[pa.Array, pa.Array, pa.Array]:
    """The period of each of the column's values, and which rows are left."""
    count = len(page.block.rows)
    if item.spans is not None:
        return _own_spans(item, rows, counts)
    if item.period:
        return (
            pa.repeat(pa.scalar(item.period.start, _DAY), count),
            pa.repeat(pa.scalar(item.period.end, _DAY), count),
            rows,
        )
    if dates.wrong and (dates.own or measure == "planned"):
        rows = pc.and_(rows, pa.array([index not in dates.wrong for index in range(count)]))
    if dates.own:
        undated = pc.and_(rows, pc.is_null(dates.ends))
        counts[measure] = counts.get(measure, 0) + undated.true_count
        last = NEVER if measure == "planned" else until.day
        return _or(dates.starts, last), _or(dates.ends, last), rows
    if measure == "planned":
        counts["planned"] += pc.and_(rows, pc.is_null(dates.ends)).true_count
        return _or(_firsts(dates.starts, dates.ends), NEVER), _or(dates.ends, NEVER), rows
    counts[measure] = counts.get(measure, 0) + rows.true_count
    last = pa.scalar(until.day, _DAY)
    first = pa.scalar(until.day.replace(day=1), _DAY)
    begun = pc.fill_null(pc.less_equal(dates.starts, last), False)
    return pc.if_else(begun, dates.starts, first), pa.repeat(last, count), rows


def _own_spans(
    item: ValueColumn, rows: pa.Array, counts: dict[str, int]
) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Each row's own period; what comes once and nobody says when is in the whole-life total only."""
    starts = pa.array([span.start if span else None for span in item.spans or ()], _DAY)
    ends = pa.array([span.end if span else None for span in item.spans or ()], _DAY)
    if item.every != ONCE:
        return starts, ends, pc.and_(rows, starts.is_valid())
    counts["planned"] += pc.and_(rows, starts.is_null()).true_count
    return _or(starts, NEVER), _or(ends, NEVER), rows


def _or(days: pa.Array, instead: date) -> pa.Array:
    return pc.fill_null(days, pa.scalar(instead, _DAY))


def _firsts(starts: pa.Array, ends: pa.Array) -> pa.Array:
    """The start; where only the end is known, the first day of its month; where only the start is, itself."""
    return pc.coalesce(starts, pc.floor_temporal(ends, unit="month"))


def _note_dates(page: Page, counts: dict[str, int], until: AsOf, heard: Heard) -> None:
    place = Place(page.block.name)
    if counts["planned"]:
        heard.add(late.PlannedWithoutDate(place, counts["planned"], NEVER.isoformat()))
    if counts["realized"]:
        heard.add(late.RealizedWithoutDate(place, counts["realized"], until.day.isoformat(), until.source))
