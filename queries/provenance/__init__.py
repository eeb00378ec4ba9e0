"""Where a number comes from: file, sheet, row and cell."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import Question


@dataclass(frozen=True)
class Values(Question):
    """Which cells of which files is it made of?

    One row per value that counts at the status date: planned in the chosen case, realized up to the
    date, the latest forecast after it. The first `rows` of them; `of_values` says how many there are.
    """

    benefit_id: str | None = None
    rows: int = 5000

    columns: ClassVar[dict[str, str]] = {
        "series": "VARCHAR",
        "benefit_id": "VARCHAR",
        "period_start": "DATE",
        "period_end": "DATE",
        "case_version": "VARCHAR",
        "forecast_as_of": "DATE",
        "value": "DECIMAL(24,6)",
        "amount": "DECIMAL(24,6)",
        "missing": "VARCHAR",
        "evidence": "VARCHAR",
        "file": "VARCHAR",
        "sheet": "VARCHAR",
        "row": "INTEGER",
        "cell": "VARCHAR",
        "raw": "VARCHAR",
        "of_values": "BIGINT",
    }


@dataclass(frozen=True)
class Records(Question):
    """Which rows of which files describe it?

    One row per program, objective, business case, project, benefit and contribution.
    """

    benefit_id: str | None = None

    columns: ClassVar[dict[str, str]] = {
        "table_name": "VARCHAR",
        "id": "VARCHAR",
        "program_id": "VARCHAR",
        "file": "VARCHAR",
        "sheet": "VARCHAR",
        "row": "INTEGER",
    }


@dataclass(frozen=True)
class Costs(Question):
    """Which cells of which files are costs and earned value made of?

    One row per amount of a budget or an earned value report that counts at the status date. The first
    `rows` of them; `of_values` says how many there are.
    """

    rows: int = 5000

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "project_id": "VARCHAR",
        "cost_type": "VARCHAR",
        "series": "VARCHAR",
        "period_end": "DATE",
        "value": "DECIMAL(24,6)",
        "file": "VARCHAR",
        "sheet": "VARCHAR",
        "row": "INTEGER",
        "cell": "VARCHAR",
        "of_values": "BIGINT",
    }


@dataclass(frozen=True)
class Risks(Question):
    """Which cells of which files are the risks made of?

    One row per probability, impact and share of a risk. The first `rows` of them; `of_values` says how
    many there are.
    """

    rows: int = 5000

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "project_id": "VARCHAR",
        "risk_id": "VARCHAR",
        "risk": "VARCHAR",
        "series": "VARCHAR",
        "value": "DECIMAL(24,6)",
        "file": "VARCHAR",
        "sheet": "VARCHAR",
        "row": "INTEGER",
        "cell": "VARCHAR",
        "of_values": "BIGINT",
    }
