"""Programs by what they cost against what they bring: four quadrants, each program named where it stands."""

from math import sqrt
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import bars_cost, numbers, scale, theme

HEIGHT = 430
SMALLEST, LARGEST = 12, 46
# The axes show at least this much on either side of the plan.
COST_ROOM, RATE_ROOM = 0.12, 1.35
# Nearer to an edge than this part of the width, a name starts or ends at its mark.
EDGE = 0.2
CORNERS = (
    ("on budget, on benefits", 0.0, 1.0, "left", "top"),
    ("over budget, on benefits", 1.0, 1.0, "right", "top"),
    ("on budget, off benefits", 0.0, 0.0, "left", "bottom"),
    ("over budget, off benefits", 1.0, 0.0, "right", "bottom"),
)


def draw(
    programs: pd.DataFrame,
    *,
    tolerance: float,
    green_from: float,
    currency: str = "",
    locale: str = "en",
    dark: bool = False,
) -> go.Figure:
    """Draw name, cost_ratio, rate, size, quadrant: a row a program; a missing ratio is not drawn."""
    known = programs.dropna(subset=["cost_ratio", "rate"])
    if known.empty:
        return theme.nothing("No program has both a budget and benefits that are due.", dark)
    colours = theme.palette(dark)
    figure = theme.figure(HEIGHT, dark, margin={"l": 4, "r": 12, "t": 12, "b": 40})
    records: list[dict[str, Any]] = [
        {str(name): value for name, value in record.items()} for record in known.to_dict("records")
    ]
    _ranges(figure, records, tolerance, green_from, locale, colours)
    for text, x, y, xanchor, yanchor in CORNERS:
        figure.add_annotation(
            text=text.capitalize(),
            x=x,
            y=y,
            xref="paper",
            yref="paper",
            xanchor=xanchor,
            yanchor=yanchor,
            showarrow=False,
            font={"size": theme.SMALL, "color": colours.quiet},
        )
    figure.add_trace(_bubbles(records, currency, locale, colours))
    _names(figure, records, colours)
    return figure


def _ranges(
    figure: go.Figure,
    records: list[dict[str, Any]],
    tolerance: float,
    green_from: float,
    locale: str,
    colours: theme.Palette,
) -> None:
    costs, rates = ([float(record[name]) for record in records] for name in ("cost_ratio", "rate"))
    room = max(COST_ROOM, *(abs(cost - 1) * 1.35 for cost in costs))
    top = max(RATE_ROOM, *(rate * RATE_ROOM for rate in rates))
    low = min(0.0, *rates)
    places = scale.ticks(-room, room, 4)
    figure.update_xaxes(
        range=[1 - room, 1 + room],
        tickvals=[1 + place for place in places],
        ticktext=[bars_cost.change(1 + place, locale) for place in places],
        title={"text": "Final cost against budget", "font": {"size": theme.SMALL}},
    )
    figure.update_yaxes(
        range=[low, top],
        tickvals=[0, 0.5, 1],
        ticktext=[numbers.rate(value, locale, 0) for value in (0, 0.5, 1)],
        title={"text": "Realized of what is due", "font": {"size": theme.SMALL}},
    )
    line = {"color": colours.quiet, "width": 1, "dash": "3px,3px"}
    figure.add_shape(type="line", x0=1 + tolerance, x1=1 + tolerance, y0=0, y1=1, yref="paper", line=line)
    figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=green_from, y1=green_from, line=line)


def _sizes(records: list[dict[str, Any]]) -> list[float]:
    """Diameters in pixels, the area as large as the whole-life case; the smallest where it is not known."""
    largest = max(
        (float(record["size"]) for record in records if not numbers.missing(record["size"])), default=0
    )
    return [
        SMALLEST
        if numbers.missing(record["size"]) or largest <= 0
        else max(SMALLEST, LARGEST * sqrt(max(float(record["size"]), 0.0) / largest))
        for record in records
    ]


def _bubbles(records: list[dict[str, Any]], currency: str, locale: str, colours: theme.Palette) -> go.Scatter:
    sizes = _sizes(records)
    off = ["off benefits" in str(record["quadrant"]) for record in records]
    return go.Scatter(
        x=[float(record["cost_ratio"]) for record in records],
        y=[float(record["rate"]) for record in records],
        mode="markers",
        marker={
            "size": sizes,
            "color": [colours.shortfall if one else colours.realized for one in off],
            "symbol": ["diamond" if one else "circle" for one in off],
            "opacity": 0.85,
            "line": {"color": colours.ground, "width": 1},
        },
        customdata=[[_hover(record, currency, locale)] for record in records],
        hovertemplate="%{customdata[0]}<extra></extra>",
        cliponaxis=False,
    )


def _names(figure: go.Figure, records: list[dict[str, Any]], colours: theme.Palette) -> None:
    """Each above its mark, inside the plot, those at one height apart."""
    low, high = figure.layout.yaxis.range
    rates = [float(record["rate"]) for record in records]
    shifts = scale.spread(rates, low, high, HEIGHT - 60, 18)
    left, right = figure.layout.xaxis.range
    for record, shift, size in zip(records, shifts, _sizes(records), strict=True):
        place = (float(record["cost_ratio"]) - left) / (right - left)
        figure.add_annotation(
            text=f"<b>{theme.inert(record['name'], 30)}</b>",
            x=float(record["cost_ratio"]),
            y=float(record["rate"]),
            xanchor="left" if place < EDGE else "right" if place > 1 - EDGE else "center",
            yanchor="bottom",
            yshift=size / 2 + 2 + shift,
            showarrow=False,
            font={"size": theme.NORMAL, "color": colours.ink},
        )


def _hover(record: dict[str, Any], currency: str, locale: str) -> str:
    lines = (
        f"<b>{theme.inert(record['name'])}</b>",
        f"Final cost {bars_cost.change(float(record['cost_ratio']), locale)}",
        f"Realized {numbers.rate(record['rate'], locale)} of what is due",
        f"Whole-life case {theme.inert(numbers.money(record['size'], currency, locale))}",
    )
    return "<br>".join(lines)
