"""Budget: what was approved, what is spent, what it will finally cost, and how the work performs."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import curve, numbers, performance
from charts.numbers import missing
from data.access import Viewer
from pages.executive import budget_compared, common, costs
from pages.executive.common import Tile
from pages.executive.headline import Record
from pages.shell import filters, parts
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries import Answer
from queries.budget import Curve, Headline, Performance

WORDS: Final = {"planned": "Approved budget", "realized": "Spent", "outlook": "Expected"}


def show(viewer: Viewer) -> None:
    """The page: one block for each currency and price base."""
    view = filters.view(viewer)
    question = Headline(**budget_compared.ask(view))
    groups = answer(question, viewer, view.version).records()
    parts.heading("Budget", view)
    if not groups:
        parts.empty(
            "No budget has been loaded yet.",
            "Upload a workbook with the sheets Budget and Earned value: what each project was to cost, what "
            "it has cost, and what it is expected to cost.",
            "upload",
            "Upload a workbook",
        )
    for number, group in enumerate(groups):
        if len(groups) > 1:
            block = (group["currency"] or "", group["price_base"] or "")
            st.header(plain(common.block_name(block)), anchor=False, divider="gray")
        _block(group, question, view, viewer, f"budget{number or ''}")


def _block(group: Record, question: Headline, view: View, viewer: Viewer, key: str) -> None:
    currency, here = group["currency"] or "", common.locale()
    title = costs.final(
        group["expected_cost"], group["approved"], group["cost_overrun"], group["cost_ratio"], currency, here
    )
    st.markdown(f"## {common.said(title)}")
    sentences = [
        costs.spent(
            group["actual_to_date"],
            group["cost_to_come"],
            group["assumed_cost"],
            group["cost_coverage"],
            currency,
            here,
        )
        if not missing(group["expected_cost"])
        else "",
        costs.contingency(
            group["contingency"], group["contingency_drawn"], group["contingency_left"], currency, here
        ),
    ]
    st.markdown(common.said(" ".join(filter(None, sentences))))
    _tiles(group, question, view, viewer, key)
    _through_time(group, view, viewer, key)
    budget_compared.bars(group, view, viewer, key)
    _performance(group, view, viewer, key)
    budget_compared.table(group, view, viewer, key)


def _tiles(group: Record, question: Headline, view: View, viewer: Viewer, key: str) -> None:
    with st.grid(3, min_column_width=150):
        for number, (tile, explains) in enumerate(_headlines(group)):
            with st.container(border=True, height="stretch", gap="xsmall"):
                common.tile(tile)
                budget_compared.origin(f"{key}_{number}", question, view, viewer, explains)


def _headlines(group: Record) -> list[tuple[Tile, tuple[str, ...]]]:
    here = common.locale()

    def money(name: str) -> str:
        return numbers.money(group[name], group["currency"] or "", here)

    def index(name: str) -> str:
        return numbers.plain(group[name], here, 2)

    due, eac = f"of {money('approved_to_date')} budgeted by now", group["estimate_at_completion"]
    left = "none stated in the budget"
    if not missing(group["contingency_left"]):
        left = f"of {money('contingency')} allocated"
    earned = f"{money('ev')} earned with {money('ac')} spent"
    schedule = f"in time {index('schedule_performance_in_time')}, {money('pv')} of work was planned"
    needed = group["to_complete_performance"]
    rest = f"TCPI {index('to_complete_performance')}" if not missing(needed) else "the budget is spent"
    return [
        (
            Tile("Final cost expected", money("expected_cost"), f"of {money('approved')} approved"),
            ("C1", "C2", "C3"),
        ),
        (Tile("Spent to date", money("actual_to_date"), due), ("C1",)),
        (Tile("Contingency left", money("contingency_left"), left), ("C4",)),
        (
            Tile("Cost performance", index("cost_performance"), earned if group["ev"] is not None else ""),
            ("E1", "E3"),
        ),
        (
            Tile(
                "Schedule performance",
                index("schedule_performance"),
                schedule if group["ev"] is not None else "",
            ),
            ("E2", "E4", "E12", "E13"),
        ),
        (
            Tile(
                "Estimate at completion",
                money("estimate_at_completion"),
                f"of {money('bac')} budgeted, {rest}" if not missing(eac) else "",
                help="What the work will cost if the rest costs as much per unit as the work done so far.",
            ),
            ("E5", "E6", "E7", "E8", "E9", "E10", "E11"),
        ),
    ]


def _through_time(group: Record, view: View, viewer: Viewer, key: str) -> None:
    if missing(group["expected_cost"]):
        return
    question = Curve(**budget_compared.ask(view))
    title = "When the money was to be spent, and when it is"
    budget_compared.titled(title, f"{key}_curve", question, view, viewer, ("C1",))
    block = (group["currency"], group["price_base"])
    figure = common.figure(_curve, question, viewer, view.version, block=block)
    common.chart(figure, f"{key}_curve", "Cumulative approved budget, spent and expected")


def _curve(found: Answer, *, block: tuple[Any, Any], **looks: Any) -> go.Figure:
    rows = pd.DataFrame(
        [
            {
                "period_end": row["period_end"],
                "planned": row["approved"],
                "realized": row["actual"],
                "outlook": row["expected"],
            }
            for row in common.of_block(found.records(), block)
        ],
        columns=["period_end", *WORDS],
    )
    return curve.draw(rows, as_of=found.as_of, currency=block[0] or "", words=WORDS, **looks)


def _performance(group: Record, view: View, viewer: Viewer, key: str) -> None:
    here, currency = common.locale(), group["currency"] or ""
    title = costs.performance(
        group["cost_performance"], group["schedule_performance"], group["schedule_performance_in_time"], here
    )
    reports = Performance(**budget_compared.ask(view))
    budget_compared.titled(title, f"{key}_performance", reports, view, viewer, ("E3", "E4", "E13"))
    if missing(group["ev"]):
        return
    rest = costs.to_complete(
        group["to_complete_performance"],
        group["cost_performance"],
        group["estimate_at_completion"],
        group["bac"],
        currency,
        here,
    )
    st.markdown(common.said(rest))
    block = (group["currency"], group["price_base"])
    figure = common.figure(_lines, reports, viewer, view.version, block=block)
    common.chart(
        figure, f"{key}_performance", "Cost and schedule performance at each report; 1 is as planned"
    )


def _lines(found: Answer, *, block: tuple[Any, Any], **looks: Any) -> go.Figure:
    rows = common.of_block(found.records(), block)
    frame = pd.DataFrame(rows, columns=["as_of", *performance.LINES])
    return performance.draw(frame, as_of=found.as_of, **looks)
