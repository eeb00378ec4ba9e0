"""What there is to ask about."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import Question


@dataclass(frozen=True)
class Programs(Question):
    """Which programs are there?

    One row per program.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "portfolio": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
    }


@dataclass(frozen=True)
class Projects(Question):
    """Which projects are there?

    One row per project, closed and cancelled ones too.
    """

    columns: ClassVar[dict[str, str]] = {
        "project_id": "VARCHAR",
        "program_id": "VARCHAR",
        "project": "VARCHAR",
        "status": "VARCHAR",
        "closed_on": "DATE",
    }


@dataclass(frozen=True)
class Benefits(Question):
    """Which benefits are there?

    One row per benefit; with a project, those it contributes to.
    """

    columns: ClassVar[dict[str, str]] = {
        "benefit_id": "VARCHAR",
        "program_id": "VARCHAR",
        "benefit": "VARCHAR",
        "kind": "VARCHAR",
        "value_type": "VARCHAR",
        "owner": "VARCHAR",
    }


@dataclass(frozen=True)
class Cases(Question):
    """Which versions of the business case are there?

    One row per program and case version, oldest approval first.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "case_version": "VARCHAR",
        "label": "VARCHAR",
        "approved_on": "DATE",
        "is_original": "BOOLEAN",
        "is_current": "BOOLEAN",
    }


@dataclass(frozen=True)
class StatusDates(Question):
    """At which dates did periods with realized values end?

    One row per date, latest first.
    """

    columns: ClassVar[dict[str, str]] = {"period_end": "DATE"}


@dataclass(frozen=True)
class Things(Question):
    """What can a filter be set to?

    One row per program, project and benefit (kind), with its name and the program it belongs to, by kind
    and name; `matches` says how many there are, also those beyond the page.

    kind            program, project or benefit; None means all three
    search          what its name or id contains, whatever the case; None means anything
    ids             these ones only; none given means any
    rows, skip      a page of them; None means all
    """

    kind: str | None = None
    search: str | None = None
    ids: tuple[str, ...] = ()
    rows: int | None = None
    skip: int = 0

    columns: ClassVar[dict[str, str]] = {
        "kind": "VARCHAR",
        "id": "VARCHAR",
        "name": "VARCHAR",
        "program_id": "VARCHAR",
        "matches": "BIGINT",
    }


@dataclass(frozen=True)
class Traits(Question):
    """What can the register be narrowed to?

    One row per class and per owner of a benefit (trait), with the number of benefits; `value` is null
    for the benefits that have none. With a project: of those it contributes to.
    """

    columns: ClassVar[dict[str, str]] = {"trait": "VARCHAR", "value": "VARCHAR", "benefits": "BIGINT"}


@dataclass(frozen=True)
class Span(Question):
    """Which stretch of time do the values cover?

    One row: the ends of the first and last period with any value, and of the last with a realized one.
    """

    columns: ClassVar[dict[str, str]] = {
        "first_period_end": "DATE",
        "last_period_end": "DATE",
        "last_realized_end": "DATE",
    }


@dataclass(frozen=True)
class Unmatched(Question):
    """What has a schedule and no benefit, and what is a benefit without a schedule?

    One row per project whose dates or milestones are known and that no benefit names, and per benefit none
    of whose projects has any: what it lacks, and the next step (link, load the register, load the schedule).
    """

    columns: ClassVar[dict[str, str]] = {
        "kind": "VARCHAR",
        "id": "VARCHAR",
        "name": "VARCHAR",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "lacks": "VARCHAR",
        "next_step": "VARCHAR",
    }
