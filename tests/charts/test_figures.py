"""What single figures must show, and must not."""

from datetime import date

import pandas as pd
import pytest

from charts import (
    bars_at_risk,
    bars_case_vs_realized,
    bars_cost,
    bars_exposure,
    bridge,
    curve,
    heat_map,
    marks,
    periods,
    quadrants,
    theme,
    tornado,
    worth,
)
from tests.charts import cost_frames, frames, worth_frames
from tests.charts.drawn import FIGURES


def test_a_curve_of_one_period_is_a_point_with_room_around_it():
    figure = curve.draw(frames.curve().iloc[4:5], as_of=frames.AS_OF)
    assert {trace.mode for trace in figure.data} == {"markers"}
    assert figure.layout.xaxis.range == ("2026-02-28", "2026-05-01")


def test_outlook_begins_where_realized_ends():
    outlook = next(t for t in FIGURES["curve"](False).data if t.name == "Outlook")
    assert outlook.x[0] == "2026-03-31"
    assert outlook.y == (230, 380, 540, 700)


def test_a_curve_without_realized_draws_case_and_outlook_only():
    figure = curve.draw(frames.curve().assign(realized=None), as_of=None)
    assert [trace.name for trace in figure.data] == ["Business case", "Outlook"]
    assert len(figure.data[1].x) == 8
    assert len(figure.layout.shapes) == 0


def test_a_status_date_outside_the_axis_is_not_drawn():
    figure = curve.draw(frames.curve(), as_of=frames.AS_OF.replace(year=2031))
    assert len(figure.layout.shapes) == 0


def test_the_curve_marks_closures_and_new_baselines_on_its_axis():
    closed = [(date(2025, 9, 30), "Alpha"), (date(2025, 9, 30), "<b>Beta"), (date(2031, 1, 1), "Later")]
    figure = curve.draw(
        frames.curve(), as_of=None, closures=closed, rebaselines=[date(2025, 6, 30), date(2019, 1, 1)]
    )
    signs = next(trace for trace in figure.data if trace.name == "Closed")
    assert (signs.x, signs.y) == (("2025-09-30",), (0.0,))
    assert signs.customdata[0][0] == "Alpha, &lt;b&gt;Beta"
    assert [shape.x0 for shape in figure.layout.shapes] == ["2025-06-30"]
    assert "Re-baselined<br>30 Jun 2025" in [note.text for note in figure.layout.annotations]


def test_bridge_draws_totals_as_answered_and_steps_as_changes():
    (waterfall,) = FIGURES["bridge"](False).data
    assert waterfall.measure == ("absolute", *["relative"] * 5, "absolute")
    assert waterfall.x == (870, -160, -10, -20, 30, -10, 700)


def test_a_missing_cell_is_a_gap_with_its_name_and_never_a_bar_of_zero():
    figure = FIGURES["periods"](False)
    realized = next(t for t in figure.data if t.name == "Realized")
    gap = next(t for t in figure.data if t.name == "Not measured")
    assert realized.y == (0, 50, 60, None, 70, None, None, None)
    assert gap.x == ("2025-11-15",)
    assert "not measured" in [note.text for note in figure.layout.annotations]


def test_a_narrow_gap_is_named_by_the_key_alone():
    days = pd.date_range("2024-01-31", periods=30, freq="ME")
    months = pd.DataFrame({"period_start": days.map(lambda d: d.replace(day=1)), "period_end": days})
    months = months.assign(planned=10.0, realized=[None] + [9.0] * 29, forecast=None)
    texts = [note.text for note in periods.draw(months, as_of=None).layout.annotations]
    assert len(texts) == 1
    assert "Not measured" in texts[0]


def test_a_period_without_plan_is_no_gap():
    frame = frames.periods().assign(realized=None)
    gap = next(t for t in periods.draw(frame, as_of=frames.AS_OF).data if t.name == "Not measured")
    assert len(gap.x) == 4


def test_a_quarter_planned_and_measured_by_month_is_no_gap():
    months = pd.DataFrame(
        {
            "period_start": [frames.STARTS[0], frames.STARTS[0], frames.STARTS[1]],
            "period_end": [frames.ENDS[0], frames.STARTS[0].replace(day=31), frames.ENDS[1]],
            "planned": [90.0, None, 90.0],
            "realized": [None, 30.0, None],
            "forecast": [None, None, None],
        }
    )
    gap = next(t for t in periods.draw(months, as_of=frames.AS_OF).data if t.name == "Not measured")
    assert gap.x == ("2025-05-16",)


def test_what_belongs_to_nobody_is_hatched_and_nothing_else():
    realized = FIGURES["bars_case_vs_realized"](False).data[1]
    assert realized.marker.pattern.shape == ("", "", "", "/")


def test_a_row_without_a_note_has_its_name_alone():
    texts = [note.text for note in FIGURES["bars_case_vs_realized"](False).layout.annotations]
    assert "Supplier contracts" in texts


def test_a_row_without_plan_says_that_nothing_is_due():
    row = pd.DataFrame({"name": ["A"], "planned": [0.0], "realized": [0.0], "rate": [None]})
    texts = [note.text for note in bars_case_vs_realized.draw(row, currency="EUR").layout.annotations]
    assert texts == ["A", "<b>€0</b>", "nothing due yet"]


def test_what_nobody_measured_is_not_known_and_has_no_bar():
    row = pd.DataFrame({"name": ["A"], "planned": [50.0], "realized": [None], "rate": [None]})
    figure = bars_case_vs_realized.draw(row, currency="EUR")
    assert [note.text for note in figure.layout.annotations] == ["A", "<b>not known</b>", "of €50 due"]
    assert figure.data[1].x == (None,)


def test_an_end_near_the_floor_is_labelled_above_its_line():
    low = curve.draw(frames.curve().assign(realized=[0.0] + [None] * 7), as_of=None)
    high = curve.draw(frames.curve(), as_of=None)
    placed = [
        next((note.yanchor, note.yshift) for note in figure.layout.annotations if "Realized" in note.text)
        for figure in (low, high)
    ]
    assert placed == [("bottom", 6), ("top", -6)]


def test_slippage_is_the_distance_back_to_the_case():
    figure = curve.draw(frames.curve(), as_of=frames.AS_OF, late_by=3.6)
    line = figure.layout.shapes[1]
    assert (line.x0, line.x1, line.y0, line.y1) == ("2025-12-11", "2026-03-31", 230, 230)
    assert figure.layout.annotations[-1].text == "3.6 months late"


@pytest.mark.parametrize(
    "late_by", [None, 0.4, -2, 90], ids=["unknown", "on time", "ahead", "before the axis"]
)
def test_slippage_that_cannot_be_seen_is_not_drawn(late_by):
    assert len(curve.draw(frames.curve(), as_of=frames.AS_OF, late_by=late_by).layout.shapes) == 1


def test_a_disbenefit_stretches_the_axis_below_zero():
    row = pd.DataFrame({"name": ["D1"], "planned": [-80.0], "realized": [-90.0], "rate": [1.125]})
    low, high = bars_case_vs_realized.draw(row).layout.xaxis.range
    assert low == -90
    assert high == 1.0


def test_old_vintages_are_paler_and_the_latest_is_not():
    figure = FIGURES["vintages"](False)
    assert [trace.name for trace in figure.data] == [
        "Business case",
        "Forecast of 31 Mar 2025",
        "Forecast of 30 Sep 2025",
        "Forecast of 31 Mar 2026",
    ]
    assert figure.data[1].opacity < figure.data[2].opacity < 1
    assert figure.data[3].opacity == 1


@pytest.mark.parametrize("name", FIGURES)
def test_text_of_the_workbook_stays_text(name):
    evil = '<a href="https://example.org">A</a> & <b>%{x}</b> $x^2$'
    draws = {
        "bars_case_vs_realized": lambda: bars_case_vs_realized.draw(frames.projects().assign(name=evil)),
        "bridge": lambda: bridge.draw(frames.bridge().assign(step=evil)),
        "quadrants": lambda: quadrants.draw(
            cost_frames.programs().assign(name=evil), tolerance=0.05, green_from=0.9
        ),
        "heat_map": lambda: heat_map.draw(cost_frames.risks().assign(name=evil, said=evil), impact_scale=1e6),
        "bars_at_risk": lambda: bars_at_risk.draw(cost_frames.threatened().assign(name=evil, note=evil)),
        "bars_exposure": lambda: bars_exposure.draw(cost_frames.exposures().assign(name=evil, quiet=evil)),
        "bars_cost": lambda: bars_cost.draw(cost_frames.costs().assign(name=evil, note=evil)),
        "periods": lambda: periods.draw(frames.periods(), as_of=frames.AS_OF, unit=evil),
    }
    drawn = draws.get(name, lambda: FIGURES[name](False))().to_json()
    assert "<a" not in drawn
    assert "\\u003ca" not in drawn
    assert "$x" not in drawn


def test_a_cost_on_budget_above_and_below_it_and_without_one():
    figure = FIGURES["bars_cost"](False)
    texts = [note.text for note in figure.layout.annotations]
    assert [text for text in texts if text.startswith("<b>")] == [
        "<b>+20.0%</b>",
        "<b>\u221230.0%</b>",
        "<b>on budget</b>",
        "<b>€30</b>",
    ]
    assert figure.data[1].x == (1200, 280, None, 30)
    assert figure.data[2].x == (1500, 400, 100, None)


def test_performance_names_its_last_value_and_holds_it_against_the_plan():
    figure = FIGURES["performance"](False)
    assert figure.layout.yaxis.tickvals == (1.0,)
    assert "Cost (CPI)<br><b>0.89</b>" in [note.text for note in figure.layout.annotations]
    assert figure.data[0].x == ("2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31")


def test_the_loss_curve_marks_p50_p80_and_the_contingency():
    figure = FIGURES["loss_curve"](False)
    marked = {trace.name: (trace.x[0], trace.y[0]) for trace in figure.data if trace.mode == "markers"}
    assert marked == {"P50": (5e6, 50), "P80": (7e6, 80)}
    texts = [note.text for note in figure.layout.annotations]
    assert texts == ["P50 <b>€5.0m</b>", "P80 <b>€7.0m</b>", "Contingency left <b>€3.5m</b>"]
    assert [shape.x0 for shape in figure.layout.shapes] == [3.5e6]


def test_the_heat_map_puts_each_risk_into_its_cell():
    figure = FIGURES["heat_map"](False)
    placed = {note.text: (note.x, note.y) for note in figure.layout.annotations}
    assert placed == {"<b>2  3</b>": (3, 2), "<b>1</b>": (5, 5)}
    assert figure.layout.xaxis.ticktext == ("up to €50k", "to €100k", "to €250k", "to €500k", "to €1m")
    assert "Supplier fails: 20%, €200k<br><b>3</b> Staff leave" in figure.data[0].customdata[1][2]


def test_a_line_of_which_nothing_is_known_is_not_drawn():
    frame = worth_frames.worth().assign(realized=None)
    drawn = worth.draw(frame, lines=worth_frames.LINES)
    assert [trace.name for trace in drawn.data] == ["Business case", "Outlook"]
    nothing = worth.draw(frame.iloc[:0], lines=worth_frames.LINES)
    assert len(nothing.data) == 0
    assert len(nothing.layout.annotations) == 1


def test_a_step_that_costs_worth_is_of_the_colour_of_a_shortfall():
    down, up = FIGURES["tornado"](False).data
    colours = theme.palette(False)
    assert down.marker.color[:2] == (colours.shortfall, colours.surplus)
    assert up.marker.color == (colours.surplus, colours.shortfall, colours.shortfall)
    assert down.x == (-90.0, 26.57, None)


def test_no_driver_says_why_nothing_is_drawn():
    assert len(tornado.draw(worth_frames.drivers().iloc[:0]).data) == 0


def test_labels_of_lines_that_end_near_each_other_stand_apart():
    figure = theme.figure(300, False)
    figure.update_xaxes(range=["2020-01-01", "2030-01-01"]).update_yaxes(range=[0, 100])
    ends = [
        marks.End("first", date(2025, 6, 30), 60, "#000"),
        marks.End("second", date(2025, 9, 30), 60, "#000"),
        marks.End("alone", date(2022, 6, 30), 60, "#000"),
    ]
    marks.label_ends(figure, ends, 300)
    notes = {note.text: note for note in figure.layout.annotations}
    assert (notes["first"].yshift, notes["second"].yshift) == (-18, 18)
    assert (notes["alone"].yshift, notes["alone"].yanchor) == (-6, "top")
