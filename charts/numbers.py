"""How amounts, rates and dates read on screen: words in English, separators of the reader's locale.

Nothing here computes: an amount comes in as a question answered it and leaves as text.
A missing value (`None` or NaN) reads "not known", never 0.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import parse_locale
from babel.numbers import format_decimal, get_currency_symbol

Number = Decimal | float | int | None
UNKNOWN = "not known"
MINUS = "\u2212"
NARROW = "\u00a0"
_SCALES = ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"), (Decimal(10) ** 3, "k"))


@lru_cache(maxsize=64)
def known_locale(tag: str | None) -> str:
    """The locale to write numbers in: `de-DE` gives `de_DE`; what nobody knows gives `en`."""
    try:
        parts = parse_locale((tag or "en").replace("-", "_"))
        return str(Locale.parse("_".join(part for part in parts[:2] if part)))
    except (ValueError, UnknownLocaleError):
        return "en"


def missing(value: object) -> bool:
    """True for None, NaN and pandas' missing values."""
    return value is None or value != value or str(value) in ("NaT", "<NA>")


@lru_cache(maxsize=8192)
def plain(value: Number, locale: str | None = "en", digits: int | None = None) -> str:
    """`1234.5` as `1,234.5`; with `digits` that many decimals, else those there are (six at most)."""
    if missing(value):
        return UNKNOWN
    exact = Decimal(str(value))
    pattern = "#,##0" + ("." + "0" * digits if digits else "" if digits == 0 else ".######")
    shown = rounded(exact, 6 if digits is None else digits)
    text = str(format_decimal(abs(shown), format=pattern, locale=known_locale(locale)))
    return MINUS + text if shown < 0 else text


def money(value: Number, currency: str = "", locale: str | None = "en") -> str:
    """Short, for tiles and labels: `€12.4m`, `CHF 1.20bn`; `not known` when missing."""
    if missing(value):
        return UNKNOWN
    exact = Decimal(str(value))
    return _signed(exact, symbol(currency) + _short(abs(exact), locale))


def full(value: Number, currency: str = "", locale: str | None = "en") -> str:
    """Every digit, for tables and cards: `€12,400,300`, with cents only where there are some."""
    if missing(value):
        return UNKNOWN
    exact = rounded(Decimal(str(value)), 2)
    digits = 0 if exact == exact.to_integral_value() else 2
    return _signed(exact, symbol(currency) + plain(abs(exact), locale, digits))


def rate(value: Number, locale: str | None = "en", digits: int = 1) -> str:
    """A ratio as a percentage: `0.6262` as `62.6%`, in German `62,6 %`: as the locale has it."""
    if missing(value):
        return UNKNOWN
    figure = plain(Decimal(str(value)).scaleb(2), locale, digits)
    return str(Locale.parse(known_locale(locale)).percent_formats[None].pattern).replace("#,##0", figure)


def day(value: date | None) -> str:
    """`30 Jun 2025`, the same for everybody: no reader can take the month for the day."""
    return UNKNOWN if missing(value) or value is None else f"{value.day} {value:%b %Y}"


def symbol(currency: str) -> str:
    """`€` for EUR; a code that has no sign of its own keeps its letters and a space: `CHF `."""
    if not currency:
        return ""
    sign = str(get_currency_symbol(currency, locale="en"))
    return sign if len(sign) == 1 else f"{sign}{NARROW}"


def _signed(exact: Decimal, text: str) -> str:
    return f"{MINUS}{text}" if exact < 0 else text


def _short(size: Decimal, locale: str | None) -> str:
    if size < 10_000:
        return plain(size, locale, 0 if size == size.to_integral_value() or size >= 1000 else 2)
    for scale, letter in _SCALES:
        scaled = size / scale
        digits = 2 if letter == "bn" and scaled < 100 else 1 if scaled < 100 else 0
        # 999,500 rounds to 1,000k, which nobody should have to read: it is 1.0m
        if rounded(scaled * 1000, 0) >= 1000:
            return f"{plain(scaled, locale, digits)}{letter}"
    return plain(size, locale, 0)


def rounded(exact: Decimal, digits: int) -> Decimal:
    """Half up, as people round."""
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
