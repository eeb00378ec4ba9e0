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


RATINGS = ("red", "amber", "grey", "green")


@dataclass(frozen=True)
class Narrowed(Rated):
    """A question about the benefits that fit a few filters.

    search    what the name or id contains, whatever the case; None means anything
    ratings   of these ratings only; none given means any
    classes   of these classes only; none given means any
    owner     whose they are; None means anybody, an empty text those without an owner
    """

    search: str | None = None
    ratings: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    owner: str | None = None


@dataclass(frozen=True)
class Register(Rated):
    """How is every benefit doing?

    One row per benefit, money and not; with a project, its share of those it contributes to.

    benefits   the ids of those asked about; none given means all
    """

    benefits: tuple[str, ...] = ()

    columns: ClassVar[dict[str, str]] = REGISTER_COLUMNS


@dataclass(frozen=True)
class Ranked(Narrowed):
    """Which benefits come first?

    One row per benefit, in the order asked for; `matches` says how many there are, also those beyond the
    page. With a project: those it contributes to.

    sort            id (by program), name, owner, rate (lowest first), or worst: the rating, then what is
                    missing at completion; what is not known comes last, ties by program and id
    rows, skip      a page of them; None means all
    """

    choices: ClassVar[dict[str, tuple[str, tuple[str, ...]]]] = {
        **Rated.choices,
        "sort": ("order", ("id", "name", "owner", "rate", "worst")),
    }

    sort: str = "worst"
    rows: int | None = None
    skip: int = 0

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "benefit_id": "VARCHAR",
        "rating": "VARCHAR",
        "matches": "BIGINT",
    }


@dataclass(frozen=True)
class Tally(Narrowed):
    """How many benefits are on track?

    One row: how many benefits there are, and how many of each rating; with a project, of those it
    contributes to.
    """

    columns: ClassVar[dict[str, str]] = {"benefits": "BIGINT", **dict.fromkeys(RATINGS, "BIGINT")}


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
