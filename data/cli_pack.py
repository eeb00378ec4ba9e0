"""`pack`: the board pack, written by the pages in a process of their own, since data knows no pages."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
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
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    command = [sys.executable, "-m", "pages.pack", json.dumps(wanted)]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, check=False).returncode


def _by_name(out: Path) -> str:
    """The format that the file's name says; a name without one is a folder for everything."""
    return out.suffix[1:] if out.suffix[1:] in FORMATS[:3] else "all"
