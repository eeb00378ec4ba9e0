"""Worth, drift and scenarios in plain words: numbers in, one sentence out. Nothing here computes or reads."""

from datetime import date
from decimal import Decimal
from typing import Final

from charts import numbers
from charts.numbers import Number
from pages.executive import sentences

CONVENTIONS: Final = {
    "annual": "year 0 is not discounted, every later fiscal year by one more",
    "monthly": "the first month is not discounted, every later month by a twelfth of a year more",
    "spreadsheet": "every fiscal year is discounted as if it came at its end, year 0 by one year",
}
SCHEDULES: Final = {
    "flat": "",
    "declining": ", half a point less after year 30 and a whole point less after year 75",
}
DRIVERS: Final = {
    "rate": "Discount rate",
    "adoption": "Adoption of all benefits",
    "cost growth": "Costs to come",
    "optimism bias": "Optimism bias",
}


def worth(planned: Number, outlook: Number, currency: str = "", locale: str | None = "en") -> str:
    """Net present value as approved against as expected now."""
    if numbers.missing(outlook) and numbers.missing(planned):
        return "What it is worth is not known: costs or benefits are missing, or have no date."
    now = numbers.money(outlook, currency, locale)
    if numbers.missing(planned):
        return f"Worth {now} as expected now; what it was worth in the case is not known."
    then = numbers.money(planned, currency, locale)
    if numbers.missing(outlook):
        return f"Worth {then} in the business case; what it is worth now is not known."
    before, after = Decimal(str(planned)), Decimal(str(outlook))
    text = f"Worth {then} in the business case, {now} as expected now"
    gap = numbers.money(abs(after - before), currency, locale)
    if after < 0 <= before:
        return f"{text}: it no longer earns what it costs."
    return f"{text}: {gap} {'less' if after < before else 'more'}."


def earning(names: list[str], known: int) -> str:
    """Which programs are worth less than nothing as expected now, of those whose worth is known."""
    if not known:
        return "What the programs are worth is not known yet"
    if not names:
        return f"{_all(known)} worth more than {'it costs' if known == 1 else 'they cost'}, as expected now"
    if known == 1:
        return f"{names[0]} does not earn what it costs"
    return (
        f"{len(names)} of {sentences.count(known, 'program')} "
        f"{'does not earn what it costs' if len(names) == 1 else 'do not earn what they cost'}: "
        f"{sentences.some(names)}"
    )


def drifting(names: list[str], known: int) -> str:
    """Which programs expect less or later than in their first forecast, of those with several forecasts."""
    if not known:
        return "No program has two forecasts to compare yet"
    if not names:
        return f"No forecast of {sentences.count(known, 'program')} has lost total or time since its first"
    if known == 1:
        return f"{names[0]} expects less or later than at first"
    return (
        f"{len(names)} of {sentences.count(known, 'program')} "
        f"{'expects' if len(names) == 1 else 'expect'} less or later than at first: {sentences.some(names)}"
    )


def _all(number: int) -> str:
    return "The program is" if number == 1 else f"All {number} programs are"


def discounting(
    rate: Number,
    convention: str,
    schedule: str,
    year_0: int | None,
    starts_on: date | None,
    locale: str | None = "en",
) -> str:
    """Rate, convention and year 0 in words."""
    first = "" if year_0 is None else f" Year 0 is {year_0}, from {numbers.day(starts_on)}:"
    first += "" if year_0 is None else " the first fiscal year with any plan, cost or benefit."
    return (
        f"Discounted at {numbers.rate(rate, locale)} a year{SCHEDULES[schedule]}; {CONVENTIONS[convention]}."
        f"{first} Benefits are net of disbenefits. Return and payback are not discounted."
    )


def payback(years: Number, worth: Number, is_covered: bool, locale: str | None = "en") -> str:
    """`3.4 years`; without a net present value nobody knows whether it is reached.

    No years though the benefits cover the costs: there was never anything to bring back.
    """
    if numbers.missing(years):
        never = "from the start" if is_covered else "not reached"
        return numbers.UNKNOWN if numbers.missing(worth) else never
    return f"{numbers.plain(years, locale, 1)} years"


def internal_rate(value: Number, state: str | None, locale: str | None = "en") -> str:
    """`15.6%`; several changes of sign are said."""
    if state == "none":
        return "none: the flow never changes sign"
    if numbers.missing(value):
        return numbers.UNKNOWN
    text = numbers.rate(value, locale)
    return f"{text} (several may fit)" if state == "several" else text


def change(
    label: str, difference: Number, on: date | None, currency: str = "", locale: str | None = "en"
) -> str:
    """Which approved change moved the baseline, and by how much."""
    when = f"On {numbers.day(on)} " if on else ""
    if numbers.missing(difference) or not difference:
        return f"{when}“{label}” was approved; the total stayed the same."
    by = numbers.money(abs(Decimal(str(difference))), currency, locale)
    way = "raised" if Decimal(str(difference)) > 0 else "lowered"
    return f"{when}“{label}” {way} the case by {by}."


def drift(
    state: str | None,
    total_change: Number,
    months_later: Number,
    first: date | None,
    locale: str | None = "en",
) -> str:
    """Deferral or erosion, from the first forecast to the latest."""
    if state is None:
        return "There is only one forecast so far: nothing to compare it with yet."
    since = f"since {numbers.day(first)}"
    fall = "" if numbers.missing(total_change) else numbers.rate(abs(Decimal(str(total_change))), locale)
    months = sentences.months(months_later, locale)
    said = {
        "deferral": f"Deferral: {since} the total has held; the benefits moved {months} to the right.",
        "erosion": f"Erosion: {since} the forecast lost {fall} of its total.",
        "deferral and erosion": (
            f"Deferral and erosion: {since} the benefits moved {months} to the right "
            f"and the forecast lost {fall} of its total."
        ),
        "growth": f"More was added: {since} the forecast total grew by {fall}.",
        "earlier": f"Earlier: {since} the benefits came {months} nearer, and the total has held.",
        "steady": f"Steady: {since} neither the total nor the dates of the forecast have moved much.",
    }
    return said[state]


def missed(bias: Number, error: Number, locale: str | None = "en") -> str:
    """How far off earlier forecasts were, over all horizons."""
    if numbers.missing(bias) or numbers.missing(error):
        return "No forecast period has been realized yet."
    way = "less" if Decimal(str(bias)) < 0 else "more"
    return (
        f"Of what had been forecast, {numbers.rate(abs(Decimal(str(bias))), locale)} {way} arrived; "
        f"period by period forecasts were off by {numbers.rate(error, locale)}."
    )


def horizon(first: int | None, last: int | None) -> str:
    """`up to 3 months ahead`, `4 to 6 months ahead`, `more than 24 months ahead`."""
    if first is None:
        return "all of them"
    if last is None:
        return f"more than {first - 1} months ahead"
    return f"up to {last} months ahead" if first == 0 else f"{first} to {last} months ahead"


def outcome(
    is_changed: bool,
    change_of_worth: Number,
    months_later: Number,
    costs_later: Number = None,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """What the scenario does to worth and dates, of benefits and of costs."""
    if not is_changed:
        return "Nothing is changed: this is the outlook as it stands."
    pieces = []
    if not numbers.missing(change_of_worth):
        size = Decimal(str(change_of_worth))
        amount = numbers.money(abs(size), currency, locale)
        less = "less" if size < 0 else "more"
        pieces.append(
            f"The program would be worth {amount} {less}" if size else "The worth would stay the same"
        )
    else:
        pieces.append("What it would be worth is not known, because costs or benefits are not")
    for what, months in (("what is to come would arrive", months_later), ("costs would fall", costs_later)):
        if not numbers.missing(months) and abs(Decimal(str(months))) >= Decimal("0.05"):
            later = "later" if Decimal(str(months)) > 0 else "earlier"
            pieces.append(f"{what} {sentences.months(months, locale)} {later}")
    return f"{sentences.listed(pieces)}."
