"""What the reading process does: read, interpret and build a load, or list the cells of a file."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.ingest import linking, staged_files
from data.ingest.findings.base import Finding, Place, Refused, Severity
from data.ingest.findings.journey import NothingToLoad
from data.ingest.findings.listing import ProgramNotKnown
from data.ingest.fingerprint import rows_sha256
from data.ingest.known import known_from
from data.ingest.reading.cells import cells
from data.ingest.reading.grid import Book
from data.ingest.reading.read import read
from data.ingest.staged import Known, Reading
from data.ingest.understanding.interpret import interpret
from data.ingest.understanding.listing import programs
from data.ingest.understanding.mapping.apply import PROFILE
from data.ingest.understanding.mapping.choose import understand
from data.ingest.understanding.mapping.describe import describe, glimpse, retable, samples
from data.ingest.understanding.mapping.mapping import Mapping, from_dict
from data.ingest.understanding.mapping.propose import sure
from data.ingest.understanding.mapping.whole import corrections, looked_at, profile_of
from data.store.build import FileReading, build

Tell = Callable[[str, str], None]


def run(job: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Do one job; the answer is plain JSON."""
    return _TASKS[job["task"]](job, tell)


def load(job: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Read and interpret; build as well when the rows are few.

    job: files [{path, name, sha256, mapping}], mappings {layout: mapping}, aliases {kind: {alias: id}},
    apart [[kind, alias, id]], base (path or null), target (path), load_id, as_of (ISO date or null),
    program_id and project_id (or null), loaded_at (ISO, UTC), memory_mb, known_rows [rows_sha256
    already part of the base], staged (path), apart_above (bytes). Of these mappings, aliases, apart,
    program_id, project_id and a file's mapping may be absent.

    Answers {files: [report], refused, already, built, links}; `already` means that every row is known;
    `built` is null when there is nothing to build, or when the rows take more than `apart_above` and
    wait in `staged` for a process of their own.
    """
    as_of, loaded_at, base = _circumstances(job)
    known = known_from(base, loaded_at.date(), as_of, job.get("program_id"))
    known = _with_said(known, job)
    outcomes = []
    for number, file in enumerate(job["files"]):
        tell("file", str(number))
        outcomes.append(_understood(file, known, job, tell))
    _check_program(known, outcomes, job.get("program"))
    links = linking.proposed([reading for reading, _ in outcomes], known, job.get("apart", []))
    for at, (_, found) in enumerate(outcomes):
        found += linking.told(links, at)
    reports = [
        _report(file, reading, found) for file, (reading, found) in zip(job["files"], outcomes, strict=True)
    ]
    tell("checked", "")
    refused = any(_refuses(found) for _, found in outcomes)
    already = not refused and all(report["rows_sha256"] in job["known_rows"] for report in reports)
    answer = {"files": reports, "refused": refused, "already": already, "built": None, "links": links}
    if refused or already:
        return answer
    files = [
        FileReading(report["file"], report["sha256"], reading, report["findings"])
        for report, (reading, _) in zip(reports, outcomes, strict=True)
        if reading is not None
    ]
    if staged_files.size(files) > job["apart_above"]:
        staged_files.save(Path(job["staged"]), files)
        return answer
    return {**answer, "built": _built(job, files, tell)}


def build_staged(job: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Build from the rows that `load` left in `staged`; the same job, the answer's `built`."""
    return _built(job, staged_files.load(Path(job["staged"])), tell)


def list_cells(job: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """What the reader saw, cell by cell. job: path, name, sheet (or null). Answers {sheets} or {refused}."""
    try:
        book = read(Path(job["path"]), job["name"])
    except Refused as refusal:
        return {"refused": [finding.as_dict() for finding in refusal.findings]}
    tell("read", "")
    return cells(book, job["sheet"])


def propose_mapping(job: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """What the columns of a file seem to mean, for somebody to correct.

    job: path, name, base, mapping (null, or the one whose table number `table` is proposed anew from
    its sheet, header and target). Answers {mapping, sure, samples, sheets} or {refused}.
    """
    try:
        book = read(Path(job["path"]), job["name"])
        tell("read", "")
    except Refused as refusal:
        return {"refused": [finding.as_dict() for finding in refusal.findings]}
    known = known_from(Path(job["base"]) if job["base"] else None, date.fromisoformat(job["today"]), None)
    mapping = _proposal(book, job, known)
    return {
        "mapping": mapping.as_dict(),
        "sure": sure(mapping),
        "samples": samples(book, mapping),
        "sheets": glimpse(book),
        **_lines_and_years(book, mapping, known),
    }


_TASKS = {"load": load, "build": build_staged, "cells": list_cells, "propose": propose_mapping}


def _proposal(book: Book, job: dict[str, Any], known: Known) -> Mapping:
    if job["mapping"] is None:
        return describe(book, interpret(book, known), known)
    mapping = from_dict(job["mapping"])
    if job["table"] is None:
        return mapping
    tables = list(mapping.tables)
    tables[job["table"]] = retable(book, tables[job["table"]], known)
    return replace(mapping, tables=tuple(tables))


def _lines_and_years(book: Book, mapping: Mapping, known: Known) -> dict[str, Any]:
    """What a form or a business case holds, line by line and year by year, as it is read now."""
    if (profile := profile_of(mapping)) is None:
        return {"lines": [], "years": []}
    found = looked_at(book, profile, corrections(mapping), known)
    return {"lines": [asdict(one) for one in found.lines], "years": [asdict(one) for one in found.years]}


def _understood(
    file: dict[str, Any], known: Known, job: dict[str, Any], tell: Tell
) -> tuple[Reading | None, list[Finding]]:
    """One file read and interpreted, with everything found on the way; no reading when refused."""
    try:
        book = read(Path(file["path"]), file["name"])
        tell("gated", file["name"])
        tell("read", file["name"])
        reading = understand(book, known, file.get("mapping"), job.get("mappings", {}))
        reading = linking.renamed(reading, job.get("aliases", {}))
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
        **({"mapping": reading.tool} if reading and reading.profile == PROFILE else {}),
        "version": None,
        "tables": [table.as_dict() for table in reading.tables] if reading else [],
        "findings": [finding.as_dict() for finding in found],
        "rows_sha256": rows_sha256(reading) if reading else "",
    }


def _with_said(known: Known, job: dict[str, Any]) -> Known:
    """What is known, with what the sender says beside the files."""
    new, start = job.get("program"), job.get("year_one")
    if new and known.program_id not in known.programs:
        known = replace(
            known,
            program_name=new["name"],
            currencies={**known.currencies, known.program_id or "": new["currency"]},
        )
        if month := new.get("fiscal_year_start_month"):
            months = {**known.fiscal_months, known.program_id or "": int(month)}
            known = replace(known, fiscal_months=months)
    return replace(
        known,
        project_id=job.get("project_id"),
        year_one=date.fromisoformat(start) if start else None,
    )


def _check_program(
    known: Known, outcomes: list[tuple[Reading | None, list[Finding]]], new: dict[str, str] | None
) -> None:
    """Make the new program that was said at upload, where no file of the load describes it; refuse one that
    is neither new nor known."""
    described = {
        program
        for reading, _ in outcomes
        for table in (reading.tables if reading else ())
        if table.table == "programs" and table.rows is not None
        for program in table.rows.column("program_id").to_pylist()
    }
    if new and known.program_id and known.program_id in described - known.programs.keys():
        for at, (reading, found) in enumerate(outcomes):
            if reading is not None:
                outcomes[at] = (programs.completed(reading, known.program_id, new), found)
    if known.program_id and known.program_id not in described | known.programs.keys():
        if new:
            at, reading = next(((at, read) for at, (read, _) in enumerate(outcomes) if read), (0, None))
            if reading is not None:
                tables = [programs.said_at_upload(known, new), *reading.tables]
                outcomes[at] = (replace(reading, tables=tables), outcomes[at][1])
            return
        names = ", ".join(sorted(known.programs)[:12])
        outcomes[0][1].append(ProgramNotKnown(Place(), known.program_id, names))


def _circumstances(job: dict[str, Any]) -> tuple[date | None, datetime, Path | None]:
    as_of = date.fromisoformat(job["as_of"]) if job["as_of"] else None
    return as_of, datetime.fromisoformat(job["loaded_at"]), Path(job["base"]) if job["base"] else None


def _built(job: dict[str, Any], files: list[FileReading], tell: Tell) -> dict[str, Any]:
    """Write the version file; answer what was measured, and what each file's report gains."""
    as_of, loaded_at, base = _circumstances(job)
    report = build(Path(job["target"]), base, files, job["load_id"], as_of, loaded_at, job["memory_mb"])
    tell("built", "")
    return {
        "tables": [[table.as_dict() for table in file.reading.tables] for file in report.files],
        "findings": [[finding.as_dict() for finding in found] for found in report.findings],
        "refused": report.refused,
        "proposed_as_of": report.proposed_as_of.isoformat(),
        "change": report.change,
        "counts": report.counts,
        "sums": {name: str(total) for name, total in report.sums.items()},
    }


def _refuses(found: list[Finding]) -> bool:
    return any(finding.severity is Severity.REFUSES for finding in found)
