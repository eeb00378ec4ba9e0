"""What a program is: people, dates, cases, objectives."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question


@dataclass(frozen=True)
class Facts(Question):
    """What is this program?

    One row per program: people, dates and how many there are of everything.
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
        "fiscal_year_start_month": "INTEGER",
        "discount_rate": "DECIMAL(9,6)",
        "starts_on": "DATE",
        "ends_on": "DATE",
        "horizon_end": "DATE",
        "projects": "BIGINT",
        "projects_proposed": "BIGINT",
        "projects_active": "BIGINT",
        "projects_on_hold": "BIGINT",
        "projects_closing": "BIGINT",
        "projects_closed": "BIGINT",
        "projects_cancelled": "BIGINT",
        "benefits": "BIGINT",
        "disbenefits": "BIGINT",
        "benefits_in_money": "BIGINT",
        "benefits_without_owner": "BIGINT",
        "benefits_without_objective": "BIGINT",
        "objectives": "BIGINT",
        "objectives_without_benefit": "BIGINT",
        "case_versions": "BIGINT",
    }


@dataclass(frozen=True)
class Cases(Question):
    """How did the business case change?

    One row per program and case version, oldest approval first, with what it plans over the whole life.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "case_version": "VARCHAR",
        "label": "VARCHAR",
        "approved_on": "DATE",
        "approved_by": "VARCHAR",
        "reason": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "is_original": "BOOLEAN",
        "is_current": "BOOLEAN",
        "net_planned": MONEY,
        "gross_planned": MONEY,
        "net_change": MONEY,
        "first_period_start": "DATE",
        "last_period_end": "DATE",
    }


@dataclass(frozen=True)
class Objectives(Question):
    """Which benefits serve each objective?

    One row per objective, those that no benefit serves too. A benefit serves the objective of the register,
    else the one that Dependencies name, as on the strategy map.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "objective_id": "VARCHAR",
        "objective": "VARCHAR",
        "target": "DECIMAL(24,6)",
        "unit": "VARCHAR",
        "target_date": "DATE",
        "weight": "DECIMAL(9,6)",
        "currency": "VARCHAR",
        "benefits": "BIGINT",
        "benefits_in_money": "BIGINT",
        "net_planned_lifetime": MONEY,
        "net_outlook": MONEY,
    }
