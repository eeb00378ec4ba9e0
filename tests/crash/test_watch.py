"""The drop folder, with real processes: what lands is loaded, what is killed is taken up again."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data import store, watch
from data.access import OPERATOR
from data.errors import StoreBusy
from data.store import locks
from tests.data.ingest.small import upload

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))
    (tmp_path / "drop").mkdir()
    return tmp_path / "drop"


def started(folder: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "data", "watch", str(folder), *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def visible(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def drop(folder: Path, name: str, **how) -> None:
    (folder / name).write_bytes(upload(**how).content)


def test_what_arrives_together_is_one_load_with_its_reports(folder):
    drop(folder, "one.xlsx")
    drop(folder, "two.xlsx", program="P2")
    (folder / "three.xlsx.part").write_bytes(b"not yet")
    done = started(folder, "--once", "--json")
    line = json.loads(done.communicate(timeout=120)[0])
    assert (done.returncode, line["version"], len(line["reports"])) == (0, 1, 2)
    assert visible(folder) == ["done", "three.xlsx.part"]
    assert visible(folder / "done") == [
        "one.xlsx", "one.xlsx.json", "one.xlsx.txt", "two.xlsx", "two.xlsx.json", "two.xlsx.txt",
    ]  # fmt: skip
    assert json.loads((folder / "done" / "one.xlsx.json").read_text())["version"] == 1
    assert (folder / "done" / "two.xlsx.txt").read_text().startswith("two.xlsx: realized_workbook\n")
    assert store.current().reason == "drop folder"


def test_the_same_bytes_again_are_known_and_what_is_refused_says_why(folder):
    drop(folder, "plan.xlsx")
    watch.once(folder, OPERATOR, settle=0)
    drop(folder, "plan.xlsx")
    (outcome,) = watch.once(folder, OPERATOR, settle=0)
    assert (outcome.version, outcome.reports[0]["findings"][0]["code"]) == (1, "already-loaded")
    assert len([name for name in visible(folder / "done") if name.endswith(".xlsx")]) == 2
    (folder / "letter.csv").write_text("Dear all, this is no table.")
    (refused,) = watch.once(folder, OPERATOR, settle=0)
    assert refused.version is None
    assert visible(folder / "refused") == ["letter.csv", "letter.csv.json", "letter.csv.txt"]
    assert "refuses: " in (folder / "refused" / "letter.csv.txt").read_text()
    assert len(store.versions()) == 1


def test_a_file_that_still_grows_keeps_all_waiting(folder):
    drop(folder, "plan.xlsx")

    def grow() -> None:
        (folder / "late.csv").write_text("a")

    before = watch._sizes(folder)
    grow()
    assert watch._sizes(folder) != before
    assert watch.settled(folder, 0) == [folder / "late.csv", folder / "plan.xlsx"]


def test_two_watchers_do_not_share_a_folder(folder):
    drop(folder, "plan.xlsx")
    (folder / ".taken").mkdir()
    with locks.exclusive(folder / ".taken" / ".lock", 0), pytest.raises(StoreBusy):
        watch.once(folder, OPERATOR, settle=0)
    assert visible(folder) == ["plan.xlsx"]


def test_an_accepted_load_is_not_made_again_after_other_data_came(folder):
    drop(folder, "plan.xlsx")
    watch.once(folder, OPERATOR, settle=0)
    loaded = store.current()
    drop(folder, "other.xlsx", planned=300)
    watch.once(folder, OPERATOR, settle=0)
    batch = folder / ".taken" / "20260101-000000-abc"  # as a kill right after the first load left it
    batch.mkdir()
    drop(batch, "plan.xlsx")
    (batch / ".load").write_text(loaded.load_id)
    (outcome,) = watch.once(folder, OPERATOR, settle=0)
    assert (outcome.version, len(store.versions())) == (1, 2)


def test_a_batch_whose_end_was_noted_is_only_moved_on(folder):
    batch = folder / ".taken" / "20260101-000000-abc"
    batch.mkdir(parents=True)
    drop(batch, "two.xlsx")
    report = {"file": "two.xlsx", "source": None, "version": None, "tables": [], "findings": []}
    (batch / ".outcome").write_text(json.dumps({"version": None, "reports": [report]}))
    (outcome,) = watch.once(folder, OPERATOR, settle=0)
    assert (outcome.version, visible(folder / "refused")) == (
        None,
        ["two.xlsx", "two.xlsx.json", "two.xlsx.txt"],
    )
    assert store.current() is None
    assert not list((folder / ".taken").glob("2*"))


def test_killed_at_any_moment_nothing_is_lost_and_nothing_loaded_twice(folder):
    chance = random.Random(7)
    for number in range(1, 6):
        drop(folder, f"plan {number}.xlsx", planned=100 + number)
        process = started(folder, "--interval", "0.1")
        time.sleep(chance.uniform(0.8, 3.5))
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    finished = started(folder, "--once")
    finished.communicate(timeout=120)
    assert finished.returncode == 0
    assert visible(folder) == ["done"]
    assert [name for name in visible(folder / "done") if name.endswith(".xlsx")] == [
        f"plan {number}.xlsx" for number in range(1, 6)
    ]
    loaded = [file.name for version in store.versions() for file in version.files]
    assert sorted(loaded) == sorted(set(loaded))
    reports = [json.loads(path.read_text()) for path in (folder / "done").glob("*.json")]
    assert {report["version"] for report in reports} <= {version.number for version in store.versions()}
    assert all(report["version"] for report in reports)
