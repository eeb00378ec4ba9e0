"""Whether a sheet may hold a business case at all, and in which column its lines have their names."""

import re
from collections.abc import Sequence

from data.ingest.reading.grid import Row
from data.ingest.understanding.block import holds
from data.ingest.understanding.headers import words
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.stacked.parts import KINDS
from data.ingest.understanding.stacked.years import years

_LETTER = re.compile(r"[^\W\d_]")


def names_both(rows: Sequence[Row], profile: Profile) -> bool:
    """Whether there are headings for both kinds at all; most tables with a header of years have none."""
    texts = {value for row in rows for value in row.values if type(value) is str}
    said = "\n".join(f" {words(text)} " for text in texts if _LETTER.search(text))
    return all(any(f" {words(own)} " in said for own in profile.told["sections"][kind]) for kind in KINDS)


def name_column(rows: Sequence[Row], start: int, month: int | None) -> int:
    """The column of the lines' names: the one left of the years with most different texts."""
    header = years(rows[start], month)
    first = header.columns[0] if header else 0
    texts = {
        c: {row.value(c) for row in rows[start + 1 :] if isinstance(row.value(c), str)} for c in range(first)
    }
    counts = {c: sum(map(holds, own)) for c, own in texts.items()}
    return max(counts, key=lambda column: (counts[column], -column), default=0)
