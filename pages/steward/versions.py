"""Versions: which data has been loaded, which of it is shown, and the way back."""

from typing import Any

import streamlit as st

from data import store
from data.access import Viewer
from data.errors import NoData
from data.store import Version
from pages.shell import links, text
from pages.steward import refused, understood

_RESTORED = "_restored"


def show(viewer: Viewer) -> None:
    st.title("Versions", anchor=False)
    current = store.current()
    if current is None:
        refused.show()
        raise NoData
    st.caption(
        "Every load is a version of its own and stays. Going back to an earlier one deletes nothing, "
        "and going forward again is possible."
    )
    _say_what_happened()
    if current.fallback_from is not None:
        st.error(
            f"Version {current.fallback_from} cannot be opened; version {current.number} is shown instead. "
            "Restore its file from a backup, or make another version current."
        )
    known = sorted(store.versions(), key=lambda version: version.number, reverse=True)
    chosen = _table(known, current.number)
    _as_known(known)
    if chosen is not None:
        _one(chosen, current, viewer)
    refused.show()


def _table(known: list[Version], current: int) -> Version | None:
    """All versions, newest first; answers the one selected."""
    picked = st.dataframe(
        [_row(version, current) for version in known],
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="versions_table",
        column_config={"Version": st.column_config.NumberColumn(width="small", pinned=True)},
    )
    if not picked.selection.rows:
        st.caption("Select a version to look at it or to make it current.")
        return None
    return known[picked.selection.rows[0]]


def _as_known(known: list[Version]) -> None:
    """The way to what everybody saw on an earlier day."""
    first = known[-1].loaded_at.date()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day = st.date_input(
            "As known on", value=None, min_value=first, help="What the dashboard showed on that day."
        )
        if day is not None:
            version = store.known_on(day)
            st.link_button(
                f"Look at version {version.number}, known on {text.day(day)}",
                links.address("overview", {"v": str(version.number)}),
                icon=":material/history:",
            )


def _row(version: Version, current: int) -> dict[str, Any]:
    files = ", ".join(file.name for file in version.files)
    return {
        "Version": version.number,
        "Shown": "current" if version.number == current else "",
        "Status date": text.day(version.as_of, "not known"),
        "Loaded": text.moment(version.loaded_at),
        "By": version.loaded_by,
        "Files": files,
        "Made on": f"version {version.base}" if version.base else "",
        "Why": "" if version.reason == files else version.reason,
    }


def _one(version: Version, current: Version, viewer: Viewer) -> None:
    with st.container(border=True):
        st.markdown(f"**Version {version.number}**, status date {text.day(version.as_of, 'not known')}")
        st.dataframe(
            [
                {"File": file.name, "Read as": understood.in_words(file.source), "SHA-256": file.sha256}
                for file in version.files
            ],
            hide_index=True,
        )
        st.link_button(
            f"Look at version {version.number}",
            links.address("overview", {"v": str(version.number)}),
            icon=":material/visibility:",
        )
        if version.number != current.number:
            st.link_button(
                f"What changed from version {version.number} to version {current.number}",
                links.address("changes", {"v": str(current.number), "against": f"v{version.number}"}),
                icon=":material/difference:",
            )
        if version.number != current.number:
            _restore(version, current, viewer)


def _restore(version: Version, current: Version, viewer: Viewer) -> None:
    with st.form(f"restore_{version.number}", border=False):
        reason = st.text_input("Why", placeholder="for example: the July file had last year's forecast")
        sure = st.checkbox(
            f"Everybody sees version {version.number} instead of version {current.number} from now on."
        )
        pressed = st.form_submit_button(f"Make version {version.number} current")
    if not pressed:
        return
    if not sure:
        st.warning("Tick the box to confirm.")
        return
    store.restore(version.number, viewer, reason)
    st.session_state[_RESTORED] = (version.number, current.number)
    st.rerun()


def _say_what_happened() -> None:
    done = st.session_state.pop(_RESTORED, None)
    if done:
        st.success(f"Version {done[0]} is current; it was version {done[1]} before.")
