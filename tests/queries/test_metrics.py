"""Every metric's own tests, those below `-- tests` in its file."""

from pathlib import Path

import duckdb
import pytest

from queries import macros, metrics

FILES = sorted(Path(metrics.__file__).parent.glob("*.sql"))


def checks(path):
    text = path.read_text(encoding="utf-8").partition("-- tests")[2]
    return [check.strip() for check in text.split(";") if check.strip()]


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as connection:
        scalar = "\n".join(macros.ordered(FILES))
        connection.execute(scalar)
        yield connection


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_metric_keeps_its_promises(connection, path):
    assert checks(path)
    for check in checks(path):
        assert connection.execute(check).fetchall() == [(True,)], check
