"""Orphaned benefits: the project has gone, and nobody looks after what it was for."""

from typing import Any, Final

import streamlit as st

from charts import numbers
from data.access import Viewer
from pages.executive import closure_words, common, tallies
from pages.executive.common import Record
from pages.shell import links
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries.closure import Orphans

SHOWN: Final = 6


def draw(block: tuple[Any, Any], view: View, viewer: Viewer, key: str) -> None:
    """The largest as cards, then all of them as a list."""
    question = Orphans(as_of=view.as_of, case=view.case, program_id=view.program_id)
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    count = rows[0]["orphans"] if rows else 0
    remaining = rows[0]["gross_remaining"] if rows else None
    currency = block[0] or ""
    common.titled(
        closure_words.orphans(count, remaining, currency, common.locale()),
        key,
        question,
        view,
        viewer,
        ("M22", "M22a"),
    )
    if not rows:
        st.markdown(
            "Each has an owner who is still there, a handover that was accepted, and is measured on time."
        )
        return
    with st.grid(3, min_column_width=260):
        for row in rows[:SHOWN]:
            _card(row, currency, view)
    if len(rows) > SHOWN:
        with st.expander(f"All {len(rows)} orphaned benefits"):
            _list(rows, currency, view, key)


def _card(row: Record, currency: str, view: View) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        links.link(f"**{plain(row['benefit'] or row['benefit_id'])}**", "benefits", benefit=row["benefit_id"])
        st.markdown(f"**{common.said(_worth(row, currency))}**")
        st.markdown(common.said(why(row)))
        where = "" if view.program_id else f" · {plain(row['program'])}"
        st.caption(f":material/account_tree: {common.said(row['projects'])}{where}")


def _worth(row: Record, currency: str) -> str:
    if row["value_type"] != "monetary":
        return "Not measured in money"
    amount = numbers.money(row["remaining"], currency, common.locale())
    if row["kind"] == "disbenefit":
        return f"{amount} still to come, a disbenefit"
    return f"{amount} still to come"


def why(row: Record) -> str:
    return closure_words.reason(
        row["no_owner"],
        row["owner"],
        row["owner_until"],
        row["owner_left"],
        row["handover_refused"],
        row["not_measured"],
        row["last_measured"],
    )


def _list(rows: list[Record], currency: str, view: View, key: str) -> None:
    common.table(
        [
            {
                "benefit": common.named(row["benefit"], row["benefit_id"]),
                "program": row["program"],
                "remaining": common.amount(row["remaining"]),
                "why": row["reasons"],
                "owner": tallies.owner(row["owner"], row["owner_until"], view.as_of),
                "measured": row["last_measured"],
                "projects": row["projects"],
                "closed": row["last_closed_on"],
            }
            for row in rows
        ],
        f"{key}_table",
        benefit=st.column_config.TextColumn("Benefit", pinned=True),
        program="Program",
        remaining=common.money_column("Still to come", currency, "Empty for benefits that are not money"),
        why="Because",
        owner="Last owner",
        measured=common.date_column("Last measured"),
        projects=st.column_config.TextColumn("Ended projects", width="medium"),
        closed=common.date_column("Closed on"),
    )
