"""The filled example of the template: one small program that shows every sheet at work."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

Row = dict[str, object]

PROGRAM = "EX"
QUARTERS = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
FORECAST_AS_OF = date(2026, 3, 31)
OWNERS = {"EX-B1": "Head of claims", "EX-B2": "Head of purchasing", "EX-B3": "Head of sales"}

# Planned values by case version, then measured ones to the first quarter of 2026; None: not measured.
PLANNED: dict[str, dict[str, list[int]]] = {
    "v1": {
        "EX-B1": [0, 0, 40_000, 60_000, 60_000, 60_000, 60_000, 60_000],
        "EX-B2": [0, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000],
        "EX-B3": [0, 0, 0, 15_000, 30_000, 45_000, 45_000, 45_000],
        "EX-B4": [21, 20, 18, 16, 14, 12, 12, 12],
        "EX-B5": [62, 64, 66, 68, 70, 72, 74, 75],
        "EX-D1": [-12_000, -12_000, -6_000, 0, 0, 0, 0, 0],
    },
    "v2": {
        "EX-B1": [0, 0, 40_000, 60_000, 60_000, 60_000, 60_000, 60_000],
        "EX-B2": [0, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000],
        "EX-B3": [0, 0, 0, 0, 15_000, 30_000, 45_000, 45_000],
        "EX-B4": [21, 20, 18, 16, 14, 12, 12, 12],
        "EX-B5": [62, 64, 66, 68, 70, 72, 74, 75],
        "EX-D1": [-12_000, -12_000, -6_000, -3_000, 0, 0, 0, 0],
    },
}
REALIZED: dict[str, list[int | None]] = {
    "EX-B1": [0, 0, 28_400, 51_250, 57_900],
    "EX-B2": [0, 24_100, 26_350, None, 27_800],
    "EX-B3": [0, 0, 0, 0, 9_600],
    "EX-B4": [21, 20, 19, 18, 16],
    "EX-B5": [62, 63, None, 66, 67],
    "EX-D1": [-12_000, -13_500, -8_000, -2_500, 0],
}
FORECAST = {
    "EX-B1": [58_000, 60_000, 60_000],
    "EX-B2": [27_000, 27_000, 27_000],
    "EX-B3": [24_000, 38_000, 45_000],
}


def example() -> dict[str, list[Row]]:
    """Table name -> rows of the example, keyed by field name."""
    return {
        "programs": [_program()],
        "objectives": _objectives(),
        "projects": _projects(),
        "business_cases": _cases(),
        "benefits": _benefits(),
        "contributions": _contributions(),
        "planned_values": [
            row
            for case, values in PLANNED.items()
            for row in _values(values, QUARTERS, {"case_version": case})
        ],
        "forecast_values": _values(FORECAST, QUARTERS[5:], {"forecast_as_of": FORECAST_AS_OF}),
        "realized_values": _values(REALIZED, QUARTERS[:5], {"evidence": "system extract"}),
        "budget": _budget(),
        "earned_value": _earned_value(),
        "risks": _risks(),
        "milestones": _milestones(),
        "reviews": _reviews(),
        "dependencies": [
            {"from": "EX-P1", "to": "EX-B1", "kind": "enables"},
            {"from": "EX-B1", "to": "EX-O1", "kind": "contributes to"},
        ],
    }


def _values(
    values: dict[str, list[int]] | dict[str, list[int | None]], periods: Sequence[str], same: Row
) -> list[Row]:
    """One row a benefit and period; a value nobody measured is an empty cell."""
    return [
        {"benefit_id": benefit, **same, "period": period, "value": None if value is None else Decimal(value)}
        for benefit, series in values.items()
        for period, value in zip(periods, series, strict=True)
    ]


def _program() -> Row:
    return {
        "program_id": PROGRAM,
        "program": "Example program",
        "portfolio": "Examples",
        "sponsor": "Head of operations",
        "program_manager": "Program office",
        "currency": "EUR",
        "fiscal_year_start_month": 1,
        "discount_rate": Decimal("0.035"),
        "price_base": "nominal",
        "start": date(2024, 7, 1),
        "end": date(2026, 6, 30),
        "horizon_end": date(2026, 12, 31),
    }


def _objectives() -> list[Row]:
    until = date(2026, 12, 31)
    rows = (
        ("EX-O1", "Handle claims at lower cost", 500_000, "EUR", "0.6"),
        ("EX-O2", "Grow with satisfied customers", 75, "%", "0.4"),
    )
    return [
        {
            "objective_id": objective_id,
            "program_id": PROGRAM,
            "objective": text,
            "target": Decimal(target),
            "unit": unit,
            "target_date": until,
            "weight": Decimal(weight),
        }
        for objective_id, text, target, unit, weight in rows
    ]


def _projects() -> list[Row]:
    rows: tuple[tuple[str, str, str, date, date | None], ...] = (
        ("EX-P1", "Digital claims intake", "closed", date(2025, 6, 30), date(2025, 7, 31)),
        ("EX-P2", "Supplier contracts", "closed", date(2025, 3, 31), date(2025, 3, 31)),
        ("EX-P3", "Customer portal", "active", date(2026, 6, 30), None),
    )
    return [
        {
            "project_id": project_id,
            "program_id": PROGRAM,
            "project": name,
            "status": status,
            "baseline_start": date(2024, 7, 1),
            "baseline_finish": finish,
            "forecast_finish": done or finish,
            "actual_finish": done,
            "closed_on": done,
            "handed_over_on": done,
            "handed_over_to": "Operations" if done else None,
            "handover_accepted": True if done else None,
            "percent_complete": Decimal(1) if done else Decimal("0.8"),
        }
        for project_id, name, status, finish, done in rows
    ]


def _cases() -> list[Row]:
    same = {"program_id": PROGRAM, "approved_by": "Program board"}
    return [
        same | {"case_version": "v1", "label": "Original case", "approved_on": date(2024, 6, 15)},
        same
        | {
            "case_version": "v2",
            "label": "Re-baseline 2025",
            "approved_on": date(2025, 9, 15),
            "reason": "The customer portal starts a quarter later.",
        },
    ]


def _benefits() -> list[Row]:
    rows: tuple[tuple[str, str, str | None, str, str, str | None, str], ...] = (
        ("EX-B1", "Less manual work on claims", "EX-O1", "monetary", "cash releasing", "EX-P1", "EUR"),
        ("EX-B2", "Lower purchase prices", "EX-O1", "monetary", "cash releasing", "EX-P2", "EUR"),
        ("EX-B3", "More contracts sold online", "EX-O2", "monetary", "revenue", "EX-P3", "EUR"),
        ("EX-B4", "Days to settle a claim", "EX-O2", "quantitative", "non cash releasing", "EX-P1", "days"),
        ("EX-B5", "Satisfied customers", "EX-O2", "quantitative", "qualitative", "EX-P3", "%"),
        ("EX-D1", "Parallel running of two systems", None, "monetary", "non cash releasing", "EX-P1", "EUR"),
    )
    measures: dict[str, Row] = {
        "EX-B4": {"direction": "decrease", "baseline_value": Decimal(21), "target_value": Decimal(12)},
        "EX-B5": {"direction": "increase", "baseline_value": Decimal(62), "target_value": Decimal(75)},
    }
    return [
        {
            "benefit_id": benefit_id,
            "program_id": PROGRAM,
            "benefit": name,
            "objective_id": objective,
            "kind": "disbenefit" if benefit_id == "EX-D1" else "benefit",
            "value_type": value_type,
            "class": sort,
            "owner": OWNERS.get(benefit_id, "Head of operations"),
            "unit": unit,
            "value_basis": "level" if benefit_id in measures else "per period",
            "aggregation": "last" if benefit_id in measures else "sum",
            "cadence": "quarterly",
            "starts_after": project,
            **measures.get(benefit_id, {}),
        }
        for benefit_id, name, objective, value_type, sort, project, unit in rows
    ]


def _contributions() -> list[Row]:
    rows = (
        ("EX-B1", "EX-P1", "0.8"),
        ("EX-B2", "EX-P2", "1"),
        ("EX-B3", "EX-P3", "0.7"),
        ("EX-B3", "EX-P1", "0.2"),
        ("EX-D1", "EX-P1", "1"),
    )
    return [
        {"benefit_id": benefit, "project_id": project, "weight": Decimal(weight), "kind": "direct"}
        for benefit, project, weight in rows
    ]


def _budget() -> list[Row]:
    spent: list[int | None] = [52_000, 55_500, 48_000, 51_000, 49_500, None]
    return [
        {
            "program_id": PROGRAM,
            "project_id": "EX-P3",
            "cost_type": "capital",
            "period": period,
            "baseline": Decimal(50_000),
            "current": Decimal(50_000),
            "actual": None if actual is None else Decimal(actual),
            "forecast": Decimal(50_000) if actual is None else None,
            "contingency": Decimal(5_000),
            "contingency_drawn": None if actual is None else Decimal(1_000),
        }
        for period, actual in zip(QUARTERS[:6], spent, strict=True)
    ]


def _earned_value() -> list[Row]:
    return [
        {
            "project_id": "EX-P3",
            "as_of": date(2026, 3, 31),
            "bac": Decimal(300_000),
            "pv": Decimal(250_000),
            "ev": Decimal(240_000),
            "ac": Decimal(256_000),
        }
    ]


def _risks() -> list[Row]:
    return [
        {
            "risk_id": "EX-R1",
            "program_id": PROGRAM,
            "project_id": "EX-P3",
            "risk": "The portal is used less than planned",
            "category": "adoption",
            "probability": Decimal("0.3"),
            "impact": Decimal(40_000),
            "benefit_id": "EX-B3",
            "benefit_impact": Decimal("0.5"),
            "response": "Campaign with the renewal letters",
            "owner": "Head of sales",
            "status": "open",
        },
        {
            "risk_id": "EX-R2",
            "program_id": PROGRAM,
            "risk": "Adoption stays low in all channels",
            "category": "adoption",
            "probability": Decimal("0.2"),
            "impact": Decimal(90_000),
            "status": "open",
            "escalated_from": "EX-R1",
        },
    ]


def _milestones() -> list[Row]:
    return [
        {
            "milestone_id": "EX-M1",
            "project_id": "EX-P1",
            "milestone": "Intake handed over to operations",
            "kind": "handover",
            "baseline_date": date(2025, 6, 30),
            "forecast_date": date(2025, 7, 31),
            "actual_date": date(2025, 7, 31),
        }
    ]


def _reviews() -> list[Row]:
    return [
        {
            "benefit_id": "EX-B1",
            "due_on": date(2026, 1, 31),
            "held_on": date(2026, 2, 4),
            "outcome": "on track",
        },
        {"benefit_id": "EX-B3", "due_on": date(2026, 7, 31)},
    ]
