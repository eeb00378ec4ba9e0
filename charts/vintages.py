"""Forecast vintages: every earlier forecast beside the case, so that deferral shows apart from erosion."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts import marks, numbers, scale, theme

HEIGHT, TOP, BOTTOM, RIGHT = 340, 30, 28, 112
# Names of more vintages than these would cover each other: the first and the latest are named.
NAMED = 4


def draw(
    vintages: pd.DataFrame, *, as_of: date | None, currency: str = "", locale: str = "en", dark: bool = False
) -> go.Figure:
    """Draw forecast_as_of, period_end, outlook and planned: cumulative, one row per vintage and period.

    Older vintages are paler; the latest is the outlook of every other figure. A row without
    `forecast_as_of` belongs to the business case.
    """
    vintages = marks.dated(vintages)
    if vintages.empty:
        return theme.nothing("No forecast has been loaded for this benefit yet.", dark)
    figure = theme.figure(HEIGHT, dark, margin={"l": 4, "r": RIGHT, "t": TOP, "b": BOTTOM})
    lines = _lines(vintages)
    figure.update_yaxes(
        **scale.money_axis([float(v) for _, line in lines for v in line["value"]], currency, locale, dark)
    )
    figure.update_xaxes(range=marks.span(pd.to_datetime(vintages["period_end"])), type="date", nticks=5)
    ends = []
    for rank, (known, line) in enumerate(lines):
        age = len(lines) - 1 - rank
        figure.add_trace(_trace(known, line, age, len(lines), currency, locale, dark))
        if known is None or age == 0 or rank == 1 or len(lines) <= NAMED + 1:
            ends.append(_end(known, line, age, currency, locale, dark))
    marks.label_ends(figure, ends, HEIGHT - TOP - BOTTOM)
    marks.status_date(figure, as_of, dark)
    return figure


def _lines(vintages: pd.DataFrame) -> list[tuple[date | None, pd.DataFrame]]:
    """The business case first, then the vintages from the oldest to the latest."""
    case = pd.DataFrame({"at": pd.to_datetime(vintages["period_end"]), "value": vintages["planned"]})
    case = case.dropna().drop_duplicates("at").sort_values("at")
    lines: list[tuple[date | None, pd.DataFrame]] = [(None, case)] if len(case) else []
    for known, rows in vintages.dropna(subset=["forecast_as_of", "outlook"]).groupby("forecast_as_of"):
        line = pd.DataFrame({"at": pd.to_datetime(rows["period_end"]), "value": rows["outlook"]})
        lines.append((pd.Timestamp(str(known)).date(), line.sort_values("at")))
    return lines


def _trace(
    known: date | None, line: pd.DataFrame, age: int, count: int, currency: str, locale: str, dark: bool
) -> go.Scatter:
    colours = theme.palette(dark)
    name = "Business case" if known is None else f"Forecast of {numbers.day(known)}"
    looks = (
        {"color": colours.case, "width": 2}
        if known is None
        else {"color": colours.outlook, "width": 3 if age == 0 else 1.5, "dash": "6px,4px"}
    )
    return go.Scatter(
        name=name,
        x=[at.date().isoformat() for at in line["at"]],
        y=[float(value) for value in line["value"]],
        mode="lines" if len(line) > 1 else "markers",
        opacity=1 if known is None or age == 0 else max(0.35, 0.9 - 0.55 * age / count),
        line=looks,
        marker={"color": looks["color"], "size": 9},
        customdata=[[theme.inert(numbers.money(float(value), currency, locale))] for value in line["value"]],
        hovertemplate=f"{name}<br>%{{x|%b %Y}}: %{{customdata[0]}}<extra></extra>",
    )


def _end(
    known: date | None, line: pd.DataFrame, age: int, currency: str, locale: str, dark: bool
) -> marks.End:
    colours = theme.palette(dark)
    last = line.iloc[-1]
    amount = theme.inert(numbers.money(float(last["value"]), currency, locale))
    name = "Business case" if known is None else f"{known:%b %Y} view" if age else "Latest forecast"
    ink = colours.case if known is None else colours.outlook if age == 0 else colours.quiet
    return marks.End(f"{name}<br><b>{amount}</b>", last["at"].date(), float(last["value"]), ink)
