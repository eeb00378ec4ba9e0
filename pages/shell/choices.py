"""One filter: a choice by id that lives in the address, and what becomes of an address that does not fit."""

import calendar
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st
from streamlit.errors import StreamlitAPIException

from pages.shell.text import plain

_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
_NOTICES = "_unknown_in_link"


@dataclass(frozen=True)
class Choice:
    """One option: the id that is kept, the label that is shown and written into the address."""

    id: str
    label: str


def named(identity: str, name: str | None) -> Choice:
    """The choice of a named thing: Claims (PRG-A)."""
    return Choice(identity, f"{name} ({identity})" if name and name != identity else identity)


def pick(key: str, title: str, default: str, known: Sequence[Choice], help: str | None = None) -> str | None:
    """A filter bound to the address under `key`; answers the id chosen, None for the default.

    Must be drawn in every run of a page that reads it. A label that was renamed is found again by
    the id in its brackets; what is not in the data is said once and replaced by the default.
    """
    labels = {choice.id: choice.label for choice in known}
    _from_address(key, title, labels)
    st.selectbox(
        title,
        ["", *labels],
        format_func=lambda identity: labels.get(identity, default),
        key=key,
        help=help,
        bind="query-params",
    )
    return chosen(key)


def chosen(key: str) -> str | None:
    """The id that the filter `key` holds; None for its default."""
    return st.session_state.get(key) or None


def held(key: str) -> list[str]:
    """The ids that the filter `key` or the address may mean, before the filter is drawn."""
    written = [st.query_params.get(key), st.session_state.get(key)]
    bracketed = [_IN_BRACKETS.search(one) for one in written if one]
    return [one for one in written if one] + [one[1] for one in bracketed if one]


def resolve(written: str, labels: dict[str, str]) -> str | None:
    """The id that an address means: its label, the id itself, or the id in an older label's brackets."""
    for identity, label in labels.items():
        if written in (label, identity):
            return identity
    bracketed = _IN_BRACKETS.search(written)
    return bracketed[1] if bracketed and bracketed[1] in labels else None


def notices() -> list[str]:
    """What the address asked for and the data does not have, as sentences."""
    unknown: dict[str, tuple[str, str]] = st.session_state.get(_NOTICES, {})
    return [
        f"This link names a {plain(title.lower())} that is not in the data: {plain(written)}. "
        "You see the page without it."
        for key, (title, written) in unknown.items()
        if chosen(key) is None
    ]


def forget_notices() -> None:
    st.session_state.pop(_NOTICES, None)


def month_ends(first: date, last: date) -> list[date]:
    """The ends of the months from `first` to `last`, newest first; `last` itself is one of them."""
    days = [last]
    year, month = last.year, last.month
    while (year, month) > (first.year, first.month):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        days.append(date(year, month, calendar.monthrange(year, month)[1]))
    return days


def asked_day(key: str) -> date | None:
    """The date that the address or the filter holds under `key`: 2025-03-31 or 31 Mar 2025."""
    for written in (st.query_params.get(key), st.session_state.get(key)):
        for pattern in ("%Y-%m-%d", "%d %b %Y"):
            with suppress(ValueError):
                return datetime.strptime(written or "", pattern).replace(tzinfo=UTC).date()
    return None


def _from_address(key: str, title: str, labels: dict[str, str]) -> None:
    """Turn an id or an older label in the address into today's choice.

    Streamlit drops from the address what is no label of today; so the address is put right, and
    the script run again, before the widget reads it.
    """
    written = st.query_params.get(key)
    if not written or written in labels.values():
        return
    identity = resolve(written, labels)
    if identity is None:
        st.session_state.setdefault(_NOTICES, {})[key] = (title, written)
        return
    try:
        st.query_params[key] = labels[identity]
    except StreamlitAPIException:  # the widget has been on this page before: it writes its value itself
        st.session_state[key] = identity
    else:
        st.rerun()
