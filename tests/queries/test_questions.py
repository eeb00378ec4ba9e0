"""Every question keeps its contract without data, says what it answers, and has a case of its own."""

import dataclasses
from datetime import UTC, date, datetime

import pytest

from data.store import Version
from data.store.opening import open_version
from queries import macros
from queries.comparison import Comparison
from queries.question import Question, answer
from queries.registry import questions
from tests.queries import kit

NOBODY = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A version file without a single row, and what its ledger would say of it."""
    home = tmp_path_factory.mktemp("empty")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REALIZED_HOME", str(home))
        path = home / "empty.duckdb"
        kit.build_file(path, {}, date(2026, 3, 31))
        version = Version(1, "empty", path, date(2026, 3, 31), NOBODY, "Ana", "", None, ())
        with open_version(path, macros.setup()) as connection:
            yield connection, version


@pytest.mark.parametrize("name", questions())
def test_contract_holds_without_data(empty, name):
    connection, version = empty
    found = answer(questions()[name](), connection, version)
    assert set(found.table.column_names) == set(questions()[name].columns)
    assert found.as_of == date(2026, 3, 31)


@pytest.mark.parametrize("name", questions())
def test_sql_opens_with_the_question(name):
    kind = questions()[name]
    assert kind.title().endswith("?")
    assert kind.sql().startswith(f"-- {kind.title()}\n")
    assert kind.grain().startswith("One row")


@pytest.mark.parametrize("name", questions())
def test_every_parameter_of_its_own_is_used(name):
    kind = questions()[name]
    common = {field.name for field in dataclasses.fields(Question)}
    if issubclass(kind, Comparison):
        common |= {field.name for field in dataclasses.fields(Comparison)}
    own = {field.name for field in dataclasses.fields(kind)} - common
    assert own <= kind.uses() | {"green_from", "amber_from"}
    assert kind.uses() <= own | common
