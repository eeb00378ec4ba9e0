"""What kinds of files are recognised, and which tables each can fill."""

from collections.abc import Iterable

import streamlit as st

from data.ingest.understanding.profile import profiles
from data.model import BY_NAME, TABLES


def show() -> None:
    """A list to look into before choosing a file."""
    with st.expander("What is recognised, and what it can fill", icon=":material/checklist:"):
        st.caption("A file is recognised by what is in it, not by its name. Others are read with your help.")
        st.dataframe(lines(), hide_index=True)


def lines() -> list[dict[str, str]]:
    """One line a kind of file: its title and the sheets of the Realized workbook it can fill."""
    own = {"Kind of file": "Realized workbook", "Fills": _sheets(table.name for table in TABLES)}
    known = sorted(profiles().values(), key=lambda profile: profile.title.casefold())
    return [own, *({"Kind of file": each.title, "Fills": _sheets(each.feeds)} for each in known)]


def _sheets(names: Iterable[str]) -> str:
    return ", ".join(BY_NAME[name].sheet for name in names)
