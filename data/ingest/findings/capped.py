"""Long lists of one kind of finding: the first are named, the rest are counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from data.ingest.findings.base import Finding, Place, Severity

LIMIT = 20


@dataclass(frozen=True)
class AndMore(Finding):
    """More findings of one kind than are named one by one."""

    code = "and-more"
    severity = Severity.NOTES
    remedy = "They need the same correction as those named."

    kind: str
    count: int

    def what(self) -> str:
        return f"{self.count} more findings of the kind {self.kind!r} are not listed one by one."


def capped(findings: Iterable[Finding], limit: int = LIMIT) -> list[Finding]:
    """The first `limit` of each kind and sheet, then one that counts the rest: no count is lost."""
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for finding in findings:
        kind = (finding.code, finding.place.sheet)
        seen[kind] += 1
        if seen[kind] <= limit:
            kept.append(finding)
    return kept + [
        AndMore(Place(sheet), code, count - limit) for (code, sheet), count in seen.items() if count > limit
    ]
