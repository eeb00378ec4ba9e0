"""The closed-form program: eight quarters small enough to check every metric by hand.

Status date 2026-03-31, the end of the fifth quarter. Two benefits, one disbenefit, three
projects (two closed after the third quarter), one missing measurement (B2, fourth quarter).
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from data.workbook import write_workbook

AS_OF = date(2026, 3, 31)
PROGRAM = "PRG-CF"
CASE = "v1"
QUARTERS = [f"{year}-Q{quarter}" for year in (2025, 2026) for quarter in (1, 2, 3, 4)]

PLANNED = {
    "B1": [0, 0, 100, 100, 100, 100, 100, 100],
    "B2": [0, 50, 50, 50, 50, 50, 50, 50],
    "D1": [-20, -20, -20, -20, 0, 0, 0, 0],
}
REALIZED: dict[str, list[int | None]] = {
    "B1": [0, 0, 0, 60, 80],
    "B2": [0, 50, 60, None, 70],
    "D1": [-20, -30, -20, -20, 0],
}
FORECAST = {"B1": [90, 100, 100], "B2": [60, 60, 60], "D1": [0, 0, 0]}

Row = dict[str, object]


def closed_form() -> dict[str, list[Row]]:
    """Table name -> rows, keyed by field name; periods as quarters (`period`: 2025-Q1)."""
    return {
        "programs": [_program()],
        "objectives": [_objective()],
        "projects": [
            _project("P1", "Claims platform", closed=date(2025, 9, 30)),
            _project("P2", "Branch renewal", closed=date(2025, 9, 30)),
            _project("P3", "Supplier contracts"),
        ],
        "business_cases": [_case()],
        "benefits": [
            _benefit("B1", "Faster claims handling"),
            _benefit("B2", "Lower purchase prices"),
            _benefit("D1", "Training time", kind="disbenefit"),
        ],
        "contributions": [
            {"benefit_id": benefit, "project_id": project, "weight": Decimal(weight), "kind": "direct"}
            for benefit, project, weight in (
                ("B1", "P1", "0.7"),
                ("B1", "P2", "0.3"),
                ("B2", "P2", "0.5"),
                ("B2", "P3", "0.3"),
            )
        ],
        "planned_values": _long(PLANNED, QUARTERS, case_version=CASE),
        "forecast_values": _long(FORECAST, QUARTERS[5:], forecast_as_of=AS_OF),
        "realized_values": _long(REALIZED, QUARTERS[:5], evidence="finance verified"),
        "risks": [
            _risk("R1", "P1", "Adoption stalls", "0.3", "0.5", 100),
            _risk("R2", None, "A successor system is chosen", "0.2", "1", 50),
        ],
    }


def write(path: Path) -> Path:
    """Write the program as a Realized workbook."""
    write_workbook(path, closed_form())
    return path


def _long(
    values: dict[str, list[int | None]] | dict[str, list[int]], quarters: Sequence[str], **same: object
):
    """One row a benefit and quarter; a missing value is a row whose value cell is blank."""
    return [
        {"benefit_id": benefit, "period": quarter, **same, "value": None if value is None else Decimal(value)}
        for benefit, series in values.items()
        for quarter, value in zip(quarters, series, strict=True)
    ]


def _program() -> Row:
    return {
        "program_id": PROGRAM,
        "program": "Closed form",
        "currency": "EUR",
        "fiscal_year_start_month": 1,
        "discount_rate": Decimal("0.035"),
        "start": date(2025, 1, 1),
        "end": date(2026, 12, 31),
    }


def _objective() -> Row:
    return {
        "objective_id": "O1",
        "program_id": PROGRAM,
        "objective": "Lower cost to serve",
        "target": Decimal(900),
        "unit": "EUR",
        "target_date": date(2026, 12, 31),
    }


def _project(project_id: str, name: str, closed: date | None = None) -> Row:
    return {
        "project_id": project_id,
        "program_id": PROGRAM,
        "project": name,
        "status": "closed" if closed else "active",
        "baseline_start": date(2025, 1, 1),
        "baseline_finish": date(2025, 9, 30) if closed else date(2026, 6, 30),
        "actual_finish": closed,
        "closed_on": closed,
    }


def _case() -> Row:
    return {
        "case_version": CASE,
        "program_id": PROGRAM,
        "label": "Approved business case",
        "approved_on": date(2024, 12, 15),
    }


def _benefit(benefit_id: str, name: str, kind: str = "benefit") -> Row:
    return {
        "benefit_id": benefit_id,
        "program_id": PROGRAM,
        "benefit": name,
        "objective_id": None if kind == "disbenefit" else "O1",
        "kind": kind,
        "value_type": "monetary",
        "unit": "EUR",
        "value_basis": "per period",
        "cadence": "quarterly",
        "owner": "Head of operations",
    }


def _risk(risk_id: str, project: str | None, name: str, probability: str, share: str, impact: int) -> Row:
    return {
        "risk_id": risk_id,
        "program_id": PROGRAM,
        "project_id": project,
        "risk": name,
        "probability": Decimal(probability),
        "impact": Decimal(impact),
        "benefit_id": "B1",
        "benefit_impact": Decimal(share),
        "status": "open",
    }
