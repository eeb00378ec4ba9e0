"""Evidence: what amounts rest on, how old they are, the identity to the cent, and the audits."""

from data import store
from queries.audits import runs
from tests.pages.executive import figures, load_closed_form, notes, run, texts, tiles
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF


def test_the_finding_and_the_tiles():
    load_closed_form()
    app = run("evidence")
    assert (
        "## 100.0% of €320 realized was verified by finance or taken from a system; "
        "85.7% of the values due have been measured."
    ) in texts(app)
    assert tiles(app) == {
        "Coverage": "85.7%",
        "Verified": "100.0%",
        "Rate where measured": "71.1%",
        "Measured too long ago": "0",
    }


def test_a_bar_of_kinds_with_what_nobody_measured():
    load_closed_form()
    (drawn,) = figures(run("evidence"))
    assert [(bar["name"], bar["x"]) for bar in drawn["data"]] == [
        ("finance verified", [320.0]),
        ("not measured", [50.0]),
    ]
    assert "100% by finance" in notes(drawn)


def test_kinds_by_class():
    def sort(rows):
        rows["benefits"][0]["class"] = "cash releasing"

    load_closed_form(sort)
    (drawn,) = figures(run("evidence", {"evidence_kinds_by": "By class of benefit"}))
    assert [(bar["name"], bar["x"]) for bar in drawn["data"]] == [
        ("cash releasing", [140.0]),
        ("not stated", [180.0]),
        ("not measured", [50.0]),
    ]


def test_the_identity_to_the_cent():
    load_closed_form()
    shown = texts(run("evidence"))
    assert "### Projects and what is attributed to none add up to each program" in shown
    assert (
        "€284.00 of 3 projects + €36.00 of none = €320.00  \n:gray[Closed form, realized to date, gross]"
        in shown
    )
    assert (
        "€284.00 of 3 projects + \u2212€54.00 of none = €230.00  \n:gray[Closed form, realized to date, net]"
        in shown
    )


def test_what_nobody_measured_for_too_long():
    def age(rows):
        rows["realized_values"] = [
            row for row in rows["realized_values"] if row["benefit_id"] != "B1" or row["period"] < "2025-Q3"
        ]

    load_closed_form(age)
    app = run("evidence")
    assert (
        "### 1 benefit has not been measured for too long; the largest leaves €300 of its case unknown"
        in texts(app)
    )
    table = app.main.dataframe[0].value
    assert table[["benefit", "months", "unknown"]].values.tolist() == [
        ["Faster claims handling (B1)", 9.0, 300.0]
    ]


def test_audits_wait_for_their_first_run():
    load_closed_form()
    assert "### The audits of this data version have not finished yet" in texts(run("evidence"))


def test_audits_run_on_demand_and_say_what_they_found():
    load_closed_form()
    app = run("evidence")
    app.main.button(key="audits_run").click().run()
    done = runs.last(store.current())
    assert done is not None
    assert f"### All {len(done.results)} audits found nothing wrong" in texts(app)
    assert set(app.main.dataframe[-1].value["found"]) == {"● nothing"}


def test_nothing_measured():
    def forget(rows):
        rows["realized_values"] = []

    load_closed_form(forget)
    app = run("evidence")
    assert "## Nothing of what is due has been measured: what was realized is not known." in texts(app)
    assert tiles(app)["Coverage"] == "0.0%"
    assert tiles(app)["Verified"] == "nothing yet"


def test_before_anything_is_due():
    load_closed_form()
    shown = texts(run("evidence", {"as_of": "2025-03-31"}))
    assert "## Nothing has been realized yet, so there is nothing to verify." in shown


def test_without_money():
    kit.load({"programs": [{"program_id": "P", "program": "Program", "currency": "EUR"}]}, AS_OF)
    assert "**No benefit in this data is money.**" in texts(run("evidence"))
