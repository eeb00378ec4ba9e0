"""What stands on one sheet of a business case: the lines of its blocks, and the rows as they were met."""

from dataclasses import dataclass, field

from data.ingest.reading.grid import Row
from data.ingest.understanding.corrected import BENEFITS, COSTS
from data.ingest.understanding.stacked.years import Years

KINDS = (COSTS, BENEFITS)


@dataclass
class Lines:
    """The lines of one kind below one header, and how many rows were looked at to find them."""

    header: Years
    kind: str
    rows: list[Row] = field(default_factory=list)
    read: int = 0
    since: int = 0  # index of the first line that no total has added yet
    stated: Row | None = None  # the heading, where it states the total of the lines below it
    part: str = ""  # the heading within the block that the next lines stand under
    parts: dict[int, str] = field(default_factory=dict)  # row -> that heading


@dataclass(frozen=True)
class Seen:
    """A row of amounts and what it is read as; `nth` tells apart those of one name."""

    row: int
    label: str
    nth: int
    reads: str
    shown: str


@dataclass
class Stack:
    """What stands on one sheet: the lines of its blocks, and all rows of amounts as they were met."""

    above: list[Row]
    name_column: int
    lines: list[Lines] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)

    def of(self, kind: str) -> list[Lines]:
        return [lines for lines in self.lines if lines.kind == kind and lines.rows]
