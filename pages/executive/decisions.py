"""What needs a decision: red and amber benefits with the largest value, and whose they are."""

from typing import Final

import streamlit as st

from data.access import Viewer
from pages.executive import common, tallies
from pages.executive.headline import Record
from pages.shell import links
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries.overview import Exceptions

SHOWN: Final = 6


def draw(group: Record | None, view: View, viewer: Viewer, key: str) -> None:
    """The exceptions of one currency and price base (None: all of them), largest shortfall first."""
    question = Exceptions(as_of=view.as_of, case=view.case, program_id=view.program_id, top=SHOWN)
    rows = answer(question, viewer, view.version).records()
    if group is not None:
        rows = common.of_block(rows, (group["currency"], group["price_base"]))
    if not rows:
        st.markdown("### Nothing needs a decision")
        st.markdown("No benefit is off track or at risk, and what is due has been measured.")
        return
    every = rows[0]["of_exceptions"]
    common.titled(tallies.decide(every, len(rows)), key, question, view, viewer, ("M3", "M7", "M15"))
    with st.grid(3, min_column_width=260):
        for row in rows:
            _row(row, view)
    if every > len(rows):
        links.link("See all in the register", "benefits", ":material/arrow_forward:")


def _row(row: Record, view: View) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        common.badge(row["rating"], row["rating_driver"])
        name = plain(row["benefit"] or row["benefit_id"])
        links.link(f"**{name}**", "benefits", benefit=row["benefit_id"])
        st.markdown(common.said(why(row)))
        whose = tallies.owner(row["owner"], row["owner_until"], view.as_of)
        mark = ":material/person_off:" if row["owner_has_left"] or not row["owner"] else ":material/person:"
        where = "" if view.program_id else f" · {plain(row['program'])}"
        st.caption(f"{mark} {common.said(whose)}{where}")


def why(row: Record) -> str:
    return tallies.exception(
        short=row["short"],
        slippage=None if row["is_unknown"] else row["slippage_months"],
        unknown=row["is_unknown"],
        coverage=row["coverage"],
        last_measured=row["last_measured"],
        progress_index=row["progress_index"],
        currency=row["currency"] or "",
        locale=common.locale(),
    )
