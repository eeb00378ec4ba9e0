"""How good are the numbers: what they rest on, how old they are, and whether they conserve."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question


@dataclass(frozen=True)
class Kinds(Question):
    """What does the realized benefit rest on?

    One row per program and kind of evidence, or class of benefit, that has an amount: gross, realized to
    date. The kinds of a program add up to what it realized. Beside them one row, `not measured`: what the
    business case planned in the cells that are due and that nobody measured.

    by   evidence, or class
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "kind": "VARCHAR",
        "is_measured": "BOOLEAN",
        "amount": MONEY,
        "share": "DOUBLE",
        "realized_to_date": MONEY,
    }

    by: str = "evidence"


@dataclass(frozen=True)
class Stale(Question):
    """Which benefits has nobody measured for too long?

    One row per benefit that is stale, or of which values are due and none was ever measured: those with the
    most planned value unmeasured first.

    top   how many rows of each currency and price base
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "of_stale": "BIGINT",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "owner": "VARCHAR",
        "owner_until": "DATE",
        "cadence": "VARCHAR",
        "last_measured": "DATE",
        "months_since": "DOUBLE",
        "due_cells": "BIGINT",
        "measured_cells": "BIGINT",
        "coverage": "DOUBLE",
        "planned_unmeasured": MONEY,
    }

    top: int = 200


@dataclass(frozen=True)
class Conservation(Question):
    """Do projects and what is attributed to none add up to the program?

    One row per program, side (gross, net) and measure: the sum over its projects, what is attributed to
    none, the program's own amount, and the difference, which is zero. A project changes nothing here.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "side": "VARCHAR",
        "measure": "VARCHAR",
        "projects": "BIGINT",
        "attributed": MONEY,
        "unattributed": MONEY,
        "whole": MONEY,
        "difference": MONEY,
    }
