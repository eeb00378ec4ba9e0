"""How long it took from the handover of each closed project to its first benefit."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import waits
from charts.numbers import missing
from data.access import Viewer
from pages.executive import closure_words, common
from pages.executive.common import Record
from pages.shell.filters import View
from queries import Answer
from queries.closure import Projects

SHOWN: Final = 12


def draw(
    block: tuple[Any, Any], closed: list[Record], view: View, viewer: Viewer, question: Projects, key: str
) -> None:
    """The longest waits first; nothing where no handover was dated."""
    dated = _longest_first(closed)
    if not dated:
        return
    known = [
        row["handover_to_first_benefit"] for row in dated if not missing(row["handover_to_first_benefit"])
    ]
    title = closure_words.waits(
        len(dated) - len(known), len(known), max(known, default=None), common.locale()
    )
    common.titled(title, key, question, view, viewer, ("M18",))
    figure = common.figure(_figure, question, viewer, view.version, block=block)
    common.chart(figure, key, "Months from the handover of each closed project to its first benefit")
    if len(dated) > SHOWN:
        st.caption(f"The {SHOWN} longest of {len(dated)}; the table below has all of them.")


def _longest_first(rows: list[Record]) -> list[Record]:
    """Projects with a dated handover and a benefit in money: those still waiting first, then the longest."""
    dated = [row for row in rows if row["handed_over_on"] and row["benefits"]]
    return sorted(
        dated,
        key=lambda row: (
            not missing(row["handover_to_first_benefit"]),
            -(row["handover_to_first_benefit"] or 0),
            row["project_id"],
        ),
    )


def _figure(found: Answer, *, block: tuple[Any, Any], **looks: Any) -> go.Figure:
    closed = [row for row in common.of_block(found.records(), block) if row["bucket"] == "closed"]
    return waits.draw(
        pd.DataFrame(
            [
                {
                    "name": row["project"],
                    "note": f"handover {row['handed_over_on']:%b %Y}",
                    "months": row["handover_to_first_benefit"],
                }
                for row in _longest_first(closed)[:SHOWN]
            ]
        ),
        **looks,
    )
