"""Small random portfolios, and the metrics of metrics.md computed once more in plain Python."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.queries import kit

PERIODS = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08"]
STATUS_DATES = [
    date(2024, 12, 31),
    date(2025, 3, 31),
    date(2025, 5, 31),
    date(2025, 6, 15),
    date(2025, 12, 31),
]
VINTAGES = [date(2025, 1, 31), date(2025, 3, 31), date(2025, 5, 31)]
# Two approved versions: which is "current" depends on the date.
APPROVED = {"v1": date(2024, 12, 1), "v2": date(2025, 4, 15)}
WEIGHTS = ["0", "0.1", "0.25", "0.333333", "0.5"]

amounts = st.one_of(st.just(0), st.integers(1, 900)).map(lambda cents: Decimal(cents) / 10)
values = st.lists(st.one_of(st.none(), amounts), min_size=len(PERIODS), max_size=len(PERIODS))


@dataclass(frozen=True)
class Benefit:
    """One benefit: values by period, planned by case version, forecast by vintage."""

    id: str
    program: str
    sign: int
    planned: dict[str, list[Decimal | None]]
    forecast: dict[date, list[Decimal | None]]
    realized: list[Decimal | None]
    verified: bool
    weights: dict[str, Decimal]


@st.composite
def benefit(draw: st.DrawFn, number: int) -> Benefit:
    sign = draw(st.sampled_from([1, 1, 1, -1]))
    signed = values.map(lambda row: [None if value is None else sign * value for value in row])
    vintages = draw(st.lists(st.sampled_from(VINTAGES), unique=True, max_size=2))
    return Benefit(
        id=f"B{number}",
        program=draw(st.sampled_from(["A", "B"])),
        sign=sign,
        planned={case: draw(signed) for case in APPROVED},
        forecast={vintage: draw(signed) for vintage in vintages},
        realized=draw(signed),
        verified=draw(st.booleans()),
        weights={
            project: Decimal(draw(st.sampled_from(WEIGHTS)))
            for project in draw(st.lists(st.sampled_from(["P1", "P2"]), unique=True))
        },
    )


portfolios = st.integers(1, 4).flatmap(lambda size: st.tuples(*(benefit(number) for number in range(size))))


def tables(benefits: tuple[Benefit, ...]) -> dict[str, list[dict[str, Any]]]:
    """The rows of a workbook that says all this."""
    made: dict[str, list[dict[str, Any]]] = {
        "programs": [
            {"program_id": "A", "program": "One", "currency": "EUR"},
            {"program_id": "B", "program": "Two", "currency": "EUR"},
        ],
        "projects": [
            {"project_id": "P1", "program_id": "A", "project": "First", "status": "active"},
            {"project_id": "P2", "program_id": "B", "project": "Second", "status": "cancelled"},
        ],
        "business_cases": [
            {"program_id": program, "case_version": case, "label": case, "approved_on": day}
            for program in ("A", "B")
            for case, day in APPROVED.items()
        ],
        "benefits": [],
        "contributions": [],
        "planned_values": [],
        "forecast_values": [],
        "realized_values": [],
    }
    for one in benefits:
        for name, rows in _tables(one).items():
            made[name] += rows
    return made


def _tables(one: Benefit) -> dict[str, list[dict[str, Any]]]:
    return {
        "benefits": [
            {
                "benefit_id": one.id,
                "program_id": one.program,
                "benefit": one.id,
                "kind": "benefit" if one.sign > 0 else "disbenefit",
                "value_type": "monetary",
                "value_basis": "per period",
            }
        ],
        "contributions": [
            {"benefit_id": one.id, "project_id": project, "weight": weight}
            for project, weight in one.weights.items()
        ],
        "planned_values": _long(one, "case_version", one.planned),
        "forecast_values": _long(one, "forecast_as_of", one.forecast),
        "realized_values": _long(
            one, "evidence", {"finance verified" if one.verified else "owner claim": one.realized}
        ),
    }


def _long(one: Benefit, key: str, series: dict[Any, list[Decimal | None]]) -> list[dict[str, Any]]:
    return [
        {"benefit_id": one.id, key: name, "period": period, "value": value}
        for name, row in series.items()
        for period, value in zip(PERIODS, row, strict=True)
    ]


def to_date(row: list[Decimal | None], as_of: date) -> list[Decimal | None]:
    return [value for value, period in zip(row, PERIODS, strict=True) if kit.period(period)[1] <= as_of]


def total(row: list[Decimal | None]) -> Decimal:
    return sum((value for value in row if value is not None), Decimal(0))


def chosen(case: str, as_of: date) -> str:
    return "v2" if case == "current" and as_of >= APPROVED["v2"] else "v1"


@dataclass(frozen=True)
class Expected:
    """What metrics.md says of one benefit."""

    planned: Decimal
    realized: Decimal | None
    lifetime: Decimal
    outlook: Decimal
    method: str
    due: int
    measured: int
    slippage: float | None


def expected(one: Benefit, case: str, as_of: date) -> Expected:
    """M1, M2, M6, M10 and M15 by the letter, cell by cell."""
    plan = one.planned[chosen(case, as_of)]
    due = [
        (value, seen)
        for value, seen in zip(to_date(plan, as_of), to_date(one.realized, as_of), strict=True)
        if value
    ]
    realized = total(to_date(one.realized, as_of))
    known = [vintage for vintage in one.forecast if vintage <= as_of]
    coming = one.forecast[max(known)][len(to_date(plan, as_of)) :] if known else []
    method = "forecast" if any(value is not None for value in coming) else "carried forward"
    remaining = total(coming) if method == "forecast" else total(plan) - total(to_date(plan, as_of))
    never = bool(due) and all(seen is None for seen in to_date(one.realized, as_of))
    return Expected(
        planned=total(to_date(plan, as_of)),
        realized=None if never else realized,
        lifetime=total(plan),
        outlook=realized + remaining,
        method=method,
        due=len(due),
        measured=sum(seen is not None for _, seen in due),
        slippage=slippage(plan, realized, as_of) if one.sign > 0 and not never else None,
    )


def slippage(plan: list[Decimal | None], realized: Decimal, as_of: date) -> float | None:
    """Months from when the plan first reached `realized` to the status date; periods are months of 2025."""
    now = (as_of.year - 2025) * 12 + as_of.month - (0 if as_of.day > 27 else 0.5)
    due = total(to_date(plan, as_of))
    if total(plan) <= realized or (due == 0 and realized == 0):
        return None
    reached = Decimal(0)
    for month, value in enumerate(plan):
        if value and reached + value >= realized:
            return float(now) - month - float((realized - reached) / value)
        reached += value or 0
    raise AssertionError("the plan never reaches what it exceeds")
