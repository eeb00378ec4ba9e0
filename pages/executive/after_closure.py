"""After closure: which projects have ended, what they have returned since, and what nobody looks after."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import bars_case_vs_realized, numbers
from charts.numbers import missing
from data.access import Viewer
from pages.executive import closure_words, cohort_curves, common, orphans, tallies, waiting
from pages.executive.common import Record, Tile
from pages.shell import filters, parts, whence
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries import Answer
from queries.closure import Projects, Totals

PER_PAGE = 12
Block = tuple[Any, Any]


def show(viewer: Viewer) -> None:
    """The page: one block for each currency and price base, since those are never added."""
    view = filters.view(viewer)
    question = Projects(as_of=view.as_of, case=view.case, program_id=view.program_id)
    ended = answer(question, viewer, view.version).records()
    parts.heading("After closure", view, common.coverage(view, viewer))
    if not ended:
        parts.empty(
            "No project had closed or was cancelled by this status date.",
            "This page begins with the first project that ends: it follows what each returns afterwards. "
            "Status and Closed on are columns of the sheet Projects. A later status date may show more.",
            "projects",
            "See the projects",
        )
        return
    found = common.blocks(ended)
    for number, (block, rows) in enumerate(found.items()):
        if len(found) > 1:
            st.header(plain(common.block_name(block)), anchor=False)
        wanted = (rows[0]["currency"], rows[0]["price_base"])
        _block(wanted, rows, view, viewer, question, f"closure{number or ''}")


def _block(
    block: Block, rows: list[Record], view: View, viewer: Viewer, question: Projects, key: str
) -> None:
    totals = _totals(block, view, viewer)
    currency, here = block[0] or "", common.locale()
    closed = [row for row in rows if row["bucket"] == "closed"]
    total = totals.get("closed")
    if total is not None:
        st.markdown(f"## {common.said(_finding(closed, total, currency))}")
        _tiles(total, currency, view, viewer, key)
    elif closed:
        st.markdown(
            f"## {common.said(closure_words.finding(len(closed), 0, 0, None, False, currency, here))}"
        )
    else:
        st.markdown(f"## {common.said(closure_words.none_closed(len(rows)))}")
    orphans.draw(block, view, viewer, f"{key}_orphans")
    if total is not None:
        cohort_curves.draw(block, view, viewer, f"{key}_curves")
        _bars(block, [row for row in closed if row["benefits"]], view, viewer, question, f"{key}_bars")
    waiting.draw(block, closed, view, viewer, question, f"{key}_waits")
    _table(rows, currency, view, viewer, question, f"{key}_projects")
    if "cancelled" in totals:
        apart = totals["cancelled"]
        st.caption(
            common.said(
                closure_words.cancelled(
                    apart["projects"],
                    apart["gross_planned_after"],
                    apart["gross_realized_after"],
                    currency,
                    here,
                )
            )
        )


def _totals(block: Block, view: View, viewer: Viewer) -> dict[str, Record]:
    """What ended projects of this block come to, by bucket."""
    question = Totals(as_of=view.as_of, case=view.case, program_id=view.program_id)
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    return {row["bucket"]: row for row in rows}


def _finding(closed: list[Record], total: Record, currency: str) -> str:
    return closure_words.finding(
        len(closed),
        total["gross_planned_after"],
        total["gross_realized_after"],
        total["gross_post_closure_rate"],
        bool(total["gross_due_cells"]),
        currency,
        common.locale(),
        is_dated=all(row["closed_on"] for row in closed),
    )


def _tiles(total: Record, currency: str, view: View, viewer: Viewer, key: str) -> None:
    question = Totals(as_of=view.as_of, case=view.case, program_id=view.program_id)
    with st.grid(4, min_column_width=150):
        for number, (tile, metrics) in enumerate(_four(total, currency)):
            with st.container(border=True, height="stretch", gap="xsmall"):
                common.tile(tile)
                whence.where_from(f"{key}_{number}", question, view, viewer, metrics)


def _four(total: Record, currency: str) -> list[tuple[Tile, tuple[str, ...]]]:
    here = common.locale()

    def money(name: str) -> str:
        return numbers.money(total[name], currency, here)

    def rate(name: str, unknown: str) -> str:
        return unknown if missing(total[name]) else numbers.rate(total[name], here)

    net = f"net {money('net_realized_after')} of {money('net_planned_after')}"
    done, due = (numbers.plain(total[f"gross_{name}_cells"] or 0, here) for name in ("measured", "due"))
    return [
        (
            Tile(
                "Realized since closing",
                money("gross_realized_after"),
                f"of {money('gross_planned_after')} due, {net}",
            ),
            ("M19",),
        ),
        (
            Tile(
                "Post-closure rate",
                rate("gross_post_closure_rate", "not known" if total["gross_due_cells"] else "not due"),
                f"coverage {rate('gross_coverage', 'not due')}, {done} of {due} values",
            ),
            ("M19a",),
        ),
        (
            Tile(
                "Falls after closing",
                rate("gross_share_after_closure", "not known"),
                f"of the {money('gross_planned_lifetime')} these projects were to bring",
            ),
            ("M20",),
        ),
        (Tile("Still to come", money("gross_to_come"), "expected of these projects from now on"), ("M6",)),
    ]


def _bars(block: Block, rows: list[Record], view: View, viewer: Viewer, question: Projects, key: str) -> None:
    if not rows:
        return
    title = "What each closed project was to bring since, and brought"
    common.titled(title, key, question, view, viewer, ("M19", "M19a"))
    pages = -(-len(rows) // PER_PAGE)
    page, figures = 1, st.container()
    if pages > 1:
        page = st.pagination(pages, key=f"{key}_page", bind="query-params")
    with figures:
        figure = common.figure(figure_of, question, viewer, view.version, block=block, page=page)
        common.chart(figure, key, "Business case since closing against realized since closing, by project")


def figure_of(found: Answer, *, block: Block, page: int, **looks: Any) -> go.Figure:
    rows = [
        row
        for row in common.of_block(found.records(), block)
        if row["bucket"] == "closed" and row["benefits"]
    ]
    shown = sorted(rows, key=_worst_first)[(page - 1) * PER_PAGE : page * PER_PAGE]
    bars = pd.DataFrame(
        [
            {
                "name": row["project"],
                "planned": common.amount(row["gross_planned_after"]),
                "realized": common.amount(row["gross_realized_after"]),
                "rate": row["gross_post_closure_rate"],
                "note": tallies.closed(row["status"], row["closed_on"]),
            }
            for row in shown
        ]
    )
    return bars_case_vs_realized.draw(bars, currency=block[0] or "", **looks)


def _worst_first(row: Record) -> tuple[bool, float, str]:
    rate = row["gross_post_closure_rate"]
    return missing(rate), 0.0 if missing(rate) else float(rate), row["project_id"]


def _table(
    rows: list[Record], currency: str, view: View, viewer: Viewer, question: Projects, key: str
) -> None:
    common.titled("Every project that has ended", key, question, view, viewer, ("M18", "M19", "M20"))
    common.table(
        [_cells(row) for row in rows],
        key,
        project=st.column_config.TextColumn("Project", pinned=True),
        program="Program",
        status="Status",
        closed=common.date_column("Closed on"),
        months=st.column_config.NumberColumn("Months since"),
        planned=common.money_column("Due since", currency),
        realized=common.money_column("Realized since", currency),
        rate=common.rate_column("Rate since", "Realized since closing divided by what was due since"),
        share=common.rate_column("After closing", "Share of the whole-life case that falls after closing"),
        coming=common.money_column("Still to come", currency),
        handover=st.column_config.TextColumn("Handed over to", width="medium"),
        first=common.date_column("First benefit"),
        wait=st.column_config.NumberColumn(
            "Months to it", format="%.1f", help="From handover to first benefit"
        ),
    )


def _cells(row: Record) -> Record:
    return {
        "project": common.named(row["project"], row["project_id"]),
        "program": row["program"],
        "status": row["status"],
        "closed": row["closed_on"],
        "months": row["months_since_closure"],
        "planned": common.amount(row["gross_planned_after"]),
        "realized": common.amount(row["gross_realized_after"]),
        "rate": row["gross_post_closure_rate"],
        "share": row["gross_share_after_closure"],
        "coming": common.amount(row["gross_to_come"]),
        "handover": closure_words.handover(
            row["handed_over_on"], row["handed_over_to"], row["handover_accepted"]
        ),
        "first": row["first_benefit_on"],
        "wait": row["handover_to_first_benefit"],
    }
