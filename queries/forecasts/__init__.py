"""How reliable forecasts have been: every earlier one kept, and held against what came."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question

_DRIFT = {
    "forecasts": "BIGINT",
    "first_as_of": "DATE",
    "last_as_of": "DATE",
    "first_total": MONEY,
    "last_total": MONEY,
    "total_change": "DOUBLE",
    "first_centre": "DATE",
    "last_centre": "DATE",
    "months_later": "DOUBLE",
    "drift": "VARCHAR",
}


@dataclass(frozen=True)
class Lines(Question):
    """What did each earlier forecast of the program expect?

    One row per program, forecast and period end: the running total of benefits alone (gross), from what
    was realized by the forecast's date. Rows without a forecast date are the business case.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "currency": "VARCHAR",
        "forecast_as_of": "DATE",
        "period_end": "DATE",
        "planned": MONEY,
        "outlook": MONEY,
    }


@dataclass(frozen=True)
class Vintages(Question):
    """How did the forecast total and its centre of gravity move from one forecast to the next?

    One row per program and date on which anything was forecast: what was realized by then and what was
    expected after it, of benefits alone (gross), against the first and the one before.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "currency": "VARCHAR",
        "forecast_as_of": "DATE",
        "total": MONEY,
        "centre": "DATE",
        "total_change": "DOUBLE",
        "months_later": "DOUBLE",
        "months_later_than_before": "DOUBLE",
    }


@dataclass(frozen=True)
class ByProgram(Question):
    """Does each program's forecast move right, or does it shrink?

    One row per program: its first forecast against its latest, of benefits alone (gross).
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        **_DRIFT,
    }


@dataclass(frozen=True)
class ByBenefit(Question):
    """Does each benefit's forecast move right, or does it shrink?

    One row per benefit in money that was forecast at all: its first forecast against its latest, each
    with what was realized by its date. With a project: its share, by weight. Those that changed most come
    first; `matches` says how many there are, also those beyond the page.

    rows, skip   a page of them; None means all
    """

    rows: int | None = None
    skip: int = 0

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "owner": "VARCHAR",
        "currency": "VARCHAR",
        **_DRIFT,
        "matches": "BIGINT",
    }


@dataclass(frozen=True)
class Errors(Question):
    """How far off were earlier forecasts, by how far ahead they looked?

    One row per program and horizon (months from the forecast to the period's end; null in the last row of
    a program: all of them). Only periods that were realized as a whole count; disbenefits count too.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "currency": "VARCHAR",
        "horizon_from": "BIGINT",
        "horizon_to": "BIGINT",
        "cells": "BIGINT",
        "forecast": MONEY,
        "realized": MONEY,
        "difference": MONEY,
        "bias": "DOUBLE",
        "error": "DOUBLE",
    }
