"""One hash for all files of one layout: the same sheets with the same headers, whatever they hold."""

import hashlib
import json
from dataclasses import replace

from data.ingest.reading.grid import Book, Sheet
from data.ingest.understanding.headers import spelled
from data.ingest.understanding.mapping.columns import beside_period, period_of
from data.ingest.understanding.mapping.regions import SEARCHED, regions
from data.ingest.understanding.vocabulary import folded

_PERIOD = "#period"


def fingerprint(book: Book) -> str:
    """The hash of sheet names and header words; months that come and go are all one.

    A delimited file's sheet has the file's name, which says nothing.
    """
    named = book.container not in ("csv", "html")
    seen = [
        [folded(sheet.name) if named else "", headers]
        for sheet in book.sheets
        if (headers := _headers(sheet))
    ]
    return hashlib.sha256(json.dumps(sorted(seen), ensure_ascii=False).encode()).hexdigest()


def _headers(sheet: Sheet) -> list[list[str]]:
    top = replace(sheet, rows=sheet.rows[: SEARCHED + 1])  # a header further down is none
    return [
        sorted(
            {
                f"{_PERIOD} {spelled(beside_period(own))}"
                if period_of(own)
                else spelled(region.headers[column])
                for column, own in region.parts.items()
            }
        )
        for region in regions(top)
    ]
