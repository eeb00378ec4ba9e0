"""A list from book to rows, by what its profile says."""

from dataclasses import replace

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import ReadUnder
from data.ingest.reading.grid import Book
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing import schedule
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.listing.find import Listing, find
from data.ingest.understanding.listing.gates import gate_milestones
from data.ingest.understanding.listing.programs import Programs
from data.ingest.understanding.listing.projects import Projects, projects
from data.ingest.understanding.listing.risks import risks
from data.ingest.understanding.listing.shape import day_first, shaped, summaries
from data.ingest.understanding.listing.unread import note_unread
from data.ingest.understanding.profile import Profile


def read_list(book: Book, profile: Profile, known: Known, heard: Heard) -> Reading | None:
    """Every sheet of the book that is such a list; None where none is."""
    listings = find(book, profile)
    if not listings:
        return None
    read = {listing.block.name for listing in listings}
    others = [sheet.name for sheet in book.sheets if sheet.rows and sheet.name not in read]
    if others:
        heard.add(wrong.SheetUnknown(Place(), ", ".join(others)))
    programs = Programs(known, heard)
    tables: list[TableRead] = []
    owners: set[str] = set()
    for listing in listings:
        made, found = read_listing(listing, book, programs, known, heard)
        tables += made
        owners |= set(found.names)
    programs.finish()
    return Reading(profile.name, profile.title, source_of(profile, owners), _once(tables), heard.all())


def source_of(profile: Profile, owners: set[str]) -> str:
    """What the file supersedes: earlier files about the only project it is about, else all of the tool's."""
    about_one = profile.told.get("projects", {}).get("each", "row") != "row" and len(owners) == 1
    return f"{profile.source} {next(iter(owners))}" if about_one else profile.source


def read_listing(
    listing: Listing, book: Book, programs: Programs, known: Known, heard: Heard
) -> tuple[list[TableRead], Projects]:
    order = day_first(book, listing)
    if listing.under:
        heard.add(_read_under(listing))
    listing = shaped(listing, heard)
    columns = Columns(_with_places(listing), heard, order)
    summary = summaries(listing, columns.texts("parent"), columns.texts("id"))
    found = projects(columns, summary, programs, known, heard)
    feeds = listing.profile.feeds
    tables = list(found.tables)
    note_unread(columns.listing.block, columns.listing.unknown, heard)
    if "milestones" in feeds and ("gates" not in listing.rules or "milestones" in listing.rules):
        tables += schedule.milestones(columns, found, summary)
    tables += gate_milestones(columns, found)
    if "budget" in feeds:
        tables += schedule.budget(columns, found, summary, known, heard)
    if "earned_value" in feeds:
        tables += schedule.earned_value(columns, found, known)
    if "risks" in feeds:
        tables += risks(columns, found, programs, known, heard)
    return tables, found


def _read_under(listing: Listing) -> ReadUnder:
    """Which of the columns that stand below several labels count."""
    block, said = listing.block, {words(text): text for text in listing.block.headers.values()}
    others = {c: text for c, text in block.headers.items() if c in listing.unknown}
    twice = {
        own: text.removesuffix(own).strip()
        for own in said.values()
        for text in others.values()
        if text != own and text.endswith(f" {own}")
    }
    labels = ", ".join(dict.fromkeys(f"{label!r}" for label in twice.values()))
    return ReadUnder(Place(block.name, str(block.header_row)), listing.under, ", ".join(twice)[:120], labels)


def _with_places(listing: Listing) -> Listing:
    """Groups and folders as columns of their own, behind the last: roles `group` and `folder`."""
    extra = {"group": listing.groups, "folder": listing.paths}
    there = {name: values for name, values in extra.items() if values is not None}
    if not there:
        return listing
    block, width = listing.block, max(listing.block.headers) + 1
    rows = [
        replace(row, values=[*row.values, *[None] * (width - len(row.values))][:width]
                + [values[index] for values in there.values()])
        for index, row in enumerate(block.rows)
    ]  # fmt: skip
    headers = block.headers | {width + at: name.capitalize() for at, name in enumerate(there)}
    roles = listing.roles | {name: [width + at] for at, name in enumerate(there)}
    return replace(listing, block=replace(block, headers=headers, rows=rows), roles=roles)


def _once(tables: list[TableRead]) -> list[TableRead]:
    """Programs before projects, and these before what refers to them."""
    order = ("programs", "projects", "milestones", "budget", "earned_value", "risks")
    return sorted(tables, key=lambda table: order.index(table.table or order[0]))
