"""Answers shaped for a figure: shorter, and still everything."""

from data.access import OPERATOR
from queries import ask
from queries.figures import ShortBridge, Sparks
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, closed_form


def steps(top):
    return [
        (row["step"], int(row["amount"]), row["is_total"], row["differences"])
        for row in ask(ShortBridge(top=top), OPERATOR).records()
    ]


def test_the_largest_differences_stand_alone_and_the_smaller_ones_together():
    kit.load(closed_form(), AS_OF)
    assert steps(2) == [
        ("Business case", 870, True, None),
        ("Faster claims handling, to date", -160, False, 1),
        ("Lower purchase prices, to come", 30, False, 1),
        ("All smaller differences", -40, False, 3),
        ("Outlook", 700, True, None),
    ]


def test_steps_add_up_to_the_outlook_whatever_is_shown():
    kit.load(closed_form(), AS_OF)
    for top in (0, 1, 3, 5, 8):
        case, *changes, outlook = [amount for _, amount, _, _ in steps(top)]
        assert case + sum(changes) == outlook == 700


def test_nothing_smaller_left_is_no_step():
    kit.load(closed_form(), AS_OF)
    assert [step for step, *_ in steps(8)][-2:] == ["Training time, to date", "Outlook"]


def test_sparks_are_the_last_periods_oldest_first_with_gaps():
    kit.load(closed_form(), AS_OF)
    lines = {row["benefit_id"]: row for row in ask(Sparks(), OPERATOR).records()}
    assert lines["B2"]["planned"] == [0, 50, 50, 50, 50]
    assert lines["B2"]["realized"] == [0, 50, 60, None, 70]
    assert [row["benefit_id"] for row in ask(Sparks(benefits=("B2", "no such")), OPERATOR).records()] == [
        "B2"
    ]
    latest = {row["benefit_id"]: row for row in ask(Sparks(periods=2), OPERATOR).records()}
    assert latest["B1"]["planned"] == [100, 100]
    assert latest["B1"]["realized"] == [60, 80]
