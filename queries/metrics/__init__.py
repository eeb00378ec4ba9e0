"""What each metric means: read from the comments above its macro."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import overload

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Metric:
    """One macro.

    id          that of the list of metrics (M3), with a letter for a part of one (M3a), or what
                else it is: rating, helper
    title       its name in plain words
    meaning     what the number tells, in one sentence; '' for parts and helpers
    formula, edge_cases, source, sql
    """

    macro: str
    id: str
    title: str
    meaning: str
    formula: str
    edge_cases: str
    source: str
    sql: str


@overload
def describe() -> dict[str, Metric]: ...
@overload
def describe(name: str) -> Metric: ...
def describe(name: str | None = None) -> dict[str, Metric] | Metric:
    """Every metric by the name of its macro; or one, by that name or by its id. KeyError for another."""
    if name is None:
        return dict(_all())
    found = {metric.id: metric for metric in _all().values() if metric.id.startswith("M")}
    return {**found, **_all()}[name]


@cache
def _all() -> dict[str, Metric]:
    return {path.stem: _read(path) for path in sorted(_HERE.glob("*.sql"))}


def _read(path: Path) -> Metric:
    text = path.read_text(encoding="utf-8").partition("-- tests")[0]
    comments, _, body = text.partition("create or replace macro")
    heading, *rest = [line.removeprefix("-- ") for line in comments.strip().splitlines()]
    number, _, title = heading.partition(" ")
    said = dict(line.split(": ", 1) for line in rest)
    return Metric(
        path.stem,
        number.rstrip(":"),
        title,
        said.get("means", ""),
        said["formula"],
        said["edge cases"],
        said["source"],
        body.strip(),
    )
