"""`python -m data`, as a script would call it: exit codes, JSON on stdout and nothing else."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data import cli, cli_audit
from data.cli import parser
from queries import audits
from tests.data.commands import ROOT, piped, reader_kept, run, started
from tests.data.ingest.small import upload

__all__ = ["reader_kept"]  # a fixture


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))
    for name, how in (("plan.xlsx", {}), ("july.xlsx", {"planned": 300}), ("other.xlsx", {"program": "P2"})):
        (tmp_path / name).write_bytes(upload(**how).content)
    (tmp_path / "torn.xlsx").write_bytes(b"PK\x03\x04 torn")
    return tmp_path


def test_a_workbook_is_loaded_known_undone_and_restored(folder):
    first = started(folder, "load", "plan.xlsx", "--as-of", "2026-03-31")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.splitlines()[0] == "plan.xlsx: realized_workbook"
    assert "  Planned values: 1 row (sheet 'Planned values', header in row 1)" in first.stdout.splitlines()
    assert first.stdout.splitlines()[-2:] == [
        "Loaded as version 1, status date 2026-03-31.",
        f"All {len(audits.paths())} audits found nothing.",
    ]

    again = run(folder, "load", "--no-audit", "plan.xlsx")
    assert again.returncode == 0
    assert re.fullmatch(
        r"Already loaded as version 1 on \d+ \w+ \d{4} by command line; nothing changed\. "
        r"There is nothing to do\.\n",
        again.stdout,
    )

    second = run(folder, "load", "--no-audit", "july.xlsx")
    assert second.stdout.splitlines()[-1] == (
        "Loaded as version 2, status date 2026-01-31. `python -m data restore 1` undoes it."
    )
    undone = run(folder, "restore", "1")
    assert (undone.returncode, undone.stdout) == (
        0,
        "Version 1 is current. `python -m data restore 2` goes back.\n",
    )
    listed = json.loads(run(folder, "versions", "--json").stdout)
    assert [(one["version"], one["current"], one["as_of"], one["base"]) for one in listed] == [
        (1, True, "2026-03-31", None),
        (2, False, "2026-01-31", 1),
    ]
    assert [line[:25] for line in run(folder, "versions").stdout.splitlines()] == [
        "*    1  as of 2026-03-31 ",
        "     2  as of 2026-01-31 ",
    ]


def test_what_the_audits_find_after_a_load_is_said(folder, capfd):
    run(folder, "load", "--no-audit", "plan.xlsx")
    (version,) = (folder / "home" / "versions").glob("*.duckdb")
    with duckdb.connect(version) as connection:
        connection.execute("delete from attributions")
    cli_audit.tell(1, quiet=False)
    told = capfd.readouterr()
    assert told.out == ""
    assert re.search(r"^The audit attribution_conserves found \d+ rows that should not be\. ", told.err, re.M)


def test_json_holds_one_report_for_a_file_and_a_list_for_several(folder):
    one = json.loads(run(folder, "load", "--no-audit", "plan.xlsx", "--json").stdout)
    assert list(one) == ["file", "sha256", "source", "version", "tables", "findings"]
    assert (one["file"], one["source"], one["version"]) == ("plan.xlsx", "realized_workbook", 1)
    two = json.loads(run(folder, "load", "--no-audit", "july.xlsx", "other.xlsx", "--json").stdout)
    assert [(report["file"], report["version"]) for report in two] == [("july.xlsx", 2), ("other.xlsx", 2)]
    known = json.loads(run(folder, "load", "--no-audit", "other.xlsx", "--json").stdout)
    assert (known["version"], known["findings"][0]["code"]) == (2, "already-loaded")


def test_a_refused_file_exits_with_1_and_changes_nothing(folder):
    refused = run(folder, "load", "--no-audit", "plan.xlsx", "torn.xlsx")
    assert refused.returncode == 1
    assert refused.stdout.splitlines()[-1] == "Refused. Nothing was changed."
    assert run(folder, "versions").stdout == (
        "There is no data version yet. `python -m data load FILE` makes one.\n"
    )
    report = json.loads(run(folder, "load", "--no-audit", "torn.xlsx", "--json").stdout)
    assert (report["version"], report["findings"][0]["severity"]) == (None, "refuses")


def test_checking_loads_nothing(folder):
    checked = run(folder, "check", "plan.xlsx")
    assert checked.returncode == 0
    assert checked.stdout.splitlines()[-1] == (
        "This can be loaded, with status date 2026-01-31. Nothing was changed."
    )
    assert json.loads(run(folder, "check", "plan.xlsx", "--json").stdout)["version"] is None
    assert run(folder, "check", "torn.xlsx").returncode == 1
    assert json.loads(run(folder, "versions", "--json").stdout) == []
    assert list((folder / "home" / "versions").iterdir()) == []


def test_cells_lists_what_was_read(folder):
    seen = json.loads(run(folder, "cells", "plan.xlsx", "--sheet", "Programs", "--json").stdout)
    assert [sheet["name"] for sheet in seen["sheets"]] == ["Programs"]
    assert {"address": "A2", "kind": "text", "text": "P1"} in seen["sheets"][0]["cells"]
    assert "        A2  text         'P1'" in run(folder, "cells", "plan.xlsx").stdout.splitlines()
    torn = run(folder, "cells", "torn.xlsx")
    assert (torn.returncode, torn.stdout) == (1, "")


def test_the_template_and_the_example_are_written(folder):
    assert run(folder, "template", "empty.xlsx").stdout == "Wrote empty.xlsx.\n"
    assert run(folder, "template", "example.xlsx", "--example").returncode == 0
    assert run(folder, "check", "example.xlsx").returncode == 0
    assert run(folder, "check", "empty.xlsx").returncode == 1


def test_the_exit_code_and_the_sentence_are_those_of_the_process(folder):
    done = started(folder, "restore", "7")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "There is no data version 7. `python -m data versions` lists those there are.\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["load"], "the following arguments are required: FILE"),
        (["load", "missing.xlsx"], "There is no file missing.xlsx. Check the name and the folder."),
        (["load", "plan.xlsx", "--as-of", "June"], "argument --as-of: 'June' is no date such as 2026-06-30"),
        (["restore", "7"], "There is no data version 7. `python -m data versions` lists those there are."),
        (["unknown"], "invalid choice: 'unknown'"),
    ],
)
def test_a_wrong_call_exits_with_2_and_says_what_to_do(folder, arguments, sentence):
    done = run(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr


def test_a_wrong_setting_is_a_sentence(folder, monkeypatch):
    monkeypatch.setenv("REALIZED_CHILD_MB", "much")
    done = run(folder, "load", "--no-audit", "plan.xlsx")
    assert (done.returncode, done.stderr) == (
        2,
        "REALIZED_CHILD_MB='much' cannot be used: it must be a whole number.\n",
    )


def test_doctor_finds_nothing_wrong_and_then_what_is_wrong(folder):
    assert run(folder, "load", "--no-audit", "plan.xlsx").stderr == ""
    well = started(folder, "doctor")
    assert well.returncode == 0
    assert " fine  Every data version opens (1)." in well.stdout.splitlines()
    (version,) = (folder / "home" / "versions").iterdir()
    version.write_bytes(b"damaged")
    ill = started(folder, "doctor")
    assert ill.returncode == 1
    assert "fails  Data versions that cannot be opened: 1 (" in ill.stdout
    assert "Restore their files from a backup" in ill.stdout


def test_output_that_nobody_reads_to_the_end_is_no_trouble(folder):
    run(folder, "load", "--no-audit", "plan.xlsx")
    done = piped(folder, "cells plan.xlsx --json | true")
    assert (done.returncode, done.stderr) == (0, "")


def test_dates_are_iso_only():
    assert parser().parse_args(["load", "x", "--as-of", "2026-06-30"]).as_of == date(2026, 6, 30)


def test_every_command_is_there_and_only_it_is_imported():
    (commands,) = [action for action in parser()._actions if hasattr(action, "choices") and action.choices]
    assert all(callable(cli.command(one.get_default("run"))) for one in commands.choices.values())
    code = "import sys, data.cli; sys.exit('duckdb' in sys.modules or 'pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_every_command_and_option_is_documented():
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    (commands,) = [action for action in parser()._actions if hasattr(action, "choices") and action.choices]
    assert set(re.findall(r"^## `(\w+)", text, flags=re.MULTILINE)) == set(commands.choices)
    for name, command in commands.choices.items():
        section = re.search(rf"^## `{name}\b.*?(?=^## |\Z)", text, flags=re.MULTILINE | re.DOTALL)[0]
        for action in command._actions:
            for option in action.option_strings:
                assert option in section or option in ("-h", "--help"), f"{name} {option}"


def test_an_export_without_a_program_asks_for_one_and_is_loaded_with_it(folder):
    run(folder, "load", "--no-audit", "plan.xlsx")
    (folder / "jira.csv").write_text(
        "Issue key,Issue Type,Summary,Status,Due date\nWEB-1,Epic,Go live,In Progress,21/Apr/26 9:00 AM\n",
        encoding="utf-8",
    )
    asked = run(folder, "load", "--no-audit", "jira.csv")
    assert asked.returncode == 1
    assert (
        "Say at upload which program the file belongs to (on the command line: --program ID)." in asked.stdout
    )
    wrong = run(folder, "check", "jira.csv", "--program", "P9")
    assert wrong.returncode == 1
    assert "There is no program 'P9'. Known are P1." in wrong.stdout
    loaded = run(folder, "load", "--no-audit", "jira.csv", "--program", "P1")
    assert loaded.returncode == 0, loaded.stdout
    assert "  Projects: 1 row (sheet 'jira', header in row 1)" in loaded.stdout.splitlines()
    assert run(folder, "load", "--no-audit", "jira.csv").returncode == 0  # the project's program is known now
