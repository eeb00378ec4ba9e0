"""Benefits registers as they are found in shared drives."""

from datetime import date
from decimal import Decimal

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
