"""Business case: worth, bridge and version ladder of the yearly program, to the digit."""

from datetime import date

import pytest

from tests.pages.executive import as_read, figures, load_closed_form, notes, run, texts, tiles, with_another
from tests.queries import kit
from tests.workbooks.closed_form import PROGRAM
from tests.workbooks.yearly import AS_OF, yearly

CHOSEN = {"program": "Y"}


def table(app, column):
    """The table that has this column."""
    return next(one.value for one in app.main.dataframe if column in one.value)


def test_worth_in_three_columns_with_the_convention_in_words():
    kit.load(yearly(), AS_OF)
    app = run("business_case", CHOSEN)
    said = texts(app)
    found = (
        "Worth €215.45 in the business case, \u2212€22.79 as expected now: it no longer earns what it costs."
    )
    assert f"## {found}" in said
    assert tiles(app) == {
        "Net present value": "\u2212€22.79",
        "Benefit-cost ratio": "0.97",
        "Payback": "3.8 years",
    }
    shown = table(app, "measure").set_index("measure")
    assert shown.loc["Costs"].tolist() == ["€600", "€700", "€700"]
    assert shown.loc["Benefits, net of disbenefits"].tolist() == ["€900", "€750", "€0"]
    assert shown.loc["Net present value (NPV)"].tolist() == ["€215", "\u2212€23", "\u2212€694"]
    assert shown.loc["Benefit-cost ratio (BCR)"].tolist() == ["1.36", "0.97", "0.00"]
    roi = [as_read(cell) for cell in shown.loc["Return on investment (ROI)"]]
    assert roi == ["50.0%", "7.1%", "\u2212100.0%"]
    assert shown.loc["Payback"].tolist() == ["3.0 years", "3.8 years", "not reached"]
    assert [as_read(cell) for cell in shown.loc["Internal rate of return (IRR)"]] == [
        "15.6%",
        "2.3%",
        "none: the flow never changes sign",
    ]
    (basis,) = [text for text in said if text.startswith("Discounted at")]
    assert "3.5% a year; year 0 is not discounted" in basis
    assert "Year 0 is 2024, from 1 Jan 2024" in basis


def test_the_curve_ends_at_the_worth_and_marks_the_payback():
    kit.load(yearly(), AS_OF)
    curve = figures(run("business_case", CHOSEN))[0]
    ends = {trace["name"]: round(trace["y"][-1], 4) for trace in curve["data"]}
    assert ends == {"Business case": 215.4503, "Outlook": -22.786, "Realized": -693.913}
    assert "Payback as expected now" in notes(curve)


def test_another_convention_comes_from_the_address():
    kit.load(yearly(), AS_OF)
    app = run("business_case", {**CHOSEN, "rate": "0", "convention": "spreadsheet"})
    assert tiles(app)["Net present value"] == "€50"
    assert any("as if it came at its end" in text for text in texts(app))


def test_the_ladder_says_which_change_moved_the_baseline():
    rows = yearly()
    rows["business_cases"].append(
        {
            "case_version": "v2",
            "program_id": "Y",
            "label": "Lower adoption",
            "approved_on": date(2025, 6, 30),
            "approved_by": "Board",
            "reason": "Fewer users",
        }
    )
    rows["planned_values"] += [
        {"benefit_id": "B", "case_version": "v2", "period": period, "value": 250}
        for period in ("2026", "2027", "2028")
    ]
    kit.load(rows, AS_OF)
    app = run("business_case", CHOSEN)
    said = texts(app)
    assert "### On 30 Jun 2025 “Lower adoption” lowered the case by €150." in said
    assert "approved 30 Jun 2025 by Board. Fewer users" in said
    assert "€750 over the whole life, net of disbenefits: \u2212€150 against the version before" in said
    changes = table(app, "difference")
    assert changes["difference"].tolist() == [-150.0]
    assert changes["change"].tolist() == ["lowered"]


def test_without_costs_nothing_is_made_up():
    load_closed_form()
    app = run("business_case", {"program": PROGRAM})
    assert "## What it is worth is not known: costs or benefits are missing, or have no date." in texts(app)
    assert set(tiles(app).values()) == {"not known"}


def test_without_a_program_they_stand_side_by_side():
    kit.load(with_another(yearly()), AS_OF)
    app = run("business_case")
    assert "### Which program?" in texts(app)
    assert "### Yearly does not earn what it costs" in texts(app)
    assert table(app, "year_0")["planned"].tolist()[0] == 215.45


@pytest.mark.parametrize("missing", ["planned_values", "benefits", "budget"])
def test_it_opens_without(missing):
    rows = yearly()
    gone = {"benefits": ("benefits", "planned_values", "forecast_values", "contributions")}
    for table_name in gone.get(missing, (missing,)):
        rows[table_name] = []
    kit.load(rows, AS_OF)
    assert tiles(run("business_case", CHOSEN))
