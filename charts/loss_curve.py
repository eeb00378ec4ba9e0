"""What the risks may cost together: the loss that is not exceeded, in how many of a hundred cases."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, scale, theme

HEIGHT, TOP, BOTTOM = 340, 40, 28
MARKED = (50, 80)
TAIL = 90


def draw(
    losses: pd.DataFrame,
    *,
    contingency: float | None = None,
    currency: str = "",
    locale: str = "en",
    dark: bool = False,
) -> go.Figure:
    """Draw percent, loss_low, loss, loss_high: one row a hundredth, in order.

    P50 and P80 are marked on the curve, the contingency left as an upright line; the pale band reaches
    from every impact at its lowest to every impact at its highest.
    """
    if losses.empty:
        return theme.nothing("No open risk has an estimate of what it would cost.", dark)
    colours = theme.palette(dark)
    figure = theme.figure(HEIGHT, dark, margin={"l": 4, "r": 16, "t": TOP, "b": BOTTOM})
    percents = [int(percent) for percent in losses["percent"]]
    low, likely, high = ([float(v) for v in losses[name]] for name in ("loss_low", "loss", "loss_high"))
    if low != likely or high != likely:
        figure.add_trace(_band(percents, low, high, colours))
    figure.add_trace(_line(percents, likely, currency, locale, colours))
    # The last of the band's tail would press the curve into a corner.
    farthest = [high[place] for place, percent in enumerate(percents) if percent <= TAIL]
    axis = scale.money_axis([0.0, *likely, *farthest, contingency or 0.0], currency, locale, dark)
    figure.update_xaxes(**axis | {"zeroline": False})
    figure.update_yaxes(
        range=[0, 104],
        tickvals=[0, 50, 80, 100],
        ticktext=["0 of 100", "50", "80", "100"],
        showgrid=True,
        gridcolor=colours.line,
    )
    for percent, loss in zip(percents, likely, strict=True):
        if percent in MARKED:
            _mark(figure, percent, loss, currency, locale, dark)
    if contingency is not None:
        _contingency(figure, contingency, currency, locale, dark)
    return figure


def _band(percents: list[int], low: list[float], high: list[float], colours: theme.Palette) -> go.Scatter:
    return go.Scatter(
        name="Lowest to highest impacts",
        x=[*low, *reversed(high)],
        y=[*percents, *reversed(percents)],
        fill="toself",
        fillcolor=colours.outlook_fill,
        line={"width": 0},
        opacity=0.5,
        hoverinfo="skip",
        mode="lines",
    )


def _line(
    percents: list[int], losses: list[float], currency: str, locale: str, colours: theme.Palette
) -> go.Scatter:
    said = [[theme.inert(numbers.full(loss, currency, locale))] for loss in losses]
    return go.Scatter(
        name="Loss not exceeded",
        x=losses,
        y=percents,
        mode="lines" if len(set(losses)) > 1 else "markers",
        line={"color": colours.realized, "width": 3, "shape": "vh"},
        marker={"color": colours.realized, "size": 8},
        customdata=said,
        hovertemplate="In %{y} of 100 cases not more than %{customdata[0]}<extra></extra>",
    )


def _mark(figure: go.Figure, percent: int, loss: float, currency: str, locale: str, dark: bool) -> None:
    colours = theme.palette(dark)
    end = figure.layout.xaxis.range[1]
    right = loss > end * 0.6
    figure.add_trace(
        go.Scatter(
            name=f"P{percent}",
            x=[loss],
            y=[percent],
            mode="markers",
            marker={"color": colours.ground, "size": 11, "line": {"color": colours.realized, "width": 3}},
            hoverinfo="skip",
        )
    )
    figure.add_annotation(
        text=f"P{percent} <b>{theme.inert(numbers.money(loss, currency, locale))}</b>",
        x=loss,
        y=percent,
        xanchor="right" if right else "left",
        yanchor="bottom" if right else "top",
        xshift=-10 if right else 10,
        yshift=4 if right else -4,
        showarrow=False,
        font={"size": theme.NORMAL, "color": colours.realized},
    )


def _contingency(figure: go.Figure, amount: float, currency: str, locale: str, dark: bool) -> None:
    colours = theme.palette(dark)
    end = figure.layout.xaxis.range[1]
    line: dict[str, Any] = {"color": colours.surplus, "width": 2, "dash": "6px,4px"}
    figure.add_shape(type="line", x0=amount, x1=amount, y0=0, y1=1, yref="paper", line=line)
    figure.add_annotation(
        text=f"Contingency left <b>{theme.inert(numbers.money(amount, currency, locale))}</b>",
        x=amount,
        y=1,
        yref="paper",
        xanchor="right" if amount > end * 0.55 else "left",
        yanchor="bottom",
        showarrow=False,
        font={"size": theme.NORMAL, "color": colours.surplus},
    )
