"""What the filters can be set to: the programs, projects and benefits of a data version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from data.access import Viewer
from pages.shell.answers import answer
from queries import catalogue

LISTED: Final = 200  # names that one filter offers


@dataclass(frozen=True)
class Entry:
    """Something with an id and a name; `program_id` tells where it belongs."""

    id: str
    name: str
    program_id: str


@dataclass(frozen=True)
class Matches:
    """What a search found: the first `entries` by name, and how many there are in all."""

    entries: list[Entry]
    count: int


def programs(viewer: Viewer, number: int) -> list[Entry]:
    return _matches(viewer, number, catalogue.Things(kind="program")).entries


def project(viewer: Viewer, number: int, project_id: str) -> Entry | None:
    found = _matches(viewer, number, catalogue.Things(kind="project", ids=(project_id,))).entries
    return found[0] if found else None


def projects(viewer: Viewer, number: int, program_id: str | None = None) -> list[Entry]:
    """The projects of a program, closed ones included; None: of all programs."""
    return _matches(viewer, number, catalogue.Things(kind="project", program_id=program_id)).entries


def benefits(
    viewer: Viewer,
    number: int,
    program_id: str | None = None,
    search: str | None = None,
    keep: Sequence[str] = (),
) -> Matches:
    """The benefits of a program (None: of all programs) that a search finds, LISTED of them at most.

    Those whose ids are in `keep` are listed as well, if there are such.
    """
    asked = catalogue.Things(kind="benefit", program_id=program_id, search=search, rows=LISTED)
    found = _matches(viewer, number, asked)
    missing = set(keep) - {entry.id for entry in found.entries}
    if not missing:
        return found
    held = catalogue.Things(kind="benefit", program_id=program_id, ids=tuple(sorted(missing)))
    return Matches([*found.entries, *_matches(viewer, number, held).entries], found.count)


def first_day(viewer: Viewer, number: int) -> date | None:
    """The end of the earliest period with a value; None without any."""
    (row,) = answer(catalogue.Span(), viewer, number).records()
    first: date | None = row["first_period_end"]
    return first


def _matches(viewer: Viewer, number: int, question: catalogue.Things) -> Matches:
    rows = answer(question, viewer, number).records()
    entries = [Entry(row["id"], row["name"] or row["id"], row["program_id"]) for row in rows]
    return Matches(entries, rows[0]["matches"] if rows else 0)
