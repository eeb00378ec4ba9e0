"""Portfolios that are hardly any, hardly readable, or very large: what every page must be able to show."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from tests.pages.payloads import PAYLOADS
from tests.workbooks.closed_form import AS_OF, closed_form

Rows = dict[str, list[dict[str, Any]]]
NAMES = [*PAYLOADS, "ع" * 40 + " 🚀", "x" * 300]
MANY = 5_000


def _changed(change: Callable[[Rows], None]) -> Callable[[], Rows]:
    def made() -> Rows:
        rows: Rows = closed_form()
        change(rows)
        return rows

    return made


def nasty(rows: Rows) -> None:
    """Names that look like markup, run from right to left, or never end; everything late and orphaned."""
    for place, row in enumerate(rows["projects"]):
        row |= {"project": NAMES[place % len(NAMES)], "status": "closed", "closed_on": date(2025, 9, 30)}
        row |= {
            "actual_finish": date(2026, 1, 31),
            "handed_over_on": date(2025, 9, 30),
            "handover_accepted": False,
        }
        row["handed_over_to"] = NAMES[(place + 1) % len(NAMES)]
    for place, row in enumerate(rows["benefits"]):
        row |= {
            "benefit": NAMES[(place + 3) % len(NAMES)],
            "owner": NAMES[place],
            "owner_until": date(2025, 1, 1),
        }
    for place, row in enumerate(rows["risks"]):
        row |= {"risk": NAMES[-1 - place], "owner": NAMES[-1 - place]}
    rows["objectives"][0]["objective"] = "y" * 300
    rows["programs"][0]["program"] = NAMES[-2]
    rows["business_cases"][0] |= {"label": NAMES[1], "reason": NAMES[-3]}
    rows["dependencies"] = [{"from": "P1", "to": "<b>change</b> $x$", "kind": "enables"}]
    rows["dependencies"] += [{"from": "<b>change</b> $x$", "to": "B1", "kind": "enables"}]
    rows["reviews"] = [
        {"benefit_id": "B1", "due_on": date(2025, 12, 31), "outcome": NAMES[0], "reviewer": NAMES[1]}
    ]
    rows["budget"] = [
        {
            "program_id": "PRG-CF",
            "project_id": "P1",
            "cost_type": NAMES[-3],
            "period": "2026-Q1",
            "baseline": 5,
        }
    ]


def only_disbenefits(rows: Rows) -> None:
    for table in ("benefits", "contributions", "planned_values", "realized_values", "forecast_values"):
        rows[table] = [row for row in rows[table] if row["benefit_id"] == "D1"]
    rows["contributions"] = [{"benefit_id": "D1", "project_id": "P1", "weight": 1}]
    rows["risks"] = []


def only_measures(rows: Rows) -> None:
    for row in rows["benefits"]:
        row |= {"value_type": "quantitative", "value_basis": "level", "unit": "days", "kind": "benefit"}
    for row in rows["realized_values"]:
        row["value"] = abs(row["value"]) if row["value"] is not None else None


def no_case(rows: Rows) -> None:
    rows["business_cases"], rows["planned_values"] = [], []


def nothing_linked(rows: Rows) -> None:
    rows["contributions"] = rows["projects"] = rows["risks"] = []


def only_closed(rows: Rows) -> None:
    for row in rows["projects"]:
        row |= {"status": "closed", "closed_on": date(2025, 9, 30)}


def one_row() -> Rows:
    return {"programs": [{"program_id": "P", "program": "Program", "currency": "EUR"}]}


def one_project() -> Rows:
    project = {"project_id": "J", "program_id": "P", "project": "One", "status": "closed", "closed_on": AS_OF}
    return one_row() | {"projects": [project]}


def many() -> Rows:
    """A project, a benefit of 100 and 60 of it realized, and a tenth of it spent, 5,000 times."""
    rows = one_row()
    ids = [f"{number:04d}" for number in range(MANY)]
    rows["projects"] = [
        {
            "project_id": f"J{one}",
            "program_id": "P",
            "project": f"Project {one}",
            "status": "active" if number % 2 else "closed",
            "closed_on": None if number % 2 else date(2025, 9, 30),
        }
        for number, one in enumerate(ids)
    ]
    rows["business_cases"] = [
        {"program_id": "P", "case_version": "v1", "label": "Case", "approved_on": date(2024, 12, 1)}
    ]
    rows["benefits"] = [
        {
            "benefit_id": f"B{one}",
            "program_id": "P",
            "benefit": f"Benefit {one}",
            "kind": "benefit",
            "value_type": "monetary",
        }
        for one in ids
    ]
    rows["contributions"] = [
        {"benefit_id": f"B{one}", "project_id": f"J{one}", "weight": Decimal(1)} for one in ids
    ]
    rows["planned_values"] = [
        {"benefit_id": f"B{one}", "case_version": "v1", "period": "2025-Q4", "value": 100} for one in ids
    ]
    rows["realized_values"] = [{"benefit_id": f"B{one}", "period": "2025-Q4", "value": 60} for one in ids]
    rows["budget"] = [
        {"program_id": "P", "project_id": f"J{one}", "period": "2025-Q4", "baseline": 10, "actual": 11}
        for one in ids
    ]
    return rows


# What each is called, its rows, and the program that is in it.
PORTFOLIOS: dict[str, Callable[[], Rows]] = {
    "names": _changed(nasty),
    "only disbenefits": _changed(only_disbenefits),
    "only measures": _changed(only_measures),
    "no case": _changed(no_case),
    "nothing linked": _changed(nothing_linked),
    "only closed projects": _changed(only_closed),
    "one row": one_row,
    "one project": one_project,
}
