"""Returns from book to rows: a form of one project, or a master with one project a column."""

from dataclasses import replace

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import ProgramNeeded
from data.ingest.reading.grid import Book
from data.ingest.staged import Known, Reading
from data.ingest.understanding.corrected import NEITHER, NONE, Corrections, Line
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.returns import form, keyed
from data.ingest.understanding.returns.answers import Figures, Return
from data.ingest.understanding.returns.project import project
from data.ingest.understanding.returns.rows import Tables, add_project


def read_returns(
    book: Book, profile: Profile, known: Known, heard: Heard, told: Corrections = NONE
) -> Reading | None:
    """The returns that the book holds; None where it is another file."""
    found = [_as_told(one, told) for one in _found(book, profile)]
    if not found:
        return None
    read = {name for one in found for name in one.read}
    if others := [sheet.name for sheet in book.sheets if sheet.rows and sheet.name not in read]:
        heard.add(wrong.SheetUnknown(Place(), ", ".join(others)))
    projects = [project(one, profile, known, heard) for one in found]
    tables = Tables(profile, heard)
    for one in projects:
        if one.as_of is not None:
            add_project(tables, one)
    lost = [one for one in projects if one.program_id is None]
    if lost:
        place = Place(lost[0].told.roles["project"].sheet)
        heard.add(ProgramNeeded(place, len(lost), ", ".join(sorted(known.programs)[:12])))
    named = projects[0].project_id if len(projects) == 1 else "master"
    source = profile.source.format(project=named, report=max(one.version for one in projects))
    return Reading(profile.name, profile.title, source, tables.done(), heard.all())


def lines_read(book: Book, profile: Profile, told: Corrections) -> list[Line]:
    """The lines of all returns in the book, each once, with what it is read as."""
    found: dict[str, Line] = {}
    for one in _found(book, profile):
        for figures in one.figures:
            for at, key in enumerate(figures.keys):
                said = told.line("", key.line, 1)
                line = Line("", key.line, key.kind if said is None else said, row=figures.cells.rows[at])
                found.setdefault(words(key.line), line)
    return list(found.values())


def _found(book: Book, profile: Profile) -> list[Return]:
    return keyed.find(book, profile) if profile.told.get("keyed") else form.find(book, profile)


def _as_told(one: Return, told: Corrections) -> Return:
    """The return with its lines as somebody corrected them; those that are neither do not count."""
    return replace(one, figures=[_figures(figures, told) for figures in one.figures]) if told.lines else one


def _figures(figures: Figures, told: Corrections) -> Figures:
    said = [told.line("", key.line, 1) for key in figures.keys]
    kept = [at for at, own in enumerate(said) if own != NEITHER]
    cells = figures.cells
    return replace(
        figures,
        keys=[replace(figures.keys[at], kind=said[at] or figures.keys[at].kind) for at in kept],
        cells=replace(
            cells,
            rows=[cells.rows[at] for at in kept],
            values=[cells.values[at] for at in kept],
            formats=[cells.formats[at] for at in kept] if cells.formats else None,
        ),
    )
