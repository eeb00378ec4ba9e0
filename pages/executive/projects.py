"""Projects: what each one was to bring by now and what it brought, closed and cancelled ones too."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import bars_case_vs_realized
from charts.numbers import missing
from data.access import Role, Viewer
from pages.executive import common, sentences, tallies
from pages.shell import filters, parts, unmatched, whence
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries import Answer
from queries.catalogue import Unmatched
from queries.realization import ByProgram, ByProject

Record = dict[str, Any]
PER_PAGE = 12


def show(viewer: Viewer) -> None:
    """The page."""
    view = filters.view(viewer)
    question = ByProject(as_of=view.as_of, case=view.case, program_id=view.program_id)
    records = answer(question, viewer, view.version).records()
    parts.heading("Projects", view, common.coverage(view, viewer))
    if not any(record["project_id"] for record in records):
        parts.empty(
            "No project contributes to a benefit yet.",
            "Upload a workbook with the sheets Projects and Contributions: they say which project brings "
            "how much of which benefit.",
            "upload",
            "Upload a workbook",
        )
        _alone(view, viewer)
        return
    found = common.blocks(records)
    for number, (block, rows) in enumerate(found.items()):
        if len(found) > 1:
            st.header(plain(common.block_name(block)), anchor=False)
        _block(block[0], rows, view, viewer, question, f"projects{number or ''}")
    _alone(view, viewer)


def _alone(view: View, viewer: Viewer) -> None:
    """What has a schedule and no benefit, or the other way round; nothing where all meet."""
    question = Unmatched(program_id=view.program_id)
    rows = answer(question, viewer, view.version).records()
    if rows:
        with unmatched.fold(rows):
            if viewer.has(Role.STEWARD):
                unmatched.linkable(rows, "unmatched_table")
            else:
                unmatched.table(rows, "unmatched_table")
            whence.where_from("unmatched", question, view, viewer)


def _block(
    currency: str, rows: list[Record], view: View, viewer: Viewer, question: ByProject, key: str
) -> None:
    rows = sorted(rows, key=worst_first)
    metrics = ("M24", "M1", "M2", "M3")
    common.titled(finding(rows, view.as_of), key, question, view, viewer, metrics, level=2)
    st.caption(
        "Gross, by contribution weight. The pale bar is the business case to date, the solid bar "
        "is what was realized of it. What no project was given is hatched."
    )
    names = common.program_names(viewer, view.version)
    pages = -(-len(rows) // PER_PAGE)
    page = 1
    figures = st.container()
    if pages > 1:
        page = st.pagination(pages, key=f"{key}_page", bind="query-params")
    with figures:
        figure = common.figure(
            figure_of,
            question,
            viewer,
            view.version,
            block=(rows[0]["currency"], rows[0]["price_base"]),
            page=page,
            programs=tuple(sorted(names.items())),
        )
        common.chart(figure, f"{key}_bars", "Business case to date against realized, by project, worst first")
    cells = [_cells(row, view, names) for row in rows]
    common.table(cells, f"{key}_table", alt="Projects, worst first", **_columns(currency))
    for line in _totals(rows, currency, view, viewer):
        st.caption(common.said(line))


def worst_first(row: Record) -> tuple[bool, bool, Any]:
    """The largest shortfall first; what has no amount after it, what no project was given last."""
    gap = row["gross_variance_to_date"]
    return row["project_id"] is None, missing(gap), 0 if missing(gap) else gap


def finding(rows: list[Record], as_of: date | None) -> str:
    projects = [row for row in rows if row["project_id"]]
    due = [row for row in projects if not missing(row["gross_realization_rate"])]
    unknown = [row for row in due if common.unmeasured(row, "gross_")]
    ended = [row for row in projects if tallies.closed(row["status"], row["closed_on"], as_of)]
    behind = [row for row in due if row["gross_realization_rate"] < 1 and row not in unknown]
    return tallies.projects(len(projects), len(ended), len(due), len(behind), len(unknown))


def name_of(row: Record) -> str:
    if row["project_id"] is None:
        return "Attributed to no project"
    return common.named(row["project"], row["project_id"])


def known(row: Record, value: Any) -> Any:
    """The value, unless not one of the values due was measured."""
    return None if common.unmeasured(row, "gross_") else value


def figure_of(
    found: Answer, *, block: tuple[Any, Any], page: int, programs: tuple[tuple[str, str], ...], **looks: Any
) -> go.Figure:
    rows = sorted(common.of_block(found.records(), block), key=worst_first)
    shown = _frame(rows[(page - 1) * PER_PAGE : page * PER_PAGE], dict(programs), found.as_of)
    return bars_case_vs_realized.draw(shown, currency=block[0] or "", **looks)


def _frame(rows: list[Record], programs: dict[str, str], as_of: date) -> pd.DataFrame:
    """One bar a project; where there are several programs, what no project was given names its own."""
    several = len({row["program_id"] for row in rows}) > 1
    return pd.DataFrame(
        [
            {
                "name": row["project"] if row["project_id"] else name_of(row),
                "planned": common.amount(row["gross_planned_to_date"]),
                "realized": known(row, common.amount(row["gross_realized_to_date"])),
                "rate": known(row, row["gross_realization_rate"]),
                "note": tallies.closed(row["status"], row["closed_on"], as_of)
                or (programs[row["program_id"]] if several and row["project_id"] is None else ""),
                "unattributed": row["project_id"] is None,
            }
            for row in rows
        ]
    )


def _cells(row: Record, view: View, programs: dict[str, str]) -> Record:
    cells: Record = {"project": name_of(row)}
    if view.program_id is None:
        cells["program"] = programs[row["program_id"]]
    return cells | {
        "status": row["status"] or "",
        "closed_on": row["closed_on"],
        "rating": common.rating(row["rating"]),
        "planned": common.amount(row["gross_planned_to_date"]),
        "realized": known(row, common.amount(row["gross_realized_to_date"])),
        "rate": known(row, row["gross_realization_rate"]),
        "gap": known(row, common.amount(row["gross_variance_to_date"])),
        "net": known(row, common.amount(row["net_realized_to_date"])),
        "outlook": known(row, common.amount(row["gross_outlook"])),
        "manager": row["project_manager"] or "",
    }


def _columns(currency: str) -> dict[str, Any]:
    return {
        "project": st.column_config.TextColumn("Project", pinned=True),
        "program": "Program",
        "status": "Status",
        "closed_on": common.date_column("Closed on"),
        "rating": "Rating",
        "planned": common.money_column("Case to date", currency),
        "realized": common.money_column("Realized", currency),
        "rate": common.rate_column("Rate", "Realized divided by the case to date, gross"),
        "gap": common.money_column("Difference", currency, "Realized minus planned to date"),
        "net": common.money_column("Realized net", currency, "With disbenefits"),
        "outlook": common.money_column("Outlook", currency, "Expected at completion, gross"),
        "manager": "Project manager",
    }


def _totals(rows: list[Record], currency: str, view: View, viewer: Viewer) -> list[str]:
    """What the rows add up to, as the programs answer it themselves."""
    question = ByProgram(as_of=view.as_of, case=view.case, program_id=view.program_id)
    programs = {row["program_id"] for row in rows}
    return [
        sentences.conserved(
            total["program"] or total["program_id"],
            total["gross_planned_to_date"],
            total["gross_realized_to_date"],
            total["net_realized_to_date"],
            currency,
            common.locale(),
        )
        for total in answer(question, viewer, view.version).records()
        if total["program_id"] in programs
    ]
