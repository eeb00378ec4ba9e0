"""What a business case's sheets hold, line by line and year by year, for somebody to look at."""

from data.ingest.reading.grid import Book
from data.ingest.staged import Known
from data.ingest.understanding import periods
from data.ingest.understanding.block import text_of
from data.ingest.understanding.corrected import Corrections
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.periods import Period
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.register.page import fiscal_month
from data.ingest.understanding.stacked.blocks import stack
from data.ingest.understanding.stacked.parts import Stack
from data.ingest.understanding.stacked.summary import summary
from data.ingest.understanding.stacked.years import dated
from data.ingest.understanding.titles import titles
from data.ingest.understanding.vocabulary import clean

Column = tuple[int, str, str]  # where it is, its header, its period as written


def stacks_seen(
    book: Book, profile: Profile, told: Corrections, known: Known
) -> dict[str, tuple[Stack, list[Column]]]:
    """By sheet what stands on it, and its columns of years; the sheet that adds up the others left out."""
    found = {}
    for sheet in book.sheets:
        if not sheet.rows or sheet.state != "visible":
            continue
        month = fiscal_month(titles(sheet.rows[:12], sheet.name), known)
        if one := stack(sheet, profile, month, Heard(), told):
            header = dated(one.lines[0].header, one.above, sheet.name, month, known.year_one, Heard(), told)
            columns = [
                (
                    at,
                    clean(text_of(header.row.value(at))),
                    _written(clean(text_of(header.row.value(at))), header.periods.get(at)),
                )
                for at in header.columns
            ]
            found[sheet.name] = (one, columns)
    total = summary({name: one for name, (one, _) in found.items()})
    return {name: one for name, one in found.items() if name != total}


def _written(header: str, period: Period | None) -> str:
    """A period as it could be written in a cell; '' where it cannot be."""
    return header if periods.parse(header) else periods.written(period) if period else ""
