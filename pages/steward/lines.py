"""What the lines and years of a form or a business case are, for a person to correct."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from pages.shell.text import plain

READINGS: Final = {"costs": "A cost", "benefits": "A benefit", "": "Not counted"}
_SHOWN: Final = 40  # lines that are shown at once
_WIDTH: Final = 300


def show(state: Mapping[str, Any], sheet: str) -> None:
    """A choice for each line of the sheet, and a text for each of its years."""
    lines = [(at, line) for at, line in enumerate(state["lines"]) if line["sheet"] in ("", sheet)]
    years = [(at, year) for at, year in enumerate(state["years"]) if year["sheet"] == sheet]
    if not lines:
        st.info("No line with amounts was found on this sheet: read it as something else.")
        return
    _years(years, state["round"])
    st.caption("Totals, nets and discounted rows are not counted: their lines are.")
    _side_by_side(lines[:_SHOWN], state["round"])
    if len(lines) > _SHOWN:
        with st.expander(f"{len(lines) - _SHOWN} more lines"):
            _side_by_side(lines[_SHOWN:], state["round"])


def corrected(state: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The lines that somebody corrected, now or before."""
    before = {_key(one): one for one in state["mapping"].get("lines", ())}
    for at, line in enumerate(state["lines"]):
        reads = st.session_state.get(f"line_{state['round']}_{at}", line["reads"])
        if reads != line["reads"]:
            before[_key(line)] = {name: line[name] for name in ("sheet", "label", "nth")} | {"reads": reads}
    return list(before.values())


def dated(state: Mapping[str, Any], table: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The columns of a sheet, with the periods that somebody corrected, now or before."""
    said = {
        year["letters"]: text
        for at, year in enumerate(state["years"])
        if year["sheet"] == table["sheet"]
        and (text := st.session_state.get(f"year_{state['round']}_{at}", year["period"]).strip())
        != year["period"]
    }
    return [{**one, "period": said.get(one["letters"], one["period"])} for one in table["columns"]]


def _key(line: Mapping[str, Any]) -> tuple[str, str, int]:
    return line["sheet"], line["label"], line["nth"]


def _years(years: Sequence[tuple[int, Mapping[str, Any]]], round_: int) -> None:
    if not years:
        return
    with st.expander(f"{len(years)} columns of years"):
        st.caption("As they are read: 2026 is a calendar year, 2026/27 a fiscal one, 2026-04 a month.")
        for at, year in years:
            st.text_input(
                f"Column {year['letters']}: {plain(year['header'])}",
                year["period"],
                key=f"year_{round_}_{at}",
            )


def _side_by_side(lines: Sequence[tuple[int, Mapping[str, Any]]], round_: int) -> None:
    """As many beside one another as there is room for; one below the other on a phone."""
    with st.container(horizontal=True):
        for at, line in lines:
            with st.container(width=_WIDTH, gap="xsmall"):
                _line(at, line, round_)


def _line(at: int, line: Mapping[str, Any], round_: int) -> None:
    choices = list(READINGS)
    st.selectbox(
        f"Row {line['row']}: {plain(line['label'] or 'a row without a name')}",
        choices,
        index=choices.index(line["reads"]),
        format_func=READINGS.__getitem__,
        key=f"line_{round_}_{at}",
    )
    if line["shown"]:
        st.caption(f"Holds: {plain(line['shown'])}")
