"""Benefits: the register of all of them, or the card of one."""

from typing import Any

import streamlit as st

from data.access import Viewer
from pages.executive import benefit_card, common, register
from pages.shell import choices, filters, parts
from pages.shell.answers import answer
from queries.benefits import Register

KEY = "benefit"


def show(viewer: Viewer) -> None:
    """The page: `?benefit=` chooses the card."""
    view = filters.view(viewer)
    question = Register(as_of=view.as_of, case=view.case, program_id=view.program_id)
    records = answer(question, viewer, view.version).records()
    if not records:
        parts.heading("Benefits", view)
        parts.empty(
            "There is no benefit in this data yet.",
            "Upload a benefits register: one row for each benefit, with its owner and what it is to bring.",
            "upload",
            "Upload a workbook",
        )
        return
    title = st.container()
    known = [choices.named(row["benefit_id"], row["benefit"]) for row in _by_name(records)]
    chosen = choices.pick(KEY, "Benefit", "All benefits", known)
    one = next((row for row in records if row["benefit_id"] == chosen), None)
    with title:
        if one:
            parts.heading(one["benefit"] or one["benefit_id"], view, one["coverage"], benefit=chosen)
        else:
            parts.heading("Benefits", view, common.coverage(view, viewer))
    if one:
        st.button("All benefits", icon=":material/arrow_back:", type="tertiary", on_click=_all_benefits)
        benefit_card.draw(one["benefit_id"], view, viewer)
    else:
        register.draw(records, view, viewer, question)


def _all_benefits() -> None:
    st.session_state[KEY] = ""


def _by_name(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(records, key=lambda row: str(row["benefit"] or row["benefit_id"]).casefold())
