"""Who each row of a register is about: program, project and benefit, by ID or else by name."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

import pyarrow as pa

from data.ingest.findings import register as said
from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import ProgramNeeded
from data.ingest.reading.grid import Book
from data.ingest.staged import Known
from data.ingest.understanding.block import TEXTUAL, holds, text_of
from data.ingest.understanding.convert import texts
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.register.page import Page
from data.ingest.understanding.titles import Titles
from data.ingest.understanding.vocabulary import clean, folded

_NOT_SLUG = re.compile(r"[\W_]+")
_SECTION = re.compile(r"(program(?:me)?|project|workstream)\s*[:\u2013-]\s*(.+)", re.IGNORECASE)
_IS_PROJECT = re.compile(r"(?:project|projekt|proyecto|projet|projeto)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[;,\n]")
_SEVERAL = re.compile(r"\s*[;,\n]\s*")
_PLAIN_NAMES = re.compile(
    r"(?:sheet|tabelle|feuil|hoja|planilha|folha|plan|blatt)\s*\d*|"
    r"benefits?( realization)?( register| tracker| plan| data| list)?s?|"
    r"register|data|export|plan(ned)?|actuals?|realized|table|report|book\d*|page \d+|forecast"
)


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """A name as an identifier: lower case, words joined by hyphens."""
    return _NOT_SLUG.sub("-", clean(name).casefold()).strip("-") or clean(name)


@dataclass
class Labels:
    """By row: null where the row has none. `projects` are the IDs a row names, `names` by ID."""

    program_ids: list[str | None]
    benefit_ids: list[str | None]
    benefits: list[str | None]
    projects: list[tuple[str, ...]]
    program_names: dict[str, str] = field(default_factory=dict)
    project_names: dict[str, str] = field(default_factory=dict)
    project_programs: dict[str, str] = field(default_factory=dict)

    @property
    def keep(self) -> pa.Array:
        return pa.array([benefit is not None for benefit in self.benefit_ids], pa.bool_())


def column_texts(page: Page, role: str, heard: Heard) -> list[str | None]:
    """The trimmed texts of a role's column, nulls where there is none."""
    if not page.has(role):
        return [None] * len(page.block.rows)
    cells = page.cells(role)
    if set(map(type, cells.values)) <= TEXTUAL:  # of these there is nothing to hear
        return page.block.trimmed(page.layout.roles[role])
    return texts(cells, heard).array.to_pylist()  # type: ignore[no-any-return]


def label(page: Page, book: Book, known: Known, heard: Heard) -> Labels:
    """The labels of every row; rows without a benefit are reported."""
    count = len(page.block.rows)
    found = Labels([None] * count, [None] * count, [None] * count, [()] * count)
    _programs(page, book, known, found, heard)
    _projects(page, known, found, heard)
    _benefits(page, found, heard)
    return found


def _programs(page: Page, book: Book, known: Known, found: Labels, heard: Heard) -> None:
    ids, names = column_texts(page, "program_id", heard), column_texts(page, "program", heard)
    sections = _sections(page, "program")
    unsaid = sum(not (ids[index] or names[index] or sections[index]) for index in range(len(ids)))
    general: str | None = None
    by_name: set[str] = set()
    for index in range(len(found.program_ids)):
        name = names[index] or sections[index]
        own = ids[index]
        if own is None and name is None and known.program_id:
            own, name = known.program_id, known.programs.get(known.program_id) or known.program_name
        if own is None and name is None:
            if general is None:
                general = general_program(page.block.name, page.titles, book.name, known, unsaid, heard)
            name = general
        if own is None:
            own = program_called(name or "", known)
            name = known.programs[own] if own else name
        if own is None:
            own = slug(name or "")
            by_name.add(own)
        found.program_ids[index] = own
        found.program_names.setdefault(own, name or own)
    if by_name and general is None:
        heard.add(said.NameIdentifies(Place(page.block.name), "programs", len(by_name)))


def general_program(sheet: str, above: Titles, file: str, known: Known, rows: int, heard: Heard) -> str:
    """The program that a whole sheet of so many rows is about, as its ID or its name.

    A line above the table names it, or a title that calls itself a program. Else a title, the sheet's
    or the file's name is the name of a program that is known already; where none is known yet, of the
    first one. Otherwise the file is refused with the likely name: a file renamed every month would
    bring a program every month, and count its benefits once a name.
    """
    stem = re.sub(r"\.\w{2,5}$", "", file.replace("\\", "/").rsplit("/", 1)[-1])
    title = re.sub(r"\([^()]*\)", "", above.first)
    if above.program:
        return above.program
    if named := _calls_itself(title):
        heard.add(said.ProgramTaken(Place(sheet), named, "the title of the table"))
        return named
    candidates = (
        (title, "the title of the table"),
        (sheet, "the name of the sheet"),
        (stem, "the name of the file"),
    )
    usable = [(name.strip(), source) for name, source in candidates if name and not says_nothing(name)]
    for name, source in usable:
        if own := program_called(name, known):
            heard.add(said.ProgramTaken(Place(sheet), known.programs[own], source))
            return own
    name, source = usable[0] if usable else (stem or sheet or "program", "the name of the file")
    if known.programs:
        heard.add(ProgramNeeded(Place(sheet), rows, ", ".join(sorted(known.programs)[:12]), name))
    else:
        heard.add(said.ProgramTaken(Place(sheet), name, source))
    return name


def says_nothing(name: str) -> bool:
    """Whether a sheet, title or file is called what any is called: Sheet1, Export, Benefits register."""
    return bool(_PLAIN_NAMES.fullmatch(words(name)))


def _calls_itself(title: str) -> str:
    """The part of a title that names a program and says so: `Calls programme` of `Calls programme: plan`."""
    for part in re.split(r"\s[-\u2013\u2014|]\s|:", title):
        rest = [word for word in words(part).split() if not _PLAIN_NAMES.fullmatch(word)]
        if "program" in rest and len(rest) > 1:
            return part.strip()
    return ""


def program_called(name: str, known: Known) -> str | None:
    """The known program that a text means: its ID, its name, or its name as an ID."""
    if name in known.programs:
        return name
    found = [own for own, other in known.programs.items() if folded(other) == folded(name)]
    if len(found) == 1:
        return found[0]
    return slug(name) if slug(name) in known.programs else None


def _sections(page: Page, kind: str) -> list[str | None]:
    """For each row the program or project that a heading row above it names."""
    found: list[str | None] = [None] * len(page.block.rows)
    for start, text in page.sections:
        match = _SECTION.fullmatch(text)
        if match and match[1].casefold().startswith("program") == (kind == "program"):
            found[start:] = [clean(match[2])] * (len(found) - start)
    return found


def _blocks(page: Page, known: Known) -> list[str | None]:
    """For each row the project that stands above its block's own header, where each block repeats it."""
    found: list[str | None] = [None] * len(page.block.rows)
    above = [clean(text_of(value)) for row in page.block.above[-1:] for value in row.values if holds(value)]
    for start, text in [*((0, text) for text in above), *page.sections] if page.repeats else ():
        if start in (0, *page.repeats) and (_IS_PROJECT.match(text) or known.project_called(text)):
            match = _SECTION.fullmatch(text)
            found[start:] = [clean(match[2]) if match else text] * (len(found) - start)
    return found


def _listed(text: str | None) -> list[str]:
    """What a cell lists, one by one."""
    if not text:
        return []
    return [part for part in _SEVERAL.split(text) if part] if _SEPARATOR.search(text) else [text]


def _projects(page: Page, known: Known, found: Labels, heard: Heard) -> None:
    ids, names = column_texts(page, "project_id", heard), column_texts(page, "project", heard)
    sections, blocks = _sections(page, "project"), _blocks(page, known)
    by_name: set[str] = set()
    for index, program in enumerate(found.program_ids):
        name = names[index] or sections[index] or blocks[index]
        several = _listed(ids[index])
        if not ids[index] and name:
            parts = _listed(name)
            several = [part if part in known.projects else f"{program}:{slug(part)}" for part in parts]
            by_name.update(own for own in several if own not in known.projects)
            for own, part in zip(several, parts, strict=True):
                found.project_names.setdefault(own, known.project_names.get(own, part))
        if not several and not known.project_id and page.titles.project:
            name = page.titles.project
            several = [known.project_called(name) or f"{program}:{slug(name)}"]
        if not several and known.project_id:
            several, name = [known.project_id], known.project_names.get(known.project_id)
        found.projects[index] = tuple(several) if len(several) < 2 else tuple(dict.fromkeys(several))
        for own in several:
            if len(several) == 1 and name:
                found.project_names.setdefault(own, name)
            found.project_programs.setdefault(own, program or "")
    if by_name:
        heard.add(said.NameIdentifies(Place(page.block.name), "projects", len(by_name)))


def _benefits(page: Page, found: Labels, heard: Heard) -> None:
    ids, found.benefits = column_texts(page, "benefit_id", heard), column_texts(page, "benefit", heard)
    homes: defaultdict[tuple[str | None, str], set[tuple[str, ...]]] = defaultdict(set)
    for index, name in enumerate(found.benefits):
        if ids[index] is None and name:
            homes[found.program_ids[index], slug(name)].add(found.projects[index])
    by_name: set[str] = set()
    for index, name in enumerate(found.benefits):
        own = ids[index]
        if own is None and name:
            program, short = found.program_ids[index], slug(name)
            own = f"{program}:{short}"
            if len(homes[program, short]) > 1:  # one name in several projects is several benefits
                own = f"{program}:{'+'.join(_short(project) for project in found.projects[index])}:{short}"
            by_name.add(own)
        if own is None:
            place = Place(page.block.name, str(page.block.numbers[index]))
            heard.add(wrong.RequiredMissing(place, "benefit"))
        found.benefit_ids[index] = own
    if by_name:
        heard.add(said.NameIdentifies(Place(page.block.name), "benefits", len(by_name)))


def _short(project: str) -> str:
    return project.rsplit(":", 1)[-1]
