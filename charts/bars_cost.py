"""What was approved, what is spent and what it will finally cost, one row per project or program."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, rows, theme

THICK = 0.3


def draw(costs: pd.DataFrame, *, currency: str = "", locale: str = "en", dark: bool = False) -> go.Figure:
    """Draw name, approved, spent, expected, ratio, and optionally note, in the order given.

    The solid bar is spent, the light one reaches to the final cost expected, the firm line is what was
    approved. Missing amounts are not drawn; a missing ratio says that there is no budget.
    """
    if costs.empty:
        return theme.nothing("There is no cost to compare yet.", dark)
    records: list[dict[str, Any]] = [
        {str(name): value for name, value in record.items()} for record in costs.to_dict("records")
    ]
    figure = rows.lay_out([_row(record, currency, locale) for record in records], dark)
    colours, places = theme.palette(dark), [rows.bar_y(place) for place in range(len(records))]
    hover = [_hover(record, currency, locale) for record in records]
    expected, spent, approved = (
        [_drawn(record[name]) for record in records] for name in ("expected", "spent", "approved")
    )
    light = {"color": colours.outlook_fill, "line": {"color": colours.outlook, "width": 1}}
    figure.add_trace(_bars("Expected", places, expected, hover, light))
    figure.add_trace(_bars("Spent", places, spent, hover, {"color": colours.realized}))
    figure.add_trace(
        go.Scatter(
            name="Approved",
            x=approved,
            y=places,
            mode="markers",
            marker={"symbol": "line-ns", "size": 18, "line": {"color": colours.ink, "width": 2.5}},
            hoverinfo="skip",
            cliponaxis=False,
        )
    )
    values = [value for value in (*expected, *spent, *approved) if value is not None]
    figure.update_xaxes(range=[min(0.0, *values, 0.0), max(0.0, *values, 0.0) * 1.01 or 1.0])
    return figure


def _row(record: dict[str, Any], currency: str, locale: str) -> rows.Row:
    expected = numbers.money(record["expected"], currency, locale)
    approved = numbers.money(record["approved"], currency, locale)
    known = not numbers.missing(record["ratio"])
    return rows.Row(
        name=str(record["name"]),
        note="" if numbers.missing(record.get("note")) else str(record["note"]),
        strong=change(record["ratio"], locale) if known else expected,
        quiet=f"{expected} of {approved}" if known else "no budget approved",
    )


def change(ratio: float, locale: str = "en") -> str:
    """A cost against its budget: 1.08 as `+8.0%`, 0.98 with a minus sign, 1 as `on budget`."""
    text = numbers.rate(ratio - 1, locale)
    if text == numbers.rate(0, locale):
        return "on budget"
    return text if text.startswith(numbers.MINUS) else f"+{text}"


def _bars(
    name: str,
    places: list[float],
    values: list[float | None],
    hover: list[list[str]],
    marker: dict[str, Any],
) -> go.Bar:
    return go.Bar(
        name=name,
        orientation="h",
        x=values,
        y=places,
        width=THICK,
        marker=marker,
        customdata=hover,
        hovertemplate="%{customdata[0]}<extra></extra>",
    )


def _hover(record: dict[str, Any], currency: str, locale: str) -> list[str]:
    approved, spent, expected = (
        theme.inert(numbers.full(record[name], currency, locale))
        for name in ("approved", "spent", "expected")
    )
    name = theme.inert(record["name"])
    return [f"<b>{name}</b><br>Approved {approved}<br>Spent {spent}<br>Final cost expected {expected}"]


def _drawn(value: Any) -> float | None:
    return None if numbers.missing(value) else float(value)
