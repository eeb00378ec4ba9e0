"""Risks in plain words: numbers in, one sentence out. Nothing here computes or reads."""

from decimal import Decimal

from charts import numbers
from charts.numbers import Number
from pages.executive import sentences

METHOD = "Percentiles are those of all risks together; those of single risks or programs are never added."


def finding(
    exposure: Number,
    p80: Number,
    left: Number,
    percent: Number,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """What the open risks may cost, and whether the contingency is enough for it."""
    if numbers.missing(p80):
        return "What the open risks may cost is not known: none of them has an estimate."
    mean, bad = numbers.money(exposure, currency, locale), numbers.money(p80, currency, locale)
    text = f"The open risks cost {mean} on average, and in 8 of 10 cases no more than {bad}"
    if numbers.missing(left):
        return f"{text}; no contingency is stated to hold against it."
    rest = numbers.money(left, currency, locale)
    if Decimal(str(left)) >= Decimal(str(p80)):
        return f"{text}: the contingency of {rest} left is enough for that."
    return f"{text}: the contingency of {rest} left is enough in {_cases(percent)} only."


def counted(
    counted: int,
    carried: int,
    without: int,
    ended: int,
    quantified: Number,
    runs: Number,
    locale: str | None = "en",
) -> str:
    """Which risks stand behind the numbers, and how the percentiles came about."""
    pieces = [sentences.count(counted, "open risk counts", "open risks count")]
    if carried:
        verb = "was" if carried == 1 else "were"
        pieces.append(f"{carried} {verb} escalated and count{'s' if carried == 1 else ''} there, once")
    text = ", ".join(pieces) + "."
    if without:
        have = "has" if without == 1 else "have"
        text += f" {without} of them {have} no estimate: what they cost comes on top."
    if ended:
        belong = "belongs to a project that has" if ended == 1 else "belong to projects that have"
        text += f" {ended} {belong} ended."
    if numbers.missing(quantified):
        return text
    way = "every possible outcome" if numbers.missing(runs) else f"{numbers.plain(runs, locale)} seeded runs"
    return f"{text} P50 and P80 come from {way}. {METHOD}"


def spread(p80: Number, low: Number, high: Number, currency: str = "", locale: str | None = "en") -> str:
    """How far P80 depends on the impacts: all at their lowest, all at their highest."""
    if numbers.missing(p80) or (low == p80 and high == p80):
        return ""
    least, most = numbers.money(low, currency, locale), numbers.money(high, currency, locale)
    return f"With every impact at its lowest P80 is {least}, with every impact at its highest {most}."


def threatened(
    number: int,
    at_risk: Number,
    remaining: Number,
    largest: str | None,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """How much of the benefits still to come is at risk, and which is hit hardest."""
    if not number:
        return "No open risk threatens a benefit in money"
    lost, rest = numbers.money(at_risk, currency, locale), numbers.money(remaining, currency, locale)
    text = f"{lost} of the {rest} still to come from {sentences.count(number, 'benefit')} is at risk"
    return f"{text}, the largest part in {largest}" if largest and number > 1 else text


def escalated(number: int) -> str:
    if not number:
        return "No open risk was escalated"
    return (
        f"{sentences.count(number, 'risk was', 'risks were')} escalated and counted once, on the higher level"
    )


def levels(
    program: Number, escalated: Number, project: Number, currency: str = "", locale: str | None = "en"
) -> str:
    """The two levels side by side: they add up to the exposure."""
    own, up, down = (numbers.money(value, currency, locale) for value in (program, escalated, project))
    return f"Programs carry {own} of their own and {up} escalated to them, projects {down}"


def _cases(percent: Number) -> str:
    return "hardly any case" if numbers.missing(percent) or not percent else f"{percent} of 100 cases"
