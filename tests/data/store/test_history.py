"""Versions: restore, fallback and clearing up after processes that died."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date

import duckdb
import pytest

from data import store
from data.access import OPERATOR, Role, Viewer
from data.errors import NotAllowed, NothingKnown, SchemaTooNew, UnknownVersion, VersionUnreadable
from data.store import audit, history, ledger, loads, places, sweeping
from data.store.build import SCHEMA
from tests.data.store.conftest import loaded, previewed
from tests.server import ROOT


def test_an_empty_store_has_no_current_version():
    assert store.current() is None
    assert store.versions() == []


def test_an_unknown_version_says_where_to_look():
    with pytest.raises(UnknownVersion, match=r"There is no data version 7\. `python -m data versions` lists"):
        store.version(7)


def test_restoring_appends_a_pointer_and_loses_nothing():
    first, second = loaded(), loaded()
    assert store.restore(1, OPERATOR) == first
    assert store.current() == first
    assert store.versions() == [first, second]
    store.restore(2, OPERATOR, "it was right after all")
    assert store.current() == second
    assert audit.broken() is None


def test_what_another_process_made_current_is_seen_at_once():
    first, second = loaded(), loaded()
    assert store.current() == second
    undo = "from data import store; from data.access import OPERATOR; store.restore(1, OPERATOR)"
    subprocess.run([sys.executable, "-c", undo], check=True, cwd=ROOT)
    assert store.current() == first


def test_a_ledger_put_back_from_a_backup_is_read_anew(tmp_path):
    first = loaded()
    with ledger.reading() as connection, closing(sqlite3.connect(tmp_path / "backup")) as backup:
        connection.backup(backup)
    loaded()
    assert store.current().number == 2
    for path in places.ledger().parent.glob("ledger.sqlite*"):
        path.unlink()
    (tmp_path / "backup").rename(places.ledger())
    assert (store.current(), store.versions()) == (first, [first])


def test_a_load_after_an_undo_is_made_on_what_was_restored():
    loaded(), loaded()
    store.restore(1, OPERATOR)
    third = loaded()
    assert (third.number, third.base) == (3, 1)
    assert [one.number for one in history.lineage(3)] == [3, 1]


def test_a_reader_may_not_restore():
    loaded()
    with pytest.raises(NotAllowed, match="Your role does not allow you to change the current version"):
        store.restore(1, Viewer("Cleo", Role.READER))


def test_a_version_without_its_file_cannot_be_restored():
    first = loaded()
    loaded()
    first.path.unlink()
    with pytest.raises(VersionUnreadable, match=r"Data version 1 cannot be opened \(the file is missing\)"):
        store.restore(1, OPERATOR)
    assert store.current().number == 2


@pytest.mark.parametrize("damage", [b"", b"this was never a database", None])
def test_the_newest_earlier_version_that_opens_is_served_and_says_so(damage):
    first, second, third = loaded(), loaded(), loaded()
    second.path.write_bytes(b"x")
    third.path.unlink() if damage is None else third.path.write_bytes(damage)
    served = store.current()
    assert (served.number, served.fallback_from, served.path) == (1, 3, first.path)


def test_a_current_version_that_is_back_is_served_again():
    loaded()
    second = loaded()
    content = second.path.read_bytes()
    second.path.write_bytes(content[:100])
    assert store.current().fallback_from == 2
    second.path.write_bytes(content)
    assert store.current() == second


def test_nothing_that_opens_is_an_error_with_a_remedy():
    loaded().path.unlink()
    with pytest.raises(VersionUnreadable, match=r"Data version 1 cannot .* Restore its file from a backup"):
        store.current()


def _die_after_preview():
    previewed()
    os.kill(os.getpid(), signal.SIGKILL)


def test_sweeping_ends_the_loads_of_dead_processes_and_no_others():
    mine = previewed()
    process = multiprocessing.get_context("fork").Process(target=_die_after_preview)
    process.start()
    process.join()
    stray = places.versions() / "never-heard-of.duckdb"
    stray.write_bytes(b"x")
    ended = store.sweep()
    assert len(ended) == 1
    assert loads.find(ended[0]).state == "discarded"
    assert not places.version_file(ended[0]).exists()
    assert not stray.exists()
    assert loads.find(mine).state == "previewed"
    assert places.version_file(mine).exists()
    assert store.sweep() == []


def _die_once_current():
    loaded()
    os.kill(os.getpid(), signal.SIGKILL)


def test_sweeping_announces_what_had_become_current():
    process = multiprocessing.get_context("fork").Process(target=_die_once_current)
    process.start()
    process.join()
    version = store.current()
    assert store.sweep() == [version.load_id]
    assert loads.find(version.load_id).state == "announced"
    assert store.current() == version
    assert sweeping.orphans() == []


def test_a_version_of_a_newer_program_is_not_read():
    loaded()
    second = loaded()
    with duckdb.connect(second.path) as connection:
        connection.execute("create table build_facts as select 99 as schema, 'x' as load_id")
    assert history.unreadable(second).startswith(
        f"The store is at schema 99, this program knows schema {SCHEMA}"
    )
    assert store.current().fallback_from == 2
    with pytest.raises(SchemaTooNew), store.reader(OPERATOR, 2):
        pass


def test_what_was_known_on_a_day():
    ids = [previewed(name=f"{number}.xlsx") for number in (1, 2)]
    with ledger.writing() as connection:  # as if loaded in spring, undone in June
        for number, (load_id, at) in enumerate(zip(ids, ("2026-03-10", "2026-04-20"), strict=True), 1):
            connection.execute(
                "insert into version values (?, ?, null, '2026-02-28', ?, 'Ana', 'x', '[]')",
                (number, load_id, f"{at}T23:59:59.999+00:00"),
            )
            connection.execute(
                "insert into pointer (version, at, by, reason) values (?, ?, 'Ana', 'x')",
                (number, f"{at}T23:59:59.999+00:00"),
            )
        connection.execute(
            "insert into pointer (version, at, by, reason) values (1, ?, 'Ana', 'x')",
            ("2026-06-01T08:00:00.000+00:00",),
        )
    days = [date(2026, 3, 10), date(2026, 4, 19), date(2026, 4, 20), date(2026, 5, 31), date(2026, 6, 1)]
    assert [history.known_on(day).number for day in days] == [1, 1, 2, 2, 1]
    with pytest.raises(NothingKnown, match=r"Nothing had been loaded by 2026-03-09\."):
        history.known_on(date(2026, 3, 9))
