"""Risks by how likely and how costly they are, each by its place in the list."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, scale, theme

HEIGHT, BANDS = 380, 5
LIKELY = ("up to 10%", "to 30%", "to 50%", "to 70%", "above 70%")
COSTLY = (0.05, 0.1, 0.25, 0.5)  # of the scale's end, as the bands of the answer
# How serious a cell is by its position alone: the product of its two bands.
LEAST_SERIOUS, MOST_SERIOUS = 1, BANDS * BANDS
NAMED_IN_A_CELL = 6


def draw(
    risks: pd.DataFrame,
    *,
    impact_scale: float | None,
    currency: str = "",
    locale: str = "en",
    dark: bool = False,
) -> go.Figure:
    """Draw place, name, probability_band, impact_band, said: one row a risk, the largest first.

    Each risk stands in its cell by `place`; `said` is shown on hover. Cells are shaded by how serious
    they are, so an empty one keeps its meaning.
    """
    risks = risks.dropna(subset=["probability_band", "impact_band"])
    if risks.empty or not impact_scale:
        return theme.nothing("No open risk here has both a probability and an impact.", dark)
    figure = theme.figure(HEIGHT, dark, margin={"l": 4, "r": 8, "t": 8, "b": 40})
    figure.add_trace(_ground(risks, dark))
    for likely in range(1, BANDS + 1):
        for costly in range(1, BANDS + 1):
            here = risks[(risks["probability_band"] == likely) & (risks["impact_band"] == costly)]
            if len(here):
                _write(figure, costly, likely, [int(place) for place in here["place"]], dark)
    figure.update_xaxes(
        range=[0.5, BANDS + 0.5],
        tickvals=list(range(1, BANDS + 1)),
        ticktext=_costs(impact_scale, currency, locale),
        title={"text": "What it costs if it happens", "font": {"size": theme.SMALL}},
    )
    figure.update_yaxes(range=[0.5, BANDS + 0.5], tickvals=list(range(1, BANDS + 1)), ticktext=list(LIKELY))
    return figure


def _ground(risks: pd.DataFrame, dark: bool) -> go.Heatmap:
    colours = theme.palette(dark)
    bands = range(1, BANDS + 1)
    return go.Heatmap(
        x=list(bands),
        y=list(bands),
        z=[[likely * costly for costly in bands] for likely in bands],
        zmin=LEAST_SERIOUS,
        zmax=MOST_SERIOUS,
        xgap=3,
        ygap=3,
        showscale=False,
        opacity=0.45,
        colorscale=[[0, colours.line], [0.35, colours.case_fill], [1, colours.shortfall]],
        customdata=[[_hover(risks, likely, costly) for costly in bands] for likely in bands],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _hover(risks: pd.DataFrame, likely: int, costly: int) -> str:
    here = risks[(risks["probability_band"] == likely) & (risks["impact_band"] == costly)]
    if here.empty:
        return "no risk here"
    lines = [
        f"<b>{int(row['place'])}</b> {theme.inert(row['name'], 60)}: {theme.inert(row['said'])}"
        for row in here.head(12).to_dict("records")
    ]
    return "<br>".join([*lines, f"and {len(here) - 12} more"] if len(here) > 12 else lines)


def _write(figure: go.Figure, costly: int, likely: int, places: list[int], dark: bool) -> None:
    shown = places[:NAMED_IN_A_CELL]
    rows = [shown[start : start + 3] for start in range(0, len(shown), 3)]
    lines = ["  ".join(str(place) for place in row) for row in rows]
    if len(places) > len(shown):
        lines.append(f"+{len(places) - len(shown)}")
    figure.add_annotation(
        text=f"<b>{'<br>'.join(lines)}</b>",
        x=costly,
        y=likely,
        showarrow=False,
        font={"size": theme.STRONG, "color": theme.palette(dark).ink},
    )


def _costs(end: float, currency: str, locale: str) -> list[str]:
    """`to €50k` … `to €1m`: the upper ends of the bands."""
    ends: list[Any] = [*(end * share for share in COSTLY), end]
    said = [numbers.plain(0) if not value else scale.tick(value, currency, locale) for value in ends]
    return [f"{'up ' if place == 0 else ''}to {text}" for place, text in enumerate(said)]
