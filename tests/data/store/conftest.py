"""A store of its own for each test, and versions made by hand where the journey is not the subject."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.store import LoadedFile, Version, history, loads, places


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def previewed(name="plan.xlsx", amount="100.00", as_of=date(2026, 6, 30), actor="Ana") -> str:
    """A load that is ready to be accepted: one table `facts` with one amount."""
    load = loads.begin(actor, history.pointed(), as_of, [LoadedFile(name, "ab" * 32)])
    with duckdb.connect(places.version_file(load.load_id)) as connection:
        connection.execute("create schema entries")
        connection.execute("create table entries.facts as select 'typed' as name")
        connection.execute(f"create table facts as select 'P1' as name, {amount}::decimal(24, 6) as amount")
    loads.advance(load.load_id, "previewed")
    return load.load_id


def loaded(**how) -> Version:
    return loads.make_current(previewed(**how), "Ana", None)
