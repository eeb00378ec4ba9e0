"""Risks: what they may cost, which level they count on, and what they threaten, as an executive reads it."""

from datetime import date

from tests.pages.executive import as_read, figures, load_closed_form, notes, run, texts, tiles
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF


def rows(**tables):
    """The published register on two levels: P50 5 m, P80 7 m; one risk escalated, one without an estimate."""

    def risk(identity, name, probability, impact, **more):
        return {
            "risk_id": identity,
            "program_id": "P",
            "risk": name,
            "probability": probability,
            "impact": impact,
            **more,
        }

    return {
        "programs": [{"program_id": "P", "program": "Program", "currency": "EUR"}],
        "projects": [
            {"project_id": "J", "program_id": "P", "project": "Running", "status": "active"},
            {
                "project_id": "K",
                "program_id": "P",
                "project": "Ended",
                "status": "closed",
                "closed_on": date(2025, 12, 31),
            },
        ],
        "budget": [
            {
                "program_id": "P",
                "cost_type": "office",
                "period": "2026-Q1",
                "baseline": 1,
                "contingency": 4_000_000,
                "contingency_drawn": 500_000,
            }
        ],
        "risks": [
            risk("R1", "Supplier fails", 0.3, 2_000_000, proximity="within 3 months"),
            risk("R2", "Adoption stalls everywhere", 0.5, 5_000_000, escalated_from="R4"),
            risk("R3", "Move is late", 0.2, 10_000_000, project_id="J"),
            risk("R4", "Adoption stalls here", 0.5, 800_000, project_id="K"),
            risk("R5", "Nobody knows the cost", 0.4, None, project_id="K"),
        ],
        **tables,
    }


def test_the_title_holds_p80_against_the_contingency():
    kit.load(rows(), AS_OF)
    shown = texts(run("risks"))
    assert (
        "## The open risks cost €5.1m on average, and in 8 of 10 cases no more than €7.0m: the contingency "
        "of €3.5m left is enough in 40 of 100 cases only."
    ) in shown
    assert (
        "4 open risks count, 1 was escalated and counts there, once. 1 of them has no estimate: what they "
        "cost comes on top. 1 belongs to a project that has ended. P50 and P80 come from every possible "
        "outcome. Percentiles are those of all risks together; "
        "those of single risks or programs are never added."
    ) in shown


def test_tiles():
    kit.load(rows(), AS_OF)
    app = run("risks")
    assert tiles(app) == {
        "Exposure": "€5.1m",
        "P50": "€5.0m",
        "P80": "€7.0m",
        "Contingency left": "€3.5m",
        "Benefit at risk": "€0",
        "Open risks": "5 of 5",
    }
    captions = [as_read(caption.value) for caption in app.main.caption]
    assert "of €4.0m, 50.0% of P80" in captions
    assert "the largest: Adoption stalls everywhere" in captions


def test_the_picture_marks_p50_p80_and_the_contingency():
    kit.load(rows(), AS_OF)
    losses, *_ = figures(run("risks"))
    assert notes(losses) == ["P50 <b>€5.0m</b>", "P80 <b>€7.0m</b>", "Contingency left <b>€3.5m</b>"]


def test_the_heat_map_can_be_narrowed_to_a_level():
    kit.load(rows(), AS_OF)
    both = figures(run("risks"))[1]
    assert sorted(notes(both)) == ["<b>1</b>", "<b>2</b>", "<b>3</b>"]
    assert notes(figures(run("risks", {"level": "Projects"}))[1]) == ["<b>2</b>"]
    assert sorted(notes(figures(run("risks", {"level": "Programs"}))[1])) == ["<b>1</b>", "<b>3</b>"]


def test_levels_add_up_and_an_escalation_is_shown_once_with_its_path():
    kit.load(rows(), AS_OF)
    shown = texts(run("risks"))
    assert "### Programs carry €600k of their own and €2.5m escalated to them, projects €2.0m" in shown
    assert "### 1 risk was escalated and counted once, on the higher level" in shown
    assert "**Adoption stalls here**" in shown
    assert ":material/arrow_upward: **Adoption stalls everywhere**" in shown
    assert "Ended, €400k, not counted" in shown
    assert "Program, €2.5m, counted once" in shown


def test_benefits_at_risk_of_the_closed_form():
    load_closed_form()
    app = run("risks")
    assert tiles(app)["Benefit at risk"] == "€92.80"
    assert "### €92.80 of the €290 still to come from 1 benefit is at risk" in texts(app)
    assert (
        "## The open risks cost €40 on average, and in 8 of 10 cases no more than €100; no contingency is "
        "stated to hold against it."
    ) in texts(app)


def test_every_tile_and_chart_says_where_it_comes_from():
    kit.load(rows(), AS_OF)
    asked = [button for button in run("risks").main.button if button.key.startswith("where_")]
    assert len(asked) == 6 + 6  # tiles; curve, map, benefits, levels, escalations, register


def test_more_than_fifteen_risks_say_how_often_they_were_drawn():
    made = rows()
    made["risks"] += [made["risks"][0] | {"risk_id": f"X{number}"} for number in range(20)]
    kit.load(made, AS_OF)
    assert any("P50 and P80 come from 10,000 seeded runs." in text for text in texts(run("risks")))


def test_only_risks_without_an_estimate():
    made = rows()
    made["risks"] = made["risks"][-1:]
    kit.load(made, AS_OF)
    app = run("risks")
    assert "## What the open risks may cost is not known: none of them has an estimate." in texts(app)
    assert tiles(app)["P80"] == tiles(app)["Exposure"] == "not known"
    assert "<b>not known</b>" in notes(figures(app)[-1])


def test_without_a_register_the_next_step_is_said():
    kit.load(rows(risks=[]), AS_OF)
    assert "**No risk has been loaded yet.**" in texts(run("risks"))


def test_markup_in_a_name_stays_text():
    made = rows()
    made["risks"][1]["risk"] = made["risks"][3]["risk"] = "<b>Bold</b> [click](https://evil.example)"
    kit.load(made, AS_OF)
    app = run("risks")
    assert "**<b>Bold</b> [click](https://evil.example)**" in texts(app)
    assert all("<b>Bold" not in json for json in map(str, figures(app)))
