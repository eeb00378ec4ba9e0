"""A report as people read it: what was read, what was left out and why."""

from collections.abc import Iterator
from typing import Any

from data.model import BY_NAME


def as_text(report: dict[str, Any]) -> str:
    """One line a table and a finding, as `load` prints them."""
    return "\n".join(lines(report))


def lines(report: dict[str, Any]) -> Iterator[str]:
    yield inert(f"{report['file']}: {_recognised(report)}")
    for table in report["tables"]:
        if table["table"] is None or table["rows_read"] > 0:
            yield "  " + inert(_table(table))
    for finding in report["findings"]:
        yield "  " + inert(_finding(finding))


def inert(text: str) -> str:
    """Without anything that a terminal would take as a command."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _recognised(report: dict[str, Any]) -> str:
    if "mapping" in report:
        return f"mapping {report['mapping']!r}"
    return report["source"] or "not recognised"


def _table(table: dict[str, Any]) -> str:
    name = BY_NAME[table["table"]].sheet if table["table"] else "not recognised"
    left_out = f", {table['rows_left_out']} left out" if table["rows_left_out"] else ""
    where = f"sheet {table['sheet']!r}, header in row {table['header_row']}"
    return f"{name}: {_rows(table['rows_kept'])}{left_out} ({where})"


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"


def _finding(finding: dict[str, Any]) -> str:
    place = "!".join(part for part in (finding["sheet"], finding["cell"]) if part)
    return f"{finding['severity']}: {place + ': ' if place else ''}{finding['what']} {finding['remedy']}"
