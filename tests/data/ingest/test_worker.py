"""The reading process: limits that hold, deaths that become findings, one at a time, born from a warm one."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from data.errors import StoreBusy
from data.ingest import worker
from data.ingest.findings.base import Refused
from data.ingest.findings.journey import ReaderDied, TooMuchMemory, TooMuchTime, Unexpected
from data.store import locks, places
from tests.data.ingest.small import upload

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))
    yield tmp_path / "home"
    worker.drop()


def job(content: bytes, name="plan.xlsx", base=None):
    path = places.kept() / "file"
    path.write_bytes(content)
    return {
        "task": "load",
        "files": [{"path": str(path), "name": name, "sha256": "ab" * 32}],
        "base": base,
        "target": str(places.work_of("load") / "version.duckdb"),
        "load_id": "load",
        "as_of": None,
        "loaded_at": "2026-06-30T12:00:00",
        "memory_mb": 200,
        "known_rows": [],
        "staged": str(places.work_of("load") / "staged"),
        "apart_above": 2**20,
    }


def ignore(*_):
    pass


def born_of(*parents: int) -> list[psutil.Process]:
    """The processes of ours with these parents: their start times say nothing when the clock moves."""
    mine = (
        one
        for one in psutil.process_iter(["ppid", "cmdline", "status"])
        if one.info["ppid"] in parents and one.info["status"] != psutil.STATUS_ZOMBIE
    )
    return [one for one in mine if "data.ingest.nursery" in " ".join(one.info["cmdline"] or [])]


def nurseries() -> list[psutil.Process]:
    return born_of(os.getpid())


def readers() -> list[psutil.Process]:
    return born_of(*(one.pid for one in nurseries()))


def once_ready() -> psutil.Process:
    """The process that readers are born from, once everything is imported."""
    worker.keep_ready()
    (nursery,) = nurseries()
    return nursery


# Long enough to be caught at work on a busy machine.
LONG = upload(benefits=3000)


def refusal(task, on_step=ignore):
    with pytest.raises(Refused) as refused:
        worker.run(task, on_step)
    (finding,) = refused.value.findings
    return finding


def test_a_load_tells_its_steps_and_leaves_no_process():
    steps = []
    result = worker.run(job(upload().content), lambda step, detail: steps.append((step, detail)))
    assert steps == [
        ("file", "0"),
        ("gated", "plan.xlsx"),
        ("read", "plan.xlsx"),
        ("checked", ""),
        ("built", ""),
    ]
    built = result["built"]
    assert (built["refused"], built["counts"]["benefits"], built["sums"]["planned_values.value"]) == (
        False,
        1,
        "100.000000",
    )
    assert readers() == []


def test_a_large_load_is_built_from_what_the_reading_process_left():
    large = {**job(upload().content), "apart_above": 0}
    assert worker.run(large, ignore)["built"] is None
    built = worker.run({**large, "task": "build"}, ignore)
    assert (built["counts"]["benefits"], built["sums"]["planned_values.value"]) == (1, "100.000000")
    assert (
        built["tables"]
        == worker.run({**job(upload().content), "target": large["target"] + "2"}, ignore)["built"]["tables"]
    )


def test_a_process_that_is_killed_becomes_a_finding():
    finding = refusal(job(LONG.content), lambda *_: readers()[0].send_signal(signal.SIGSEGV))
    assert finding == ReaderDied(finding.place, "SIGSEGV")
    assert finding.what() == "This file cannot be read: it ended the reading process (SIGSEGV)."
    assert readers() == []


def test_a_process_that_hangs_is_ended_in_time(monkeypatch):
    monkeypatch.setenv("REALIZED_CHILD_SECONDS", "3")
    finding = refusal(job(LONG.content), lambda *_: readers()[0].suspend())
    assert finding == TooMuchTime(finding.place, 3)
    assert readers() == []


def test_a_file_that_takes_too_much_memory_is_refused(monkeypatch):
    monkeypatch.setenv("REALIZED_CHILD_MB", "450")
    rows = b"".join(b"%d,%d text that takes room in memory\n" % (row, row) for row in range(1_000_000))
    finding = refusal(job(b"Number,Text\n" + rows, "rows.csv"))
    assert finding == TooMuchMemory(finding.place, 450)


def test_an_ordinary_load_needs_little_of_the_memory_allowed(monkeypatch):
    monkeypatch.setenv("REALIZED_CHILD_MB", "640")
    assert worker.run(job(upload(benefits=500).content), ignore)["refused"] is False


def test_trouble_of_our_own_gets_a_reference_and_no_trace(caplog):
    caplog.set_level("ERROR", "realized")
    finding = refusal({"task": "load"})
    assert isinstance(finding, Unexpected)
    assert len(finding.reference) == 8
    (logged,) = [one for one in caplog.records if one.name == "realized"]
    assert logged.facts["reference"] == finding.reference
    assert logged.facts["kind"] == "KeyError"
    assert logged.facts["where"][-1].startswith("tasks.py:")


def test_a_second_load_waits_and_is_then_told_to_come_back(monkeypatch):
    monkeypatch.setattr(worker, "WAIT_SECONDS", 0.2)
    with (
        locks.exclusive(places.work() / "loading.lock", 0),
        pytest.raises(StoreBusy, match=r"Another load is running\. Wait until it has finished"),
    ):
        worker.run(job(upload().content), ignore)


def test_jobs_are_done_by_children_of_one_process():
    nursery = once_ready()
    seen = []
    for name in ("one", "two"):
        target = str(places.work_of("load") / f"{name}.duckdb")
        task = {**job(LONG.content), "target": target, "apart_above": 2**30}
        worker.run(task, lambda *_: seen.extend(one.pid for one in readers()))
    assert nurseries() == [nursery]
    assert len(set(seen)) == 2
    assert nursery.pid not in seen
    worker.drop()
    assert nurseries() == []


def test_a_copy_is_made_only_of_a_process_without_threads():
    nursery = once_ready()
    worker.run(job(upload().content), ignore)
    assert nursery.num_threads() == 1


def test_one_that_died_is_started_again():
    nursery = once_ready()
    nursery.kill()
    nursery.wait()
    assert worker.run(job(upload().content), ignore)["refused"] is False
    assert nurseries() != [nursery]


def test_one_that_dies_over_a_job_is_an_error_of_ours_and_the_next_job_is_done():
    nursery = once_ready()
    finding = refusal(job(LONG.content), lambda *_: [one.kill() for one in (*readers(), nursery)])
    assert isinstance(finding, ReaderDied)
    assert worker.run(job(upload().content), ignore)["refused"] is False


def test_a_process_that_cannot_be_copied_does_the_job_itself(monkeypatch):
    monkeypatch.setitem(worker.cage.ENVIRONMENT, "JE_ARROW_MALLOC_CONF", "background_thread:true")
    nursery = once_ready()
    seen = []
    task = {**job(LONG.content), "apart_above": 2**30}
    result = worker.run(task, lambda *_: seen.extend(readers()))
    assert result["built"]["counts"]["benefits"] == 3000
    assert seen == []
    _wait_for(lambda: nurseries() not in ([], [nursery]))  # and the next one is made ready


def test_the_process_is_given_no_secrets(monkeypatch):
    monkeypatch.setenv("REALIZED_SECRET", "do not tell")
    environment = once_ready().environ()
    assert "REALIZED_SECRET" not in environment
    assert environment["MALLOC_ARENA_MAX"] == "1"


def test_the_process_has_its_limits(monkeypatch):
    monkeypatch.setenv("REALIZED_CHILD_MB", "777")
    limits, behind = {}, min(psutil.Process().nice() + 10, 19)

    def look(step, _):
        if step != "file":  # later it may have ended before anybody looks
            return
        (reader,) = readers()
        for name in ("AS", "CPU", "NOFILE", "CORE"):
            limits[name] = reader.rlimit(getattr(psutil, f"RLIMIT_{name}"))[0]
        limits["nice"] = reader.nice()

    worker.run(job(LONG.content), look)
    assert limits == {"AS": 777 * 2**20, "CPU": 60, "NOFILE": 256, "CORE": 0, "nice": behind}


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket().bind(('127.0.0.1', 0))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
    ],
)
def test_a_shut_process_reaches_nothing(deed):
    code = f"from data.ingest import cage; cage.shut()\n{deed}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "PermissionError" in done.stderr
    assert "is not allowed while a file is read" in done.stderr


def test_the_process_loads_no_library_it_does_not_need():
    code = (
        "from data.ingest import cage; cage.keep_light()\n"
        "import sys; from data.ingest import child\n"
        "print(sorted({'pandas', 'streamlit', 'plotly', 'openpyxl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_process_ends_with_whoever_started_it():
    code = (
        "import signal; from data.ingest import worker\n"
        "worker.keep_ready(); print('kept', flush=True); signal.pause()"
    )
    started = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with started:
        assert started.stdout.readline() == "kept\n"
        (child,) = psutil.Process(started.pid).children()
        started.kill()
    _wait_for(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


def _wait_for(condition):
    """Until it holds; the number of tries only bounds a test that would hang."""
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")
