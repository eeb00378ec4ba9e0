"""Who has what to do, month by month: one row an owner, one mark a month, the worst of it first."""

from datetime import date
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from charts import marks, rows, theme

BOTTOM: Final = 26
# Worst first: the colour of the palette, the shape, the sign in the key, and how it is said.
STATES: Final = {
    "overdue": ("shortfall", "triangle-down", "\u25bc", "overdue"),
    "due": ("claimed", "diamond", "\u25c6", "due now"),
    "coming": ("outlook", "circle-open", "\u25cb", "to come"),
    "done": ("realized", "circle", "\u25cf", "done"),
}


def draw(duties: pd.DataFrame, *, as_of: date | None, locale: str = "en", dark: bool = False) -> go.Figure:
    """Draw key, name, note, strong, quiet, month, overdue, due, coming, done: one row an owner and month."""
    del locale  # counts are small
    if duties.empty:
        return theme.nothing("Nothing is to be measured or reviewed in these months.", dark)
    keys = list(dict.fromkeys(duties["key"]))
    firsts = [duties[duties["key"] == key].iloc[0] for key in keys]
    figure = rows.lay_out(
        [
            rows.Row(str(one["name"]), str(one["note"]), str(one["strong"]), str(one["quiet"]))
            for one in firsts
        ],
        dark,
    )
    records = [{str(name): value for name, value in record.items()} for record in duties.to_dict("records")]
    for state in reversed(STATES):
        mine = [record for record in records if _worst(record) == state]
        if mine:
            figure.add_trace(_marks(mine, state, keys, dark))
    _months(figure, pd.to_datetime(duties["month"]))
    colours = theme.palette(dark)
    marks.key_above(
        figure,
        [(sign, word, str(getattr(colours, ink))) for ink, _, sign, word in STATES.values()],
        4,
        above=28,
    )
    marks.status_date(figure, as_of, dark)
    return figure


def _worst(record: dict[str, Any]) -> str:
    return next((state for state in STATES if record[state]), "done")


def _marks(records: list[dict[str, Any]], state: str, keys: list[Any], dark: bool) -> go.Scatter:
    ink, shape, _, word = STATES[state]
    colour = getattr(theme.palette(dark), ink)
    return go.Scatter(
        name=word,
        x=[pd.Timestamp(record["month"]).date().replace(day=15).isoformat() for record in records],
        y=[rows.bar_y(keys.index(record["key"])) for record in records],
        mode="markers",
        marker={
            "symbol": shape,
            "size": 11 if state != "done" else 8,
            "color": colour,
            "line": {"color": colour, "width": 2 if state == "coming" else 0},
        },
        customdata=[[_hover(record)] for record in records],
        hovertemplate="%{customdata[0]}<extra></extra>",
        cliponaxis=False,
    )


def _hover(record: dict[str, Any]) -> str:
    said = [f"{record[state]} {word}" for state, (_, _, _, word) in STATES.items() if record[state]]
    month = pd.Timestamp(record["month"])
    return f"<b>{theme.inert(record['name'], 60)}</b><br>{month:%b %Y}: {', '.join(said)}"


def _months(figure: go.Figure, months: "pd.Series[pd.Timestamp]") -> None:
    """Months below the rows, a label every third."""
    first, last = months.min(), months.max() + pd.offsets.MonthEnd(0)
    ticks = [month for month in pd.date_range(first, last, freq="MS") if month.month % 3 == 1]
    figure.update_xaxes(
        visible=True,
        type="date",
        range=[first.date().isoformat(), last.date().isoformat()],
        tickvals=[tick.date().replace(day=15).isoformat() for tick in ticks],
        ticktext=[f"{tick:%b %y}" for tick in ticks],
        tickangle=0,
    )
    figure.update_layout(height=figure.layout.height + BOTTOM, margin={"b": figure.layout.margin.b + BOTTOM})
