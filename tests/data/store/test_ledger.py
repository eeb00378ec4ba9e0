"""The ledger: what is written stays, what comes from the future is refused, two at once do not mix."""

import sqlite3
import threading
from datetime import date

import pytest

from data.errors import MovedOn, SchemaTooNew, StoreError
from data.store import audit, history, ledger, loads, places
from tests.data.store.conftest import loaded, previewed


def test_a_new_ledger_is_private_durable_and_has_the_schema():
    with ledger.reading() as connection:
        assert ledger.schema_of(connection) == ledger.SCHEMA
        assert connection.execute("pragma journal_mode").fetchone()[0] == "wal"
        assert connection.execute("pragma synchronous").fetchone()[0] == 2
    assert places.ledger().stat().st_mode & 0o777 == 0o600
    assert places.versions().stat().st_mode & 0o777 == 0o700


def test_a_ledger_of_a_newer_program_is_refused():
    with ledger.writing() as connection:
        connection.execute(f"pragma user_version = {ledger.SCHEMA + 1}")
    with pytest.raises(SchemaTooNew, match=r"The store is at schema 3, this program knows schema 2\."):
        history.versions()


def test_a_file_that_is_no_ledger_says_what_to_do():
    places.ledger().write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match=r"The ledger cannot be used .* Run `python -m data doctor`"):
        history.current()


@pytest.mark.parametrize("table", ["version", "pointer", "audit"])
@pytest.mark.parametrize("statement", ["update {} set {} = 7", "delete from {}"])
def test_history_cannot_be_rewritten(table, statement):
    loaded()
    column = "number" if table == "version" else "id"
    with (
        pytest.raises(StoreError, match=f"rows of {table} are never changed"),
        ledger.writing() as connection,
    ):
        connection.execute(statement.format(table, column))


def test_an_error_in_a_transaction_leaves_nothing():
    def write_and_fail():
        with ledger.writing() as connection:
            audit.add(connection, "Ana", "load", "x", "current")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    with ledger.reading() as connection:
        assert connection.execute("select count(*) from audit").fetchone()[0] == 0


def test_the_audit_chain_holds_and_shows_tampering():
    for number in range(1, 5):
        audit.record("Ana", "load", f"load {number}", "refused", "ab" * 32)
    assert audit.broken() is None
    with sqlite3.connect(places.ledger()) as connection:
        connection.execute("drop trigger audit_never_update")
        connection.execute("update audit set actor = 'Ben' where id = 3")
    connection.close()
    assert audit.broken() == 3


def test_a_row_taken_out_of_the_audit_shows():
    for number in range(1, 5):
        audit.record("Ana", "load", f"load {number}", "refused")
    with sqlite3.connect(places.ledger()) as connection:
        connection.execute("drop trigger audit_never_delete")
        connection.execute("delete from audit where id = 2")
    connection.close()
    assert audit.broken() == 2


def test_accepting_gives_the_next_number_and_keeps_everything_said():
    first, second = loaded(name="a.xlsx"), loaded(name="b.xlsx")
    assert (first.number, first.base, first.reason, first.loaded_by) == (1, None, "a.xlsx", "Ana")
    assert (second.number, second.base, second.as_of) == (2, 1, date(2026, 6, 30))
    assert [file.name for file in second.files] == ["b.xlsx"]
    assert second.loaded_at.utcoffset().total_seconds() == 0


def test_accepting_twice_is_accepting_once():
    load_id = previewed()
    assert loads.make_current(load_id, "Ana", None) == loads.make_current(load_id, "Ana", None)
    assert len(history.versions()) == 1


def test_the_status_date_confirmed_at_the_click_wins():
    assert loads.make_current(previewed(), "Ana", date(2026, 3, 31)).as_of == date(2026, 3, 31)


def test_of_two_loads_on_one_base_the_second_has_moved_on():
    ana, ben = previewed(actor="Ana"), previewed(actor="Ben")
    loads.make_current(ben, "Ben", None)
    with pytest.raises(
        MovedOn, match=r"Ben loaded version 1 at .* UTC\. Nothing of yours was changed"
    ) as moved:
        loads.make_current(ana, "Ana", None)
    assert (moved.value.by, moved.value.number) == ("Ben", 1)
    assert [one.load_id for one in history.versions()] == [ben]


def test_eight_accepts_at_once_make_exactly_one_current():
    ids = [previewed(actor=f"user {number}") for number in range(8)]
    ready, won, lost = threading.Barrier(8), [], []

    def accept(load_id):
        ready.wait()
        try:
            won.append(loads.make_current(load_id, "Ana", None))
        except MovedOn:
            lost.append(load_id)

    threads = [threading.Thread(target=accept, args=(load_id,)) for load_id in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(won), len(lost)) == (1, 7)
    assert [one.number for one in history.versions()] == [1]
    assert audit.broken() is None


def test_a_load_that_was_refused_cannot_be_accepted():
    load_id = previewed()
    loads.end(load_id, "refused", "no table recognised")
    with pytest.raises(StoreError, match=r"This load was refused and cannot be accepted\. Upload the file"):
        loads.make_current(load_id, "Ana", None)
    assert not places.version_file(load_id).exists()


def test_an_unknown_load_says_what_to_do():
    with pytest.raises(StoreError, match=r"There is no load 'nothing'\. Upload the file again\."):
        loads.find("nothing")
