"""Reconciliations: statements that must return no row, whatever was loaded."""

from pathlib import Path

import duckdb

_HERE = Path(__file__).parent


def paths() -> list[Path]:
    return sorted(_HERE.glob("*.sql"))


def run(cursor: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    """The rows that each audit found, by its name; nothing for those that found none.

    The cursor's version must have the macros of `queries.macros.setup()`.
    """
    found = {path.stem: cursor.execute(path.read_text(encoding="utf-8")).fetchall() for path in paths()}
    return {name: rows for name, rows in found.items() if rows}
