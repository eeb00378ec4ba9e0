"""Answers and figures, kept as long as what they depend on stays the same.

A kept answer is shared by everybody with the same scope: never change one. Streamlit's own cache does
the same and takes a tenth of a rerun to find its keys; here a key is the question itself.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path
from threading import Condition
from typing import Any, Final

import plotly.graph_objects as go
import pyarrow.compute as compute
from cachetools import LRUCache, cached

from charts.kept import Kept
from data import store
from data.access import Viewer
from data.errors import NoData
from data.settings import home
from queries import Answer, Question, ask

_ANSWERS: Final[LRUCache[Hashable, Answer]] = LRUCache(maxsize=512)
_PARTS: Final[LRUCache[Hashable, Answer]] = LRUCache(maxsize=256)
_FIGURES: Final[LRUCache[Hashable, go.Figure]] = LRUCache(maxsize=256)


def answer(question: Question, viewer: Viewer, version: int | None = None) -> Answer:
    """The answer to a question at a data version (None: the current one). Raises NoData without any."""
    number = _number(version)
    if question.apart and question.program_id is not None and question.project_id is None:
        return _part(home(), question, viewer, number)
    return _answer(home(), question, viewer, number)


def figure(
    draw: Callable[..., go.Figure],
    question: Question,
    viewer: Viewer,
    version: int | None = None,
    **options: Any,
) -> go.Figure:
    """`draw(answer, **options)`, drawn once for each answer; options are plain values."""
    return _figure(home(), draw, question, viewer, _number(version), options)


def forget() -> None:
    """Answer and draw everything anew."""
    _ANSWERS.clear()
    _PARTS.clear()
    _FIGURES.clear()


def _number(version: int | None) -> int:
    if version is not None:
        return version
    current = store.current()
    if current is None:
        raise NoData
    return current.number


# With a condition whoever asks the same meanwhile waits for the first one's answer.
@cached(_ANSWERS, condition=Condition())
def _answer(kept_in: Path, question: Question, viewer: Viewer, number: int) -> Answer:  # noqa: ARG001
    return ask(question, viewer, number)


@cached(_PARTS, condition=Condition())
def _part(kept_in: Path, question: Question, viewer: Viewer, number: int) -> Answer:
    """The rows of one program from the answer about all: so nobody waits for the next program's."""
    whole = _answer(kept_in, replace(question, program_id=None), viewer, number)
    mine = whole.table.filter(compute.equal(whole.table["program_id"], question.program_id))
    if not mine.num_rows:  # a program without any, or one that is not there, which asking says
        return ask(question, viewer, number)
    return replace(whole, question=question, table=mine)


def _drawn(
    kept_in: Path,
    draw: Callable[..., go.Figure],
    question: Question,
    viewer: Viewer,
    number: int,
    options: dict[str, Any],
) -> Hashable:
    return kept_in, draw, question, viewer, number, repr(sorted(options.items()))


@cached(_FIGURES, key=_drawn, condition=Condition())
def _figure(
    kept_in: Path,  # noqa: ARG001
    draw: Callable[..., go.Figure],
    question: Question,
    viewer: Viewer,
    number: int,
    options: dict[str, Any],
) -> go.Figure:
    return Kept(draw(answer(question, viewer, number), **options))
