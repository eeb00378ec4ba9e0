"""Programs side by side: how far each has come against its own business case."""

from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import bars_case_vs_realized
from data.access import Viewer
from pages.executive import common, sentences
from pages.executive.headline import Record
from pages.shell.answers import answer
from pages.shell.filters import View
from queries import Answer
from queries.realization import ByProgram


def draw(group: Record, view: View, viewer: Viewer, key: str) -> None:
    """Bars and a small table of the programs of one currency and price base; nothing when there is one."""
    question = ByProgram(as_of=view.as_of, case=view.case)
    block = (group["currency"], group["price_base"])
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    if len(rows) < 2:
        return
    currency = group["currency"] or ""
    title = f"{sentences.count(len(rows), 'program')} compared"
    common.titled(title, key, question, view, viewer, ("M1", "M2", "M3"))
    figure = common.figure(figure_of, question, viewer, view.version, block=block)
    common.chart(figure, f"{key}_bars", "Business case to date against realized, by program, gross")
    st.caption("Select a row to see that program alone.")
    common.table(
        [_cells(row) for row in rows],
        f"{key}_table",
        alt="Programs compared",
        on_select=partial(_choose, [row["program_id"] for row in rows]),
        **_columns(currency),
    )


def _choose(ids: list[str], row: int) -> None:
    st.session_state["program"] = ids[row]


def figure_of(found: Answer, *, block: tuple[Any, Any], **looks: Any) -> go.Figure:
    bars = pd.DataFrame([_bar(row) for row in common.of_block(found.records(), block)])
    return bars_case_vs_realized.draw(bars, currency=block[0] or "", **looks)


def known(row: Record, value: Any, side: str = "gross_") -> Any:
    return None if common.unmeasured(row, side) else value


def _bar(row: Record) -> Record:
    return {
        "name": row["program"] or row["program_id"],
        "planned": common.amount(row["gross_planned_to_date"]),
        "realized": known(row, common.amount(row["gross_realized_to_date"])),
        "rate": known(row, row["gross_realization_rate"]),
        "note": common.rating(row["rating"]),
    }


def _cells(row: Record) -> Record:
    return {
        "program": common.named(row["program"], row["program_id"]),
        "rating": common.rating(row["rating"]),
        "rate": known(row, row["gross_realization_rate"]),
        "net": known(row, row["net_realization_rate"], "net_"),
        "slip": known(row, row["gross_slippage_months"]),
        "life": known(row, row["gross_lifetime_realization"]),
        "coverage": row["gross_coverage"],
        "verified": row["gross_verified_share"],
    }


def _columns(currency: str) -> dict[str, Any]:
    return {
        "program": st.column_config.TextColumn("Program", pinned=True),
        "rating": "Rating",
        "rate": common.rate_column("Rate", f"Realized divided by the case to date, gross, {currency}"),
        "net": common.rate_column("Net rate", "With disbenefits"),
        "slip": common.months_column(),
        "life": common.rate_column("Outlook of case", "Outlook at completion divided by the whole-life case"),
        "coverage": common.rate_column("Coverage", "Values measured of those due"),
        "verified": common.rate_column("Verified", "Realized by finance or a system, of all realized"),
    }
