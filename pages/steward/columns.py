"""What the columns of a file mean, for a person to correct: the tables, their headers, every column."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from data.access import Viewer
from data.errors import RealizedError
from data.ingest import meant
from data.ingest.journey import Step
from data.ingest.understanding.mapping import targets
from data.ingest.understanding.mapping.mapping import from_dict
from pages.shell.text import plain
from pages.steward import lines, options

MEANT: Final = "_meant"
_LEFT_OUT, _BESIDE = "Leave this table out", "Keep beside the row"
_SHOWN: Final = 24  # columns that are shown at once


def open_for(number: int, file: Mapping[str, Any], mapping: Mapping[str, Any] | None) -> None:
    """Have the file looked at and open the editor for it; `mapping` is what it was read with."""
    _look(number, file["file"], file["sha256"], mapping, None)


def is_open() -> bool:
    return MEANT in st.session_state


def close() -> None:
    st.session_state.pop(MEANT, None)


def show(viewer: Viewer) -> Mapping[str, Any] | None:
    """The editor; answers the mapping, with the file's number under `file`, once it is to be used."""
    state: dict[str, Any] = st.session_state[MEANT]
    whole = any(targets.whole_profile(one["target"]) for one in state["mapping"].get("tables", ()))
    about = "What the lines of {} are" if whole else "What the columns of {} mean"
    st.subheader(about.format(plain(state["name"])), anchor=False)
    if state["findings"]:
        for finding in state["findings"]:
            st.error(plain(f"{finding['what']} {finding['remedy']}"))
        return None
    mapping = state["mapping"]
    if not mapping["tables"]:
        st.info("No table was found on any sheet. Say below where one is.")
    for number, table in enumerate(mapping["tables"]):
        _table(state, number, table)
    if not whole:
        _add_table(state)
    given = options.ask(viewer, mapping, state["round"])
    if st.button("Update the preview", type="primary", key="update_preview"):
        return _finished(state, {**_as_said(state), **given})
    return None


def _table(state: dict[str, Any], number: int, table: Mapping[str, Any]) -> None:
    key = f"{state['round']}_{number}"
    with st.container(border=True):
        turned = "column" if table["transposed"] else "row"
        st.markdown(f"**Sheet {plain(table['sheet'])}**, header in {turned} {table['header_row']}")
        choices = ["", *targets.readable()]
        st.selectbox(
            "Read as",
            choices,
            index=choices.index(table["target"]),
            format_func=lambda target: targets.title(target) if target else _LEFT_OUT,
            key=f"target_{key}",
        )
        whole = targets.whole_profile(table["target"])
        if not whole:
            with st.expander("The header is somewhere else"):
                _place(state, number, table, key)
        if st.session_state[f"target_{key}"] != table["target"]:
            _look_again(state, number)
        if whole:
            lines.show(state, table["sheet"])
        elif table["target"]:
            _columns(state, number, table, key)


def _place(state: dict[str, Any], number: int, table: Mapping[str, Any], key: str) -> None:
    glimpse = next((one for one in state["sheets"] if one["name"] == table["sheet"]), None)
    if glimpse:
        st.dataframe(
            [{"Row": row["row"], **_lettered(row["cells"])} for row in glimpse["rows"]],
            hide_index=True,
            height=240,
        )
    names = [one["name"] for one in state["sheets"]]
    st.selectbox("Sheet", names, index=names.index(table["sheet"]), key=f"sheet_{key}")
    with st.container(horizontal=True):
        st.number_input("Header in row", 1, value=table["header_row"], key=f"row_{key}")
        st.number_input("Rows of the header", 1, 3, value=table["header_rows"], key=f"rows_{key}")
    st.checkbox("One record in each column", value=table["transposed"], key=f"turned_{key}")
    if st.button("Look there", key=f"look_{key}"):
        _look_again(state, number)


def _lettered(cells: Sequence[str]) -> dict[str, str]:
    letters = [chr(65 + at) if at < 26 else f"A{chr(39 + at)}" for at in range(len(cells))]
    return dict(zip(letters, cells, strict=True))


def _columns(state: dict[str, Any], number: int, table: Mapping[str, Any], key: str) -> None:
    """A choice for each column; the columns of periods that say the same share one."""
    known = targets.roles(table["target"])
    samples = state["samples"][number] if number < len(state["samples"]) else {}
    singles = [at for at, column in enumerate(table["columns"]) if not column["period"]]
    for group in _groups(table):
        _period_group(table, group, f"{key}_{group[0]}")
    for at in singles[:_SHOWN]:
        _column(table["columns"][at], known, samples, f"{key}_{at}")
    if len(singles) > _SHOWN:
        with st.expander(f"{len(singles) - _SHOWN} more columns"):
            for at in singles[_SHOWN:]:
                _column(table["columns"][at], known, samples, f"{key}_{at}")


def _column(
    column: Mapping[str, Any], known: Mapping[str, str], samples: Mapping[str, Any], key: str
) -> None:
    choices = ["", *known]
    seen = ", ".join(samples.get(column["letters"], [])) or "empty"
    st.selectbox(
        f"{column['letters']}: {plain(column['header'])}{_how_sure(column)}",
        choices,
        index=choices.index(column["means"]),
        format_func=lambda role: known[role] if role else _BESIDE,
        key=f"means_{key}",
    )
    st.caption(f"Holds: {plain(seen)}")


def _groups(table: Mapping[str, Any]) -> list[list[int]]:
    """The columns of periods by what they measure now, in their order."""
    found: dict[str, list[int]] = {}
    for at, column in enumerate(table["columns"]):
        if column["period"]:
            found.setdefault(column["means"], []).append(at)
    return list(found.values())


def _period_group(table: Mapping[str, Any], group: list[int], key: str) -> None:
    first, last = table["columns"][group[0]], table["columns"][group[-1]]
    known = targets.roles(table["target"])
    choices = ["", *targets.values(table["target"])]
    span = f"{plain(first['header'])} to {plain(last['header'])}"
    st.selectbox(
        f"{len(group)} columns of periods, {span}{_how_sure(first)}",
        choices,
        index=choices.index(first["means"]),
        format_func=lambda role: known[role] if role else _BESIDE,
        key=f"means_{key}",
    )


def _how_sure(column: Mapping[str, Any]) -> str:
    if not column["means"] or column["confidence"] >= 0.9:
        return ""
    return " (likely)" if column["confidence"] >= 0.6 else " (a guess: please look)"


def _add_table(state: dict[str, Any]) -> None:
    names = [one["name"] for one in state["sheets"]]
    with st.expander("There is another table"):
        key = f"{state['round']}_new"
        st.selectbox("Sheet", names, key=f"sheet_{key}")
        with st.container(horizontal=True):
            st.number_input("Header in row", 1, key=f"row_{key}")
            st.number_input("Rows of the header", 1, 3, key=f"rows_{key}")
        if st.button("Add it", key=f"add_{key}"):
            table = {
                "sheet": st.session_state[f"sheet_{key}"],
                "header_row": st.session_state[f"row_{key}"],
                "header_rows": st.session_state[f"rows_{key}"],
                "target": "",
                "columns": [],
            }
            mapping = _as_said(state)
            mapping["tables"] = [*mapping["tables"], table]
            _look(state["file"], state["name"], state["sha256"], mapping, len(mapping["tables"]) - 1)


def _as_said(state: Mapping[str, Any]) -> dict[str, Any]:
    """The mapping as the widgets of the editor say it now."""
    tables = []
    for number, table in enumerate(state["mapping"]["tables"]):
        if targets.whole_profile(table["target"]):
            tables.append({**table, "columns": lines.dated(state, table)})
            continue
        key = f"{state['round']}_{number}"
        groups = {at: group[0] for group in _groups(table) for at in group} if table["target"] else {}
        columns = [
            {**column, "means": st.session_state.get(f"means_{key}_{groups.get(at, at)}", column["means"])}
            for at, column in enumerate(table["columns"])
        ]
        tables.append({**table, "columns": columns})
    return {**state["mapping"], "tables": tables, "lines": lines.corrected(state)}


def _finished(state: Mapping[str, Any], mapping: dict[str, Any]) -> dict[str, Any] | None:
    try:
        from_dict(mapping)
    except RealizedError as trouble:
        st.error(plain(trouble))
        return None
    return {"file": state["file"], "mapping": mapping}


def _look_again(state: dict[str, Any], number: int) -> None:
    """Propose one table anew from where its header is said to be."""
    key = f"{state['round']}_{number}"
    mapping = _as_said(state)
    table = mapping["tables"][number]
    changed = {
        "sheet": st.session_state.get(f"sheet_{key}", table["sheet"]),
        "header_row": st.session_state.get(f"row_{key}", table["header_row"]),
        "header_rows": st.session_state.get(f"rows_{key}", table["header_rows"]),
        "transposed": st.session_state.get(f"turned_{key}", table["transposed"]),
        "target": st.session_state[f"target_{key}"],
    }
    mapping["tables"] = [
        {**one, **changed, "columns": []} if at == number else one for at, one in enumerate(mapping["tables"])
    ]
    if not changed["target"] and changed["header_row"] == table["header_row"]:
        st.session_state[MEANT] = {**state, "mapping": mapping, "round": state["round"] + 1}
        st.rerun()
    _look(state["file"], state["name"], state["sha256"], mapping, number)


def _look(number: int, name: str, sha256: str, mapping: Mapping[str, Any] | None, table: int | None) -> None:
    bar = st.progress(0.0, text="Looking at the columns")

    def on_step(step: Step) -> None:
        bar.progress(step.share, text="Looking at the columns")

    try:
        found = meant.of_kept(sha256, name, mapping, table, on_step)
    except (RealizedError, OSError) as trouble:
        bar.empty()
        st.error(plain(trouble))
        return
    before = st.session_state.get(MEANT, {"round": 0})
    st.session_state[MEANT] = {
        "file": number,
        "name": name,
        "sha256": sha256,
        "round": before["round"] + 1,
        **vars(found),
    }
    st.rerun()
