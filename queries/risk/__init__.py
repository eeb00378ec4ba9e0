"""What may go wrong on the level of projects and of programs, and whether the contingency is enough."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question

# What the risks of a group come to.
RISK_MEASURES = {
    "risks": "BIGINT",
    "open_risks": "BIGINT",
    "counted_risks": "BIGINT",
    "carried_risks": "BIGINT",
    "risks_without_estimate": "BIGINT",
    "risks_of_ended_projects": "BIGINT",
    "exposure": MONEY,
    "exposure_program": MONEY,
    "exposure_escalated": MONEY,
    "exposure_project": MONEY,
    "exposure_carried": MONEY,
    "exposure_low": MONEY,
    "exposure_high": MONEY,
    "largest_risk": "VARCHAR",
}
# What they may cost together, and what there is to pay for it.
LOSS_MEASURES = {
    "p50": "DECIMAL(28,6)",
    "p50_low": "DECIMAL(28,6)",
    "p50_high": "DECIMAL(28,6)",
    "p80": "DECIMAL(28,6)",
    "p80_low": "DECIMAL(28,6)",
    "p80_high": "DECIMAL(28,6)",
    "p90": "DECIMAL(28,6)",
    "quantified_risks": "BIGINT",
    "runs": "BIGINT",
    "contingency": MONEY,
    "contingency_left": MONEY,
    "contingency_cover": "DOUBLE",
    "covered_percent": "INTEGER",
    "benefits_at_risk": "BIGINT",
    "benefit_remaining": MONEY,
    "benefit_at_risk": MONEY,
}


@dataclass(frozen=True)
class Headline(Question):
    """What may the open risks cost, and is the contingency enough?

    One row per currency and price base with risks in its register. P50 and P80 are those of all its
    risks together, never sums of percentiles: by every outcome where `runs` is null, else by so many
    seeded runs; null where no risk has an estimate.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        **RISK_MEASURES,
        **LOSS_MEASURES,
    }


@dataclass(frozen=True)
class ByProgram(Question):
    """What may the open risks of each program cost, and is its contingency enough?

    One row per program; without amounts where its register is empty.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        **RISK_MEASURES,
        **LOSS_MEASURES,
    }


@dataclass(frozen=True)
class ByProject(Question):
    """Where does the exposure sit: in the projects, or with the program itself?

    One row per project with risks and one per program (project_id null) for its own and for what was
    escalated to it. The exposures of a program's rows add up to the program's.
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
        **RISK_MEASURES,
    }


@dataclass(frozen=True)
class Register(Question):
    """Which risks are there, the largest first?

    One row per open risk, escalated ones where they came from too (not counted there). `place` ranks
    those that count by exposure within their currency and price base; the bands are those of the heat
    map, `impact_scale` the end of its last.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "place": "BIGINT",
        "risk_id": "VARCHAR",
        "risk": "VARCHAR",
        "level": "VARCHAR",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "project_has_ended": "BOOLEAN",
        "category": "VARCHAR",
        "probability": "DECIMAL(9,6)",
        "impact_low": "DECIMAL(24,6)",
        "impact": "DECIMAL(24,6)",
        "impact_high": "DECIMAL(24,6)",
        "exposure": MONEY,
        "probability_band": "INTEGER",
        "impact_band": "INTEGER",
        "impact_scale": "DECIMAL(28,6)",
        "schedule_impact_days": "DECIMAL(24,6)",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "benefit_impact": "DECIMAL(9,6)",
        "response": "VARCHAR",
        "owner": "VARCHAR",
        "status": "VARCHAR",
        "proximity": "VARCHAR",
        "months_until": "DOUBLE",
        "proximity_band": "VARCHAR",
        "is_counted": "BOOLEAN",
        "carried_by": "VARCHAR",
        "carried_by_risk": "VARCHAR",
    }


@dataclass(frozen=True)
class Losses(Question):
    """Which loss is not exceeded, in how many of a hundred cases?

    One row per currency, price base and percent from 0 to 100: the loss with the impacts at their
    lowest, most likely and highest.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "percent": "INTEGER",
        "loss_low": "DECIMAL(28,6)",
        "loss": "DECIMAL(28,6)",
        "loss_high": "DECIMAL(28,6)",
        "quantified_risks": "BIGINT",
        "runs": "BIGINT",
    }


@dataclass(frozen=True)
class Escalations(Question):
    """Which risks were escalated, and to what?

    One row per open risk that is carried by another: its own exposure, which does not count, and the
    one that counts in its place.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "program_id": "VARCHAR",
        "risk_id": "VARCHAR",
        "risk": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "exposure": MONEY,
        "carried_by": "VARCHAR",
        "carried_by_risk": "VARCHAR",
        "carried_by_program": "VARCHAR",
        "carried_by_exposure": MONEY,
    }


@dataclass(frozen=True)
class BenefitsAtRisk(Question):
    """Which benefits do the open risks threaten, and by how much?

    One row per benefit in money with risks that count, the largest amount at risk first: all its risks
    together, never more than what is still to come.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "program_id": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "owner": "VARCHAR",
        "owner_until": "DATE",
        "remaining": MONEY,
        "share_at_risk": "DOUBLE",
        "at_risk": MONEY,
        "risks": "BIGINT",
        "risks_without_share": "BIGINT",
        "largest_risk": "VARCHAR",
    }


@dataclass(frozen=True)
class Proximity(Question):
    """When may the open risks happen?

    One row per currency, price base and stretch of time, the nearest first.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "proximity_band": "VARCHAR",
        "risks": "BIGINT",
        "exposure": MONEY,
    }
