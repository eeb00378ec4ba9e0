"""Horizontal rows that read on a phone: the name above its bar, the numbers in a column of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts import theme

ROW, COLUMN = 46, 112
LONGEST_NAME = 46


@dataclass(frozen=True)
class Row:
    """What is written for one row; all texts come straight from the workbook or from `numbers`."""

    name: str
    note: str = ""
    strong: str = ""
    quiet: str = ""


def lay_out(rows: Sequence[Row], dark: bool) -> go.Figure:
    """An empty figure with a line of text above the place of each bar; the first row on top.

    Row number n has its bar at y = -n, between -n - 0.30 and -n + 0.04.
    """
    figure = theme.figure(
        ROW * len(rows) + 12, dark, margin={"l": 2, "r": COLUMN, "t": 4, "b": 8}, barmode="overlay", bargap=0
    )
    figure.update_yaxes(visible=False, range=[-len(rows) + 0.35, 0.65])
    figure.update_xaxes(visible=False)
    for place, row in enumerate(rows):
        _write(figure, place, row, dark)
    return figure


def bar_y(place: int) -> float:
    """The middle of the bar of row number `place`."""
    return -place - 0.13


def _write(figure: go.Figure, place: int, row: Row, dark: bool) -> None:
    colours = theme.palette(dark)
    note = f'  <span style="color:{colours.quiet}">{theme.inert(row.note)}</span>' if row.note else ""
    name = theme.inert(row.name, max(20, LONGEST_NAME - len(row.note)))
    common = {"xref": "paper", "showarrow": False, "yanchor": "middle", "borderpad": 0}
    figure.add_annotation(text=name + note, x=0, y=-place + 0.28, xanchor="left", xshift=-1, **common)
    texts = [(f"<b>{theme.inert(row.strong)}</b>", 0.28, theme.STRONG, colours.ink)] if row.strong else []
    texts += [(theme.inert(row.quiet), -0.13, theme.SMALL, colours.quiet)] if row.quiet else []
    for text, up, size, ink in texts:
        figure.add_annotation(
            text=text,
            x=1,
            y=-place + up,
            xanchor="left",
            xshift=10,
            font={"size": size, "color": ink},
            **common,
        )
