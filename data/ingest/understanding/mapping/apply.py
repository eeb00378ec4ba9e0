"""Reads a book as a mapping says: book + mapping = reading, with everything that a profile guarantees.

Each row below a header is kept, or listed with a finding that says why not; what is on the sheets
beside the mapped tables is named.
"""

from dataclasses import dataclass, replace

from data.ingest.findings import mapping as said
from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Book, Row, Sheet
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding import hidden
from data.ingest.understanding.block import SEARCHED_ROWS, holds
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Answers, Heard
from data.ingest.understanding.listing.unread import note_unread
from data.ingest.understanding.mapping.columns import matched, narrowed
from data.ingest.understanding.mapping.listing import Listings
from data.ingest.understanding.mapping.lists import Lists
from data.ingest.understanding.mapping.mapping import MappedTable, Mapping
from data.ingest.understanding.mapping.regions import Region, region_at
from data.ingest.understanding.mapping.register_page import Registers
from data.ingest.understanding.mapping.targets import REGISTER, list_profile, title
from data.ingest.understanding.mapping.whole import profile_of, read_whole
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.transpose import transposed
from data.ingest.understanding.vocabulary import folded
from data.model import BY_NAME

PROFILE = "mapping"
_ENOUGH = 0.5  # share of a mapping's headers that a row must have to be its header


def answers(mapping: Mapping) -> Answers:
    """What the mapping decides for the whole book."""
    day_first = {"day first": True, "month first": False}.get(mapping.date_order)
    return Answers(day_first, mapping.decimal_mark, mapping.percent)


def apply(book: Book, mapping: Mapping, known: Known) -> Reading:
    """The book as the mapping says; refused where a mapped table is not in it."""
    heard, known = Heard(answers(mapping)), _belonging(mapping, known)
    for finding in book.findings:
        heard.add(finding)
    if by_profile := profile_of(mapping):
        return _whole(book, by_profile, mapping, known, heard)
    spots = _located(book, mapping, heard)
    lists = Lists(book, mapping, known, heard)
    registers, listings = Registers(book, mapping, known, heard), Listings(book, mapping, known, heard)
    reads: list[TableRead] = []
    for table, spot in zip(mapping.tables, spots, strict=True):
        region = _region(spot, spots) if spot else None
        if region is None or not table.target:
            continue
        columns, whole = matched(region, table), region
        region = narrowed(region, columns)
        if table.target == REGISTER:
            reads += registers.read(region, columns)
        elif profile := list_profile(table.target):
            reads += lists.read(profile, whole, columns)
        else:
            reads += listings.read(BY_NAME[table.target], region, columns)
            block = whole.block()
            unread = [c for c in block.headers if c not in columns or not columns[c].means]
            note_unread(block, unread, heard)
    reads += listings.named()
    lists.finish()
    _name_unread(book, mapping, spots, heard)
    findings = [*heard.all(), *hidden.told(book, reads)]
    return Reading(PROFILE, mapping.name, lists.source or mapping.source, reads, findings)


def _whole(book: Book, profile: Profile, mapping: Mapping, known: Known, heard: Heard) -> Reading:
    """A form or a business case by its profile, with what was corrected; refused where it is none now."""
    found = read_whole(book, profile, mapping, known, heard)
    if found is None:
        heard.add(said.MappingFitsNot(Place(), mapping.name, profile.title, ""))
    reads = found.tables if found else []
    findings = [*dict.fromkeys(heard.all()), *hidden.told(book, reads)]
    return Reading(PROFILE, mapping.name, found.source if found else mapping.source, reads, findings)


def _belonging(mapping: Mapping, known: Known) -> Known:
    """What is known, with what the mapping says that its files belong to; the sender's word goes first."""
    known = replace(known, project_id=known.project_id or mapping.project_id or None)
    if known.program_id or not mapping.program_id:
        return known
    named = {mapping.program_id: mapping.program} if mapping.program else {}
    return replace(known, program_id=mapping.program_id, programs={**named, **known.programs})


@dataclass(frozen=True)
class _Spot:
    """Where a table's header ends: a row of a sheet, or of the sheet turned."""

    sheet: Sheet
    row: int
    height: int
    flipped: bool

    @property
    def top(self) -> int:
        return self.row - self.height + 1


def _region(spot: _Spot, spots: list[_Spot | None]) -> Region | None:
    """The table down to the next mapped header below it; above it the lines that may speak about it."""
    tops = [one.top for one in spots if one and one.sheet is spot.sheet and one.flipped == spot.flipped]
    until = min((top for top in tops if top > spot.row), default=None)
    region = region_at(spot.sheet, spot.row, spot.height, spot.flipped, until)
    first = min((top for top in tops), default=spot.top)
    if region is None or first == spot.top:
        return region
    above = [row for row in region.above if row.number < first]
    return replace(region, above=[*above, *_adjoining(region.above, spot.top)])


def _adjoining(rows: list[Row], top: int) -> list[Row]:
    """The lines of one cell right above a header: what stands there is its title."""
    found: list[Row] = []
    for row in reversed(rows):
        if row.number != top - len(found) - 1 or sum(map(holds, row.values)) != 1:
            break
        found.insert(0, row)
    return found


def _located(book: Book, mapping: Mapping, heard: Heard) -> list[_Spot | None]:
    """Each table's header in this book: on the sheet of its name, else on any other; no header twice."""
    taken: dict[tuple[str, int, bool], tuple[str, int]] = {}
    spots: list[_Spot | None] = []
    for table in mapping.tables:
        spot = None
        own = (table.sheet, table.header_row)
        for sheet in sorted(book.sheets, key=lambda one: folded(one.name) != folded(table.sheet)):
            others = {row for (name, row, flipped), by in taken.items()
                      if (name, flipped) == (sheet.name, table.transposed) and by != own}  # fmt: skip
            row = _header_row(sheet, table, others)
            if row is not None:
                spot = _Spot(sheet, row, table.header_rows, table.transposed)
                taken[sheet.name, row, table.transposed] = own
                break
        if spot is None and table.target:
            lacking = ", ".join(column.header for column in table.columns if column.means)
            heard.add(said.MappingFitsNot(Place(), mapping.name, title(table.target), lacking[:200]))
        spots.append(spot)
    return spots


def _header_row(sheet: Sheet, table: MappedTable, taken: set[int]) -> int | None:
    """The row that has most of the mapping's headers; of equals the one where the mapping saw it."""
    told = [column for column in table.columns if column.means and not column.period] or table.columns
    wanted = {words(column.header) for column in told}
    own = transposed(sheet) if table.transposed else sheet
    best: tuple[float, bool, int] | None = None
    for row in own.rows[: max(SEARCHED_ROWS, table.header_row)]:
        region = region_at(sheet, row.number, table.header_rows, table.transposed, row.number)
        if region is None or row.number in taken:
            continue
        share = len(wanted & set(map(words, region.headers.values()))) / max(1, len(wanted))
        found = (share, row.number == table.header_row, -row.number)
        if share > _ENOUGH and (best is None or found > best):
            best = found
    return None if best is None else -best[2]


def _name_unread(book: Book, mapping: Mapping, spots: list[_Spot | None], heard: Heard) -> None:
    """Say which sheets and which found tables are not read."""
    read = {
        spot.sheet.name for table, spot in zip(mapping.tables, spots, strict=True) if spot and table.target
    }
    unread = [sheet.name for sheet in book.sheets if sheet.rows and sheet.name not in read]
    if unread and read:
        heard.add(wrong.SheetUnknown(Place(), ", ".join(unread)))
    for table, spot in zip(mapping.tables, spots, strict=True):
        if spot and not table.target and spot.sheet.name in read:
            region = _region(spot, spots)
            count = len(region.rows) if region else 0
            heard.add(said.TableLeftOut(Place(spot.sheet.name, str(spot.row)), count))
