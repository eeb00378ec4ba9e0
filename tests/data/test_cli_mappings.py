"""`mappings`, and loading with one, as a script would call them."""

import json
from pathlib import Path

import pytest

from tests.data.commands import reader_kept, run
from tests.data.ingest.mapping.shelf import SAVINGS

__all__ = ["reader_kept"]  # a fixture


def workbook(path: Path, rows) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Savings"
    for row in rows:
        book.active.append(row)
    book.save(path)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))
    workbook(tmp_path / "savings.xlsx", SAVINGS)
    workbook(tmp_path / "february.xlsx", [*SAVINGS[:5], *SAVINGS[6:]])
    return tmp_path


def test_a_proposal_is_asked_for_accepted_kept_and_used(folder):
    refused = run(folder, "load", "--no-audit", "savings.xlsx", "--json")
    report = json.loads(refused.stdout)
    assert (refused.returncode, report["source"], "mapping" in report) == (1, "not_recognised", False)
    assert [finding["code"] for finding in report["findings"]] == ["mapping-proposed"]
    assert "--mapping proposed" in report["findings"][0]["remedy"]

    accepted = json.loads(
        run(folder, "load", "--no-audit", "savings.xlsx", "--mapping", "proposed", "--json").stdout
    )
    assert (accepted["version"], accepted["mapping"]) == (1, "savings")
    (planned,) = [table for table in accepted["tables"] if table["table"] == "planned_values"]
    assert (planned["rows_kept"], planned["sums"]) == (2, {"value": "310"})

    again = run(folder, "load", "--no-audit", "savings.xlsx", "--mapping", "proposed")
    assert again.stdout.startswith("Already loaded as version 1 on ")

    (folder / "kept.toml").write_text(run(folder, "mappings", "--propose", "savings.xlsx").stdout)
    assert run(folder, "mappings", "--import", "kept.toml").stdout == "Kept as 'savings'.\n"
    assert run(folder, "mappings", "--rename", "savings", "Tracker").stdout == "Kept as 'Tracker'.\n"
    used = json.loads(run(folder, "load", "--no-audit", "february.xlsx", "--json").stdout)
    assert (used["version"], used["mapping"]) == (2, "Tracker")
    assert [finding["code"] for finding in used["findings"]].count("mapping-used") == 1


def test_mappings_are_listed_exported_and_deleted(folder):
    assert run(folder, "mappings").stdout.startswith("No mapping is kept yet.")
    (folder / "kept.toml").write_text(run(folder, "mappings", "--propose", "savings.xlsx").stdout)
    run(folder, "mappings", "--import", "kept.toml")
    (listed,) = json.loads(run(folder, "mappings", "--json").stdout)
    assert (listed["name"], listed["by"], listed["mapping"]["tables"][0]["sheet"]) == (
        "savings", "command line", "Savings",
    )  # fmt: skip
    assert run(folder, "mappings", "--export", "savings").stdout == (folder / "kept.toml").read_text()
    deleted = run(folder, "mappings", "--delete", "savings")
    assert (deleted.returncode, deleted.stdout) == (0, "Deleted 'savings'. What was loaded with it stays.\n")
    unknown = run(folder, "load", "--no-audit", "savings.xlsx", "--mapping", "savings")
    assert unknown.returncode == 2
    assert unknown.stderr.startswith("The mapping cannot be used: none is kept under the name 'savings'.")
