"""Real version files from rows: what a workbook would say, without the workbook."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from data.ingest.staged import Reading, TableRead, schema
from data.model import BY_NAME, Type
from data.store import LoadedFile, Version, history, loads, places
from data.store.build import FileReading, build

Rows = Mapping[str, Sequence[Mapping[str, object]]]

_KEPT = 8  # of some ten megabytes each
_built: dict[tuple[str, date | None], bytes] = {}


def period(text: str) -> tuple[date, date]:
    """2025-Q1, 2025-01, 2025: the first and the last day."""
    year, _, part = text.partition("-")
    if not part:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    months = 3 if part.startswith("Q") else 1
    first = (int(part[1:]) - 1) * 3 + 1 if months == 3 else int(part)
    after = date(int(year) + (first + months > 12), (first + months - 1) % 12 + 1, 1)
    return date(int(year), first, 1), after - timedelta(days=1)


def staged(name: str, rows: Sequence[Mapping[str, object]]) -> TableRead:
    """One table as interpreting a file would hand it on."""
    table = BY_NAME[name]
    kinds = {field.name: field.type for field in table.fields}
    filled = [_staged_row(row, number, kinds) for number, row in enumerate(rows, 2)]
    arrow = pa.Table.from_pylist(filled, schema=schema(table))
    names = {field.name: field.header for field in table.fields}
    return TableRead(name, table.sheet, 1, "A", len(filled), len(filled), names, rows=arrow)


def _staged_row(row: Mapping[str, object], number: int, kinds: dict[str, Type]) -> dict[str, object]:
    made: dict[str, object] = dict(row)
    if "period" in made:
        made["period_start"], made["period_end"] = period(str(made.pop("period")))
    for name, kind in kinds.items():
        if kind in (Type.DECIMAL, Type.SHARE) and made.get(name) is not None:
            made[name] = Decimal(str(made[name])).quantize(Decimal("0.000001"))
    if "value" in kinds and made.get("value") is None:
        made["missing"] = "blank"
    return {"sheet": "Sheet", "row": number, "cell": f"E{number}", "raw": str(row.get("value")), **made}


def build_file(target: Path, rows: Rows, as_of: date | None) -> None:
    """Write a version file with these rows and nothing else; the same rows are built only once."""
    said = repr(rows), as_of
    if said not in _built:
        _build(target, rows, as_of)
        _built[said] = target.read_bytes()
        while len(_built) > _KEPT:
            del _built[next(iter(_built))]
    target.write_bytes(_built[said])


def _build(target: Path, rows: Rows, as_of: date | None) -> None:
    reading = Reading("kit", "kit", "kit", [staged(name, given) for name, given in rows.items() if given], [])
    files = [FileReading("kit.xlsx", "ab" * 32, reading)]
    report = build(target, None, files, "kit", as_of, datetime(2026, 4, 2, 9, 0, tzinfo=UTC))
    assert not report.refused, [str(one) for found in report.findings for one in found]


def load(rows: Rows, as_of: date | None = None) -> Version:
    """Make a version with these rows and nothing else current, in the store of this test."""
    attempt = loads.begin("Ana", history.pointed(), as_of, [LoadedFile("kit.xlsx", "ab" * 32)])
    build_file(places.version_file(attempt.load_id), rows, as_of)
    loads.advance(attempt.load_id, "previewed")
    return loads.make_current(attempt.load_id, "Ana", as_of)
