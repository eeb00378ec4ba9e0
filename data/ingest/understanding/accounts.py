"""Financial plans whose accounts are costs and benefits below one another, told apart by a column."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from data.ingest.findings.base import Place
from data.ingest.findings.listing import OtherRows
from data.ingest.reading.grid import Book, Row, Sheet, Value
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.block import text_of
from data.ingest.understanding.corrected import BENEFITS, COSTS, NEITHER, NONE, Corrections, Line
from data.ingest.understanding.costs import read_cost_page
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.listing.find import Listing, find
from data.ingest.understanding.listing.programs import Programs
from data.ingest.understanding.listing.projects import projects
from data.ingest.understanding.meaning import meaning
from data.ingest.understanding.profile import Profile, profiles
from data.ingest.understanding.register import entities
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.register.page import Page, open_page
from data.ingest.understanding.register.read import read_page
from data.ingest.understanding.vocabulary import clean

_NAMED = {BENEFITS: "Benefit", COSTS: "Cost type"}  # what the account is called where the rows are read
_CALLED = {"project_id": "Project ID", "project": "Project", "program_id": "Program ID", "program": "Program"}
_SILENT = ("line_type", "unit")  # columns that have said what they say once the rows are told apart


def read_accounts(
    book: Book, profile: Profile, known: Known, heard: Heard, told: Corrections = NONE
) -> Reading | None:
    """Every sheet of accounts; None where none has a row that is a cost or a benefit."""
    tables: list[TableRead] = []
    seen = entities.Seen()
    for listing in find(book, profile):
        kinds = [one.reads for one in _lines(listing, told)]
        if {COSTS, BENEFITS} & set(kinds) and _across(listing):
            tables += _read(listing, kinds, book, known, seen, heard, told)
    if not tables:
        return None
    findings = list(dict.fromkeys(heard.all()))  # both kinds stand below one header
    return Reading(profile.name, profile.title, profile.source, tables, findings)


def _across(listing: Listing) -> bool:
    """Whether periods stand across: a ledger has its periods down the rows, and is another one's to read."""
    register = profiles()["benefits_register"]
    said = (meaning(register, value, None) for value in _header(listing).values)
    return sum(bool(one.period or one.part) for one in said) > 1


def _header(listing: Listing) -> Row:
    return next(row for row in listing.block.sheet.rows if row.number == listing.block.header_row)


def accounts_read(book: Book, profile: Profile, told: Corrections) -> list[Line]:
    """All rows of accounts, each with what it is read as."""
    return [line for listing in find(book, profile) for line in _lines(listing, told)]


def _lines(listing: Listing, told: Corrections) -> list[Line]:
    """By row whether it is a cost or a benefit; neither where its type says none, or its unit no money."""
    counts: Counter[str] = Counter()
    found = []
    for row in listing.block.rows:
        label, sheet = _text(listing, row, "line"), listing.block.name
        counts[words(label)] += 1
        nth = counts[words(label)]
        reads = told.line(sheet, label, nth)
        if reads is None:
            effort = _word(listing, row, "unit") == "no money"
            reads = NEITHER if effort else _word(listing, row, "line_type") or NEITHER
        shown = ", ".join(filter(None, (_text(listing, row, role) for role in ("project", *_SILENT))))
        found.append(Line(sheet, label, reads, nth, row.number, shown))
    return found


def _text(listing: Listing, row: Row, role: str) -> str:
    column = listing.roles.get(role, [None])[0]
    return clean(text_of(row.value(column))) if column is not None else ""


def _word(listing: Listing, row: Row, role: str) -> str | None:
    return listing.profile.word(role, _text(listing, row, role))


def _read(
    listing: Listing,
    kinds: Sequence[str],
    book: Book,
    known: Known,
    seen: entities.Seen,
    heard: Heard,
    told: Corrections,
) -> list[TableRead]:
    _note_others(listing, kinds, heard)
    benefits: list[TableRead] = []
    register = profiles()["benefits_register"]
    if page := open_page(_part(listing, kinds, BENEFITS, _owners(listing, known)), register, known, heard):
        benefits = read_page(_in_unit(page, told), book, register, known, seen, heard)
    known = _with_programs(known, benefits)
    programs = Programs(known, heard)
    named = {column: listing.block.headers[column] for own in listing.roles.values() for column in own}
    rows = _of(listing, kinds, COSTS, BENEFITS)
    alive = replace(listing, block=replace(listing.block, headers=named, rows=rows))
    owners = projects(Columns(alive, heard), [False] * len(alive.block.rows), programs, known, heard)
    programs.finish()
    costs: list[TableRead] = []
    if page := open_page(
        _part(listing, kinds, COSTS, _owners(listing, known)), profiles()["budget"], known, heard
    ):
        costs = read_cost_page(_in_unit(page, told), known, heard)
    kept = [table for table in benefits if table.table != "projects"]
    first = [table for table in kept if table.table == "programs"]
    rest = [table for table in kept if table.table != "programs"]
    return [_as_written(table, listing) for table in (*first, *owners.tables, *rest, *costs)]


def _in_unit(page: Page, told: Corrections) -> Page:
    """The page with the currency and the scale that somebody says."""
    page.titles = replace(page.titles, unit=told.unit(page.titles.unit))
    page.layout.values = [replace(item, unit=told.unit(item.unit)) for item in page.layout.values]
    return page


def _of(listing: Listing, kinds: Sequence[str], *wanted: str) -> list[Row]:
    return [row for row, kind in zip(listing.block.rows, kinds, strict=True) if kind in wanted]


def _note_others(listing: Listing, kinds: Sequence[str], heard: Heard) -> None:
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
    texts = (_text(listing, row, role) for role in ("unit" if effort else "line_type", "line"))
    return next(filter(None, texts), "no name")


def _part(
    listing: Listing, kinds: Sequence[str], kind: str, owners: Sequence[tuple[Row, str | None]]
) -> Sheet:
    """The sheet with the rows of one kind alone, its header in the words of what these are read as."""
    block = listing.block
    header, own = _header(listing), {row.number: project for row, project in owners}
    width = max(len(row.values) for row in (header, *block.rows)) if owners else 0
    values = _beside(header, width, "Project ID")
    for role, name in {**_CALLED, "line": _NAMED[kind], **dict.fromkeys(_SILENT)}.items():
        for column in listing.roles.get(role, ()):
            values[column] = name
    lines = [
        replace(row, values=_beside(row, width, own.get(row.number))) for row in _of(listing, kinds, kind)
    ]
    rows = [*block.above, replace(header, values=values), *lines]
    return Sheet(block.name, rows, block.sheet.state, block.sheet.merged)


def _beside(row: Row, width: int, value: Value) -> list[Value]:
    """The row's cells, with one more behind the last column; as they are where there is to be none."""
    return [*row.values, *[None] * (width - len(row.values)), value] if width else list(row.values)


def _owners(listing: Listing, known: Known) -> list[tuple[Row, str | None]]:
    """By row the ID of the project it names, one for costs and benefits; none where the plan has IDs."""
    if "project_id" in listing.roles or "project" not in listing.roles:
        return []
    named = [(row, _text(listing, row, "project")) for row in listing.block.rows]
    return [(row, (known.project_called(name) or slug(name)) if name else None) for row, name in named]


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
