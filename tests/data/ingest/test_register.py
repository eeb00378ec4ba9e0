"""Benefits registers as they are found in shared drives."""

import json
from datetime import date
from decimal import Decimal

import pytest

from data.ingest.staged import Known
from tests.data.ingest.sheets import RECEIVED, codes, columns, read, rows, sheet, table

D = Decimal
NEVER = date(9999, 12, 31)


def planned(reading, *more):
    return columns(reading, "planned_values", "benefit_id", *more, "value")


def realized(reading, *more):
    return columns(reading, "realized_values", "benefit_id", *more, "value")


def left(reading):
    """The codes of findings that leave something out."""
    return sorted(finding.code for finding in reading.findings if finding.severity.value == "leaves out")


def test_a_plain_table_with_a_date():
    reading = read(
        sheet(
            "Sheet1",
            ["Project", "Benefit", "Planned", "Realized", "Date"],
            ["Website", "Fewer calls", 1000, 800.5, date(2025, 3, 31)],
            ["Website", "Fewer calls", 1200, 900, date(2025, 4, 30)],
            ["Hall", "Less heating", 500, None, date(2025, 6, 30)],
        ),
        name="North reform.xlsx",
    )
    assert (reading.profile, reading.source) == ("benefits_register", "benefits register")
    assert columns(
        reading, "planned_values", "benefit_id", "period_start", "period_end", "value", "cell"
    ) == [
        ("north-reform:fewer-calls", date(2025, 3, 1), date(2025, 3, 31), D(1000), "C2"),
        ("north-reform:fewer-calls", date(2025, 4, 1), date(2025, 4, 30), D(1200), "C3"),
        ("north-reform:less-heating", date(2025, 6, 1), date(2025, 6, 30), D(500), "C4"),
    ]
    assert realized(reading, "period_end") == [
        ("north-reform:fewer-calls", date(2025, 3, 31), D("800.5")),
        ("north-reform:fewer-calls", date(2025, 4, 30), D(900)),
    ]
    assert columns(
        reading, "benefits", "benefit_id", "benefit", "kind", "value_type", "unit", "value_basis"
    ) == [
        ("north-reform:fewer-calls", "Fewer calls", "benefit", "monetary", "XXX", "per period"),
        ("north-reform:less-heating", "Less heating", "benefit", "monetary", "XXX", "per period"),
    ]
    assert columns(reading, "contributions", "benefit_id", "project_id", "weight") == [
        ("north-reform:fewer-calls", "north-reform:website", D(1)),
        ("north-reform:less-heating", "north-reform:hall", D(1)),
    ]
    assert columns(reading, "programs", "program_id", "program", "currency") == [
        ("north-reform", "North reform", "XXX")
    ]
    assert columns(reading, "business_cases", "case_version", "label", "approved_on") == [
        ("register", "As registered", date(2025, 3, 1))
    ]
    assert codes(reading) == [
        "case-implied", "currency-unknown", "name-identifies", "name-identifies", "program-taken",
    ]  # fmt: skip


REGISTER = [
    ["Benefits register"],
    ["Programme: Digital reform"],
    ["Figures in £m, as at 31 March 2026"],
    [None],
    [
        "Benefit ID",
        "Benefit",
        "Project",
        "Owner",
        "Planned",
        "Actual to date",
        "Start date",
        "Target date",
        "Status",
    ],
    ["B1", "Fewer visits", "Online", "Ann", 1.5, 0.5, date(2025, 4, 1), date(2027, 3, 31), "On track"],
    ["B2", "Less space", "Estates; Online", "Bo", 2, "TBC", date(2025, 4, 1), None, "Late"],
    ["B3", "More forms", "Online", "Bo", -0.25, 0, None, date(2026, 12, 31), "Late"],
    ["Total", None, None, None, 3.25, 0.6],
    ["Source: finance"],
]


def test_titles_above_totals_below_and_totals_of_each_benefit():
    reading = read(sheet("Register", *REGISTER))
    assert columns(reading, "programs", "program_id", "program", "currency") == [
        ("digital-reform", "Digital reform", "GBP")
    ]
    assert planned(reading, "period_start", "period_end") == [
        ("B1", date(2025, 4, 1), date(2027, 3, 31), D(1500000)),
        ("B2", date(2025, 4, 1), NEVER, D(2000000)),
        ("B3", date(2026, 12, 1), date(2026, 12, 31), D(-250000)),
    ]
    assert columns(
        reading, "realized_values", "benefit_id", "period_start", "period_end", "value", "missing", "raw"
    ) == [
        ("B1", date(2025, 4, 1), date(2026, 3, 31), D(500000), None, "0.5"),
        ("B2", date(2025, 4, 1), date(2026, 3, 31), None, "blank", "TBC"),
        ("B3", date(2026, 3, 1), date(2026, 3, 31), D(0), None, "0"),
    ]
    assert columns(reading, "benefits", "benefit_id", "kind", "owner", "target_date", "lifecycle") == [
        ("B1", "benefit", "Ann", date(2027, 3, 31), "On track"),
        ("B2", "benefit", "Bo", None, "Late"),
        ("B3", "disbenefit", "Bo", date(2026, 12, 31), "Late"),
    ]
    assert columns(reading, "contributions", "benefit_id", "project_id") == [
        ("B1", "digital-reform:online"), ("B3", "digital-reform:online"),
    ]  # fmt: skip
    found = table(reading, "planned_values")
    assert (found.header_row, found.first_column, found.rows_read, found.rows_kept) == (5, "A", 5, 3)
    assert found.sums == {"value": D(3250000)}
    assert found.columns["value"] == "Planned"
    assert found.notes == {"measure": "planned", "currency": "GBP", "scale": "1000000"}
    assert codes(reading) == [
        "case-implied", "name-identifies", "not-a-row", "planned-without-date", "realized-without-date",
        "total-disagrees", "totals-dropped", "weights-unknown",
    ]  # fmt: skip
    (total,) = [finding for finding in reading.findings if finding.code == "total-disagrees"]
    assert (str(total.place), total.what()) == (
        "Register!F9", "'Total, Actual to date' states 0.6, the values add up to 0.5.",
    )  # fmt: skip


def test_realized_totals_hold_up_to_the_status_date_given_else_the_line_above_else_receipt():
    given = read(sheet("Register", *REGISTER), known=Known(RECEIVED, as_of=date(2026, 1, 31)))
    assert {row["period_end"] for row in rows(given, "realized_values")} == {date(2026, 1, 31)}
    bare = read(sheet("Register", *REGISTER[4:]))
    assert {row["period_end"] for row in rows(bare, "realized_values")} == {RECEIVED}


def test_plan_and_actual_in_the_header_of_each_month():
    reading = read(
        sheet(
            "Benefits",
            [
                "Benefit",
                "Currency",
                "Plan Jan-25",
                "Actual Jan-25",
                "Plan Feb-25",
                "Actual Feb-25",
                "Total plan",
            ],
            ["A", "EUR", 1, 2, 3, 4, 4],
            ["B", "EUR", 1, None, 3, "-", 5],
            ["Total", None, 2, 2, 6, 4, 9],
        ),
        name="reform.xlsx",
    )
    jan, feb = date(2025, 1, 31), date(2025, 2, 28)
    assert planned(reading, "period_end") == [
        ("reform:a", jan, D(1)), ("reform:b", jan, D(1)), ("reform:a", feb, D(3)), ("reform:b", feb, D(3)),
    ]  # fmt: skip
    assert columns(reading, "realized_values", "benefit_id", "period_end", "value", "missing", "cell") == [
        ("reform:a", jan, D(2), None, "D2"),
        ("reform:a", feb, D(4), None, "F2"),
        ("reform:b", feb, None, "blank", "F3"),
    ]
    found = table(reading, "planned_values")
    assert found.period_columns == ("Plan Jan-25", "Plan Feb-25")
    assert found.sums == {"value": D(8)}
    assert (found.rows_read, found.rows_kept, found.rows_left_out) == (3, 2, 1)
    disagreeing = [finding for finding in reading.findings if finding.code == "total-disagrees"]
    assert [str(finding.place) for finding in disagreeing] == ["Benefits!G3"]


def test_a_year_beside_its_quarters_is_a_total_and_is_compared():
    reading = read(
        sheet(
            "Plan",
            ["Benefit", "Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025", 2025, 2026],
            ["A", 1, 2, 3, 4, 10, 7],
            ["B", 1, 1, 1, 1, 5, 7],
        )
    )
    assert table(reading, "planned_values").sums == {"value": D(28)}
    assert [str(f.place) for f in reading.findings if f.code == "total-disagrees"] == ["Plan!F3"]


def test_sections_subtotals_repeated_headers_and_a_grand_total():
    header = ["Benefit", "Planned (EUR)", "Realized (EUR)", "Target date"]
    reading = read(
        sheet(
            "Register",
            ["Programme: P"],
            header,
            ["Project: North"],
            ["A", 10, 1, date(2026, 1, 31)],
            ["B", 20, 2, date(2026, 1, 31)],
            ["Subtotal North", 30, 3],
            ["Project: South"],
            header,
            ["C", 5, None, date(2026, 1, 31)],
            ["South total", 5, None],
            ["Grand total", 35, 3],
        )
    )
    assert planned(reading) == [("p:a", D(10)), ("p:b", D(20)), ("p:c", D(5))]
    assert columns(reading, "contributions", "benefit_id", "project_id") == [
        ("p:a", "p:north"), ("p:b", "p:north"), ("p:c", "p:south"),
    ]  # fmt: skip
    found = table(reading, "planned_values")
    assert (found.rows_read, found.rows_kept, found.rows_left_out) == (9, 3, 6)
    kinds = ("not-a-row", "total-disagrees", "totals-dropped")
    assert [codes(reading).count(kind) for kind in kinds] == [3, 0, 3]


def test_a_benefit_whose_name_begins_with_total_is_data_unless_it_adds_up():
    reading = read(
        sheet(
            "Sheet1",
            ["Benefit", "Planned", "Date"],
            ["A", 10, "2025-01"],
            ["B", 20, "2025-01"],
            ["Total cost of ownership", 7, "2025-01"],
        )
    )
    assert [value for *_, value in planned(reading)] == [D(10), D(20), D(7)]
    assert "totals-dropped" not in codes(reading)


def test_a_total_without_a_label_is_known_by_its_arithmetic():
    reading = read(
        sheet("Sheet1", ["Benefit", "Planned", "Realized"], ["A", 10.1, 1], ["B", 20.2, 2], [None, 30.3, 3])
    )
    assert [value for *_, value in planned(reading)] == [D("10.1"), D("20.2")]
    assert "totals-dropped" in codes(reading)
    wrong = read(
        sheet("Sheet1", ["Benefit", "Planned", "Realized"], ["A", 10, 1], ["B", 20, 2], [None, 40, 3])
    )
    assert [value for *_, value in planned(wrong)] == [D(10), D(20)]
    assert left(wrong) == ["required-missing"]


def test_the_same_name_in_two_projects_is_two_benefits():
    reading = read(
        sheet(
            "Sheet1",
            ["Program", "Project", "Benefit", "Planned", "Realized"],
            ["P", "X", "Savings", 1, 2],
            ["P", "Y", "Savings", 3, 4],
        )
    )
    assert planned(reading) == [("p:x:savings", D(1)), ("p:y:savings", D(3))]
    assert realized(reading) == [("p:x:savings", D(2)), ("p:y:savings", D(4))]


def test_a_forecast_total_is_kept_beside_the_row_and_not_counted():
    reading = read(
        sheet("S", ["Benefit ID", "Benefit", "Planned", "Forecast", "Variance"], ["B1", "A", 10, 9, -1])
    )
    assert rows(reading, "forecast_values") == []
    assert json.loads(rows(reading, "benefits")[0]["extra"]) == {"Forecast": "9", "Variance": "-1"}
    assert left(reading) == ["forecast-total"]


def test_target_dates_may_be_months_quarters_and_years():
    reading = read(
        sheet(
            "S",
            ["Benefit ID", "Benefit", "Planned", "Target date"],
            ["B1", "A", 1, "Q4 2026"],
            ["B2", "B", 1, 2027],
            ["B3", "C", 1, "Mar 2026"],
            ["B4", "D", 1, "2026-05-15"],
        )
    )
    assert columns(reading, "planned_values", "period_start", "period_end") == [
        (date(2026, 12, 1), date(2026, 12, 31)),
        (date(2027, 12, 1), date(2027, 12, 31)),
        (date(2026, 3, 1), date(2026, 3, 31)),
        (date(2026, 5, 1), date(2026, 5, 15)),
    ]


def test_several_programs_by_column_with_ids():
    reading = read(
        sheet(
            "Benefits",
            [
                "Programme ID", "Programme", "Project code", "Project", "Benefit ref", "Benefit", "Planned £",
                "Realised £", "Kind", "Category",
            ],
            [1, "One", "007", "Seven", "B1", "A", 5, 6, "Benefit", "Cashable"],
            [2, "Two", "008", "Eight", "B2", "B", 7, 8, "Dis-benefit", "Odd"],
        )
    )  # fmt: skip
    assert columns(reading, "programs", "program_id", "program") == [("1", "One"), ("2", "Two")]
    assert columns(reading, "projects", "project_id", "program_id", "project", "status") == [
        ("007", "1", "Seven", None), ("008", "2", "Eight", None),
    ]  # fmt: skip
    assert columns(reading, "benefits", "program_id", "kind", "class") == [
        ("1", "benefit", "cash releasing"), ("2", "disbenefit", None),
    ]  # fmt: skip
    assert json.loads(rows(reading, "benefits")[1]["extra"]) == {"Kind": "Dis-benefit", "Category": "Odd"}
    assert columns(reading, "business_cases", "program_id", "case_version") == [
        ("1", "register"),
        ("2", "register"),
    ]


def test_text_and_errors_in_amounts_are_listed_and_the_rest_is_kept():
    reading = read(
        sheet(
            "S",
            ["Benefit ID", "Benefit", "Plan 2025", "Plan 2026"],
            ["B1", "A", 5, "lots"],
            ["B2", "B", "Exempt under Section 43", 6],
        )
    )
    assert columns(reading, "planned_values", "benefit_id", "value", "missing") == [
        ("B1", D(5), None), ("B2", None, "withheld"), ("B1", None, "not numeric"), ("B2", D(6), None),
    ]  # fmt: skip
    assert [str(f.place) for f in reading.findings if f.code == "text-in-number"] == ["S!D2"]


def test_labels_merged_down_over_their_rows():
    reading = read(
        sheet(
            "S",
            ["Project", "Benefit", "Planned", "Date"],
            ["X", "A", 1, "2026-01"],
            [None, "B", 2, "2026-01"],
            ["Y", "C", 3, "2026-01"],
            merged=[(2, 0, 3, 0)],
        ),
        name="p.xlsx",
    )
    assert columns(reading, "contributions", "benefit_id", "project_id") == [
        ("s:a", "s:x"),
        ("s:b", "s:x"),
        ("s:c", "s:y"),
    ]


def test_a_bare_id_is_the_benefit_s_unless_it_numbers_the_rows():
    header = ["ID", "Benefit", "Month", "Planned", "Actual"]
    own = read(sheet("S", header, ["B1", "A", "2026-01", 1, 1], ["B2", "B", "2026-01", 2, 2]))
    assert planned(own) == [("B1", D(1)), ("B2", D(2))]
    counted = read(sheet("S", header, [1, "A", "2026-01", 1, 1], [2, "A", "2026-02", 2, 2]))
    assert planned(counted) == [("s:a", D(1)), ("s:a", D(2))]


def test_rows_that_name_no_program_belong_to_the_one_said_at_upload():
    lines = (("Benefit ID", "Benefit", "Planned (£)"), ("B1", "Fewer calls", 10))
    said = Known(RECEIVED, programs={"P7": "Calls"}, currencies={"P7": "GBP"}, program_id="P7")
    given = read(sheet("Tracker of calls", *lines), known=said)
    assert columns(given, "programs", "program_id", "program") == [("P7", "Calls")]
    assert columns(given, "benefits", "benefit_id", "program_id") == [("B1", "P7")]
    assert "program-taken" not in codes(given)


LINES = (("Benefit ID", "Benefit", "Planned (£)"), ("B1", "Fewer calls", 10), ("B2", "Less rent", 5))
CALLS = Known(RECEIVED, programs={"P7": "Calls reform"}, currencies={"P7": "GBP"})


def test_a_register_that_names_no_known_program_asks_instead_of_making_one_of_its_file_name():
    asked = read(sheet("Sheet1", *LINES), known=CALLS, name="benefits July.xlsx")
    (refusal,) = [finding for finding in asked.findings if finding.code == "program-needed"]
    assert refusal.what() == (
        "Nothing says to which program 2 of the rows belong. Known programs: P7. "
        "By its title or name it would be 'benefits July', a new one."
    )


@pytest.mark.parametrize("name", ["Calls reform", "P7", "p7".upper(), "calls  REFORM"])
def test_a_sheet_called_like_a_known_program_belongs_to_it(name):
    known = read(sheet(name, *LINES), known=CALLS)
    assert columns(known, "programs", "program_id", "program") == [("P7", "Calls reform")]


def test_a_title_that_calls_itself_a_program_is_believed():
    titled = read(sheet("S", ["Rail Programme - Benefits register, July"], [None], *LINES), known=CALLS)
    assert columns(titled, "programs", "program_id", "program") == [("rail-programme", "Rail Programme")]
    plain = read(sheet("S", ["Programme benefits register"], [None], *LINES), known=CALLS)
    assert "program-needed" in codes(plain)


def test_a_program_by_name_is_the_one_that_the_data_has_under_an_id():
    header, first, second = LINES
    rows = [[*header, "Programme"], [*first, "Calls Reform"], [*second, "Calls Reform"]]
    named = read(sheet("S", *rows), known=CALLS)
    assert {row[0] for row in columns(named, "benefits", "program_id")} == {"P7"}
