"""Portfolio: which programs are on budget but off benefits, as an executive reads it."""

import yaml

from tests.pages.executive import as_read, figures, load_closed_form, notes, run, texts
from tests.queries import kit
from tests.queries.test_cases import HERE
from tests.workbooks.closed_form import AS_OF

CASE = HERE / "portfolio" / "programs" / "four_quadrants_and_what_is_not_known.yaml"


def rows():
    return yaml.safe_load(CASE.read_text(encoding="utf-8"))["given"]


def test_the_title_names_the_programs_on_budget_but_off_benefits():
    kit.load(rows(), AS_OF)
    shown = texts(run("portfolio"))
    assert "## 1 of 3 programs is on budget but off benefits: On budget off benefits" in shown
    assert "## Over but good is over budget, on benefits" in shown


def test_each_currency_is_a_block_of_its_own():
    kit.load(rows(), AS_OF)
    app = run("portfolio")
    assert [as_read(header.value) for header in app.main.header] == ["EUR", "GBP"]


def test_programs_are_named_where_they_stand_and_the_others_are_said():
    kit.load(rows(), AS_OF)
    app = run("portfolio")
    placed = figures(app)[0]
    assert [note for note in notes(placed) if note.startswith("<b>")] == [
        "<b>Good</b>",
        "<b>On budget off benefits</b>",
        "<b>Over and late</b>",
    ]
    assert (
        "Not placed, because no budget is known or nothing is due and measured: Without a budget."
        in texts(app)
    )


def test_every_program_has_its_curve_and_the_way_into_it():
    kit.load(rows(), AS_OF)
    app = run("portfolio")
    assert len(figures(app)) == 2 + 5
    links = [button.proto.url for button in app.main.get("link_button")]
    assert "/program?program=B" in links
    assert len(links) == 5


def test_without_a_budget_nothing_is_compared():
    load_closed_form()
    app = run("portfolio")
    assert "## 1 program: budget and benefits cannot be compared yet" in texts(app)
    assert "No program has both a budget and benefits that are due." in notes(figures(app)[0])


def test_every_chart_says_where_it_comes_from():
    load_closed_form()
    asked = [button for button in run("portfolio").main.button if button.key.startswith("where_")]
    assert len(asked) == 2


def test_without_a_program_the_next_step_is_said():
    kit.load({}, AS_OF)
    assert "**There is no program in this data yet.**" in texts(run("portfolio"))


def test_markup_in_a_name_stays_text():
    made = rows()
    made["programs"][1]["program"] = "<b>Bold</b> [click](https://evil.example)"
    kit.load(made, AS_OF)
    app = run("portfolio")
    assert any("<b>Bold</b> [click](https://evil.example)" in text for text in texts(app))
    assert not any("<b>Bold" in note or "<b><b>" in note for note in notes(figures(app)[0]))
