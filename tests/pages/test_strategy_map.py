"""Strategy map: ribbons from projects to objectives, loose ends, and the way of a late output."""

from datetime import date

from tests.pages.executive import figures, load_closed_form, notes, run, texts
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF


def test_the_finding():
    load_closed_form()
    assert "## 1 objective, served by benefits; every benefit serves one." in texts(run("strategy_map"))


def test_loose_ends_are_listed():
    def loosen(rows):
        rows["benefits"][1]["objective_id"] = None
        rows["objectives"].append({**rows["objectives"][0], "objective_id": "O2", "objective": "Forgotten"})

    load_closed_form(loosen)
    app = run("strategy_map")
    assert "## 2 objectives, 1 of them served by no benefit; 1 benefit serves none." in texts(app)
    objectives, loose = (table.value for table in app.main.dataframe)
    assert objectives["benefits"].tolist() == ["1", "▼ none"]
    assert loose[["benefit", "outlook"]].values.tolist() == [
        ["Lower purchase prices (B2)", "€360"],
        ["Training time (D1)", "\u2212€90"],
    ]


def test_ribbons_and_names():
    load_closed_form()
    (drawn,) = figures(run("strategy_map"))
    shown = notes(drawn)
    assert [f"<b>{name}</b>" for name in ("Projects", "Benefits", "Objectives")] == shown[-3:]
    assert "Claims platform" in shown
    assert "Faster claims<br>handling" in shown
    said = {trace["text"] for trace in drawn["data"]}
    assert "<b>Claims platform</b> to <b>Faster claims handling</b><br>Outlook €301, realized €98" in said
    assert len(said) == 6


def test_following_a_late_output():
    def delay(rows):
        rows["projects"][0] |= {"actual_finish": date(2025, 12, 31)}

    load_closed_form(delay)
    app = run("strategy_map")
    app.main.selectbox[0].select("P1").run()
    assert (
        "### Claims platform came 3 months late and leads to 1 benefit, of which €290 is still to come."
        in texts(app)
    )
    ways = app.main.dataframe[0].value
    assert ways[["benefit", "way", "coming"]].values.tolist() == [
        ["Faster claims handling (B1)", "Claims platform → Faster claims handling", "€290"]
    ]
    strong = [trace for trace in figures(app)[0]["data"] if trace.get("opacity") == 0.5]
    assert len(strong) == 2  # P1 to B1, and B1 to its objective


def test_without_anything_linked():
    kit.load({"programs": [{"program_id": "P", "program": "Program", "currency": "EUR"}]}, AS_OF)
    assert "**Nothing is linked yet.**" in texts(run("strategy_map"))


def test_contributions_without_objectives():
    def none(rows):
        rows["objectives"] = []
        for row in rows["benefits"]:
            row["objective_id"] = None

    load_closed_form(none)
    app = run("strategy_map")
    assert "## No objective is named, so no benefit can serve one." in texts(app)
    assert len(figures(app)) == 1
