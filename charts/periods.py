"""One benefit, period by period: promised, measured, expected, and what nobody measured."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import marks, numbers, scale, theme

HEIGHT, TOP, BOTTOM = 330, 50, 28
# A gap narrower than this share of the axis has no room for its name.
LEAST_NAMED = 0.05


def draw(
    periods: pd.DataFrame,
    *,
    as_of: date | None,
    currency: str = "",
    unit: str = "",
    locale: str = "en",
    dark: bool = False,
) -> go.Figure:
    """Draw period_start, period_end, planned, realized, forecast: one row a period, in order.

    A period up to the status date that has a plan and no realized value is a gap, hatched and
    named "not measured": it is never drawn as zero. `unit` names what is counted when the benefit
    is not money.
    """
    periods = marks.dated(periods)
    if periods.empty:
        return theme.nothing("This benefit has no planned, realized or expected value yet.", dark)
    gaps = _gaps(periods, as_of)
    say = _speaker(currency, unit, locale)
    figure = theme.figure(
        HEIGHT,
        dark,
        margin={"l": 4, "r": 12, "t": TOP, "b": BOTTOM},
        hovermode="x unified",
        barmode="overlay",
    )
    values = [
        v for name in ("planned", "realized", "forecast") for v in _floats(periods[name]) if v is not None
    ]
    figure.update_yaxes(**scale.money_axis(values, currency, locale, dark))
    low, high = figure.layout.yaxis.range
    for trace in (
        _missing(periods, gaps, high if high > 0 else low, dark),
        _bars(periods, "forecast", "Expected", say, dark),
        _bars(periods, "realized", "Realized", say, dark),
        _steps(periods, say, dark),
    ):
        if trace is not None:
            figure.add_trace(trace)
    figure.update_xaxes(range=_range(periods), type="date", nticks=6)
    marks.status_date(figure, as_of, dark)
    marks.key(figure, _key(figure, dark))
    _name_gaps(figure, periods, gaps, dark)
    return figure


def _key(figure: go.Figure, dark: bool) -> list[tuple[str, str, str]]:
    """The signs of what is drawn, in the order in which it is read."""
    colours = theme.palette(dark)
    signs = {
        "Business case": ("\u2501", colours.case),
        "Realized": ("\u25a0", colours.realized),
        "Expected": ("\u25a1", colours.outlook),
        "Not measured": ("\u25a8", colours.unknown),
    }
    drawn = {trace.name for trace in figure.data}
    return [(sign, word, ink) for word, (sign, ink) in signs.items() if word in drawn]


def _name_gaps(figure: go.Figure, periods: pd.DataFrame, gaps: "pd.Series[bool]", dark: bool) -> None:
    """Write "not measured" upright into each gap that is wide enough for it; the key names them all."""
    start, end = (pd.to_datetime(periods[name]) for name in ("period_start", "period_end"))
    least = (end.max() - start.min()) * LEAST_NAMED
    wide = gaps & (end - start >= least)
    for middle in _middle(periods[wide]):
        figure.add_annotation(
            text="not measured",
            x=middle,
            y=0.02,
            yref="paper",
            yanchor="bottom",
            textangle=-90,
            showarrow=False,
            font={"size": theme.SMALL, "color": theme.palette(dark).quiet},
        )


def _gaps(periods: pd.DataFrame, as_of: date | None) -> "pd.Series[bool]":
    """Periods to date with a plan that no realized value lies in or spans, whatever its own period."""
    start, end = pd.to_datetime(periods["period_start"]), pd.to_datetime(periods["period_end"])
    planned = pd.to_numeric(periods["planned"], errors="coerce")
    due = planned.notna() & (planned != 0)
    if as_of is not None:
        due &= end <= pd.Timestamp(as_of)
    known = periods["realized"].notna()
    measured = [
        bool(known[place] or (known & (start <= end[place]) & (end >= start[place])).any())
        for place in periods.index
    ]
    return due & ~pd.Series(measured, index=periods.index)


def _middle(periods: pd.DataFrame) -> list[str]:
    start, end = pd.to_datetime(periods["period_start"]), pd.to_datetime(periods["period_end"])
    return [(one + (other - one) / 2).date().isoformat() for one, other in zip(start, end, strict=True)]


def _widths(periods: pd.DataFrame, share: float) -> list[float]:
    """Bar widths in milliseconds, so that a quarter is three times as wide as a month."""
    start, end = pd.to_datetime(periods["period_start"]), pd.to_datetime(periods["period_end"])
    days = [(other - one).days + 1 for one, other in zip(start, end, strict=True)]
    return [count * 86_400_000 * share for count in days]


def _bars(periods: pd.DataFrame, name: str, word: str, say: Any, dark: bool) -> go.Bar | None:
    values = _floats(periods[name])
    if name == "forecast":  # where a value was measured, what was once expected of it is history
        values = [
            None if real is not None else value
            for value, real in zip(values, _floats(periods["realized"]), strict=True)
        ]
    if all(value is None for value in values):
        return None
    colours = theme.palette(dark)
    solid = {"color": colours.realized}
    light = {"color": colours.outlook_fill, "line": {"color": colours.outlook, "width": 1}}
    return go.Bar(
        name=word,
        x=_middle(periods),
        y=values,
        width=_widths(periods, 0.7),
        marker=solid if name == "realized" else light,
        customdata=[[say(value)] for value in values],
        hovertemplate="%{customdata[0]}",
    )


def _steps(periods: pd.DataFrame, say: Any, dark: bool) -> go.Scatter | None:
    """The plan as a line of steps: level over each period, broken where nothing was planned."""
    values = _floats(periods["planned"])
    if all(value is None for value in values):
        return None
    x: list[str | None] = []
    y: list[float | None] = []
    hover: list[list[str]] = []
    for start, end, value in zip(periods["period_start"], periods["period_end"], values, strict=True):
        after = pd.Timestamp(end) + pd.Timedelta(days=1)
        x += [pd.Timestamp(start).date().isoformat(), after.date().isoformat()]
        y += [value, value]
        hover += [[say(value)], [say(value)]]
    return go.Scatter(
        name="Business case",
        x=x,
        y=y,
        mode="lines",
        line={"color": theme.palette(dark).case, "width": 2},
        customdata=hover,
        hovertemplate="%{customdata[0]}",
        connectgaps=False,
    )


def _missing(periods: pd.DataFrame, gaps: "pd.Series[bool]", top: float, dark: bool) -> go.Bar | None:
    if not gaps.any():
        return None
    where = periods[gaps]
    colours = theme.palette(dark)
    return go.Bar(
        name="Not measured",
        x=_middle(where),
        y=[top] * len(where),
        width=_widths(where, 1.0),
        marker={
            "color": "rgba(0,0,0,0)",
            "line": {"width": 0},
            "pattern": {"shape": "/", "fgcolor": colours.unknown, "size": 6, "solidity": 0.18},
        },
        customdata=[["not measured"]] * len(where),
        hovertemplate="%{customdata[0]}",
    )


def _speaker(currency: str, unit: str, locale: str) -> Any:
    def say(value: float | None) -> str:
        if value is None:
            return numbers.UNKNOWN
        text = numbers.full(value, currency, locale) if currency else numbers.plain(value, locale)
        return theme.inert(f"{text} {unit}".strip() if not currency else text)

    return say


def _floats(column: pd.Series) -> list[float | None]:
    return [None if numbers.missing(value) else float(value) for value in column]


def _range(periods: pd.DataFrame) -> list[str]:
    first = pd.to_datetime(periods["period_start"]).min()
    last = pd.to_datetime(periods["period_end"]).max() + pd.Timedelta(days=1)
    return [first.date().isoformat(), last.date().isoformat()]
