"""Books that no profile recognises, of shapes that people send."""

from data.ingest.reading.grid import Book
from data.ingest.staged import Known
from tests.data.ingest.sheets import RECEIVED, sheet

KNOWN = Known(RECEIVED)
HEADERS = [
    "Saving ref", "Saving title", "Delivery project", "Owned by",
    "Jan-26 Ambition", "Feb-26 Ambition", "Jan-26 Banked", "Feb-26 Banked",
]  # fmt: skip
SAVINGS = [
    ["Program: North"],
    ["Figures in EUR"],
    [None],
    HEADERS,
    ["S1", "Fewer calls", "Website", "Ann", 100, 110, 90, None],
    ["S2", "Less heating", "Hall", "Bob", 50, 50, 20, "tbc"],
    ["Total", None, None, None, 150, 160, 110, None],
]


def book(*sheets, name="North.xlsx", container="xlsx") -> Book:
    return Book(name, container, list(sheets))


def savings(*more) -> Book:
    """A savings tracker with months across, ambition beside what was banked."""
    rows = [[*row, *([None] * (8 - len(row)))] if number > 2 else row for number, row in enumerate(SAVINGS)]
    return book(sheet("Savings", *rows, *more))
