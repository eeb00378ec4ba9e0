"""Where does this come from: from a number on screen to its meaning, its SQL, its rows and the cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import streamlit as st

from charts.files import delimited, workbook
from data.access import Viewer
from pages.shell import terms, text, values
from pages.shell.answers import answer
from pages.shell.filters import View
from queries import Question, metrics, provenance

LABEL = "Where from?"
TITLE = "Where does this come from?"
# What a listed cell is a value of, as far as its question says.
_NAMED = {
    "series": "Series",
    "benefit_id": "Benefit",
    "risk": "Risk",
    "project_id": "Project",
    "cost_type": "Cost type",
}


@dataclass(frozen=True)
class _Asked:
    """What the dialog explains."""

    question: Question
    view: View
    viewer: Viewer
    explains: tuple[str, ...]
    project: str | None
    benefit: str | None
    cells: Question | None


def where_from(
    key: str,
    question: Question,
    view: View,
    viewer: Viewer,
    explains: Sequence[str] = (),
    project: str | None = None,
    benefit: str | None = None,
    cells: Question | None = None,
) -> None:
    """The small sign of a tile, chart or table: what it means on hover, its origin and values on a click.

    `key` is unique on the page; `explains` names the metrics shown (M1, M3 ...); `project` or
    `benefit` narrow the cells listed to theirs; `cells` lists them where they are no benefit's values.
    """
    help = _means(tuple(explains))
    if st.button(LABEL, key=f"where_{key}", type="tertiary", icon=":material/info:", help=help):
        _dialog(_Asked(question, view, viewer, tuple(explains), project, benefit, cells))


@cache
def _means(explains: tuple[str, ...]) -> str:
    return "\n\n".join(text.plain(one) for one in (*terms.meanings(explains), TITLE))


@st.dialog(TITLE, width="large")
def _dialog(asked: _Asked) -> None:
    meaning, rows, sql, cells = st.tabs(["What it means", "Values", "SQL", "Cells"])
    with meaning:
        _meaning(asked)
    with rows:
        _rows(asked)
    with sql:
        _sql(asked)
    with cells:
        _cells(asked)


def _meaning(asked: _Asked) -> None:
    st.markdown(f"**{text.plain(asked.question.title())}** {text.plain(asked.question.grain())}")
    for metric in _metrics(asked):
        st.markdown(f"**{text.plain(metric.title)}** · {text.plain(metric.id)}")
        st.text(metric.meaning)
        st.code(metric.formula, language=None, wrap_lines=True)
        st.caption(text.plain(f"Edge cases: {metric.edge_cases}"))


def _sql(asked: _Asked) -> None:
    given: dict[str, Any] = {**asked.question.parameters(), "as_of": asked.view.as_of}
    used = {name: given[name] for name in sorted(asked.question.uses())}
    st.caption(" · ".join(text.plain(f"{name} = {_written(value)}") for name, value in used.items()))
    st.code(asked.question.sql(), language="sql")
    for metric in _metrics(asked):
        st.caption(f"The macro of {text.plain(metric.title)}")
        st.code(metric.sql, language="sql")


def _written(value: object) -> str:
    return "all" if value is None else str(value)


def _metrics(asked: _Asked) -> list[metrics.Metric]:
    known = metrics.describe()
    return [one for name in asked.explains for one in known.values() if name in (one.id, one.macro)]


def _rows(asked: _Asked) -> None:
    """The table behind the figure, to look at and to take along."""
    found = answer(asked.question, asked.viewer, asked.view.version)
    st.caption(f"What the SQL answers, exact. Data version {asked.view.version}.")
    st.dataframe(found.table, hide_index=True, column_config=values.headers(found), placeholder="")
    name = f"{asked.question.name().replace('.', '-')}-v{asked.view.version}"
    with st.container(horizontal=True):
        st.download_button(
            "Values as Excel",
            data=lambda: workbook.workbook_bytes([values.of(found)]),
            file_name=f"{name}.xlsx",
            mime=workbook.TYPE,
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "Values as CSV",
            data=lambda: delimited.csv_bytes(values.of(found)),
            file_name=f"{name}.csv",
            mime=delimited.TYPE,
            on_click="ignore",
            icon=":material/download:",
        )


def _cells(asked: _Asked) -> None:
    """Every value behind the number with the file, sheet and cell it was written in."""
    rows = answer(asked.cells or _values(asked), asked.viewer, asked.view.version).records()
    if not rows:
        st.info("No cell holds a value of this yet.")
        return
    more = (
        f" The first {len(rows):,} of {rows[0]['of_values']:,}." if rows[0]["of_values"] > len(rows) else ""
    )
    st.caption(f"Each value that counts here. Select a row to see its cell as written in the file.{more}")
    picked = st.dataframe(
        [_line(row) for row in rows],
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="where_cells",
    )
    for number in picked.selection.rows:
        _cell(rows[number])


def _values(asked: _Asked) -> provenance.Values:
    question = asked.question
    return provenance.Values(
        as_of=question.as_of or asked.view.as_of,
        case=question.case,
        program_id=question.program_id,
        project_id=asked.project or question.project_id,
        benefit_id=asked.benefit or getattr(question, "benefit_id", None),
    )


def _line(row: dict[str, Any]) -> dict[str, Any]:
    missing = row.get("missing")
    known = {title: row[name] or "" for name, title in _NAMED.items() if name in row}
    if "period_end" in row:
        known["Period end"] = text.day(row["period_end"])
    return known | {
        "Value": text.number(row["value"]) if missing is None else f"not known ({missing})",
        "File": row["file"],
        "Sheet": row["sheet"],
        "Cell": row["cell"] or f"row {row['row']}",
        **({"As written": row["raw"] or ""} if "raw" in row else {}),
    }


def _cell(row: dict[str, Any]) -> None:
    """One cell: where it is, what is written there, what it was read as."""
    with st.container(border=True):
        line = _line(row)
        place = f"{row['file']} · sheet {row['sheet']} · cell {line['Cell']}"
        st.markdown(f"**{text.plain(place)}**")
        if "raw" in row:
            st.code(row["raw"] or "(empty)", language=None, wrap_lines=True)
        st.caption(text.plain(f"Read as {line['Value']}, row {row['row']} of the sheet."))
