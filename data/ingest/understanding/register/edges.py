"""The first and last days of benefits, from columns of dates, months, quarters or years."""

import re
from datetime import date
from decimal import Decimal

from data.ingest.reading.grid import Value
from data.ingest.understanding import dates, periods
from data.ingest.understanding.block import Cells
from data.ingest.understanding.convert import days
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.numbers import Style
from data.ingest.understanding.register.page import Page
from data.ingest.understanding.vocabulary import clean

_DATED = ("start", "end", "period", "period_start", "period_end", "approved_on")
_UNTIL = re.compile(r"(?:by|until|before|end of|bis|ende|avant|fin|antes de|hasta|até)\s+", re.IGNORECASE)


def edge_days(page: Page, role: str, heard: Heard) -> list[date | None]:
    """The dates of a start or end column; a month, quarter or year gives its first or last day."""
    cells = page.cells(role)
    if set(map(type, cells.values)) <= {date, type(None)}:
        return list(cells.values)  # type: ignore[arg-type]
    different = set(cells.values)
    if (plain := dates.unmistakable(different)) is not None:
        return [plain[value] for value in cells.values]
    edges: dict[Value, Value] = {}
    for written in different:
        value = _UNTIL.sub("", clean(written), count=1) if isinstance(written, str) else written
        period = None
        if isinstance(value, Decimal) or (isinstance(value, str) and not _is_date(value)):
            period = periods.parse(value, page.month)
        edges[written] = (period.end if role == "end" else period.start) if period else value
    values = [edges[value] for value in cells.values]
    told = Cells(cells.sheet, cells.column, cells.header, cells.rows, values)
    return days(told, heard, Style(day_first=_day_first(page))).array.to_pylist()  # type: ignore[no-any-return]


def _day_first(page: Page) -> bool | None:
    """Which of day and month comes first, as the page's columns of dates prove together."""
    columns = [page.cells(role).values for role in _DATED if page.has(role)]
    said = dates.order(text for values in columns for text in values if isinstance(text, str))
    return {"day first": True, "month first": False}.get(said.known)


def _is_date(text: str) -> bool:
    return dates.parse(text) is not None or bool(dates.order([text]).either)
