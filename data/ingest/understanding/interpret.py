"""What a file means: recognises it by its content and reads it into rows of the public tables."""

from dataclasses import replace

from data.ingest.reading.grid import Book
from data.ingest.staged import Known, Reading
from data.ingest.understanding import hidden, workbook
from data.ingest.understanding.accounts import read_accounts
from data.ingest.understanding.costs import read_costs
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.read import read_list
from data.ingest.understanding.profile import Profile, profiles
from data.ingest.understanding.published_rows import read_published
from data.ingest.understanding.register.read import read_register
from data.ingest.understanding.returns.read import read_returns
from data.ingest.understanding.stacked.read import read_stacked
from data.ingest.understanding.unrecognised import list_tables


def interpret(book: Book, known: Known) -> Reading:
    """The file, understood. The findings of reading come first, then those of interpreting.

    Tried in this order: a Realized workbook (named sheets with all their required columns), the
    profiles of published lists, the benefits register, a Realized workbook that lacks columns.
    A file that nothing recognises yields its tables as they were seen and one finding that refuses.
    """
    heard = Heard()
    for finding in book.findings:
        heard.add(finding)
    reading = _interpreted(book, known, heard)
    return replace(reading, findings=[*reading.findings, *hidden.told(book, reading.tables)])


def _interpreted(book: Book, known: Known, heard: Heard) -> Reading:
    if workbook.recognises(book):
        return workbook.read_workbook(book, known, heard)
    found = _by_profile(book, known, heard)
    if found is not None:
        return found
    if workbook.resembles(book):
        return workbook.read_workbook(book, known, heard)
    return list_tables(book, heard)


def _by_profile(book: Book, known: Known, heard: Heard) -> Reading | None:
    ordered = sorted(profiles().values(), key=_order)
    for profile in ordered:
        if profile.layout == "published":
            found = read_published(book, profile, heard)
        elif profile.layout == "list":
            found = read_list(book, profile, known, heard)
        elif profile.layout == "budget":
            found = read_costs(book, [one for one in ordered if one.layout == "budget"], known, heard)
        elif profile.layout == "return":
            found = read_returns(book, profile, known, heard)
        elif profile.layout == "accounts":
            found = read_accounts(book, profile, known, heard)
        elif profile.layout == "stacked":
            found = read_stacked(book, profile, known, heard)
        else:
            found = read_register(book, profile, known, heard)
        if found is not None:
            return found
    return None


def _order(profile: Profile) -> tuple[int, str]:
    """The narrowly described first: a profile's own `turn`, else 50 for a list and 70 for a register."""
    usual = {
        "return": 5, "published": 10, "accounts": 45, "list": 50, "stacked": 60, "register": 70, "budget": 75,
    }  # fmt: skip
    return profile.told.get("turn", usual[profile.layout]), profile.name
