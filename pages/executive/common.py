"""What the executive pages share: figures in the reader's appearance, ratings, ways to other pages."""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from charts import numbers, theme
from data.access import Viewer
from pages.executive import tables
from pages.executive.tables import date_column, money_column, months_column, rate_column
from pages.shell import answers, catalogue, whence
from pages.shell.filters import View
from pages.shell.text import JOINER, plain
from queries import Question
from queries.overview import Headline

__all__ = ["date_column", "money_column", "months_column", "rate_column"]

# A rating is a shape and a word; the colour only repeats them.
RATINGS: Final = {
    "red": ("▼", "Off track", "orange"),
    "amber": ("◆", "At risk", "yellow"),
    "green": ("●", "On track", "blue"),
    "grey": ("○", "Not known", "gray"),
}
Record = dict[str, Any]
ROWS_SHOWN: Final = 20
TALLEST: Final = 700  # pixels


@dataclass(frozen=True)
class Tile:
    """One headline: what it is, the number, and a second line that puts it beside its yardstick."""

    label: str
    value: str
    second: str = ""
    help: str = ""


def said(text: object) -> str:
    """`plain` for our own sentences: a number keeps its unit and its sign at the end of a line."""
    kept = "\u00a0".join(plain(piece) for piece in str(text).split("\u00a0"))
    return kept.replace(numbers.MINUS, numbers.MINUS + JOINER)


def dark() -> bool:
    """True when the reader's browser shows the dark appearance."""
    return st.context.theme.type == "dark"


def phone() -> bool:
    """True when the reader's browser says that it is a phone's; how wide its window is it does not say."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


# Files are written apart from the reader's session, which knows the locale.
WRITTEN_IN: Final[ContextVar[str | None]] = ContextVar("written_in", default=None)


def locale() -> str:
    """The reader's locale, for separators."""
    return numbers.known_locale(WRITTEN_IN.get() or st.context.locale)


def chart(figure: go.Figure, key: str, alt: str) -> None:
    """Draw a figure in its own looks; `alt` says in words what it shows."""
    st.plotly_chart(figure, theme=None, config=theme.CONFIG, key=key, alt=alt)


def figure(draw: Any, question: Question, viewer: Viewer, version: int, **options: Any) -> go.Figure:
    """`draw(answer, **options)` in the reader's appearance and locale, drawn once for all who share them."""
    return answers.figure(draw, question, viewer, version, locale=locale(), dark=dark(), **options)


def rating(name: str | None) -> str:
    """`▼ Off track`: the shape and the word of a rating, for tables."""
    shape, word, _ = RATINGS.get(name or "grey", RATINGS["grey"])
    return f"{shape} {word}"


def badge(name: str | None, driver: str | None = None) -> None:
    """The rating as a badge of its own, with what drives it: `▼ Off track: late and lost`."""
    _, _, colour = RATINGS.get(name or "grey", RATINGS["grey"])
    because = f": {driver}" if driver and name in ("red", "amber") else ""
    st.badge(rating(name) + because, color=colour)  # type: ignore[arg-type]


def titled(
    title: str,
    key: str,
    question: Question,
    view: View,
    viewer: Viewer,
    explains: Sequence[str] = (),
    level: int = 3,
    **narrowed: Any,
) -> None:
    """The finding above a chart or table, with the way to its origin and values at the end of the line.

    `narrowed` is `project`, `benefit` or `cells`, as for `where_from`.
    """
    with st.container(horizontal=True, wrap=False, vertical_alignment="bottom", gap="small"):
        st.markdown(f"{'#' * level} {said(title)}", width="stretch")
        whence.where_from(key, question, view, viewer, explains, **narrowed)


def tile(shown: Tile) -> None:
    """One headline: the number, and below it what to hold it against."""
    st.metric(said(shown.label), said(shown.value), help=plain(shown.help) if shown.help else None)
    if shown.second:
        st.caption(said(shown.second))


def table(
    rows: Sequence[dict[str, Any]],
    key: str,
    alt: str = "",
    on_select: Callable[[int], None] | None = None,
    row_height: int | None = None,
    **columns: Any,
) -> None:
    """A table that sorts and searches; text of the workbook is shown as it is.

    Amounts of a million and more are shown in thousands, and the header says so. `on_select` gets
    the number of the row that the reader chose.
    """
    rows, settings = tables.fitted(rows, columns)
    if phone():
        settings, row_height = tables.on_a_phone(settings, row_height)
    chosen: dict[str, Any] = {}
    if on_select:
        chosen = {"selection_mode": "single-row", "on_select": partial(_picked, key, on_select)}
    st.dataframe(
        tables.columnar(rows),
        hide_index=True,
        key=key,
        column_config=settings,
        height="content" if len(rows) <= ROWS_SHOWN else TALLEST,
        row_height=row_height,
        placeholder="",
        alt=alt or None,
        **chosen,
    )


def _picked(key: str, then: Callable[[int], None]) -> None:
    for number in st.session_state[key]["selection"]["rows"]:
        then(number)


def named(name: str | None, identity: str) -> str:
    """`Claims platform (P1)`: never an id alone when there is a name."""
    return f"{name} ({identity})" if name and name != identity else identity


def coverage(view: View, viewer: Viewer) -> float | None:
    """The coverage of all that is shown, for the line under a title; None with several currencies or none."""
    question = Headline(as_of=view.as_of, case=view.case, program_id=view.program_id)
    groups = answers.answer(question, viewer, view.version).records()
    return groups[0]["gross_coverage"] if len(groups) == 1 else None


def program_names(viewer: Viewer, version: int) -> dict[str, str]:
    """The names of the programs, by id."""
    return {entry.id: entry.name for entry in catalogue.programs(viewer, version)}


def amount(value: Any) -> float | None:
    """An amount for the cell of a sortable table: cents below a thousand only, missing stays missing."""
    if numbers.missing(value):
        return None
    return round(float(value), 2 if abs(value) < 1000 else 0)


def blocks(records: Sequence[dict[str, Any]]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Records by (currency, price base), in the order in which they come: amounts of two are never added."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for record in records:
        found.setdefault((record["currency"] or "", record["price_base"] or ""), []).append(record)
    return found


def of_block(rows: Sequence[dict[str, Any]], block: tuple[Any, Any]) -> list[dict[str, Any]]:
    """The records of one (currency, price base)."""
    return [row for row in rows if (row["currency"], row["price_base"]) == block]


def block_name(block: tuple[str, str]) -> str:
    """`EUR, real 2024 prices`, as the workbook says it."""
    return ", ".join(part for part in block if part) or "No currency given"


def unmeasured(record: dict[str, Any], side: str = "") -> bool:
    """True when values are due and none was measured: what was realized is then unknown, not zero."""
    due, done = record[f"{side}due_cells"], record[f"{side}measured_cells"]
    return bool(due) and not done and not record[f"{side}realized_to_date"]


def facts(known: dict[str, str]) -> None:
    """Names and values side by side, three columns on a wide screen, one or two on a phone."""
    with st.grid(3, min_column_width=150):
        for name, value in known.items():
            with st.container(gap=None):
                st.caption(plain(name))
                st.markdown(said(value))
