"""Programs as cards: the rating and the small curve of each, the largest first, and a way into it."""

from collections.abc import Callable
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import curve, numbers, small_curve
from charts.numbers import missing
from data.access import Viewer
from pages.executive import common
from pages.executive.common import Record
from pages.shell.filters import View
from queries import Answer
from queries.realization import Curve

SHOWN: Final = 9
LEGEND: Final = "Grey: business case. Solid: realized. Dashed: outlook. Gross; every curve has its own scale."


def show(rows: list[Record], view: View, viewer: Viewer, key: str, way: Callable[[Record], None]) -> None:
    """A card for each of the first rows of `portfolio.programs`; `way` draws the name that leads on."""
    st.caption(LEGEND)
    with st.grid(3, min_column_width=220):
        for number, row in enumerate(rows[:SHOWN]):
            with st.container(border=True, gap="xsmall", height="stretch"):
                way(row)
                _card(row, view, viewer, f"{key}_{number}")


def _card(row: Record, view: View, viewer: Viewer, key: str) -> None:
    question = Curve(as_of=view.as_of, case=view.case, program_id=row["program_id"])
    rate = row["realization_rate"]
    share = (
        "nothing due and measured"
        if missing(rate)
        else f"{numbers.rate(rate, common.locale())} of what is due"
    )
    st.caption(common.said(f"{common.rating(row['rating'])} · {share}"))
    figure = common.figure(_figure, question, viewer, view.version)
    common.chart(figure, f"{key}_curve", f"Curve of {row['program'] or row['program_id']}: {share}")


def _figure(found: Answer, *, dark: bool, **_looks: Any) -> go.Figure:
    rows = pd.DataFrame(
        [
            {"period_end": row["period_end"], **{name: row[f"gross_{name}"] for name in curve.WORDS}}
            for row in found.records()
        ],
        columns=["period_end", *curve.WORDS],
    )
    return small_curve.draw(rows, dark=dark)
