"""Checks on the resolved data: what only shows when all that is known comes together."""

from collections.abc import Iterator
from datetime import date
from graphlib import CycleError, TopologicalSorter

import duckdb

from data.ingest.findings import dataset as found
from data.ingest.findings import money as money_found
from data.ingest.findings.base import Finding, Place
from data.store.build.entries import Extent
from data.store.build.places import Places
from data.store.build.sql import quoted

Found = Iterator[tuple[int, Finding]]
_SERIES = {
    "planned_values": "case_version",
    "forecast_values": "forecast_as_of",
    "realized_values": "benefit_id",
}


def check_dataset(
    connection: duckdb.DuckDBPyConnection, places: Places, extents: dict[str, Extent], as_of: date | None
) -> Found:
    """Every check on the resolved tables; the caller keeps those of this load's files."""
    yield from _overlaps(connection, places, extents)
    yield from _unknown_cases(connection, places)
    yield from _weights(connection, places)
    yield from _units(connection, places)
    if _exists(connection, "valued_benefits where currency <> reporting_currency"):
        yield from _rates(connection)
    if _exists(connection, "disbenefit_sign"):
        yield from _disbenefits(connection, places)
    yield from _dates(connection, places)
    yield from _cancelled(connection, places)
    yield from _cycles(connection)
    if as_of:
        yield from _after_status_date(connection, as_of)


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple]:  # type: ignore[type-arg]
    return connection.execute(sql).fetchall()


def _exists(connection: duckdb.DuckDBPyConnection, rows: str) -> bool:
    """Whether there is any: asking is much cheaper than planning a check that finds nothing."""
    return bool(_rows(connection, f"select 1 from {rows} limit 1"))


def _overlaps(connection: duckdb.DuckDBPyConnection, places: Places, extents: dict[str, Extent]) -> Found:
    for table, series in _SERIES.items():
        # Different whole calendar months never overlap, and sorting to see it takes longest of all checks.
        months = "day(period_start) = 1 and period_end = last_day(period_start)"
        if not extents[table].rows or not _exists(connection, f"{table} where not ({months})"):
            continue
        rows = _rows(
            connection,
            f"""
            select benefit_id, file_id, sheet, row, cell,
                lag(file_id) over same, lag(sheet) over same, lag(row) over same, lag(cell) over same
            from {table}
            window same as (partition by benefit_id, {series} order by period_start, period_end)
            qualify period_start <= lag(period_end) over same
            order by file_id, sheet, row
            """,
        )
        for benefit_id, *both in rows:
            one, other = both[:4], both[4:]
            if not places.is_new(one[0]):
                one, other = other, one
            place, against = Place(one[1], one[3] or str(one[2])), Place(other[1], other[3] or str(other[2]))
            subject = f"A period of benefit {benefit_id!r}"
            yield one[0], found.OverlappingPeriods(place, subject, str(against))


def _unknown_cases(connection: duckdb.DuckDBPyConnection, places: Places) -> Found:
    rows = _rows(
        connection,
        """
        select file_id, sheet, min(row), case_version, program_id
        from planned_values
        where (program_id, case_version) not in (select (program_id, case_version) from business_cases)
        group by file_id, sheet, case_version, program_id
        order by file_id, sheet, case_version, program_id
        """,
    )
    for file_id, sheet, row, case_version, program_id in rows:
        place = places.of(file_id, "planned_values", sheet, row, "case_version")
        yield file_id, found.UnknownCase(place, case_version, program_id)


def _weights(connection: duckdb.DuckDBPyConnection, places: Places) -> Found:
    rows = _rows(
        connection,
        """
        select arg_max(file_id, (file_id, row)), arg_max(sheet, (file_id, row)), arg_max(row, (file_id, row)),
            benefit_id, sum(weight)
        from contributions
        group by benefit_id
        having sum(weight) > 1
        order by benefit_id
        """,
    )
    for file_id, sheet, row, benefit_id, total in rows:
        place = places.of(file_id, "contributions", sheet, row, "weight")
        yield file_id, found.WeightsAboveOne(place, benefit_id, f"{total.normalize():f}")


def _units(connection: duckdb.DuckDBPyConnection, places: Places) -> Found:
    rows = _rows(
        connection,
        """
        select benefits.file_id, benefits.sheet, benefits.row, benefits.benefit_id, benefits.unit
        from benefits
        join valued_benefits on valued_benefits.benefit_id = benefits.benefit_id
        where valued_benefits.monetary and not regexp_full_match(valued_benefits.currency, '[A-Z]{3}')
        order by benefits.file_id, benefits.row
        """,
    )
    for file_id, sheet, row, benefit_id, unit in rows:
        yield (
            file_id,
            money_found.UnitIsNoCurrency(
                places.of(file_id, "benefits", sheet, row, "unit"), benefit_id, unit
            ),
        )


def _rates(connection: duckdb.DuckDBPyConnection) -> Found:
    rows = _rows(
        connection,
        """
        select said.file_id, said.sheet, said.row, said.cell, said.benefit_id, benefit.currency,
            benefit.reporting_currency, cast(said.period_end as varchar)
        from said_values as said
        join valued_benefits as benefit on benefit.benefit_id = said.benefit_id
        where said.rate_missing and said.value is not null
            and regexp_full_match(benefit.currency, '[A-Z]{3}')
        qualify row_number() over (partition by said.benefit_id, said.series order by said.period_end) = 1
        order by said.file_id, said.row
        """,
    )
    for file_id, sheet, row, cell, *about in rows:
        yield file_id, money_found.MissingRate(Place(sheet, cell or str(row)), *about)
    mixed = _rows(
        connection,
        """
        select max(rates.file_id), max(rates.sheet), string_agg(distinct benefit.reporting_currency, ', ')
        from valued_benefits as benefit
        join rates on rates.currency = benefit.currency
        where benefit.currency <> benefit.reporting_currency
        having count(distinct benefit.reporting_currency) > 1
        """,
    )
    for file_id, sheet, currencies in mixed:
        yield file_id, money_found.RatesAmbiguous(Place(sheet), currencies)


def _disbenefits(connection: duckdb.DuckDBPyConnection, places: Places) -> Found:
    rows = _rows(
        connection,
        """
        with signs as (
            select benefit_id, series, min(value) as lowest, max(value) as highest
            from said_values
            where benefit_id in (select benefit_id from disbenefit_sign)
            group by benefit_id, series
        )
        select benefits.file_id, benefits.sheet, benefits.row, benefits.benefit_id,
            any_value(disbenefit_sign.sign),
            min(signs.series) filter (where signs.highest <= 0 and signs.lowest < 0),
            min(signs.series) filter (where signs.lowest >= 0 and signs.highest > 0)
        from signs
        join benefits on benefits.benefit_id = signs.benefit_id
        join disbenefit_sign on disbenefit_sign.benefit_id = signs.benefit_id
        group by benefits.file_id, benefits.sheet, benefits.row, benefits.benefit_id
        order by benefits.file_id, benefits.row
        """,
    )
    for file_id, sheet, row, benefit_id, sign, negative, positive in rows:
        place = places.of(file_id, "benefits", sheet, row, "benefit_id")
        if sign < 0:
            yield file_id, money_found.DisbenefitUnsigned(place, benefit_id)
        elif negative and positive:
            yield file_id, money_found.DisbenefitMixedSigns(place, benefit_id, negative, positive)


def _dates(connection: duckdb.DuckDBPyConnection, places: Places) -> Found:
    closed = _rows(
        connection,
        "select file_id, sheet, row, project_id from projects"
        " where status = 'closed' and closed_on is null order by file_id, row",
    )
    for file_id, sheet, row, project_id in closed:
        yield (
            file_id,
            found.ClosedWithoutDate(places.of(file_id, "projects", sheet, row, "closed_on"), project_id),
        )
    spans = (
        ("programs", "program_id", "start", "end"),
        ("projects", "project_id", "baseline_start", "baseline_finish"),
        ("projects", "project_id", "baseline_start", "closed_on"),
    )
    for table, key, start, end in spans:
        rows = _rows(
            connection,
            f"select file_id, sheet, row, {key}, {quoted(start)}, {quoted(end)} from {table}"
            f" where {quoted(end)} < {quoted(start)} order by file_id, row",
        )
        for file_id, sheet, row, identity, starts, ends in rows:
            place = places.of(file_id, table, sheet, row, end)
            yield file_id, found.EndsBeforeStart(place, f"{table[:-1]} {identity!r}", str(starts), str(ends))
    rows = _rows(
        connection,
        """
        select benefits.file_id, benefits.sheet, benefits.row, benefits.benefit_id,
            min(planned.period_start), benefits.sustain_until
        from benefits
        join planned_values as planned on planned.benefit_id = benefits.benefit_id
        where planned.value is not null
        group by all
        having min(planned.period_start) > benefits.sustain_until
        order by benefits.file_id, benefits.row
        """,
    )
    for file_id, sheet, row, identity, starts, ends in rows:
        place = places.of(file_id, "benefits", sheet, row, "sustain_until")
        yield file_id, found.EndsBeforeStart(place, f"benefit {identity!r}", str(starts), str(ends))


def _cancelled(connection: duckdb.DuckDBPyConnection, places: Places) -> Found:
    rows = _rows(
        connection,
        """
        select file_id, sheet, row, benefit_id
        from benefits
        where lower(lifecycle) in ('cancelled', 'canceled')
            and benefit_id in (select benefit_id from realized_values where value is not null)
        order by file_id, row
        """,
    )
    for file_id, sheet, row, benefit_id in rows:
        yield (
            file_id,
            found.RealizedOnCancelled(places.of(file_id, "benefits", sheet, row, "lifecycle"), benefit_id),
        )


def _cycles(connection: duckdb.DuckDBPyConnection) -> Found:
    links = _rows(
        connection, 'select "from", "to", file_id, sheet, row from dependencies order by file_id, row'
    )
    graph = TopologicalSorter[str]()
    for start, end, *_ in links:
        graph.add(end, start)
    try:
        graph.prepare()
    except CycleError as circle:
        path = [str(name) for name in circle.args[1]]
        for start, end, file_id, sheet, row in links:
            if start in path and end in path:
                yield file_id, found.DependencyCycle(Place(sheet, str(row)), " → ".join(path))
                return


def _after_status_date(connection: duckdb.DuckDBPyConnection, as_of: date) -> Found:
    rows = connection.execute(
        """
        select file_id, sheet, arg_min(cell, row), count(*)
        from realized_values
        where period_end > ? and value is not null
        group by file_id, sheet
        order by file_id, sheet
        """,
        [as_of],
    ).fetchall()
    for file_id, sheet, cell, count in rows:
        yield file_id, found.AfterStatusDate(Place(sheet, cell or ""), count, as_of.isoformat())
