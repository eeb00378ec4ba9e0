"""The first visit: nothing is loaded yet. What this is, and the two ways to begin."""

import streamlit as st

from data.access import Role
from data.errors import RealizedError
from pages.shell import links, sign_in, tour
from pages.shell.text import plain


def show() -> None:
    """Shown in place of every page of an empty store."""
    st.title("Nothing has been loaded yet", anchor=False)
    st.markdown(
        "Realized compares the benefits promised in a business case with what has really arrived: while "
        "projects run, and for years after they have closed. It reads the spreadsheets you already have."
    )
    viewer = sign_in.current_viewer()
    if viewer is None or not viewer.has(Role.STEWARD):
        st.info("A steward has to load a workbook first. Ask whoever keeps your benefits register.")
        return
    with st.grid(2, min_column_width=300):
        with st.container(border=True, height="stretch"):
            st.markdown("### Look around first")
            st.markdown(
                "Three programs of an invented insurer: one on track, one on time and on budget but without "
                "its benefits, one closed two years ago. Nothing of yours is needed."
            )
            if st.button("Load the demo", type="primary", icon=":material/play_circle:"):
                _load()
        with st.container(border=True, height="stretch"):
            st.markdown("### Load your own")
            st.markdown(
                "1. Export your benefits register, or fill in the Realized workbook.\n"
                "2. Drop it on the Upload page and look at what was understood.\n"
                "3. Confirm the status date. Nothing counts before you do, and every load can be undone."
            )
            links.link("Upload a workbook", "upload", ":material/upload_file:")


def _load() -> None:
    """Load the demo with the page saying what goes on, then show the overview with the tour."""
    # It writes workbooks first, with libraries that no other page needs.
    from data.demo import load_demo

    viewer = sign_in.current_viewer()
    if viewer is None or not viewer.has(Role.STEWARD):
        return
    with st.status("Loading the demo: writing its workbooks, reading them back, building two versions …"):
        try:
            load_demo(viewer)
        except RealizedError as trouble:
            st.error(plain(trouble))
            return
    tour.want()
    st.rerun()
