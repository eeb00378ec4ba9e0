"""What happened on the way, marked on the axis of time: projects that closed, cases approved anew."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, theme

# More lines with their dates than these would cover each other.
NAMED = 3


def closures(figure: go.Figure, closed: Sequence[tuple[date, str]], dark: bool) -> None:
    """A small sign on the axis for each day on which projects closed; their names on hover."""
    names: dict[date, list[str]] = {}
    for day, name in closed:
        if _in_sight(figure, day):
            names.setdefault(day, []).append(name)
    if not names:
        return
    days = sorted(names)
    ink = theme.palette(dark).quiet
    figure.add_trace(
        go.Scatter(
            name="Closed",
            x=[day.isoformat() for day in days],
            y=[max(0.0, figure.layout.yaxis.range[0])] * len(days),
            mode="markers",
            marker={"symbol": "triangle-up", "size": 9, "color": ink},
            customdata=[[_said(names[day])] for day in days],
            hovertemplate="Closed: %{customdata[0]}<extra></extra>",
            cliponaxis=False,
        )
    )
    figure.add_annotation(
        text="▲ a project closed",
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="top",
        xshift=4,
        yshift=-6,
        showarrow=False,
        font={"size": theme.SMALL, "color": ink},
    )


def rebaselines(figure: go.Figure, days: Sequence[date], dark: bool) -> None:
    """A thin line for each day on which the business case was approved anew."""
    shown = [day for day in sorted(set(days)) if _in_sight(figure, day)]
    ink = theme.palette(dark).case
    for day in shown:
        figure.add_shape(
            type="line",
            x0=day.isoformat(),
            x1=day.isoformat(),
            y0=0,
            y1=0.92,
            yref="paper",
            layer="below",
            line={"color": ink, "width": 1},
        )
    for day in shown[-NAMED:]:
        figure.add_annotation(
            text=f"Re-baselined<br>{numbers.day(day)}",
            x=day.isoformat(),
            y=0.92,
            yref="paper",
            xanchor="right",
            yanchor="top",
            xshift=-4,
            align="right",
            showarrow=False,
            font={"size": theme.SMALL, "color": ink},
        )


def _in_sight(figure: go.Figure, day: date) -> bool:
    start, end = figure.layout.xaxis.range
    return bool(pd.Timestamp(start) <= pd.Timestamp(day) <= pd.Timestamp(end))


def _said(names: Sequence[str], most: int = 4) -> str:
    """The first names, and how many more."""
    text = ", ".join(theme.inert(name, 40) for name in names[:most])
    return f"{text} and {len(names) - most} more" if len(names) > most else text
