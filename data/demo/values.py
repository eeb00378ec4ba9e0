"""The monthly series of the stories as rows of the long tables, in each benefit's own basis and cadence."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from data.demo.series import MONTHS, Series, forecast, gaps, planned, realized
from data.demo.story import Benefit, Row, Story, month_of

# What a value rests on, the likeliest first; by what kind of benefit it is.
HARD = ("finance verified",) * 6 + ("system extract",) * 3 + ("owner claim",)
SOFT = ("owner claim",) * 4 + ("estimate",) * 3 + ("survey",) * 2 + ("system extract",)
MEASURE = ("system extract",) * 7 + ("survey",) * 2 + ("estimate",)


def planned_rows(story: Story) -> list[Row]:
    return [
        {"benefit_id": benefit.id, "case_version": case["case_version"], "period": period, "value": value}
        for case in story.cases
        for benefit in story.benefits
        for period, _, value in periods(benefit, planned(story, benefit, case["case_version"]))
    ]


def forecast_rows(story: Story, as_of: date) -> list[Row]:
    """Every vintage made until `as_of`; a benefit that exists since the second case has none before."""
    since = story.cases[1]["approved_on"]
    return [
        {
            "benefit_id": benefit.id,
            "forecast_as_of": made,
            "period": period,
            "value": value,
            "confidence": confidence(story, made),
        }
        for made in story.outcome["vintages"]
        if made <= as_of
        for benefit in story.benefits
        if benefit.money and not (benefit.added and made < since)
        for period, _, value in periods(benefit, forecast(story, benefit, made), _so_far(benefit, made))
    ]


def realized_rows(story: Story, as_of: date) -> list[Row]:
    """One row a period that ended by `as_of`; a missing measurement is an empty cell or a word."""
    return [row for benefit in story.benefits for row in _realized(story, benefit, as_of)]


def periods(
    benefit: Benefit, series: Series, so_far: Decimal = Decimal(0)
) -> Iterator[tuple[str, int, Decimal]]:
    """(period as written, its last month, value) of every whole period of a series."""
    length = MONTHS[benefit.cadence]
    for at in sorted(series):
        months = [series.get(month) for month in range(at - length + 1, at + 1)]
        so_far += series[at]
        if (at + 1) % length or None in months:
            continue
        values = [value for value in months if value is not None]
        yield _label(at, length), at, _in_basis(benefit, values, so_far)


def confidence(story: Story, made: date) -> Decimal:
    """Forecasters become surer with every vintage."""
    vintages = story.outcome["vintages"]
    to_come: int = len(vintages) - 1 - vintages.index(made)
    return Decimal(str(story.outcome["confidence"])) - Decimal("0.02") * to_come


def _realized(story: Story, benefit: Benefit, as_of: date) -> Iterator[Row]:
    missing, chance = gaps(story, benefit), Random(f"{benefit.id} evidence")
    for period, at, value in periods(benefit, realized(benefit, as_of)):
        evidence, late = chance.choice(_evidence(benefit)), chance.randrange(4, 19)
        row: Row = {"benefit_id": benefit.id, "period": period, "value": value}
        if at in missing:
            yield row | {"value": missing[at]}
        elif at == month_of(as_of) and benefit.basis == "per period":
            yield row | _just_closed(benefit, value, at, as_of)
        else:
            measured = min(last_day(at) + timedelta(days=late), as_of)
            yield row | {"measured_on": measured, "evidence": evidence, "reference": _reference(evidence, at)}


def _just_closed(benefit: Benefit, value: Decimal, at: int, as_of: date) -> Row:
    """The month just closed: some figures are still to come, most are an estimate in hundreds."""
    if Random(f"{benefit.id} {at} late").random() < 0.15:
        return {"value": "TBC"}
    estimate = Decimal(format((value / 100).quantize(Decimal(1)) * 100, "f"))
    return {"value": estimate, "measured_on": as_of, "evidence": "estimate"}


def _so_far(benefit: Benefit, made: date) -> Decimal:
    """What a cumulative forecast goes on from."""
    return sum(realized(benefit, made).values(), Decimal(0))


def _in_basis(benefit: Benefit, months: list[Decimal], so_far: Decimal) -> Decimal:
    """A period's value as its benefit writes it."""
    if benefit.basis == "cumulative":
        return so_far
    if benefit.basis == "annualized":
        return sum(months, Decimal(0)) * 12 / len(months)
    return months[-1] if benefit.basis == "level" else sum(months, Decimal(0))


def _label(at: int, length: int) -> str:
    year, number = divmod(at, 12)
    return {1: f"{year}-{number + 1:02}", 3: f"{year}-Q{number // 3 + 1}", 12: f"{year}"}[length]


def last_day(at: int) -> date:
    """Last day of a month counted from year 0."""
    year, number = divmod(at + 1, 12)
    return date(year, number + 1, 1) - timedelta(days=1)


def _evidence(benefit: Benefit) -> tuple[str, ...]:
    if not benefit.money:
        return MEASURE
    return HARD if benefit.sort in ("cash releasing", "revenue") else SOFT


def _reference(evidence: str, at: int) -> str | None:
    year, number = divmod(at, 12)
    return f"Closing {year}-{number + 1:02}" if evidence == "finance verified" else None
