"""A master: keys down column A, and what each project answers in a column of its own."""

import re

from data.ingest.reading.grid import Book, Row, Sheet
from data.ingest.understanding.block import Cells, holds
from data.ingest.understanding.headers import words
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.returns.answers import (
    MEASURES,
    SPAN,
    Answer,
    Figures,
    Key,
    Return,
    matches,
    span_of,
)
from data.ingest.understanding.vocabulary import clean, folded

_KEY = re.compile(
    rf"(?:{SPAN}) (?P<group>ben|rdel|cdel|non[- ]gov) (?P<measure>baseline|bl|forecast|actual)"
    r"(?: ?- ?| )(?P<line>.+)"
)
MOST_KEYS = 10_000


def find(book: Book, profile: Profile) -> list[Return]:
    """The projects of the master that the book is; none where it is another file."""
    for sheet in book.sheets:
        if sheet.state == "visible" and 1 < len(sheet.rows) <= MOST_KEYS and (found := _on(sheet, profile)):
            return found
    return []


def _on(sheet: Sheet, profile: Profile) -> list[Return]:
    keys = [(row, clean(text)) for row in sheet.rows if isinstance(text := row.value(0), str) and clean(text)]
    roles: dict[str, tuple[int, Row, str]] = {}
    for row, key in keys:
        for role, rank in profile.rank(key).items():
            if rank < roles.get(role, (1_000, row, ""))[0]:
                roles[role] = (rank, row, key)
    needs = profile.needs
    if not all(role in roles for role in needs["all"]) or not any(role in roles for role in needs["any"]):
        return []
    taken = {row.number for _, row, _ in roles.values()}
    figures = [(row, one) for row, text in keys if (one := _key(text, profile))]
    others = [
        (row, text) for row, text in keys if row.number not in taken and not _KEY.fullmatch(folded(text))
    ]
    _, names, _ = roles["project"]
    columns = [column for column, value in enumerate(names.values) if column and holds(value)]
    return [_column(sheet, column, roles, figures, others) for column in columns]


def _column(
    sheet: Sheet,
    column: int,
    roles: dict[str, tuple[int, Row, str]],
    figures: list[tuple[Row, Key]],
    others: list[tuple[Row, str]],
) -> Return:
    made = Return({}, read={sheet.name})
    for role, (_, row, key) in roles.items():
        if holds(row.value(column)):
            made.roles[role] = Answer(key, row.value(column), sheet.name, row.number, column)
    made.extra = [Answer(key, row.value(column), sheet.name, row.number, column)
                  for row, key in others if holds(row.value(column))]  # fmt: skip
    if figures:
        rows = [row for row, _ in figures]
        cells = Cells(
            sheet.name, column, "", [row.number for row in rows], [row.value(column) for row in rows],
            [row.formats for row in rows], column,
        )  # fmt: skip
        made.figures = [Figures(cells, [key for _, key in figures], "")]
    return made


def _key(text: str, profile: Profile) -> Key | None:
    """What the figure under a key is; None where the key is none of a figure, or of a total."""
    found = _KEY.fullmatch(folded(text))
    if found is None or matches(words(found["line"]), profile.told["figures"]["totals"]):
        return None
    span = span_of(found)
    if span is None:
        return None
    kind = "benefits" if found["group"] == "ben" else "costs"
    line = found["line"] if kind == "benefits" else f"{found['group'].upper()} {found['line']}"
    return Key(kind, line, span, MEASURES[found["measure"]])
