"""Everything that can be wrong with a file: one class, one code, one sentence and one remedy each."""

from data.ingest.findings.base import Finding, Place, Refused, Severity

__all__ = ["Finding", "Place", "Refused", "Severity"]
