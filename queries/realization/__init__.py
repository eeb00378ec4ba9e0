"""Are the benefits materializing: business case against realized, at every level."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question

# The measures of a sum of benefits; each exists gross and net.
GROUP_MEASURES = {
    "planned_to_date": MONEY,
    "realized_to_date": MONEY,
    "realization_rate": "DOUBLE",
    "variance_to_date": MONEY,
    "planned_lifetime": MONEY,
    "realized_share_of_life": "DOUBLE",
    "outlook": MONEY,
    "lifetime_realization": "DOUBLE",
    "variance_at_completion": MONEY,
    "weighted_outlook": MONEY,
    "due_cells": "BIGINT",
    "measured_cells": "BIGINT",
    "coverage": "DOUBLE",
    "planned_on_measured": MONEY,
    "realized_on_measured": MONEY,
    "measured_rate": "DOUBLE",
    "verified_to_date": MONEY,
    "verified_share": "DOUBLE",
    "slippage_months": "DOUBLE",
}
GROUP_COLUMNS = {
    **{f"{side}_{name}": kind for side in ("gross", "net") for name, kind in GROUP_MEASURES.items()},
    "gross_leakage": MONEY,
    "gross_upside": MONEY,
    "gross_slippage_state": "VARCHAR",
    "last_measured": "DATE",
    "late": "VARCHAR",
    "lost": "VARCHAR",
    "rating": "VARCHAR",
    "rating_driver": "VARCHAR",
}


# What is known of one benefit.
BENEFIT_COLUMNS = {
    "program_id": "VARCHAR",
    "benefit_id": "VARCHAR",
    "benefit": "VARCHAR",
    "kind": "VARCHAR",
    "value_type": "VARCHAR",
    "class": "VARCHAR",
    "unit": "VARCHAR",
    "owner": "VARCHAR",
    "owner_until": "DATE",
    "objective_id": "VARCHAR",
    "lifecycle": "VARCHAR",
    "currency": "VARCHAR",
    "price_base": "VARCHAR",
    "case_version": "VARCHAR",
    "weight": "DECIMAL(9,6)",
    "planned_to_date": MONEY,
    "realized_to_date": MONEY,
    "realization_rate": "DOUBLE",
    "realization_state": "VARCHAR",
    "variance_to_date": MONEY,
    "planned_lifetime": MONEY,
    "realized_share_of_life": "DOUBLE",
    "outlook": MONEY,
    "outlook_method": "VARCHAR",
    "lifetime_realization": "DOUBLE",
    "variance_at_completion": MONEY,
    "leakage": MONEY,
    "upside": MONEY,
    "weighted_outlook": MONEY,
    "due_cells": "BIGINT",
    "measured_cells": "BIGINT",
    "coverage": "DOUBLE",
    "planned_on_measured": MONEY,
    "realized_on_measured": MONEY,
    "measured_rate": "DOUBLE",
    "verified_to_date": MONEY,
    "verified_share": "DOUBLE",
    "slippage_months": "DOUBLE",
    "slippage_state": "VARCHAR",
    "first_benefit_slip_months": "DOUBLE",
    "forecast_as_of": "DATE",
    "last_measured": "DATE",
    "is_stale": "BOOLEAN",
    "late": "VARCHAR",
    "lost": "VARCHAR",
    "rating": "VARCHAR",
    "rating_driver": "VARCHAR",
}


@dataclass(frozen=True)
class Rated(Question):
    """A question whose answer is rated.

    green_from, amber_from  the least score that is green, and amber
    """

    green_from: float = 0.9
    amber_from: float = 0.7


@dataclass(frozen=True)
class ByBenefit(Rated):
    """What did each benefit bring, against its business case?

    One row per benefit, those that are not money too (their money is null). With a project: its
    share of each benefit it contributes to, by weight.
    """

    columns: ClassVar[dict[str, str]] = BENEFIT_COLUMNS


@dataclass(frozen=True)
class ByProgram(Rated):
    """What did each program's benefits bring, against its business case?

    One row per program, in its own currency: gross (benefits alone) and net (with disbenefits).
    With a project: its share, for each program it contributes to.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "portfolio": "VARCHAR",
        "sponsor": "VARCHAR",
        "program_manager": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "benefits": "BIGINT",
        **GROUP_COLUMNS,
    }


@dataclass(frozen=True)
class ByProject(Rated):
    """What did each project's benefits bring, against its business case?

    One row per program and project that contributes to its benefits, by weight, closed and cancelled
    ones too, and one per program (project_id null) for what is attributed to no project. The rows of
    a program add up to the program.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "status": "VARCHAR",
        "project_manager": "VARCHAR",
        "baseline_finish": "DATE",
        "closed_on": "DATE",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "benefits": "BIGINT",
        **GROUP_COLUMNS,
    }


@dataclass(frozen=True)
class Curve(Question):
    """When were the benefits to arrive, when did they, and when will they?

    One row per currency, price base and period end: running totals, with disbenefits (net) and of
    benefits alone (gross). Realized is null after the status date; the outlook is what is realized
    up to there, then adds the latest forecast, or the remaining plan where there is none.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "period_end": "DATE",
        "planned": MONEY,
        "realized": MONEY,
        "outlook": MONEY,
        "gross_planned": MONEY,
        "gross_realized": MONEY,
        "gross_outlook": MONEY,
    }


@dataclass(frozen=True)
class Bridge(Question):
    """Where did the value go, from the business case to today's outlook?

    One row per step of each currency and price base: the business case, every benefit's difference
    to date and to come where there is one, and the outlook. The steps between add up to the last.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "step": "VARCHAR",
        "amount": MONEY,
        "is_total": "BOOLEAN",
        "program_id": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
    }
