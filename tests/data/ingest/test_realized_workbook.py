"""The Realized workbook: every sheet, every column, and everything that can be wrong with a cell."""

from datetime import date
from decimal import Decimal

from data.ingest.findings.base import Severity
from data.ingest.reading.grid import CellError, Uncalculated
from data.ingest.staged import Known, schema
from data.model import BY_NAME, TABLES, Type
from tests.data.ingest.sheets import RECEIVED, codes, columns, read, rows, sheet, table

PROGRAMS = sheet(
    "Programs",
    ["Program ID", "Program", "Currency", "Fiscal year start month", "Discount rate", "Start"],
    ["P1", "Service reform", "GBP", 4, 0.035, date(2024, 4, 1)],
    ["P2", "Estates", "EUR", 1, 0.03, None],
)
BENEFITS = sheet(
    "Benefits",
    ["Benefit ID", "Program ID", "Benefit", "Kind", "Value type"],
    ["B1", "P1", "Fewer visits", "Benefit", "Monetary"],
    ["B2", "P2", "Less space", "Dis-benefit", "MONETARY"],
)


def planned(
    *lines: list[object], header: tuple[str, ...] = ("Benefit ID", "Case version", "Period", "Value")
):
    return sheet("Planned values", list(header), *lines)


def test_every_field_of_every_sheet_is_read():
    sheets = []
    for item in TABLES:
        example = {
            Type.TEXT: "x",
            Type.DATE: date(2026, 3, 31),
            Type.DECIMAL: 1234.5,
            Type.SHARE: 0.25,
            Type.INTEGER: 4,
            Type.BOOLEAN: True,
        }
        headers = [field.header for field in item.fields] + (["Period"] if item.periodic else [])
        values = [field.choices[0] if field.choices else example[field.type] for field in item.fields]
        sheets.append(sheet(item.sheet, headers, values + (["2026-Q1"] if item.periodic else [])))
    reading = read(*sheets)
    assert codes(reading) == []
    assert [found.table for found in reading.tables] == [item.name for item in TABLES]
    for found in reading.tables:
        item = BY_NAME[found.table]
        assert found.rows.schema == schema(item)
        (row,) = found.rows.to_pylist()
        for field in item.fields:
            expected = (
                field.choices[0]
                if field.choices
                else {
                    Type.TEXT: "x",
                    Type.DATE: date(2026, 3, 31),
                    Type.DECIMAL: Decimal("1234.5"),
                    Type.SHARE: Decimal("0.25"),
                    Type.INTEGER: 4,
                    Type.BOOLEAN: True,
                }[field.type]
            )
            assert row[field.name] == expected, (item.name, field.name)
        if item.periodic:
            assert (row["period_start"], row["period_end"]) == (date(2026, 1, 1), date(2026, 3, 31))
        assert (row["sheet"], row["row"], found.header_row, found.first_column) == (item.sheet, 2, 1, "A")
        assert set(found.columns) >= {field.name for field in item.fields}


def test_a_missing_sheet_is_no_matter_and_names_match_in_any_spelling_and_order():
    reading = read(
        sheet(
            "planned_VALUES", ["value", " Case-Version ", "PERIOD", "benefit id"], [10, "v1", "2026-01", "B1"]
        ),
        sheet("Notes of ours", ["anything"]),
        sheet("Realised Values", ["Benefit ID", "Period", "Value"], ["B1", "2026-01", 7]),
    )
    assert reading.source == "realized workbook"
    assert codes(reading) == ["sheet-unknown"]
    assert columns(reading, "planned_values", "benefit_id", "case_version", "value") == [
        ("B1", "v1", Decimal(10))
    ]
    assert columns(reading, "realized_values", "value") == [(Decimal(7),)]
    assert table(reading, "planned_values").letters == {
        "value": "A",
        "case_version": "B",
        "period": "C",
        "benefit_id": "D",
    }


def test_periods_in_every_form():
    forms = [
        (date(2026, 3, 1), "2026-03-01", "2026-03-31"),
        ("2026-01", "2026-01-01", "2026-01-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        (2026, "2026-01-01", "2026-12-31"),
        ("FY2026", "2025-04-01", "2026-03-31"),
        ("2025/26", "2025-04-01", "2026-03-31"),
    ]
    reading = read(PROGRAMS, BENEFITS, planned(*(["B1", "v1", form, 1] for form, _, _ in forms)))
    found = columns(reading, "planned_values", "period_start", "period_end")
    assert [(str(start), str(end)) for start, end in found] == [(start, end) for _, start, end in forms]
    assert codes(reading) == ["fiscal-year"]


def test_a_fiscal_year_of_a_program_that_starts_in_january_is_the_calendar_year():
    reading = read(PROGRAMS, BENEFITS, planned(["B2", "v1", "FY2026", 1]))
    assert columns(reading, "planned_values", "period_start", "period_end") == [
        (date(2026, 1, 1), date(2026, 12, 31))
    ]


def test_the_store_knows_the_fiscal_year_of_a_program_that_the_file_leaves_out():
    known = Known(RECEIVED, benefits={"B9": "P9"}, fiscal_months={"P9": 7})
    reading = read(planned(["B9", "v1", "FY2026", 1]), known=known)
    assert columns(reading, "planned_values", "period_start", "period_end") == [
        (date(2025, 7, 1), date(2026, 6, 30))
    ]
    assert codes(reading) == ["fiscal-year"]


def test_an_unknown_fiscal_year_is_said():
    assert codes(read(planned(["B9", "v1", "FY2026", 1]))) == ["fiscal-month-unknown", "fiscal-year"]


def test_start_and_end_instead_of_a_period():
    header = ("Benefit ID", "Case version", "Period start", "Period end", "Value")
    reading = read(
        planned(
            ["B1", "v1", date(2026, 1, 1), date(2026, 6, 30), 1],
            ["B1", "v1", "2026-07-01", "2026-12-31", 2],
            ["B1", "v1", date(2027, 2, 1), date(2027, 1, 1), 3],
            ["B1", "v1", date(2027, 2, 1), None, 4],
            header=header,
        )
    )
    assert columns(reading, "planned_values", "period_start", "period_end", "value") == [
        (date(2026, 1, 1), date(2026, 6, 30), Decimal(1)),
        (date(2026, 7, 1), date(2026, 12, 31), Decimal(2)),
    ]
    assert codes(reading) == ["period-backwards", "required-missing"]
    found = table(reading, "planned_values")
    assert (found.rows_read, found.rows_kept, found.rows_left_out) == (4, 2, 2)


def test_a_value_that_cannot_be_read_is_null_with_its_reason_and_its_row_is_kept():
    cells = [
        (100, Decimal(100), None, "100"),
        (None, None, "blank", None),
        ("-", None, "blank", "-"),
        ("TBC", None, "blank", "TBC"),
        ("N/A", None, "not applicable", "N/A"),
        ("Exempt under Section 43 of the Act", None, "withheld", "Exempt under Section 43 of the Act"),
        ("about ten", None, "not numeric", "about ten"),
        (CellError("#REF!"), None, "error", "#REF!"),
        (Uncalculated("SUM(A1:A2)"), None, "uncalculated", "=SUM(A1:A2)"),
        ("£1.90m", Decimal(1900000), None, "£1.90m"),
        ("(1,234.50)", Decimal("-1234.5"), None, "(1,234.50)"),
        (0, Decimal(0), None, "0"),
    ]
    reading = read(
        planned(*(["B1", "v1", f"2026-{month:02}", cell[0]] for month, cell in enumerate(cells, 1)))
    )
    assert columns(reading, "planned_values", "value", "missing", "raw") == [cell[1:] for cell in cells]
    assert codes(reading) == ["error-cell", "text-in-number", "uncalculated"]
    assert [str(finding.place) for finding in reading.findings] == [
        "Planned values!D8",
        "Planned values!D9",
        "Planned values!D10",
    ]
    assert table(reading, "planned_values").sums == {"value": Decimal("1898865.5")}
    assert [row["cell"] for row in rows(reading, "planned_values")] == [f"D{row}" for row in range(2, 14)]


def test_findings_of_a_kind_are_listed_twenty_times_and_the_rest_is_counted():
    reading = read(planned(*(["B1", "v1", "2026-01", f"word {i}"] for i in range(50))))
    assert codes(reading) == ["more-left-out"] + ["text-in-number"] * 20
    assert (
        reading.findings[-1].what()
        == "30 more findings of the kind text-in-number are not listed one by one."
    )


def test_a_row_without_a_required_cell_is_left_out_and_listed():
    reading = read(
        planned(
            [None, "v1", "2026-01", 1],
            ["B1", None, "2026-01", 1],
            ["B1", "v1", None, 1],
            ["B1", "v1", "soon", 1],
        )
    )
    assert codes(reading) == ["not-a-period", "required-missing", "required-missing", "required-missing"]
    assert [str(finding.place) for finding in reading.findings] == [
        "Planned values!C5",
        "Planned values!A2",
        "Planned values!B3",
        "Planned values!4",
    ]
    assert (table(reading, "planned_values").rows_read, table(reading, "planned_values").rows_kept) == (4, 0)


def test_a_missing_column_refuses():
    reading = read(
        PROGRAMS,
        sheet("Benefits", ["Benefit ID", "Program ID", "Benefit", "Kind"], ["B1", "P1", "b", "benefit"]),
    )
    (finding,) = reading.findings
    assert (finding.code, finding.severity) == ("column-missing", Severity.REFUSES)
    assert finding.what().startswith("The required column 'Value type' is missing")


def test_a_delimited_file_is_recognised_by_its_header():
    reading = read(
        sheet("export 7", ["Benefit ID", "Period", "Value"], ["B1", "2026-01", "12.50"]),
        name="export 7.csv",
        container="csv",
    )
    assert reading.source == "realized workbook"
    assert columns(reading, "realized_values", "value") == [(Decimal("12.5"),)]


def test_the_empty_template_reads_as_empty_tables():
    headers = [
        [field.header for field in item.fields] + (["Period"] if item.periodic else []) for item in TABLES
    ]
    reading = read(*(sheet(item.sheet, header) for item, header in zip(TABLES, headers, strict=True)))
    assert codes(reading) == []
    assert [found.rows.num_rows for found in reading.tables] == [0] * len(TABLES)
