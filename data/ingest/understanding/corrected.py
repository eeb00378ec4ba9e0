"""What somebody corrected in a file that its profile reads as a whole: lines, years, currency, scale.

Only what is said to be otherwise is here; the profile's own rules read all the rest, in this file and in
the next one of its layout.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from data.ingest.understanding.headers import Unit, words

COSTS, BENEFITS, NEITHER = "costs", "benefits", ""
READINGS = (COSTS, BENEFITS, NEITHER)


@dataclass(frozen=True)
class Line:
    """A line of a form or a business case, and what it is read as. `nth` tells apart those of one name."""

    sheet: str
    label: str
    reads: str  # one of READINGS
    nth: int = 1
    row: int = 0
    shown: str = ""  # its first amounts, for whoever looks at it

    @property
    def key(self) -> tuple[str, str, int]:
        return self.sheet, words(self.label), self.nth


@dataclass(frozen=True)
class Year:
    """A column of a business case and the period that it is read as, as it would be written in a cell."""

    sheet: str
    letters: str
    header: str
    period: str


@dataclass(frozen=True)
class Corrections:
    """Lines by sheet, name and which of that name; periods by sheet and header."""

    lines: Mapping[tuple[str, str, int], str] = field(default_factory=dict)
    periods: Mapping[tuple[str, str], str] = field(default_factory=dict)
    currency: str = ""
    scale: Decimal | None = None

    def line(self, sheet: str, label: str, nth: int) -> str | None:
        """What a line is said to be; None where nobody said anything about it."""
        return self.lines.get((sheet, words(label), nth))

    def unit(self, own: Unit) -> Unit:
        """The unit of amounts, as far as somebody said it, else their own."""
        vague = own.vague and not self.currency
        return Unit(self.currency or own.currency, self.scale or own.scale, own.percent, vague)


NONE = Corrections()
