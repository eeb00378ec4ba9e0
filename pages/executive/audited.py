"""The audits on the Evidence page: what each states, when they ran, and what they found."""

import streamlit as st

from charts.numbers import day
from data import store
from data.access import Role, Viewer
from pages.executive import common, evidence_words
from pages.shell.filters import View
from pages.shell.text import plain
from queries.audits import runs
from queries.audits.runs import Result, Run


def draw(view: View, viewer: Viewer, key: str) -> None:
    """The last run on the data version shown, and the button that runs them again."""
    version = store.version(view.version)
    done = runs.last(version)
    if done is None:
        st.markdown("### The audits of this data version have not finished yet")
        st.markdown("They run by themselves after every load. Reload this page in a moment, or run them now.")
    else:
        _shown(done, view, key)
    if viewer.has(Role.STEWARD) and st.button("Run the audits now", key=f"{key}_run", icon=":material/rule:"):
        with st.spinner("Checking that every sum adds up"):
            runs.run(version)
        st.rerun()


def _shown(done: Run, view: View, key: str) -> None:
    unfinished = sum(one.rows is None for one in done.results)
    passed = sum(one.passed for one in done.results)
    title = evidence_words.audits(passed, len(done.results) - passed - unfinished, unfinished)
    st.markdown(f"### {common.said(title)}")
    st.caption(
        common.said(
            f"Statements that must return no row, run on data version {view.version} "
            f"on {day(done.at)}, {done.at:%H:%M} UTC."
        )
    )
    common.table(
        [
            {"found": _found(one), "states": one.states, "seconds": one.seconds, "audit": one.audit}
            for one in done.results
        ],
        f"{key}_table",
        found=st.column_config.TextColumn("Found", pinned=True),
        states=st.column_config.TextColumn("What it states", width="large"),
        seconds=st.column_config.NumberColumn("Seconds", format="%.2f"),
        audit="Audit",
    )
    for one in done.results:
        for row in one.first:
            st.error(plain(f"{one.audit}: {row}"))


def _found(one: Result) -> str:
    if one.rows is None:
        return "○ not finished"
    return "● nothing" if one.passed else f"▼ {one.rows} rows"
