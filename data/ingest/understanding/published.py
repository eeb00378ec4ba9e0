"""Published lists of projects, one row or one column each, with whole-life figures: budget and benefits."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from data.ingest.findings import register as said
from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Book, Sheet, address
from data.ingest.understanding import amounts, periods
from data.ingest.understanding.block import Block, Cells, block_at, header_texts, holds, strings, text_of
from data.ingest.understanding.convert import days, texts
from data.ingest.understanding.headers import unit
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.numbers import Stored, Style, decimals
from data.ingest.understanding.periods import Period
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.transpose import transposed

SEARCHED_ROWS = 10
MOST_FIELDS = 400  # more columns than that are records, not fields
_QUARTER = re.compile(r"_(\d{2})(\d{2})-Q([1-4])$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_FISCAL = re.compile(r"20\d{2}\s*/\s*(?:20)?\d{2}")


@dataclass
class Published:
    """The list as found: which column has which role, and the month it reports."""

    block: Block
    roles: dict[str, int]
    profile: Profile
    report: date = date.min  # the last day of the month reported
    read: int = 0
    unknown: list[int] = field(default_factory=list)

    @property
    def version(self) -> str:
        return f"{self.report:%Y-%m}"

    def cells(self, role: str) -> Cells:
        return self.block.cells(self.roles[role])

    def header_place(self, role: str) -> Place:
        row, column = self.block.header_row, self.roles[role]
        flipped = self.block.flipped
        return Place(self.block.name, address(column + 1, row - 1) if flipped else address(row, column))

    def texts(self, role: str, heard: Heard) -> list[str | None]:
        """The texts of a role's column, nulls without one."""
        if role not in self.roles:
            return [None] * len(self.block.rows)
        return texts(self.cells(role), heard).array.to_pylist()  # type: ignore[no-any-return]

    def days(self, role: str, heard: Heard) -> list[date | None]:
        if role not in self.roles:
            return [None] * len(self.block.rows)
        style = Style(absent=self.profile.absent, day_first=self.profile.told.get("day_first"))
        return days(self.cells(role), heard, style).array.to_pylist()  # type: ignore[no-any-return]

    def amounts(self, role: str, heard: Heard) -> Stored | None:
        """The money of a role's column in whole units of the currency."""
        if role not in self.roles:
            return None
        cells = self.cells(role)
        return decimals(cells, heard, Style(self.scale(role), self.mark, self.profile.absent))

    @property
    def mark(self) -> str:
        """The decimal mark that the texts of all columns of money prove together."""
        columns = [
            self.roles[role]
            for role in ("budget", "forecast", "whole_life_cost", "benefits")
            if role in self.roles
        ]
        return amounts.marks(text for c in columns for text in strings(self.block.values(c))).mark

    def scale(self, role: str) -> Decimal:
        stated = unit(self.block.headers[self.roles[role]]).scale
        return stated if stated != 1 else Decimal(self.profile.fixed["scale"])

    @property
    def fiscal_year(self) -> Period:
        """The financial year that the report's budget is about."""
        header = self.block.headers[self.roles["budget"]] if "budget" in self.roles else ""
        start = self.profile.fixed["fiscal_year_start_month"]
        named = _FISCAL.search(header)
        found = periods.parse(named[0], start) if named else None
        return found or periods.months(date(self.report.year - 1, start, 1), 12)


def find(sheet: Sheet, profile: Profile) -> Published | None:
    """The list on this sheet, in rows or in columns; None if the headers do not say so."""
    turn = profile.transposed and len(sheet.rows) <= MOST_FIELDS
    turned = transposed(sheet) if turn else None
    for candidate in filter(None, (sheet, turned)):
        for index, row in enumerate(candidate.rows[:SEARCHED_ROWS]):
            headers = header_texts(row)
            roles = _roles(headers, profile) if len(headers) <= MOST_FIELDS else {}
            if _satisfies(roles, profile):
                block = block_at(candidate, index)
                block.flipped = candidate is turned
                taken = set(roles.values())
                unknown = [column for column in block.headers if column not in taken]
                return Published(block, roles, profile, read=len(block.rows), unknown=unknown)
    return None


def _roles(headers: dict[int, str], profile: Profile) -> dict[str, int]:
    ranked = sorted(
        ("*" in profile.roles[role][rank], rank, column, role)
        for column, header in headers.items()
        for role, rank in profile.rank(header).items()
    )
    roles: dict[str, int] = {}
    for _, _, column, role in ranked:
        if role not in roles and column not in roles.values():
            roles[role] = column
    return roles


def _satisfies(roles: dict[str, int], profile: Profile) -> bool:
    needs = profile.needs
    return (
        all(role in roles for role in needs["all"])
        and any(role in roles for role in needs["any"])
        and sum(role in roles for role in needs["also"]) >= needs["at_least"]
    )


def tidy(found: Published, heard: Heard) -> None:
    """Drop what is no project: rows without a name, and headers that are footnotes."""
    column, rows = found.roles["project"], []
    for row in found.block.rows:
        if holds(row.value(column)):
            rows.append(row)
            continue
        cell = address(column + 1, row.number - 1) if found.block.flipped else address(row.number, column)
        heard.add(wrong.RequiredMissing(Place(found.block.name, cell), found.block.headers[column]))
    block = found.block
    found.block = Block(block.sheet, block.header_row, block.headers, rows, block.above, block.flipped)
    empty = [column for column in found.unknown if not any(map(holds, found.block.values(column)))]
    found.unknown = [column for column in found.unknown if column not in empty]
    for column in empty:
        if block.flipped and len(block.headers[column]) > 60:
            place = Place(block.name, address(column + 1, block.header_row - 1))
            heard.add(wrong.NotARow(place, "heading or note", block.headers[column][:80]))


def date_report(found: Published, book: Book, heard: Heard) -> bool:
    """Find the year that the report is about; false, with a finding, if nothing tells it."""
    for year, source, place in _years(found, book):
        if year is not None:
            month = found.profile.fixed["report_month"]
            found.report = periods.months(date(year, month, 1), 1).end
            heard.add(said.ReportDated(place, found.report.isoformat(), source))
            return True
    heard.add(
        wrong.NotRecognised(Place(found.block.name), "a published list of projects", "of which year it is")
    )
    return False


def _years(found: Published, book: Book) -> list[tuple[int | None, str, Place]]:
    name = _YEAR.findall(book.name.replace("\\", "/").rsplit("/", 1)[-1])
    sheet = Place(found.block.name)
    return [
        (
            _column_year(found),
            "the column of years",
            found.header_place("year") if "year" in found.roles else sheet,
        ),
        (
            found.fiscal_year.end.year if _FISCAL.search(_budget_header(found)) else None,
            "the financial year in the header of the budget",
            found.header_place("budget") if "budget" in found.roles else sheet,
        ),
        (_newest_quarter(found), "the newest quarter among the project IDs", sheet),
        (int(name[-1]) if name else None, "the name of the file", Place()),
    ]


def _budget_header(found: Published) -> str:
    return found.block.headers[found.roles["budget"]] if "budget" in found.roles else ""


def _column_year(found: Published) -> int | None:
    if "year" not in found.roles:
        return None
    values = {text_of(value).strip() for value in found.cells("year").values if holds(value)}
    years = {int(value) for value in values if _YEAR.fullmatch(value)}
    return years.pop() if len(years) == 1 else None


def _newest_quarter(found: Published) -> int | None:
    """The year in which the newest financial year among the IDs ends: 2122 in MOD_0135_2122-Q1 is 2022."""
    if "project_id" not in found.roles:
        return None
    values = (value for value in found.cells("project_id").values if isinstance(value, str))
    return max(
        (2000 + int(match[2]) for value in values if (match := _QUARTER.search(value.strip()))), default=None
    )
