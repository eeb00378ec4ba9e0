"""Budget: final cost, performance and reconciliation as an executive reads them."""

from datetime import date
from decimal import Decimal

from tests.pages.executive import as_read, figures, notes, run, texts, tiles
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF


def rows(**tables):
    """A program with a running and a closed project, its own office, and earned value."""

    def cost(project, period, **amounts):
        return {"program_id": "P", "project_id": project, "cost_type": "work", "period": period, **amounts}

    return {
        "programs": [{"program_id": "P", "program": "Program", "currency": "EUR"}],
        "projects": [
            {
                "project_id": "J1",
                "program_id": "P",
                "project": "Running",
                "status": "active",
                "baseline_start": date(2025, 10, 1),
                "baseline_finish": date(2026, 6, 30),
            },
            {
                "project_id": "J2",
                "program_id": "P",
                "project": "Done",
                "status": "closed",
                "closed_on": date(2025, 12, 31),
            },
        ],
        "budget": [
            cost("J1", "2026-Q1", baseline=1000, actual=1200),
            cost("J1", "2026-Q2", baseline=500, forecast=600),
            cost("J2", "2025-Q4", baseline=300, actual=280),
            cost(None, "2026-Q1", baseline=50, contingency=200, contingency_drawn=30),
            cost(None, "2026-Q2", baseline=50),
        ],
        "earned_value": [
            {"project_id": "J1", "as_of": as_of, "bac": 4000, "pv": pv, "ev": ev, "ac": ac}
            for as_of, pv, ev, ac in ((date(2025, 12, 31), 2000, 1900, 2000), (AS_OF, 3000, 2500, 2800))
        ],
        **tables,
    }


def test_the_title_says_what_it_will_finally_cost():
    kit.load(rows(), AS_OF)
    shown = texts(run("budget"))
    assert "## The work will finally cost €2,180, €280 (14.7%) more than the €1,900 approved." in shown
    assert (
        "€1,480 is spent, €650 is still to come. Only 66.7% of the months and periods gone by were "
        "reported. €100 of the final cost is neither booked nor forecast: it counts as budgeted. "
        "€170 of €200 contingency is left."
    ) in shown


def test_tiles_hold_each_number_against_its_yardstick():
    kit.load(rows(), AS_OF)
    app = run("budget")
    assert tiles(app) == {
        "Final cost expected": "€2,180",
        "Spent to date": "€1,480",
        "Contingency left": "€170",
        "Cost performance": "0.89",
        "Schedule performance": "0.83",
        "Estimate at completion": "€4,480",
    }
    captions = [as_read(caption.value) for caption in app.main.caption]
    assert "of €1,350 budgeted by now" in captions
    assert "of €4,000 budgeted, TCPI 1.25" in captions
    assert "in time 0.75, €3,000 of work was planned" in captions


def test_performance_is_told_in_plain_words():
    kit.load(rows(), AS_OF)
    shown = texts(run("budget"))
    assert (
        "### The work costs more than budgeted: each unit of money has brought 0.89 of it, and a month of "
        "work has done 0.75 months of the plan."
    ) in shown
    assert (
        "At this rate the work budgeted at €4,000 costs €4,480. To end on budget, each unit of money would "
        "have to bring 1.25 of budgeted work from now on; so far it brought 0.89."
    ) in shown


def test_projects_and_program_level_add_up_to_the_program():
    kit.load(rows(), AS_OF)
    assert "Program: projects €2,080 and program level €100 add up to €2,180 expected." in texts(
        run("budget")
    )


def test_one_program_lists_its_projects_the_largest_overrun_first():
    kit.load(rows(), AS_OF)
    app = run("budget", {"program": "P"})
    assert "### 1 of 2 projects exceeds the approved budget: Running" in texts(app)
    bars = figures(app)[1]
    assert [note for note in notes(bars) if note.startswith(("Running", "Done", "Program"))] == [
        "Running",
        notes(bars)[3],
        "Program level",
    ]
    assert notes(bars)[3].startswith("Done")
    assert "closed Dec 2025" in notes(bars)[3]
    assert "<b>+20.0%</b>" in notes(bars)


def test_every_tile_and_chart_says_where_it_comes_from():
    kit.load(rows(), AS_OF)
    asked = [button for button in run("budget").main.button if button.key.startswith("where_")]
    assert len(asked) == 6 + 4  # tiles; curve, bars, performance, table


def test_without_earned_value_performance_is_not_known():
    kit.load(rows(earned_value=[]), AS_OF)
    app = run("budget")
    assert tiles(app)["Cost performance"] == tiles(app)["Estimate at completion"] == "not known"
    assert "### No earned value has been reported, so how the work performs is not known." in texts(app)


def test_without_any_cost_the_next_step_is_said():
    kit.load(rows(budget=[], earned_value=[]), AS_OF)
    assert "**No budget has been loaded yet.**" in texts(run("budget"))


def test_two_currencies_are_two_blocks():
    made = rows()
    made["programs"].append({"program_id": "K", "program": "Islands", "currency": "GBP"})
    made["budget"].append(
        {"program_id": "K", "cost_type": "work", "period": "2026-Q1", "baseline": Decimal(7)}
    )
    kit.load(made, AS_OF)
    app = run("budget")
    assert [as_read(header.value) for header in app.main.header] == ["EUR", "GBP"]
    assert "## The work ends on budget: £7 of £7 approved." in texts(app)


def test_markup_in_a_name_stays_text():
    made = rows()
    made["projects"][0]["project"] = "<b>Bold</b> [click](https://evil.example)"
    kit.load(made, AS_OF)
    app = run("budget", {"program": "P"})
    assert any("<b>Bold</b> [click](https://evil.example)" in text for text in texts(app))
    assert not any("<b>Bold" in note for note in notes(figures(app)[1]))
