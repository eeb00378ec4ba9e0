"""Reviews: what is overdue, with whom, month by month, and what reviews said."""

from datetime import date, timedelta

from tests.pages.executive import figures, load_closed_form, notes, run, texts, tiles
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF


def with_reviews(rows):
    rows["reviews"] = [
        {"benefit_id": "B1", "due_on": date(2025, 12, 31), "held_on": date(2026, 1, 9), "outcome": "behind"},
        {"benefit_id": "B2", "due_on": date(2026, 1, 31)},
        {"benefit_id": "B2", "due_on": date(2026, 6, 30)},
    ]
    rows["benefits"][1]["owner"] = None


def test_what_is_overdue():
    load_closed_form(with_reviews)
    app = run("reviews")
    assert "## 1 measurement and 1 review are overdue by more than 30 days, and nobody owns them." in texts(
        app
    )
    assert tiles(app) == {
        "Measurements overdue": "1",
        "Measurements measured": "10",
        "Reviews overdue": "1",
        "Reviews held": "1",
    }
    assert "of 11 due, 0 due now, 2 in the next quarter" in texts(app)
    assert "of 2 due, 0 due now, 1 in the next quarter" in texts(app)


def test_the_month_grid_by_owner():
    load_closed_form(with_reviews)
    (drawn,) = figures(run("reviews"))
    marks = {mark["name"]: mark["x"] for mark in drawn["data"]}
    assert marks["overdue"] == ["2025-12-15", "2026-01-15"]
    assert "Nobody" in notes(drawn)
    assert "<b>2</b>" in notes(drawn)


def test_the_lists_with_overdue_first():
    load_closed_form(with_reviews)
    app = run("reviews")
    late, agenda = (table.value for table in app.main.dataframe)
    assert late[["name", "what", "whose", "planned"]].values.tolist() == [
        ["Lower purchase prices (B2)", "measurement", "Nobody", "€50"],
        ["Lower purchase prices (B2)", "review", "Nobody", ""],
    ]
    assert agenda["state"].tolist() == ["▼ overdue 59 days", "○ to come", "● held 9 days late"]


def test_one_owner_alone():
    load_closed_form(with_reviews)
    app = run("reviews", {"whose": "Head of operations"})
    (agenda,) = (table.value for table in app.main.dataframe)
    assert agenda["state"].tolist() == ["● held 9 days late"]
    assert "### Overdue: nothing" in texts(app)


def test_with_longer_grace_nothing_is_overdue():
    load_closed_form(with_reviews)
    app = run("reviews", {"grace": "90 days"})
    assert tiles(app)["Reviews overdue"] == "0"
    assert tiles(app)["Measurements overdue"] == "0"
    assert "## Nothing is overdue: what was due has been measured and reviewed." in texts(app)


def daily(rows):
    """A review of one benefit on each of 205 days."""
    first = date(2025, 11, 1)
    rows["reviews"] = [{"benefit_id": "B2", "due_on": first + timedelta(days=day)} for day in range(205)]


def test_a_long_list_comes_a_page_at_a_time_and_is_counted_whole():
    load_closed_form(daily)
    app = run("reviews")
    assert "### Overdue: 1 measurement and 120 reviews" in texts(app)
    assert [len(table.value) for table in app.main.dataframe] == [2, 200]
    app = run("reviews", {"agenda_page": "2"})
    agenda = app.main.dataframe[-1].value
    assert agenda["due"].tolist() == [date(2026, 5, 20) + timedelta(days=day) for day in range(5)]


def test_without_reviews():
    load_closed_form()
    shown = texts(run("reviews"))
    assert any(text.startswith("No review is on record for these months.") for text in shown)


def test_without_any_plan():
    kit.load({"programs": [{"program_id": "P", "program": "Program", "currency": "EUR"}]}, AS_OF)
    assert "**No benefit has a planned value or a review yet.**" in texts(run("reviews"))
