"""One attempt to load: the steps between the bytes and the preview, in order."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from data import log
from data.errors import StoreError
from data.ingest import already, worker
from data.ingest.findings.base import Finding, Place, Refused
from data.ingest.findings.journey import NotAsBuilt, OtherFileRefused
from data.ingest.keeping import keep, too_large
from data.ingest.preview import OnStep, Preview, Said, Upload, tell
from data.settings import CHILD_MB
from data.store import Version, aliases, loads, mappings, places
from data.store.build import measured
from data.store.loads import Load
from data.store.opening import attached

# The database's part of the memory limit: beside what was read, and in a process of its own.
_SHARED, _ALONE = 0.4, 0.7
# With more bytes of rows than this, reading leaves too little memory for the database.
_APART_ABOVE = 8 * 2**20


class Attempt:
    """One load on its way to the preview; `base` is the version it is made on."""

    def __init__(
        self,
        load: Load,
        base: Version | None,
        on_step: OnStep,
        even_if_known: bool,
        program_id: str | None,
        said: Said,
    ) -> None:
        self.load, self.base, self.on_step = load, base, on_step
        self.even_if_known, self.program_id, self.said = even_if_known, program_id, said
        self.state = "received"
        self.at = 0  # the file that is being read

    def run(self, uploads: Sequence[Upload]) -> Preview:
        self._step("received", ", ".join(file.name for file in self.load.files))
        if found := too_large(uploads):
            return self.refused([[one] if one else [] for one in found])
        for upload in uploads:
            keep(upload)
        self._step("kept", "reading")
        try:
            result = self._work()
        except Refused as refusal:
            return self.refused([list(refusal.findings) if n == self.at else [] for n in range(len(uploads))])
        return self._read(result)

    def _work(self) -> dict[str, Any]:
        """Have the files read and the version built, in one process or, when it is large, in two."""
        job = self._job()
        result = worker.run(job, self._heard)
        if not result["refused"] and not result["already"] and result["built"] is None:
            apart = {**job, "task": "build", "memory_mb": int(CHILD_MB.number() * _ALONE)}
            result["built"] = worker.run(apart, self._heard)
        return result

    def _read(self, result: dict[str, Any]) -> Preview:
        reports, built = result["files"], result["built"]
        rows = [report.pop("rows_sha256") for report in reports]
        if result["already"]:
            return self._same_rows(rows)
        if built is not None:
            _complete(reports, built)
        if result["refused"] or built["refused"]:
            return self._end_refused(reports)
        self._place()
        self._step("built", "checking what was written")
        if differences := _differences(self.load.load_id, built):
            return self.refused([[NotAsBuilt(Place(), differences)] for _ in reports])
        self._step("verified", "comparing with the current version")
        proposed = self.load.as_of or date.fromisoformat(built["proposed_as_of"])
        loads.learn(
            self.load.load_id,
            proposed,
            [
                replace(file, source=report["source"], rows_sha256=hashed)
                for file, report, hashed in zip(self.load.files, reports, rows, strict=True)
            ],
        )
        self._step("previewed", "")
        return Preview(
            self.load.load_id,
            {"files": reports},
            proposed_as_of=proposed,
            change=built["change"],
            links=[{**link, "file": self.load.files[link["file"]].name} for link in result["links"]],
        )

    def _job(self) -> dict[str, Any]:
        return {
            "task": "load",
            "files": [
                {
                    "path": str(places.kept() / file.sha256),
                    "name": file.name,
                    "sha256": file.sha256,
                    "mapping": self.said.mappings.get(number, self.said.mapping),
                }
                for number, file in enumerate(self.load.files)
            ],
            "mappings": mappings.by_fingerprint(),
            **_decided(),
            "project_id": self.said.project_id,
            "program_id": self.program_id,
            "program": dict(self.said.program) if self.said.program else None,
            "year_one": self.said.year_one.isoformat() if self.said.year_one else None,
            "base": str(self.base.path) if self.base else None,
            "target": str(_candidate(self.load.load_id)),
            "staged": str(_candidate(self.load.load_id).with_name("staged")),
            "apart_above": _APART_ABOVE,
            "load_id": self.load.load_id,
            "as_of": self.load.as_of.isoformat() if self.load.as_of else None,
            "loaded_at": datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds"),
            "memory_mb": int(CHILD_MB.number() * _SHARED),
            "known_rows": [] if self.even_if_known else already.known_rows(self.load.as_of),
        }

    def _heard(self, step: str, detail: str) -> None:
        if step == "file":
            self.at = int(detail)
        elif step != "built":  # that is ours: when the file is in its place
            self._step(step, detail)

    def _place(self) -> None:
        """Give the finished file its name; a file under that name is always complete."""
        candidate, target = _candidate(self.load.load_id), places.version_file(self.load.load_id)
        candidate.chmod(0o600)
        places.sync(candidate)
        candidate.replace(target)
        places.sync(target.parent)
        shutil.rmtree(candidate.parent, ignore_errors=True)

    def _same_rows(self, rows: Sequence[str]) -> Preview:
        known = already.by_rows(rows, self.load.as_of)
        if known is None:
            raise StoreError("Another load became current meanwhile. Upload the file again.")
        loads.end(self.load.load_id, "discarded", f"same rows as version {known.number}")
        reports = [already.report(known, file.sha256, file.name) for file in self.load.files]
        return Preview(self.load.load_id, {"files": reports}, already=known)

    def refused(self, findings: Sequence[Sequence[Finding]]) -> Preview:
        """End the load with findings for each file, as far as it was not read."""
        reports = [
            {
                "file": file.name,
                "sha256": file.sha256,
                "source": None,
                "version": None,
                "tables": [],
                "findings": [finding.as_dict() for finding in found],
            }
            for file, found in zip(self.load.files, findings, strict=True)
        ]
        return self._end_refused(reports)

    def _end_refused(self, reports: list[dict[str, Any]]) -> Preview:
        refusing = [(report, _refusal(report)) for report in reports if _refusal(report)]
        name, first = refusing[0][0]["file"], refusing[0][1]
        for report in reports:
            if not _refusal(report):
                report["findings"].append(OtherFileRefused(Place(), name).as_dict())
        assert first is not None
        loads.end(self.load.load_id, "refused", first["code"], _sentence(first))
        log.event("load refused", code=first["code"])
        return Preview(self.load.load_id, {"files": reports}, refused=True)

    def _step(self, name: str, detail: str) -> None:
        if loads.STATES.index(name) > loads.STATES.index(self.state):
            loads.advance(self.load.load_id, name)
            self.state = name
        tell(self.on_step, name, detail)


def _decided() -> dict[str, Any]:
    """Which IDs are the same and which are not, as people said."""
    known = aliases.decided()
    same = {
        kind: {one.alias: one.id for one in known if one.same and one.kind == kind} for kind in aliases.KINDS
    }
    return {"aliases": same, "apart": [[one.kind, one.alias, one.id] for one in known if not one.same]}


def _candidate(load_id: str) -> Path:
    return places.work_of(load_id) / "version.duckdb"


def _complete(reports: list[dict[str, Any]], built: dict[str, Any]) -> None:
    """Add what showed when the files met the rest of the data."""
    for report, tables, found in zip(reports, built["tables"], built["findings"], strict=True):
        report["tables"] = tables
        report["findings"] += found


def _differences(load_id: str, built: dict[str, Any]) -> str:
    """Where the file, opened anew, holds other row counts or sums than were reported."""
    with attached(places.version_file(load_id)) as connection:
        connection.execute("use v")
        held = measured(connection)
    sums = {name: Decimal(total) for name, total in built["sums"].items()}
    told = {**built["counts"], **sums}
    found = {**held["counts"], **held["sums"]}
    return ", ".join(
        f"{name}: {told.get(name)} written, {found.get(name)} found"
        for name in sorted(told.keys() | found.keys())
        if told.get(name) != found.get(name)
    )


def _refusal(report: dict[str, Any]) -> dict[str, Any] | None:
    return next((one for one in report["findings"] if one["severity"] == "refuses"), None)


def _sentence(finding: dict[str, Any]) -> str:
    place = "!".join(part for part in (finding["sheet"], finding["cell"]) if part)
    return f"{place}: {finding['what']}" if place else str(finding["what"])
