"""What the filters can be set to: the programs, projects and benefits of a data version."""

from dataclasses import dataclass
from datetime import date

from data.access import Viewer
from pages.shell.answers import answer
from queries import catalogue


@dataclass(frozen=True)
class Entry:
    """Something with an id and a name; `program_id` tells where it belongs."""

    id: str
    name: str
    program_id: str


def programs(viewer: Viewer, number: int) -> list[Entry]:
    return _entries(viewer, number, "program")


def projects(viewer: Viewer, number: int, program_id: str | None = None) -> list[Entry]:
    """The projects of a program, closed ones included; None: of all programs."""
    found = _entries(viewer, number, "project")
    return [entry for entry in found if program_id in (None, entry.program_id)]


def benefits(viewer: Viewer, number: int, program_id: str | None = None) -> list[Entry]:
    """The benefits of a program; None: of all programs."""
    found = _entries(viewer, number, "benefit")
    return [entry for entry in found if program_id in (None, entry.program_id)]


def first_day(viewer: Viewer, number: int) -> date | None:
    """The end of the earliest period with a value; None without any."""
    (row,) = answer(catalogue.Span(), viewer, number).records()
    first: date | None = row["first_period_end"]
    return first


def _entries(viewer: Viewer, number: int, kind: str) -> list[Entry]:
    rows = answer(catalogue.Things(), viewer, number).records()
    found = [
        Entry(row["id"], row["name"] or row["id"], row["program_id"]) for row in rows if row["kind"] == kind
    ]
    return sorted(found, key=lambda entry: (entry.name.casefold(), entry.id))
