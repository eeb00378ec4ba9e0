"""Returns from book to rows: a form of one project, or a master with one project a column."""

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import ProgramNeeded
from data.ingest.reading.grid import Book
from data.ingest.staged import Known, Reading
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.returns import form, keyed
from data.ingest.understanding.returns.project import project
from data.ingest.understanding.returns.rows import Tables, add_project


def read_returns(book: Book, profile: Profile, known: Known, heard: Heard) -> Reading | None:
    """The returns that the book holds; None where it is another file."""
    found = keyed.find(book, profile) if profile.told.get("keyed") else form.find(book, profile)
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
