"""What a program is worth as it builds up: running totals of discounted flow, year by year."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, scale, theme

HEIGHT, TOP, BOTTOM, RIGHT = 360, 34, 28, 112


def draw(
    worth: pd.DataFrame,
    *,
    lines: Mapping[str, tuple[str, str]],
    paybacks: Sequence[tuple[float, str]] = (),
    currency: str = "",
    locale: str = "en",
    dark: bool = False,
) -> go.Figure:
    """Draw `year` and the columns of `lines` (column -> words, role), each a running total.

    Roles are case, outlook, realized and quiet. `paybacks` are marked on the line of zero: (year, words).
    """
    known = {
        name: worth.dropna(subset=[name]) for name in lines if name in worth and worth[name].notna().any()
    }
    if not known:
        return theme.nothing("Costs or benefits are not known, so there is no worth to draw.", dark)
    figure = theme.figure(HEIGHT, dark, margin={"l": 4, "r": RIGHT, "t": TOP, "b": BOTTOM})
    values = [float(value) for name, rows in known.items() for value in rows[name]]
    axis = scale.money_axis(values, currency, locale, dark)
    if axis["range"][0] < 0:  # the first year stands where its lowest label would
        axis["ticktext"][0] = ""
    figure.update_yaxes(**axis)
    years = sorted({float(year) for rows in known.values() for year in rows["year"]})
    figure.update_xaxes(range=_span(years), tickvals=_ticks(years), tickformat="d")
    looks = _looks(dark)
    for name, rows in known.items():
        words, role = lines[name]
        figure.add_trace(_line(rows, name, words, looks[role], currency, locale))
    _ends(figure, known, lines, looks, currency, locale)
    for year, words in paybacks:
        _payback(figure, year, words, dark)
    return figure


def _line(
    rows: pd.DataFrame, name: str, words: str, looks: dict[str, Any], currency: str, locale: str
) -> go.Scatter:
    amounts = [[theme.inert(numbers.money(float(value), currency, locale))] for value in rows[name]]
    return go.Scatter(
        name=words,
        x=[float(year) for year in rows["year"]],
        y=[float(value) for value in rows[name]],
        mode="lines" if len(rows) > 1 else "markers",
        line=looks,
        marker={"color": looks["color"], "size": 9},
        customdata=amounts,
        hovertemplate=f"{words}<br>%{{x:.0f}}: %{{customdata[0]}}<extra></extra>",
    )


def _ends(
    figure: go.Figure,
    known: Mapping[str, pd.DataFrame],
    lines: Mapping[str, tuple[str, str]],
    looks: Mapping[str, dict[str, Any]],
    currency: str,
    locale: str,
) -> None:
    """The name and the last amount of each line in the margin, apart from each other."""
    low, high = figure.layout.yaxis.range
    last = {name: rows.iloc[-1] for name, rows in known.items()}
    shifts = scale.spread(
        [float(row[name]) for name, row in last.items()], low, high, HEIGHT - TOP - BOTTOM, 36
    )
    for (name, row), shift in zip(last.items(), shifts, strict=True):
        words, role = lines[name]
        amount = theme.inert(numbers.money(float(row[name]), currency, locale))
        figure.add_annotation(
            text=f"{words}<br><b>{amount}</b>",
            x=1,
            xref="paper",
            y=float(row[name]),
            xanchor="left",
            yanchor="middle",
            xshift=8,
            yshift=shift,
            showarrow=False,
            align="left",
            font={"size": theme.NORMAL, "color": looks[role]["color"]},
        )


def _payback(figure: go.Figure, year: float, words: str, dark: bool) -> None:
    start, end = figure.layout.xaxis.range
    if not start <= year <= end:
        return
    colours = theme.palette(dark)
    late = year - start > (end - start) / 2
    figure.add_shape(
        type="line",
        x0=year,
        x1=year,
        y0=0,
        y1=1,
        yref="paper",
        layer="below",
        line={"color": colours.quiet, "width": 1, "dash": "2px,3px"},
    )
    figure.add_annotation(
        text=theme.inert(words),
        x=year,
        y=1,
        yref="paper",
        xanchor="right" if late else "left",
        yanchor="bottom",
        showarrow=False,
        font={"size": theme.SMALL, "color": colours.quiet},
    )


def _span(years: Sequence[float]) -> list[float]:
    return [years[0], years[-1]] if years[0] < years[-1] else [years[0] - 1, years[0] + 1]


def _ticks(years: Sequence[float]) -> list[int]:
    first, last = round(years[0]), round(years[-1])
    return list(range(first, last + 1, max(1, (last - first) // 5)))


def _looks(dark: bool) -> dict[str, dict[str, Any]]:
    colours = theme.palette(dark)
    return {
        "case": {"color": colours.case, "width": 2},
        "outlook": {"color": colours.outlook, "width": 2.5, "dash": "6px,4px"},
        "realized": {"color": colours.realized, "width": 4},
        "quiet": {"color": colours.quiet, "width": 2},
    }
