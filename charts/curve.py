"""The cumulative curve: what was promised, what has arrived, and what is expected now."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import events, marks, numbers, scale, theme

HEIGHT, TOP, BOTTOM, RIGHT = 380, 30, 28, 104
DAYS_A_MONTH = 30.4375
WORDS = {"planned": "Business case", "realized": "Realized", "outlook": "Outlook"}


def draw(
    curve: pd.DataFrame,
    *,
    as_of: date | None,
    currency: str = "",
    late_by: float | None = None,
    words: Mapping[str, str] = WORDS,
    closures: Sequence[tuple[date, str]] = (),
    rebaselines: Sequence[date] = (),
    locale: str = "en",
    dark: bool = False,
) -> go.Figure:
    """Draw period_end, planned, realized, outlook: cumulative amounts, one row a period, in order.

    `realized` is missing after the status date. Of `outlook` only the part from the last realized
    value onwards is drawn, since before that the two are the same. `as_of` marks the status date,
    `late_by` months draw the slippage: how far the realized value lies behind the case. Totals
    without a date are not drawn. `words` names the three lines. Small signs on the axis
    tell when projects closed (day, name), thin lines when the case was approved anew.
    """
    curve = marks.dated(curve)
    lines = _lines(curve)
    if not lines:
        return theme.nothing("No business case value is dated yet, so there is no curve to draw.", dark)
    figure = theme.figure(
        HEIGHT, dark, margin={"l": 4, "r": RIGHT, "t": TOP, "b": BOTTOM}, hovermode="x unified"
    )
    for name, line in lines.items():
        figure.add_trace(_trace(name, words[name], line, currency, locale, dark))
    values = [value for line in lines.values() for value in line["value"]]
    figure.update_yaxes(**scale.money_axis(values, currency, locale, dark))
    figure.update_xaxes(
        range=marks.span(pd.to_datetime(curve["period_end"])), type="date", nticks=5, hoverformat="%d %b %Y"
    )
    ends = [_end(name, words[name], line, currency, locale, dark) for name, line in lines.items()]
    marks.label_ends(figure, ends, HEIGHT - TOP - BOTTOM)
    marks.status_date(figure, as_of, dark)
    events.closures(figure, closures, dark)
    events.rebaselines(figure, rebaselines, dark)
    _slippage(figure, lines, late_by, locale, dark)
    return figure


def _lines(curve: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Each series without its missing values; a series with none of them is left out."""
    dates = pd.to_datetime(curve["period_end"])
    last = dates[curve["realized"].notna()].max()
    lines = {}
    for name in WORDS:
        kept = curve[name].notna()
        if name == "outlook" and not pd.isna(last):
            kept &= dates >= last
        line = pd.DataFrame({"at": dates[kept], "value": curve.loc[kept, name].astype(float)})
        if len(line):
            lines[name] = line
    return lines


def _trace(name: str, word: str, line: pd.DataFrame, currency: str, locale: str, dark: bool) -> go.Scatter:
    looks = _looks(dark)[name]
    few = len(line) == 1
    return go.Scatter(
        name=word,
        x=[at.date().isoformat() for at in line["at"]],
        y=[float(value) for value in line["value"]],
        mode="markers" if few else "lines",
        line=looks,
        marker={"color": looks["color"], "size": 10},
        customdata=[[theme.inert(numbers.money(value, currency, locale))] for value in line["value"]],
        hovertemplate="%{customdata[0]}",
    )


def _end(name: str, word: str, line: pd.DataFrame, currency: str, locale: str, dark: bool) -> marks.End:
    last = line.iloc[-1]
    amount = theme.inert(numbers.money(float(last["value"]), currency, locale))
    ink = _looks(dark)[name]["color"]
    return marks.End(f"{word}<br><b>{amount}</b>", last["at"].date(), float(last["value"]), ink)


def _slippage(
    figure: go.Figure, lines: dict[str, pd.DataFrame], late_by: float | None, locale: str, dark: bool
) -> None:
    """The horizontal distance from realized back to the case, named in months, when it can be seen."""
    if late_by is None or numbers.missing(late_by) or late_by < 1 or "realized" not in lines:
        return
    now = lines["realized"].iloc[-1]
    then = now["at"] - pd.Timedelta(days=round(late_by * DAYS_A_MONTH))
    ink = theme.palette(dark).shortfall
    if then < pd.Timestamp(figure.layout.xaxis.range[0]):
        return
    at = float(now["value"])
    figure.add_shape(
        type="line",
        x0=then.date().isoformat(),
        x1=now["at"].date().isoformat(),
        y0=at,
        y1=at,
        line={"color": ink, "width": 1.5, "dash": "4px,3px"},
    )
    figure.add_annotation(
        text=f"{numbers.plain(late_by, locale, 0 if late_by >= 10 else 1)} months late",
        x=then.date().isoformat(),
        y=at,
        xanchor="right",
        yanchor="bottom",
        xshift=-2,
        showarrow=False,
        font={"size": theme.SMALL, "color": ink},
    )


def _looks(dark: bool) -> dict[str, dict[str, Any]]:
    colours = theme.palette(dark)
    return {
        "planned": {"color": colours.case, "width": 2},
        "realized": {"color": colours.realized, "width": 4},
        "outlook": {"color": colours.outlook, "width": 2.5, "dash": "6px,4px"},
    }
