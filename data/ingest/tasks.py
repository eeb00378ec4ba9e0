"""What the reading process does: read, interpret and build a load, or list the cells of a file."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.ingest.cells import cells
from data.ingest.findings.base import Finding, Place, Refused, Severity
from data.ingest.findings.journey import NothingToLoad
from data.ingest.fingerprint import rows_sha256
from data.ingest.interpret import interpret
from data.ingest.known import known_from
from data.ingest.read import read
from data.ingest.staged import Known, Reading
from data.store.build import BuildReport, FileReading, build

Tell = Callable[[str, str], None]


def run(job: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Do one job; the answer is plain JSON."""
    return _TASKS[job["task"]](job, tell)


def load(job: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Read, interpret and build.

    job: files [{path, name, sha256}], base (path or null), target (path), load_id, as_of (ISO date
    or null), loaded_at (ISO, UTC), memory_mb, known_rows [rows_sha256 already part of the base].
    Answers {files: [report], refused, already, proposed_as_of, change, counts, sums}; `already`
    means that every row is known, nothing was built.
    """
    as_of = date.fromisoformat(job["as_of"]) if job["as_of"] else None
    loaded_at = datetime.fromisoformat(job["loaded_at"])
    base = Path(job["base"]) if job["base"] else None
    known = known_from(base, loaded_at.date(), as_of)
    outcomes = []
    for number, file in enumerate(job["files"]):
        tell("file", str(number))
        outcomes.append(_understood(file, known, tell))
    reports = [
        _report(file, reading, found) for file, (reading, found) in zip(job["files"], outcomes, strict=True)
    ]
    readings = [
        FileReading(file["name"], file["sha256"], reading)
        for file, (reading, _) in zip(job["files"], outcomes, strict=True)
        if reading is not None
    ]
    refused = any(_refuses(found) for _, found in outcomes)
    tell("checked", "")
    answer = {"files": reports, "refused": refused, "already": False}
    if refused:
        return answer
    if _all_known(reports, job["known_rows"]):
        return {**answer, "already": True}
    built = build(Path(job["target"]), base, readings, job["load_id"], as_of, loaded_at, job["memory_mb"])
    tell("built", "")
    return {**answer, **_with_build(job["files"], reports, outcomes, built)}


def list_cells(job: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """What the reader saw, cell by cell. job: path, name, sheet (or null). Answers {sheets} or {refused}."""
    try:
        book = read(Path(job["path"]), job["name"])
    except Refused as refusal:
        return {"refused": [finding.as_dict() for finding in refusal.findings]}
    tell("read", "")
    return cells(book, job["sheet"])


_TASKS = {"load": load, "cells": list_cells}


def _understood(file: dict[str, Any], known: Known, tell: Tell) -> tuple[Reading | None, list[Finding]]:
    """One file read and interpreted, with everything found on the way; no reading when refused."""
    try:
        book = read(Path(file["path"]), file["name"])
        tell("gated", file["name"])
        tell("read", file["name"])
        reading = interpret(book, known)
    except Refused as refusal:
        return None, list(refusal.findings)
    found = list(reading.findings)
    if not _refuses(found) and not any(one.rows and one.rows.num_rows for one in reading.tables if one.table):
        found.append(NothingToLoad(Place()))
    return reading, found


def _report(file: dict[str, Any], reading: Reading | None, found: list[Finding]) -> dict[str, Any]:
    return {
        "file": file["name"],
        "sha256": file["sha256"],
        "source": reading.profile if reading else None,
        "version": None,
        "tables": [table.as_dict() for table in reading.tables] if reading else [],
        "findings": [finding.as_dict() for finding in found],
        "rows_sha256": rows_sha256(reading) if reading else "",
    }


def _with_build(
    files: list[dict[str, Any]],
    reports: list[dict[str, Any]],
    outcomes: list[tuple[Reading | None, list[Finding]]],
    built: BuildReport,
) -> dict[str, Any]:
    """The reports as the store now holds the files, and what the build measured."""
    final = []
    for file, before, (_, found), stored, more in zip(
        files, reports, outcomes, built.files, built.findings, strict=True
    ):
        after = _report(file, stored.reading, [*found, *more])
        final.append({**after, "rows_sha256": before["rows_sha256"]})
    return {
        "files": final,
        "refused": any(_refuses(found) for found in built.findings),
        "proposed_as_of": built.proposed_as_of.isoformat(),
        "change": built.change,
        "counts": built.counts,
        "sums": {name: str(total) for name, total in built.sums.items()},
    }


def _all_known(reports: list[dict[str, Any]], known_rows: list[str]) -> bool:
    return all(report["rows_sha256"] in known_rows for report in reports)


def _refuses(found: list[Finding]) -> bool:
    return any(finding.severity is Severity.REFUSES for finding in found)
