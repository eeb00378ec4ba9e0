"""What the rows of a list are: labels, groups, folders, subitems, levels. Leaves the items only."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import OtherRows, RepeatedRows
from data.ingest.reading.grid import Book, Row, Value
from data.ingest.understanding.block import header_texts, holds, repeats_header, text_of
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.calendar import by_calendar
from data.ingest.understanding.listing.columns import AMOUNTS
from data.ingest.understanding.listing.find import Listing, names_columns
from data.ingest.understanding.totals import clean_rows
from data.ingest.understanding.vocabulary import clean


def shaped(listing: Listing, heard: Heard) -> Listing:
    """The list with its items alone, each with its level, group and folder where the export has these."""
    rules = listing.rules.get("shape", {})
    if rules.get("labels_below") and listing.block.rows and names_columns(listing, listing.block.rows[0]):
        listing = _with_rows(listing, listing.block.rows[1:])
        listing.read -= 1
    if "groups" in rules:
        listing = _grouped(listing, heard)
    if "path" in rules:
        listing = _foldered(listing, rules["path"], heard)
    if "calendar" in rules:
        listing = by_calendar(listing, rules["calendar"], heard)
    listing = _cleaned(listing, heard)
    if rules.get("once"):
        listing = _once(listing, rules["once"], heard)
    return replace(listing, levels=_levels(listing, rules))


def day_first(book: Book, listing: Listing) -> bool | None:
    """The order of day and month that the export states somewhere, by the profile's `date_format`."""
    form = listing.rules.get("shape", {}).get("date_format")
    if not form:
        return listing.rules.get("day_first")
    for sheet in book.sheets:
        for row in sheet.rows[:10]:
            for value in row.values:
                if isinstance(value, str) and (found := re.search(form, value)):
                    return found[1].casefold().find("d") < found[1].casefold().find("m")
    return None


def _with_rows(listing: Listing, rows: list[Row]) -> Listing:
    return replace(listing, block=replace(listing.block, rows=rows))


def _cleaned(listing: Listing, heard: Heard) -> Listing:
    labels = [listing.roles[role][0] for role in ("id", "name", *listing.profile.needs.get("all", ()))
              if role in listing.roles]  # fmt: skip
    values = [listing.roles[role][0] for role in AMOUNTS if role in listing.roles]
    cleaned = clean_rows(listing.block, list(dict.fromkeys(labels)), values, heard)
    kept = {row.number for row in cleaned.rows}
    at = [index for index, row in enumerate(listing.block.rows) if row.number in kept]
    return replace(
        _with_rows(listing, cleaned.rows),
        groups=_at(listing.groups, at),
        paths=_at(listing.paths, at),
    )


def _at(column: Sequence[str | None] | None, indexes: list[int]) -> list[str | None] | None:
    return None if column is None else [column[index] for index in indexes]


def _once(listing: Listing, role: str, heard: Heard) -> Listing:
    """The first row of each ID: exports with relations list an item once a relation."""
    column = listing.roles.get(role, [None])[0]
    if column is None:
        return listing
    seen: set[str] = set()
    rows = []
    for row in listing.block.rows:
        own = text_of(row.value(column))
        if own not in seen or not own:
            rows.append(row)
        seen.add(own)
    if again := len(listing.block.rows) - len(rows):
        heard.add(RepeatedRows(Place(listing.block.name), again))
    return _with_rows(listing, rows)


def _grouped(listing: Listing, heard: Heard) -> Listing:
    """Groups one below the other: a name, the header again, items, sums; subitems have their own header."""
    group = clean(text_of(next(filter(holds, _before(listing)), None))) or None
    kept, groups, subitems, inside, sums = [], [], 0, True, 0
    for row in listing.block.rows:
        there = [value for value in row.values if holds(value)]
        if repeats_header(listing.block, row):
            inside = True
        elif _is_header(row, listing):
            inside = False
            subitems += 1
        elif len(there) == 1 and isinstance(row.value(0), str) and holds(row.value(0)):
            group, inside = clean(text_of(row.value(0))), True
        elif not holds(row.value(0)):
            subitems += not inside
            sums += inside
        elif all(isinstance(value, Decimal) for value in there):
            sums += 1
        else:
            inside = True
            kept.append(row)
            groups.append(group)
    place = Place(listing.block.name)
    if subitems:
        heard.add(OtherRows(place, subitems, "subitems and their headers"))
    if sums:
        heard.add(wrong.TotalsDropped(place, f"{sums} rows of sums below groups"))
    return replace(_with_rows(listing, kept), groups=groups)


def _before(listing: Listing) -> list[Value]:
    """The cells of the row just above the header, which names the first group."""
    above = listing.block.above
    return list(above[-1].values) if len(above) > 1 else []


def _is_header(row: Row, listing: Listing) -> bool:
    """The header of subitems: two or more of its cells are headers that the list or the profile knows."""
    known = {words(text) for text in listing.block.headers.values()}
    said = [words(text) for text in header_texts(row).values()]
    marks = set(map(words, listing.rules["shape"].get("subitems", ())))
    return bool(marks & set(said)) and sum(text in known or text in marks for text in said) >= 2


def _foldered(listing: Listing, role: str, heard: Heard) -> Listing:
    """Folders as rows with their path: each item below belongs to the folder above it."""
    column = listing.roles[role][0]
    path: str | None = None
    kept, paths, folders = [], [], 0
    for row in listing.block.rows:
        text = clean(text_of(row.value(column)))
        if text.startswith("/") and text.endswith("/") and len(text) > 1:
            path, folders = text.strip("/"), folders + 1
        else:
            kept.append(row)
            paths.append(path)
    if folders:
        heard.add(wrong.NotARow(Place(listing.block.name), "folder", f"{folders} rows with a path"))
    return replace(_with_rows(listing, kept), paths=paths)


def _levels(listing: Listing, rules: dict[str, object]) -> list[int] | None:
    """How deep each row lies: by a column of levels, by the column that is filled, or by Excel's outline."""
    rows = listing.block.rows
    if "level" in rules and rules["level"] in listing.roles:
        column = listing.roles[str(rules["level"])][0]
        texts = [text_of(row.value(column)).strip() for row in rows]
        numbers = not rules.get("numbered")  # else 2 is the second of the highest level, not the level 2
        return [int(text) if numbers and text.isdecimal() else text.count(".") + 1 for text in texts]
    if "titles" in rules and len(listing.roles.get(str(rules["titles"]), ())) > 1:
        columns = listing.roles[str(rules["titles"])]
        return [next((n for n, c in enumerate(columns, 1) if holds(row.value(c))), 1) for row in rows]
    if rules.get("outline") and any(row.outline for row in rows):
        return [row.outline + 1 for row in rows]
    for role in ("name", "id") if rules.get("indented") else ():
        levels = [_indent(row.value(column)) for column in listing.roles.get(role, ())[:1] for row in rows]
        if len(set(levels)) > 1:
            return levels
    return None


def _indent(value: Value) -> int:
    text = value if isinstance(value, str) else ""
    return 1 + (len(text) - len(text.lstrip(" \u00a0"))) // 2


def summaries(listing: Listing, parents: Sequence[str | None], ids: Sequence[str | None]) -> list[bool]:
    """Which rows sum up others: those with deeper rows below, or named as a parent."""
    named = {text for text in parents if text}
    levels = listing.levels
    found = [bool(own and own in named) for own in ids]
    if levels:
        following = [*levels[1:], 0]
        found = [is_one or below > own for is_one, own, below in zip(found, levels, following, strict=True)]
    return found
