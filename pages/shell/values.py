"""An answer in words: the table behind a figure, with the headers a person reads, for screen and files."""

from typing import Any, Final

from charts.files.tables import Column, Kind, Table
from queries import Answer
from queries.question import MONEY

# Internal to the SQL, or said by another column.
_HIDDEN: Final = ("sort_key", "is_total")
_RATES: Final = (
    "rate",
    "coverage",
    "share",
    "weight",
    "confidence",
    "probability",
    "progress",
    "realization",
)
_SIDES: Final = {"gross_": "gross", "net_": "net"}


def of(answer: Answer) -> Table:
    """Everything the question answers, exact; one currency for all rows stands in the headers."""
    records = answer.records()
    currencies = {row.get("currency") for row in records}
    currency = str(currencies.pop() or "") if len(currencies) == 1 else ""
    kinds = {name: kind for name, kind in answer.question.columns.items() if name not in _HIDDEN}
    columns = tuple(_column(name, kind, currency) for name, kind in kinds.items())
    rows = tuple(tuple(_cell(row[name]) for name in kinds) for row in records)
    return Table(answer.question.title().rstrip("?."), columns, rows)


def headers(answer: Answer) -> dict[str, str | None]:
    """The same headers for a table on screen; None hides a column."""
    table = of(answer)
    shown = iter(column.header for column in table.columns)
    return {name: None if name in _HIDDEN else next(shown) for name in answer.question.columns}


def words(name: str) -> str:
    """`gross_planned_to_date` as `Planned to date, gross`."""
    side = next((word for prefix, word in _SIDES.items() if name.startswith(prefix)), "")
    bare = name.split("_", 1)[1] if side else name
    text = bare.replace("_id", " ID").replace("_", " ").strip()
    text = text[:1].upper() + text[1:]
    return f"{text}, {side}" if side else text


def _column(name: str, kind: str, currency: str) -> Column:
    found = _kind(name, kind)
    return Column(words(name), found, currency if found == "money" else "")


def _kind(name: str, kind: str) -> Kind:
    if kind == MONEY:
        return "money"
    if kind == "DATE":
        return "date"
    if kind.startswith(("DECIMAL", "DOUBLE", "FLOAT")):
        return "rate" if any(word in name for word in _RATES) and "index" not in name else "number"
    return "number" if kind.endswith(("INT", "INTEGER")) else "text"


def _cell(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, list) else value
