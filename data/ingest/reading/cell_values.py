"""From what a cell stores to its exact value."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import isfinite

from data.ingest.reading.grid import CellError
from data.ingest.reading.number_formats import Shown

_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_FLOAT = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_EXACT = 16  # characters of which a binary number always keeps the decimal: 15 digits and a point
_LONGEST = 400  # characters of the longest number there is
_ZERO = Decimal(0)
_DAY_MS = 86_400_000
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheet dates have no time zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP_BUG = Decimal(60)  # 29 February 1900, which never was
ERRORS = frozenset(
    {"#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"}
    | {"#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!"}
)


def number(text: str) -> Decimal | None:
    """The number that `text` stores, None where it is no finite decimal number.

    Up to 15 digits and whole numbers are taken as written. With more, the text is the long form of a
    binary number (0.10000000000000001), and the shortest decimal of that number is what was meant.
    """
    text = text.strip()
    if (len(text) <= _EXACT and _PLAIN.fullmatch(text)) or (len(text) <= 309 and _WHOLE.fullmatch(text)):
        return Decimal(text) or _ZERO  # never minus zero
    if len(text) > _LONGEST or not _FLOAT.fullmatch(text):
        return None
    stored = float(text)
    return Decimal(repr(stored)) or _ZERO if isfinite(stored) else None


def moment(serial: Decimal, shown: Shown, from_1904: bool) -> date | datetime | timedelta | None:
    """The date, time or duration of a serial number, to the millisecond; None where it has none.

    A date without time of day is a `date`. A time of day alone (serial below 1 under a time format)
    is a `timedelta` since midnight. There is no date before 1900-01-01 (1904-01-01), on serial 60
    of the 1900 system (a 29 February that never was) or after 9999-12-31.
    """
    try:
        elapsed = timedelta(milliseconds=round(serial * _DAY_MS))
    except OverflowError:
        return None
    if shown is Shown.DURATION or (shown is Shown.TIME and 0 <= serial < 1):
        return elapsed
    if from_1904:
        return _date(_EPOCH_1904, elapsed) if serial >= 0 else None
    if serial < 1 or _LEAP_BUG <= serial < _LEAP_BUG + 1:
        return None
    return _date(_EPOCH_1900, elapsed + timedelta(days=serial < _LEAP_BUG))


def _date(epoch: datetime, elapsed: timedelta) -> date | datetime | None:
    try:
        when = epoch + elapsed
    except OverflowError:
        return None
    return when if elapsed % timedelta(days=1) else when.date()


def iso_moment(text: str) -> date | datetime | None:
    """A date stored as ISO 8601 text (cell type d), as written: a time zone is dropped."""
    try:
        when = datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return None
    return when if when.time() != datetime.min.time() else when.date()


def boolean(text: str) -> bool | None:
    return {"1": True, "true": True, "0": False, "false": False}.get(text.strip().lower())


def error(text: str) -> CellError:
    return CellError(text.strip() or "#UNKNOWN!")
