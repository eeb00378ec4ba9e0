"""Loads that were refused: who tried, when, and why."""

import streamlit as st

from data.store import refusals
from pages.shell import text


def show() -> None:
    """The last refusals, folded away; nothing where there are none."""
    rows = refusals.latest()
    if not rows:
        return
    with st.expander(f"Refused loads ({len(rows)})"):
        st.dataframe(
            [
                {"When": text.moment(row.at), "Who": row.by, "Files": ", ".join(row.files), "Why": row.why}
                for row in rows
            ],
            hide_index=True,
        )
