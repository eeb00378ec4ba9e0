"""Programs and projects against their approved budget: bars, the check that they add up, every figure."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import bars_cost
from charts.numbers import missing
from data.access import Viewer
from pages.executive import common, costs, tallies
from pages.executive.headline import Record
from pages.shell import links, whence
from pages.shell.answers import answer
from pages.shell.filters import View
from queries import Answer, Question
from queries.budget import ByProgram, ByProject, Reconciliation
from queries.provenance import Costs

PER_PAGE: Final = 20


def ask(view: View) -> dict[str, Any]:
    """What every question about cost is asked with."""
    return {"as_of": view.as_of, "case": view.case, "program_id": view.program_id}


def origin(key: str, question: Question, view: View, viewer: Viewer, explains: tuple[str, ...]) -> None:
    """The way to the cells of the budget and of earned value."""
    whence.where_from(
        key, question, view, viewer, explains, cells=Costs(as_of=view.as_of, program_id=question.program_id)
    )


def titled(
    title: str, key: str, question: Question, view: View, viewer: Viewer, explains: tuple[str, ...]
) -> None:
    """A finding with the way to the cells of the budget at the end of its line, as everywhere."""
    cells = Costs(as_of=view.as_of, program_id=question.program_id)
    common.titled(title, key, question, view, viewer, explains, cells=cells)


def bars(group: Record, view: View, viewer: Viewer, key: str) -> None:
    """Bars of the programs, or of one program's projects; the largest overrun first."""
    block = (group["currency"], group["price_base"])
    question: Question = ByProject(**ask(view)) if view.program_id else ByProgram(**ask(view))
    rows = _costly(answer(question, viewer, view.version), block)
    if not rows:
        return
    title = _overruns(rows, "project" if view.program_id else "program")
    titled(title, f"{key}_bars", question, view, viewer, ("C1", "C2", "C3"))
    st.caption("Solid: spent. Light: what it will finally cost. The upright line is what was approved.")
    pages = -(-len(rows) // PER_PAGE)
    page, figures = 1, st.container()
    if pages > 1:
        page = st.pagination(pages, key=f"{key}_page", bind="query-params")
    with figures:
        figure = common.figure(figure_of, question, viewer, view.version, block=block, page=page)
        common.chart(figure, f"{key}_bars", "Approved, spent and final cost, the largest overrun first")
    for line in _reconciled(block, view, viewer):
        st.caption(common.said(line))


def _costly(found: Answer, block: tuple[Any, Any]) -> list[Record]:
    """Those with a cost, the largest overrun first; the program's own last."""
    rows = [row for row in common.of_block(found.records(), block) if not missing(row["expected_cost"])]
    return sorted(
        rows,
        key=lambda row: (
            row.get("project_id", "") is None,
            missing(row["cost_overrun"]),
            0 if missing(row["cost_overrun"]) else -row["cost_overrun"],
        ),
    )


def _overruns(rows: list[Record], thing: str) -> str:
    known = [row for row in rows if row.get("project_id", "") is not None and not missing(row["cost_ratio"])]
    over = [row for row in known if row["cost_ratio"] > 1 + float(costs.ON_BUDGET)]
    if not known:
        return f"No {thing} has an approved budget"
    if not over:
        return f"No {thing} exceeds its budget" if len(known) > 1 else f"The {thing} keeps its budget"
    worst = over[0].get("project") or over[0].get("program")
    verb = "exceeds" if len(over) == 1 else "exceed"
    text = f"{len(over)} of {len(known)} {thing}s {verb} the approved budget"
    return f"{text}, {worst} by most" if len(over) > 1 else f"{text}: {worst}"


def figure_of(found: Answer, *, block: tuple[Any, Any], page: int, **looks: Any) -> go.Figure:
    rows = _costly(found, block)[(page - 1) * PER_PAGE : page * PER_PAGE]
    frame = pd.DataFrame(
        [
            {
                "name": row.get("project") or row.get("program") or row["program_id"],
                "approved": common.amount(row["approved"]),
                "spent": common.amount(row["actual_to_date"]),
                "expected": common.amount(row["expected_cost"]),
                "ratio": row["cost_ratio"],
                "note": tallies.closed(row.get("status"), row.get("closed_on"), found.as_of),
            }
            for row in rows
        ]
    )
    return bars_cost.draw(frame, currency=block[0] or "", **looks)


def _reconciled(block: tuple[Any, Any], view: View, viewer: Viewer) -> list[str]:
    rows = common.of_block(answer(Reconciliation(**ask(view)), viewer, view.version).records(), block)
    return [
        costs.adds_up(
            row["program"] or row["program_id"],
            row["projects_expected"],
            row["own_expected"],
            row["expected_cost"],
            row["adds_up"],
            block[0] or "",
            common.locale(),
        )
        for row in rows
    ]


def table(group: Record, view: View, viewer: Viewer, key: str) -> None:
    """Every project and the program's own, closed ones too."""
    question = ByProject(**ask(view))
    block = (group["currency"], group["price_base"])
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    names = common.program_names(viewer, view.version)
    explains = ("C1", "C2", "C4", "E3", "E4", "E5", "E10", "E13")
    titled("Every project, closed ones included", f"{key}_table", question, view, viewer, explains)
    common.table([_cells(row, view, names) for row in rows], f"{key}_table", **_columns(block[0] or ""))
    links.link("Is the contingency enough for the risks?", "risks", ":material/arrow_forward:")


def _cells(row: Record, view: View, names: dict[str, str]) -> Record:
    cells: Record = {
        "project": common.named(row["project"], row["project_id"]) if row["project_id"] else "Program level"
    }
    if view.program_id is None:
        cells["program"] = names.get(row["program_id"], row["program_id"])
    return cells | {
        "status": row["status"] or "",
        "approved": common.amount(row["approved"]),
        "baseline": common.amount(row["baseline"]),
        "spent": common.amount(row["actual_to_date"]),
        "expected": common.amount(row["expected_cost"]),
        "over": common.amount(row["cost_overrun"]),
        "share": row["cost_ratio"],
        "cpi": row["cost_performance"],
        "spi": row["schedule_performance"],
        "spi_t": row["schedule_performance_in_time"],
        "eac": common.amount(row["estimate_at_completion"]),
        "tcpi": row["to_complete_performance"],
        "contingency": common.amount(row["contingency_left"]),
        "reported": row["cost_coverage"],
        "earned": row["earned_as_of"],
        "closed_on": row["closed_on"],
    }


def _columns(currency: str) -> dict[str, Any]:
    def index(label: str, help: str) -> Any:
        return st.column_config.NumberColumn(label, format="%.2f", help=help)

    return {
        "project": st.column_config.TextColumn("Project", pinned=True),
        "program": "Program",
        "status": "Status",
        "closed_on": common.date_column("Closed on"),
        "approved": common.money_column(
            "Approved", currency, "Baseline, or the current budget for the current case"
        ),
        "baseline": common.money_column("Baseline", currency),
        "spent": common.money_column("Spent", currency),
        "expected": common.money_column("Final cost", currency, "Booked, forecast, or else as budgeted"),
        "over": common.money_column("Above approved", currency, "Below zero: less than approved"),
        "share": common.rate_column("Of approved"),
        "cpi": index("CPI", "Earned value divided by actual cost: below 1 the work costs more than budgeted"),
        "spi": index("SPI", "Earned value divided by planned value: below 1 less was done than planned"),
        "spi_t": index("SPI(t)", "Months of the plan done in a month of work"),
        "eac": common.money_column("Estimate", currency, "Budget at completion divided by CPI"),
        "tcpi": index("TCPI", "What each unit of money must bring from now on to end on budget"),
        "contingency": common.money_column("Contingency left", currency),
        "reported": common.rate_column("Reported", "Periods gone by with a booked cost"),
        "earned": common.date_column("Earned value of"),
    }
