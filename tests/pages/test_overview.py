"""Overview: the closed-form program's numbers as an executive reads them, and what is said without any."""

from decimal import Decimal

from tests.pages.executive import as_read, figures, load_closed_form, notes, run, texts, tiles
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF


def test_the_finding_says_late_by_how_much_and_how_much_of_what():
    load_closed_form()
    shown = texts(run("overview"))
    assert "## Benefits are 3.6 months behind the case: €320 of €500 due has been realized, 64.0%." in shown
    assert (
        "Net of disbenefits it is €230 of €420, 54.8%. Only 85.7% of the values due have been measured; "
        "on those alone the rate is 71.1%."
    ) in shown
    assert "### Over the whole life the outlook is €790 of €950, 83.2%: €160 less than promised." in shown


def test_tiles_show_gross_with_net_beside_it():
    load_closed_form()
    app = run("overview")
    assert tiles(app) == {
        "Realized to date": "€320",
        "Realization rate": "64.0%",
        "Outlook at completion": "€790",
        "Slippage": "3.6 months",
        "Coverage": "85.7%",
        "Verified": "100.0%",
    }
    captions = [as_read(caption.value) for caption in app.main.caption]
    assert "of €500 due, net €230 of €420" in captions
    assert "net 54.8%, 71.1% where measured" in captions
    assert "of €950, 83.2%, net 80.5%" in captions
    assert "6 of 7 values due measured" in captions
    assert (
        "All programs · Status date 31 Mar 2026 · original case · data version 1 · coverage 85.7%" in captions
    )


def test_the_curve_is_gross_until_asked_for_net():
    load_closed_form()
    (drawn, *_) = figures(run("overview"))
    assert "Business case<br><b>€950</b>" in notes(drawn)
    assert "Outlook<br><b>€790</b>" in notes(drawn)
    assert "Realized<br><b>€320</b>" in notes(drawn)
    assert "3.6 months late" in notes(drawn)
    net = run("overview", {"curve": "Net of disbenefits"})
    assert "Outlook<br><b>€700</b>" in notes(figures(net)[0])
    assert "### Over the whole life the outlook is €700 of €870, 80.5%: €170 less than promised." in texts(
        net
    )


def test_what_needs_a_decision_names_money_months_and_owner():
    load_closed_form()
    app = run("overview")
    shown = texts(app)
    assert "€170 short, 4.8 months behind" in shown
    assert any("Head of operations · Closed form" in text for text in shown)


def test_an_owner_who_left_is_marked():
    def leave(rows):
        for row in rows["benefits"]:
            row["owner_until"] = AS_OF.replace(month=1)

    load_closed_form(leave)
    assert any("Head of operations, left 31 Jan 2026" in text for text in texts(run("overview")))


def test_every_tile_and_chart_says_where_it_comes_from():
    load_closed_form()
    app = run("overview")
    asked = [button for button in app.main.button if button.key.startswith("where_")]
    assert len(asked) == 6 + 1 + 1  # tiles, curve, decisions
    rate = as_read(app.main.button(key="where_overview_1").help)
    assert rate.startswith("Realization rate: How much of what was due by now has arrived.")


def test_what_nobody_measured_is_not_known_and_never_zero():
    def forget(rows):
        rows["realized_values"] = []

    load_closed_form(forget)
    app = run("overview")
    assert (
        "## €500 was due by now and nothing of it has been measured: what was realized is not known."
        in texts(app)
    )
    shown = tiles(app)
    assert shown["Realized to date"] == shown["Realization rate"] == shown["Slippage"] == "not known"
    assert shown["Coverage"] == "0.0%"
    assert not any(note.startswith("Realized<br>") for note in notes(figures(app)[0]))


def test_disbenefits_that_nobody_measured_leave_the_net_unknown():
    def forget(rows):
        rows["realized_values"] = []

    load_closed_form(forget)
    app = run("overview", {"as_of": "2025-03-31"})
    assert "Disbenefits are due and none of them has been measured: the net is not known." in texts(app)
    assert "of €0 due" in texts(app)


def test_nothing_due_yet():
    load_closed_form()
    app = run("overview", {"as_of": "2025-03-31"})
    assert "## No benefit is due yet at this status date." in texts(app)
    assert tiles(app)["Realization rate"] == "not due"


def test_only_disbenefits():
    def keep_disbenefit(rows):
        for name in ("benefits", "planned_values", "realized_values", "forecast_values"):
            rows[name] = [row for row in rows[name] if row["benefit_id"] == "D1"]
        rows["contributions"] = []

    load_closed_form(keep_disbenefit)
    app = run("overview")
    assert "## No benefit is due yet at this status date." in texts(app)
    assert "Net of disbenefits it is \u2212€90 of \u2212€80, 112.5%." in texts(app)


def test_only_benefits_that_are_not_money_lead_to_the_register():
    def no_money(rows):
        for row in rows["benefits"]:
            row |= {"value_type": "quantitative", "unit": "days", "value_basis": "level"}

    load_closed_form(no_money)
    assert "**None of these benefits is measured in money.**" in texts(run("overview"))


def test_a_program_without_benefits_leads_to_the_upload():
    kit.load({"programs": [{"program_id": "P", "program": "Bare", "currency": "EUR"}]}, AS_OF)
    assert "**There is no benefit in this data yet.**" in texts(run("overview"))


def test_two_currencies_are_two_blocks_never_added():
    def add_pounds(rows):
        rows["programs"].append({"program_id": "PRG-UK", "program": "Islands", "currency": "GBP"})
        rows["benefits"].append(
            rows["benefits"][0]
            | {"benefit_id": "U1", "program_id": "PRG-UK", "unit": "GBP", "objective_id": None}
        )
        rows["business_cases"].append(rows["business_cases"][0] | {"program_id": "PRG-UK"})
        value = {"benefit_id": "U1", "period": "2025-Q1", "value": Decimal(40)}
        rows["planned_values"].append(value | {"case_version": "v1"})
        rows["realized_values"].append(value | {"evidence": "estimate", "value": Decimal(30)})

    load_closed_form(add_pounds)
    app = run("overview")
    assert [as_read(header.value) for header in app.main.header] == ["EUR", "GBP"]
    findings = [text for text in texts(app) if text.startswith("## ")]
    assert "€320 of €500" in findings[0]
    assert "£30 of £40" in findings[1]


def test_what_is_still_to_come_is_said_apart_from_what_is_not_known():
    def forget(rows):
        rows["realized_values"] = []

    load_closed_form(forget)
    app = run("overview")
    assert "### €470 of €950 is still to come; what has arrived so far is not known." in texts(app)
    assert tiles(app)["Outlook at completion"] == "not known"
