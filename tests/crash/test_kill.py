"""SIGKILL in the middle of a load: the version before is served, or the whole new one, never a mixture.

Twenty rounds: at each of the ten named steps, and at ten moments spread over a load.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import psutil
import pytest

from data import store
from data.access import OPERATOR
from data.ingest import journey, worker
from data.store import audit, history, loads, places, sweeping
from tests.data.ingest.small import upload

ROOT = Path(__file__).parents[2]
BEFORE = {"planned": Decimal(4000), "realized": Decimal(3200), "benefits": 40}
KILLED = {"planned": Decimal(12000), "realized": Decimal(400), "benefits": 40}
AFTERWARDS = {"planned": Decimal(200), "realized": Decimal(160), "benefits": 2}

_random = random.Random(20260630)
MOMENTS = sorted(round(_random.uniform(0.2, 2.2), 2) for _ in range(10))


@pytest.fixture(scope="module")
def loaded_once(tmp_path_factory):
    """A store with one version, copied for each round."""
    folder = tmp_path_factory.mktemp("crash")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REALIZED_HOME", str(folder / "home"))
        _load(benefits=40)
        worker.keep_ready()
    (folder / "next.xlsx").write_bytes(upload(benefits=40, planned=300, realized=10).content)
    yield folder
    worker.drop()


@pytest.fixture
def file(loaded_once, tmp_path, monkeypatch) -> Path:
    shutil.copytree(loaded_once / "home", tmp_path / "home")
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))
    return loaded_once / "next.xlsx"


@pytest.mark.parametrize("step", loads.STATES)
def test_killed_at_a_named_step(file, step):
    killed = subprocess.run([sys.executable, "-m", "tests.crash.loading", file, step], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    _serves(KILLED if step in ("current", "announced") else BEFORE)
    _recovers()


@pytest.mark.parametrize("seconds", MOMENTS)
def test_killed_at_any_moment(file, seconds):
    loading = subprocess.Popen(
        [sys.executable, "-m", "data", "load", "--no-audit", str(file)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ,
    )
    time.sleep(seconds)
    loading.kill()
    loading.wait()
    _serves(KILLED if len(store.versions()) == 2 else BEFORE)
    _recovers()


def _serves(expected):
    """Served as it is, before anything was cleared up: exactly one version's numbers."""
    assert store.current().fallback_from is None
    assert _facts() == expected


def _recovers():
    """The next start clears up, nothing is left, the history holds, and the next load works."""
    served = _facts()
    _wait_for_readers_to_end()
    store.sweep()
    assert _facts() == served
    assert sweeping.orphans() == []
    assert audit.broken() is None
    assert {path.stem for path in places.versions().iterdir()} == {one.load_id for one in store.versions()}
    assert all(history.unreadable(one) is None for one in store.versions())
    assert _load(benefits=2, planned=100).number == len(store.versions())
    assert _facts() == AFTERWARDS


def _load(**how):
    return journey.accept(journey.prepare([upload(**how)], OPERATOR).load_id, OPERATOR)


def _facts():
    with store.reader(OPERATOR) as cursor:
        planned, realized, benefits = cursor.execute(
            """
            select
                (select sum(amount) from planned_values),
                (select sum(amount) from realized_values),
                (select count(*) from benefits)
            """
        ).fetchone()
    return {"planned": planned, "realized": realized, "benefits": benefits}


def _wait_for_readers_to_end():
    """A reading process ends by itself once its parent has; the tries only bound a test that would hang."""
    for _ in range(200):
        if not any(_reads_for_us(one) for one in psutil.process_iter()):
            return
        time.sleep(0.05)
    raise AssertionError("a reading process outlived its parent")


def _reads_for_us(process):
    """Whether an orphaned reading process still holds a file of this round's store open."""
    try:
        if "data.ingest.nursery" not in process.cmdline():
            return False
        opened = [file.path for file in process.open_files()]
    except psutil.Error:
        return False
    return any(path.startswith(str(places.work())) for path in opened)
