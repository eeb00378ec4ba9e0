"""What the executive pages share: figures in the reader's appearance, ratings, ways to other pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from charts import numbers, theme
from pages.shell.text import plain

# A rating is a shape and a word; the colour only repeats them.
RATINGS: Final = {
    "red": ("▼", "Off track", "orange"),
    "amber": ("◆", "At risk", "yellow"),
    "green": ("●", "On track", "blue"),
    "grey": ("○", "Not known", "gray"),
}
ROW_PIXELS: Final = 35


@dataclass(frozen=True)
class Tile:
    """One headline: what it is, the number, and a second line that puts it beside its yardstick."""

    label: str
    value: str
    second: str = ""
    help: str = ""


def dark() -> bool:
    """True when the reader's browser shows the dark appearance."""
    return st.context.theme.type == "dark"


def locale() -> str:
    """The reader's locale, for separators."""
    return numbers.known_locale(st.context.locale)


def chart(figure: go.Figure, key: str, alt: str) -> None:
    """Draw a figure in its own looks; `alt` says in words what it shows."""
    st.plotly_chart(figure, theme=None, config=theme.CONFIG, key=key, alt=alt)


def rating(name: str | None) -> str:
    """`▼ Off track`: the shape and the word of a rating, for tables."""
    shape, word, _ = RATINGS.get(name or "grey", RATINGS["grey"])
    return f"{shape} {word}"


def badge(name: str | None) -> None:
    """The rating as a badge of its own."""
    _, _, colour = RATINGS.get(name or "grey", RATINGS["grey"])
    st.badge(rating(name), color=colour)  # type: ignore[arg-type]


def tile(shown: Tile) -> None:
    """One headline: the number, and below it what to hold it against."""
    st.metric(plain(shown.label), shown.value, help=plain(shown.help) if shown.help else None)
    if shown.second:
        st.caption(plain(shown.second))


def way(page: str, label: str, icon: str | None = None, **ids: str | None) -> None:
    """A link to another page of the menu that keeps the filters; `ids` choose there by id.

    Filters of the sidebar must not be passed: they stay as they are.
    """
    target = st.Page(_elsewhere, title=page, url_path=page)
    chosen = {name: identity for name, identity in ids.items() if identity}
    st.page_link(target, label=plain(label), icon=icon, query_params=chosen or None)


def table(rows: Sequence[dict[str, Any]], key: str, height: int | None = None, **columns: Any) -> None:
    """A table that sorts and searches; text of the workbook is shown as it is."""
    st.dataframe(
        list(rows),
        hide_index=True,
        key=key,
        column_config=columns,
        height=height or "auto",
        placeholder="",
    )


def _elsewhere() -> None:
    """Stands for the page of that address; the menu knows its body."""
