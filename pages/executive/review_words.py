"""Measurements and reviews, in plain words: numbers in, one sentence out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from charts import numbers
from pages.executive import sentences


def finding(measurements: int, reviews: int, owners: int, ownerless: bool, grace: int) -> str:
    """How much is overdue, and with how many people; `ownerless` when some of it is nobody's."""
    if not measurements and not reviews:
        return "Nothing is overdue: what was due has been measured and reviewed."
    pieces = [
        sentences.count(number, thing)
        for number, thing in ((measurements, "measurement"), (reviews, "review"))
        if number
    ]
    number = measurements + reviews
    text = f"{sentences.listed(pieces)} {'is' if number == 1 else 'are'} overdue by more than {grace} days"
    if not owners:
        return f"{text}, and nobody owns {'it' if number == 1 else 'them'}."
    return f"{text}, with {sentences.count(owners, 'owner')}{' and with nobody' if ownerless else ''}."


def overdue(owners: Sequence[Mapping[str, Any]]) -> str:
    """`12 measurements and 3 reviews`, of these owners together."""
    pieces = [
        sentences.count(number, what)
        for what in ("measurement", "review")
        if (number := sum(row[f"{what}s"] for row in owners))
    ]
    return sentences.listed(pieces) if pieces else "nothing"


def days(number: int) -> str:
    """A length of time as one would say it: `12 days`, `7 months`, `3 years`."""
    if number < 60:
        return sentences.count(number, "day") if number else "today"
    months = round(number / 30.4375)
    return sentences.count(months, "month") if months < 24 else f"{round(months / 12)} years"


def owner(name: str | None, left: bool, until: date | None) -> str:
    """Whose it is, and whether that person still does it."""
    if not name:
        return "Nobody"
    return f"{name}, left {numbers.day(until)}" if left and until else name


def held(state: str, days_late: int) -> str:
    """What became of a review: `held 9 days late`, `overdue 3 months`, `to come`."""
    if state == "coming":
        return "○ to come"
    if state == "due":
        return "◆ due now"
    if state == "overdue":
        return f"▼ overdue {days(days_late)}"
    if days_late > 0:
        return f"● held {days(days_late)} late"
    return "● held early" if days_late < 0 else "● held on the day"
