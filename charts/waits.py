"""Waits: from the handover of each project to its first benefit, in months, one row a project."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, rows, theme


def draw(waits: pd.DataFrame, *, locale: str = "en", dark: bool = False) -> go.Figure:
    """Draw name, note, months in the order given; a line from the handover to the first benefit.

    Below zero the benefit came first; where months are missing nothing has come yet.
    """
    if waits.empty:
        return theme.nothing("No project with a handover date has closed yet.", dark)
    records: list[dict[str, Any]] = [
        {str(name): value for name, value in record.items()} for record in waits.to_dict("records")
    ]
    figure = rows.lay_out([_row(record, locale) for record in records], dark)
    known = [float(record["months"]) for record in records if not numbers.missing(record["months"])]
    low, high = min([0.0, *known]), max([1.0, *known])
    pad = (high - low) * 0.03
    figure.update_xaxes(range=[low - pad, high + pad])
    for place, record in enumerate(records):
        if not numbers.missing(record["months"]):
            _span(figure, place, float(record["months"]), record, locale, dark)
    return figure


def _span(
    figure: go.Figure, place: int, months: float, record: dict[str, Any], locale: str, dark: bool
) -> None:
    colours = theme.palette(dark)
    ink = colours.realized if months >= 0 else colours.surplus
    figure.add_trace(
        go.Scatter(
            x=[0, months],
            y=[rows.bar_y(place)] * 2,
            mode="lines+markers",
            line={"color": ink, "width": 4},
            marker={
                "symbol": ["line-ns", "circle"],
                "size": 11,
                "color": ink,
                "line": {"color": ink, "width": 2},
            },
            cliponaxis=False,
            hovertemplate=_hover(record["name"], months, locale),
        )
    )


def _row(record: dict[str, Any], locale: str) -> rows.Row:
    months = record["months"]
    if numbers.missing(months):
        return rows.Row(str(record["name"]), note=str(record["note"]), strong="still waiting")
    return rows.Row(
        str(record["name"]),
        note=str(record["note"]),
        strong=_months(float(months), locale),
        quiet=_side(months),
    )


def _months(months: float, locale: str) -> str:
    figure = numbers.plain(abs(months), locale, 0 if abs(months) >= 10 else 1)
    return f"{figure} months"


def _side(months: float) -> str:
    return "before the handover" if months < 0 else "after the handover"


def _hover(name: object, months: float, locale: str) -> str:
    said = f"First benefit {_months(months, locale)} {_side(months)}"
    return f"<b>{theme.inert(name, 60)}</b><br>{theme.inert(said)}<extra></extra>"
