"""Words and figures as the reader sees them: text of workbooks made inert, numbers in their locale.

`plain` guards every place where Streamlit reads Markdown: titles, captions, metrics, tabs,
labels, help, messages. Options of a selectbox, cells of a dataframe, st.text and st.code show
text as it is and need no guard.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

import streamlit as st
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime
from babel.numbers import format_compact_currency, format_currency, format_decimal, format_percent

Number = Decimal | int | float

UNKNOWN: Final = "–"
_JOINER: Final = (
    "\u2060"  # no width, no line break: parts what Streamlit would replace after reading Markdown
)
_UNITS: Final = {"K": "k", "M": "m", "B": "bn", "T": "tn"}
_SPACE: Final = re.compile(r"\s+")
_INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
_REPLACED: Final = re.compile(r"(:|@|(?<=[Ww])(?=[Ww])|(?<=-)(?=[->])|(?<=<)(?=-)|(?<=[<>=!])(?==))")


def plain(text: object) -> str:
    """Text of a workbook, a file name or a person, shown as written where Markdown is read."""
    one_line = _SPACE.sub(" ", _INVISIBLE.sub("", str(text))).strip()
    parted = _REPLACED.sub(rf"\1{_JOINER}", one_line)
    return _PUNCTUATION.sub(r"\\\1", parted)


def locale() -> Locale:
    """The reader's locale; English (UK) where the browser does not say or Babel does not know it."""
    name = st.context.locale or "en-GB"
    try:
        return Locale.parse(name, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en_GB")


def money(amount: Number | None, currency: str | None) -> str:
    """Short: €12.4m. None is shown as unknown, never as zero."""
    if amount is None:
        return UNKNOWN
    here = locale()
    if not currency:
        return format_decimal(amount, format="#,##0.##", locale=here)
    short: str = format_compact_currency(amount, currency, locale=here, fraction_digits=1)
    return _english(short) if here.language == "en" else short


def money_full(amount: Number | None, currency: str | None) -> str:
    """To the cent: €12,400,000.00; for help texts and hover."""
    if amount is None:
        return UNKNOWN
    if not currency:
        return format_decimal(amount, format="#,##0.00####", locale=locale())
    return format_currency(amount, currency, locale=locale())


def number(value: Number | None, unit: str | None = None) -> str:
    """A measure with its unit, at most two decimals: 12.5 days."""
    if value is None:
        return UNKNOWN
    figure = format_decimal(value, format="#,##0.##", locale=locale())
    return f"{figure} {unit}" if unit else figure


def percent(ratio: Number | None, unknown: str = UNKNOWN) -> str:
    """A ratio (0.4667) as 46.7 %; `unknown` says why there is none, such as "not due"."""
    if ratio is None:
        return unknown
    return format_percent(ratio, "#,##0.# %", locale=locale())


def months(value: Number | None, unknown: str = UNKNOWN) -> str:
    """A length of time: 4.8 months."""
    if value is None:
        return unknown
    figure = format_decimal(value, format="0.#", locale=locale())
    return f"{figure} month" if figure == "1" else f"{figure} months"


def day(value: date | None, unknown: str = UNKNOWN) -> str:
    """A business date: 30 Sep 2026, in the reader's order."""
    return unknown if value is None else format_date(value, "medium", locale=locale())


def moment(value: datetime | None, unknown: str = UNKNOWN) -> str:
    """A time of the store (UTC), said as such."""
    if value is None:
        return unknown
    return f"{format_datetime(value, 'medium', locale=locale())} UTC"


def _english(short: str) -> str:
    return re.sub(r"(?<=\d)[KMBT]$", lambda unit: _UNITS[unit[0]], short)
