"""What the programs are worth: costs against benefits over time."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question


@dataclass(frozen=True)
class Discounted(Question):
    """A question whose answer depends on how the future is discounted.

    rate           a share a year; None means each program's own, 3.5% where it has none
    schedule       flat, or declining: half a point less after year 30, a whole point less after year 75
    convention     annual: year 0 is not discounted; monthly: month 0 is not; spreadsheet: year 0 is
                   discounted by one year, as NPV functions of spreadsheets do
    optimism_bias  share by which unspent costs may run over, of which the share `mitigated` is dealt with
    """

    choices: ClassVar[dict[str, tuple[str, tuple[str, ...]]]] = {
        **Question.choices,
        "schedule": ("discount schedule", ("flat", "declining")),
        "convention": ("discounting convention", ("annual", "monthly", "spreadsheet")),
    }

    rate: float | None = None
    schedule: str = "flat"
    convention: str = "annual"
    optimism_bias: float = 0.0
    mitigated: float = 0.0


@dataclass(frozen=True)
class ForMoney(Discounted):
    """What is each program worth: planned, as expected now, and so far?

    One row per program and series (planned, outlook, realized), in the program's own currency. Benefits
    are net of disbenefits. With a project: its share of the benefits, by weight, and its own costs.
    Unknown costs or benefits, and such without a date, make what depends on them unknown.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "series": "VARCHAR",
        "case_version": "VARCHAR",
        "year_0": "BIGINT",
        "year_0_starts_on": "DATE",
        "discount_rate": "DOUBLE",
        "schedule": "VARCHAR",
        "convention": "VARCHAR",
        "benefits": MONEY,
        "costs": MONEY,
        "net_benefit": MONEY,
        "undated_benefits": MONEY,
        "undated_costs": MONEY,
        "benefits_present_value": "DOUBLE",
        "costs_present_value": "DOUBLE",
        "net_present_value": "DOUBLE",
        "benefit_cost_ratio": "DOUBLE",
        "return_on_investment": "DOUBLE",
        "payback_years": "DOUBLE",
        "internal_rate_of_return": "DOUBLE",
        "internal_rate_state": "VARCHAR",
        "due_costs": "BIGINT",
        "known_costs": "BIGINT",
        "benefits_are_measured": "BOOLEAN",
    }


@dataclass(frozen=True)
class CashFlow(Discounted):
    """What does each program pay and receive, year by year?

    One row per program, series (planned, outlook, realized) and step of time from year 0 on: a fiscal
    year, or a month with the monthly convention; realized only up to the status date. Costs or benefits
    that are not known at all are null, and so are the flow and its running totals.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "currency": "VARCHAR",
        "series": "VARCHAR",
        "step": "BIGINT",
        "fiscal_year": "BIGINT",
        "starts_on": "DATE",
        "benefits": MONEY,
        "costs": MONEY,
        "flow": MONEY,
        "cumulative_flow": MONEY,
        "discount_factor": "DOUBLE",
        "discounted_flow": "DOUBLE",
        "cumulative_discounted": "DOUBLE",
    }


@dataclass(frozen=True)
class CaseChanges(Question):
    """What did each approved change of the business case change?

    One row per program, case version after the first, and benefit that it plans otherwise than the version
    before: largest difference first. The differences of a version add up to its net change.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "case_version": "VARCHAR",
        "version_before": "VARCHAR",
        "approved_on": "DATE",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "kind": "VARCHAR",
        "currency": "VARCHAR",
        "change": "VARCHAR",
        "amount_before": MONEY,
        "amount_after": MONEY,
        "difference": MONEY,
        "months_later": "DOUBLE",
    }
