"""Where the exposure sits: one row per project and program, its parts side by side."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, rows, theme

THICK = 0.3
PARTS = {
    "exposure_program": "the program's own",
    "exposure_escalated": "escalated to it",
    "exposure_project": "in a project",
}


def draw(exposures: pd.DataFrame, *, currency: str = "", locale: str = "en", dark: bool = False) -> go.Figure:
    """Draw name, exposure and its PARTS, quiet, and optionally note, in the order given."""
    if exposures.empty:
        return theme.nothing("No open risk counts here.", dark)
    records: list[dict[str, Any]] = [
        {str(name): value for name, value in record.items()} for record in exposures.to_dict("records")
    ]
    figure = rows.lay_out([_row(record, currency, locale) for record in records], dark)
    figure.update_layout(barmode="stack")
    for name, word in PARTS.items():
        figure.add_trace(
            go.Bar(
                name=word,
                orientation="h",
                x=[float(record[name]) for record in records],
                y=[rows.bar_y(place) for place in range(len(records))],
                width=THICK,
                marker=looks(dark)[name],
                customdata=[[_hover(record, name, word, currency, locale)] for record in records],
                hovertemplate="%{customdata[0]}<extra></extra>",
            )
        )
    longest = max(
        (float(one["exposure"]) for one in records if not numbers.missing(one["exposure"])), default=0
    )
    figure.update_xaxes(range=[0, longest * 1.005 or 1.0])
    return figure


def looks(dark: bool) -> dict[str, dict[str, Any]]:
    """How each part is filled: by tint and pattern, never by hue alone."""
    colours = theme.palette(dark)
    pattern = {
        "shape": "/",
        "bgcolor": colours.realized,
        "fgcolor": colours.ground,
        "size": 6,
        "solidity": 0.3,
    }
    return {
        "exposure_program": {"color": colours.realized},
        "exposure_escalated": {"color": colours.realized, "pattern": pattern},
        "exposure_project": {"color": colours.outlook_fill, "line": {"color": colours.outlook, "width": 1}},
    }


def _row(record: dict[str, Any], currency: str, locale: str) -> rows.Row:
    return rows.Row(
        name=str(record["name"]),
        note="" if numbers.missing(record.get("note")) else str(record["note"]),
        strong=numbers.money(record["exposure"], currency, locale),
        quiet=str(record["quiet"]),
    )


def _hover(record: dict[str, Any], part: str, word: str, currency: str, locale: str) -> str:
    name = theme.inert(record["name"])
    return f"<b>{name}</b><br>{word}: {theme.inert(numbers.full(record[part], currency, locale))}"
