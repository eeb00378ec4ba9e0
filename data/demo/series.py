"""Benefits as monthly series: planned, forecast and realized. The same story gives the same values.

A series is {month: value}; months are counted from year 0. Money is what one month brings;
a measure is where it stands at the end of the month.
"""

from datetime import date
from decimal import Decimal
from random import Random

from data.demo.story import Benefit, Story, month_of

Series = dict[int, Decimal]

# Plans are rounded to tens, forecasts to hundreds.
PLAN_PLACES, FORECAST_PLACES = -1, -2

MONTHS = {"monthly": 1, "quarterly": 3, "annual": 12}

# What customers and the calendar do to a month, January first.
SEASON = (1.04, 1.02, 1.03, 1.0, 0.98, 0.97, 0.93, 0.92, 1.0, 1.03, 1.05, 1.03)


def planned(story: Story, benefit: Benefit, case: str) -> Series:
    """The case's plan; the second case leaves the months before it as they were planned first."""
    first = _plan(benefit, 1.0, 0)
    if case == story.cases[0]["case_version"]:
        return {} if benefit.added else first
    since = month_of(story.rebase["from"])
    factor = 1.0 if benefit.added or benefit.disbenefit or not benefit.money else story.rebase["factor"]
    later = _plan(benefit, factor, 0 if benefit.disbenefit else story.rebase["shift"])
    return {at: later[at] if at >= since else value for at, value in first.items()}


def forecast(story: Story, benefit: Benefit, made: date) -> Series:
    """What was expected on the day `made` of the months after it: hope gives way step by step."""
    vintages = story.outcome["vintages"]
    gone = vintages.index(made) / (len(vintages) - 1)
    level, delay = 1 + (benefit.level - 1) * gone, round(benefit.delay * gone)
    last = benefit.until + (delay if story.outcome.get("extends") else 0)
    # The year or quarter under way is forecast as a whole.
    begun = (month_of(made) + 1) // MONTHS[benefit.cadence] * MONTHS[benefit.cadence]
    after = range(max(begun, benefit.start), last + 1)
    return {at: _value(benefit, at - delay, level, FORECAST_PLACES) for at in after}


def realized(benefit: Benefit, as_of: date) -> Series:
    """What was measured to `as_of`, without gaps; zero while a late benefit has not begun."""
    chance = Random(f"{benefit.id} realized")
    series: Series = {}
    for at in range(benefit.start, benefit.until + benefit.delay + 1):
        swing = 1 + benefit.noise * (2 * chance.random() - 1)
        season = SEASON[at % 12] if benefit.noise > 0.05 and benefit.money else 1.0
        series[at] = _value(benefit, at - benefit.delay, benefit.level, benefit.places, swing * season)
    last = min(month_of(as_of), (benefit.stopped or month_of(as_of) + 1) - 1)
    return {at: value for at, value in series.items() if at <= last}


def gaps(story: Story, benefit: Benefit) -> dict[int, str | None]:
    """The months nobody measured, and what the cell says instead: nothing, or a word."""
    if benefit.basis == "cumulative":
        return {}
    chance = Random(f"{benefit.id} gaps")
    months = range(benefit.start, benefit.until + 1)
    return {
        at: chance.choice((None, None, None, "n/a"))
        for at in months
        if chance.random() < story.outcome["gaps"] and at > benefit.start + 2
    }


def _plan(benefit: Benefit, factor: float, shift: int) -> Series:
    months = range(benefit.start, benefit.until + 1)
    return {at: _value(benefit, at - shift, factor, PLAN_PLACES) for at in months}


def _value(benefit: Benefit, at: int, level: float, places: int, swing: float = 1.0) -> Decimal:
    """The value of a month of the story, at `level` of what the full benefit would give."""
    grown = min(1.0, (at - benefit.start + 1) / benefit.ramp) if benefit.start <= at <= benefit.until else 0.0
    if benefit.full is None:
        measure = benefit.low + (benefit.high - benefit.low) * grown * level
        return _round(measure * (1 + (swing - 1) / 3), benefit.places)
    return _round(benefit.full / 12 * grown * level * swing, places)


def _round(value: float, places: int) -> Decimal:
    """To so many places after the point; below zero, to tens and hundreds."""
    step = Decimal(1).scaleb(-places)
    return Decimal(format((Decimal(repr(value)) / step).quantize(Decimal(1)) * step, "f"))
