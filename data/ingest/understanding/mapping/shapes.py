"""What the cells of a column look like, and how well that fits what its header seems to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.ingest.reading.grid import Value
from data.ingest.understanding import amounts, dates, periods
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.convert import NO, YES
from data.ingest.understanding.mapping.targets import REGISTER
from data.ingest.understanding.vocabulary import clean, reason_missing
from data.model import BY_NAME, Type

_SAMPLED = 300
_DATES = ("start", "end", "approved_on", "period_start", "period_end")
_NUMBERS = ("planned", "realized", "forecast", "amount", "total")


@dataclass(frozen=True)
class Shape:
    """Shares of the cells that hold something: how many are numbers, dates, periods, yes or no, within
    0 to 1; how many texts there are and how many differ."""

    count: int = 0
    numbers: float = 0.0
    dates: float = 0.0
    periods: float = 0.0
    booleans: float = 0.0
    shares: float = 0.0
    distinct: float = 0.0
    longest: int = 0

    @property
    def texts(self) -> float:
        return max(0.0, 1.0 - self.numbers - self.dates)


def shape(values: Sequence[Value]) -> Shape:
    """The shape of a column's first cells that hold a value; placeholders count for nothing."""
    there = [value for value in values if holds(value) and not _placeholder(value)][:_SAMPLED]
    if not there:
        return Shape()
    count = len(there)
    numbers = [number for value in there if (number := _number(value)) is not None]
    return Shape(
        count=count,
        numbers=len(numbers) / count,
        dates=sum(map(_is_date, there)) / count,
        periods=sum(periods.parse(value) is not None for value in there) / count,
        booleans=sum(clean(text_of(value)).casefold() in YES | NO for value in there) / count,
        shares=sum(0 <= number <= 1 for number in numbers) / count,
        distinct=len({text_of(value) for value in there}) / count,
        longest=max(len(text_of(value)) for value in there),
    )


def fit(target: str, role: str, seen: Shape) -> float:
    """How well the cells fit the role, 0 to 1; an empty column fits anything a little."""
    if not seen.count:
        return 0.6
    kind = _kind(target, role)
    if kind is Type.DATE:
        return max(seen.dates, seen.periods * 0.9)
    if kind is Type.DECIMAL or kind is Type.INTEGER:
        return seen.numbers
    if kind is Type.SHARE:
        return seen.numbers
    if kind is Type.BOOLEAN:
        return seen.booleans
    if role in ("period", "year"):
        return max(seen.periods, seen.dates)
    if role.endswith("_id"):
        return 1.0 - seen.dates
    return 1.0 if seen.texts >= 0.5 else 0.3


def _kind(target: str, role: str) -> Type:
    if target == REGISTER:
        return Type.DATE if role in _DATES else Type.DECIMAL if role in _NUMBERS else Type.TEXT
    if role in ("period_start", "period_end"):
        return Type.DATE
    return next((field.type for field in BY_NAME[target].fields if field.name == role), Type.TEXT)


def _placeholder(value: Value) -> bool:
    return isinstance(value, str) and reason_missing(value) is not None


def _number(value: Value) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    amount = amounts.parse(value) or amounts.parse(value, ",") if isinstance(value, str) else None
    return amount.number if amount else None


def _is_date(value: Value) -> bool:
    if isinstance(value, str):
        return dates.parse(value) is not None or bool(dates.order([value]).either)
    return isinstance(value, date)
