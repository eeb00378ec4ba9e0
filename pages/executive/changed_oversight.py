"""What changed in the costs and the risks between two states: a sentence and a table each."""

from typing import Any

import streamlit as st

from charts.numbers import missing
from data.access import Viewer
from pages.executive import common, sides
from pages.executive.headline import Record
from pages.executive.sides import Sides
from pages.shell.answers import answer
from pages.shell.filters import View
from queries import provenance
from queries.changes import Budget, Risk

NO_DATES = (
    "A register carries no dates: between two dates of one version only the contingency and what is still "
    "to come of the benefits move."
)


def blocks(asked: dict[str, Any], view: View, viewer: Viewer) -> dict[tuple[Any, Any], list[Record]]:
    """Every currency and price base in which anything costs, or is at risk, on either side."""
    rows = [
        row
        for question in (Budget(**asked), Risk(**asked))
        for row in answer(question, viewer, view.version).records()
    ]
    return common.blocks(rows)


def budget(
    asked: dict[str, Any],
    block: tuple[Any, Any],
    heads: tuple[str, str],
    view: View,
    viewer: Viewer,
    key: str,
) -> None:
    """What was approved, spent and is expected, before and now; nothing without a budget on either side."""
    question = Budget(**asked)
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    if not rows:
        return
    common.titled(
        costs_moved(rows[0], common.locale()),
        f"{key}_budget",
        question,
        view,
        viewer,
        ("C1", "C3", "C4"),
        cells=provenance.Costs(as_of=view.as_of, program_id=view.program_id),
    )
    common.table(_costs(Sides(rows[0], *heads, common.locale())), f"{key}_budget_table")


def costs_moved(row: Record, locale: str) -> str:
    """What it will finally cost, and what is left for what may happen."""
    said = sides.moved("The final cost expected", row, "expected_cost", locale)
    if missing(row["contingency_left_before"]) and missing(row["contingency_left_after"]):
        return said
    return f"{said}; {sides.moved('the contingency left', row, 'contingency_left', locale)}"


def _costs(two: Sides) -> list[Record]:
    return [
        two.money("Original budget", "baseline"),
        two.money("Budget as approved now", "current_budget"),
        two.money("Spent by then", "actual_to_date"),
        two.money("Still to be spent", "cost_to_come"),
        two.money("Final cost expected", "expected_cost"),
        two.rate("Final cost of approved", "cost_ratio"),
        two.rate("Costs reported of those due", "cost_coverage"),
        two.plain("Cost performance (CPI)", "cost_performance", 2),
        two.money("Contingency", "contingency"),
        two.money("Contingency left", "contingency_left"),
    ]


def risk(
    asked: dict[str, Any],
    block: tuple[Any, Any],
    heads: tuple[str, str],
    view: View,
    viewer: Viewer,
    key: str,
) -> None:
    """Exposure on both levels, P50 and P80 before and now; nothing without a register on either side."""
    question = Risk(**asked)
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    if not rows:
        return
    common.titled(
        risks_moved(rows[0], common.locale()),
        f"{key}_risk",
        question,
        view,
        viewer,
        ("R1", "R1a", "R3", "R4"),
        cells=provenance.Risks(as_of=view.as_of, program_id=view.program_id),
    )
    if asked["against"] is None:
        st.caption(NO_DATES)
    common.table(_risks(Sides(rows[0], *heads, common.locale())), f"{key}_risk_table")


def risks_moved(row: Record, locale: str) -> str:
    """What the open risks cost in 8 of 10 cases, and on average."""
    worst = sides.moved("P80 of the open risks", row, "p80", locale)
    return f"{worst}; {sides.moved('their exposure', row, 'exposure', locale)}"


def _risks(two: Sides) -> list[Record]:
    return [
        two.money("Exposure", "exposure"),
        two.money("of programs' own risks", "exposure_program"),
        two.money("of risks escalated to programs", "exposure_escalated"),
        two.money("of risks that stayed in projects", "exposure_project"),
        two.money("P50", "p50"),
        two.money("P80", "p80"),
        two.money("Contingency left", "contingency_left"),
        two.rate("Contingency left of P80", "contingency_cover"),
        two.money("Benefit at risk", "benefit_at_risk"),
        two.plain("Open risks that count", "counted_risks"),
        two.plain("without an estimate", "risks_without_estimate"),
    ]
