"""Every question of every page at two sizes: warm times, and how they grow.

    python -m tests.benchmarks.bench_questions [--rows 60000 6000000] [--folder DIR] [--threads N]

Each is asked of the whole portfolio and of one program or benefit. Goals: 50 ms warm at 6 million
planned periods, 400 ms at more, and never more than 3 times what it takes at 60 thousand. The 60 million
of the goals are asked for with `--rows 60000 60000000`, or ROWS for `make bench`.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import duckdb

from data.access import OPERATOR
from data.model import TABLES
from data.store import LoadedFile, history, loads, places
from data.store.build import records
from data.store.build.sql import quoted, script
from queries import ask
from queries.question import Question
from queries.registry import questions
from tests.benchmarks.goals import Line

AS_OF = date(2026, 1, 31)
MONTHS = 120
BENEFITS_A_PROJECT = 10
SIZES = (60_000, 6_000_000)
GREATEST, GROWTH = 50.0, 3.0
GREATEST_BEYOND = 400.0  # milliseconds, with more rows than the larger size
SHOWN = tuple(f"B{number:07}" for number in range(200))  # what one page of the register asks spark lines for
# Lists of single values, which no page asks for everything at once.
NARROW = ("benefits.periods", "benefits.vintages", "benefits.card", "provenance.values", "provenance.records")

# u(i, s): a number in [0, 1) that is the same in every engine and version.
_NUMBERS = """
create temp macro u(i, s) as
    ((((i + 1) * 2654435761 + s * 40503) % 4294967296) * 69069 + 1) % 4294967296 / 4294967296.0;
create temp macro month_start(k) as cast(date '2018-01-01' + to_months(cast(k as integer)) as date);
create temp macro money(x) as cast(round(x, 2) as decimal(24, 6));
"""
_PROVENANCE = "1 as file_id, 'Sheet' as sheet, cast(b % 1000000 as integer) as row"
_LONG = f"""
    month_start(k) as period_start, last_day(month_start(k)) as period_end, value, value as amount,
    null::varchar as missing, {_PROVENANCE}, 'E2' as cell, value::varchar as raw
"""


def fill(connection: duckdb.DuckDBPyConnection, rows: int) -> None:
    """The resolved tables of a portfolio with `rows` planned periods, then the summaries."""
    benefits = rows // MONTHS
    projects = max(5, benefits // BENEFITS_A_PROJECT)
    programs = max(5, projects // 50)
    connection.execute(_NUMBERS)
    for table in TABLES:
        columns = [f"{quoted(field.name)} {field.type.value}" for field in table.fields]
        columns += ["period_start date", "period_end date"] if table.periodic else []
        connection.execute(
            f"create table {table.name} ({', '.join(columns)}, file_id integer, sheet varchar, row integer)"
        )
    records.create(connection)
    connection.execute(
        "insert into loaded_files"
        " values (1, 'bench', 'portfolio.xlsx', '', 'bench', 'bench', 'bench', timestamp '2026-02-01')"
    )
    connection.execute(
        f"""
        create temp table b as
        select b, b // {BENEFITS_A_PROJECT} as j, (b // {BENEFITS_A_PROJECT}) % {programs} as g,
            500 + u(b, 5) * 30000 as base, 0.3 + u(b, 6) as factor, floor(u(b, 7) * 40) as starts
        from range({benefits}) as r(b);
        insert into programs by name
        select 'G' || lpad(b::varchar, 4, '0') as program_id, 'Program ' || b as program,
            ['EUR', 'EUR', 'GBP'][1 + b % 3] as currency, {_PROVENANCE} from range({programs}) as r(b);
        insert into projects by name
        select 'J' || lpad(b::varchar, 6, '0') as project_id, 'Project ' || b as project,
            'G' || lpad((b % {programs})::varchar, 4, '0') as program_id,
            ['active', 'closed'][1 + b % 2] as status, {_PROVENANCE} from range({projects}) as r(b);
        insert into business_cases by name
        select program_id, 'v' || v as case_version, 'Case' as label,
            month_start(v * 30 - 35) as approved_on, 1 as file_id, 'Sheet' as sheet, 2 as row
        from programs, range(1, 3) as r(v) where v = 1 or program_id like '%0';
        insert into benefits by name
        select 'B' || lpad(b::varchar, 7, '0') as benefit_id, 'Benefit ' || b as benefit,
            'G' || lpad(g::varchar, 4, '0') as program_id, 'Owner ' || b % 97 as owner,
            case when b % 9 = 8 then 'disbenefit' else 'benefit' end as kind, 'monetary' as value_type,
            'monthly' as cadence, {_PROVENANCE} from b;
        insert into contributions by name
        select 'B' || lpad(b::varchar, 7, '0') as benefit_id, 'J' || lpad(j::varchar, 6, '0') as project_id,
            0.7 as weight, {_PROVENANCE} from b;
        create temp table cells as
        select b, k, g, factor,
            case when k < starts then 0 else base end * case when b % 9 = 8 then -0.2 else 1 end as planned
        from b, range({MONTHS}) as m(k);
        """
    )
    keys = "'G' || lpad(g::varchar, 4, '0') as program_id, 'B' || lpad(b::varchar, 7, '0') as benefit_id"
    connection.execute(
        f"""
        create or replace table planned_values as
        select {keys}, 'v' || v as case_version, {_LONG}
        from (select *, money(planned * (1.1 - v * 0.1)) as value from cells, range(1, 3) as r(v)
            where v = 1 or g % 10 = 0)
        order by program_id, benefit_id, case_version, period_end;
        create or replace table realized_values as
        select {keys}, null::date as measured_on, 'system extract' as evidence,
            null::varchar as reference, {_LONG}
        from (select *, money(planned * factor * (0.8 + 0.4 * u(b * 131 + k, 8))) as value
            from cells where k < 97 and (b + k) % 17 <> 3)
        order by program_id, benefit_id, period_end;
        create or replace table forecast_values as
        select {keys}, last_day(month_start(f)) as forecast_as_of, null::decimal(9, 6) as confidence, {_LONG}
        from (select *, money(planned * (factor + 1) / 2) as value from cells, (values (84), (96)) as v(f)
            where k > f)
        order by program_id, benefit_id, forecast_as_of, period_end;
        """
    )
    connection.execute(script("summaries"))


def load(rows: int, threads: int) -> float:
    """Make a version of that size current; answer the seconds that the summaries and rows took."""
    attempt = loads.begin("Ana", history.pointed(), AS_OF, [LoadedFile("portfolio.xlsx", "ab" * 32)])
    started = time.perf_counter()
    spill = str(places.work() / "bench")
    config = {"threads": threads, "memory_limit": "2GB", "temp_directory": spill}
    with duckdb.connect(places.version_file(attempt.load_id), config=config) as connection:
        fill(connection, rows)
        connection.execute("checkpoint")
    loads.advance(attempt.load_id, "previewed")
    loads.make_current(attempt.load_id, "Ana", AS_OF)
    return time.perf_counter() - started


def warm(question: Question, rounds: int = 7) -> float:
    """Milliseconds of an answer, once the file is warm: the median."""
    times = []
    for _ in range(rounds + 1):
        started = time.perf_counter()
        ask(question, OPERATOR)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times[1:])


def measure() -> dict[str, float]:
    """Milliseconds by question, asked of everything and of one program or benefit."""
    found = {}
    for name, kind in questions().items():
        asked = {"of one program": kind(program_id="G0000")}
        if "benefit_id" in kind.__dataclass_fields__:
            asked = {"of one benefit": kind(program_id="G0000", benefit_id="B0000000")}
        if name not in NARROW:
            asked["of all"] = kind(benefits=SHOWN) if "benefits" in kind.__dataclass_fields__ else kind()
        found |= {f"{name} {of}": warm(question) for of, question in asked.items()}
    return found


def run(folder: Path, sizes: Sequence[int] = SIZES, threads: int = 2) -> Iterator[Line]:
    """Every question at each size, in a store of its own below `folder`."""
    before = os.environ.get("REALIZED_HOME", "")
    os.environ["REALIZED_HOME"] = str(folder / "questions")
    try:
        found = []
        for rows in sizes:
            yield Line(f"made {rows:,} rows and their summaries", load(rows, threads), None, "s")
            found.append(measure())
    finally:
        os.environ["REALIZED_HOME"] = before
    most = GREATEST if sizes[-1] <= SIZES[-1] else GREATEST_BEYOND
    for name, first in found[0].items():
        yield Line(f"{name}, at most", found[-1][name], most, f"ms at {sizes[-1]:,} rows")
        yield Line(f"{name}, growth", found[-1][name] / first, GROWTH, f"x from {sizes[0]:,} rows")


def main() -> None:
    parser = argparse.ArgumentParser(description="Every question at two sizes.")
    parser.add_argument("--rows", type=int, nargs="+", default=SIZES)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for line in run(Path(folder), given.rows, given.threads):
            print(line, flush=True)


if __name__ == "__main__":
    main()
