"""The published yearly lists of major projects, in rows and in columns, against a plain reading."""

import csv
import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.data.ingest.sheets import codes, columns, delimited, read, rows, sheet, table

EXPORTS = Path(__file__).parents[4] / "shared" / "exports"
_MONEY = re.compile(r"(-?)£?(-?[\d,]+(?:\.\d+)?)m?")
# file, month reported, projects, and where the figures are: 0-based field numbers of ID, department,
# whole-life cost, the year's baseline and forecast, benefits
FILES = [
    ("gmpp_2014_transposed_cp1252.csv", "2014-03", 199, (None, 1, 12, 8, 9, None)),
    ("gmpp_2015_transposed_cp1252.csv", "2015-03", 188, (None, 1, 12, 8, 9, None)),
    ("gmpp_2017_transposed_cp1252.csv", "2017-03", 143, (None, 1, 11, 8, 9, None)),
    ("gmpp_2022_govuk.csv", "2022-03", 235, (0, 2, 15, 11, 12, None)),
    ("gmpp_2023_govuk_benefits.csv", "2023-03", 244, (0, 2, 15, 11, 12, 17)),
    ("gmpp_2023_renamed_semicolon.csv", "2023-03", 244, (1, 3, 15, 12, 13, 17)),
    ("gmpp_2024_CO_benefits.csv", "2024-03", 11, (0, 2, 15, 11, 12, 17)),
]


def plainly(path: Path) -> list[list[str]]:
    """The projects of a file, one list of fields each, read with nothing but csv."""
    content = path.read_bytes()
    cp1252 = "cp1252" in path.name or "semicolon" in path.name
    text = content.decode("cp1252" if cp1252 else "utf-8-sig")
    lines = list(
        csv.reader(io.StringIO(text, newline=""), delimiter=";" if "semicolon" in path.name else ",")
    )
    if "transposed" in path.name:
        lines = [list(column) for column in zip(*lines, strict=True)]
        return [line for line in lines[1:] if line[0].strip()]
    return lines[1:]


def pounds(text: str) -> Decimal | None:
    """The figure of a cell of millions in pounds; None where it holds words."""
    match = _MONEY.fullmatch(text.strip())
    return Decimal(match[1] + match[2].replace(",", "")) * 1_000_000 if match else None


def added(projects: list[list[str]], field: int) -> Decimal:
    return sum((number for line in projects if (number := pounds(line[field])) is not None), Decimal(0))


def load(name: str):
    path = EXPORTS / name
    if not path.exists():
        pytest.skip("the published files are not beside the project")
    found, _ = delimited(path)
    return read(found, name=name, container="csv"), plainly(path)


@pytest.mark.shared
@pytest.mark.parametrize(("name", "month", "count", "fields"), FILES)
def test_projects_and_sums_are_those_of_a_plain_reading(name, month, count, fields):
    reading, projects = load(name)
    own, department, whole, baseline, forecast, benefits = fields
    assert reading.source == f"gmpp {month}"
    assert len(projects) == count == len(rows(reading, "projects"))
    assert len({row["project_id"] for row in rows(reading, "projects")}) == count
    if own is not None:
        assert [row["project_id"] for row in rows(reading, "projects")] == [line[own] for line in projects]
    departments = {line[department].strip().upper() for line in projects}
    assert len(rows(reading, "programs")) == len(departments)
    assert (table(reading, "projects").rows_read, table(reading, "projects").rows_left_out) == (count, 0)
    spent = {"whole life": Decimal(0), "financial year": Decimal(0)}
    expected = Decimal(0)
    for row in rows(reading, "budget"):
        spent[row["cost_type"]] += row["baseline"] or 0
        expected += row["forecast"] or 0
    assert spent == {"whole life": added(projects, whole), "financial year": added(projects, baseline)}
    assert expected == added(projects, forecast)
    if benefits is not None:
        assert table(reading, "planned_values").sums == {"value": added(projects, benefits)}
        figures = [line for line in projects if pounds(line[benefits]) is not None]
        assert sum(row["value"] is not None for row in rows(reading, "planned_values")) == len(figures)
    else:
        assert rows(reading, "benefits") == []


@pytest.mark.shared
def test_the_benefits_of_2023_are_known_by_their_published_total():
    reading, _ = load("gmpp_2023_govuk_benefits.csv")
    assert table(reading, "planned_values").sums == {"value": Decimal(729446310000)}
    reasons = [row["missing"] for row in rows(reading, "planned_values") if row["value"] is None]
    assert {reason: reasons.count(reason) for reason in set(reasons)} == {
        "not applicable": 123, "withheld": 11,
    }  # fmt: skip
    negative = [
        row for row in rows(reading, "planned_values") if row["value"] is not None and row["value"] < 0
    ]
    kinds = {row["benefit_id"]: row["kind"] for row in rows(reading, "benefits")}
    assert [(str(row["value"]), kinds[row["benefit_id"]]) for row in negative] == [
        ("-30690000.000000", "disbenefit")
    ]


@pytest.mark.shared
def test_the_two_files_of_2023_say_the_same():
    published, _ = load("gmpp_2023_govuk_benefits.csv")
    renamed, _ = load("gmpp_2023_renamed_semicolon.csv")
    wanted = ("benefit_id", "case_version", "period_start", "period_end", "value")
    with_value = [row for row in columns(published, "planned_values", *wanted) if row[4] is not None]
    assert with_value == [row for row in columns(renamed, "planned_values", *wanted) if row[4] is not None]
    assert published.source == renamed.source
    assert columns(published, "projects", "project_id", "baseline_start", "baseline_finish") == columns(
        renamed, "projects", "project_id", "baseline_start", "baseline_finish"
    )


@pytest.mark.shared
def test_what_was_not_understood_in_the_old_files_is_listed_with_its_cell():
    assert [
        (finding.code, finding.place.cell)
        for finding in load("gmpp_2014_transposed_cp1252.csv")[0].findings
        if finding.severity.value == "leaves out"
    ] == [("date-unreadable", "CY7"), ("text-in-number", "CY13")]
    reading, _ = load("gmpp_2017_transposed_cp1252.csv")
    assert codes(reading) == ["date-unreadable", "name-identifies", "not-a-row", "report-dated"]


HEADER = [
    "GMPP ID Number", "Project Name", "Department", "Description / Aims",
    "Departmental commentary on actions planned or taken on the IPA RAG rating.",
    "Project - Start Date \n(Latest Approved Start Date)", "Project - End Date \n(Latest Approved End Date)",
    "Financial Year Baseline (£m) (including Non-Government Costs)",
    "Financial Year Forecast (£m) (including Non-Government Costs)",
    "TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs)", "TOTAL Baseline Benefits (£m)",
]  # fmt: skip
PROJECTS = [
    ["ABC_0001_2122-Q1", "Bridge", "Abc", "x", "y", "2020-04-01", "2026-03-31", "£1.50", "2.25",
     "£1,403.00", "60"],
    ["ABC_0002_2223-Q3", "Tunnel", "ABC", "x", "y", "2021-04-01", "Exempt under Section 43", "NA", "NA",
     "NA", "-5.5"],
    ["DEF_0003_2021-Q4", "Tower", "Def", "x", "y", "2021-04-01", "2027-03-31", "-£0.5m", "0",
     "Exempt under Section 43", "Exempt under Section 43"],
]  # fmt: skip


def check(reading):
    assert (reading.profile, reading.source) == ("uk_gmpp", "gmpp 2023-03")
    assert columns(reading, "programs", "program_id", "currency", "fiscal_year_start_month", "portfolio") == [
        ("GMPP-ABC", "GBP", 4, "Government Major Projects Portfolio"),
        ("GMPP-DEF", "GBP", 4, "Government Major Projects Portfolio"),
    ]
    assert columns(reading, "business_cases", "program_id", "case_version", "approved_on") == [
        ("GMPP-ABC", "2023-03", date(2023, 3, 31)),
        ("GMPP-DEF", "2023-03", date(2023, 3, 31)),
    ]
    assert columns(reading, "benefits", "benefit_id", "benefit", "kind", "value_type", "unit") == [
        ("ABC_0001_2122-Q1-BEN", "Monetised benefits of Bridge", "benefit", "monetary", "GBP"),
        ("ABC_0002_2223-Q3-BEN", "Monetised benefits of Tunnel", "disbenefit", "monetary", "GBP"),
        ("DEF_0003_2021-Q4-BEN", "Monetised benefits of Tower", "benefit", "monetary", "GBP"),
    ]
    assert columns(reading, "contributions", "benefit_id", "project_id", "weight") == [
        (f"{line[0]}-BEN", line[0], Decimal(1)) for line in PROJECTS
    ]
    assert columns(reading, "planned_values", "value", "missing", "raw", "period_start", "period_end") == [
        (Decimal(60000000), None, "60", date(2020, 4, 1), date(2026, 3, 31)),
        (Decimal(-5500000), None, "-5.5", date(2021, 4, 1), date(9999, 12, 31)),
        (None, "withheld", "Exempt under Section 43", date(2021, 4, 1), date(2027, 3, 31)),
    ]
    assert columns(reading, "budget", "project_id", "cost_type", "baseline", "forecast", "period_start") == [
        ("ABC_0001_2122-Q1", "whole life", Decimal(1403000000), None, date(2020, 4, 1)),
        ("ABC_0001_2122-Q1", "financial year", Decimal(1500000), Decimal(2250000), date(2022, 4, 1)),
        ("ABC_0002_2223-Q3", "whole life", None, None, date(2021, 4, 1)),
        ("ABC_0002_2223-Q3", "financial year", None, None, date(2022, 4, 1)),
        ("DEF_0003_2021-Q4", "whole life", None, None, date(2021, 4, 1)),
        ("DEF_0003_2021-Q4", "financial year", Decimal(-500000), Decimal(0), date(2022, 4, 1)),
    ]
    assert codes(reading) == ["planned-without-date", "report-dated"]


def test_projects_in_rows():
    reading = read(sheet("list", HEADER, *PROJECTS), name="list.csv", container="csv")
    check(reading)
    assert [row["cell"] for row in rows(reading, "planned_values")] == ["K2", "K3", "K4"]
    assert [(row["row"], row["missing"]) for row in rows(reading, "planned_values")] == [
        (2, None), (3, None), (4, "withheld"),
    ]  # fmt: skip


def test_projects_in_columns():
    turned = [list(line) for line in zip(HEADER, *PROJECTS, strict=True)]
    reading = read(sheet("list", *turned), name="list.csv", container="csv")
    check(reading)
    assert [row["cell"] for row in rows(reading, "planned_values")] == ["B11", "C11", "D11"]
    assert table(reading, "planned_values").notes["layout"] == "one column per project"


def test_a_project_without_a_name_is_left_out_and_listed():
    nameless = ["ABC_0009_2223-Q1", None, "Abc", "x", "y", None, None, "1", "1", "1", "1"]
    reading = read(sheet("list", HEADER, *PROJECTS, nameless), name="list.csv", container="csv")
    assert "required-missing" in codes(reading)
    assert (table(reading, "projects").rows_read, table(reading, "projects").rows_kept) == (4, 3)


def test_the_file_name_dates_a_list_that_says_nothing_else():
    lines = [[f"P{number}", *line[1:]] for number, line in enumerate(PROJECTS)]
    reading = read(sheet("list", HEADER, *lines), name="projects March 2021.csv", container="csv")
    assert reading.source == "gmpp 2021-03"
    unknown = read(sheet("list", HEADER, *lines), name="projects.csv", container="csv")
    assert "not-recognised" in codes(unknown)
