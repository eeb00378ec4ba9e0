"""Headers of a list in two rows: labels above columns of one name, such as Inherent and Residual."""

from collections import Counter

from data.ingest.reading.grid import Row
from data.ingest.understanding.block import holds
from data.ingest.understanding.headers import words
from data.ingest.understanding.vocabulary import clean


def joined(upper: Row, lower: Row, first: list[str]) -> tuple[dict[int, str], str]:
    """The names of the columns below two rows of header, and the label whose columns go by their own name.

    A name that stands once is itself; one that stands again is told apart by the label above it, but for
    the columns of the label that comes first in `first`. No names where nothing stands twice.
    """
    names, labels = _texts(lower), _labels(upper, lower)
    counts = Counter(map(words, names.values()))
    grouped = {column for column, text in names.items() if counts[words(text)] > 1 and column in labels}
    if not grouped or len({labels[column] for column in grouped}) < 2:
        return {}, ""
    ranks = {words(text): rank for rank, text in enumerate(first)}
    there = sorted(
        (ranks[words(labels[column])], labels[column]) for column in grouped if words(labels[column]) in ranks
    )
    leftmost = labels[min(grouped)] if first else ""  # where none is known, as the columns would be read
    chosen = there[0][1] if there else leftmost
    found = {
        column: text if column not in grouped or labels[column] == chosen else f"{labels[column]} {text}"
        for column, text in names.items()
    }
    return {
        **{column: text for column, text in _texts(upper).items() if column not in names},
        **found,
    }, chosen


def _texts(row: Row) -> dict[int, str]:
    found = {column: clean(value) for column, value in enumerate(row.values) if isinstance(value, str)}
    return {column: text for column, text in found.items() if text}


def _labels(upper: Row, lower: Row) -> dict[int, str]:
    """By column of the lower row the label that stands above it or left of that."""
    found: dict[int, str] = {}
    label = ""
    for column in range(max(len(upper.values), len(lower.values))):
        value = upper.value(column)
        label = clean(value) if isinstance(value, str) and holds(value) else label
        if label and holds(lower.value(column)):
            found[column] = label
    return found
