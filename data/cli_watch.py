"""`watch`: a drop folder on the terminal or as one line of JSON a load."""

import argparse
import json
import sys
from dataclasses import asdict

from data import report, store
from data import watch as folders
from data.access import OPERATOR
from data.watch import Outcome


def watch(asked: argparse.Namespace) -> int:
    """0 when all that was there is loaded, 1 when something was refused, 2 without a folder."""
    if not asked.folder.is_dir():
        print(f"There is no folder {asked.folder}. Make it, then try again.", file=sys.stderr)
        return 2
    store.sweep()

    def tell(outcome: Outcome) -> None:
        print(json.dumps(asdict(outcome), ensure_ascii=False) if asked.json else _said(outcome), flush=True)

    if not asked.once:
        folders.watch(asked.folder, OPERATOR, asked.interval, tell)
    outcomes = folders.once(asked.folder, OPERATOR)
    for outcome in outcomes:
        tell(outcome)
    if not outcomes and not asked.json:
        print(f"Nothing has arrived in {asked.folder}.")
    return int(any(outcome.version is None for outcome in outcomes))


def _said(outcome: Outcome) -> str:
    names = ", ".join(one["file"] for one in outcome.reports)
    if outcome.version is None:
        return report.inert(f"Refused: {names}. The report is beside it in the folder `refused`.")
    return report.inert(f"Version {outcome.version}: {names}")
