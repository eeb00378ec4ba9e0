"""Forms, business cases and accounts, read as a whole by their profile, with what somebody corrected."""

from dataclasses import dataclass, field
from decimal import Decimal

from data.ingest.reading.grid import Book, column_letters
from data.ingest.staged import Known, Reading
from data.ingest.understanding.accounts import accounts_read, read_accounts
from data.ingest.understanding.corrected import Corrections, Line, Year
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.mapping.mapping import MappedColumn, MappedTable, Mapping
from data.ingest.understanding.mapping.targets import WHOLES, whole_profile
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.returns.read import lines_read, read_returns
from data.ingest.understanding.stacked.read import read_stacked
from data.ingest.understanding.stacked.seen import stacks_seen

_READ = {"return": read_returns, "stacked": read_stacked, "accounts": read_accounts}
_LINES = {"return": lines_read, "accounts": accounts_read}


@dataclass(frozen=True)
class Whole:
    """What a file read as a whole holds: its lines and its columns of years, as they are read now."""

    lines: list[Line] = field(default_factory=list)
    years: list[Year] = field(default_factory=list)


def profile_of(mapping: Mapping) -> Profile | None:
    """The profile by whose rules a file is read as a whole; None where its tables are read one by one."""
    return next((found for table in mapping.tables if (found := whole_profile(table.target))), None)


def corrections(mapping: Mapping) -> Corrections:
    """What the mapping says against the profile."""
    tables = [table for table in mapping.tables if whole_profile(table.target)]
    return Corrections(
        {line.key: line.reads for line in mapping.lines},
        {(table.sheet, words(c.header)): c.period for table in tables for c in table.columns if c.period},
        mapping.currency,
        Decimal(mapping.scale) if mapping.scale else None,
    )


def read_whole(book: Book, profile: Profile, mapping: Mapping, known: Known, heard: Heard) -> Reading | None:
    """The file by its profile's rules; None where it is no longer what it was."""
    return _READ[profile.layout](book, profile, known, heard, corrections(mapping))


def described(book: Book, reading: Reading, profile: Profile, known: Known) -> tuple[MappedTable, ...]:
    """The sheets that were read, each with its columns of years: nothing is corrected yet."""
    found = looked_at(book, profile, Corrections(), known)
    named = dict.fromkeys(line.sheet for line in found.lines if line.sheet)
    sheets = list(named) or [one.sheet for one in reading.tables][:1]  # a form's lines are of all its sheets
    header = {one.sheet: one.header_row for one in reversed(reading.tables)}
    return tuple(
        MappedTable(sheet, header.get(sheet, 1), f"{WHOLES}{profile.name}", tuple(
            MappedColumn(year.header, year.letters) for year in found.years if year.sheet == sheet
        ))
        for sheet in sheets
    )  # fmt: skip


def looked_at(book: Book, profile: Profile, told: Corrections, known: Known) -> Whole:
    """The lines and years of the file, for somebody to correct."""
    if profile.layout in _LINES:
        return Whole(_LINES[profile.layout](book, profile, told))
    stacks = stacks_seen(book, profile, told, known)
    lines = [
        Line(sheet, seen.label, seen.reads, seen.nth, seen.row, seen.shown)
        for sheet, (stack, _) in stacks.items()
        for seen in stack.seen
    ]
    years = [
        Year(sheet, column_letters(column), header, period)
        for sheet, (_, columns) in stacks.items()
        for column, header, period in columns
    ]
    return Whole(lines, years)
