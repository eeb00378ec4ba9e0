"""Parts that every page is made of: the title with its statement line, empty states."""

from decimal import Decimal

import streamlit as st

from pages.shell import links, packing, text
from pages.shell.filters import View


def heading(
    title: str,
    view: View,
    coverage: Decimal | float | None = None,
    project: str | None = None,
    benefit: str | None = None,
) -> None:
    """The page's title, what its numbers rest on, and the buttons that share this view or pack it."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(text.plain(title), anchor=False, width="content")
        with st.container(width="content"):
            _actions(view, project, benefit)
    st.caption(statement(view, coverage))


@st.fragment
def _actions(view: View, project: str | None, benefit: str | None) -> None:
    """Opening one of them draws what is in it, and nothing else of the page again."""
    with st.container(horizontal=True, width="content", gap="small"):
        packing.offer(view)
        links.share(view, project, benefit)


def statement(view: View, coverage: Decimal | float | None = None) -> str:
    """Status date 30 Sep 2026 · original case · data version 7 · coverage 92%; inert Markdown."""
    pieces = [
        text.plain(view.program) if view.program else "All programs",
        f"Status date {text.day(view.as_of, 'not known')}",
        f"{view.case} case",
        f"data version {view.version}" + ("" if view.latest else " (not the latest)"),
    ]
    if coverage is not None:
        pieces.append(f"coverage {text.percent(coverage)}")
    return " · ".join(pieces)


def empty(what: str, next_step: str, page: str | None = None, label: str | None = None) -> None:
    """A part without data: what is missing, what to do, and the page where that is done."""
    with st.container(border=True):
        st.markdown(f"**{text.plain(what)}**")
        st.markdown(text.plain(next_step))
        if page and label:
            links.link(label, page)
