"""What happens after projects close: what they have returned since, and which benefits nobody looks after."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question

# What came after closing; each exists gross and net.
AFTER_MEASURES = {
    "planned_by_closing": MONEY,
    "realized_by_closing": MONEY,
    "planned_after": MONEY,
    "realized_after": MONEY,
    "post_closure_rate": "DOUBLE",
    "planned_lifetime": MONEY,
    "share_after_closure": "DOUBLE",
    "to_come": MONEY,
    "due_cells": "BIGINT",
    "measured_cells": "BIGINT",
    "coverage": "DOUBLE",
}
AFTER_COLUMNS = {f"{side}_{name}": kind for side in ("gross", "net") for name, kind in AFTER_MEASURES.items()}


@dataclass(frozen=True)
class Projects(Question):
    """Which projects have ended, and what have they returned since?

    One row per program and project that had closed or was cancelled by the status date, by
    contribution weight. Amounts are null where the closing date is not known.
    """

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "project_manager": "VARCHAR",
        "status": "VARCHAR",
        "bucket": "VARCHAR",
        "closed_on": "DATE",
        "months_since_closure": "INTEGER",
        "handed_over_on": "DATE",
        "handed_over_to": "VARCHAR",
        "handover_accepted": "BOOLEAN",
        "first_benefit_on": "DATE",
        "handover_to_first_benefit": "DOUBLE",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "benefits": "BIGINT",
        **AFTER_COLUMNS,
    }


@dataclass(frozen=True)
class Totals(Question):
    """What have the projects that ended returned since?

    One row per currency, price base and bucket: projects that closed, and apart from them those that
    were cancelled.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "bucket": "VARCHAR",
        "projects": "BIGINT",
        "benefits": "BIGINT",
        **AFTER_COLUMNS,
    }


@dataclass(frozen=True)
class Benefits(Question):
    """What has each benefit of an ended project brought since?

    One row per benefit and bucket (closed, cancelled): the share of the ended projects in it.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "kind": "VARCHAR",
        "bucket": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        **AFTER_COLUMNS,
    }


@dataclass(frozen=True)
class Cohorts(Question):
    """How much of what was due had arrived, month by month since closure?

    One row per program, or per closed project, and month since closure, gross: running totals since
    closing, of those projects alone that have been closed that long. The rate is null in a month of
    which nothing was measured. Cancelled projects and unknown closing dates have no curve.

    by   program, or project
    top  how many curves: those with the most planned since closing
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "place": "BIGINT",
        "of_curves": "BIGINT",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "months": "INTEGER",
        "projects": "BIGINT",
        "planned": MONEY,
        "realized": MONEY,
        "rate": "DOUBLE",
        "due_cells": "BIGINT",
        "measured_cells": "BIGINT",
    }

    by: str = "program"
    top: int = 12


@dataclass(frozen=True)
class Orphans(Question):
    """Which benefits of ended projects does nobody look after?

    One row per orphaned benefit, with what is still to come of it: the largest first. Benefits that are
    not money have no value; disbenefits are listed with theirs, below zero.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "kind": "VARCHAR",
        "value_type": "VARCHAR",
        "owner": "VARCHAR",
        "owner_until": "DATE",
        "cadence": "VARCHAR",
        "last_measured": "DATE",
        "projects": "VARCHAR",
        "last_closed_on": "DATE",
        "reasons": "VARCHAR",
        "no_owner": "BOOLEAN",
        "owner_left": "BOOLEAN",
        "handover_refused": "BOOLEAN",
        "not_measured": "BOOLEAN",
        "remaining": MONEY,
        "outlook_method": "VARCHAR",
        "orphans": "BIGINT",
        "gross_remaining": MONEY,
    }
