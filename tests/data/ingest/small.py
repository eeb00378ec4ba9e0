"""The smallest workbook worth loading: one program, one benefit, one planned and one realized month."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from data.ingest.journey import Upload
from data.workbook import write_workbook


def rows(program="P1", planned=100, realized=80, benefits=1):
    ids = [f"{program}-B{number}" for number in range(1, benefits + 1)]
    return {
        "programs": [{"program_id": program, "program": f"Program {program}", "currency": "EUR"}],
        "business_cases": [
            {
                "case_version": "v1",
                "program_id": program,
                "label": "Approved",
                "approved_on": date(2025, 1, 1),
            }
        ],
        "benefits": [
            {
                "benefit_id": one,
                "program_id": program,
                "benefit": "Fewer calls",
                "kind": "benefit",
                "value_type": "monetary",
                "value_basis": "per period",
            }
            for one in ids
        ],
        "planned_values": [
            {"benefit_id": one, "case_version": "v1", "period": "2026-01", "value": planned} for one in ids
        ],
        "realized_values": [{"benefit_id": one, "period": "2026-01", "value": realized} for one in ids],
    }


def upload(name="plan.xlsx", change=None, **how) -> Upload:
    """The workbook as an upload; `change(rows)` may alter its rows first."""
    written = rows(**how)
    if change:
        change(written)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.xlsx"
        write_workbook(path, written)
        return Upload(name, path.read_bytes())
