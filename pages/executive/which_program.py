"""Which program, on pages that are about one."""

from dataclasses import replace

import streamlit as st

from data.access import Viewer
from pages.executive import common, program_cards
from pages.shell import catalogue, parts
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries.portfolio import Programs


def only(view: View, viewer: Viewer) -> View:
    """The view, of the one program that there is where none was chosen: nobody need choose it."""
    known = catalogue.programs(viewer, view.version)
    if view.program_id is not None or len(known) != 1:
        return view
    return replace(view, program_id=known[0].id, program=known[0].name)


def ask(title: str, view: View, viewer: Viewer) -> None:
    """The page's title, and a card for each program to choose."""
    parts.heading(title, view)
    question = Programs(as_of=view.as_of, case=view.case)
    rows = answer(question, viewer, view.version).records()
    if not rows:
        parts.empty(
            "There is no program in this data yet.", "Upload a workbook.", "upload", "Upload a workbook"
        )
        return
    common.titled("Which program?", "which_program", question, view, viewer, ("M3",))
    more = f"; the other {len(rows) - program_cards.SHOWN} are" if len(rows) > program_cards.SHOWN else ""
    st.markdown(f"This page is about one program. Choose it here{more or ' or'} in the filters.")
    program_cards.show(rows, view, viewer, "which_program", _choice)


def _choice(row: common.Record) -> None:
    st.button(
        f"**{plain(common.named(row['program'], row['program_id']))}**",
        key=f"choose_{row['program_id']}",
        type="tertiary",
        icon=":material/arrow_forward:",
        on_click=choose,
        args=(row["program_id"],),
    )


def choose(program_id: str) -> None:
    """Set the filter to this program, before the next run."""
    st.session_state["program"] = program_id
