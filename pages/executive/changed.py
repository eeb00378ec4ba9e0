"""What changed, in words and in rows: answers in, text and cells out. Nothing here computes or reads."""

from decimal import Decimal
from typing import Any, Final

import streamlit as st

from charts import numbers
from charts.numbers import missing
from pages.executive import common, sentences
from pages.executive.headline import Record
from pages.executive.sides import Sides, signed

CAUSES: Final = {
    "Benefits added": "benefits were added",
    "Benefits gone": "benefits are gone",
    "Realized values corrected": "realized values were corrected",
    "New periods arrived": "new periods arrived",
    "Forecasts changed": "forecasts changed",
    "Case re-baselined": "the case was re-baselined",
    "Plan corrected": "the plan was corrected",
}


def finding(row: Record, steps: list[Record], since: str, currency: str, locale: str) -> str:
    """How the outlook, net of disbenefits, moved since then, and what moved it most."""
    now, gap = row["net_outlook_after"], row["net_outlook_change"]
    if missing(row["net_outlook_before"]):
        return f"All of it is new since {since}: an outlook of {numbers.money(now, currency, locale)}"
    if missing(now):
        before = numbers.money(row["net_outlook_before"], currency, locale)
        return f"All of it is gone since {since}: an outlook of {before}"
    causes = [step for step in steps if not step["is_total"]]
    if not gap and not causes:
        return f"The outlook stays at {numbers.money(now, currency, locale)}: nothing moved it since {since}"
    largest = max(causes, key=lambda step: abs(step["amount"]))
    moved = numbers.money(abs(gap), currency, locale)
    went = "stays" if not gap else "fell by " + moved if gap < 0 else "rose by " + moved
    amount = signed(numbers.money(largest["amount"], currency, locale), largest["amount"])
    because = CAUSES[largest["step"]]
    if largest["step"] == "New periods arrived":
        because = f"new periods brought {'less' if largest['amount'] < 0 else 'more'} than was expected"
    return (
        f"Since {since} the outlook {went} {'at' if not gap else 'to'} "
        f"{numbers.money(now, currency, locale)}, most of all because {because}, {amount}"
    )


def headline(row: Record, heads: tuple[str, str]) -> list[Record]:
    """The headline before and after, a row a measure."""
    here = common.locale()
    two = Sides(row, *heads, here)
    return [
        two.money("Due by then, gross", "planned_to_date"),
        two.money("Realized by then, gross", "realized_to_date"),
        two.rate("Realization rate", "realization_rate"),
        two.money("Whole-life case, gross", "planned_lifetime"),
        two.money("Outlook, gross", "outlook"),
        two.rate("Outlook of case", "lifetime_realization"),
        two.money("Outlook, net of disbenefits", "net_outlook"),
        two.said("Slippage", "slippage_months", lambda value: sentences.months(value, here)),
        two.rate("Coverage", "coverage"),
        two.plain("Benefits", "benefits"),
        two.said("Rating", "rating", common.rating),
    ]


def step(row: Record) -> str:
    """`Forecasts changed, 42 benefits`."""
    if row["is_total"]:
        return str(row["step"])
    return f"{row['step']}, {sentences.count(row['benefits'], 'benefit')}"


def moved(rows: list[Record], currency: str, locale: str) -> str:
    """How many benefits moved, and which one most."""
    first = rows[0]
    amount = signed(numbers.money(first["change"], currency, locale), first["change"])
    name = first["benefit"] or first["benefit_id"]
    return f"{sentences.count(len(rows), 'benefit')} moved, {name} most: {amount}, {first['main_cause']}"


def benefit(row: Record) -> Record:
    """One benefit's outlook before and after, and the parts of its change."""
    parts = ("arrived", "forecast", "corrected", "rebaselined", "plan_corrected")
    return {
        "benefit": common.named(row["benefit"], row["benefit_id"]),
        "program": row["program"] or row["program_id"],
        "cause": row["main_cause"],
        "before": common.amount(row["before"]),
        "after": common.amount(row["after"]),
        "change": common.amount(row["change"]),
        **{name: common.amount(row[name]) for name in parts},
    }


def benefit_columns(currency: str) -> dict[str, Any]:
    return {
        "benefit": st.column_config.TextColumn("Benefit", pinned=True),
        "program": "Program",
        "cause": "Main cause",
        "before": common.money_column("Outlook before", currency),
        "after": common.money_column("Outlook now", currency),
        "change": common.money_column("Change", currency),
        "arrived": common.money_column(
            "New periods", currency, "Measured, against what was expected of them"
        ),
        "forecast": common.money_column("Forecast", currency, "What is expected of later periods"),
        "corrected": common.money_column("Corrected", currency, "Realized values of earlier periods"),
        "rebaselined": common.money_column("Re-baselined", currency),
        "plan_corrected": common.money_column("Plan corrected", currency),
    }


def project(row: Record) -> Record:
    """What became of one project, with its benefits before and after."""
    return {
        "project": common.named(row["project"], row["project_id"]),
        "what": row["what"],
        "status_before": row["status_before"] or "",
        "status_after": row["status_after"] or "",
        **{
            name: common.amount(row[name])
            for name in ("realized_before", "realized_after", "outlook_before", "outlook_after")
        },
        "outlook_change": common.amount(row["outlook_change"] or Decimal(0)),
    }


def project_columns(currency: str) -> dict[str, Any]:
    return {
        "project": st.column_config.TextColumn("Project", pinned=True),
        "what": "What changed",
        "status_before": "Status before",
        "status_after": "Status now",
        "realized_before": common.money_column("Realized before", currency, "Net, by contribution weight"),
        "realized_after": common.money_column("Realized now", currency),
        "outlook_before": common.money_column("Outlook before", currency),
        "outlook_after": common.money_column("Outlook now", currency),
        "outlook_change": common.money_column("Change", currency),
    }
