"""Mutation fuzzing of the reader: `python -m tests.fuzz [COUNT] [SEED]`. Exit code 1 when something died,
hung or failed without words; files that openpyxl reads otherwise are listed to be looked at."""

import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from data.ingest import cage
from tests.fuzz.mutations import spoiled
from tests.fuzz.seeds import seeds

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES, A_PROCESS = 60, 1536, 60


class Reader:
    """One reading process; `read` answers what it said, that it died, or that it hung."""

    def __init__(self) -> None:
        self.popen = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.reader", str(MEGABYTES)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**cage.ENVIRONMENT, "PYTHONPATH": str(ROOT)},
        )
        self.lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.popen.stdout or ():
            self.lines.put(line)
        self.lines.put("")

    def read(self, path: Path) -> dict[str, Any]:
        assert self.popen.stdin is not None
        try:
            self.popen.stdin.write(f"{path}\n")
            self.popen.stdin.flush()
            line = self.lines.get(timeout=SECONDS)
        except queue.Empty:
            return {"hung": True}
        except OSError:
            return {"died": True}
        return json.loads(line) if line else {"died": True}

    def end(self) -> None:
        self.popen.kill()
        self.popen.communicate()


def run(count: int, seed: int, folder: Path) -> tuple[Counter[str], list[str]]:
    """How many of each kind, and a line for each that somebody must look at; those files stay in `folder`."""
    tally: Counter[str] = Counter()
    told: list[str] = []
    chance, files = Random(seed), list(seeds().items())
    reader = Reader()
    for number in range(count):
        if number % A_PROCESS == A_PROCESS - 1:
            reader.end()
            reader = Reader()
        name, content = files[number % len(files)]
        path = folder / f"{number}-{name.replace(' ', '_')}"
        path.write_bytes(spoiled(content, chance))
        answer = reader.read(path)
        kind = next((one for one in ("hung", "died", "failed", "refused") if one in answer), "accepted")
        tally[kind] += 1
        if answer.get("lost"):
            told.append(f"{path.name}: counts do not add up in {answer['lost']}")
        if answer.get("differs"):
            tally["differs"] += 1
        if kind in ("hung", "died"):
            reader.end()
            reader = Reader()
        if kind in ("hung", "died", "failed") or answer.get("differs"):
            told.append(f"{path.name}: {kind} {answer.get('failed', '')}{answer.get('differs', '')}")
        elif not answer.get("lost"):
            path.unlink()
    reader.end()
    return tally, told


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder = Path(tempfile.mkdtemp(prefix="realized-fuzz-"))
    tally, told = run(count, seed, folder)
    print("\n".join(told))
    print(", ".join(f"{kind} {number}" for kind, number in sorted(tally.items())), f"(files in {folder})")
    return int(any(tally[kind] for kind in ("hung", "died", "failed")))


if __name__ == "__main__":
    sys.exit(main())
