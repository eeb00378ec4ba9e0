"""Words and figures as the reader sees them: text of workbooks made inert, numbers in their locale.

`plain` guards every place where Streamlit reads Markdown: titles, captions, metrics, tabs,
labels, help, messages. Options of a selectbox, cells of a dataframe, st.text and st.code show
text as it is and need no guard; figures have `charts.theme.inert`.
"""

import re
from datetime import date, datetime
from typing import Final

import streamlit as st

from charts import numbers
from charts.numbers import Number

UNKNOWN: Final = numbers.UNKNOWN
JOINER: Final = "\u2060"  # no width, no line break: parts what would be replaced after Markdown was read
_SPACE: Final = re.compile(r"\s+")
_INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
_REPLACED: Final = re.compile(r"(:|@|(?<=[Ww])(?=[Ww])|(?<=-)(?=[->])|(?<=<)(?=-)|(?<=[<>=!])(?==))")


def plain(text: object) -> str:
    """Text of a workbook, a file name or a person, shown as written where Markdown is read."""
    one_line = _INVISIBLE.sub("", _SPACE.sub(" ", str(text))).strip()
    parted = _REPLACED.sub(rf"\1{JOINER}", one_line)
    return _PUNCTUATION.sub(r"\\\1", parted)


def locale() -> str:
    """The locale of the reader's browser, such as de-DE."""
    return st.context.locale or "en"


def money(amount: Number, currency: str | None = None) -> str:
    """Short: €12.4m. Missing is said so, never shown as zero."""
    return numbers.money(amount, currency or "", locale())


def money_full(amount: Number, currency: str | None = None) -> str:
    """Every digit: €12,400,000; for help texts and tables."""
    return numbers.full(amount, currency or "", locale())


def number(value: Number, unit: str | None = None) -> str:
    """A measure with its unit: 12.5 days."""
    figure = numbers.plain(value, locale())
    return f"{figure} {unit}" if unit and not numbers.missing(value) else figure


def percent(ratio: Number, unknown: str = UNKNOWN) -> str:
    """A ratio (0.4667) as 46.7%; `unknown` says why there is none, such as "not due"."""
    return unknown if numbers.missing(ratio) else numbers.rate(ratio, locale())


def months(value: Number, unknown: str = UNKNOWN) -> str:
    """A length of time: 4.8 months."""
    if numbers.missing(value):
        return unknown
    figure = numbers.plain(value, locale(), 1)
    return f"{figure} months"


def day(value: date | None, unknown: str = UNKNOWN) -> str:
    """A business date: 30 Sep 2026, the same for everybody."""
    return unknown if value is None else numbers.day(value)


def moment(value: datetime | None, unknown: str = UNKNOWN) -> str:
    """A time of the store, in UTC and said so: 30 Sep 2026, 10:42 UTC."""
    return unknown if value is None else f"{numbers.day(value)}, {value:%H:%M} UTC"
