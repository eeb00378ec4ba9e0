"""Totals without a date are counted elsewhere and never stretch the time axis."""

from datetime import date

import pandas as pd

from charts import curve, marks


def test_the_axis_ends_with_the_last_dated_period():
    rows = pd.DataFrame(
        {
            "period_end": [date(2025, 12, 31), date(2026, 12, 31), marks.UNDATED],
            "planned": [10.0, 20.0, 50.0],
            "realized": [5.0, None, None],
            "outlook": [5.0, 12.0, 12.0],
        }
    )
    figure = curve.draw(rows, as_of=date(2025, 12, 31), currency="EUR")
    assert pd.Timestamp(figure.layout.xaxis.range[1]) < pd.Timestamp("2028-01-01")
    assert {max(trace.y) for trace in figure.data if trace.name == "Business case"} == {20.0}
