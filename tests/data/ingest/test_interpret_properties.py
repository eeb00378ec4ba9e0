"""Whatever the cells hold: nothing raises, no row is lost from the count, sums are those of the cells."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.ingest.reading.grid import CellError, Uncalculated
from data.model import TABLES
from tests.data.ingest.sheets import read, sheet, table

WORDS = [
    *("Benefit", "Benefit ID", "Planned", "Realized (£m)", "Total", "Project", "2025", "Q1 2025", "Plan"),
    *("Actual", "Jan-25", "Programme: X", "TBC", "1.234,5", "£5m", "Type", "Period", "Value", "Case version"),
    *("Year", "Currency", "Unit", "03/04/2024", "GMPP ID Number", "Department", "Project name", "Start date"),
    *("Q1", "EUR"),
]
CELLS = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.sampled_from([field.header for item in TABLES for field in item.fields]),
    st.decimals(-(10**9), 10**9, places=3),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**22), max_value=10**22),
    st.dates(date(1900, 1, 1), date(9999, 12, 31)),
    st.datetimes(datetime(1900, 1, 1), datetime(9999, 12, 31)),  # noqa: DTZ001 - cells have no time zone
    st.timedeltas(timedelta(0), timedelta(9)),
    st.booleans(),
    st.just(CellError("#N/A")),
    st.just(Uncalculated("A1")),
    st.text(max_size=12),
)
NAMES = st.sampled_from(["Benefits", "Planned values", "Projects", "Sheet1", "Plan", "Actual"])
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(st.lists(st.tuples(NAMES, st.lists(st.lists(CELLS, max_size=8), max_size=8)), max_size=3))
def test_no_book_raises_and_every_row_is_counted(sheets):
    reading = read(*(sheet(name, *rows) for name, rows in sheets))
    for found in reading.tables:
        assert found.rows_left_out >= 0
        assert found.rows is None or found.rows.num_rows == 0 or found.rows_kept > 0
    assert all(finding.as_dict()["what"] for finding in reading.findings)


@SLOW
@given(
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=9),
    st.lists(st.lists(CELLS, max_size=9), max_size=8),
)
def test_no_register_raises(words, lines):
    header = ["Benefit", "Plan 2024", *words]
    reading = read(sheet("Register", header, *(["A", Decimal(5), *line] for line in lines)))
    for found in reading.tables:
        assert found.rows_read >= found.rows_kept >= 0


@SLOW
@given(st.lists(CELLS, min_size=1, max_size=12))
def test_a_column_of_anything_is_read_or_listed(values):
    lines = [["B1", "v1", "2026-01", value] for value in values]
    found = table(
        read(sheet("Planned values", ["Benefit ID", "Case version", "Period", "Value"], *lines)),
        "planned_values",
    )
    assert found.rows.num_rows == len(values)
    for row in found.rows.to_pylist():
        assert (row["value"] is None) == (row["missing"] is not None)


NAMED = st.sampled_from(["Fewer visits", "Less space", "Faster", "Cleaner", "Warmer"])
AMOUNT = st.one_of(st.none(), st.decimals(-(10**7), 10**7, places=2))


@SLOW
@given(st.lists(st.tuples(NAMED, AMOUNT, AMOUNT, AMOUNT, AMOUNT), min_size=2, max_size=15), st.booleans())
def test_a_register_sums_to_its_cells_with_or_without_a_total(lines, with_total):
    header = ["Benefit", "Plan Jan-25", "Actual Jan-25", "Plan Feb-25", "Actual Feb-25"]
    sums = [
        sum((line[column] for line in lines if line[column] is not None), Decimal(0))
        for column in range(1, 5)
    ]
    total = [["Total", *sums]] if with_total else []
    reading = read(sheet("Register", header, *([line[0], *line[1:]] for line in lines), *total))
    added = {found.table: found.sums.get("value", Decimal(0)) for found in reading.tables}
    assert added.get("planned_values", Decimal(0)) == sums[0] + sums[2]
    assert added.get("realized_values", Decimal(0)) == sums[1] + sums[3]
    assert "total-disagrees" not in [finding.code for finding in reading.findings]
