"""Portfolio: the programs side by side, and which of them are on budget but off their benefits."""

from functools import partial
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import numbers, quadrants
from charts.numbers import missing
from data.access import Viewer
from pages.executive import common, program_cards, sentences, which_program
from pages.executive.headline import Record
from pages.shell import filters, links, parts
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries import Answer
from queries.portfolio import Programs
from queries.provenance import Costs

OFF: Final = "on budget, off benefits"
ARROW: Final = ":material/arrow_forward:"
KNOWN_AS: Final = {None: "not known yet"}


def show(viewer: Viewer) -> None:
    """The page: one block for each currency and price base, since sizes of two are never compared."""
    view = filters.view(viewer)
    question = Programs(as_of=view.as_of, case=view.case, program_id=view.program_id)
    blocks = common.blocks(answer(question, viewer, view.version).records())
    parts.heading("Portfolio", view, common.coverage(view, viewer))
    if not blocks:
        parts.empty(
            "There is no program in this data yet.",
            "Upload a workbook with programs, their benefits and their budgets.",
            "upload",
            "Upload a workbook",
        )
    for number, (block, rows) in enumerate(blocks.items()):
        if len(blocks) > 1:
            st.header(plain(common.block_name(block)), anchor=False, divider="gray")
        _block(rows, question, view, viewer, f"portfolio{number or ''}")


def _block(rows: list[Record], question: Programs, view: View, viewer: Viewer, key: str) -> None:
    common.titled(
        finding(rows),
        f"{key}_quadrants",
        question,
        view,
        viewer,
        ("M3", "C2", "C3"),
        level=2,
        cells=Costs(as_of=view.as_of),
    )
    st.caption(
        common.said(
            f"Off benefits: less than {numbers.rate(question.green_from, common.locale(), 0)} of what is due "
            f"by now has been realized. Over budget: the final cost expected is more than "
            f"{numbers.rate(question.tolerance, common.locale(), 0)} above what was approved. "
            "The size of a mark is the whole-life case."
        )
    )
    figure = common.figure(
        _quadrants, question, viewer, view.version, block=(rows[0]["currency"], rows[0]["price_base"])
    )
    common.chart(figure, f"{key}_quadrants", finding(rows))
    unplaced = [row["program"] or row["program_id"] for row in rows if row["quadrant"] is None]
    if unplaced:
        named = sentences.listed([plain(name) for name in unplaced[:12]])
        st.caption(f"Not placed, because no budget is known or nothing is due and measured: {named}.")
    _table(rows, question, view, viewer, key)
    _curves(rows, view, viewer, key)


def finding(rows: list[Record]) -> str:
    """Which programs are on budget and yet do not bring their benefits; else how they stand."""
    off = [row["program"] or row["program_id"] for row in rows if row["quadrant"] == OFF]
    known = [row for row in rows if row["quadrant"] is not None]
    of = f"{len(off)} of {sentences.count(len(known), 'program')}"
    if off:
        return f"{of} {'is' if len(off) == 1 else 'are'} on budget but off benefits: {sentences.some(off)}"
    if not known:
        return f"{sentences.count(len(rows), 'program')}: budget and benefits cannot be compared yet"
    good = len([row for row in known if row["quadrant"] == "on budget, on benefits"])
    if len(rows) == 1 and not good:
        return f"{rows[0]['program'] or rows[0]['program_id']} is {known[0]['quadrant']}"
    verb = "is" if good == 1 else "are"
    return f"{good or 'None'} of {sentences.count(len(known), 'program')} {verb} on budget and on benefits"


def _quadrants(found: Answer, *, block: tuple[Any, Any], **looks: Any) -> go.Figure:
    frame = pd.DataFrame(
        [
            {
                "name": row["program"] or row["program_id"],
                "cost_ratio": row["cost_ratio"],
                "rate": row["realization_rate"],
                "size": common.amount(row["planned_lifetime"]),
                "quadrant": row["quadrant"],
            }
            for row in common.of_block(found.records(), block)
        ],
        columns=["name", "cost_ratio", "rate", "size", "quadrant"],
    )
    asked = found.question
    assert isinstance(asked, Programs)
    return quadrants.draw(
        frame, tolerance=asked.tolerance, green_from=asked.green_from, currency=block[0] or "", **looks
    )


def _table(rows: list[Record], question: Programs, view: View, viewer: Viewer, key: str) -> None:
    title = f"{sentences.count(len(rows), 'program')} compared"
    common.titled(title, f"{key}_table", question, view, viewer, ("M3", "M6", "M7", "C1", "C3", "E3", "R1"))
    st.caption("Select a row to see that program alone, on every page.")
    common.table(
        [_cells(row) for row in rows],
        f"{key}_table",
        on_select=lambda number: which_program.choose(rows[number]["program_id"]),
        **_columns(rows[0]["currency"] or ""),
    )


def _cells(row: Record) -> Record:
    return {
        "program": common.named(row["program"], row["program_id"]),
        "portfolio": row["portfolio"] or "",
        "rating": common.rating(row["rating"]),
        "where": KNOWN_AS.get(row["quadrant"], row["quadrant"]),
        "rate": row["realization_rate"],
        "slip": row["slippage_months"],
        "case": common.amount(row["planned_lifetime"]),
        "outlook": common.amount(row["outlook"]),
        "life": row["lifetime_realization"],
        "approved": common.amount(row["approved"]),
        "cost": common.amount(row["expected_cost"]),
        "share": row["cost_ratio"],
        "cpi": row["cost_performance"],
        "exposure": common.amount(row["exposure"]),
        "p80": common.amount(row["p80"]),
        "contingency": common.amount(row["contingency_left"]),
        "sponsor": row["sponsor"] or "",
    }


def _columns(currency: str) -> dict[str, Any]:
    return {
        "program": st.column_config.TextColumn("Program", pinned=True),
        "portfolio": "Portfolio",
        "rating": "Rating",
        "where": "Stands",
        "rate": common.rate_column("Rate", "Realized divided by the case to date, gross"),
        "slip": common.months_column(),
        "case": common.money_column("Whole-life case", currency, "Gross"),
        "outlook": common.money_column("Outlook", currency, "Gross"),
        "life": common.rate_column("Outlook of case"),
        "approved": common.money_column("Budget", currency),
        "cost": common.money_column("Final cost", currency),
        "share": common.rate_column("Cost of budget"),
        "cpi": st.column_config.NumberColumn(
            "CPI", format="%.2f", help="Earned value divided by actual cost"
        ),
        "exposure": common.money_column("Exposure", currency, "Probability times impact, open risks"),
        "p80": common.money_column("P80", currency, "Loss not exceeded in 8 of 10 cases"),
        "contingency": common.money_column("Contingency left", currency),
        "sponsor": "Sponsor",
    }


def _curves(rows: list[Record], view: View, viewer: Viewer, key: str) -> None:
    """The largest programs as small curves on scales of their own, each with the way into the program."""
    shown = [row for row in rows if not missing(row["planned_lifetime"])]
    if shown:
        st.markdown("### The curves side by side")
        program_cards.show(shown, view, viewer, key, partial(_open, view))


def _open(view: View, row: Record) -> None:
    asked = {"program": row["program_id"], "case": view.case}
    if not view.as_loaded and view.as_of:
        asked["as_of"] = view.as_of.isoformat()
    if not view.latest:
        asked["v"] = str(view.version)
    name = plain(row["program"] or row["program_id"])
    st.link_button(f"**{name}**", links.address("program", asked), type="tertiary", icon=ARROW)
