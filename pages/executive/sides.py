"""Two states side by side, in cells: a measure before, now, and by how much it moved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from charts import numbers
from charts.numbers import Number, missing

Record = dict[str, Any]


@dataclass(frozen=True)
class Sides:
    """One record with `<name>_before`, `<name>_after` and, of money, `<name>_change`.

    `before` and `now` head the two columns.
    """

    row: Record
    before: str
    now: str
    locale: str

    def money(self, title: str, name: str) -> Record:
        gap, currency = self.row[f"{name}_change"], self.row["currency"] or ""
        return self.said(
            title,
            name,
            lambda value: numbers.full(value, currency, self.locale),
            "" if missing(gap) else signed(numbers.full(gap, currency, self.locale), gap),
        )

    def rate(self, title: str, name: str) -> Record:
        return self.said(title, name, lambda value: numbers.rate(value, self.locale))

    def plain(self, title: str, name: str, digits: int = 0) -> Record:
        return self.said(title, name, lambda value: numbers.plain(value, self.locale, digits))

    def said(self, title: str, name: str, words: Callable[[Any], str], gap: str = "") -> Record:
        """The measure in these words on both sides."""
        old, new = (words(self.row[f"{name}_{when}"]) for when in ("before", "after"))
        return {"Measure": title, self.before: old, self.now: new, "Change": gap}


def signed(text: str, gap: Number) -> str:
    """An amount of a change with its sign; a minus it has already."""
    return text if missing(gap) or not gap or gap < 0 else f"+{text}"


def moved(name: str, row: Record, what: str, locale: str) -> str:
    """`the final cost rose by €1.2m to €14.0m`; what one side does not know is said."""
    currency, gap = row["currency"] or "", row[f"{what}_change"]
    before, now = row[f"{what}_before"], row[f"{what}_after"]
    if missing(before) and missing(now):
        return f"{name} is not known"
    if missing(before):
        return f"{name} is {numbers.money(now, currency, locale)} and was not known before"
    if missing(now):
        return f"{name} is not known any more, it was {numbers.money(before, currency, locale)}"
    if not gap:
        return f"{name} stays at {numbers.money(now, currency, locale)}"
    went = "rose" if gap > 0 else "fell"
    by = numbers.money(abs(gap), currency, locale)
    return f"{name} {went} by {by} to {numbers.money(now, currency, locale)}"
