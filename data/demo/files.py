"""The demo's spreadsheets, as they would have been kept on each of two status dates.

Two programs keep everything in one Realized workbook. The third keeps its realized money in a
register of its own, next to its workbook.
"""

from datetime import date
from pathlib import Path

from data.demo.entities import (
    benefit_rows,
    case_rows,
    contribution_rows,
    dependency_rows,
    objective_rows,
    program_rows,
    project_rows,
    risk_rows,
)
from data.demo.register import write_register
from data.demo.story import Row, Story, stories
from data.demo.values import forecast_rows, planned_rows, realized_rows
from data.demo.work import budget_rows, earned_value_rows, milestone_rows, review_rows
from data.workbook import write_workbook

STATUS_DATES = (date(2026, 6, 30), date(2026, 9, 30))
IN_REGISTER = "DS"


def tables(story: Story, as_of: date) -> dict[str, list[Row]]:
    """Table name -> rows of one program as known on a status date, wherever they are kept."""
    return {
        "programs": program_rows(story),
        "objectives": objective_rows(story),
        "projects": project_rows(story, as_of),
        "business_cases": case_rows(story, as_of),
        "benefits": benefit_rows(story, as_of),
        "contributions": contribution_rows(story),
        "planned_values": planned_rows(story),
        "forecast_values": forecast_rows(story, as_of),
        "realized_values": realized_rows(story, as_of),
        "budget": budget_rows(story, as_of),
        "earned_value": earned_value_rows(story, as_of),
        "risks": risk_rows(story, as_of),
        "milestones": milestone_rows(story, as_of),
        "reviews": review_rows(story, as_of),
        "dependencies": dependency_rows(story),
    }


def write_files(folder: Path, as_of: date) -> list[Path]:
    """Write the files of one status date into `folder/<status date>` and list them."""
    place = folder / as_of.isoformat()
    place.mkdir(parents=True, exist_ok=True)
    return [path for story in stories() for path in _write(place, story, as_of)]


def _write(place: Path, story: Story, as_of: date) -> list[Path]:
    rows, book = tables(story, as_of), place / f"{story.name}.xlsx"
    if story.id != IN_REGISTER:
        write_workbook(book, rows)
        return [book]
    money = {benefit.id for benefit in story.benefits if benefit.money}
    apart = [row for row in rows["realized_values"] if row["benefit_id"] in money]
    rows["realized_values"] = [row for row in rows["realized_values"] if row["benefit_id"] not in money]
    register = place / f"{story.name}_benefits_tracking.xlsx"
    write_register(register, story, apart, as_of)
    write_workbook(book, rows)
    return [register, book]
