"""The pages of money, oversight and what follows closure, on data that is hardly any or hardly readable."""

import re
from datetime import date

import pytest

from pages.shell import audited
from queries.audits import runs
from tests.pages.executive import figures, load_closed_form, notes, run, texts, tiles
from tests.pages.payloads import PAYLOADS
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF

PAGES = (
    "after_closure",
    "budget",
    "business_case",
    "changes",
    "evidence",
    "forecast_accuracy",
    "portfolio",
    "reviews",
    "risks",
    "strategy_map",
    "what_if",
)
ONE_PROGRAM = {"program": "PRG-CF"}
MARKS = ("<img", "<script", "<a ", "<b>change", "<b>bold")
RAW = re.compile(r"\b(None|nan|NaN|NaT)\b")


def nasty(rows):
    """Names that look like markup, run from right to left, or never end; everything late and orphaned."""
    names = [*PAYLOADS, "ع" * 40 + " 🚀", "x" * 300]
    for place, row in enumerate(rows["projects"]):
        row |= {"project": names[place % len(names)], "status": "closed", "closed_on": date(2025, 9, 30)}
        row |= {
            "actual_finish": date(2026, 1, 31),
            "handed_over_on": date(2025, 9, 30),
            "handover_accepted": False,
        }
        row["handed_over_to"] = names[(place + 1) % len(names)]
    for place, row in enumerate(rows["benefits"]):
        row |= {
            "benefit": names[(place + 3) % len(names)],
            "owner": names[place],
            "owner_until": date(2025, 1, 1),
        }
    rows["objectives"][0]["objective"] = "y" * 300
    rows["programs"][0]["program"] = names[-2]
    rows["dependencies"] = [{"from": "P1", "to": "<b>change</b> $x$", "kind": "enables"}]
    rows["dependencies"] += [{"from": "<b>change</b> $x$", "to": "B1", "kind": "enables"}]
    rows["reviews"] = [
        {"benefit_id": "B1", "due_on": date(2025, 12, 31), "outcome": names[0], "reviewer": names[1]}
    ]


def only_disbenefits(rows):
    for table in ("benefits", "contributions", "planned_values", "realized_values", "forecast_values"):
        rows[table] = [row for row in rows[table] if row["benefit_id"] == "D1"]
    rows["contributions"] = [{"benefit_id": "D1", "project_id": "P1", "weight": 1}]
    rows["risks"] = []


def only_measures(rows):
    for row in rows["benefits"]:
        row |= {"value_type": "quantitative", "value_basis": "level", "unit": "days", "kind": "benefit"}
    for row in rows["realized_values"]:
        row["value"] = abs(row["value"]) if row["value"] is not None else None


def no_case(rows):
    rows["business_cases"], rows["planned_values"] = [], []


def nothing_linked(rows):
    rows["contributions"] = rows["projects"] = rows["risks"] = []


def nothing_spent_or_risked(rows):
    rows["risks"], rows["projects"] = [], rows["projects"][:1]
    rows["contributions"] = [row for row in rows["contributions"] if row["project_id"] == "P1"]


CHANGES = [nasty, only_disbenefits, only_measures, no_case, nothing_linked, nothing_spent_or_risked]


@pytest.mark.parametrize("change", CHANGES)
def test_every_page_says_something(change, subtests):
    load_closed_form(change)
    for page in PAGES:
        with subtests.test(page):
            app = run(page, ONE_PROGRAM)
            assert any(text.startswith(("## ", "**")) for text in texts(app))
            assert not app.error
            assert not [text for text in (*texts(app), *tiles(app).values()) if RAW.search(text)]
            for figure in figures(app):
                written = [*notes(figure), *(str(trace.get("text", "")) for trace in figure["data"])]
                assert not [mark for mark in MARKS if mark in " ".join(written)]


def test_after_a_load_the_audits_run_by_themselves():
    version = load_closed_form()
    assert runs.last(version) is None
    audited.ensure()
    for thread in audited.running():
        thread.join()
    done = runs.last(version)
    assert done is not None
    assert done.passed
    audited.ensure()
    assert audited.running() == []


def test_without_a_version_there_is_nothing_to_audit():
    audited.ensure()
    assert audited.running() == []


def test_one_row():
    kit.load(
        {
            "programs": [{"program_id": "P", "program": "Program", "currency": "EUR"}],
            "projects": [
                {
                    "project_id": "J",
                    "program_id": "P",
                    "project": "One",
                    "status": "closed",
                    "closed_on": AS_OF,
                }
            ],
        },
        AS_OF,
    )
    for page in PAGES:
        app = run(page, {"program": "P"})
        assert texts(app)
        assert tiles(app).get("Payback", "not known") == "not known"
        assert not [text for text in (*texts(app), *tiles(app).values()) if RAW.search(text)]
