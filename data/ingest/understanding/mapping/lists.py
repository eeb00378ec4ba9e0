"""Lists of known tools read by the rules of their profile, their columns as a mapping says."""

from decimal import Decimal

from data.ingest.findings import mapping as said
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Book
from data.ingest.staged import Known, TableRead
from data.ingest.understanding.block import Block, block_at
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.find import Listing, facts, within_table
from data.ingest.understanding.listing.programs import Programs
from data.ingest.understanding.listing.read import read_listing, source_of
from data.ingest.understanding.mapping.mapping import MappedColumn, Mapping
from data.ingest.understanding.mapping.regions import Region
from data.ingest.understanding.mapping.register_page import missing
from data.ingest.understanding.mapping.targets import LISTS
from data.ingest.understanding.profile import Profile


class Lists:
    """Reads the lists of one book; `source` is what they supersede, '' where the mapping says it."""

    def __init__(self, book: Book, mapping: Mapping, known: Known, heard: Heard) -> None:
        self._book, self._mapping, self._known, self._heard = book, mapping, known, heard
        self._programs = Programs(known, heard)
        self._owners: set[str] = set()
        self.source = ""

    def read(self, profile: Profile, region: Region, columns: dict[int, MappedColumn]) -> list[TableRead]:
        if lacking := missing(f"{LISTS}{profile.name}", columns):
            place = Place(region.sheet.name, str(region.header_row))
            self._heard.add(said.MappingIncomplete(place, profile.title, lacking))
            return []
        roles: dict[str, list[int]] = {}
        for at, mapped in sorted(columns.items()):
            if mapped.means:
                roles.setdefault(mapped.means, []).append(at)
        block = _whole(region)
        scale = Decimal(self._mapping.scale) if self._mapping.scale else None
        listing = Listing(self._book, block, profile, roles, facts(block.above), len(block.rows),
                          scale=scale, currency=self._mapping.currency)  # fmt: skip
        tables, found = read_listing(listing, self._book, self._programs, self._known, self._heard)
        self._owners |= set(found.names)
        if self._mapping.source.startswith(profile.source):  # a corrected export stays the tool's
            self.source = source_of(profile, self._owners)
        return tables

    def finish(self) -> None:
        """Refuse the file when the program of any of its rows is not known."""
        self._programs.finish()


def _whole(region: Region) -> Block:
    """The list down to the end of its sheet: groups and blank rows are the profile's to tell apart."""
    at = next((at for at, row in enumerate(region.sheet.rows) if row.number == region.header_row), None)
    if region.flipped or region.header_rows > 1 or at is None:
        return region.block()
    return within_table(region.sheet, block_at(region.sheet, at))
