"""What the words mean: shown where a reader rests on one. Metrics bring their own from the SQL."""

from collections.abc import Sequence
from typing import Final

from queries import metrics

TERMS: Final = {
    "status date": "Everything is shown as it stood on this day: only periods that had ended by then count "
    "as due, and only values measured up to then as realized.",
    "business case": "What the numbers are held against. Original: the first version approved. Current: the "
    "last version approved on or before the status date.",
    "data version": "Every load of data is a version that never changes. Latest: the newest one. An earlier "
    "one shows what was known then.",
    "coverage": "The share of the values due that were measured. What was not measured is unknown, not zero.",
    "program": "One program, or all of them together. Closed and cancelled projects always stay in.",
    "gross": "Gross: the benefits alone. Net: after disbenefits, the costs that the change itself causes.",
}


def meanings(explains: Sequence[str]) -> list[str]:
    """`Realization rate: …` for each metric named by id (M3) or macro that has a meaning."""
    known = metrics.describe().values()
    found = [one for name in explains for one in known if name in (one.id, one.macro)]
    return [f"{one.title}: {one.meaning}" for one in found if one.meaning]


def meaning(name: str) -> str:
    """The meaning of one metric, for the header of a table's column."""
    return metrics.describe(name).meaning
