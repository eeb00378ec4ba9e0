"""The demo's rows counted again, from what the rows say and nothing else."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from data.demo.files import STATUS_DATES, tables
from data.demo.story import stories

LAST = STATUS_DATES[-1]


@cache
def rows(program, as_of=LAST):
    """Table name -> rows of one program as its spreadsheets hold them."""
    story = next(story for story in stories() if story.id == program)
    return tables(story, as_of)


def every(table, as_of=LAST):
    """The rows of a table over all programs."""
    return [row for story in stories() for row in rows(story.id, as_of)[table]]


def period(text):
    """(first day, last day) of 2026-01, 2026-Q1 or 2026."""
    year, _, part = text.partition("-")
    first, length = (1, 12) if not part else ((int(part[1]) * 3 - 2, 3) if part[0] == "Q" else (int(part), 1))
    after = int(year) * 12 + first - 1 + length
    return date(int(year), first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def amounts(program, table, as_of=LAST, **where):
    """(benefit, last day) -> amount of that period, of monetary benefits; None where missing."""
    benefits = {row["benefit_id"]: row for row in rows(program, as_of)["benefits"]}
    found, before = {}, {}
    for row in rows(program, as_of)[table]:
        benefit = benefits[row["benefit_id"]]
        if benefit["value_type"] != "monetary" or any(row[key] != value for key, value in where.items()):
            continue
        first, last = period(row["period"])
        value = row["value"] if isinstance(row["value"], Decimal) else None
        if value is not None and benefit["value_basis"] == "annualized":
            value = value * (last.month - first.month + 1) / 12
        if value is not None and benefit["value_basis"] == "cumulative":
            start = before.get(row["benefit_id"], _so_far(program, as_of, benefit, where))
            before[row["benefit_id"]], value = value, value - start
        found[row["benefit_id"], last] = value
    return found


def _so_far(program, as_of, benefit, where):
    """What a cumulative forecast goes on from: the last value realized before it."""
    made = where.get("forecast_as_of")
    return max(
        (
            row["value"]
            for row in rows(program, as_of)["realized_values"]
            if made and row["benefit_id"] == benefit["benefit_id"] and period(row["period"])[1] <= made
        ),
        default=Decimal(0),
    )


def total(found, until=date.max, after=date.min, gross=False, program=None):
    """The sum of amounts of periods that end after `after` and by `until`."""
    kinds = {row["benefit_id"]: row["kind"] for row in rows(program)["benefits"]} if gross else {}
    return sum(
        (
            amount
            for (benefit, last), amount in found.items()
            if amount is not None and after < last <= until and (not gross or kinds[benefit] == "benefit")
        ),
        Decimal(0),
    )


def rate(program, case="v1", as_of=LAST, gross=True):
    """Realized to date over planned to date."""
    planned = amounts(program, "planned_values", case_version=case)
    realized = amounts(program, "realized_values", as_of)
    return total(realized, as_of, gross=gross, program=program) / total(
        planned, as_of, gross=gross, program=program
    )


def lifetime(program, case="v1"):
    """Realized to date and the latest forecast of the rest, over all that was planned; gross."""
    planned = amounts(program, "planned_values", case_version=case)
    outlook = total(amounts(program, "realized_values"), LAST, gross=True, program=program)
    outlook += total(
        amounts(program, "forecast_values", forecast_as_of=LAST), after=LAST, gross=True, program=program
    )
    return outlook / total(planned, gross=True, program=program)


def vintages(program):
    """Forecast date -> (realized before it and forecast after it, mean year of the forecast); gross."""
    realized = amounts(program, "realized_values")
    answer = {}
    for made in sorted({row["forecast_as_of"] for row in rows(program)["forecast_values"]}):
        found = amounts(program, "forecast_values", forecast_as_of=made)
        kept = {key: value for key, value in found.items() if value > 0 and key[1] > made}
        centre = sum(value * key[1].toordinal() for key, value in kept.items()) / sum(kept.values())
        answer[made] = (
            total(realized, made, gross=True, program=program) + sum(kept.values()),
            date.fromordinal(int(centre)),
        )
    return answer
