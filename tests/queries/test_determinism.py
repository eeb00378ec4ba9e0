"""The same question gives the same bits, however often it is asked and on however many threads."""

from datetime import UTC, date, datetime
from decimal import Decimal

import duckdb
import pytest

from data.store import Version
from queries import macros
from queries.question import answer
from queries.registry import questions
from tests.queries import kit

BENEFITS = 40
MONTHS = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]


def rows():
    """40 benefits of two programs, amounts that no binary fraction can hold."""
    ids = [f"B{number:02}" for number in range(BENEFITS)]

    def values(scale, **same):
        return [
            {
                "benefit_id": one,
                "period": month,
                "value": Decimal((place * 7 + at * 13) % 997) / 100 * scale,
                **same,
            }
            for place, one in enumerate(ids)
            for at, month in enumerate(MONTHS)
        ]

    return {
        "programs": [
            {"program_id": program, "program": program, "currency": "EUR"} for program in ("P0", "P1")
        ],
        "projects": [
            {"project_id": f"J{number}", "program_id": f"P{number % 2}", "project": "J", "status": "active"}
            for number in range(4)
        ],
        "business_cases": [
            {"program_id": program, "case_version": "v1", "label": "v1", "approved_on": date(2022, 12, 1)}
            for program in ("P0", "P1")
        ],
        "benefits": [
            {
                "benefit_id": one,
                "program_id": f"P{place % 2}",
                "benefit": one,
                "kind": "benefit",
                "value_type": "monetary",
            }
            for place, one in enumerate(ids)
        ],
        "contributions": [
            {"benefit_id": one, "project_id": f"J{place % 4}", "weight": Decimal("0.333333")}
            for place, one in enumerate(ids)
        ],
        "earned_value": [
            {
                "project_id": f"J{number}",
                "as_of": date(2024, 3, 31),
                "bac": Decimal(1000) / 3,
                "pv": Decimal(number * 100 + 50) / 7,
                "ev": Decimal(number * 90 + 70) / 11,
                "ac": Decimal(number * 80 + 90) / 13,
            }
            for number in range(4)
        ],
        # P1 has few enough to enumerate, P0 and both together do not
        "risks": [
            {
                "risk_id": f"R{number}",
                "program_id": "P1" if number < 9 else "P0",
                "risk": "R",
                "probability": Decimal(number % 9 + 1) / 11,
                "impact": Decimal(number * 17 % 23 + 1) / 3,
                "benefit_id": ids[number],
                "benefit_impact": Decimal(number % 7) / 9,
            }
            for number in range(30)
        ],
        "planned_values": values(3, case_version="v1"),
        "realized_values": values(2)[: BENEFITS * len(MONTHS) * 2 // 3],
        "forecast_values": values(2, forecast_as_of=date(2024, 6, 30)),
        "budget": [
            {
                "program_id": f"P{number % 2}",
                "project_id": f"J{number}",
                "period": month,
                "baseline": Decimal((number * 11 + at * 17) % 991) / 100,
            }
            for number in range(4)
            for at, month in enumerate(MONTHS)
        ],
    }


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("determinism") / "one.duckdb"
    kit.build_file(path, rows(), None)
    return path


@pytest.fixture(scope="module", params=[1, 2, 4])
def connection(request, path):
    with duckdb.connect(path, config={"threads": request.param}) as connection:
        connection.execute(macros.setup())
        yield connection


first: dict[str, object] = {}


@pytest.mark.parametrize("name", questions())
def test_same_bits(connection, path, name):
    version = Version(
        1, "one", path, date(2024, 9, 30), datetime(2026, 1, 1, tzinfo=UTC), "Ana", "", None, ()
    )
    for _ in range(3):
        found = answer(questions()[name](), connection, version).table
        assert found.equals(first.setdefault(name, found))
