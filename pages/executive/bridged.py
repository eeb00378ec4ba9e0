"""Where the value went: from the approved case to today's outlook, step by step."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import bridge
from data.access import Viewer
from pages.executive import common, sentences
from pages.executive.headline import Record
from pages.shell.filters import View
from queries import Answer
from queries.figures import ShortBridge

SHOWN: Final = 8


def draw(group: Record, view: View, viewer: Viewer, key: str) -> None:
    """The bridge of one currency and price base, net of disbenefits; its steps add up to the outlook."""
    if common.unmeasured(group, "net_"):
        st.info("Where the value went cannot be told: nothing of what was due has been measured.")
        return
    question = ShortBridge(as_of=view.as_of, case=view.case, program_id=view.program_id, top=SHOWN)
    title = title_of(group)
    common.titled(title, key, question, view, viewer, ("M8", "M9"))
    st.caption(
        "Net of disbenefits, over the whole life. To date: realized minus planned; what was due and not "
        "measured counts as not arrived. To come: the outlook of later periods minus their plan."
    )
    block = (group["currency"], group["price_base"])
    figure = common.figure(figure_of, question, viewer, view.version, block=block)
    common.chart(figure, f"{key}_chart", title)


def title_of(group: Record) -> str:
    """The finding: what is lost and what is gained on the way."""
    return sentences.bridge(
        group["net_planned_lifetime"],
        group["net_outlook"],
        group["gross_leakage"],
        group["gross_upside"],
        group["currency"] or "",
        common.locale(),
    )


def figure_of(found: Answer, *, block: tuple[Any, Any], **looks: Any) -> go.Figure:
    rows = common.of_block(found.records(), block)
    steps = pd.DataFrame(
        [{"step": step_name(row), "amount": float(row["amount"])} for row in rows], columns=["step", "amount"]
    )
    return bridge.draw(steps, currency=block[0] or "", **looks)


def step_name(row: Record) -> str:
    if row["is_total"] or row["benefit_id"]:
        return str(row["step"])
    return sentences.count(row["differences"], "smaller difference")
