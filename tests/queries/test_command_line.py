"""`python -m queries`: names, formats, exit codes and sentences that others rely on."""

import csv
import io
import json
from copy import deepcopy

import pytest

from queries.__main__ import main
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, closed_form

MEASURES = {
    "planned_to_date",
    "realized_to_date",
    "realization_rate",
    "variance_to_date",
    "planned_lifetime",
    "outlook",
    "lifetime_realization",
    "variance_at_completion",
    "coverage",
    "measured_rate",
    "slippage_months",
}
PROMISED = {
    "realization.by_benefit": {"benefit_id", *MEASURES},
    "realization.by_program": {
        "program_id",
        "gross_leakage",
        "gross_upside",
        *(f"{side}_{name}" for side in ("gross", "net") for name in MEASURES),
    },
    "realization.by_project": {
        "project_id",
        *(f"{side}_{name}" for side in ("gross", "net") for name in MEASURES),
    },
    "realization.curve": {"period_end", "planned", "realized", "outlook"},
    "realization.bridge": {"step", "amount"},
}


@pytest.fixture
def loaded(home):  # noqa: ARG001 - the store comes first
    rows = deepcopy(closed_form())
    rows["benefits"][0]["owner"] = '=HYPERLINK("http://x")'
    return kit.load(rows, AS_OF)


def said(capsys, *arguments):
    code = main(arguments)
    out = capsys.readouterr()
    return code, out.out, out.err


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("name", PROMISED)
def test_promised_columns(capsys, name):
    code, out, _ = said(capsys, "ask", name, "--format", "json")
    assert code == 0
    assert PROMISED[name] <= json.loads(out)[0].keys()


@pytest.mark.usefixtures("loaded")
def test_json_is_exact(capsys):
    _, out, _ = said(capsys, "ask", "realization.by_benefit", "--format", "json")
    b1, _, d1 = json.loads(out)
    assert b1["realized_to_date"] == "140.00"
    assert b1["coverage"] == 1.0
    assert b1["weight"] == 1.0
    assert b1["forecast_as_of"] == "2026-03-31"
    assert b1["due_cells"] == 3
    assert d1["variance_to_date"] == "-10.00"
    assert d1["slippage_months"] is None


@pytest.mark.usefixtures("loaded")
def test_options(capsys):
    _, out, _ = said(capsys, "ask", "realization.by_project", "--project", "P1", "--format", "json")
    (p1,) = json.loads(out)
    assert (p1["project_id"], p1["gross_realized_to_date"]) == ("P1", "98.00")
    _, out, _ = said(
        capsys, "ask", "realization.curve", "--as-of", "2025-09-30", "--case", "current", "--format", "json"
    )
    assert [row["realized"] for row in json.loads(out)][:4] == ["-20.00", "0.00", "40.00", None]
    _, out, _ = said(capsys, "ask", "benefits.card", "--benefit", "B2", "--version", "1", "--format", "json")
    assert json.loads(out)[0]["benefit"] == "Lower purchase prices"


@pytest.mark.usefixtures("loaded")
def test_csv_cannot_become_a_formula(capsys):
    _, out, _ = said(capsys, "ask", "realization.by_benefit", "--format", "csv")
    b1, _, d1 = csv.DictReader(io.StringIO(out))
    assert b1["owner"] == '\'=HYPERLINK("http://x")'
    assert d1["variance_to_date"] == "-10.00"
    assert d1["slippage_months"] == ""


@pytest.mark.usefixtures("loaded")
def test_table(capsys):
    code, out, _ = said(capsys, "ask", "catalogue.span")
    assert code == 0
    assert out.splitlines() == [
        "first_period_end  last_period_end  last_realized_end",
        "2025-03-31        2026-12-31       2026-03-31",
    ]


def test_list(capsys):
    code, out, _ = said(capsys, "list")
    assert code == 0
    assert PROMISED.keys() <= {line.split()[0] for line in out.splitlines()}
    assert "  What did each benefit bring, against its business case?" in out


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--program", "P9"), "There is no program 'P9' in this data version. Programs: PRG-CF."),
        (("--project", "P9"), "There is no project 'P9' in this data version. Projects: P1, P2, P3."),
        (
            ("--program", "PRG-CF", "--project", "B1"),
            "There is no project 'B1' in this data version. Projects of program PRG-CF: P1, P2, P3.",
        ),
        (
            ("--version", "7"),
            "There is no data version 7. `python -m data versions` lists those there are.",
        ),
    ],
)
def test_refusals_say_what_there_is(capsys, arguments, sentence):
    code, out, err = said(capsys, "ask", "realization.by_benefit", *arguments)
    assert (code, out, err.strip()) == (1, "", sentence)


@pytest.mark.usefixtures("loaded")
def test_unknown_benefit(capsys):
    code, _, err = said(capsys, "ask", "benefits.card", "--benefit", "B9")
    assert code == 1
    assert err.strip() == "There is no benefit 'B9' in this data version. Benefits: B1, B2, D1."


def test_nothing_loaded(capsys):
    code, _, err = said(capsys, "ask", "realization.by_benefit")
    assert code == 1
    assert err.startswith("Nothing has been loaded yet.")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("ask", "realization.by_planet"),
        ("ask", "realization.curve", "--as-of", "31.03.2026"),
        ("ask", "realization.curve", "--case", "best"),
        ("ask", "realization.curve", "--benefit", "B1"),
    ],
)
def test_wrong_usage(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err
