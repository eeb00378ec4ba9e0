"""What the work costs against what was approved, and what has been earned with it."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question

# The measures of a sum of budgets and earned values.
COST_MEASURES = {
    "baseline": MONEY,
    "current_budget": MONEY,
    "approved": MONEY,
    "approved_to_date": MONEY,
    "actual_to_date": MONEY,
    "cost_to_come": MONEY,
    "expected_cost": MONEY,
    "assumed_cost": MONEY,
    "cost_overrun": MONEY,
    "cost_ratio": "DOUBLE",
    "due_cells": "BIGINT",
    "reported_cells": "BIGINT",
    "cost_coverage": "DOUBLE",
    "contingency": MONEY,
    "contingency_drawn": MONEY,
    "contingency_left": MONEY,
    "earned_as_of": "DATE",
    "earned_projects": "BIGINT",
    "bac": MONEY,
    "pv": MONEY,
    "ev": MONEY,
    "ac": MONEY,
    "cost_variance": MONEY,
    "schedule_variance": MONEY,
    "cost_performance": "DOUBLE",
    "schedule_performance": "DOUBLE",
    "schedule_performance_in_time": "DOUBLE",
    "estimate_at_completion": MONEY,
    "estimate_at_budgeted_rate": MONEY,
    "estimate_at_both_rates": MONEY,
    "estimate_to_complete": MONEY,
    "cost_variance_at_completion": MONEY,
    "to_complete_performance": "DOUBLE",
    "to_complete_estimate": "DOUBLE",
}


@dataclass(frozen=True)
class Headline(Question):
    """What was approved, what is spent, and what will it finally cost?

    One row per currency and price base that has a budget or earned value. For the original case
    approved is the baseline, for the current one the budget as approved now.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        **COST_MEASURES,
    }


@dataclass(frozen=True)
class ByProgram(Question):
    """What does each program cost, against what was approved?

    One row per program, without amounts where it has neither a budget nor earned value.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "portfolio": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        **COST_MEASURES,
    }


@dataclass(frozen=True)
class ByProject(Question):
    """What does each project cost, against what was approved?

    One row per project, closed and cancelled ones too, and one per program (project_id null) for what
    it spends itself. The rows of a program add up to the program.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "status": "VARCHAR",
        "closed_on": "DATE",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        **COST_MEASURES,
    }


@dataclass(frozen=True)
class Curve(Question):
    """When was the money to be spent, when was it, and when will it be?

    One row per currency, price base and period end: running totals. Actual is null after the status
    date and before the first cost was booked; expected is what is booked, forecast, or else as budgeted.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "period_end": "DATE",
        "approved": MONEY,
        "actual": MONEY,
        "expected": MONEY,
    }


@dataclass(frozen=True)
class Performance(Question):
    """How did the work perform at each report?

    One row per currency, price base and date of a report up to the status date, each project by its
    latest report then.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "as_of": "DATE",
        "cost_performance": "DOUBLE",
        "schedule_performance": "DOUBLE",
    }


@dataclass(frozen=True)
class Reconciliation(Question):
    """Do the projects' costs and the program's own add up to the program?

    One row per program with a budget: what its projects cost, what it spends itself, and the total
    counted apart.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "projects": "BIGINT",
        "projects_approved": MONEY,
        "projects_actual": MONEY,
        "projects_expected": MONEY,
        "own_approved": MONEY,
        "own_actual": MONEY,
        "own_expected": MONEY,
        "approved": MONEY,
        "actual_to_date": MONEY,
        "expected_cost": MONEY,
        "adds_up": "BOOLEAN",
    }
