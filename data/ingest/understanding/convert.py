"""From the cells of a column to the type of a field. Nothing is guessed cell by cell."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import pyarrow as pa

from data.ingest.findings import values as wrong
from data.ingest.reading.grid import CellError, Uncalculated, Value
from data.ingest.understanding import dates
from data.ingest.understanding.block import TEXTUAL, Cells, text_of
from data.ingest.understanding.headers import key
from data.ingest.understanding.headers import words as header_words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.numbers import PLAIN, Stored, Style, decimals, integers, shares, unreadable
from data.ingest.understanding.vocabulary import clean, is_placeholder, reason_missing
from data.model import Field, Type

YES = frozenset({"yes", "y", "true", "1", "x", "ja", "oui", "si"})
NO = frozenset({"no", "n", "false", "0", "nein", "non"})
_ZEROS = re.compile(r"0{2,}")


def convert(cells: Cells, field: Field, heard: Heard, style: Style = PLAIN) -> Stored:
    """The column as the field's type; what cannot be read is null, with a finding."""
    if field.choices:
        return choices(cells, field, heard, style)
    if field.type is Type.TEXT:
        return texts(cells, heard, optional=not field.required)
    if field.type is Type.DATE:
        return days(cells, heard, style)
    if field.type is Type.DECIMAL:
        return decimals(cells, heard, style)
    if field.type is Type.SHARE:
        return shares(cells, heard, style)
    return integers(cells, heard) if field.type is Type.INTEGER else booleans(cells, heard)


def texts(cells: Cells, heard: Heard, optional: bool = False) -> Stored:
    """The column as trimmed text; in an optional one a placeholder such as TBC or - is null."""
    values = cells.values
    if set(map(type, values)) <= TEXTUAL:
        return _plain_texts(values, optional)
    found = [_text(cells, index, value, heard) for index, value in enumerate(values)]
    if optional:
        found = [None if text is not None and is_placeholder(text) else text for text in found]
    raw = {
        index: value
        for index, (value, text) in enumerate(zip(values, found, strict=True))
        if value is not text
        and isinstance(value, str)
        and value != text
        and (text is not None or value.strip())
    }
    return Stored(pa.array(found, pa.string()), raw)


def _plain_texts(values: Sequence[Value], optional: bool) -> Stored:
    """A column of nothing but texts: each different one is looked at once."""
    known: dict[Value, str | None] = {None: None}
    for value in set(values):
        if isinstance(value, str):
            text = clean(value) or None
            known[value] = None if optional and text is not None and is_placeholder(text) else text
    changed = {value for value, text in known.items() if value != text and (text or str(value).strip())}
    raw = {index: str(value) for index, value in enumerate(values) if value in changed} if changed else {}
    return Stored(pa.array(list(map(known.__getitem__, values)), pa.string()), raw)


def _text(cells: Cells, index: int, value: Value, heard: Heard) -> str | None:
    if type(value) is str:
        return clean(value) or None
    if value is None:
        return None
    if isinstance(value, (CellError, Uncalculated)):
        unreadable(cells, index, value, heard)
        return None
    text = text_of(value)
    if isinstance(value, Decimal) and text.isdigit() and _ZEROS.fullmatch(cells.format(index)):
        return text.zfill(len(cells.format(index)))  # 00123 shown by a number format is an identifier
    return text


def choices(cells: Cells, field: Field, heard: Heard, style: Style = PLAIN) -> Stored:
    """The column as the model's own words, matched without case, spaces, hyphens and spelling, or by
    the source's own words for them."""
    words = {key(word): word for word in field.choices}
    found: list[str | None] = []
    raw: dict[int, str] = {}
    for index, value in enumerate(cells.values):
        text = _text(cells, index, value, heard)
        word = (words.get(key(text)) or style.words.get(header_words(text))) if text else None
        if text and word is None and not reason_missing(text):
            heard.add(wrong.UnknownWord(cells.place(index), cells.header, text[:80], field.choices))
        if text and word != text:
            raw[index] = text
        found.append(word)
    return Stored(pa.array(found, pa.string()), raw)


def days(cells: Cells, heard: Heard, style: Style = PLAIN) -> Stored:
    """The column as dates; which of day and month comes first is decided by the column's texts together."""
    kinds = set(map(type, cells.values))
    if kinds <= {date, type(None)}:
        return Stored(pa.array(cells.values, pa.date32()))
    order = (
        dates.order(value for value in cells.values if isinstance(value, str))
        if str in kinds
        else dates.Order()
    )
    day_first = heard.answers.day_first
    if day_first is None:
        day_first = order_of(cells, order, heard, style.day_first)
    said = order.known if heard.answers.day_first is None else ORDERS[day_first]
    stored = Stored(pa.nulls(0), notes={"date order": said} if order.either and said else {})
    known = {text: dates.parse(text, day_first) for text in set(cells.values) if isinstance(text, str)}
    found: list[date | None] = []
    for index, value in enumerate(cells.values):
        day = known.get(value) if type(value) is str else None
        if day is None:
            day = _day(cells, index, value, stored, heard, style, day_first)
        else:
            stored.raw[index] = text_of(value)
        found.append(day)
    stored.array = pa.array(found, pa.date32())
    return stored


ORDERS = {True: "day first", False: "month first", None: ""}


def order_of(cells: Cells, order: dates.Order, heard: Heard, usual: bool | None = None) -> bool | None:
    """Whether the day comes first in this column, by its texts, else as is usual in its source; None, and
    a finding, where neither says it."""
    if order.clash:
        heard.add(wrong.DatesMixed(cells.place(0), cells.header, order.day_first, order.month_first))
    elif order.either and not order.known and usual is None:
        first = next(i for i, value in enumerate(cells.values) if value == order.either)
        heard.add(wrong.DatesAmbiguous(cells.place(first), cells.header, order.either, order.count))
    return {"day first": True, "month first": False}.get(order.known, usual)


def _day(
    cells: Cells, index: int, value: Value, stored: Stored, heard: Heard, style: Style, day_first: bool | None
) -> date | None:
    if value is None or type(value) is date:
        return value
    stored.raw[index] = text_of(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (CellError, Uncalculated)):
        stored.missing[index] = unreadable(cells, index, value, heard)
        return None
    if isinstance(value, str):
        if reason := reason_missing(value, style.absent):
            stored.missing[index] = reason
            return None
        if day := dates.parse(value, day_first):
            return day
        if day_first is None and dates.order([value]).either:  # already reported for the whole column
            return None
    stored.missing[index] = "not a date"
    heard.add(wrong.NotADate(cells.place(index), cells.header, text_of(value)[:80]))
    return None


def booleans(cells: Cells, heard: Heard) -> Stored:
    """The column as yes and no."""
    found: list[bool | None] = []
    raw: dict[int, str] = {}
    for index, value in enumerate(cells.values):
        if value is None or isinstance(value, bool):
            found.append(value)
            continue
        raw[index] = text_of(value)
        word = clean(raw[index]).casefold()
        known = True if word in YES else False if word in NO else None
        if isinstance(value, (CellError, Uncalculated)):
            unreadable(cells, index, value, heard)
        elif known is None and not reason_missing(raw[index]):
            heard.add(wrong.NotYesOrNo(cells.place(index), cells.header, raw[index][:80]))
        found.append(known)
    return Stored(pa.array(found, pa.bool_()), raw)
