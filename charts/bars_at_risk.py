"""What is still to come, and how much of it is at risk, one row per benefit."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, rows, theme

THICK = 0.3


def draw(
    threatened: pd.DataFrame, *, currency: str = "", locale: str = "en", dark: bool = False
) -> go.Figure:
    """Draw name, remaining, at_risk, share, and optionally note, in the order given.

    The pale bar is what is still to come, the hatched part of it what the open risks take on average.
    """
    if threatened.empty:
        return theme.nothing("No open risk threatens a benefit.", dark)
    records: list[dict[str, Any]] = [
        {str(name): value for name, value in record.items()} for record in threatened.to_dict("records")
    ]
    figure = rows.lay_out([_row(record, currency, locale) for record in records], dark)
    colours, places = theme.palette(dark), [rows.bar_y(place) for place in range(len(records))]
    hatched = {
        "color": colours.shortfall,
        "pattern": {
            "shape": "/",
            "bgcolor": colours.shortfall,
            "fgcolor": colours.ground,
            "size": 6,
            "solidity": 0.25,
        },
    }
    for name, marker in (("remaining", {"color": colours.outlook_fill}), ("at_risk", hatched)):
        figure.add_trace(
            go.Bar(
                name=name,
                orientation="h",
                x=[float(record[name]) for record in records],
                y=places,
                width=THICK,
                marker=marker,
                customdata=[[_hover(record, currency, locale)] for record in records],
                hovertemplate="%{customdata[0]}<extra></extra>",
            )
        )
    figure.update_xaxes(range=[0, max(float(record["remaining"]) for record in records) * 1.005 or 1.0])
    return figure


def _row(record: dict[str, Any], currency: str, locale: str) -> rows.Row:
    remaining = numbers.money(record["remaining"], currency, locale)
    return rows.Row(
        name=str(record["name"]),
        note="" if numbers.missing(record.get("note")) else str(record["note"]),
        strong=numbers.money(record["at_risk"], currency, locale),
        quiet=f"{numbers.rate(record['share'], locale)} of {remaining}",
    )


def _hover(record: dict[str, Any], currency: str, locale: str) -> str:
    name = theme.inert(record["name"])
    remaining, lost = (
        theme.inert(numbers.full(record[field], currency, locale)) for field in ("remaining", "at_risk")
    )
    return f"<b>{name}</b><br>Still to come {remaining}<br>At risk {lost}"
