"""`pack`: the board pack, written by the pages in a process of their own, since data knows no pages."""

import argparse
import json
from pathlib import Path
from typing import Final

from data import beside

FORMATS: Final = ("pptx", "xlsx", "pdf", "png", "all")


def pack(asked: argparse.Namespace) -> int:
    """Write the pack; the exit code is that of the process that writes it."""
    wanted = {
        "program": asked.program,
        "as_of": asked.as_of.isoformat() if asked.as_of else None,
        "version": asked.version,
        "case": asked.case,
        "format": asked.format or _by_name(asked.out),
        "out": str(asked.out),
    }
    return beside.run("pages.pack", json.dumps(wanted)).returncode


def _by_name(out: Path) -> str:
    """The format that the file's name says; a name without one is a folder for everything."""
    return out.suffix[1:] if out.suffix[1:] in FORMATS[:3] else "all"
