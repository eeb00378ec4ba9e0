"""After closure: what ended projects returned since, whose benefits nobody looks after, curves, waits."""

from datetime import date

from tests.pages.executive import figures, load_closed_form, notes, run, texts, tiles


def test_what_closed_projects_returned_since():
    load_closed_form()
    app = run("after_closure")
    assert "## 2 projects have closed: of €250 due since, €175 has arrived, 70.0%." in texts(app)
    assert tiles(app) == {
        "Realized since closing": "€175",
        "Post-closure rate": "70.0%",
        "Falls after closing": "80.6%",
        "Still to come": "€380",
    }
    assert "of €250 due, net €175 of €250" in texts(app)
    assert "coverage 75.0%, 3 of 4 values" in texts(app)


def test_the_table_has_every_ended_project():
    load_closed_form()
    table = run("after_closure").main.dataframe[-1].value
    assert table[["project", "months", "planned", "realized", "rate", "coming"]].values.tolist() == [
        ["Claims platform (P1)", 6, 140.0, 98.0, 0.7, 203.0],
        ["Branch renewal (P2)", 6, 110.0, 77.0, 0.7, 177.0],
    ]
    assert table["share"].tolist() == [0.833, 0.775]
    assert table["handover"].tolist() == ["not recorded", "not recorded"]


def test_curves_by_months_since_closure():
    load_closed_form()
    app = run("after_closure")
    assert "### Closed form: 6 months after closing, 70.0% of what was due has arrived" in texts(app)
    (line,) = figures(app)[0]["data"]
    assert line["x"] == [1, 2, 3, 4, 5, 6]
    assert line["y"] == [None, None, 0.48, 0.48, 0.48, 0.7]


def test_curves_by_project_highlight_the_one_chosen():
    load_closed_form()
    app = run("after_closure", {"closure_curves_by": "By project"})
    assert "### Claims platform: 6 months after closing, 70.0% of what was due has arrived" in texts(app)
    thick = [line["name"] for line in figures(app)[0]["data"] if line["line"]["width"] == 4]
    assert thick == ["Claims platform"]
    chosen = {"closure_curves_by": "By project", "closure_curves_project": "PRG-CF P2"}
    for other in (app.main.selectbox[0].select("PRG-CF P2").run(), run("after_closure", chosen)):
        thick = [line["name"] for line in figures(other)[0]["data"] if line["line"]["width"] == 4]
        assert thick == ["Branch renewal"]


def test_orphans_with_their_remaining_value_reason_and_projects():
    def leave(rows):
        for row in rows["benefits"]:
            row |= {"owner": "Ana", "owner_until": date(2025, 12, 31)}

    load_closed_form(leave)
    shown = texts(run("after_closure"))
    assert "### Nobody looks after 2 benefits of ended projects: €470 is still to come" in shown
    assert "**€290 still to come**" in shown
    assert shown.count("Ana left on 31 Dec 2025.") == 2
    assert ":material/account_tree: Branch renewal, Claims platform · Closed form" in shown


def test_all_looked_after():
    load_closed_form()
    assert "### Every benefit of an ended project is looked after" in texts(run("after_closure"))


def test_the_wait_for_the_first_benefit():
    def hand_over(rows):
        rows["projects"][0] |= {"handed_over_on": date(2025, 8, 31), "handed_over_to": "Line"}
        rows["projects"][1] |= {"handed_over_on": date(2025, 9, 30), "handover_accepted": False}

    load_closed_form(hand_over)
    app = run("after_closure")
    assert "### The longest wait from handover to a first benefit is 1 month" in texts(app)
    drawn = figures(app)[2]
    assert [line["x"] for line in drawn["data"]] == [[0, 1.0], [0, -6.0]]
    assert "before the handover" in notes(drawn)
    table = app.main.dataframe[-1].value
    assert table["handover"].tolist() == ["Line, acceptance not recorded", "not accepted"]


def test_cancelled_projects_are_kept_apart():
    def cancel(rows):
        rows["projects"][1]["status"] = "cancelled"

    load_closed_form(cancel)
    shown = texts(run("after_closure"))
    assert "## 1 project has closed: of €140 due since, €98 has arrived, 70.0%." in shown
    assert (
        "1 project was cancelled and is kept apart from these totals: €110 had been planned since, "
        "€77 arrived." in shown
    )


def test_only_cancelled_projects():
    def cancel(rows):
        for row in rows["projects"]:
            row |= {"status": "cancelled", "closed_on": date(2025, 9, 30)}

    load_closed_form(cancel)
    assert "## No project has closed; 3 projects were cancelled." in texts(run("after_closure"))


def test_before_any_project_closed():
    load_closed_form()
    shown = texts(run("after_closure", {"as_of": "2025-08-31"}))
    assert "**No project had closed or was cancelled by this status date.**" in shown


def test_without_closing_dates():
    def undate(rows):
        for row in rows["projects"]:
            row["closed_on"] = None

    load_closed_form(undate)
    shown = texts(run("after_closure"))
    assert (
        "## 2 projects have closed, on dates that are not known: what came since is not known either."
        in shown
    )


def test_without_benefits_or_projects():
    def empty(rows):
        for table in ("contributions", "planned_values", "realized_values", "forecast_values", "benefits"):
            rows[table] = []
        rows["risks"] = []

    load_closed_form(empty)
    assert "## 2 projects have closed; no benefit has been due since." in texts(run("after_closure"))


def test_nothing_measured_since():
    def forget(rows):
        rows["realized_values"] = []

    load_closed_form(forget)
    app = run("after_closure")
    assert "## 2 projects have closed: of €250 due since, nothing has been measured." in texts(app)
    assert tiles(app)["Realized since closing"] == "not known"
    assert tiles(app)["Post-closure rate"] == "not known"
