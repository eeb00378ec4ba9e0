"""Counts in words, owners and closures, to the letter."""

from datetime import date
from decimal import Decimal

import pytest

from pages.executive import tallies


@pytest.mark.parametrize(
    ("name", "until", "text"),
    [
        ("Head of operations", None, "Head of operations"),
        ("Head of operations", date(2026, 12, 31), "Head of operations"),
        ("Head of operations", date(2025, 12, 31), "Head of operations, left 31 Dec 2025"),
        (None, None, "No owner"),
        ("", date(2025, 12, 31), "No owner"),
    ],
)
def test_owner(name, until, text):
    assert tallies.owner(name, until, date(2026, 3, 31)) == text


@pytest.mark.parametrize(
    ("status", "on", "text"),
    [
        ("closed", date(2025, 9, 30), "closed Sep 2025"),
        ("cancelled", date(2025, 9, 30), "cancelled Sep 2025"),
        ("closed", None, "closed, date not known"),
        ("active", None, ""),
        (None, None, ""),
    ],
)
def test_closed(status, on, text):
    assert tallies.closed(status, on) == text


@pytest.mark.parametrize(
    ("number", "ended", "due", "behind", "unknown", "text"),
    [
        (
            3,
            2,
            3,
            3,
            0,
            "3 projects, 2 of them ended. Of 3 with benefits due, 3 are behind the business case.",
        ),
        (
            3,
            0,
            2,
            1,
            0,
            "3 projects, none of them ended. Of 2 with benefits due, 1 is behind the business case and "
            "1 brought what was promised.",
        ),
        (
            2,
            2,
            2,
            0,
            0,
            "2 projects, all of them ended. Of 2 with benefits due, 2 brought what was promised.",
        ),
        (
            9,
            1,
            6,
            2,
            3,
            "9 projects, 1 of them ended. Of 6 with benefits due, 2 are behind the business case, 1 brought "
            "what was promised and of 3 nothing was measured.",
        ),
        (4, 0, 0, 0, 0, "4 projects, none of them ended: no benefit of theirs is due yet."),
    ],
)
def test_projects(number, ended, due, behind, unknown, text):
    assert tallies.projects(number, ended, due, behind, unknown) == text


def test_rated():
    assert (
        tallies.rated(60, 12, 8, 30, 10) == "60 benefits: 12 off track, 8 at risk, 30 on track, 10 not known."
    )
    assert tallies.rated(1, 0, 0, 1, 0) == "1 benefit: 1 on track."


@pytest.mark.parametrize(
    ("every", "shown", "text"),
    [
        (1, 1, "1 benefit needs a decision"),
        (5, 5, "5 benefits need a decision"),
        (23, 6, "23 benefits need a decision, the 6 largest first"),
    ],
)
def test_decide(every, shown, text):
    assert tallies.decide(every, shown) == text


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            {"short": 170, "slippage": Decimal("4.8")},
            "€170 short, 4.8 months behind",
        ),
        ({"short": 170, "slippage": Decimal("0.1")}, "€170 short"),
        (
            {"short": None, "slippage": None, "progress_index": Decimal("0.75")},
            "75.0% of the way it should have come",
        ),
        ({"unknown": True}, "Nothing has ever been measured"),
        (
            {"unknown": True, "coverage": Decimal("0.25"), "last_measured": date(2025, 6, 30)},
            "Only 25.0% of what is due was measured, last 30 Jun 2025",
        ),
        (
            {"unknown": True, "coverage": Decimal("0.8"), "last_measured": date(2025, 6, 30)},
            "Not measured since 30 Jun 2025",
        ),
    ],
)
def test_exception(given, text):
    blank = {"short": None, "slippage": None, "unknown": False}
    blank |= {"coverage": None, "last_measured": None, "currency": "EUR"}
    assert tallies.exception(**blank | given) == text


@pytest.mark.parametrize(
    ("number", "unserved", "text"),
    [
        (1, 0, "1 objective, served by a benefit"),
        (4, 0, "4 objectives, each served by a benefit"),
        (4, 1, "4 objectives, 1 of them served by no benefit"),
    ],
)
def test_objectives(number, unserved, text):
    assert tallies.objectives(number, unserved) == text


def test_a_project_is_not_marked_closed_before_it_was():
    assert tallies.closed("closed", date(2025, 9, 30), date(2025, 9, 29)) == ""
    assert tallies.closed("closed", date(2025, 9, 30), date(2025, 9, 30)) == "closed Sep 2025"
