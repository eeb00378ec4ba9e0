"""`versions`, `restore`, `rebuild` and `doctor`: looking after the store."""

import argparse
import json
import sys
from functools import partial
from typing import Any

from data import health, store
from data.access import OPERATOR
from data.health import Severity
from data.store import Version, history, rebuilding


def versions(asked: argparse.Namespace) -> int:
    """List every version, oldest first; the current one is marked."""
    known, current = store.versions(), history.pointed()
    if asked.json:
        print(json.dumps([_as_dict(one, current) for one in known], ensure_ascii=False, indent=2))
    elif not known:
        print("There is no data version yet. `python -m data load FILE` makes one.")
    else:
        for one in known:
            print(_line(one, current))
    return 0


def restore(asked: argparse.Namespace) -> int:
    """Move the pointer; nothing is deleted."""
    before = history.pointed()
    version = store.restore(asked.version, OPERATOR, asked.reason or "")
    print(f"Version {version.number} is current. `python -m data restore {before}` goes back.")
    return 0


def rebuild(asked: argparse.Namespace) -> int:
    """Make the files of these versions again, or of all that an older program built."""
    named = [store.version(number) for number in asked.versions]
    due = named or [one for one in store.versions() if rebuilding.is_outdated(one)]
    for place, one in enumerate(due, 1):
        told = f"Version {one.number} ({place} of {len(due)})"
        done = rebuilding.rebuild(one, partial(_progress, told), even_if_current=bool(named))
        print(f"{told}: {'rebuilt' if done else 'another process has rebuilt it'}.")
    if not due:
        print("Every data version has the tables of this program. Nothing was changed.")
    return 0


def _progress(told: str, step: str) -> None:
    print(f"{told}: {step}", file=sys.stderr, flush=True)


def doctor(_: argparse.Namespace) -> int:
    """1 when something keeps the product from serving; warnings alone do not."""
    checks = health.startup_checks()
    for one in checks:
        print(f"{one.severity.value:>5}  {one.says}")
    return int(any(one.severity is Severity.FAILS for one in checks))


def _as_dict(version: Version, current: int | None) -> dict[str, Any]:
    return {
        "version": version.number,
        "current": version.number == current,
        "as_of": version.as_of.isoformat() if version.as_of else None,
        "loaded_at": version.loaded_at.isoformat(),
        "loaded_by": version.loaded_by,
        "reason": version.reason,
        "base": version.base,
        "load_id": version.load_id,
        "files": [{"file": one.name, "sha256": one.sha256, "source": one.source} for one in version.files],
    }


def _line(version: Version, current: int | None) -> str:
    mark = "*" if version.number == current else " "
    when = f"{version.loaded_at:%Y-%m-%d %H:%M} UTC"
    names = ", ".join(file.name for file in version.files)
    return f"{mark} {version.number:>4}  as of {version.as_of}  loaded {when} by {version.loaded_by}: {names}"
