"""Rows below a header that are not data: totals, headings, repeated headers, footnotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Row, Value, address
from data.ingest.staged import plain
from data.ingest.understanding import amounts
from data.ingest.understanding.block import Block, holds, repeats_header, text_of
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.vocabulary import clean, folded

_WORDS = (
    r"benefits?|savings|values?|planned|of|for|all|the|annual|portfolio|program(?:me)?s?|projects?|cash|net|gross|"
    r"disbenefits?|realis?z?ed|actual|overall|section|page|register|"
    r"costs?|kosten|nutzen|einsparung(?:en)?|aller|projekte?|general|g[ée]n[ée]ral|geral|d[eou']|da|des|du|dos|das|l[eao]s?|"
    r"el|costes?|costos?|co[ûu]ts?|custos?|benef[ií]cios?|b[ée]n[ée]fices?|ahorros?|[ée]conomies|proyectos?|projets?|projetos?"
)
SUMS = (  # the words for a total, as they stand alone
    r"totals?|sub-?\s?totals?|sum|summe|zwischensumme|gesamt(?:summe|betrag|ergebnis|kosten|nutzen)?|insgesamt|"
    r"suma|soma|somme|sous[\s-]?total|\u03a3"
)
_TOTAL = re.compile(
    rf"(?:(?:grand|sub|overall|{_WORDS})[\s-]*)*(?:{SUMS})(?:[\s-]+(?:{_WORDS}))*\W*(?:\(.*\))?\W*"
)
_STARTS = re.compile(rf"(?:grand |sub-?\s?|overall )?(?:{SUMS})(?:\b|$)")
_ENDS = re.compile(rf".*\s(?:{SUMS})\W*")
_PARTS = ("total", "sum", "som", "gesamt", "\u03c3")  # one of them is in every word for a total
_HALF = Decimal("0.5")


@dataclass
class Cleaned:
    """The rows that are data, and the texts of those that are headings or notes with their index."""

    rows: list[Row]
    headings: list[tuple[int, str]] = field(default_factory=list)  # index of the next data row, text
    repeats: list[int] = field(default_factory=list)  # where the header comes again
    dropped: int = 0


def clean_rows(
    block: Block, labels: Sequence[int], values: Sequence[int], heard: Heard, mark: str = ".", alike: int = -1
) -> Cleaned:
    """Drop what is no data, each with a finding; compare each stated total with what it should add up.

    `labels` are the columns that name things, `values` the columns of amounts; a total adds only rows
    that say the same as it in the column `alike`, if there is one.
    """
    result, sums = Cleaned([]), _Sums(values, mark, alike)
    suspects = _suspects(block, labels)
    width = len(block.headers)
    if not suspects:
        return Cleaned(block.rows)
    for index, row in enumerate(block.rows):
        if index not in suspects:
            result.rows.append(row)
            continue
        place = Place(block.name, str(row.number))
        label = _label(row, labels)
        if repeats_header(block, row):
            heard.add(wrong.NotARow(place, "repeated header", label[:80]))
            result.repeats.append(len(result.rows))
        elif _is_total(row, label, labels, values, result.rows, sums, mark):
            _report(block, row, label or "a row without a name", result.rows, sums, heard)
            sums.restart(len(result.rows))
        elif width > 2 and _lonely(row):
            text = clean(text_of(next(value for value in row.values if holds(value))))
            result.headings.append((len(result.rows), text))
            heard.add(wrong.NotARow(place, "heading or note", text[:80]))
        else:
            result.rows.append(row)
            continue
        result.dropped += 1
    return result


def _suspects(block: Block, labels: Sequence[int]) -> set[int]:
    """The indexes of rows worth a closer look: a total's words or a header's text in a label, hardly any
    cell, or no name at all."""
    found: set[int] = set()
    unnamed = set(range(len(block.rows)))
    for column in labels:
        values, header = block.values(column), folded(block.headers[column])
        different = set(values)
        odd = {value for value in different if isinstance(value, str) and _odd(value, header)}
        if odd:
            found.update(index for index, value in enumerate(values) if value in odd)
        nothing = {value for value in different if not holds(value)}
        unnamed = {index for index in unnamed if values[index] in nothing} if nothing else set()
    if sum(None not in column for column in block.columns) <= 3:  # else every row has more cells
        few = (index for index, row in enumerate(block.rows) if not _more_than(3, row.values))
        found.update(index for index in few if _lonely(block.rows[index]))
    return found | unnamed


def _odd(value: str, header: str) -> bool:
    low = value.casefold()
    return any(part in low for part in _PARTS) or low.strip() == header


def _label(row: Row, labels: Sequence[int]) -> str:
    """The first name in the row, else its first text."""
    named = [row.value(column) for column in labels if holds(row.value(column))]
    written = named or [value for value in row.values if isinstance(value, str) and holds(value)]
    return clean(text_of(written[0])) if written else ""


def _lonely(row: Row) -> bool:
    count = 0
    for value in row.values:
        if value is not None and holds(value):
            count += 1
            if count > 1:
                return False
    return True


def _is_total(
    row: Row,
    label: str,
    labels: Sequence[int],
    values: Sequence[int],
    above: list[Row],
    sums: "_Sums",
    mark: str,
) -> bool:
    """By its label; by its arithmetic too where the label alone may name a benefit or is missing."""
    said = folded(label)
    stated = [number for column in values if (number := number_of(row.value(column), mark)) is not None]
    if _TOTAL.fullmatch(said) if said else False:
        return True
    if said and not (_STARTS.match(said) or _ENDS.fullmatch(said)):
        return False
    named = sum(holds(row.value(column)) for column in labels)
    return bool(stated) and named <= 1 and len(above) > 1 and not sums.differences(row, above)


def number_of(value: Value, mark: str = ".") -> Decimal | None:
    """The number in a cell, also one written as text; None if there is none."""
    if isinstance(value, Decimal):
        return value
    amount = amounts.parse(value, mark) if isinstance(value, str) else None
    return amount.number if amount else None


@dataclass
class _Sums:
    """What totals should be: of all rows so far, or of those since the last total."""

    values: Sequence[int]
    mark: str
    alike: int
    since: int = 0

    def restart(self, index: int) -> None:
        self.since = index

    def differences(self, row: Row, above: list[Row]) -> list[tuple[int, Decimal, Decimal]]:
        """The columns whose stated total is neither the sum since the last total nor that of all rows."""
        if self.alike >= 0:
            same = row.value(self.alike)
            above = [other for other in above if other.value(self.alike) == same]
            return self._off(row, above)
        off = [self._off(row, rows) for rows in (above[self.since :], above) if rows]
        return min(off, key=len) if off else []

    def _off(self, row: Row, rows: list[Row]) -> list[tuple[int, Decimal, Decimal]]:
        found = []
        for column in self.values:
            stated = number_of(row.value(column), self.mark)
            if stated is None:
                continue
            numbers = (number_of(other.value(column), self.mark) for other in rows)
            total = sum((number for number in numbers if number is not None), Decimal(0))
            if abs(total - stated) > tolerance(stated):
                found.append((column, stated, total))
        return found


def tolerance(stated: Decimal) -> Decimal:
    """Half a unit of the last digit written, at most one half: a total may have been rounded."""
    exponent = stated.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return _HALF.scaleb(-min(places, 9))


def _report(block: Block, row: Row, label: str, above: list[Row], sums: _Sums, heard: Heard) -> None:
    off = sums.differences(row, above)
    for column, stated, total in off:
        place = Place(block.name, address(row.number, column))
        heard.add(
            wrong.TotalDisagrees(
                place, f"{label}, {block.headers[column]}"[:120], plain(stated), plain(total)
            )
        )
    heard.add(wrong.TotalsDropped(Place(block.name, str(row.number)), label[:80]))


def _more_than(few: int, values: Sequence[Value]) -> bool:
    """Whether more than `few` cells hold something; looks no further than it must."""
    return len(list(islice((value for value in values if value is not None), few + 1))) > few
