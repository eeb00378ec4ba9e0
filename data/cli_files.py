"""`cells`, `template` and `demo`: looking into files and writing them."""

import argparse
import json
import sys
from typing import Any

from data import store
from data.access import OPERATOR
from data.ingest import look


def cells(asked: argparse.Namespace) -> int:
    """What the reader saw, cell by cell; 1 when the file was refused."""
    path = asked.files[0]
    seen = look.into(path.name, path.read_bytes(), asked.sheet)
    if seen.findings:
        for finding in seen.findings:
            print(f"{finding['what']} {finding['remedy']}", file=sys.stderr)
        if asked.json:
            print(json.dumps({"sheets": [], "findings": seen.findings}, ensure_ascii=False))
        return 1
    if asked.json:
        print(json.dumps({"sheets": seen.sheets}, ensure_ascii=False))
    else:
        _print(seen.sheets)
    return 0


def template(asked: argparse.Namespace) -> int:
    """Write the empty workbook, or the filled example."""
    from data.template import write_example, write_template  # openpyxl, which nothing else here needs

    write = write_example if asked.example else write_template
    write(asked.out)
    print(f"Wrote {asked.out}.")
    return 0


def demo(_: argparse.Namespace) -> int:
    """Load the example into an empty store; leave any other as it is."""
    current = store.current()
    if current is not None:
        print(f"Version {current.number} is there already; the example was not loaded.")
        return 0
    from data.demo import load_demo  # openpyxl again

    version = load_demo(OPERATOR)
    print(f"Loaded the example as version {version.number}, status date {version.as_of}.")
    return 0


def _print(sheets: list[dict[str, Any]]) -> None:
    for sheet in sheets:
        print(f"{sheet['name']} ({sheet['state']})")
        for cell in sheet["cells"]:
            print(f"  {cell['address']:>8}  {cell['kind']:<12} {cell['text']!r}")
