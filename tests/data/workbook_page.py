"""docs/workbook.md, made from the model and the guide: `python -m tests.data.workbook_page` renews it."""

from pathlib import Path

from data.guide import SHEETS, meaning
from data.model import TABLES, Table, Type
from data.workbook import Column, columns

PATH = Path(__file__).parents[2] / "docs" / "workbook.md"

KINDS = {
    Type.TEXT: "text",
    Type.DATE: "date",
    Type.DECIMAL: "number",
    Type.SHARE: "share, 0 to 1 or 0% to 100%",
    Type.INTEGER: "whole number",
    Type.BOOLEAN: "TRUE or FALSE",
}

OPENING = """\
# The Realized workbook

The public format of what may be uploaded: one table a sheet, header in row 1, sheet names and headers
as listed here. Any sheet may be missing; columns that are not listed are kept as extra attributes.
`python -m data template OUT.xlsx` writes it empty; the upload page offers it with a filled example.

- **Periods.** `Period` takes `2026-01`, `2026-Q1`, `2026`, `FY2026` (from the program's fiscal year
  start month) or the first day of a month as a date. Instead, `Period start` and `Period end` may be
  given, both days included.
- **Value basis.** `per period`: values are added. `cumulative`: each value is the total so far.
  `annualized`: each value is what a whole year would bring, and counts for the months of its period.
  `level`: a measure such as 12 days or 87%, never added. A benefit's planned, forecast and realized
  values all share it.
- **Missing is not zero.** An empty cell is unknown. `0` says that 0 was measured.
- **Disbenefits** are negative.
- **Versions.** Case versions and forecasts are added, never overwritten. The first approved case is
  the original; the last approved by the status date is the current one.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([OPENING, *(_sheet(table) for table in TABLES)])


def _sheet(table: Table) -> str:
    lines = [f"## {table.sheet}", "", SHEETS[table.sheet], ""]
    lines += ["| column | required | holds | meaning |", "|---|---|---|---|"]
    return "\n".join([*lines, *(_row(table, column) for column in columns(table)), ""])


def _row(table: Table, column: Column) -> str:
    kind = f"one of: {', '.join(column.choices)}" if column.choices else KINDS[column.type]
    kind = "a period" if column.name == "period" else kind
    return f"| {column.header} | {'yes' if column.required else ''} | {kind} | {meaning(table, column)} |"


if __name__ == "__main__":
    PATH.write_text(page(), encoding="utf-8")
