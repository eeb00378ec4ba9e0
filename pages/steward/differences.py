"""What a load would change against the version that is shown now."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import streamlit as st

from pages.shell import text
from pages.shell.text import plain

Change = Mapping[str, Any]
_THINGS: Final = {"programs": "Programs", "projects": "Projects", "benefits": "Benefits"}
_VALUES: Final = {
    "planned_values": "Planned values",
    "forecast_values": "Forecast values",
    "realized_values": "Realized values",
}
_KINDS: Final = ("new", "changed", "gone")


def show(change: Change, against: int | None) -> None:
    """Things and values new, changed and gone; money before and after; what disappears, by name."""
    title = f"What changes against version {against}" if against else "What this adds"
    st.subheader(title, anchor=False)
    st.dataframe([*_things(change), *_values(change)], hide_index=True)
    st.dataframe([_money(row) for row in change["money"]], hide_index=True)
    gone = [(title, change[name]["gone"]) for name, title in _THINGS.items() if change[name]["gone"]["count"]]
    for title, what in gone:
        listed = ", ".join(f"{plain(item['name'])} ({plain(item['id'])})" for item in what["items"][:20])
        more = what["count"] - min(len(what["items"]), 20)
        st.warning(f"{title} that would be gone: {listed}" + (f" and {more} more." if more else "."))


def asks_twice(change: Change) -> bool:
    """Whether so much would be gone that the person must confirm it apart."""
    return bool(change["ask_twice"])


def question(change: Change) -> str:
    """The sentence of that second confirmation."""
    return f"Yes, {text.percent(change['gone_share'])} of what was there may disappear."


def _things(change: Change) -> list[dict[str, Any]]:
    return [
        {"": title, **{kind.capitalize(): change[name][kind]["count"] for kind in _KINDS}}
        for name, title in _THINGS.items()
    ]


def _values(change: Change) -> list[dict[str, Any]]:
    return [
        {"": title, **{kind.capitalize(): change["values"][name][kind] for kind in _KINDS}}
        for name, title in _VALUES.items()
    ]


def _money(row: Mapping[str, Any]) -> dict[str, str]:
    currency = row["currency"] or ""
    names = {
        "Latest case before": "planned_before",
        "Latest case after": "planned_after",
        "Realized before": "realized_before",
        "Realized after": "realized_after",
    }
    shown = {title: _amount(row[name], currency) for title, name in names.items()}
    return {"Program": f"{row['program'] or ''} ({row['program_id']})", **shown}


def _amount(written: str | None, currency: str) -> str:
    return "" if written is None else text.money_full(Decimal(written), currency)
