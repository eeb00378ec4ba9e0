"""Business case to date against realized, one row per project, benefit or program."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, rows, theme

THICK = 0.3


def draw(compared: pd.DataFrame, *, currency: str = "", locale: str = "en", dark: bool = False) -> go.Figure:
    """Draw name, planned, realized, rate, and optionally note and unattributed, in the order given.

    The pale bar with a firm end is the case to date, the solid bar what was realized of it; what is
    `unattributed` (true) is hatched; where `realized` is missing it reads "not known" and no bar is
    drawn. `note` stands beside the name, such as "closed 31 Mar 2024".
    """
    if compared.empty:
        return theme.nothing("There is nothing to compare yet.", dark)
    records: list[dict[str, Any]] = [
        {str(name): value for name, value in record.items()} for record in compared.to_dict("records")
    ]
    figure = rows.lay_out([_row(record, currency, locale) for record in records], dark)
    colours = theme.palette(dark)
    places = [rows.bar_y(place) for place in range(len(records))]
    planned = [_drawn(record["planned"]) for record in records]
    figure.add_trace(
        _bars(places, planned, [_hover(r, currency, locale) for r in records], colours.case_fill)
    )
    figure.add_trace(_realized(records, places, currency, locale, dark))
    figure.add_trace(_ends(places, planned, colours.case))
    values = [0.0, *(value for value in planned if value), *(_drawn(r["realized"]) or 0.0 for r in records)]
    figure.update_xaxes(range=[min(values), max(values) * 1.005 or 1.0])
    return figure


def _row(record: dict[str, Any], currency: str, locale: str) -> rows.Row:
    rate, realized = record["rate"], numbers.money(record["realized"], currency, locale)
    return rows.Row(
        name=str(record["name"]),
        note="" if numbers.missing(record.get("note")) else str(record["note"]),
        strong=realized if numbers.missing(rate) else numbers.rate(rate, locale),
        quiet=_beside(record, realized, currency, locale),
    )


def _beside(record: dict[str, Any], realized: str, currency: str, locale: str) -> str:
    if not _drawn(record["planned"]):
        return "nothing due yet"
    planned = numbers.money(record["planned"], currency, locale)
    return f"of {planned} due" if numbers.missing(record["realized"]) else f"{realized} of {planned}"


def _bars(places: list[float], values: list[float | None], hover: list[list[str]], colour: str) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=values,
        y=places,
        width=THICK,
        marker={"color": colour},
        customdata=hover,
        hovertemplate="%{customdata[0]}<extra></extra>",
    )


def _realized(
    records: list[dict[str, Any]], places: list[float], currency: str, locale: str, dark: bool
) -> go.Bar:
    colours = theme.palette(dark)
    bars = _bars(
        places,
        [_drawn(record["realized"]) for record in records],
        [_hover(record, currency, locale) for record in records],
        colours.realized,
    )
    nobody = [bool(record.get("unattributed")) for record in records]
    if any(nobody):
        bars.marker.pattern = {
            "shape": ["/" if hatched else "" for hatched in nobody],
            "fgcolor": colours.ground,
            "fillmode": "overlay",
            "size": 7,
            "solidity": 0.35,
        }
        bars.marker.color = [colours.unknown if hatched else colours.realized for hatched in nobody]
    return bars


def _ends(places: list[float], planned: list[float | None], colour: str) -> go.Scatter:
    """The firm end of each case, readable where realized runs past it."""
    return go.Scatter(
        x=planned,
        y=places,
        mode="markers",
        marker={"symbol": "line-ns", "size": 11, "line": {"color": colour, "width": 3}},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _hover(record: dict[str, Any], currency: str, locale: str) -> list[str]:
    planned = numbers.full(record["planned"], currency, locale)
    realized = numbers.full(record["realized"], currency, locale)
    name, case, real = theme.inert(record["name"]), theme.inert(planned), theme.inert(realized)
    return [f"<b>{name}</b><br>Business case to date {case}<br>Realized {real}"]


def _drawn(value: Any) -> float | None:
    return None if numbers.missing(value) else float(value)
