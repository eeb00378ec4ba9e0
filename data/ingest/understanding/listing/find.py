"""Where the list is: its sheet, its header row, and which columns have which role."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.reading.grid import Book, Row, Sheet, Value
from data.ingest.understanding import dates
from data.ingest.understanding.block import Block, block_at, header_texts, holds, rows_below, strings, text_of
from data.ingest.understanding.headers import unit, words
from data.ingest.understanding.listing.gate_names import GATE_DATE, gate_columns
from data.ingest.understanding.listing.headings import joined
from data.ingest.understanding.profile import Profile, ranks
from data.ingest.understanding.terms import unwrapped
from data.ingest.understanding.vocabulary import clean, folded

SEARCHED_ROWS = 60
MOST_COLUMNS = 1_000  # wider than that is no list of items


@dataclass
class Listing:
    """A list as found. A role has several columns where the export repeats one; `above` are the
    facts that stand above the header, by their label; `levels` and `groups` have one entry a row."""

    book: Book
    block: Block
    profile: Profile
    roles: dict[str, list[int]]
    above: dict[str, str] = field(default_factory=dict)
    read: int = 0
    levels: list[int] | None = None
    groups: list[str | None] | None = None
    paths: list[str | None] | None = None
    scale: Decimal | None = None  # what amounts are times, and their currency, where somebody says it
    currency: str = ""
    header_rows: int = 1
    under: str = ""  # of a header in two rows the label below which columns that stand twice are read

    @property
    def rules(self) -> dict[str, Any]:
        return self.profile.told

    @property
    def unknown(self) -> list[int]:
        taken = {column for columns in self.roles.values() for column in columns}
        return [column for column in self.block.headers if column not in taken]


def find(book: Book, profile: Profile) -> list[Listing]:
    """The lists that the profile recognises, sheet by sheet; none where the file is another one."""
    needs = profile.needs
    if "application" in needs and not re.search(needs["application"], _origin(book), re.IGNORECASE):
        return []
    sheets = (sheet for sheet in book.sheets if sheet.rows and sheet.state == "visible")
    found = (_on(book, sheet, profile) for sheet in sheets)
    return [listing for listing in found if listing is not None]


def _origin(book: Book) -> str:
    return " ".join(book.properties.get(name, "") for name in ("application", "creator"))


def _on(book: Book, sheet: Sheet, profile: Profile) -> Listing | None:
    if "sheet" in profile.needs and not re.fullmatch(profile.needs["sheet"], sheet.name, re.IGNORECASE):
        return None
    best: Listing | None = None
    for index, names in _candidates(sheet):
        roles = roles_of(names, profile)
        if best is not None and len(roles) <= len(best.roles):
            continue
        if not _satisfies(roles, profile) or not _speaks(sheet.rows[index], profile):
            continue
        block = within_table(sheet, block_at(sheet, index))
        roles = _dated_gates(roles, block)
        candidate = Listing(book, block, profile, roles, facts(block.above), len(block.rows))
        if _satisfies(roles, profile) and _shows(candidate):
            best = candidate
    return _in_two_rows(book, sheet, profile, best) or best


def _dated_gates(roles: dict[str, list[int]], block: Block) -> dict[str, list[int]]:
    """The roles without columns that are named like gates and hold no date, such as how each went."""
    dated = [at for at in roles.get(GATE_DATE, ()) if any(map(_is_day, block.values(at)))]
    others = {role: columns for role, columns in roles.items() if role != GATE_DATE}
    return {**others, GATE_DATE: dated} if len(dated) > 1 else others


def _is_day(value: Value) -> bool:
    return isinstance(value, date) or (
        isinstance(value, str) and bool(dates.parse(value) or dates.order([value]).either)
    )


def _in_two_rows(book: Book, sheet: Sheet, profile: Profile, best: Listing | None) -> Listing | None:
    """The list whose header is two rows, where that says no less than one of them alone."""
    first = profile.told.get("header", {}).get("first", ())
    for index in range(1, min(SEARCHED_ROWS, len(sheet.rows))) if first or "gates" in profile.told else ():
        upper, lower = sheet.rows[index - 1 : index + 1]
        if best is not None and best.block.header_row not in (upper.number, lower.number):
            continue
        names, under = joined(upper, lower, list(first))
        roles = roles_of(names, profile) if names else {}
        if not _satisfies(roles, profile) or (best is not None and len(roles) < len(best.roles)):
            continue
        block = Block(sheet, lower.number, names, rows_below(sheet, lower.number), sheet.rows[: index - 1])
        roles = _dated_gates(roles, block)
        found = Listing(book, block, profile, roles, facts(block.above), len(block.rows))
        if (
            _satisfies(roles, profile)
            and (_speaks(upper, profile) or _speaks(lower, profile))
            and _shows(found)
        ):
            return replace(found, header_rows=2, under=under)
    return None


def _candidates(sheet: Sheet) -> list[tuple[int, dict[int, str]]]:
    """The rows that may be the header: those of declared tables first, then all near the top; each with
    its texts, none where no profile knows any of them."""
    if "headers" not in sheet.noted:
        numbers = {table.area.first_row for table in sheet.tables}
        declared = [index for index, row in enumerate(sheet.rows) if row.number in numbers] if numbers else []
        rows = [*declared, *range(min(SEARCHED_ROWS, len(sheet.rows)))]
        sheet.noted["headers"] = [(index, _names(sheet.rows[index])) for index in rows]
    found: list[tuple[int, dict[int, str]]] = sheet.noted["headers"]
    return found


def _names(row: Row) -> dict[int, str]:
    """The texts of a row that may be headers: numbers and dates name no column of a list."""
    found = {column: clean(value) for column, value in enumerate(row.values) if isinstance(value, str)}
    names = {column: text for column, text in found.items() if text}
    return names if any(ranks(unwrapped(text)) for text in names.values()) else {}


def within_table(sheet: Sheet, block: Block) -> Block:
    """A declared table says exactly which rows and columns it has."""
    table = next((one for one in sheet.tables if one.area.first_row == block.header_row), None)
    if table is None:
        return block
    area = table.area
    last = area.last_row - table.totals_rows
    rows = [row for row in block.rows if row.number <= last]
    inside = {c: text for c, text in block.headers.items() if area.first_column <= c <= area.last_column}
    return Block(sheet, block.header_row, inside, rows, block.above)


def roles_of(headers: dict[int, str], profile: Profile) -> dict[str, list[int]]:
    """The columns of each role: the best words first; a header that is repeated keeps all its columns."""
    if len(headers) > MOST_COLUMNS:
        return {}
    money = profile.told.get("money", ())  # roles for which a column in a currency comes before the others
    ranked = sorted(
        (role in money and not unit(header).currency, rank, column, role)
        for column, header in headers.items()
        for role, rank in profile.rank(unwrapped(header)).items()
    )
    roles: dict[str, list[int]] = {}
    used: set[int] = set()
    for _, rank, column, role in ranked:
        if column in used:
            continue
        pattern = "*" in profile.roles[role][rank]
        same = role not in roles or folded(headers[roles[role][0]]) == folded(headers[column])
        if same or pattern:
            roles.setdefault(role, []).append(column)
            used.add(column)
    for role, other in profile.told.get("instead", {}).items():
        if other in roles and role not in roles:
            roles[role] = roles.pop(other)
    if gates := gate_columns({c: text for c, text in headers.items() if c not in used}, profile):
        roles[GATE_DATE] = gates
    return {role: sorted(columns) for role, columns in roles.items()}


def _satisfies(roles: dict[str, list[int]], profile: Profile) -> bool:
    needs = profile.needs
    return (
        all(role in roles for role in needs.get("all", ()))
        and all(any(role in roles for role in group) for group in needs.get("any", ()))
        and not any(role in roles for role in needs.get("none", ()))
    )


def _speaks(row: Row, profile: Profile) -> bool:
    """Whether the header has one of the words by which a tool's own list is told from others."""
    marks = set(map(words, profile.needs.get("headers", ())))
    return not marks or bool(marks & set(map(words, header_texts(row).values())))


def _shows(listing: Listing) -> bool:
    """Whether what a profile asks of the cells is there: labels above, or a text of a certain form."""
    needs = listing.profile.needs
    if not set(map(words, needs.get("above", ()))) <= listing.above.keys():
        return False
    for role, form in needs.get("cells", {}).items():
        own = list(listing.block.headers) if role == "any" else listing.roles.get(role, [])
        texts = (pa.array(strings(listing.block.values(column)), pa.string()) for column in own)
        if not any(pc.any(pc.match_substring_regex(each, form, ignore_case=True)).as_py() for each in texts):
            return False
    return True


def names_columns(listing: Listing, row: Row) -> bool:
    """Whether a row is a header too, such as the labels below a data base's codes."""
    return set(listing.profile.needs["all"]) <= roles_of(header_texts(row), listing.profile).keys()


def facts(rows: list[Row]) -> dict[str, str]:
    """Labels with the value beside them, from the rows above a header; a lone text is `title`."""
    found: dict[str, str] = {}
    for row in rows:
        there = [clean(text_of(value)) for value in row.values if holds(value)]
        if len(there) == 1:
            label, colon, value = there[0].partition(":")
            if colon and value.strip():
                found.setdefault(words(label), value.strip())
            found.setdefault("title", there[0])
        for label, value in zip(there[::2], there[1::2], strict=False):
            found.setdefault(words(label), value)
    return found
