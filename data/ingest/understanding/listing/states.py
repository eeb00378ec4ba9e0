"""The status of rows and of projects: a tool's words, a percentage, the states of all items together."""

import re
from collections import Counter
from typing import Any

from data.ingest.findings.base import Place
from data.ingest.findings.listing import StatusAssumed
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.terms import STATUS

_NUMBERED = re.compile(r"^\d+\s*[-.:)]\s*")


def states_of(columns: Columns, heard: Heard) -> list[str | None]:
    """The model's status of each row; words that nobody knows are read as active and said once each."""
    profile, unknown = columns.listing.profile, Counter[str]()
    found: list[str | None] = []
    for text in columns.texts("status"):
        bare = _NUMBERED.sub("", text) if text else None
        word = profile.word("status", bare) or (STATUS.get(words(bare)) if bare else None)
        if bare and word is None:
            unknown[bare] += 1
            word = "active"
        found.append(word)
    if not columns.has("status") and columns.listing.rules.get("projects", {}).get("each", "row") != "row":
        if not columns.has("actual_finish"):
            return [None] * columns.count
        return ["closed" if day else "active" for day in columns.days("actual_finish")]
    for text, count in unknown.items():
        cells = columns.cells("status")
        heard.add(StatusAssumed(Place(cells.sheet, cells.address(0)), text[:80], count))
    return found


def by_progress(percent: Any) -> str:
    if percent is None:
        return "active"
    return "proposed" if percent == 0 else "closing" if percent >= 1 else "active"


def together(told: set[str | None]) -> str | None:
    """The status of a project by those of its items: only somebody who decides can say it is closed."""
    if not told:
        return None
    if told == {"closed"}:
        return "closing"
    for word in ("proposed", "on hold", "cancelled"):
        if told == {word}:
            return word
    return "active"
