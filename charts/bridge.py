"""The bridge: from the business case to today's outlook, step by step, adding up to the cent."""

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, rows, theme

THICK = 0.34


def draw(
    bridge: pd.DataFrame,
    *,
    currency: str = "",
    from_case: bool = True,
    locale: str = "en",
    dark: bool = False,
) -> go.Figure:
    """Draw step, amount: the first and the last row are totals, the rows between are changes.

    Totals are drawn as they were answered, never as the sum of the steps. With `from_case` the first is
    the business case, in its colour.
    """
    if len(bridge) < 2:
        return theme.nothing("There is no outlook to compare with the business case yet.", dark)
    steps = [str(step) for step in bridge["step"]]
    amounts = [None if numbers.missing(amount) else float(amount) for amount in bridge["amount"]]
    figure = rows.lay_out([_row(bridge, place, currency, locale) for place in range(len(steps))], dark)
    colours = theme.palette(dark)
    last = len(steps) - 1
    figure.add_trace(
        go.Waterfall(
            orientation="h",
            x=amounts,
            y=[rows.bar_y(place) for place in range(len(steps))],
            measure=["absolute" if place in (0, last) else "relative" for place in range(len(steps))],
            width=THICK,
            connector={"line": {"color": colours.line, "width": 1}},
            increasing={"marker": {"color": colours.surplus}},
            decreasing={"marker": {"color": colours.shortfall}},
            totals={"marker": {"color": colours.outlook}},
            customdata=[
                [_hover(step, amount, currency, locale)] for step, amount in zip(steps, amounts, strict=True)
            ],
            hovertemplate="%{customdata[0]}<extra></extra>",
        )
    )
    return _case_in_its_own_colour(figure, amounts[0], colours) if from_case else figure


def _case_in_its_own_colour(figure: go.Figure, first: float | None, colours: theme.Palette) -> go.Figure:
    """A waterfall knows one colour for its totals; the case keeps the colour it has everywhere else."""
    low, high = sorted((0.0, first or 0.0))
    middle = rows.bar_y(0)
    return figure.add_shape(
        type="rect",
        x0=low,
        x1=high,
        y0=middle - THICK / 2,
        y1=middle + THICK / 2,
        fillcolor=colours.case,
        line={"width": 0},
        layer="above",
    )


def _row(bridge: pd.DataFrame, place: int, currency: str, locale: str) -> rows.Row:
    amount = bridge["amount"].iloc[place]
    change = 0 < place < len(bridge) - 1
    sign = "+" if change and not numbers.missing(amount) and amount > 0 else ""
    return rows.Row(
        name=str(bridge["step"].iloc[place]), strong=sign + numbers.money(amount, currency, locale)
    )


def _hover(step: str, amount: float | None, currency: str, locale: str) -> str:
    return f"<b>{theme.inert(step)}</b><br>{theme.inert(numbers.full(amount, currency, locale))}"
