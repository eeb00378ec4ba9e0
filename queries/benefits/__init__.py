"""Benefits one by one: the register, and all about a single one."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question
from queries.realization import BENEFIT_COLUMNS, Rated

REGISTER_COLUMNS = {
    **BENEFIT_COLUMNS,
    "direction": "VARCHAR",
    "baseline_value": "DECIMAL(24,6)",
    "target_value": "DECIMAL(24,6)",
    "target_date": "DATE",
    "tolerance": "DECIMAL(24,6)",
    "actual_value": "DOUBLE",
    "path_value": "DOUBLE",
    "progress": "DOUBLE",
    "planned_progress": "DOUBLE",
    "progress_index": "DOUBLE",
    "is_maintained": "BOOLEAN",
}


@dataclass(frozen=True)
class Register(Rated):
    """How is every benefit doing?

    One row per benefit, money and not; with a project, its share of those it contributes to.
    """

    columns: ClassVar[dict[str, str]] = REGISTER_COLUMNS


@dataclass(frozen=True)
class Card(Rated):
    """What is known about this benefit?

    One row: the benefit asked for.
    """

    benefit_id: str | None = None

    columns: ClassVar[dict[str, str]] = {
        **REGISTER_COLUMNS,
        "value_basis": "VARCHAR",
        "aggregation": "VARCHAR",
        "cadence": "VARCHAR",
        "starts_after": "VARCHAR",
        "sustain_until": "DATE",
        "evidence_source": "VARCHAR",
        "program": "VARCHAR",
        "objective": "VARCHAR",
        "first_planned_start": "DATE",
        "last_planned_end": "DATE",
        "first_realized_start": "DATE",
        "next_forecast_start": "DATE",
        "run_rate_outlook": "DOUBLE",
    }


@dataclass(frozen=True)
class Periods(Question):
    """What was planned, realized and forecast in every period?

    One row per benefit and period: amounts of money, else values as written. Realized up to the status
    date; the forecast is the latest known then, after it. `missing` says why a realized value is null.
    """

    benefit_id: str | None = None

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "benefit_id": "VARCHAR",
        "period_start": "DATE",
        "period_end": "DATE",
        "planned": MONEY,
        "realized": MONEY,
        "forecast": MONEY,
        "missing": "VARCHAR",
        "evidence": "VARCHAR",
    }


@dataclass(frozen=True)
class Vintages(Question):
    """What did each earlier forecast expect?

    One row per benefit, forecast and period end: the running total from what was realized by the
    forecast's date. Rows without a forecast date are the business case.
    """

    benefit_id: str | None = None

    columns: ClassVar[dict[str, str]] = {
        "benefit_id": "VARCHAR",
        "forecast_as_of": "DATE",
        "period_end": "DATE",
        "planned": MONEY,
        "outlook": MONEY,
    }


@dataclass(frozen=True)
class Contributions(Question):
    """Which projects drive this benefit?

    One row per benefit and contributing project, and one (project_id null) for what is attributed to
    none; the rows of a benefit add up to it.
    """

    benefit_id: str | None = None

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "benefit_id": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "status": "VARCHAR",
        "closed_on": "DATE",
        "kind": "VARCHAR",
        "weight": "DECIMAL(9,6)",
        "planned_to_date": MONEY,
        "realized_to_date": MONEY,
        "planned_lifetime": MONEY,
        "outlook": MONEY,
    }
