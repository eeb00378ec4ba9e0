"""What the cells of a file leave open: order of dates, marks, percent, currency, scale, program."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from data.access import Viewer
from data.ingest.understanding.vocabulary import CURRENCY_CODES
from pages.steward import belonging

_DATES: Final = {
    "": "As the file shows",
    "day first": "Day first: 31/12/2026",
    "month first": "Month first: 12/31/2026",
}
_MARKS: Final = {"": "As the file shows", ".": "Point: 1,234.56", ",": "Comma: 1.234,56"}
_PERCENT: Final = {"": "As the file shows", "percent": "40 is 40%", "share": "0.4 is 40%"}
_SCALES: Final = {
    "": "As the headers say",
    "1": "As written",
    "1000": "Thousands",
    "1000000": "Millions",
    "1000000000": "Billions",
}


def ask(viewer: Viewer, mapping: Mapping[str, Any], number: int) -> dict[str, str]:
    """The options as they are chosen; the mapping's own at first."""
    given: dict[str, str] = {}
    with st.expander("Dates, numbers, currency, program"):
        for name, title, choices in (
            ("date_order", "Dates written as text", _DATES),
            ("decimal_mark", "Numbers written as text", _MARKS),
            ("percent", "Percentages", _PERCENT),
            ("scale", "Amounts are in", _scales(mapping["scale"])),
            (
                "currency",
                "Currency",
                {"": "As the file shows", **{code: code for code in sorted(CURRENCY_CODES)}},
            ),
        ):
            given[name] = _choose(name, title, choices, mapping, number)
        chosen = belonging.program(
            viewer, "Program, where the file names none", f"option_{number}",
            mapping["program_id"], mapping["program"], currency=False,
        )  # fmt: skip
        given |= {"program_id": chosen.program_id, "program": chosen.name}
        given["project_id"] = st.text_input(
            "Project ID, where a row names no project",
            value=mapping["project_id"],
            key=f"option_project_{number}",
        ).strip()
    return given


def _scales(own: str) -> dict[str, str]:
    return _SCALES if own in _SCALES else {**_SCALES, own: f"Times {own}"}


def _choose(
    name: str, title: str, choices: Mapping[str, str], mapping: Mapping[str, Any], number: int
) -> str:
    chosen: str = st.selectbox(
        title,
        list(choices),
        index=list(choices).index(mapping[name]),
        format_func=lambda one: choices[one],
        key=f"option_{name}_{number}",
    )
    return chosen
