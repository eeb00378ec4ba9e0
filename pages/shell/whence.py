"""Where does this come from: from a number on screen to its meaning, its SQL, its rows and the cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from data.access import Viewer
from pages.shell import text
from pages.shell.answers import answer
from pages.shell.filters import View
from queries import Question, metrics, provenance

LABEL = "Where does this come from?"


@dataclass(frozen=True)
class _Asked:
    """What the dialog explains."""

    question: Question
    view: View
    viewer: Viewer
    explains: tuple[str, ...]
    project: str | None
    benefit: str | None


def where_from(
    key: str,
    question: Question,
    view: View,
    viewer: Viewer,
    explains: Sequence[str] = (),
    project: str | None = None,
    benefit: str | None = None,
) -> None:
    """The small button of a tile or chart that opens its origin.

    `key` is unique on the page; `explains` names the metrics shown (M1, M3 ...); `project` or
    `benefit` narrow the cells listed to theirs.
    """
    if st.button(LABEL, key=f"where_{key}", type="tertiary", icon=":material/manage_search:"):
        _dialog(_Asked(question, view, viewer, tuple(explains), project, benefit))


@st.dialog(LABEL, width="large")
def _dialog(asked: _Asked) -> None:
    meaning, sql, rows, cells = st.tabs(["What it means", "SQL", "Rows", "Cells"])
    with meaning:
        _meaning(asked)
    with sql:
        _sql(asked)
    with rows:
        _rows(asked)
    with cells:
        _cells(asked)


def _meaning(asked: _Asked) -> None:
    for name in asked.explains:
        metric = metrics.describe(name)
        st.markdown(f"**{text.plain(metric.title)}** ({text.plain(name)})")
        st.text(metric.meaning)
        st.code(metric.formula, language=None, wrap_lines=True)
    st.caption(text.plain(type(asked.question).__doc__ or ""))


def _sql(asked: _Asked) -> None:
    given: dict[str, Any] = asked.question.parameters()
    st.dataframe(
        [
            {"Parameter": name, "Value": "(default)" if value is None else str(value)}
            for name, value in given.items()
        ],
        hide_index=True,
    )
    st.code(asked.question.sql(), language="sql")


def _rows(asked: _Asked) -> None:
    st.caption(f"What the SQL answers, exactly. Data version {asked.view.version}.")
    st.dataframe(answer(asked.question, asked.viewer, asked.view.version).table, hide_index=True)


def _cells(asked: _Asked) -> None:
    """Every value behind the number with the file, sheet and cell it was written in."""
    question = provenance.Values(
        as_of=asked.view.as_of,
        case=asked.view.case,
        program_id=asked.view.program_id,
        project_id=asked.project,
        benefit_id=asked.benefit,
    )
    values = answer(question, asked.viewer, asked.view.version)
    st.caption("Each value as it was loaded. Select a row to see its cell as it is written in the file.")
    picked = st.dataframe(
        values.table, hide_index=True, on_select="rerun", selection_mode="single-row", key="where_cells"
    )
    for row in picked.selection.rows:
        _cell(values.records()[row])


def _cell(row: dict[str, Any]) -> None:
    st.markdown(
        f"**{text.plain(row['file'])}**, sheet {text.plain(row['sheet'])}, cell {text.plain(row['cell'])}"
    )
    st.code(row["raw"] or "(empty)", language=None, wrap_lines=True)
