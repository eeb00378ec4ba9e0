"""Financial plans whose accounts are costs and benefits below one another, told apart by a column."""

from collections.abc import Sequence
from dataclasses import replace

from data.ingest.findings.base import Place
from data.ingest.findings.listing import OtherRows
from data.ingest.reading.grid import Book, Row, Sheet
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.costs import read_cost_page
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.listing.find import Listing, find
from data.ingest.understanding.listing.programs import Programs
from data.ingest.understanding.listing.projects import projects
from data.ingest.understanding.profile import Profile, profiles
from data.ingest.understanding.register import entities
from data.ingest.understanding.register.page import open_page
from data.ingest.understanding.register.read import read_page
from data.ingest.understanding.vocabulary import clean

_NAMED = {"benefit": "Benefit", "cost": "Cost type"}  # what the account is called where the rows are read
_CALLED = {"project_id": "Project ID", "project": "Project", "program_id": "Program ID", "program": "Program"}
_SILENT = ("line_type", "unit")  # columns that have said what they say once the rows are told apart


def read_accounts(book: Book, profile: Profile, known: Known, heard: Heard) -> Reading | None:
    """Every sheet of accounts; None where none has a row that is a cost or a benefit."""
    tables: list[TableRead] = []
    seen = entities.Seen()
    for listing in find(book, profile):
        kinds = _kinds(listing)
        if {"cost", "benefit"} & set(kinds):
            tables += _read(listing, kinds, book, known, seen, heard)
    if not tables:
        return None
    findings = list(dict.fromkeys(heard.all()))  # both kinds stand below one header
    return Reading(profile.name, profile.title, profile.source, tables, findings)


def _kinds(listing: Listing) -> list[str | None]:
    """By row whether it is a cost or a benefit; None where its type says neither, or its unit no money."""
    found = []
    for row in listing.block.rows:
        words = {role: _word(listing, row, role) for role in _SILENT}
        found.append(None if words["unit"] == "no money" else words["line_type"])
    return found


def _word(listing: Listing, row: Row, role: str) -> str | None:
    column = listing.roles.get(role, [None])[0]
    return listing.profile.word(role, clean(text_of(row.value(column)))) if column is not None else None


def _read(
    listing: Listing, kinds: Sequence[str | None], book: Book, known: Known, seen: entities.Seen, heard: Heard
) -> list[TableRead]:
    _note_others(listing, kinds, heard)
    benefits: list[TableRead] = []
    register = profiles()["benefits_register"]
    if page := open_page(_part(listing, kinds, "benefit"), register, known, heard):
        benefits = read_page(page, book, register, known, seen, heard)
    known = _with_programs(known, benefits)
    programs = Programs(known, heard)
    named = {column: listing.block.headers[column] for own in listing.roles.values() for column in own}
    rows = _of(listing, kinds, "cost", "benefit")
    alive = replace(listing, block=replace(listing.block, headers=named, rows=rows))
    owners = projects(Columns(alive, heard), [False] * len(alive.block.rows), programs, known, heard)
    programs.finish()
    costs: list[TableRead] = []
    if page := open_page(_part(listing, kinds, "cost"), profiles()["budget"], known, heard):
        costs = read_cost_page(page, known, heard)
    kept = [table for table in benefits if table.table != "projects"]
    first = [table for table in kept if table.table == "programs"]
    rest = [table for table in kept if table.table != "programs"]
    return [_as_written(table, listing) for table in (*first, *owners.tables, *rest, *costs)]


def _of(listing: Listing, kinds: Sequence[str | None], *wanted: str) -> list[Row]:
    return [row for row, kind in zip(listing.block.rows, kinds, strict=True) if kind in wanted]


def _note_others(listing: Listing, kinds: Sequence[str | None], heard: Heard) -> None:
    """Rows that are neither: nets, totals, effort; each is listed by what its type or its account says."""
    others = [
        _called(listing, row)
        for row, kind in zip(listing.block.rows, kinds, strict=True)
        if kind not in _NAMED
    ]
    if others:
        heard.add(OtherRows(Place(listing.block.name), len(others), ", ".join(dict.fromkeys(others))[:80]))


def _called(listing: Listing, row: Row) -> str:
    """What a row that is neither says it is: its effort, else its type, else its account."""
    effort = _word(listing, row, "unit") == "no money"
    for role in ("unit" if effort else "line_type", "line"):
        column = listing.roles.get(role, [None])[0]
        if column is not None and holds(row.value(column)):
            return clean(text_of(row.value(column)))
    return "no name"


def _part(listing: Listing, kinds: Sequence[str | None], kind: str) -> Sheet:
    """The sheet with the rows of one kind alone, its header in the words of what these are read as."""
    block = listing.block
    header = next(row for row in block.sheet.rows if row.number == block.header_row)
    values = list(header.values)
    for role, name in {**_CALLED, "line": _NAMED[kind], **dict.fromkeys(_SILENT)}.items():
        for column in listing.roles.get(role, ()):
            values[column] = name
    rows = [*block.above, replace(header, values=values), *_of(listing, kinds, kind)]
    return Sheet(block.name, rows, block.sheet.state, block.sheet.merged)


def _as_written(table: TableRead, listing: Listing) -> TableRead:
    """The report with the headers as they stand on the sheet."""
    own = {
        name: listing.block.headers[listing.roles[role][0]]
        for role, names in {
            **{role: (name,) for role, name in _CALLED.items()},
            "line": _NAMED.values(),
        }.items()
        if role in listing.roles
        for name in names
    }
    return replace(table, columns={field: own.get(name, name) for field, name in table.columns.items()})


def _with_programs(known: Known, tables: list[TableRead]) -> Known:
    """What is known, and the programs of the benefits, to which the costs belong."""
    rows = [
        row for table in tables if table.table == "programs" and table.rows for row in table.rows.to_pylist()
    ]
    only = rows[0]["program_id"] if len(rows) == 1 else None
    return replace(
        known,
        program_id=known.program_id or only,
        programs={**known.programs, **{row["program_id"]: row["program"] for row in rows}},
        currencies={**known.currencies, **{row["program_id"]: row["currency"] for row in rows}},
    )
