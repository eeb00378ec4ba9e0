"""Cohort curves: how much of what was due since closing had arrived, by months since closure."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, scale, theme

HEIGHT, TOP, BOTTOM, RIGHT = 380, 16, 44, 132
LONGEST_NAME = 20
# With more curves than these the highlighted one, the best and the worst are named.
NAMED = 6
# The first months can be many times what was due: higher than this a curve leaves the picture.
HIGHEST = 2.0


def draw(
    curves: pd.DataFrame, *, highlighted: str | None = None, locale: str = "en", dark: bool = False
) -> go.Figure:
    """Draw key, name, months, rate, planned_text, realized_text: one row a curve and month, in order.

    A missing rate is a gap: nothing of that month was measured, and the curve is broken there. The
    curve whose key is `highlighted` is drawn on top in the colour of what was realized.
    """
    curves = curves[curves["months"].notna()] if len(curves) else curves
    if curves.empty or not curves["rate"].notna().any():
        return theme.nothing("Nothing has been due since these projects closed, so there is no curve.", dark)
    lines = {str(key): line for key, line in curves.groupby("key", sort=False) if line["rate"].notna().any()}
    alone = highlighted if highlighted in lines else next(iter(lines)) if len(lines) == 1 else None
    figure = theme.figure(HEIGHT, dark, margin={"l": 4, "r": RIGHT, "t": TOP, "b": BOTTOM})
    _axes(figure, curves, locale, dark)
    for key in sorted(lines, key=lambda key: key == alone):
        figure.add_trace(_trace(lines[key], key == alone, alone is None, locale, dark))
    _names(figure, lines, alone, locale, dark)
    return figure


def _axes(figure: go.Figure, curves: pd.DataFrame, locale: str, dark: bool) -> None:
    colours = theme.palette(dark)
    low, high = min(0.0, curves["rate"].min()), min(max(1.0, curves["rate"].max()), HIGHEST)
    ticks = scale.ticks(low, high)
    figure.update_yaxes(
        range=[min(ticks[0], low), max(ticks[-1], 1.08)],
        tickvals=ticks,
        ticktext=[numbers.rate(tick, locale, 0) for tick in ticks],
        showgrid=True,
        gridcolor=colours.line,
    )
    last = int(curves["months"].max())
    step = next(step for step in (1, 3, 6, 12, 24, 60) if last / step <= 6 or step == 60)
    figure.update_xaxes(
        range=[0, last],
        tickvals=list(range(0, last + 1, step)),
        title={"text": "months since closure", "font": {"size": theme.SMALL, "color": colours.quiet}},
    )
    figure.add_shape(
        type="line", x0=0, x1=last, y0=1, y1=1, line={"color": colours.case, "width": 2}, layer="below"
    )
    figure.add_annotation(
        text="as promised",
        x=0,
        y=1,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"size": theme.SMALL, "color": colours.case},
    )


def _trace(line: pd.DataFrame, is_alone: bool, none_is: bool, locale: str, dark: bool) -> go.Scatter:
    colours = theme.palette(dark)
    ink = colours.realized if is_alone or none_is else colours.unknown
    few = int(line["rate"].notna().sum()) == 1
    name = theme.inert(line["name"].iloc[0], 60)
    return go.Scatter(
        name=name,
        x=[int(month) for month in line["months"]],
        y=[None if numbers.missing(rate) else float(rate) for rate in line["rate"]],
        mode="markers" if few else "lines",
        line={"color": ink, "width": 4 if is_alone else 2},
        marker={"color": ink, "size": 9},
        connectgaps=False,
        customdata=[
            [f"<b>{name}</b><br>Month {row.months} after closing: {_hover(row, locale)}"]
            for row in line.itertuples()
        ],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )


def _hover(row: Any, locale: str) -> str:
    share = theme.inert(numbers.rate(row.rate, locale))
    return f"{share}, {theme.inert(row.realized_text)} of {theme.inert(row.planned_text)}"


def _names(
    figure: go.Figure, lines: dict[str, pd.DataFrame], alone: str | None, locale: str, dark: bool
) -> None:
    """Each curve's name and last rate beside the plot, apart from one another."""
    colours = theme.palette(dark)
    ends = {key: line.dropna(subset=["rate"]).iloc[-1] for key, line in lines.items()}
    order = sorted(ends, key=lambda key: float(ends[key]["rate"]))
    shown = order if len(order) <= NAMED else [key for key in order if key in (order[0], order[-1], alone)]
    low, high = figure.layout.yaxis.range
    heights = [min(max(float(ends[key]["rate"]), low), high) for key in shown]
    shifts = scale.spread(heights, low, high, HEIGHT - TOP - BOTTOM, 34)
    for key, height, shift in zip(shown, heights, shifts, strict=True):
        quiet = alone is not None and key != alone
        rate = theme.inert(numbers.rate(ends[key]["rate"], locale))
        figure.add_annotation(
            text=f"{theme.inert(ends[key]['name'], LONGEST_NAME)}<br><b>{rate}</b>",
            x=1,
            xref="paper",
            y=height,
            xanchor="left",
            yanchor="middle",
            xshift=8,
            yshift=shift,
            showarrow=False,
            align="left",
            font={"size": theme.SMALL, "color": colours.quiet if quiet else colours.realized},
        )
