"""What if: the scenario is the address, and its numbers are those of the closed forms."""

from datetime import date

from tests.pages.executive import figures, load_closed_form, notes, run, texts, tiles, with_another
from tests.queries import kit
from tests.workbooks.closed_form import PROGRAM
from tests.workbooks.yearly import AS_OF, yearly

CHOSEN = {"program": "Y"}


def test_nothing_changed_says_so():
    kit.load(yearly(), AS_OF)
    app = run("what_if", CHOSEN)
    assert "## Nothing is changed: this is the outlook as it stands." in texts(app)
    assert [trace["name"] for trace in figures(app)[0]["data"]] == ["As expected now"]


def test_a_slip_of_a_year_from_the_address():
    kit.load(yearly(), AS_OF)
    app = run("what_if", {**CHOSEN, "slip": "Y1", "months": "12"})
    assert (
        "## The program would be worth €22.70 less and what is to come would arrive 12 months later."
        in texts(app)
    )
    assert tiles(app)["Payback"] == "4.8 years"
    paths = {trace["name"]: trace for trace in figures(app)[0]["data"]}
    assert round(paths["As expected now"]["y"][-1], 4) == -22.786
    assert round(paths["In this scenario"]["y"][-1], 4) == -45.4811


def test_lower_adoption_by_project_adds_up():
    kit.load(yearly(), AS_OF)
    app = run("what_if", {**CHOSEN, "adoption": "90", "at": "0"})
    # 700 cost against 675 of benefits, where it was worth 22.79 less than nothing before
    assert "## The program would be worth €2.21 less." in texts(app)
    parts = next(one.value for one in app.main.dataframe if "benefits" in one.value)
    assert parts["benefits"].tolist() == [-75.0]


def test_discounted_by_month_a_slip_of_three_months_counts_three_months():
    kit.load(yearly(), AS_OF)
    app = run("what_if", {**CHOSEN, "slip": "Y1", "months": "3", "convention": "monthly"})
    worth = 150 / 1.035**2 + 270 / 1.035**3 + 330 / 1.035**4
    less = worth * (1 - 1.035**-0.25) / 1.035 ** (11 / 12)
    assert any(f"would be worth €{less:.2f} less" in text for text in texts(app))


def test_the_tornado_is_sorted_and_names_what_matters_most():
    kit.load(yearly(), AS_OF)
    app = run("what_if", CHOSEN)
    assert "### Adoption of all benefits matters most" in texts(app)
    drawn = notes(figures(app)[1])
    assert drawn[0] == "Adoption of all benefits"
    assert drawn[:9:3] == ["Adoption of all benefits", "A slip of Platform", "Discount rate"]


def test_without_costs_the_dates_still_move():
    load_closed_form()
    app = run("what_if", {"program": PROGRAM, "slip": "P1", "months": "3"})
    assert (
        "## What it would be worth is not known, because costs or benefits are not and what is to come would "
        "arrive 1.3 months later." in texts(app)
    )
    assert "### What matters cannot be told: costs or benefits are not known" in texts(app)


def test_without_a_program_it_asks_for_one():
    kit.load(with_another(yearly()), AS_OF)
    assert "### Which program?" in texts(run("what_if"))


def test_the_only_program_need_not_be_chosen():
    kit.load(yearly(), AS_OF)
    assert "## Nothing is changed: this is the outlook as it stands." in texts(run("what_if"))


def test_a_slip_to_an_earlier_day_with_its_costs():
    kit.load(yearly(), date(2024, 12, 31))
    app = run("what_if", {**CHOSEN, "slip": "Y1", "months": "-12", "slip_costs": "move"})
    # 300 a year come in 2025 to 2027, the 100 of 2025 stay in the first month after the status date
    more = 300 * (1 / 1.035 - 1 / 1.035**4)
    assert (
        f"## The program would be worth €{more:.2f} more, what is to come would arrive 12 months earlier and "
        "costs would fall 11 months earlier." in texts(app)
    )
    assert tiles(app)["Benefits to come"] == "Dec 2026"


def test_what_is_to_come_is_unknown_where_benefits_are():
    rows = yearly()
    rows["benefits"] = rows["contributions"] = rows["planned_values"] = rows["forecast_values"] = []
    kit.load(rows, AS_OF)
    assert tiles(run("what_if", CHOSEN))["Benefits to come"] == "not known"
