"""Small random budgets and risk registers, and metrics.md's formulas for them once more in plain Python."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

from hypothesis import strategies as st

from tests.queries import kit
from tests.queries.portfolios import PERIODS, amounts

# Who can spend and carry a risk: programs themselves, and projects; one ended on a day, one on none known.
OWNERS = [("A", None), ("A", "P1"), ("A", "P3"), ("B", None), ("B", "P2")]
CLOSED = {"P2": None, "P3": date(2025, 4, 30)}
COST_TYPES = [None, "staff", "Whole-life"]
MONEY = ("baseline", "current", "actual", "forecast", "contingency", "contingency_drawn")
Row = dict[str, Any]

maybe = st.one_of(st.none(), amounts)
cells = st.fixed_dictionaries(
    {"period": st.sampled_from(PERIODS), **dict.fromkeys(MONEY, maybe)},
)
some_lines = st.lists(
    st.tuples(st.sampled_from(OWNERS), st.sampled_from(COST_TYPES), cells),
    min_size=12,
    max_size=30,
    unique_by=lambda line: (line[0], line[1], line[2]["period"]),
)
lines = st.one_of(some_lines, some_lines, st.just([]))
reports = st.lists(
    st.fixed_dictionaries(
        {
            "project_id": st.sampled_from(["P1", "P2", "P3"]),
            "as_of": st.sampled_from([date(2025, 2, 28), date(2025, 5, 31)]),
            **dict.fromkeys(("bac", "pv", "ev", "ac"), amounts),
        }
    ),
    max_size=4,
    unique_by=lambda row: (row["project_id"], row["as_of"]),
)


@st.composite
def register(draw: st.DrawFn) -> list[Row]:
    """None, or four to six risks: some closed, some escalated from an earlier one, some threatening B0."""
    rows: list[Row] = []
    for number in range(draw(st.sampled_from([0, 4, 5, 6]))):
        program, project = draw(st.sampled_from(OWNERS))
        rows.append(
            {
                "risk_id": f"R{number}",
                "risk": f"R{number}",
                "program_id": program,
                "project_id": project,
                "probability": Decimal(draw(st.integers(0, 20))) / 20,
                "impact": draw(maybe),
                "status": draw(st.sampled_from([None, "open", "Closed"])),
                "escalated_from": draw(st.sampled_from([None, *(row["risk_id"] for row in rows)])),
                "benefit_id": draw(st.sampled_from([None, "B0"])),
                "benefit_impact": draw(st.sampled_from([None, Decimal("0.25"), Decimal(1)])),
            }
        )
    return rows


def added(
    made: dict[str, list[Row]], budget: Any, earned: list[Row], risks: list[Row]
) -> dict[str, list[Row]]:
    """The rows of a portfolio with these beside them."""
    projects = [row | {"closed_on": CLOSED.get(row["project_id"])} for row in made["projects"]]
    projects.append(
        {
            "project_id": "P3",
            "program_id": "A",
            "project": "Third",
            "status": "closed",
            "closed_on": CLOSED["P3"],
        }
    )
    return made | {
        "projects": projects,
        "budget": [
            {"program_id": owner[0], "project_id": owner[1], "cost_type": kind, **cell}
            for owner, kind, cell in budget
        ],
        "earned_value": earned,
        "risks": risks,
    }


def costs(budget: Any, owner: tuple[str, str | None], as_of: date) -> Decimal | None:
    """C1 by the letter, cell by cell; None without a budget."""
    mine = [(kind, cell) for who, kind, cell in budget if who == owner]
    if owner[1] and any(kind == "Whole-life" for kind, _ in mine):
        mine = [(kind, cell) for kind, cell in mine if kind == "Whole-life"]
    if not mine:
        return None
    return sum((_cost(cell, kind, mine, owner[1], as_of) for kind, cell in mine), Decimal(0))


def _cost(cell: Row, kind: str | None, mine: list[Any], project: str | None, as_of: date) -> Decimal:
    start, end = kit.period(cell["period"])
    if end <= as_of and cell["actual"] is not None:
        return cell["actual"]
    if cell["forecast"] is not None:
        return cell["forecast"]
    if project in CLOSED and (closed := CLOSED[project] or as_of) <= as_of and closed < start:
        return Decimal(0)
    forecast_ends = [
        kit.period(other["period"])[1] for of, other in mine if of == kind and other["forecast"] is not None
    ]
    if end > as_of and any(as_of < other <= end for other in forecast_ends):
        return Decimal(0)
    budget = cell["baseline"] if cell["current"] is None else cell["current"]
    return budget or Decimal(0)


@dataclass(frozen=True)
class Risks:
    """What counts of a register: what is over or carried elsewhere does not."""

    counted: list[Row]

    @classmethod
    def of(cls, register: list[Row]) -> "Risks":
        came_from = {row["risk_id"]: row["escalated_from"] for row in register}
        carried = set()
        for row in register:
            origin = row["escalated_from"] if row["status"] != "Closed" else None
            while origin:
                carried.add(origin)
                origin = came_from[origin]
        return cls([row for row in register if row["status"] != "Closed" and row["risk_id"] not in carried])

    def within(self, *, program: str) -> "Risks":
        return Risks([row for row in self.counted if row["program_id"] == program])

    def exposure(self, level: str | None = None) -> Decimal:
        return sum(
            (
                row["probability"] * row["impact"]
                for row in self.counted
                if row["impact"] is not None and level in (None, _level(row))
            ),
            Decimal(0),
        )

    def percentile(self, percent: int) -> Decimal | None:
        """The loss not exceeded in so many of 100 cases, from every outcome, in fractions."""
        known = [row for row in self.counted if row["impact"] is not None]
        chances: dict[Decimal, Fraction] = {}
        for outcome in product((True, False), repeat=len(known)):
            pairs = list(zip(outcome, known, strict=True))
            loss = sum((row["impact"] for came, row in pairs if came), Decimal(0))
            chance = prod(
                Fraction(row["probability"] if came else 1 - row["probability"]) for came, row in pairs
            )
            chances[loss] = chances.get(loss, Fraction(0)) + chance
        reached = Fraction(0)
        for loss in sorted(chances):
            reached += chances[loss]
            if reached >= Fraction(percent, 100):
                return loss if known else None
        raise AssertionError("the chances add up to less than one")

    def share_left(self, benefit: str) -> Fraction:
        """What all its risks together leave of a benefit on average."""
        return prod(
            1 - Fraction(row["probability"]) * Fraction(row["benefit_impact"])
            for row in self.counted
            if row["benefit_id"] == benefit and row["benefit_impact"] is not None
        ) + Fraction(0)


def _level(row: Row) -> str:
    if row["project_id"]:
        return "project"
    return "escalated" if row["escalated_from"] else "program"
