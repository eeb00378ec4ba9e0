"""Projects and benefits of a load that may be known under another ID: a person says whether they are."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from data.access import Viewer
from data.errors import RealizedError
from data.store import aliases
from pages.shell.text import plain

_LATER, _SAME, _APART = "Decide later", "The same", "Not the same"
_KINDS: Final = {"project": "project", "benefit": "benefit"}


def answered(links: Sequence[Mapping[str, Any]], viewer: Viewer) -> bool:
    """Ask about each pair; answers whether some were decided now, so that the files are to be read again."""
    if not links:
        return False
    st.subheader("Are these the same?", anchor=False)
    st.markdown(
        "Their IDs differ and their names resemble. Nothing is merged unless you say so; what you say is "
        "kept and used from then on."
    )
    with st.form("same_things", border=True):
        answers = [
            st.radio(
                f"The {_KINDS[link['kind']]} **{plain(link['alias_name'])}** ({plain(link['alias'])}) of "
                f"{plain(link['file'])} and **{plain(link['name'])}** ({plain(link['id'])})",
                (_LATER, _SAME, _APART),
                horizontal=True,
                key=f"same_{link['kind']}_{link['alias']}_{link['id']}",
            )
            for link in links
        ]
        pressed = st.form_submit_button("Use these answers")
    decided = [(link, answer) for link, answer in zip(links, answers, strict=True) if answer != _LATER]
    if not pressed or not decided:
        return False
    try:
        for link, answer in decided:
            aliases.decide(link, answer == _SAME, viewer.name)
    except RealizedError as trouble:
        st.error(plain(trouble))
        return False
    return True
