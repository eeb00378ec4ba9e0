"""Program: facts, cases, bridge and objectives of the one program that the filter names."""

from tests.pages.executive import as_read, figures, load_closed_form, notes, run, texts, tiles, with_another
from tests.workbooks.closed_form import PROGRAM

CHOSEN = {"program": PROGRAM}


def test_without_a_program_it_asks_for_one_and_a_click_chooses():
    load_closed_form(with_another)
    app = run("program")
    assert "### Which program?" in texts(app)
    app.button(key=f"choose_{PROGRAM}").click().run()
    assert app.session_state["program"] == PROGRAM
    assert as_read(app.title[0].value) == "Closed form"


def test_its_numbers():
    load_closed_form()
    app = run("program", CHOSEN)
    assert tiles(app)["Realization rate"] == "64.0%"
    assert tiles(app)["Slippage"] == "3.6 months"


def test_the_bridge_adds_up_from_case_to_outlook():
    load_closed_form()
    app = run("program", CHOSEN)
    assert "### From the case of €870 to an outlook of €700: €180 is lost and €10 is gained" in texts(app)
    bridge = figures(app)[1]
    assert notes(bridge) == [
        "Business case",
        "<b>€870</b>",
        "Faster claims handling, to date",
        "<b>\u2212€160</b>",
        "Lower purchase prices, to come",
        "<b>+€30</b>",
        "Lower purchase prices, to date",
        "<b>\u2212€20</b>",
        "Faster claims handling, to come",
        "<b>\u2212€10</b>",
        "Training time, to date",
        "<b>\u2212€10</b>",
        "Outlook",
        "<b>€700</b>",
    ]


def test_versions_of_the_case_with_reason():
    def second(rows):
        rows["business_cases"][0]["reason"] = "First approval"

    load_closed_form(second)
    app = run("program", CHOSEN)
    assert "### 1 version of the business case" in texts(app)
    cases = app.main.dataframe[0].value
    assert cases["reason"].tolist() == ["First approval"]
    assert cases["planned"].tolist() == [870.0]
    assert cases["role"].tolist() == ["original and current"]


def test_objectives_and_people():
    load_closed_form()
    shown = texts(run("program", CHOSEN))
    assert "### 1 objective, served by a benefit" in shown
    assert "1 active, 2 closed" in shown
    assert "not given" in shown
