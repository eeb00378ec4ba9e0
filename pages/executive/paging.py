"""Long tables a page at a time: only what is shown is asked for and sent."""

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from data.access import Viewer
from pages.shell.answers import answer
from queries import Question

Record = dict[str, Any]
PER_PAGE: Final = 200


def rows(question: Question, key: str, viewer: Viewer, version: int) -> list[Record]:
    """The rows of the page that the reader turned to; the control is drawn where there are several.

    The question takes `rows` and `skip`, and each row of its answer says how many `matches` there are.
    """
    first = _page(question, 1, viewer, version)
    pages = -(-first[0]["matches"] // PER_PAGE) if first else 0
    page = st.pagination(pages, key=key, bind="query-params") if pages > 1 else 1
    return first if page == 1 else _page(question, page, viewer, version)


def _page(question: Question, number: int, viewer: Viewer, version: int) -> list[Record]:
    asked = replace(question, rows=PER_PAGE, skip=(number - 1) * PER_PAGE)  # type: ignore[call-arg]
    return answer(asked, viewer, version).records()
