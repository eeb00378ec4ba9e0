"""Which program and project each row of a list is about, by ID, else by name."""

from collections.abc import Mapping as Plain
from dataclasses import dataclass, field

from data.ingest.findings import register as said
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Book
from data.ingest.staged import Known
from data.ingest.understanding.block import Block
from data.ingest.understanding.convert import texts
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.mapping.mapping import MappedColumn
from data.ingest.understanding.register.labels import general_program, program_called, slug
from data.ingest.understanding.titles import titles
from data.ingest.understanding.vocabulary import folded


@dataclass(frozen=True)
class Mention:
    """Where something is named first, and by which name."""

    name: str
    program: str
    sheet: str
    row: int
    header_row: int


@dataclass
class Named:
    """The programs and projects that rows name and the store does not know, by ID."""

    programs: dict[str, Mention] = field(default_factory=dict)
    projects: dict[str, Mention] = field(default_factory=dict)


class Naming:
    """Answers the IDs of a block's rows."""

    def __init__(self, book: Book, known: Known, heard: Heard) -> None:
        self._book, self._known, self._heard = book, known, heard
        self._projects = _by_name(known.project_names)
        self._generals: dict[str, str] = {}
        self.named = Named()

    def programs(self, block: Block, columns: dict[int, MappedColumn]) -> list[str]:
        """The program of every row: its column, its name, the mapping's, else what the table is about."""
        ids = column_texts(block, columns, "program_id", self._heard)
        names = column_texts(block, columns, "program", self._heard)
        general, found, by_name = "", [], 0
        for index, (own, name) in enumerate(zip(ids, names, strict=True)):
            if own is None and name is None and self._known.program_id:
                own = self._known.program_id
                name = self._known.programs.get(own) or self._known.program_name
            if own is None and name is None:
                general = general or self._general(block)
                name = general
            if own is None:
                own = program_called(name or "", self._known) or slug(name or "")
                name = self._known.programs.get(own, name)
                by_name += name != general
            if own not in self._known.currencies:
                self.named.programs.setdefault(own, _mention(name or own, own, block, index))
            found.append(own)
        if by_name:
            self._heard.add(said.NameIdentifies(Place(block.name), "programs", len(set(found))))
        return found

    def projects(
        self, block: Block, columns: dict[int, MappedColumn], programs: list[str]
    ) -> list[str | None]:
        """The project of every row, named by ID or by name; None where a row names none."""
        ids = column_texts(block, columns, "project_id", self._heard)
        names = column_texts(block, columns, "project", self._heard)
        found: list[str | None] = []
        by_name: set[str] = set()
        for index, (own, name) in enumerate(zip(ids, names, strict=True)):
            if own is None and name:
                own = self._projects.get(folded(name)) or f"{programs[index]}:{slug(name)}"
                by_name.add(own)
                if own not in self._known.projects:
                    self.named.projects.setdefault(own, _mention(name, programs[index], block, index))
            found.append(own or self._known.project_id)
        if by_name:
            self._heard.add(said.NameIdentifies(Place(block.name), "projects", len(by_name)))
        return found

    def _general(self, block: Block) -> str:
        known = list(self._known.programs.values())
        above = titles(block.above, block.name)
        if len(known) == 1 and not above.program:
            return known[0]
        if block.name not in self._generals:
            self._generals[block.name] = general_program(
                block.name, above, self._book.name, self._known, len(block.rows), self._heard
            )
        return self._generals[block.name]


def column_texts(
    block: Block, columns: Plain[int, MappedColumn], role: str, heard: Heard
) -> list[str | None]:
    """The trimmed texts of the column that means `role`; nulls where there is none."""
    at = next((column for column, mapped in columns.items() if mapped.means == role), None)
    if at is None:
        return [None] * len(block.rows)
    return texts(block.cells(at), heard, optional=True).array.to_pylist()  # type: ignore[no-any-return]


def _mention(name: str, program: str, block: Block, index: int) -> Mention:
    return Mention(name, program, block.name, block.numbers[index], block.header_row)


def _by_name(names: Plain[str, str]) -> dict[str, str]:
    """IDs by name, of names that only one thing has."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for own, name in names.items():
        said_name = folded(name)
        (twice.add(said_name) if said_name in found else found.setdefault(said_name, own))
    return {name: own for name, own in found.items() if name not in twice}
