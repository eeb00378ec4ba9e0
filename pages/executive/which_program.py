"""Asking for a program, on pages that are about one."""

import streamlit as st

from data.access import Viewer
from pages.executive import common
from pages.shell import catalogue, parts
from pages.shell.filters import View
from pages.shell.text import plain


def ask(title: str, view: View, viewer: Viewer) -> None:
    """The page's title, and a button for each program."""
    parts.heading(title, view)
    st.markdown("### Which program?")
    st.markdown("This page is about one program. Choose it here or in the filters.")
    known = catalogue.programs(viewer, view.version)
    if not known:
        parts.empty(
            "There is no program in this data yet.", "Upload a workbook.", "upload", "Upload a workbook"
        )
    with st.container(horizontal=True):
        for program in known:
            st.button(
                plain(common.named(program.name, program.id)),
                key=f"choose_{program.id}",
                on_click=choose,
                args=(program.id,),
            )


def choose(program_id: str) -> None:
    """Set the filter to this program, before the next run."""
    st.session_state["program"] = program_id
