"""A version of an older schema is made again from what its files said, and says the same afterwards."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from data import health
from data.access import OPERATOR
from data.cli import main
from data.errors import NotRebuilt
from data.store import places, rebuilding
from data.store.build import SCHEMA
from data.store.opening import schema_of
from queries import ask
from queries.overview import Headline
from queries.realization import ByBenefit
from queries.reviews import Totals
from tests.queries import kit
from tests.workbooks.closed_form import closed_form

AS_OF = date(2026, 3, 31)
QUESTIONS = (Headline(as_of=AS_OF), ByBenefit(as_of=AS_OF), Totals(as_of=AS_OF))


def aged(version, *statements):
    """Turn the file into what an older program left: without the newer tables, at schema 1."""
    with duckdb.connect(version.path) as connection:
        for statement in (
            "drop table group_slices",
            "drop table open_measurements",
            "update build_facts set schema = 1",
            *statements,
        ):
            connection.execute(statement)
    return version


@pytest.fixture
def version():
    return kit.load(closed_form(), AS_OF)


def test_an_older_version_answers_as_it_did(version):
    said = [ask(question, OPERATOR).table for question in QUESTIONS]
    assert not rebuilding.is_outdated(version)
    older = aged(kit.load(closed_form(), AS_OF))
    assert rebuilding.is_outdated(older)
    assert [ask(question, OPERATOR).table for question in QUESTIONS] == said
    assert schema_of(older.path) == SCHEMA


def test_what_the_files_said_is_kept_row_by_row(version):
    def rows():
        with duckdb.connect(version.path, read_only=True) as connection:
            return [
                connection.execute(f"select * from {table} order by all").fetchall()
                for table in ("entries.planned_values", "entries.benefits", "loaded_files", "findings")
            ]

    before = rows()
    assert before[0]
    aged(version)
    assert rebuilding.rebuild(version)
    assert rows() == before
    assert not rebuilding.rebuild(version, even_if_current=False)


def test_a_version_that_would_come_out_different_is_left_as_it_is(version):
    aged(version, "update planned_values set amount = amount + 1 where benefit_id = 'B2'")
    before = version.path.read_bytes()
    with pytest.raises(
        NotRebuilt, match=r"Planned values held 24 rows with sums 870.000000, 878.000000 and would hold"
    ):
        rebuilding.rebuild(version)
    assert version.path.read_bytes() == before
    assert not (places.work() / version.load_id).exists()


def test_a_killed_rebuild_leaves_a_whole_version_and_can_be_run_again(version):
    aged(version)
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    for seconds in (0.3, 0.9, 1.5):
        process = subprocess.Popen(
            [sys.executable, "-m", "data", "rebuild", "1"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert schema_of(version.path) in (1, SCHEMA)
    (places.work_of(version.load_id) / "rebuilt.duckdb").write_bytes(b"half a file")
    (headline,) = ask(QUESTIONS[0], OPERATOR).records()
    assert headline["net_outlook"] == Decimal(700)


def test_the_command_tells_what_it_does_and_the_doctor_when_it_is_due(version, capsys):
    aged(version)
    assert any("Run `python -m data rebuild`" in one.says for one in health.startup_checks())
    assert main(["rebuild"]) == 0
    assert capsys.readouterr() == (
        "Version 1 (1 of 1): rebuilt.\n",
        "Version 1 (1 of 1): making its tables from what the files said\n"
        "Version 1 (1 of 1): putting the new file in its place\n",
    )
    assert main(["rebuild"]) == 0
    assert capsys.readouterr().out == (
        "Every data version has the tables of this program. Nothing was changed.\n"
    )
    assert main(["rebuild", "1"]) == 0
    assert main(["rebuild", "7"]) == 2
