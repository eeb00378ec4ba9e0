"""Benefits: the register of all of them, or the card of one."""

from typing import Final

import streamlit as st

from data.access import Viewer
from pages.executive import benefit_card, common, register
from pages.shell import catalogue, choices, filters, parts
from pages.shell.answers import answer
from pages.shell.filters import View

KEY: Final = "benefit"


def show(viewer: Viewer) -> None:
    """The page: `?benefit=` chooses the card, `?search=` what there is to choose from."""
    view = filters.view(viewer)
    if not catalogue.benefits(viewer, view.version, view.program_id).count:
        parts.heading("Benefits", view)
        parts.empty(
            "There is no benefit in this data yet.",
            "Upload a benefits register: one row for each benefit, with its owner and what it is to bring.",
            "upload",
            "Upload a workbook",
        )
        return
    title = st.container()
    chosen, search = _picked(view, viewer)
    if chosen is None:
        with title:
            parts.heading("Benefits", view, common.coverage(view, viewer))
        register.draw(search, view, viewer)
        return
    (card,) = answer(benefit_card.ask(chosen, view), viewer, view.version).records()
    with title:
        parts.heading(card["benefit"] or chosen, view, card["coverage"], benefit=chosen)
    st.button("All benefits", icon=":material/arrow_back:", type="tertiary", on_click=_all_benefits)
    benefit_card.draw(card, view, viewer)


def _picked(view: View, viewer: Viewer) -> tuple[str | None, str | None]:
    """The benefit chosen, and what is searched for; of a long list the search leaves what can be chosen."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picker = st.container()
        search = st.text_input(
            "Search",
            key="search",
            type="search",
            placeholder="Part of a name or ID",
            bind="query-params",
            width=260,
        )
    found = catalogue.benefits(viewer, view.version, view.program_id, search or None, choices.held(KEY))
    with picker:
        chosen = choices.pick(
            KEY, "Benefit", "All benefits", [choices.named(one.id, one.name) for one in found.entries]
        )
    if found.count > catalogue.LISTED:
        st.caption(
            f"{found.count:,} benefits, of which the first {catalogue.LISTED} by name can be chosen here. "
            "Search to find the others."
        )
    return chosen, search or None


def _all_benefits() -> None:
    st.session_state[KEY] = ""
