"""What one project answers: facts by role, figures by year, milestones."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.ingest.reading.grid import Value, address
from data.ingest.understanding import periods
from data.ingest.understanding.block import Block, Cells, text_of
from data.ingest.understanding.periods import Period
from data.ingest.understanding.register.values import NEVER

# 2019/2020, Pre-2019/2020, 19-20, Pre 19-20, Pre-profile, Remaining ..., Unprofiled Remainder, Total
SPAN = (
    r"(?:(?P<before>pre)[- ]?)?(?P<first>(?:20)?\d{2})\s*[-/]\s*(?P<second>(?:20)?\d{2})"
    r"|(?P<profile>pre[- ]?profile)|(?P<rest>(?:remaining|unprofiled)\b[\w ]*?)|(?P<total>total)"
)
MEASURES = {"baseline": "baseline", "bl": "baseline", "forecast": "forecast", "actual": "actual"}


@dataclass(frozen=True)
class Answer:
    """One answer: its label and value, and the cell it stands in."""

    label: str
    value: Value
    sheet: str
    row: int
    column: int

    @property
    def text(self) -> str:
        return text_of(self.value).strip()

    @property
    def cells(self) -> Cells:
        return Cells(self.sheet, self.column, self.label, [self.row], [self.value])

    @property
    def address(self) -> str:
        return address(self.row, self.column)


@dataclass(frozen=True)
class Span:
    """Which years a figure is of: a financial year, all years before one, or what is in no year."""

    year: int = 0  # the calendar year in which the financial year starts
    kind: str = "year"  # year, before, rest, total

    def period(self, first_year: int, month: int, begun: date | None) -> Period:
        """Its days. What lies before the first year is from the project's start, where that is known."""
        if self.kind == "rest":
            return Period(NEVER, NEVER)
        if self.kind == "year":
            return periods.months(date(self.year, month, 1), 12)
        end = date(self.year or first_year, month, 1) - timedelta(days=1)
        return Period(begun if begun and begun < end else end.replace(day=1), end)


@dataclass(frozen=True)
class Key:
    """What one figure is."""

    kind: str  # costs or benefits
    line: str
    span: Span
    measure: str  # baseline, forecast, actual


@dataclass
class Figures:
    """A column of figures: `keys[i]` says what `cells.values[i]` is; `title` may name their scale."""

    cells: Cells
    keys: list[Key]
    title: str


@dataclass
class Return:
    """All that one project answers."""

    roles: dict[str, Answer]
    extra: list[Answer] = field(default_factory=list)
    figures: list[Figures] = field(default_factory=list)
    milestones: list[Block] = field(default_factory=list)
    read: set[str] = field(default_factory=set)  # names of the sheets that anything was taken from

    def text(self, role: str) -> str | None:
        return (self.roles[role].text or None) if role in self.roles else None


def span_of(found: re.Match[str]) -> Span | None:
    """The years that a match of `SPAN` names; None where its two years do not follow one another."""
    if found["total"]:
        return Span(kind="total")
    if found["rest"]:
        return Span(kind="rest")
    if found["profile"]:
        return Span(kind="before")
    first, second = int(found["first"]) % 100, int(found["second"]) % 100
    if second != (first + 1) % 100:
        return None
    return Span(2000 + first, "before" if found["before"] else "year")


def matches(text: str, patterns: list[str]) -> bool:
    """Whether a text in plain words is one of these, in which * stands for any words."""
    return any(re.fullmatch(re.escape(one).replace(r"\*", ".*"), text) for one in patterns)
