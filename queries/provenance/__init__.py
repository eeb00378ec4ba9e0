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
