"""Which program a row belongs to: as it says, as the store knows, or as said at upload."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pyarrow as pa

from data.ingest.findings.base import Place
from data.ingest.findings.listing import ProgramNeeded
from data.ingest.findings.register import CurrencyUnknown
from data.ingest.staged import Known, Reading, TableRead, schema
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.listing.made import Made
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.vocabulary import folded
from data.model import BY_NAME

NO_CURRENCY = "XXX"


class Programs:
    """The programs that a file's rows belong to; those that nobody knows yet become rows of their own."""

    def __init__(self, known: Known, heard: Heard) -> None:
        self._known, self._heard = known, heard
        self._named = {folded(name): own for own, name in known.programs.items()}
        self._new: set[str] = set()
        self._lost = 0
        self._first: Place | None = None

    def of(self, columns: Columns, made: Made, index: int, project_id: str | None) -> str | None:
        """The program's ID; None, counted, where nothing says it. `made` takes programs not known yet."""
        own, name = columns.texts("program_id")[index], columns.texts("program")[index]
        if own is None and name is not None:
            own = self._named.get(folded(name)) or (name if name in self._known.programs else slug(name))
        if own is not None:
            self._note(columns, made, index, own, name or own)
            return own
        own = self._known.projects.get(project_id or "") or self._known.program_id
        if own is None:
            block = columns.listing.block
            self._first = self._first or Place(block.name, str(block.numbers[index]))
            self._lost += 1
        return own

    def _note(self, columns: Columns, made: Made, index: int, own: str, name: str) -> None:
        if own in self._new or own in self._known.programs:
            return
        self._new.add(own)
        currency = columns.texts("currency")[index] or columns.currency or NO_CURRENCY
        if currency == NO_CURRENCY:
            self._heard.add(CurrencyUnknown(Place(columns.listing.block.name), own))
        made.add(index, program_id=own, program=name, currency=currency)

    def finish(self) -> None:
        """Refuse the file when the program of any of its rows is not known."""
        if self._lost:
            known = ", ".join(sorted(self._known.programs)[:12])
            self._heard.add(ProgramNeeded(self._first or Place(), self._lost, known))


def said_at_upload(known: Known, new: Mapping[str, str]) -> TableRead:
    """The program that the sender made: no cell of a file says it."""
    row = {"program_id": known.program_id, "program": known.program_name, "currency": new["currency"],
           "sheet": "said at upload", "row": 1, "cell": "", **_more(new)}  # fmt: skip
    rows = pa.Table.from_pylist([row], schema=schema(BY_NAME["programs"]))
    return TableRead("programs", "said at upload", 1, "", 1, 1, {}, rows=rows)


def completed(reading: Reading, program_id: str, new: Mapping[str, str]) -> Reading:
    """The reading with what the sender says of the new program where its files leave it open."""
    said = _more(new)
    tables = []
    for read in reading.tables:
        if read.table == "programs" and read.rows is not None and said:
            rows = [
                {**row, **{name: value for name, value in said.items() if row[name] is None}}
                if row["program_id"] == program_id
                else row
                for row in read.rows.to_pylist()
            ]
            read = replace(read, rows=pa.Table.from_pylist(rows, schema=read.rows.schema))
        tables.append(read)
    return replace(reading, tables=tables)


def _more(new: Mapping[str, str]) -> dict[str, object]:
    """What is said of a new program beside its name and currency, typed."""
    made: dict[str, Callable[[str], object]] = {
        "start": date.fromisoformat,
        "end": date.fromisoformat,
        "fiscal_year_start_month": int,
    }
    return {
        name: made.get(name, str)(new[name])
        for name in ("sponsor", "program_manager", "portfolio", *made)
        if new.get(name)
    }


def programs_table(made: Made, kept: int) -> list[TableRead]:
    made.came_from(program_id="program_id", program="program", currency="currency")
    return [made.done(kept, kept)] if made.rows else []
