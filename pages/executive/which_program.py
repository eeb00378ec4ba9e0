"""Which program, on pages that are about one."""

from dataclasses import replace

import streamlit as st

from data.access import Viewer
from pages.executive import common
from pages.shell import catalogue, parts
from pages.shell.filters import View
from pages.shell.text import plain


def only(view: View, viewer: Viewer) -> View:
    """The view, of the one program that there is where none was chosen: nobody need choose it."""
    known = catalogue.programs(viewer, view.version)
    if view.program_id is not None or len(known) != 1:
        return view
    return replace(view, program_id=known[0].id, program=known[0].name)


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
