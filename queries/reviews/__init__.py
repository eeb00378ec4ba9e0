"""Measurements and reviews: what was due, what was done, what is overdue, and whose it is."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question


@dataclass(frozen=True)
class Dated(Question):
    """A question about what is due.

    grace_days   days after the due date before something is overdue
    """

    grace_days: int = 30


@dataclass(frozen=True)
class Totals(Dated):
    """How many measurements and reviews are overdue?

    One row per kind (measurement, review): how many were due by the status date, done, overdue, still
    within the days of grace, and how many fall due in the quarter (92 days) that follows.
    """

    columns: ClassVar[dict[str, str]] = {
        "what": "VARCHAR",
        "due_by_now": "BIGINT",
        "done": "BIGINT",
        "overdue": "BIGINT",
        "in_grace": "BIGINT",
        "coming": "BIGINT",
        "owners_overdue": "BIGINT",
        "oldest_overdue": "DATE",
    }


@dataclass(frozen=True)
class Grid(Dated):
    """Who has what to do, month by month?

    One row per owner and month from a year before the status date to half a year after it: how many are
    done, overdue, due and coming. Owners with the most overdue first; nobody (owner null) is one of them.

    what   measurement, review, or all
    top    how many owners
    """

    columns: ClassVar[dict[str, str]] = {
        "place": "BIGINT",
        "of_owners": "BIGINT",
        "owner": "VARCHAR",
        "owner_left": "BOOLEAN",
        "overdue_ever": "BIGINT",
        "month": "DATE",
        "done": "BIGINT",
        "overdue": "BIGINT",
        "due": "BIGINT",
        "coming": "BIGINT",
    }

    what: str = "all"
    top: int = 14


@dataclass(frozen=True)
class Owners(Dated):
    """Who has something overdue, or a review lately or soon?

    One row per owner (null is nobody): how many measurements and reviews are overdue, and how many reviews
    are on the agenda.
    """

    columns: ClassVar[dict[str, str]] = {
        "owner": "VARCHAR",
        "measurements": "BIGINT",
        "reviews": "BIGINT",
        "appointments": "BIGINT",
    }


@dataclass(frozen=True)
class Listed(Dated):
    """A question whose rows are shown a page at a time; `matches` says how many there are beyond the page.

    owner        whose they are; None means anybody, an empty text nobody
    rows, skip   a page of them; None means all
    """

    owner: str | None = None
    rows: int | None = None
    skip: int = 0


@dataclass(frozen=True)
class Overdue(Listed):
    """Which measurements and reviews are overdue, and whose are they?

    One row per kind, benefit (or project review) and owner with anything overdue: how many, since when,
    and what the case planned in the values not measured.

    sort   oldest: what is overdue for longest comes first; most: whoever has most of it
    """

    choices: ClassVar[dict[str, tuple[str, tuple[str, ...]]]] = {
        **Dated.choices,
        "sort": ("order", ("oldest", "most")),
    }

    sort: str = "oldest"

    columns: ClassVar[dict[str, str]] = {
        "what": "VARCHAR",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "currency": "VARCHAR",
        "benefit_id": "VARCHAR",
        "name": "VARCHAR",
        "owner": "VARCHAR",
        "owner_until": "DATE",
        "owner_left": "BOOLEAN",
        "overdue": "BIGINT",
        "oldest_due_on": "DATE",
        "newest_due_on": "DATE",
        "days_overdue": "BIGINT",
        "planned": MONEY,
        "last_done_on": "DATE",
        "matches": "BIGINT",
    }


@dataclass(frozen=True)
class Agenda(Listed):
    """Which reviews were held lately, and which are to come?

    One row per review that was held or fell due in the half year before the status date, or falls due in
    the half year after it.

    sort   date: in the order of their dates; state: overdue, due, coming, done, each by date
    """

    choices: ClassVar[dict[str, tuple[str, tuple[str, ...]]]] = {
        **Dated.choices,
        "sort": ("order", ("date", "state")),
    }

    sort: str = "date"

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "benefit_id": "VARCHAR",
        "name": "VARCHAR",
        "owner": "VARCHAR",
        "owner_until": "DATE",
        "owner_left": "BOOLEAN",
        "due_on": "DATE",
        "done_on": "DATE",
        "state": "VARCHAR",
        "days_late": "BIGINT",
        "outcome": "VARCHAR",
        "reviewer": "VARCHAR",
        "matches": "BIGINT",
    }
