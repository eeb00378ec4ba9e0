"""A question: typed parameters, one SQL file, typed answer."""

import dataclasses
import inspect
import re
import warnings
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar

import duckdb
import pandas as pd
import pyarrow as pa

from data import store
from data.access import Viewer
from data.errors import NoData, QuestionError
from data.store import Version
from queries import known
from queries.macros import setup

# The type of every amount of money in an answer: exact, whatever weights it was multiplied with.
MONEY = "DECIMAL(38,12)"

# `cursor.sql` would hand over the rows without a copy, but plans the statement twice: for
# answers of some hundred rows the planning is most of the time.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")


@dataclasses.dataclass(frozen=True)
class Question:
    """Base of all questions.

    A subclass states its own parameters as fields and its answer as `columns` (name -> DuckDB type);
    its docstring opens with the question in one line, then states the grain. Its SQL lies beside it,
    in a file of the same name in snake case, and uses a parameter as `$name`.

    as_of       the status date; None means that of the data version
    case        the business case compared with: original or current
    program_id  one program; None means all
    project_id  one project: amounts are then its share by contribution weight; None means all
    """

    columns: ClassVar[dict[str, str]]
    # Parameters that take certain words only: what they are, and the words.
    choices: ClassVar[dict[str, tuple[str, tuple[str, ...]]]] = {"case": ("business case", known.CASES)}

    # Each row is of one program, its `program_id`, and the same whichever others are asked for.
    apart: ClassVar[bool] = False

    as_of: date | None = None
    case: str = "original"
    program_id: str | None = None
    project_id: str | None = None

    @classmethod
    @cache
    def path(cls) -> Path:
        stem = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        return Path(inspect.getfile(cls)).with_name(f"{stem}.sql")

    @classmethod
    def name(cls) -> str:
        """Topic and question as asked on the command line: `realization.by_benefit`."""
        return f"{cls.path().parent.name}.{cls.path().stem}"

    @classmethod
    def title(cls) -> str:
        return inspect.getdoc(cls).splitlines()[0]  # type: ignore[union-attr]

    @classmethod
    def grain(cls) -> str:
        """What one row of the answer is."""
        return " ".join(inspect.getdoc(cls).split("\n\n")[1].split())  # type: ignore[union-attr]

    @classmethod
    def sql(cls) -> str:
        return _text(cls.path())

    @classmethod
    @cache
    def uses(cls) -> frozenset[str]:
        """The parameters its SQL takes."""
        return frozenset(re.findall(r"\$([a-z_]+)", cls.sql()))

    def before(self, viewer: Viewer, asked: Version) -> "Answer | None":  # noqa: ARG002
        """What it compares the asked version with, from another one; None where it needs nothing."""
        return None

    def tables(
        self,
        cursor: duckdb.DuckDBPyConnection,  # noqa: ARG002
        version: Version,  # noqa: ARG002
        as_of: date,  # noqa: ARG002
        before: "Answer | None",  # noqa: ARG002
    ) -> dict[str, pa.Table]:
        """Answers of other questions that its SQL reads as tables, by their names."""
        return {}

    def parameters(self) -> dict[str, Any]:
        values = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


@dataclasses.dataclass(frozen=True)
class Answer:
    """What a question found, and what it was asked of."""

    question: Question
    table: pa.Table
    version: Version
    as_of: date
    case: str

    def records(self) -> list[dict[str, Any]]:
        """One dict a row, exact: money as Decimal, missing as None. The dicts are the caller's own."""
        return [dict(row) for row in self._records]

    @cached_property
    def _records(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.table.to_pylist()
        return rows

    def frame(self) -> pd.DataFrame:
        """For drawing only: money as float, missing as NaN, dates as timestamps."""
        fields = [
            pa.field(field.name, pa.float64() if pa.types.is_decimal(field.type) else field.type)
            for field in self.table.schema
        ]
        frame: pd.DataFrame = self.table.cast(pa.schema(fields)).to_pandas(date_as_object=False)
        return frame


def ask(question: Question, viewer: Viewer, version: int | None = None) -> Answer:
    """Answer the question with the rows that this viewer may see, from the current version or another.

    Raises NoData, UnknownVersion, VersionUnreadable, UnknownParameter.
    """
    asked = store.version(version) if version is not None else store.current()
    if asked is None:
        raise NoData
    before = question.before(viewer, asked)
    with store.reader(viewer, asked.number, setup=setup()) as cursor:
        return answer(question, cursor, asked, before)


def answer(
    question: Question, cursor: duckdb.DuckDBPyConnection, version: Version, before: Answer | None = None
) -> Answer:
    """Answer the question on an open version. Raises UnknownParameter and QuestionError."""
    known.check(question, cursor)
    return found(question, cursor, version, before)


def found(
    question: Question, cursor: duckdb.DuckDBPyConnection, version: Version, before: Answer | None = None
) -> Answer:
    """The same without asking first whether what the question is about is in this version."""
    as_of = status_date(question, version)
    tables = question.tables(cursor, version, as_of, before)
    for name, table in tables.items():
        cursor.register(name, table)
    try:
        return _executed(question, cursor, version, as_of)
    finally:
        for name in tables:
            cursor.unregister(name)


def _executed(question: Question, cursor: duckdb.DuckDBPyConnection, version: Version, as_of: date) -> Answer:
    return Answer(question, _rows(question, cursor, as_of), version, as_of, question.case)


def previewed(question: Question, viewer: Viewer, load_id: str) -> list[dict[str, Any]]:
    """The rows of the answer from a load that waits for its click; the question states its status date
    where it takes one. Raises StoreError."""
    with store.previewed(viewer, load_id, setup()) as cursor:
        rows: list[dict[str, Any]] = _rows(question, cursor, question.as_of).to_pylist()
        return rows


def _rows(question: Question, cursor: duckdb.DuckDBPyConnection, as_of: date | None) -> pa.Table:
    parameters = {**question.parameters(), "as_of": as_of}
    found = cursor.execute(question.sql(), {name: parameters[name] for name in question.uses()})
    columns = {column[0]: str(column[1]) for column in found.description}
    if columns != question.columns:
        raise QuestionError(f"`{question.name()}` promises {question.columns} but its SQL answers {columns}.")
    return found.to_arrow_table()


def status_date(question: Question, version: Version) -> date:
    """The date asked for, else the version's, else the day of its load."""
    asked = question.as_of or version.as_of or version.loaded_at
    return asked.date() if isinstance(asked, datetime) else known.day(asked)


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
