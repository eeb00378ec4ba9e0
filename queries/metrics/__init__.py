"""What each metric means: read from the comments above its macro."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_FIELDS = ("formula", "edge cases", "source")


@dataclass(frozen=True)
class Metric:
    """One macro. `id` is that of metrics.md (M3), or says what else it is (rating, helper)."""

    macro: str
    id: str
    name: str
    formula: str
    edge_cases: str
    source: str
    sql: str


@cache
def describe() -> dict[str, Metric]:
    """Every metric by the name of its macro."""
    return {path.stem: _read(path) for path in sorted(_HERE.glob("*.sql"))}


def _read(path: Path) -> Metric:
    text = path.read_text(encoding="utf-8").partition("-- tests")[0]
    comments, _, body = text.partition("create or replace macro")
    title, *rest = [line.removeprefix("-- ") for line in comments.strip().splitlines()]
    said = dict(line.split(": ", 1) for line in rest)
    number, _, name = title.partition(" ")
    formula, edge_cases, source = (said[field] for field in _FIELDS)
    return Metric(path.stem, number.rstrip(":"), name, formula, edge_cases, source, body.strip())
