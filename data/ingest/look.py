"""Looking into a file without loading it: every cell as the reader saw it."""

import secrets
from dataclasses import dataclass, field
from typing import Any

from data.ingest import worker
from data.ingest.findings.base import Refused
from data.ingest.keeping import bare_name
from data.store import places


@dataclass(frozen=True)
class Seen:
    """sheets [{name, state, cells [{address, kind, text}]}], or the findings that refused the file."""

    sheets: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)


def into(name: str, content: bytes, sheet: str | None = None) -> Seen:
    """Read a file in the reading process; nothing of it is kept. Raises StoreBusy."""
    path = places.work() / f"look-{secrets.token_hex(8)}"
    path.touch(0o600)
    try:
        path.write_bytes(content)
        job = {"task": "cells", "path": str(path), "name": bare_name(name), "sheet": sheet}
        result = worker.run(job, lambda *_: None)
    except Refused as refusal:
        return Seen(findings=[finding.as_dict() for finding in refusal.findings])
    finally:
        path.unlink(missing_ok=True)
    return Seen(result.get("sheets", []), result.get("refused", []))
