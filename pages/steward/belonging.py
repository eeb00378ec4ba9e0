"""What the sender says of files as a whole: the program they belong to, and when Year 1 starts."""

from calendar import month_name
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import streamlit as st

from data import store
from data.access import Viewer
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.vocabulary import CURRENCY_CODES
from pages.shell import catalogue, choices
from pages.shell.text import plain

_SAYS_ITSELF, _NEW = "", "+"
_TEXTS: Final = {"sponsor": "Sponsor", "program_manager": "Program manager", "portfolio": "Portfolio"}
_DAYS: Final = {"start": "Start", "end": "End"}
NEEDED: Final = {"program-needed", "program-not-known"}
_UNDATED: Final = "years-undated"


@dataclass(frozen=True)
class Chosen:
    """A program: known, or new with a name and a currency; nothing where the files say it themselves."""

    program_id: str = ""
    name: str = ""
    currency: str = ""
    unfinished: bool = False  # a new one, and what it needs is not all said yet
    more: Mapping[str, str] = field(default_factory=dict)  # what else is said of a new one, by field

    @property
    def new(self) -> dict[str, str] | None:
        if not (self.name and self.currency):
            return None
        return {"name": self.name, "currency": self.currency, **self.more}


def program(
    viewer: Viewer,
    title: str,
    key: str,
    own: str = "",
    name: str = "",
    currency: bool = True,
    nothing: str = "As the files say",
) -> Chosen:
    """A choice among the known programs, a new one, and what the files say; `own` is chosen at first."""
    known = {one.id: choices.named(one.id, one.name).label for one in _known(viewer)}
    options = [_SAYS_ITSELF, *known, _NEW]
    first = own if own in known else _NEW if own else _SAYS_ITSELF
    picked = st.selectbox(
        title,
        options,
        index=options.index(first),
        format_func=lambda one: {_SAYS_ITSELF: nothing, _NEW: "A new program ..."}.get(
            one, known.get(one, one)
        ),
        help="Rows that name a program themselves stay with that one.",
        key=f"{key}_program",
    )
    if picked != _NEW:
        return Chosen(picked)
    return _new(key, own if own not in known else "", name, currency, set(known))


def _new(key: str, own: str, name: str, currency: bool, known: set[str]) -> Chosen:
    called = st.text_input("Name of the new program", value=name, key=f"{key}_name").strip()
    code = _currency(key) if currency else ""
    identity = own if own and called == name else slug(called) if called else ""
    if identity in known:
        st.caption(f"There is a program with the ID {plain(identity)} already: choose it above.")
        return Chosen(unfinished=True)
    if identity:
        st.caption(f"Its ID will be {plain(identity)}.")
    more = _more(key) if currency else {}
    return Chosen(identity, called, code, not identity or (currency and not code), more)


def _more(key: str) -> dict[str, str]:
    """What else the dashboard shows of a program; all of it may be left out."""
    with st.expander("More about it, where you know it"):
        said: dict[str, str] = {
            name: st.text_input(label, key=f"{key}_{name}").strip() for name, label in _TEXTS.items()
        }
        for name, label in _DAYS.items():
            day = st.date_input(label, value=None, format="YYYY-MM-DD", key=f"{key}_{name}",
                                min_value=date(1970, 1, 1), max_value=date(2150, 12, 31))  # fmt: skip
            said[name] = day.isoformat() if isinstance(day, date) else ""
        month = st.selectbox(
            "First month of its fiscal year", ["", *map(str, range(1, 13))],
            format_func=lambda one: month_name[int(one)] if one else "Not said", key=f"{key}_month",
        )  # fmt: skip
    return {name: text for name, text in {**said, "fiscal_year_start_month": month}.items() if text}


def _currency(key: str) -> str:
    chosen: str = st.selectbox(
        "Its reporting currency", ["", *sorted(CURRENCY_CODES)],
        format_func=lambda code: code or "Choose one",
        key=f"{key}_currency",
    )  # fmt: skip
    return chosen


def _known(viewer: Viewer) -> Sequence[catalogue.Entry]:
    current = store.current()
    return catalogue.programs(viewer, current.number) if current else ()


def asks(files: Sequence[Mapping[str, Any]]) -> set[str]:
    """The codes of what these refused files are asked about."""
    codes = {finding["code"] for file in files for finding in file["findings"]}
    return codes & {*NEEDED, _UNDATED}


def ask(viewer: Viewer, codes: set[str], said: Mapping[str, Any]) -> dict[str, Any] | None:
    """The questions that refused files leave open; answers what is said once it is to be used."""
    answer = dict(said)
    ready = True
    with st.container(border=True):
        if codes & NEEDED:
            st.markdown("**Which program do these files belong to?** Nothing in them says it.")
            chosen = program(viewer, "Program", "asked", nothing="Choose a program")
            answer |= {"program_id": chosen.program_id, "program": chosen.new}
            ready = bool(chosen.program_id) and not chosen.unfinished
        if _UNDATED in codes:
            st.markdown("**When does Year 1 start?** The years are numbered, and no line dates them.")
            start = st.date_input("First day of Year 1", value=None, format="YYYY-MM-DD", key="asked_start",
                                  min_value=date(1970, 1, 1), max_value=date(2150, 12, 31))  # fmt: skip
            answer["year_one"] = start.isoformat() if isinstance(start, date) else None
            ready = ready and answer["year_one"] is not None
        if st.button("Check again with this", type="primary", disabled=not ready):
            return answer
    return None
