"""Answers and figures, kept as long as what they depend on stays the same.

A kept answer is shared by everybody with the same scope: never change one.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from data import store
from data.access import Viewer
from data.errors import NoData
from queries import Answer, Question, ask

Key = tuple[str, ...]


def answer(question: Question, viewer: Viewer, version: int | None = None) -> Answer:
    """The answer to a question at a data version (None: the current one). Raises NoData without any."""
    number = _number(version)
    return _answer(_key(question, viewer, number), question, viewer, number)


def figure(
    draw: Callable[..., go.Figure],
    question: Question,
    viewer: Viewer,
    version: int | None = None,
    **options: Any,
) -> go.Figure:
    """`draw(answer, **options)`, drawn once for each answer; options are plain values."""
    number = _number(version)
    name = f"{draw.__module__}.{draw.__qualname__}"
    key = (*_key(question, viewer, number), name, repr(sorted(options.items())))
    return _figure(key, draw, question, viewer, number, options)


def _number(version: int | None) -> int:
    if version is not None:
        return version
    current = store.current()
    if current is None:
        raise NoData
    return current.number


def _key(question: Question, viewer: Viewer, number: int) -> Key:
    """What an answer depends on. The SQL is part of it, so an edited file is answered anew."""
    name = f"{type(question).__module__}.{type(question).__qualname__}"
    sql = sha256(question.sql().encode()).hexdigest()
    scope = "all" if viewer.scope is None else repr(sorted(viewer.scope))
    return name, repr(question), sql, str(number), scope


@st.cache_resource(max_entries=512, show_spinner=False)
def _answer(key: Key, _question: Question, _viewer: Viewer, _number: int) -> Answer:  # noqa: ARG001
    return ask(_question, _viewer, _number)


@st.cache_resource(max_entries=256, show_spinner=False)
def _figure(
    key: Key,  # noqa: ARG001
    _draw: Callable[..., go.Figure],
    _question: Question,
    _viewer: Viewer,
    _number: int,
    _options: dict[str, Any],
) -> go.Figure:
    return _draw(answer(_question, _viewer, _number), **_options)
