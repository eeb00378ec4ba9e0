"""How amounts are discounted: the choices on the page, kept in its address."""

from typing import Any, Final

import streamlit as st

from charts import numbers
from pages.shell import choices
from pages.shell.choices import Choice

_CONVENTIONS: Final = (
    Choice("monthly", "Monthly"),
    Choice("spreadsheet", "Spreadsheet (end of year)"),
)
_RATES: Final = tuple(Choice(f"{half / 2:g}", f"{half / 2:g}%") for half in range(25))


def chosen() -> dict[str, Any]:
    """Draw the choices; answers the parameters of a question that discounts."""
    with st.container(horizontal=True, gap="small"):
        convention = choices.pick("convention", "Convention", "Annual, year 0 undiscounted", _CONVENTIONS)
        schedule = choices.pick(
            "schedule", "Schedule", "One rate throughout", [Choice("declining", "Declining after 30 years")]
        )
        rate = choices.pick("rate", "Discount rate", "The program's own", _RATES)
        bias = choices.pick("bias", "Optimism bias", "None", _shares(5, 100, 5))
    return {
        "convention": convention or "annual",
        "schedule": schedule or "flat",
        "rate": None if rate is None else float(rate) / 100,
        "optimism_bias": 0.0 if bias is None else float(bias) / 100,
    }


def said(asked: dict[str, Any], locale: str) -> str:
    """What has to be said beside the convention; empty without optimism bias."""
    bias = asked["optimism_bias"]
    return f" Costs not yet spent carry an optimism bias of {numbers.rate(bias, locale)}." if bias else ""


def _shares(first: int, last: int, step: int) -> list[Choice]:
    return [Choice(str(share), f"{share}%") for share in range(first, last + 1, step)]
