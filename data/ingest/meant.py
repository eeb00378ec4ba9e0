"""Looking at what a file's columns seem to mean, without loading it: for the page that corrects it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.ingest import worker
from data.ingest.findings.base import Refused
from data.ingest.keeping import bare_name
from data.ingest.preview import OnStep, Step, silent
from data.store import history, places


@dataclass(frozen=True)
class Meant:
    """A mapping to be corrected, with the first cells of its columns and sheets; or why there is none."""

    mapping: dict[str, Any] = field(default_factory=dict)
    sure: bool = False
    samples: list[dict[str, list[str]]] = field(default_factory=list)
    sheets: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)  # of a file that is read as a whole
    years: list[dict[str, Any]] = field(default_factory=list)


def of_kept(
    sha256: str,
    name: str,
    mapping: Mapping[str, Any] | None = None,
    table: int | None = None,
    on_step: OnStep = silent,
) -> Meant:
    """What a file that was received means; with a mapping, its table number `table` proposed anew."""
    return _of(places.kept() / sha256, name, mapping, table, on_step)


def of_bytes(name: str, content: bytes) -> Meant:
    """The same for bytes that nobody keeps."""
    path = places.work() / f"meant-{secrets.token_hex(8)}"
    path.touch(0o600)
    try:
        path.write_bytes(content)
        return _of(path, name, None, None, silent)
    finally:
        path.unlink(missing_ok=True)


def _of(
    path: Path, name: str, mapping: Mapping[str, Any] | None, table: int | None, on_step: OnStep
) -> Meant:
    base = history.current()
    job = {
        "task": "propose",
        "path": str(path),
        "name": bare_name(name),
        "base": str(base.path) if base else None,
        "today": datetime.now(UTC).date().isoformat(),
        "mapping": mapping,
        "table": table,
    }
    try:
        result = worker.run(job, lambda step, detail: on_step(Step(step, detail, 0.5)))
    except Refused as refusal:
        return Meant(findings=[finding.as_dict() for finding in refusal.findings])
    if "refused" in result:
        return Meant(findings=result["refused"])
    return Meant(**result)
