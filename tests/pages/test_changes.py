"""Changes: what moved between two versions or two dates, as an executive reads it; it adds up to the cent."""

from decimal import Decimal

import pytest
import yaml

from data.access import OPERATOR
from queries import ask
from queries.changes import Benefits, Bridge, Projects
from queries.changes import Headline as ChangedHeadline
from tests.pages.executive import as_read, figures, load_closed_form, notes, run, texts
from tests.pages.test_risks import rows as risky
from tests.queries import kit
from tests.queries.test_cases import HERE
from tests.workbooks.closed_form import AS_OF

CASE = HERE / "changes" / "bridge" / "a_month_later.yaml"


def rows():
    return yaml.safe_load(CASE.read_text(encoding="utf-8"))["given"]


def corrected(given):
    """A later version: a realized value corrected, a benefit added, another gone, a project reopened."""
    given["realized_values"][0]["value"] = 65
    for name in ("benefits", "planned_values", "realized_values"):
        given[name] = [row for row in given[name] if row["benefit_id"] != "D1"]
    given["benefits"].append(given["benefits"][0] | {"benefit_id": "B9", "benefit": "Found later"})
    given["planned_values"].append(
        {"benefit_id": "B9", "case_version": "v1", "period": "2026-04", "value": Decimal("7.77")}
    )
    given["projects"][0] |= {"status": "active", "closed_on": None}
    return given


def two_versions():
    first = kit.load(rows(), AS_OF)
    second = kit.load(corrected(rows()), AS_OF)
    return first.number, second.number


def steps(question, version=None):
    return [(row["step"], row["amount"]) for row in ask(question, OPERATOR, version).records()]


def test_two_versions_are_compared_cause_by_cause():
    first, _ = two_versions()
    found = steps(Bridge(against=first))
    assert found == [
        ("Outlook before", Decimal("287.25")),
        ("Benefits added", Decimal("7.77")),
        ("Benefits gone", 12),
        ("Realized values corrected", 5),
        ("Outlook now", Decimal("312.02")),
    ]
    assert sum(amount for _, amount in found[:-1]) == found[-1][1]


def test_each_benefit_says_whether_it_came_went_or_was_corrected():
    first, _ = two_versions()
    found = {row["benefit_id"]: row for row in ask(Benefits(against=first), OPERATOR).records()}
    assert {name: row["main_cause"] for name, row in found.items()} == {
        "D1": "gone",
        "B9": "added",
        "B1": "values corrected",
    }
    assert (found["B9"]["before"], found["D1"]["after"]) == (None, None)


def test_a_project_whose_status_changed_is_named():
    first, _ = two_versions()
    (project,) = ask(Projects(against=first), OPERATOR).records()
    assert (project["what"], project["status_before"], project["status_after"]) == (
        "now active",
        "closed",
        "active",
    )


def test_backwards_is_the_same_with_the_other_sign():
    first, second = two_versions()
    forth, back = steps(Bridge(against=first), second), steps(Bridge(against=second), first)
    assert dict(back)["Realized values corrected"] == -dict(forth)["Realized values corrected"]
    assert (back[0][1], back[-1][1]) == (forth[-1][1], forth[0][1])


def test_a_version_with_itself_changes_nothing():
    first, _ = two_versions()
    assert ask(Benefits(against=first, against_as_of=AS_OF), OPERATOR, first).records() == []
    assert len(steps(Bridge(against=first, against_as_of=AS_OF), first)) == 2


def test_a_program_that_was_not_there_is_all_new():
    kit.load({"programs": [{"program_id": "Q", "program": "Other", "currency": "EUR"}]}, AS_OF)
    kit.load(rows(), AS_OF)
    found = steps(Bridge(against=1, program_id="P"))
    assert [step for step, _ in found] == ["Outlook before", "Benefits added", "Outlook now"]
    (headline,) = ask(ChangedHeadline(against=1, program_id="P"), OPERATOR).records()
    assert headline["net_outlook_before"] is None


def test_the_page_says_what_moved_the_outlook_since_the_version_chosen():
    first, _ = two_versions()
    app = run("changes", {"against": f"v{first}"})
    shown = texts(app)
    assert (
        "## Since version 1 (status date 31 Mar 2026) the outlook rose by €24.77 to €312.02, most of all "
        "because benefits are gone, +€12"
    ) in shown
    (drawn,) = figures(app)
    assert "<b>€312.02</b>" in notes(drawn)
    assert "Benefits gone, 1 benefit" in notes(drawn)
    assert "### 3 benefits moved, A cost most: +€12, gone" in shown
    assert "### 1 project changed" in shown


def test_without_another_version_the_month_before_is_compared():
    load_closed_form()
    app = run("changes")
    assert any(text.startswith("## Since the status date 28 Feb 2026 the outlook") for text in texts(app))


def test_another_month_of_the_same_version_can_be_chosen():
    load_closed_form()
    app = run("changes", {"against": "2025-12-31"})
    assert any("since the status date 31 dec 2025" in text.lower() for text in texts(app))
    table = app.main.dataframe[0].value
    assert list(table.columns) == [
        "Measure",
        "The status date 31 Dec 2025",
        "Version 1, 31 Mar 2026",
        "Change",
    ]
    assert list(table.iloc[1])[1:] == ["€170", "€320", "+€150"]


def oversight():
    """A program that only spends and risks, and the same with more of both a version later."""
    first = kit.load(risky(), AS_OF)
    later = risky()
    later["risks"][0]["impact"] = 3_000_000
    later["budget"][0] |= {"contingency_drawn": 1_000_000, "forecast": 1.5}
    kit.load(later, AS_OF)
    return first.number


def test_costs_and_risks_are_compared_too_where_there_is_no_benefit():
    first = oversight()
    app = run("changes", {"against": f"v{first}"})
    shown = texts(app)
    assert (
        "### The final cost expected rose by €0.50 to €1.50; the contingency left fell by €500k to €3.0m"
        in shown
    )
    assert "### P80 of the open risks rose by €1.0m to €8.0m; their exposure rose by €300k to €5.4m" in shown
    costs, risks = (frame.value.set_index("Measure")["Change"] for frame in app.main.dataframe)
    assert (costs["Final cost expected"], costs["Contingency left"]) == ("+€0.50", "\u2212€500,000")
    assert (costs["Original budget"], costs["Spent by then"]) == ("€0", "")
    assert (risks["of programs' own risks"], risks["of risks that stayed in projects"]) == ("+€300,000", "€0")
    assert len([button for button in app.main.button if button.key.startswith("where_")]) == 2


def test_between_two_dates_of_one_version_a_register_has_not_moved():
    kit.load(risky(), AS_OF)
    shown = texts(run("changes", {"against": "2026-02-28"}))
    assert "### P80 of the open risks stays at €7.0m; their exposure stays at €5.1m" in shown
    assert any(text.startswith("A register carries no dates") for text in shown)


def test_a_budget_that_was_not_there_was_not_known():
    first = kit.load(risky() | {"budget": []}, AS_OF)
    kit.load(risky(), AS_OF)
    shown = texts(run("changes", {"against": f"v{first.number}"}))
    assert (
        "### The final cost expected is €1 and was not known before; the contingency left is €3.5m and was "
        "not known before" in shown
    )


def test_nothing_to_compare():
    kit.load({"programs": [{"program_id": "P", "program": "Bare", "currency": "EUR"}]}, AS_OF)
    shown = texts(run("changes"))
    assert "**There is no benefit in money, no budget and no risk on either side.**" in shown


@pytest.mark.parametrize("page", ["changes"])
def test_every_table_and_chart_says_where_it_comes_from(page):
    first, _ = two_versions()
    app = run(page, {"against": f"v{first}"})
    assert len([button for button in app.main.button if button.key.startswith("where_")]) == 4


def test_markup_in_a_name_stays_text():
    first = kit.load(rows(), AS_OF)
    made = corrected(rows())
    made["benefits"][-1]["benefit"] = "<b>Bold</b>"
    made["planned_values"][-1]["value"] = 900
    kit.load(made, AS_OF)
    app = run("changes", {"against": f"v{first.number}"})
    assert any("<b>Bold</b> most" in as_read(text) for text in texts(app))
