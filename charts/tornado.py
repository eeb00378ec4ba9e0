"""The tornado: what one step up or down of each driver does, the largest effect on top."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, rows, theme

THICK = 0.34


def draw(drivers: pd.DataFrame, *, currency: str = "", locale: str = "en", dark: bool = False) -> go.Figure:
    """Draw name, down_words, down, up_words, up: differences of worth, in the order given.

    A step that makes it worth less goes left and is of the colour of a shortfall, one that makes it
    worth more goes right; a missing step has no bar.
    """
    if drivers.empty:
        return theme.nothing("What matters cannot be told: costs or benefits are not known.", dark)
    records: list[dict[str, Any]] = [
        {str(name): value for name, value in record.items()} for record in drivers.to_dict("records")
    ]
    figure = rows.lay_out([_row(record, currency, locale) for record in records], dark)
    for side in ("down", "up"):
        figure.add_trace(_bars(records, side, currency, locale, dark))
    sizes = [abs(float(r[side])) for r in records for side in ("down", "up") if not numbers.missing(r[side])]
    reach = max(sizes, default=0.0) * 1.02 or 1.0
    figure.update_xaxes(range=[-reach, reach])
    colours = theme.palette(dark)
    for place in range(len(records)):  # a line of its own at each bar, so that none runs through a name
        figure.add_shape(
            type="line",
            x0=0,
            x1=0,
            y0=rows.bar_y(place) - THICK / 2,
            y1=rows.bar_y(place) + THICK / 2,
            line={"color": colours.quiet, "width": 1},
        )
    return figure


def _row(record: dict[str, Any], currency: str, locale: str) -> rows.Row:
    """The larger effect, which is the step up where both are as large."""
    up, down = record["up"], record["down"]
    larger = up if numbers.missing(down) or abs(up) >= abs(down) else down
    words = record["up_words"] if larger is up else record["down_words"]
    sign = "+" if larger > 0 else ""
    return rows.Row(
        name=str(record["name"]), strong=sign + numbers.money(larger, currency, locale), quiet=str(words)
    )


def _bars(records: list[dict[str, Any]], side: str, currency: str, locale: str, dark: bool) -> go.Bar:
    colours = theme.palette(dark)
    values = [None if numbers.missing(record[side]) else float(record[side]) for record in records]
    texts = [
        f"<b>{theme.inert(record['name'])}</b><br>{theme.inert(record[f'{side}_words'])}: "
        f"{theme.inert(numbers.money(value, currency, locale))}"
        for record, value in zip(records, values, strict=True)
    ]
    return go.Bar(
        orientation="h",
        x=values,
        y=[rows.bar_y(place) for place in range(len(records))],
        width=THICK,
        marker={"color": [colours.shortfall if (value or 0) < 0 else colours.surplus for value in values]},
        customdata=[[text] for text in texts],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )
