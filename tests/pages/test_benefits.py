"""Benefits: the register with its filters, and the card that the address opens."""

import pytest

from tests.pages.executive import as_read, figures, load_closed_form, notes, run, texts, tiles


def table(app):
    return app.main.dataframe[0].value


def test_the_register_shows_every_benefit_worst_first():
    load_closed_form()
    app = run("benefits")
    shown = table(app)
    assert shown["benefit"].tolist() == [
        "Faster claims handling (B1)",
        "Training time (D1)",
        "Lower purchase prices (B2)",
    ]
    assert shown["realized"].tolist() == [140.0, -90.0, 180.0]
    assert shown["outlook"].tolist() == [430.0, -90.0, 360.0]
    assert shown["line"].str.startswith("data:image/svg+xml;base64,").all()


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ({"rating": "On track"}, ["Lower purchase prices (B2)"]),
        ({"owner": "Head of operations"}, None),
        ({"class": "cash releasing"}, ["Faster claims handling (B1)"]),
    ],
)
def test_filters_come_from_the_address(query, kept):
    def classify(rows):
        rows["benefits"][0]["class"] = "cash releasing"

    load_closed_form(classify)
    app = run("benefits", query)
    assert table(app)["benefit"].tolist() == (kept or table(app)["benefit"].tolist())
    assert len(table(app)) == (len(kept) if kept else 3)


def test_filters_that_leave_nothing_say_so():
    load_closed_form()
    app = run("benefits", {"rating": "Not known"})
    assert app.info[0].value == "No benefit fits these filters. Take one of them away to see more."


def test_the_address_opens_the_card():
    load_closed_form()
    app = run("benefits", {"benefit": "B1"})
    assert as_read(app.title[0].value) == "Faster claims handling"
    shown = texts(app)
    assert (
        "All programs · Status date 31 Mar 2026 · original case · data version 1 · coverage 100.0%" in shown
    )
    finding = "This benefit is 4.8 months behind the case: €140 of €300 due has been realized, 46.7%."
    assert f"## {finding}" in shown
    assert tiles(app) == {
        "Realized to date": "€140",
        "Realization rate": "46.7%",
        "Outlook at completion": "€430",
        "Slippage": "4.8 months",
        "Coverage": "100.0%",
        "Verified": "100.0%",
    }


def test_the_card_shows_a_missing_cell_as_a_gap():
    load_closed_form()
    app = run("benefits", {"benefit": "B2"})
    assert "Only 75.0% of the values due have been measured; on those alone the rate is 120.0%." in texts(app)
    drawn = figures(app)[0]
    assert "not measured" in notes(drawn)
    assert "Not measured" in [trace.get("name") for trace in drawn["data"]]


def test_the_card_lists_projects_with_weights_that_add_up():
    load_closed_form()
    projects = table(run("benefits", {"benefit": "B2"}))
    assert projects[["project", "weight", "realized"]].values.tolist() == [
        ["Branch renewal (P2)", 0.5, 90.0],
        ["Supplier contracts (P3)", 0.3, 54.0],
        ["Attributed to no project", 0.2, 36.0],
    ]


def test_a_disbenefit_says_what_it_cost():
    load_closed_form()
    app = run("benefits", {"benefit": "D1"})
    assert "## It has cost €90 of €80 allowed for by now, 112.5%." in texts(app)
    assert tiles(app)["Slippage"] == "not measured"


def test_a_benefit_that_is_not_money_shows_its_progress():
    def days(rows):
        rows["benefits"][0] |= {
            "value_type": "quantitative",
            "unit": "days",
            "value_basis": "level",
            "baseline_value": 10,
            "target_value": 2,
        }

    load_closed_form(days)
    app = run("benefits", {"benefit": "B1"})
    assert tiles(app) == {}
    assert any(text.startswith("## It has come") for text in texts(app))
    assert any(text.startswith("Started at 10 days, is at 80 days") for text in texts(app))


def test_one_benefit_and_no_owner():
    def lonely(rows):
        for name in ("benefits", "planned_values", "realized_values", "forecast_values", "contributions"):
            rows[name] = [row for row in rows[name] if row["benefit_id"] == "B1"]
        rows["benefits"][0]["owner"] = None

    load_closed_form(lonely)
    app = run("benefits")
    assert "## 1 benefit: 1 off track." in texts(app)
    assert table(app)["owner"].tolist() == ["No owner"]


def test_all_benefits_leads_back():
    load_closed_form()
    app = run("benefits", {"benefit": "B1"})
    app.main.button[0].click().run()
    assert app.session_state["benefit"] == ""


def test_the_address_searches_and_orders():
    load_closed_form()
    found = table(run("benefits", {"search": "TIME"}))
    assert found["benefit"].tolist() == ["Training time (D1)"]
    ordered = table(run("benefits", {"sort": "By name (name)"}))
    assert ordered["benefit"].str[-3:-1].tolist() == ["B1", "B2", "D1"]


def test_a_long_register_comes_a_page_at_a_time():
    def many(rows):
        rows["benefits"] += [
            {"benefit_id": f"N{number:03}", "program_id": "PRG-CF", "benefit": f"Extra {number:03}"}
            | {"kind": "benefit", "value_type": "qualitative"}
            for number in range(250)
        ]

    load_closed_form(many)
    first = run("benefits", {"sort": "By name (name)"})
    assert "253 benefits, of which the first 200 by name can be chosen here." in " ".join(texts(first))
    second = run("benefits", {"sort": "By name (name)", "page": "2"})
    shown = [*table(first)["benefit"], *table(second)["benefit"]]
    assert (len(table(first)), len(table(second)), len(set(shown))) == (200, 53, 253)
    assert as_read(run("benefits", {"benefit": "N249"}).title[0].value) == "Extra 249"
