"""Columns of tables: in the reader's separators, wide enough for what is in them, scaled with their unit."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import pyarrow as pa
import streamlit as st

from charts import numbers

THOUSANDS_FROM: Final = 1_000_000
LETTER, EDGES, WIDEST, NARROWEST = 7.1, 26, 330, 70  # pixels
# Pixels of names that stay in sight on a phone, and of rows so high (over 4rem) that Streamlit wraps them.
PINNED_ON_A_PHONE, WRAPPED = 150, 65


class Measured(dict[str, Any]):
    """The settings of a column of numbers, which know how many digits they round to."""

    def __init__(
        self, label: str, settings: Any, digits: int | None = None, currency: str | None = None
    ) -> None:
        self.label, self.digits, self.currency = label, digits, currency
        super().__init__(settings)


def money_column(label: str, currency: str, help: str | None = None) -> Any:
    """Amounts of one currency, cents where there are some."""
    header = f"{label}, {currency}" if currency else label
    settings = st.column_config.NumberColumn(header, format="localized", help=help)
    return Measured(label, settings, currency=currency)


def rate_column(label: str, help: str | None = None) -> Any:
    """Ratios as percentages with one decimal, as in tiles and sentences."""
    return Measured(label, st.column_config.NumberColumn(label, format="percent", help=help), digits=3)


def months_column(label: str = "Months late", help: str | None = "Below zero: ahead of the case") -> Any:
    """Lengths of time in months, with one decimal."""
    return Measured(label, st.column_config.NumberColumn(label, format="localized", help=help), digits=1)


def date_column(label: str, help: str | None = None) -> Any:
    """Business dates, as they stand in sentences: 30 Sep 2026."""
    return st.column_config.DateColumn(label, format="D MMM YYYY", help=help)


def columnar(rows: list[dict[str, Any]]) -> pa.Table | list[dict[str, Any]]:
    """The rows as Arrow has them, which Streamlit sends as it is; through pandas it takes twice as long."""
    try:
        return pa.Table.from_pylist(rows) if rows else rows
    except pa.ArrowException:  # numbers and text in one column
        return rows


def fitted(
    rows: Sequence[Mapping[str, Any]], columns: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The rows and the settings of their columns, large amounts in thousands and no text cut."""
    shown = [dict(row) for row in rows]
    settings: dict[str, Any] = {}
    large = _large(rows, columns)
    for name, column in columns.items():
        setting = dict(column) if isinstance(column, Mapping) else {"label": column}
        if isinstance(column, Measured):
            _in_its_digits(shown, name, column, setting, column.currency in large)
        elif setting.get("width") is None:
            setting["width"] = _width(str(setting.get("label") or name), [row.get(name) for row in shown])
        settings[name] = setting
    return shown, settings


def on_a_phone(settings: Mapping[str, Any], row_height: int | None) -> tuple[dict[str, Any], int | None]:
    """The settings and the height of a row where a column that stays in sight may not fill the screen."""
    wide = [
        name
        for name, setting in settings.items()
        if setting.get("pinned") and (setting.get("width") or 0) > PINNED_ON_A_PHONE
    ]
    if not wide:
        return dict(settings), row_height
    narrow = {name: {**settings[name], "width": PINNED_ON_A_PHONE} for name in wide}
    return {**settings, **narrow}, max(row_height or 0, WRAPPED)


def _large(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, Any]) -> set[str]:
    """The currencies shown in thousands: all columns of one, so that nobody compares two scales."""
    return {
        column.currency
        for name, column in columns.items()
        if isinstance(column, Measured)
        and column.currency is not None
        and _largest([row.get(name) for row in rows]) >= THOUSANDS_FROM
    }


def _in_its_digits(
    rows: list[dict[str, Any]], name: str, column: Measured, setting: dict[str, Any], in_thousands: bool
) -> None:
    """Round here, half up as everywhere: the browser would cut the digits off."""
    digits, scale = column.digits, 1
    if in_thousands and column.currency is not None:
        digits = 0 if _largest([row.get(name) for row in rows]) >= THOUSANDS_FROM else 1
        scale = 1000
        setting["label"] = f"{column.label}, {numbers.symbol(column.currency)}k"
    if digits is None:
        return
    setting["type_config"] = setting["type_config"] | {"step": 10.0**-digits}
    for row in rows:
        if not numbers.missing(row.get(name)):
            row[name] = float(numbers.rounded(Decimal(str(row[name])) / scale, digits)) + 0.0


def _largest(values: Sequence[Any]) -> float:
    return max((abs(value) for value in values if not numbers.missing(value)), default=0)


def _width(label: str, values: Sequence[Any]) -> int | None:
    """Pixels that hold the longest text; None for columns without text."""
    texts = [value for value in values if isinstance(value, str) and not value.startswith("data:")]
    if not texts:
        return None
    longest = max(len(label), *(len(text) for text in texts))
    return min(max(round(longest * LETTER + EDGES), NARROWEST), WIDEST)
