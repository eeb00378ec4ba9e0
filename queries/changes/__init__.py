"""What changed between two states of the data, and why."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries.budget import Headline as BudgetHeadline
from queries.comparison import Comparison
from queries.overview import Headline as OverviewHeadline
from queries.question import MONEY, Question
from queries.realization import ByProject
from queries.risk import Headline as RiskHeadline

_COMPARED = ("planned_to_date", "realized_to_date", "planned_lifetime", "outlook")
_RATES = ("realization_rate", "lifetime_realization", "coverage")
_COSTS = (
    *("baseline", "current_budget", "actual_to_date", "cost_to_come", "expected_cost"),
    *("contingency", "contingency_left"),
)
_COST_RATES = ("cost_ratio", "cost_coverage", "cost_performance")
_RISKS = ("open_risks", "counted_risks", "risks_without_estimate")
_EXPOSURES = ("exposure", "exposure_program", "exposure_escalated", "exposure_project")
_LOSSES = ("p50", "p80")
_WHEN = ("before", "after")


@dataclass(frozen=True)
class Standing(Question):
    """What is each benefit's outlook made of, cut at another date?

    One row per benefit in money, with disbenefits negative. `settled` is realized in periods that ended
    by the earlier of the status date and the `cut`, `passing` is what is realized or expected between
    the two, `coming` what is expected after both: the three add up to the outlook.
    """

    cut: date | None = None

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "case_version": "VARCHAR",
        "outlook_method": "VARCHAR",
        "outlook": MONEY,
        "settled": MONEY,
        "passing": MONEY,
        "coming": MONEY,
    }


@dataclass(frozen=True)
class Benefits(Comparison):
    """Which benefits moved the outlook most, and why?

    One row per benefit in money whose outlook changed, came or went, the largest change first: its
    outlook before and after, and the change by its causes, which add up to it.
    """

    side: ClassVar[type[Question]] = Standing
    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "before": MONEY,
        "after": MONEY,
        "change": MONEY,
        "added": MONEY,
        "gone": MONEY,
        "corrected": MONEY,
        "arrived": MONEY,
        "forecast": MONEY,
        "rebaselined": MONEY,
        "plan_corrected": MONEY,
        "main_cause": "VARCHAR",
    }


@dataclass(frozen=True)
class Bridge(Comparison):
    """Why did the outlook change: from the earlier one to the later, cause by cause?

    One row per step of each currency and price base: the outlook before, each cause that moved it, and
    the outlook after, net of disbenefits. The steps between add up to the last, to the cent.
    """

    side: ClassVar[type[Question]] = Standing
    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "step": "VARCHAR",
        "amount": MONEY,
        "is_total": "BOOLEAN",
        "benefits": "BIGINT",
    }


@dataclass(frozen=True)
class Headline(Comparison):
    """How did the headline change?

    One row per currency and price base on either side: each measure before and after, gross, and the
    outlook net of disbenefits.
    """

    side: ClassVar[type[Question]] = OverviewHeadline
    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "benefits_before": "BIGINT",
        "benefits_after": "BIGINT",
        **{f"{name}_{when}": MONEY for name in _COMPARED for when in ("before", "after", "change")},
        **{f"{name}_{when}": "DOUBLE" for name in _RATES for when in ("before", "after")},
        "slippage_months_before": "DOUBLE",
        "slippage_months_after": "DOUBLE",
        "net_outlook_before": MONEY,
        "net_outlook_after": MONEY,
        "net_outlook_change": MONEY,
        "rating_before": "VARCHAR",
        "rating_after": "VARCHAR",
    }


@dataclass(frozen=True)
class Projects(Comparison):
    """Which projects came, went, closed or moved?

    One row per project whose status, closing date, realized or expected benefits (net, by weight)
    changed, the largest change of its outlook first.
    """

    side: ClassVar[type[Question]] = ByProject
    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "program_id": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "what": "VARCHAR",
        "status_before": "VARCHAR",
        "status_after": "VARCHAR",
        "realized_before": MONEY,
        "realized_after": MONEY,
        "outlook_before": MONEY,
        "outlook_after": MONEY,
        "outlook_change": MONEY,
    }


@dataclass(frozen=True)
class Budget(Comparison):
    """How did the costs change?

    One row per currency and price base with a budget on either side: what was approved, spent and is
    expected, before and after. What one side does not know has not changed by a known amount: null.
    """

    side: ClassVar[type[Question]] = BudgetHeadline
    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        **{f"{name}_{when}": MONEY for name in _COSTS for when in (*_WHEN, "change")},
        **{f"{name}_{when}": "DOUBLE" for name in _COST_RATES for when in _WHEN},
    }


@dataclass(frozen=True)
class Risk(Comparison):
    """How did the risks change?

    One row per currency and price base with risks on either side: exposure on both levels, P50 and P80
    before and after. The register has no dates: within one version only contingency and benefits move.
    """

    side: ClassVar[type[Question]] = RiskHeadline
    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        **{f"{name}_{when}": "BIGINT" for name in _RISKS for when in _WHEN},
        **{f"{name}_{when}": MONEY for name in _EXPOSURES for when in (*_WHEN, "change")},
        **{
            f"{name}_{when}": "DECIMAL(28,6)" if when in _WHEN else MONEY
            for name in _LOSSES
            for when in (*_WHEN, "change")
        },
        **{
            f"{name}_{when}": MONEY
            for name in ("contingency_left", "benefit_at_risk")
            for when in (*_WHEN, "change")
        },
        **{f"contingency_cover_{when}": "DOUBLE" for when in _WHEN},
    }
