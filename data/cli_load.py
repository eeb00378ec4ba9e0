"""`load` and `check`: a file's journey, told on the terminal or as JSON."""

import argparse
import json
import sys
from typing import Any

from data import cli_audit, cli_mappings, report, store
from data.access import OPERATOR
from data.ingest import already, journey, worker
from data.ingest.journey import Preview, Step, Upload
from data.store import Version


def load(asked: argparse.Namespace) -> int:
    """0 when the files are part of the current version afterwards, 1 when they were refused."""
    worker.keep_ready()  # it imports what it needs meanwhile
    store.sweep()
    before = store.current()
    preview = _prepare(asked, asked.as_of)
    version = preview.already
    if not preview.refused and version is None:
        version = journey.accept(preview.load_id, OPERATOR, reason=asked.reason or "")
        for one in preview.report["files"]:
            one["version"] = version.number
    _tell(preview, asked.json)
    if not asked.json and version is not None and preview.already is None:
        print(_loaded(version, before))
    if version is not None and preview.already is None and not asked.no_audit:
        cli_audit.tell(version.number, quiet=asked.json)
    return int(preview.refused)


def check(asked: argparse.Namespace) -> int:
    """A load that is never made current: 0 when it could be, 1 when it would be refused."""
    worker.keep_ready()
    preview = _prepare(asked, None, even_if_known=True)
    journey.discard(preview.load_id)
    _tell(preview, asked.json)
    if not asked.json and not preview.refused:
        print(f"This can be loaded, with status date {preview.proposed_as_of}. Nothing was changed.")
    return int(preview.refused)


def _prepare(asked: argparse.Namespace, as_of: Any, even_if_known: bool = False) -> Preview:
    said = cli_mappings.said(asked)
    uploads = [Upload(path.name, path.read_bytes()) for path in asked.files]
    watched = _show if sys.stderr.isatty() and not asked.json else lambda _: None
    try:
        return journey.prepare(uploads, OPERATOR, as_of, watched, even_if_known, asked.program, said)
    finally:
        if watched is _show:
            print("\r\x1b[K", end="", file=sys.stderr)


def _show(step: Step) -> None:
    print(f"\r\x1b[K{step.share:4.0%} {step.name} {step.detail}"[:100], end="", file=sys.stderr, flush=True)


def _tell(preview: Preview, as_json: bool) -> None:
    reports = preview.report["files"]
    if as_json:
        print(json.dumps(reports[0] if len(reports) == 1 else reports, ensure_ascii=False, indent=2))
        return
    if preview.already is not None:
        print(report.inert(str(already.finding(preview.already))))
        return
    for one in reports:
        for line in report.lines(one):
            print(line)
    if preview.refused:
        print("Refused. Nothing was changed.")


def _loaded(version: Version, before: Version | None) -> str:
    done = f"Loaded as version {version.number}, status date {version.as_of}."
    return f"{done} `python -m data restore {before.number}` undoes it." if before else done
