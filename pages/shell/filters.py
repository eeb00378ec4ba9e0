"""Filters that live in the link: what a page shows is what its address says.

A choice's label ends with its id, because Streamlit writes labels into the address: a link made
before a rename still finds its program. The first option is always the default, never a real
choice, because Streamlit leaves defaults out of the address.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

import streamlit as st

from charts import numbers
from data import store
from data.access import Viewer
from data.errors import NoData, NothingKnown
from pages.shell import catalogue, choices
from pages.shell.choices import Choice
from pages.shell.terms import TERMS

ORIGINAL, CURRENT = "original", "current"
_DAY = "_known_on_day"


@dataclass(frozen=True)
class View:
    """What a page shows, with every default resolved: plain values only.

    version   the data version's number; `latest` where the address names none
    as_of     the status date; `as_loaded` where the address names none; None: the version has none
    case      original or current
    program_id  None for all programs; `program` is its name
    """

    version: int
    as_of: date | None
    case: str = ORIGINAL
    program_id: str | None = None
    program: str | None = None
    latest: bool = True
    as_loaded: bool = True


def show(viewer: Viewer) -> None:
    """Draw the filters into the sidebar. Raises NoData while nothing is loaded."""
    with st.sidebar:
        above = st.container()
        number = _version()  # first, because the other filters' options come from it
    with above:
        choices.pick("program", "Program", "All programs", _programs(viewer, number), TERMS["program"])
        version = store.version(number)
        loaded = f"As loaded ({numbers.day(version.as_of)})" if version.as_of else "As loaded"
        choices.pick(
            "as_of", "Status date", loaded, _dates(viewer, number, version.as_of), TERMS["status date"]
        )
        choices.pick(
            "case",
            "Business case",
            "Original case",
            [Choice(CURRENT, "Current case")],
            TERMS["business case"],
        )


def view(viewer: Viewer) -> View:
    """What the filters say now. Raises NoData while nothing is loaded."""
    current = store.current()
    if current is None:
        raise NoData
    asked = choices.chosen("v")
    version = store.version(int(asked[1:])) if asked else current
    as_of = choices.chosen("as_of")
    program_id = choices.chosen("program")
    return View(
        version=version.number,
        as_of=date.fromisoformat(as_of) if as_of else version.as_of,
        case=choices.chosen("case") or ORIGINAL,
        program_id=program_id,
        program=_name(viewer, version.number, program_id),
        latest=asked is None,
        as_loaded=as_of is None,
    )


def _version() -> int:
    """The data version that the other filters' options come from."""
    current = store.current()
    if current is None:
        raise NoData
    known = [
        Choice(f"v{version.number}", f"{numbers.day(version.loaded_at)} (v{version.number})")
        for version in store.versions()
    ]
    asked = choices.pick("v", "Data version", "Latest", known, TERMS["data version"])
    if len(known) > 1:
        _known_on()
    return int(asked[1:]) if asked else current.number


def _known_on() -> None:
    """The data version by the day on which it was current, chosen as a version like any other."""
    with st.popover("As known on a day", width="stretch"):
        st.date_input(
            "As known on",
            value=None,
            min_value=min(version.loaded_at for version in store.versions()).date(),
            help="Chooses the data version that everybody saw at the end of that day.",
            format="YYYY-MM-DD",
            key=_DAY,
            on_change=_choose_known,
        )


def _choose_known() -> None:
    day = st.session_state.get(_DAY)
    with suppress(NothingKnown):
        if day is None:
            return
        st.session_state["v"] = f"v{store.known_on(day).number}"


def _programs(viewer: Viewer, number: int) -> Sequence[Choice]:
    return [choices.named(entry.id, entry.name) for entry in catalogue.programs(viewer, number)]


def _name(viewer: Viewer, number: int, program_id: str | None) -> str | None:
    found = [entry.name for entry in catalogue.programs(viewer, number) if entry.id == program_id]
    return found[0] if found else None


def _dates(viewer: Viewer, number: int, last: date | None) -> Sequence[Choice]:
    """Month ends with data, newest first, and the date that the address asks for."""
    first = catalogue.first_day(viewer, number)
    if first is None or last is None:
        return []
    days = choices.month_ends(first, last)
    asked = choices.asked_day("as_of")
    if asked and first <= asked <= last and asked not in days:
        days = sorted([*days, asked], reverse=True)
    return [Choice(one.isoformat(), numbers.day(one)) for one in days]
