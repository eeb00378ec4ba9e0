"""/health's facts and the start-up checks: each trouble is seen and comes with its remedy."""

import sqlite3

import pytest

from data import health
from data.access import OPERATOR
from data.health import Severity
from data.ingest import journey
from data.store import audit, ledger, places
from tests.data.ingest.small import upload


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))


def load(**how):
    return journey.accept(journey.prepare([upload(**how)], OPERATOR).load_id, OPERATOR)


def severities():
    return {one.says.split()[0]: one.severity for one in health.startup_checks()}


def said(beginning):
    (check,) = [one for one in health.startup_checks() if one.says.startswith(beginning)]
    return check


def test_an_empty_store_can_serve():
    facts = health.check().as_dict()
    assert facts.pop("disk_free_mb") > 0
    assert facts == {
        "ok": True,
        "trouble": None,
        "version": None,
        "as_of": None,
        "loaded_at": None,
        "fallback_from": None,
        "schema": ledger.SCHEMA,
        "ledger_ok": True,
    }
    assert all(one.severity is not Severity.FAILS for one in health.startup_checks())


def test_the_version_served_is_named():
    version = load()
    facts = health.check()
    assert (facts.version, facts.as_of, facts.fallback_from) == (1, "2026-01-31", None)
    assert facts.loaded_at == version.loaded_at.isoformat()


def test_a_fallback_is_served_and_shown():
    load()
    load(planned=300).path.unlink()
    facts = health.check()
    assert (facts.ok, facts.version, facts.fallback_from) == (True, 1, 2)
    check = said("Data versions that cannot be opened: 2 (the file is missing).")
    assert check.severity is Severity.FAILS
    assert check.says.endswith("make another version current with `python -m data restore`.")


def test_nothing_that_opens_is_not_healthy():
    load().path.unlink()
    facts = health.check()
    assert (facts.ok, facts.version) == (False, None)
    assert facts.trouble.startswith("Data version 1 cannot be opened (the file is missing).")


def test_a_damaged_ledger_is_not_healthy():
    places.ledger().write_bytes(b"not a database" * 500)
    facts = health.check()
    assert (facts.ok, facts.ledger_ok) == (False, False)
    assert "Run `python -m data doctor`" in facts.trouble


def test_a_ledger_of_the_future_is_not_healthy():
    with ledger.writing() as connection:
        connection.execute("pragma user_version = 99")
    known = f"this program knows schema {ledger.SCHEMA}."
    assert health.check().trouble.startswith(f"The store is at schema 99, {known}")


def test_a_folder_open_to_others_is_a_warning(tmp_path):
    places.work()
    (tmp_path / "home").chmod(0o755)
    check = said(f"{tmp_path / 'home'} can be read by other users")
    assert (check.severity, check.says.split(". ")[1]) == (
        Severity.WARNS,
        f"Run `chmod 700 {tmp_path / 'home'}`.",
    )


def test_a_changed_audit_is_a_warning():
    audit.record("Ana", "load", "x", "refused")
    with sqlite3.connect(places.ledger()) as connection:
        connection.execute("drop trigger audit_never_update")
        connection.execute("update audit set actor = 'Ben'")
    connection.close()
    assert said("The audit was changed at row 1.").severity is Severity.WARNS


def test_files_of_no_load_are_a_warning():
    (places.versions() / "stray.duckdb").write_bytes(b"x")
    assert said("1 files belong to no load. Restart the dashboard").severity is Severity.WARNS


def test_a_setting_that_cannot_be_used_is_a_failure(monkeypatch):
    monkeypatch.setenv("REALIZED_UPLOAD_MB", "-3")
    check = said("REALIZED_UPLOAD_MB='-3' cannot be used")
    assert check.severity is Severity.FAILS


def test_a_home_that_is_a_file_is_a_failure(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "file"))
    assert health.check().ok is False
    assert any(one.severity is Severity.FAILS for one in health.startup_checks())
