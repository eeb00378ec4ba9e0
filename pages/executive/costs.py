"""What the work costs, in plain words: numbers in, one sentence out. Nothing here computes or reads."""

from decimal import Decimal

from charts import numbers
from charts.numbers import Number
from pages.executive import sentences

# Nearer than this to what was approved is on budget: half a percent is below what a forecast can know.
ON_BUDGET = Decimal("0.005")
# A performance index nearer than this to 1 is as planned.
AS_PLANNED = Decimal("0.01")


def final(
    expected: Number,
    approved: Number,
    overrun: Number,
    ratio: Number,
    currency: str = "",
    locale: str | None = "en",
    subject: str = "The work",
) -> str:
    """What it will finally cost, against what was approved."""
    if numbers.missing(expected):
        return "What the work costs is not known: no budget has been loaded yet."
    cost = numbers.money(expected, currency, locale)
    if numbers.missing(approved) or numbers.missing(ratio):
        return f"{subject} will finally cost {cost}; no budget was approved to hold it against."
    budget = numbers.money(approved, currency, locale)
    if abs(Decimal(str(ratio)) - 1) < ON_BUDGET:
        return f"{subject} ends on budget: {cost} of {budget} approved."
    gap = numbers.money(abs(Decimal(str(overrun))), currency, locale)
    share = numbers.rate(abs(Decimal(str(ratio)) - 1), locale)
    side = "more" if Decimal(str(overrun)) > 0 else "less"
    return f"{subject} will finally cost {cost}, {gap} ({share}) {side} than the {budget} approved."


def spent(
    actual: Number,
    to_come: Number,
    assumed: Number,
    coverage: Number,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """How much of it is spent, and how sure the rest is."""
    if numbers.missing(actual):
        text = "Nothing of what was spent has been reported"
    else:
        text = f"{numbers.money(actual, currency, locale)} is spent"
    if not numbers.missing(to_come):
        text += f", {numbers.money(to_come, currency, locale)} is still to come"
    text += "."
    if not numbers.missing(coverage) and Decimal(str(coverage)) < 1:
        text += f" Only {numbers.rate(coverage, locale)} of the months and periods gone by were reported."
    if not numbers.missing(assumed) and assumed:
        text += (
            f" {numbers.money(assumed, currency, locale)} of the final cost is neither booked nor forecast: "
            "it counts as budgeted."
        )
    return text


def contingency(
    allocated: Number, drawn: Number, left: Number, currency: str = "", locale: str | None = "en"
) -> str:
    """What is left of the money kept for risks."""
    if numbers.missing(left):
        return "No contingency is stated in the budget."
    whole, rest = numbers.money(allocated, currency, locale), numbers.money(left, currency, locale)
    if Decimal(str(left)) < 0:
        over = numbers.money(-Decimal(str(left)), currency, locale)
        return f"More contingency was drawn than there was: {over} above the {whole} allocated."
    if numbers.missing(drawn) or not drawn:
        return f"None of the {whole} contingency has been drawn."
    return f"{rest} of {whole} contingency is left."


def performance(cost: Number, schedule: Number, in_time: Number, locale: str | None = "en") -> str:
    """What a unit of money and a month have brought, in earned value."""
    if numbers.missing(cost):
        return "No earned value has been reported, so how the work performs is not known."
    text = _cost(cost, locale)
    pace = in_time if not numbers.missing(in_time) else schedule
    if numbers.missing(pace):
        return f"{text}."
    return f"{text}, and {_pace(pace, locale)}."


def to_complete(
    needed: Number, cost: Number, eac: Number, bac: Number, currency: str = "", locale: str | None = "en"
) -> str:
    """What the rest must bring to end on budget, beside what it has brought so far."""
    if numbers.missing(eac):
        return ""
    text = (
        f"At this rate the work budgeted at {numbers.money(bac, currency, locale)} costs "
        f"{numbers.money(eac, currency, locale)}."
    )
    if numbers.missing(needed):
        return f"{text} Its whole budget is spent, so no thrift can bring it back on budget."
    if not needed:
        return f"{text} All the work is done."
    return (
        f"{text} To end on budget, each unit of money would have to bring {numbers.plain(needed, locale, 2)} "
        f"of budgeted work from now on; so far it brought {numbers.plain(cost, locale, 2)}."
    )


def adds_up(
    program: str,
    projects: Number,
    own: Number,
    total: Number,
    true: bool,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """Projects and program level against the program: to the cent."""
    parts = [
        f"projects {numbers.full(projects, currency, locale)}" if not numbers.missing(projects) else "",
        f"program level {numbers.full(own, currency, locale)}" if not numbers.missing(own) else "",
    ]
    whole = numbers.full(total, currency, locale)
    verb = "add up to" if true else "do NOT add up to"
    return f"{program}: {sentences.listed([part for part in parts if part])} {verb} {whole} expected."


def _cost(cost: Number, locale: str | None) -> str:
    brought = numbers.plain(cost, locale, 2)
    if abs(Decimal(str(cost)) - 1) < AS_PLANNED:
        return "The work costs what was budgeted for it"
    side = "more" if Decimal(str(cost)) < 1 else "less"
    return f"The work costs {side} than budgeted: each unit of money has brought {brought} of it"


def _pace(pace: Number, locale: str | None) -> str:
    if abs(Decimal(str(pace)) - 1) < AS_PLANNED:
        return "it is done when planned"
    months = numbers.plain(pace, locale, 2)
    return f"a month of work has done {months} months of the plan"
