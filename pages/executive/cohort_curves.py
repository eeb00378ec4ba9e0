"""The curves by months since closure: one line a program, or a closed project, one of them highlighted."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import cohorts, numbers
from data.access import Viewer
from pages.executive import closure_words, common
from pages.executive.common import Record
from pages.shell import choices
from pages.shell.answers import answer
from pages.shell.choices import Choice
from pages.shell.filters import View
from queries import Answer
from queries.closure import Cohorts

BY: Final = {"By program": "program", "By project": "project"}
COLUMNS: Final = ("key", "name", "months", "rate", "planned_text", "realized_text")


def draw(block: tuple[Any, Any], view: View, viewer: Viewer, key: str) -> None:
    """The curves of one currency and price base, and the choice of the one to highlight."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = st.segmented_control(
            "Curves",
            list(BY),
            default="By program",
            required=True,
            key=f"{key}_by",
            bind="query-params",
            label_visibility="collapsed",
        )
        question = Cohorts(
            as_of=view.as_of, case=view.case, program_id=view.program_id, by=BY[by or "By program"]
        )
        rows = common.of_block(answer(question, viewer, view.version).records(), block)
        names = {_key(row): common.named(_name(row), _key(row)) for row in rows}
        wanted = next(iter(names), None)
        if wanted and len(names) > 1:
            known = [Choice(one, name) for one, name in names.items() if one != wanted]
            with st.container(width=280):
                picked = choices.pick(f"{key}_{question.by}", "Highlight", names[wanted], known)
            wanted = picked or wanted
    common.titled(_title(rows, wanted), key, question, view, viewer, ("M21", "M21a"))
    figure = common.figure(_figure, question, viewer, view.version, block=block, wanted=wanted)
    common.chart(figure, key, "Realized of what was due, in percent, by months since closure, gross")
    if rows and rows[0]["of_curves"] > len(names):
        st.caption(
            f"The {len(names)} largest of {rows[0]['of_curves']} curves. A gap is a month nobody measured."
        )
    else:
        st.caption("Each curve adds up since closing. A gap is a month of which nothing was measured.")


def _key(row: Record) -> str:
    return f"{row['program_id']} {row['project_id']}" if row["project_id"] else str(row["program_id"])


def _name(row: Record) -> str:
    return str(row["project"] or row["project_id"] or row["program"] or row["program_id"])


def _title(rows: list[Record], wanted: str | None) -> str:
    known = [row for row in rows if _key(row) == wanted and not numbers.missing(row["rate"])]
    if not known:
        return "What arrived, month by month since closing"
    return closure_words.curve(_name(known[-1]), known[-1]["rate"], known[-1]["months"], common.locale())


def _figure(
    found: Answer, *, block: tuple[Any, Any], wanted: str | None, locale: str, dark: bool
) -> go.Figure:
    currency = block[0] or ""
    curves = pd.DataFrame(
        [
            {
                "key": _key(row),
                "name": _name(row),
                "months": row["months"],
                "rate": row["rate"],
                "planned_text": numbers.money(row["planned"], currency, locale),
                "realized_text": numbers.money(row["realized"], currency, locale),
            }
            for row in common.of_block(found.records(), block)
        ],
        columns=COLUMNS,
    )
    return cohorts.draw(curves, highlighted=wanted, locale=locale, dark=dark)
