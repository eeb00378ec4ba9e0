"""The period columns of a long table: Period, or Period start and Period end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import pyarrow as pa

from data.ingest.findings import periods as wrong
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Value
from data.ingest.staged import Known
from data.ingest.understanding import dates, periods
from data.ingest.understanding.block import Block, Cells, holds, text_of
from data.ingest.understanding.convert import days, order_of
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.periods import Period


@dataclass
class Spans:
    """The periods of the rows: null starts and ends where a row has none. `reported` are the rows
    whose period is wrong and was reported, `raw` the texts as written."""

    starts: pa.Array
    ends: pa.Array
    raw: dict[int, str] = field(default_factory=dict)
    reported: set[int] = field(default_factory=set)


class Calendar:
    """Which fiscal year counts for which benefit: learnt from the file itself, else from the store."""

    def __init__(self, known: Known, month: int | None = None) -> None:
        self._general = month
        self._months = dict(known.fiscal_months)
        self._programs = {**known.benefits}
        self._projects = {**known.projects}

    def learn(self, table: str, rows: pa.Table | None) -> None:
        """Take in the programs, benefits and projects of the file."""
        if rows is None or table not in ("programs", "benefits", "projects"):
            return
        ids = rows.column("program_id").to_pylist()
        if table == "programs":
            months = rows.column("fiscal_year_start_month").to_pylist()
            self._months.update({program: month for program, month in zip(ids, months, strict=True) if month})
        else:
            own = rows.column(f"{table[:-1]}_id").to_pylist()
            (self._programs if table == "benefits" else self._projects).update(zip(own, ids, strict=True))

    def programs(self, table: str, columns: Mapping[str, pa.Array], count: int) -> list[str | None]:
        """The program of each row of a periodic table."""
        if table == "budget" and "program_id" in columns:
            return columns["program_id"].to_pylist()  # type: ignore[no-any-return]
        if "benefit_id" not in columns:
            return [None] * count
        return [self._programs.get(benefit) for benefit in columns["benefit_id"].to_pylist()]

    def month(self, program: str | None) -> int | None:
        """The first month of the program's fiscal year; None where it is not known."""
        return self._months.get(program, self._general) if program else self._general


def spans(
    block: Block, columns: Mapping[str, int], programs: Sequence[str | None], calendar: Calendar, heard: Heard
) -> Spans:
    """The period of each row, from Period where it is filled in, else from its start and end."""
    count = len(block.rows)
    found: list[Period | None] = [None] * count
    result = Spans(pa.nulls(0), pa.nulls(0))
    if "Period" in columns:
        _single(block.cells(columns["Period"]), programs, calendar, heard, found, result)
    if {"Period start", "Period end"} <= columns.keys():
        _pairs(block.cells(columns["Period start"]), block.cells(columns["Period end"]), heard, found, result)
    result.starts = pa.array([period.start if period else None for period in found], pa.date32())
    result.ends = pa.array([period.end if period else None for period in found], pa.date32())
    return result


def _single(
    cells: Cells,
    programs: Sequence[str | None],
    calendar: Calendar,
    heard: Heard,
    found: list[Period | None],
    result: Spans,
) -> None:
    day_first = _day_first(cells, heard)
    known: dict[tuple[Value, int | None], Period | None] = {}
    fiscal: dict[str | None, int] = {}
    for index, value in enumerate(cells.values):
        if not holds(value):
            continue
        place = (value, calendar.month(programs[index]))
        if place not in known:
            known[place] = _one(value, place[1], day_first)
        found[index] = period = known[place]
        if not isinstance(value, date) or isinstance(value, datetime):
            result.raw[index] = text_of(value)
        if period is None:
            result.reported.add(index)
            if not (isinstance(value, str) and dates.order([value]).either):  # said of the whole column
                heard.add(wrong.NotAPeriod(cells.place(index), cells.header, text_of(value)[:80]))
        elif period.fiscal:
            fiscal.setdefault(programs[index], index)
    for program, index in fiscal.items():
        note_fiscal(cells.place(index), text_of(cells.values[index]), found[index], program, calendar, heard)


def note_fiscal(
    place: Place, text: str, period: Period | None, program: str | None, calendar: Calendar, heard: Heard
) -> None:
    """Say how a fiscal year was read, and that its first month is not known where that is so."""
    if period is None:
        return
    heard.add(wrong.FiscalYearRead(place, text, period.start.isoformat(), period.end.isoformat()))
    if calendar.month(program) is None:
        heard.add(wrong.FiscalMonthUnknown(place, program or "", f"{period.start:%B}"))


def _one(value: Value, fiscal_month: int | None, day_first: bool | None) -> Period | None:
    period = periods.parse(value, fiscal_month)
    if period is None and isinstance(value, str) and (day := dates.parse(value, day_first)):
        return periods.months(day, 1)
    return period


def _day_first(cells: Cells, heard: Heard) -> bool | None:
    if heard.answers.day_first is not None:
        return heard.answers.day_first
    return order_of(cells, dates.order(value for value in cells.values if isinstance(value, str)), heard)


def _pairs(starts: Cells, ends: Cells, heard: Heard, found: list[Period | None], result: Spans) -> None:
    first, last = days(starts, heard).array.to_pylist(), days(ends, heard).array.to_pylist()
    for index, (start, end) in enumerate(zip(first, last, strict=True)):
        if found[index] is not None or start is None or end is None or index in result.reported:
            continue
        if end < start:
            result.reported.add(index)
            heard.add(wrong.PeriodBackwards(ends.place(index), start.isoformat(), end.isoformat()))
        else:
            found[index] = Period(start, end)
