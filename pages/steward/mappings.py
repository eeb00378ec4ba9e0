"""Mappings: what the columns of a layout mean, and which IDs are the same, as people decided."""

from typing import Any, Final

import streamlit as st

from data import store
from data.access import Viewer
from data.errors import RealizedError
from data.ingest.understanding.mapping import mapping as made
from data.ingest.understanding.mapping.targets import roles, title
from data.store import aliases, mappings
from data.store.aliases import Alias
from data.store.mappings import Kept
from pages.shell import links
from pages.shell.answers import answer
from pages.shell.text import plain
from pages.steward import by_hand
from pages.steward.lines import READINGS
from queries.catalogue import Things

_DONE: Final = "_mapping_done"


def show(viewer: Viewer) -> None:
    st.title("Mappings", anchor=False)
    st.caption(
        "What somebody said about a file's columns is kept for its layout and used for the next file of it. "
        "Taking a decision back changes nothing that has been loaded."
    )
    if done := st.session_state.pop(_DONE, None):
        st.success(plain(done))
    kept = mappings.kept()
    if not kept:
        st.markdown("**No mapping is kept yet.** Upload a file and say what its columns mean.")
        links.link("Upload a file", "upload", ":material/upload_file:")
    for one in kept:
        _mapping(one, viewer)
    _import(viewer)
    _same(viewer)


def _mapping(one: Kept, viewer: Viewer) -> None:
    read = [table for table in one.content["tables"] if table["target"]]
    targets = ", ".join(dict.fromkeys(title(table["target"]) for table in read))
    with st.expander(f"{plain(one.name)}: {targets}"):
        st.caption(f"Kept by {plain(one.by)} on {plain(one.at[:10])}")
        if columns := [_column(table, column) for table in read for column in table["columns"]]:
            st.dataframe(columns, hide_index=True)
        if lines := one.content.get("lines"):
            st.dataframe([_line(line) for line in lines], hide_index=True)
        if options := _options(one.content):
            st.caption(plain(options))
        new = st.text_input("Name", value=one.name, key=f"name_{one.fingerprint}")
        with st.container(horizontal=True):
            if st.button("Rename", key=f"rename_{one.fingerprint}", disabled=new.strip() in ("", one.name)):
                _do(lambda: f"Renamed to {mappings.rename(one.name, new, viewer.name)}.")
            st.download_button(
                "Export",
                data=lambda: made.to_toml(made.from_dict(one.content)).encode(),
                file_name=f"{_safe(one.name)}.toml",
                mime="application/toml",
                on_click="ignore",
                icon=":material/download:",
                key=f"export_{one.fingerprint}",
            )
            with st.popover("Delete"):
                st.markdown("Files of this layout will be asked about again.")
                if st.button("Delete this mapping", key=f"delete_{one.fingerprint}"):
                    _do(lambda: f"Deleted {one.name}.", lambda: mappings.delete(one.name, viewer.name))


def _column(table: dict[str, Any], column: dict[str, Any]) -> dict[str, str]:
    means = roles(table["target"]).get(column["means"], "")
    return {
        "Sheet": table["sheet"],
        "Read as": title(table["target"]),
        "Column": column["letters"],
        "Header in the file": column["header"],
        "Means": means or "kept beside the row",
        "Period": column["period"],
    }


def _line(line: dict[str, Any]) -> dict[str, str]:
    return {"Sheet": line["sheet"], "Line": line["label"], "Read as": READINGS[line["reads"]]}


def _options(content: dict[str, Any]) -> str:
    told = {
        "program_id": "program", "project_id": "project", "currency": "currency", "scale": "amounts times",
        "date_order": "dates", "decimal_mark": "decimal mark", "percent": "percentages as",
    }  # fmt: skip
    return "; ".join(f"{words} {content[name]}" for name, words in told.items() if content.get(name))


def _import(viewer: Viewer) -> None:
    with st.expander("Import a mapping"):
        file = st.file_uploader("A mapping as TOML, exported here or elsewhere", type=("toml",))
        if file and st.button("Keep it"):
            _do(lambda: f"Kept as {_keep(file.getvalue(), viewer)}.")


def _keep(content: bytes, viewer: Viewer) -> str:
    read = made.from_toml(content.decode("utf-8", "replace"))
    return mappings.keep(read.as_dict(), read.name, viewer.name)


def _same(viewer: Viewer) -> None:
    st.subheader("The same under another ID", anchor=False)
    _by_hand(viewer)
    known = aliases.decided()
    if not known:
        st.markdown("Nothing has been decided yet. The upload asks when names of different sources resemble.")
        return
    picked = st.dataframe(
        [_alias(one) for one in known],
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="aliases_table",
    )
    if not picked.selection.rows:
        st.caption("Select a decision to take it back.")
    elif st.button("Take this decision back"):
        one = known[picked.selection.rows[0]]
        _do(
            lambda: f"{one.alias} is asked about again.",
            lambda: aliases.forget(one.kind, one.alias, one.id, viewer.name),
        )


def _by_hand(viewer: Viewer) -> None:
    """Say it of any two that are known; the file of the first is read so when it comes next."""
    asked = st.query_params.get("same", "")  # what a page that lists it says of one: project:SHOP
    opened = st.toggle("Say that two IDs are the same", bool(asked), key="mappings_by_hand")
    if store.current() is None or not opened:
        return
    things = [one for one in answer(Things(), viewer).records() if one["kind"] != "program"]
    if said := by_hand.linked(things, things, viewer, "mappings", asked):
        st.session_state[_DONE] = (
            f"{said['name'] or said['id']} is read as the other from now on. To use it for what is loaded, "
            "upload its file once more and let it be read again."
        )
        st.rerun()


def _alias(one: Alias) -> dict[str, str]:
    return {
        "What": one.kind,
        "Name in the file": one.alias_name,
        "ID in the file": one.alias,
        "Decided": "is the same as" if one.same else "is not the same as",
        "Name": one.name,
        "ID": one.id,
        "By": one.by,
        "On": one.at[:10],
    }


def _do(said: Any, first: Any = None) -> None:
    """Do it and say so on the next run; a refusal is shown instead."""
    try:
        if first:
            first()
        st.session_state[_DONE] = said()
    except RealizedError as trouble:
        st.error(plain(trouble))
        return
    st.rerun()


def _safe(name: str) -> str:
    return (
        "".join(letter if letter.isalnum() or letter in " -_" else "_" for letter in name)[:60] or "mapping"
    )
