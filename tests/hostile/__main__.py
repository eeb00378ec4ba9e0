"""Hostile spreadsheets through the upload page of a running server: `python -m tests.hostile FOLDER`.

Every file of the folder is uploaded in a browser, loaded where the page offers it, and undone. Exit code 1
when the server died or swelled, when an answer changed, when a file took too long, or when one that
`expected.toml` knows came out otherwise. One line a file says what the page did with it.
"""

import os
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

from tests.browser import chromium, steps
from tests.browser.conftest import visitor
from tests.hostile import visits, watch
from tests.server import running
from tests.workbooks import closed_form

EXPECTED = tomllib.loads(Path(__file__).with_name("expected.toml").read_text(encoding="utf-8"))
VALUES = {"as_control": (Decimal("3300"), Decimal("2250.49")), "without_values": (Decimal(0), Decimal(0))}
SECONDS, MEGABYTES = 30, 150


def run(files: list[Path], home: Path) -> Iterator[tuple[str, list[str]]]:
    """For each file what the page did with it, and what is wrong about that."""
    os.environ["REALIZED_HOME"] = str(home)
    with running(home) as address, sync_playwright() as playwright:
        (server,) = (one for one in psutil.Process().children() if "streamlit" in one.cmdline())
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=["--no-sandbox"])
        with visitor(browser, address) as page:
            steps.load(page, closed_form.write(home / "closed form.xlsx"))
            at_first = watch.megabytes(server)
            for file in files:
                said, wrong = _one(page, file)
                grown = watch.megabytes(server) - at_first if server.is_running() else 0.0
                if grown > MEGABYTES:
                    wrong.append(f"the server grew by {grown:.0f} MB")
                yield f"{said}, server {grown:+.0f} MB", wrong
        browser.close()


def _one(page: Page, file: Path) -> tuple[str, list[str]]:
    number, before = watch.answers()
    outcome = visits.offer(page, file)
    values = ""
    wrong = [] if watch.answers() == (number, before) else ["an answer changed before anything was loaded"]
    if outcome.kind == "accepted":
        visits.load(page)
        found = watch.totals(number)
        values = f": planned {found[0].normalize():f}, realized {found[1].normalize():f}"
        wrong += [f"not {name}" for name in VALUES if _name(file) in EXPECTED[name] and found != VALUES[name]]
        visits.undo(page)
        wrong += [] if watch.answers() == (number, before) else ["the undo did not bring all back"]
    wrong += _unexpected(file, outcome)
    return f"{file.name}: {outcome.kind} in {outcome.seconds:.0f} s{values}", wrong


def _unexpected(file: Path, outcome: visits.Outcome) -> Iterator[str]:
    if _name(file) in EXPECTED["refused"] and outcome.kind == "accepted":
        yield "it was to be refused"
    if any(_name(file) in EXPECTED[name] for name in VALUES) and outcome.kind != "accepted":
        yield f"it was to be accepted; the page says: {outcome.says}"
    if "Traceback" in outcome.says or "Something went wrong" in outcome.says:
        yield "the page shows an error of the program"
    if outcome.seconds > SECONDS:
        yield f"it took {outcome.seconds:.0f} s"


def _name(file: Path) -> str:
    return file.name.partition(".")[0]


def main() -> int:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print(__doc__)
        return 2
    files = sorted(path for path in Path(sys.argv[1]).iterdir() if path.name != "manifest.json")
    failed = 0
    with tempfile.TemporaryDirectory(prefix="realized-hostile-") as folder:
        for said, wrong in run(files, Path(folder)):
            failed += bool(wrong)
            print(said, *(f"    WRONG: {what}" for what in wrong), sep="\n", flush=True)
    print(f"{len(files)} files, {failed} wrong")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
