"""What several figures write on top of their lines: names at the ends, the status date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, scale, theme

# A line that ends in the last seventh of the axis is labelled to the right of the plot.
EDGE = 1 / 7
# Where totals without a date stand: they count in a whole life and cannot be drawn in time.
UNDATED = date(9999, 12, 31)


def dated(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows whose `period_end` is a day in time."""
    return rows[rows["period_end"] != UNDATED]


@dataclass(frozen=True)
class End:
    """Where a line ends and what is written there; `text` is safe for plotly already."""

    text: str
    at: date
    value: float
    ink: str


def label_ends(figure: go.Figure, ends: Sequence[End], plot_height: int, apart: int = 36) -> None:
    """Write each line's text where it ends, apart from its neighbours.

    Lines that reach the right edge are labelled beside the plot, the others below their own end.
    Needs the ranges of both axes to be set.
    """
    low, high = figure.layout.yaxis.range
    at_edge = [end for end in ends if _reaches_edge(figure, end.at)]
    inside = _neighbours(figure, [end for end in ends if end not in at_edge])
    for group in [at_edge, *inside]:
        shifts = scale.spread([end.value for end in group], low, high, plot_height, apart)
        for end, shift in zip(group, shifts, strict=True):
            beside, alone = group is at_edge, len(group) == 1
            # Near the floor there is no room below: the text goes above its line.
            low_down = end.value - low < (high - low) * 0.18
            figure.add_annotation(
                text=end.text,
                x=figure.layout.xaxis.range[1] if beside else end.at.isoformat(),
                y=end.value,
                xanchor="left",
                yanchor="middle" if beside or not alone else "bottom" if low_down else "top",
                xshift=8,
                yshift=shift if beside or not alone else 6 if low_down else -6,
                showarrow=False,
                align="left",
                font={"size": theme.NORMAL, "color": end.ink},
            )


def _neighbours(figure: go.Figure, ends: Sequence[End]) -> list[list[End]]:
    """Ends so near to each other in time that their texts would meet, the latest first."""
    start, last = _span(figure)
    groups: list[list[End]] = []
    for end in sorted(ends, key=lambda one: one.at, reverse=True):
        if groups and pd.Timestamp(groups[-1][-1].at) - pd.Timestamp(end.at) <= (last - start) * EDGE:
            groups[-1].append(end)
        else:
            groups.append([end])
    return groups


def key(figure: go.Figure, words: Sequence[tuple[str, str, str]]) -> None:
    """One line of (sign, word, colour) above the plot, for figures whose parts have no ends to label."""
    text = "   ".join(f'<span style="color:{ink}">{sign}</span> {word}' for sign, word, ink in words)
    figure.add_annotation(
        text=text,
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        xshift=-1,
        yshift=20,
        showarrow=False,
        align="left",
        font={"size": theme.SMALL},
    )


def key_above(
    figure: go.Figure, words: Sequence[tuple[str, str, str]], per_line: int = 3, above: int = 6
) -> None:
    """The same in lines of a few, so that a phone has room for them; the figure grows by as much.

    `above` is how many pixels are left free below it.
    """
    written = [f'<span style="color:{ink}">{sign}</span> {word}' for sign, word, ink in words]
    lines = ["   ".join(written[at : at + per_line]) for at in range(0, len(written), per_line)]
    room = 18 * len(lines) + 4 + above
    figure.update_layout(height=figure.layout.height + room, margin={"t": figure.layout.margin.t + room})
    figure.add_annotation(
        text="<br>".join(lines),
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        xshift=-1,
        yshift=above,
        showarrow=False,
        align="left",
        font={"size": theme.SMALL},
    )


def status_date(figure: go.Figure, as_of: date | None, dark: bool) -> None:
    """A dotted line with its date where the axis shows it; nothing where it does not."""
    if as_of is None:
        return
    start, end = _span(figure)
    if not start <= pd.Timestamp(as_of) <= end:
        return
    late = pd.Timestamp(as_of) - start > (end - start) * 0.5
    colours = theme.palette(dark)
    figure.add_shape(
        type="line",
        x0=as_of.isoformat(),
        x1=as_of.isoformat(),
        y0=0,
        y1=1,
        yref="paper",
        layer="below",
        line={"color": colours.quiet, "width": 1, "dash": "2px,3px"},
    )
    figure.add_annotation(
        text=f"Status date {numbers.day(as_of)}",
        x=as_of.isoformat(),
        y=1,
        yref="paper",
        xanchor="right" if late else "left",
        yanchor="bottom",
        xshift=4 if late else -4,
        showarrow=False,
        font={"size": theme.SMALL, "color": colours.quiet},
    )


def span(dates: pd.Series, room: int = 31) -> list[str]:
    """The dates shown; a single one gets `room` days on either side."""
    first, last = dates.min(), dates.max()
    if first == last:
        first, last = first - pd.Timedelta(days=room), last + pd.Timedelta(days=room)
    return [first.date().isoformat(), last.date().isoformat()]


def _span(figure: go.Figure) -> tuple[pd.Timestamp, pd.Timestamp]:
    start, end = figure.layout.xaxis.range
    return pd.Timestamp(start), pd.Timestamp(end)


def _reaches_edge(figure: go.Figure, at: date) -> bool:
    start, end = _span(figure)
    return end - pd.Timestamp(at) <= (end - start) * EDGE
