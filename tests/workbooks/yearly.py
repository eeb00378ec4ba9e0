"""The yearly program of the value for money cases: costs in two years, benefits in the three after them.

Planned costs 500 and 100, benefits 300 a year; as expected now costs 520 and 180, benefits 150, 270 and 330.
Status date 2025-12-31: the costs have been spent, no benefit is due yet. One project brings it all.
"""

from datetime import date
from decimal import Decimal

AS_OF = date(2025, 12, 31)
YEARS = (2024, 2025, 2026, 2027, 2028)
COSTS = {2024: (500, 520), 2025: (100, 180)}
BENEFITS = {2026: (300, 150), 2027: (300, 270), 2028: (300, 330)}

Rows = dict[str, list[dict[str, object]]]


def yearly(**program: object) -> Rows:
    """Table name -> rows; `program` adds to the program's row."""
    return {
        "programs": [{"program_id": "Y", "program": "Yearly", "currency": "EUR", **program}],
        "projects": [{"project_id": "Y1", "program_id": "Y", "project": "Platform", "status": "active"}],
        "business_cases": [
            {"case_version": "v1", "program_id": "Y", "label": "Case", "approved_on": date(2023, 11, 1)}
        ],
        "benefits": [
            {
                "benefit_id": "B",
                "program_id": "Y",
                "benefit": "Lower cost",
                "kind": "benefit",
                "value_type": "monetary",
            }
        ],
        "contributions": [{"benefit_id": "B", "project_id": "Y1", "weight": Decimal(1)}],
        "planned_values": [
            {"benefit_id": "B", "case_version": "v1", "period": str(year), "value": planned}
            for year, (planned, _) in BENEFITS.items()
        ],
        "forecast_values": [
            {"benefit_id": "B", "forecast_as_of": AS_OF, "period": str(year), "value": expected}
            for year, (_, expected) in BENEFITS.items()
        ],
        "budget": [
            {"program_id": "Y", "project_id": "Y1", "period": str(year), "baseline": planned, "actual": spent}
            for year, (planned, spent) in COSTS.items()
        ],
    }
