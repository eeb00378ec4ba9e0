"""Forecast accuracy: drift, centres of gravity and errors, of a program small enough to check by hand."""

from pathlib import Path

import yaml

from tests.pages.executive import figures, load_closed_form, run, texts, with_another
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, PROGRAM
from tests.workbooks.yearly import yearly

CASE = Path(__file__).parents[1] / "queries/forecasts/by_program/flat_and_moving_right_is_deferral.yaml"


def load(change=lambda rows: rows):
    case = yaml.safe_load(CASE.read_text(encoding="utf-8"))
    kit.load(change(case["given"]), case["ask"]["as_of"])


def test_deferral_is_said_and_every_forecast_drawn():
    load()
    app = run("forecast_accuracy", {"program": "P"})
    said = texts(app)
    assert (
        "## Deferral: since 31 Dec 2024 the total has held; the benefits moved 1.1 months to the right."
        in said
    )
    assert "### The benefits now arrive around April 2025; the first forecast had March 2025" in said
    drawn = figures(app)[0]["data"]
    assert [line["name"] for line in drawn] == [
        "Business case",
        "Forecast of 31 Dec 2024",
        "Forecast of 28 Feb 2025",
    ]
    assert [line["y"][-1] for line in drawn] == [400, 400, 400]


def test_errors_by_horizon():
    load()
    app = run("forecast_accuracy", {"program": "P"})
    assert (
        "### Of what had been forecast, 38.1% less arrived; period by period forecasts were off by 38.1%."
        in texts(app)
    )
    errors = next(one.value for one in app.main.dataframe if "ahead" in one.value)
    assert errors["ahead"].tolist() == ["up to 3 months ahead", "all of them"]
    assert errors["cells"].tolist() == [3, 3]


def test_one_forecast_has_nothing_to_compare_with():
    load_closed_form()
    said = texts(run("forecast_accuracy", {"program": PROGRAM}))
    assert "## There is only one forecast so far: nothing to compare it with yet." in said
    assert "### No forecast period has been realized yet." in said


def test_without_a_forecast_it_says_what_to_do():
    rows = yearly()
    rows["forecast_values"] = []
    kit.load(rows, AS_OF)
    said = texts(run("forecast_accuracy", {"program": "Y"}))
    assert any("No forecast has been loaded for this program" in text for text in said)


def test_without_a_program_they_stand_side_by_side():
    load(with_another)
    app = run("forecast_accuracy")
    (programs,) = [one.value for one in app.main.dataframe]
    assert programs["drift"].tolist()[0] == "deferral"
