"""The three stories of the demo, read from the files in stories/."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "stories"
NAMES = ("claims_forward", "direct_service", "shared_office")

Row = dict[str, Any]


@dataclass(frozen=True)
class Benefit:
    """A benefit: what was promised, and what became of it. Months are counted from year 0.

    `full` is the amount a year once ramped up, negative for a disbenefit, None for a measure
    that goes from `low` to `high`. `level` is the share of the plan that is reached, `delay`
    how many months later. Nothing is measured from month `stopped` on.
    """

    id: str
    name: str
    objective: str | None
    sort: str
    owner: str
    full: int | None
    start: int
    ramp: int
    projects: dict[str, Decimal]
    until: int
    level: float
    delay: int
    noise: float
    basis: str
    cadence: str
    added: bool
    owner_until: date | None
    stopped: int | None
    unit: str
    low: float
    high: float
    places: int
    tolerance: str | None
    type: str

    @property
    def money(self) -> bool:
        return self.full is not None

    @property
    def disbenefit(self) -> bool:
        return self.full is not None and self.full < 0


@dataclass(frozen=True)
class Story:
    """One program: its tables as written, its benefits, and how things turned out."""

    name: str
    program: Row
    outcome: Row
    rebase: Row
    cost: Row
    cases: list[Row]
    objectives: list[Row]
    changes: list[Row]
    projects: list[Row]
    risks: list[Row]
    benefits: list[Benefit]

    @property
    def id(self) -> str:
        return str(self.program["program_id"])


def month(text: str) -> int:
    """The month of 2024-05, counted from year 0."""
    year, number = text.split("-")[:2]
    return int(year) * 12 + int(number) - 1


def month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


@cache
def stories() -> tuple[Story, ...]:
    return tuple(_story(name) for name in NAMES)


def _story(name: str) -> Story:
    given = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    tables = {key: _rows(text) for key, text in given["table"].items()}
    outcome, until = given["outcome"], month_of(given["program"]["horizon_end"])
    return Story(
        name,
        given["program"],
        outcome,
        given["rebase"],
        given["cost"],
        given["cases"],
        given["objectives"],
        given["changes"],
        tables["projects"],
        tables["risks"],
        [_benefit(row, outcome, until) for row in tables["benefits"]],
    )


def _rows(text: str) -> list[Row]:
    """The rows of a table drawn with bars; an empty cell is None."""
    header, *lines = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return [{key: cell or None for key, cell in zip(header, line, strict=True)} for line in lines]


def _benefit(row: Row, outcome: Row, until: int) -> Benefit:
    more = outcome | {"places": outcome["money_places"]} | _more(row["more"] or "")
    stopped, owner_until = more.get("stopped"), more.get("owner_until")
    return Benefit(
        id=row["id"],
        name=row["name"],
        objective=row["objective"],
        sort=row["class"],
        owner=row["owner"],
        full=int(row["full"]) if row["full"] else None,
        start=month(row["start"]),
        ramp=int(row["ramp"]),
        projects=_shares(row["projects"] or ""),
        until=month(more["until"]) if "until" in more else until,
        level=float(more["level"]),
        delay=int(more["delay"]),
        noise=float(more["noise"]),
        basis=more.get("basis", "per period" if row["full"] else "level"),
        cadence=more.get("cadence", "monthly"),
        added="added" in more,
        owner_until=date.fromisoformat(owner_until) if owner_until else None,
        stopped=month(stopped) if stopped else None,
        unit=more.get("unit", "EUR"),
        low=float(more.get("from", 0)),
        high=float(more.get("to", 0)),
        places=int(more["places"]),
        tolerance=more.get("tolerance"),
        type=more.get("type", "monetary" if row["full"] else "quantitative"),
    )


def _more(text: str) -> Row:
    """`level 1.06; added` as {level: 1.06, added: ''}."""
    pairs = (piece.strip().partition(" ") for piece in text.split(";") if piece.strip())
    return {key: value for key, _, value in pairs}


def _shares(text: str) -> dict[str, Decimal]:
    """`P1 70, P2 30` as {P1: 0.70, P2: 0.30}."""
    pairs = (piece.split() for piece in text.split(",") if piece.strip())
    return {project: Decimal(percent) / 100 for project, percent in pairs}
