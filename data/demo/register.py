"""A benefits register as one finds it in a shared drive: titles on top, months across, totals below.

Amounts are in thousands, with the currency and the scale in the header; nothing says so twice.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from data.demo.story import Benefit, Row, Story, month, month_of
from data.demo.values import last_day
from data.workbook import save, value_cell

LABELS = ("Benefit ID", "Benefit", "Program ID", "Owner", "Evidence")
HEADER_ROW = 6
EVIDENCE = {
    "cash releasing": "finance verified",
    "revenue": "system extract",
    "non cash releasing": "owner claim",
    "cost avoidance": "estimate",
}
THOUSANDS = "#,##0.000;(#,##0.000)"
BOLD, SHADE = Font(bold=True), PatternFill("solid", fgColor="DDE5EE")


def write_register(path: Path, story: Story, realized: list[Row], as_of: date) -> None:
    """Write the realized money of a story, month by month, with totals to the right and below."""
    months = range(month_of(story.program["start"]), month_of(as_of) + 1)
    benefits = [benefit for benefit in story.benefits if benefit.money]
    cells = {(row["benefit_id"], month(row["period"])): row["value"] for row in realized}
    months = range(min(at for _, at in cells), months[-1] + 1)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Actuals")
    _layout(sheet, len(months))
    for line in _titles(story, as_of):
        sheet.append([value_cell(sheet, line)] if line else [])
    sheet.append([None] * len(LABELS) + [_bold(sheet, "Actual (EUR thousand)")])
    last = get_column_letter(len(LABELS) + len(months))
    sheet.merged_cells.add(f"{get_column_letter(len(LABELS) + 1)}{HEADER_ROW - 1}:{last}{HEADER_ROW - 1}")
    sheet.append([_bold(sheet, text) for text in (*LABELS, *map(_heading, months), "Total")])
    for benefit in benefits:
        sheet.append(_line(sheet, story, benefit, [cells.get((benefit.id, at)) for at in months]))
    sheet.append(_totals(sheet, [[cells.get((benefit.id, at)) for at in months] for benefit in benefits]))
    save(book, path)


def _titles(story: Story, as_of: date) -> list[str]:
    return [
        f"{story.program['program']}: benefits tracking",
        f"Prepared by Controlling, as at {as_of:%d %B %Y}",
        "Empty cells have not been reported yet.",
        "",
    ]


def _layout(sheet: Any, count: int) -> None:
    widths = (11, 38, 11, 22, 18, *[10] * count, 12)
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = f"C{HEADER_ROW + 1}"


def _heading(at: int) -> str:
    return f"{last_day(at):%b %Y}"


def _line(sheet: Any, story: Story, benefit: Benefit, values: list[Any]) -> list[Any]:
    texts = (benefit.id, benefit.name, story.id, benefit.owner, EVIDENCE[benefit.sort])
    labels = [value_cell(sheet, text) for text in texts]
    return labels + [_amount(sheet, value) for value in [*values, _sum(values)]]


def _totals(sheet: Any, lines: list[list[Any]]) -> list[Any]:
    sums = [_sum(column) for column in zip(*lines, strict=True)]
    total = sum((value for value in sums if value is not None), Decimal(0))
    label = [_bold(sheet, "Total"), *[None] * (len(LABELS) - 1)]
    return label + [_amount(sheet, value) for value in [*sums, total]]


def _sum(values: Any) -> Decimal | None:
    """The sum of what is there; nothing where nothing is."""
    numbers = [value for value in values if isinstance(value, Decimal)]
    return sum(numbers, Decimal(0)) if numbers else None


def _amount(sheet: Any, value: Any) -> Any:
    """An amount in thousands; a word stays a word."""
    return value_cell(sheet, value / 1000 if isinstance(value, Decimal) else value, THOUSANDS)


def _bold(sheet: Any, text: str) -> Any:
    cell = value_cell(sheet, text)
    cell.font, cell.fill = BOLD, SHADE
    return cell
