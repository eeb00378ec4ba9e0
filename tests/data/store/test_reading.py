"""Reading: a cursor of one's own, on the asked version, that can do nothing but answer questions."""

import threading
from decimal import Decimal

import duckdb
import pytest

from data import store
from data.access import OPERATOR, Role, Viewer
from data.errors import NoData, NotAllowed, StoreError, TookTooLong, UnknownVersion, VersionUnreadable
from data.store import reading
from tests.data.store.conftest import loaded

FACTS = "select name, amount from facts"


def test_no_data_says_how_to_begin():
    with pytest.raises(NoData, match="Upload a workbook, or run `make demo`"), store.reader(OPERATOR):
        pass


def test_the_current_version_answers_unless_another_is_asked():
    loaded(amount="100.00"), loaded(amount="250.50")
    with store.reader(OPERATOR) as cursor:
        assert cursor.execute(FACTS).fetchall() == [("P1", Decimal("250.500000"))]
    with store.reader(OPERATOR, 1) as cursor:
        assert cursor.execute(FACTS).fetchall() == [("P1", Decimal("100.000000"))]
    with pytest.raises(UnknownVersion), store.reader(OPERATOR, 9):
        pass


def test_tables_of_every_schema_go_by_their_own_name():
    loaded()
    with store.reader(OPERATOR) as cursor:
        assert cursor.execute("select name from entries.facts").fetchall() == [("typed",)]


def test_macros_of_the_setup_are_there_for_every_cursor():
    loaded()
    macro = "create macro double(a) as a * 2; create macro half(a) as a / 2"
    for _ in range(3):
        with store.reader(OPERATOR, setup=macro) as cursor:
            assert cursor.execute("select double(amount), half(4) from facts").fetchall() == [(200, 2.0)]
    with pytest.raises(duckdb.CatalogException), store.reader(OPERATOR) as cursor:
        cursor.execute("select double(1)")


def test_somebody_limited_to_some_programs_sees_nothing_yet():
    loaded()
    limited = Viewer("Cleo", Role.READER, frozenset({"P1"}))
    with (
        pytest.raises(NotAllowed, match="Your role does not allow you to see this data"),
        store.reader(limited),
    ):
        pass


@pytest.mark.parametrize(
    "attack",
    [
        "select * from read_csv('/etc/hostname')",
        "select * from read_text('/etc/hostname')",
        "from '/etc/hostname'",
        "attach '/etc/hostname' as x",
        "copy facts to 'out.csv'",
        "export database 'out'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set memory_limit = '9GB'",
        "select getenv('HOME')",
        "insert into v.facts values ('P2', 1)",
        "update v.facts set amount = 0",
        "delete from v.facts",
        "drop table v.facts",
        "create table v.other (a integer)",
        "create persistent secret s (type s3)",
    ],
)
def test_a_cursor_can_only_ask(attack):
    loaded()
    with store.reader(OPERATOR) as cursor:
        with pytest.raises(duckdb.Error):
            cursor.execute(attack).fetchall()
        assert cursor.execute(FACTS).fetchall() == [("P1", Decimal("100.000000"))]


def test_a_cursor_is_closed_when_its_block_ends():
    loaded()
    with store.reader(OPERATOR) as cursor:
        pass
    with pytest.raises(duckdb.ConnectionException):
        cursor.execute("select 1")


def test_a_question_without_end_is_stopped(monkeypatch):
    loaded()
    monkeypatch.setattr(reading, "SECONDS", 1.0)
    with (
        pytest.raises(
            TookTooLong, match=r"This took longer than 1 seconds and was stopped\. Narrow the filters"
        ),
        store.reader(OPERATOR) as cursor,
    ):
        cursor.execute(
            "select sum(a * b % 7) from range(10000000) as x(a), range(10000000) as y(b)"
        ).fetchall()
    with store.reader(OPERATOR) as cursor:
        assert cursor.execute(FACTS).fetchall() == [("P1", Decimal("100.000000"))]


def test_a_broken_database_is_opened_anew():
    loaded()
    with pytest.raises(StoreError, match="The data was opened anew"), store.reader(OPERATOR):
        raise duckdb.FatalException("FATAL Error: database has been invalidated")
    with store.reader(OPERATOR) as cursor:
        assert cursor.execute(FACTS).fetchall() == [("P1", Decimal("100.000000"))]


def test_a_damaged_block_moves_everybody_to_the_version_before():
    loaded(amount="100.00")
    second = loaded(amount="250.50")
    assert store.current() == second
    with pytest.raises(VersionUnreadable, match="Data version 2 cannot be opened"), store.reader(OPERATOR):
        raise duckdb.IOException(
            "Corrupt database file: computed checksum 1 does not match stored checksum 2"
        )
    assert (store.current().number, store.current().fallback_from) == (1, 2)
    with store.reader(OPERATOR) as cursor:
        assert cursor.execute(FACTS).fetchall() == [("P1", Decimal("100.000000"))]


def test_more_versions_than_are_kept_open_all_answer():
    for number in range(1, 8):
        loaded(amount=f"{number}.00")
    with store.reader(OPERATOR, 1) as held:
        for number in range(1, 8):
            with store.reader(OPERATOR, number) as cursor:
                assert cursor.execute("select amount from facts").fetchall() == [(Decimal(number),)]
        assert held.execute("select amount from facts").fetchall() == [(Decimal(1),)]


def test_eight_threads_each_get_their_own_answer():
    loaded()
    answers, failures = [], []

    def ask(number):
        try:
            for _ in range(20):
                with store.reader(OPERATOR) as cursor:
                    answers.append(
                        cursor.execute("select $n + amount from facts", {"n": number}).fetchone()[0] - number
                    )
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert answers == [Decimal(100)] * 160
