"""A form: labels with the answer beside them, on many sheets, and tables of years in pairs of rows."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from data.ingest.reading.grid import Book, Row, Sheet
from data.ingest.understanding.block import Block, Cells, header_texts, holds
from data.ingest.understanding.headers import words
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.returns.answers import (
    MEASURES,
    SPAN,
    Answer,
    Figures,
    Key,
    Return,
    Span,
    matches,
    span_of,
)
from data.ingest.understanding.vocabulary import clean, folded

_MEASURED = ("baseline", "forecast", "actual")
_LABEL = re.compile(rf"(?:(?:{SPAN})\s*)?(?P<measure>{'|'.join(_MEASURED)})")
_FEWEST = 4  # rows of two years: fewer are no table of years
_MOST_ROWS = 10_000  # a longer sheet is no form
_MOST_LABEL = 120  # characters of a label; longer texts are guidance


def find(book: Book, profile: Profile) -> list[Return]:
    """The return that the book is; none where no sheet has a table of years, or nothing names a project."""
    sheets = [one for one in book.sheets if 0 < len(one.rows) <= _MOST_ROWS and one.state == "visible"]
    figures = [found for sheet in sheets for found in _figures(sheet, profile)]
    if not figures:
        return []
    made = Return({}, figures=figures, read={found.cells.sheet for found in figures})
    wanted = profile.told["extra"]["labels"]
    best: dict[str, int] = {}
    made.milestones = [block for sheet in sheets if (block := _milestones(sheet, profile))]
    lists = {block.name for block in made.milestones}
    for answer in (one for sheet in sheets if sheet.name not in lists for one in answers(sheet)):
        for role, rank in profile.rank(answer.label).items():
            if rank < best.get(role, 1_000):
                best[role], made.roles[role] = rank, answer
        if matches(words(answer.label), wanted):
            made.extra.append(answer)
    taken = (*made.roles.values(), *made.extra)
    made.read |= lists | {answer.sheet for answer in taken}
    needs = profile.needs
    named = all(role in made.roles for role in needs["all"])
    return [made] if named and any(role in made.roles for role in needs["any"]) else []


def answers(sheet: Sheet) -> Iterator[Answer]:
    """Each label with what stands right beside it, beyond the cells that are merged with the label."""
    last = {(area.first_row, area.first_column): area.last_column for area in sheet.merged}
    for row in sheet.rows:
        for column, value in enumerate(row.values):
            if isinstance(value, str) and 0 < len(clean(value)) <= _MOST_LABEL:
                at = last.get((row.number, column), column) + 1
                if holds(row.value(at)):
                    yield Answer(clean(value), row.value(at), sheet.name, row.number, at)


def _figures(sheet: Sheet, profile: Profile) -> Iterator[Figures]:
    """The columns of the tables of years on a sheet."""
    labels = [(index, column, found) for index, row in enumerate(sheet.rows)
              for column, value in enumerate(row.values)
              if type(value) is str and not value[-1:].isdigit() and (found := _label(value))]  # fmt: skip
    if len(labels) < _FEWEST:
        return
    column = Counter(column for _, column, _ in labels).most_common(1)[0][0]
    own = [(index, found) for index, at, found in labels if at == column]
    runs: list[list[tuple[int, re.Match[str]]]] = []
    for index, found in own:
        if runs and index == runs[-1][-1][0] + 1:
            runs[-1].append((index, found))
        else:
            runs.append([(index, found)])
    for run in runs:
        if len(run) >= _FEWEST and run[0][0] > 0:
            yield from _table(sheet, column, run, profile)


def _label(value: str) -> re.Match[str] | None:
    if len(value) > _MOST_LABEL:
        return None
    if value.isascii() and not value.rstrip().casefold().endswith(_MEASURED):
        return None  # most cells of a large sheet are no labels
    return _LABEL.fullmatch(folded(value))


def _table(
    sheet: Sheet, column: int, run: list[tuple[int, re.Match[str]]], profile: Profile
) -> Iterator[Figures]:
    header = header_texts(sheet.rows[run[0][0] - 1])
    title = header.get(column, "")
    kind = _kind(f"{title} {sheet.name}", profile)
    if kind is None:
        return
    spans: list[Span | None] = []
    rows = [sheet.rows[index] for index, _ in run]
    for _, found in run:
        named = any(found[name] for name in ("first", "profile", "rest", "total"))
        spans.append(span_of(found) if named else spans[-1] if spans else None)
    group = words(title).upper() if kind == "costs" else ""
    for at, text in header.items():
        cells = _cells(sheet, at, text, rows)
        numbers = any(isinstance(value, Decimal) for value in cells.values)
        if at <= column or not numbers or matches(words(text), profile.told["figures"]["totals"]):
            continue
        line = f"{group} {folded(text)}" if group else clean(text)
        keys = [Key(kind, line, span or Span(kind="rest"), MEASURES[found["measure"]])
                for span, (_, found) in zip(spans, run, strict=True)]  # fmt: skip
        yield Figures(cells, keys, title)


def _cells(sheet: Sheet, column: int, header: str, rows: list[Row]) -> Cells:
    formats = [row.formats for row in rows] if any(row.formats for row in rows) else None
    values = [row.value(column) for row in rows]
    return Cells(sheet.name, column, clean(header), [row.number for row in rows], values, formats, column)


def _kind(text: str, profile: Profile) -> str | None:
    said = set(words(text).split()) | set(words(text.replace("\n", " ")).split())
    kinds: dict[str, list[str]] = profile.told["figures"]["kinds"]
    return next((kind for kind, marks in kinds.items() if said & set(marks)), None)


def _milestones(sheet: Sheet, profile: Profile) -> Block | None:
    """The list of milestones on a sheet: a header with both dates, and the rows below that are named."""
    for index, row in enumerate(sheet.rows[:20]):
        headers = header_texts(row)
        roles = {role for text in headers.values() for role in profile.rank(" ".join(text.split()))}
        if {"milestone", "baseline_date", "forecast_date"} <= roles:
            rows = [one for one in sheet.rows[index + 1 :] if any(map(holds, one.values))]
            return Block(sheet, row.number, headers, rows)
    return None
