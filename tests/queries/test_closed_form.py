"""The closed-form program of metrics.md: every number of it, out of the SQL of a version really built."""

from datetime import date
from decimal import Decimal

import pytest

from data.access import OPERATOR
from queries import ask
from queries.realization import Bridge, ByBenefit, ByProgram, ByProject, Curve
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, closed_form


@pytest.fixture(autouse=True)
def version(home):  # noqa: ARG001 - the store comes first
    return kit.load(closed_form(), AS_OF)


def rows(question, key=None):
    found = ask(question, OPERATOR).records()
    return {row[key]: row for row in found} if key else found


def picked(row, *names):
    return tuple(row[name] for name in names)


MEASURES = ("planned_to_date", "realized_to_date", "outlook", "planned_lifetime")


def test_b1():
    b1 = rows(ByBenefit(), "benefit_id")["B1"]
    assert picked(b1, *MEASURES) == (300, 140, 430, 600)
    assert b1["realization_rate"] == pytest.approx(0.466666666667)
    assert b1["lifetime_realization"] == pytest.approx(430 / 600)
    assert picked(b1, "variance_to_date", "variance_at_completion") == (-160, -170)
    assert picked(b1, "coverage", "measured_rate") == (1.0, pytest.approx(140 / 300))
    assert picked(b1, "slippage_months", "slippage_state") == (4.8, "under way")
    assert b1["realized_share_of_life"] == pytest.approx(140 / 600)
    assert picked(b1, "outlook_method", "forecast_as_of") == ("forecast", AS_OF)
    assert picked(b1, "first_benefit_slip_months", "verified_share") == (3.0, 1.0)
    assert picked(b1, "late", "lost", "rating", "rating_driver") == ("red", "amber", "red", "late")


def test_b2():
    b2 = rows(ByBenefit(), "benefit_id")["B2"]
    assert picked(b2, *MEASURES) == (200, 180, 360, 350)
    assert picked(b2, "realization_rate", "measured_rate", "coverage") == (0.9, 1.2, 0.75)
    assert picked(b2, "due_cells", "measured_cells") == (4, 3)
    assert b2["lifetime_realization"] == pytest.approx(1.028571428571)
    assert picked(b2, "slippage_months", "leakage", "upside") == (1.2, 0, 10)


def test_d1():
    d1 = rows(ByBenefit(), "benefit_id")["D1"]
    assert picked(d1, *MEASURES) == (-80, -90, -90, -80)
    assert picked(d1, "variance_to_date", "leakage", "upside") == (-10, 10, 0)
    assert picked(d1, "slippage_months", "late", "lost") == (None, "amber", "amber")


def test_program():
    (program,) = rows(ByProgram())
    assert picked(program, "gross_planned_to_date", "gross_realized_to_date") == (500, 320)
    assert program["gross_realization_rate"] == 0.64
    assert picked(program, "net_planned_to_date", "net_realized_to_date") == (420, 230)
    assert program["net_realization_rate"] == pytest.approx(0.547619047619)
    assert picked(program, "net_outlook", "net_planned_lifetime") == (700, 870)
    assert program["net_lifetime_realization"] == pytest.approx(0.804597701149)
    assert picked(program, "gross_leakage", "gross_upside") == (180, 10)
    assert program["net_variance_at_completion"] == -170
    assert picked(program, "gross_slippage_months", "net_slippage_months") == (3.6, None)
    assert picked(program, "gross_due_cells", "gross_measured_cells") == (7, 6)
    assert picked(program, "net_due_cells", "net_measured_cells") == (11, 10)


def test_bridge():
    steps = [(row["step"], row["amount"]) for row in rows(Bridge())]
    assert steps == [
        ("Business case", 870),
        ("B1 to date", -160),
        ("B1 future", -10),
        ("B2 to date", -20),
        ("B2 future", 30),
        ("D1 to date", -10),
        ("Outlook", 700),
    ]


def test_projects():
    projects = rows(ByProject(), "project_id")
    gross = {name: row["gross_realized_to_date"] for name, row in projects.items()}
    assert gross == {"P1": 98, "P2": 132, "P3": 54, None: 36}
    net = {name: row["net_realized_to_date"] for name, row in projects.items()}
    assert net == {"P1": 98, "P2": 132, "P3": 54, None: -54}
    assert sum(net.values()) == 230
    # P1 has only B1: the same lateness
    assert projects["P1"]["gross_slippage_months"] == 4.8
    assert projects["P3"]["gross_slippage_months"] == 1.2


def test_curve():
    curve = rows(Curve())
    assert [row["period_end"] for row in curve][:2] == [date(2025, 3, 31), date(2025, 6, 30)]
    assert [row["planned"] for row in curve] == [-20, 10, 140, 270, 420, 570, 720, 870]
    assert [row["realized"] for row in curve] == [-20, 0, 40, 80, 230, None, None, None]
    assert [row["outlook"] for row in curve] == [-20, 0, 40, 80, 230, 380, 540, 700]
    assert [row["gross_planned"] for row in curve] == [0, 50, 200, 350, 500, 650, 800, 950]


def test_a_project_drilled_into_is_its_row_above():
    by_project = rows(ByProject(), "project_id")
    for project in ("P1", "P2", "P3"):
        benefits = rows(ByBenefit(project_id=project))
        assert sum(row["realized_to_date"] for row in benefits) == by_project[project]["net_realized_to_date"]
        assert sum(row["outlook"] for row in benefits) == by_project[project]["net_outlook"]
        assert rows(Curve(project_id=project))[-1]["outlook"] == by_project[project]["net_outlook"]
        (program,) = rows(ByProgram(project_id=project))
        assert program["gross_leakage"] == by_project[project]["gross_leakage"]


def test_earlier_status_dates():
    at_third_quarter = rows(ByBenefit(as_of=date(2025, 9, 30)), "benefit_id")
    b1 = at_third_quarter["B1"]
    assert picked(b1, "planned_to_date", "realized_to_date", "outlook") == (100, 0, 500)
    assert picked(b1, "outlook_method", "slippage_state", "slippage_months") == (
        "carried forward",
        "nothing realized",
        3.0,
    )
    assert rows(ByBenefit(as_of=date(2024, 12, 31)), "benefit_id")["B1"]["realization_rate"] is None


def test_money_is_exact():
    assert isinstance(rows(ByBenefit())[0]["outlook"], Decimal)
