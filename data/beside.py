"""Commands of the packages above this one, which it does not import, in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]


def run(module: str, *arguments: str, heard: bool = False) -> subprocess.CompletedProcess[str]:
    """`python -m module arguments`, from wherever we were called; `heard` keeps what it says for us."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=heard,
        text=True,
        check=False,
    )
