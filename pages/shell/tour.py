"""A short tour: what is asked most, and the page that answers it. Closed with Escape, as every dialog."""

from typing import Final, NamedTuple

import streamlit as st

from pages.shell import links

_STEP: Final = "_tour_step"
_WANTED: Final = "_tour_wanted"


class Stop(NamedTuple):
    """One step of the tour."""

    asks: str
    says: str
    page: str
    title: str


STOPS: Final = (
    Stop(
        "Are the benefits arriving?",
        "The sentence on top answers it. Below it: six numbers, the curve of what was promised, what has "
        "arrived and what is expected now, and what needs a decision.",
        "overview",
        "Overview",
    ),
    Stop(
        "Which project, which benefit?",
        "Projects compares all of them, closed and cancelled ones too. Benefits is the register: select a "
        "row to open a benefit with its owner, its periods and its earlier forecasts.",
        "projects",
        "Projects",
    ),
    Stop(
        "What happens after a project closes?",
        "Most benefits arrive later. After closure follows them, and finds those that nobody looks after.",
        "after_closure",
        "After closure",
    ),
    Stop(
        "Where does this number come from?",
        "Rest on the small sign beside a tile or chart to read what the number means. Select it for the "
        "formula, the values, the SQL and the cell of the workbook it was read from.",
        "evidence",
        "Evidence",
    ),
    Stop(
        "How do I show it to others?",
        "Share this view gives a link to exactly what you see. Board pack makes slides, a workbook, a PDF "
        "and pictures of it. The filters on the left decide program, status date, case and data version.",
        "overview",
        "Overview",
    ),
)


def offer() -> None:
    """The way into the tour, at the end of the sidebar; it opens by itself when it was asked for before."""
    with st.sidebar:
        asked = st.button("Take the tour", icon=":material/tour:", type="tertiary", key="tour")
    if asked or st.session_state.pop(_WANTED, False):
        st.session_state[_STEP] = 0
        _dialog()


def want() -> None:
    """Open the tour on the next page that is drawn."""
    st.session_state[_WANTED] = True


@st.dialog("A short tour")
def _dialog() -> None:
    place: int = st.session_state.get(_STEP, 0)
    stop = STOPS[place]
    st.caption(f"{place + 1} of {len(STOPS)}")
    st.markdown(f"### {stop.asks}")
    st.markdown(stop.says)
    links.link(f"Open {stop.title}", stop.page, ":material/arrow_forward:")
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button("Back", disabled=place == 0, on_click=_go, args=(place - 1,), key="tour_back")
        if place + 1 < len(STOPS):
            st.button("Next", type="primary", on_click=_go, args=(place + 1,), key="tour_next")
        elif st.button("Done", type="primary", key="tour_done"):
            st.rerun()


def _go(place: int) -> None:
    st.session_state[_STEP] = place
