"""How good the numbers are, in plain words: numbers in, one sentence out."""

from decimal import Decimal

from charts import numbers
from charts.numbers import Number
from pages.executive import sentences


def finding(
    verified: Number, coverage: Number, realized: Number, currency: str = "", locale: str | None = "en"
) -> str:
    """How much of what is realized was verified, and how much of what was due is known."""
    if numbers.missing(realized):
        return "Nothing of what is due has been measured: what was realized is not known."
    if not realized:
        return "Nothing has been realized yet, so there is nothing to verify."
    amount = numbers.money(realized, currency, locale)
    share = numbers.rate(verified, locale)
    text = f"{share} of {amount} realized was verified by finance or taken from a system"
    if numbers.missing(coverage):
        return f"{text}."
    return f"{text}; {numbers.rate(coverage, locale)} of the values due have been measured."


def stale(number: int, unmeasured: Number, currency: str = "", locale: str | None = "en") -> str:
    """How many benefits have not been measured for too long."""
    if not number:
        return "Every benefit was measured on time"
    has = "has" if number == 1 else "have"
    text = f"{sentences.count(number, 'benefit')} {has} not been measured for too long"
    if numbers.missing(unmeasured) or not unmeasured:
        return text
    return f"{text}; the largest leaves {numbers.money(unmeasured, currency, locale)} of its case unknown"


def equation(
    attributed: Number,
    unattributed: Number,
    whole: Number,
    difference: Number,
    projects: int,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """The identity of attribution, written out to the cent."""
    parts, rest, total = (_cents(value, currency, locale) for value in (attributed, unattributed, whole))
    text = f"{parts} of {sentences.count(projects, 'project')} + {rest} of none"
    if difference:
        return f"{text} is {_cents(difference, currency, locale)} off {total}"
    return f"{text} = {total}"


def audits(passed: int, failed: int, unfinished: int) -> str:
    """What the audits found."""
    every = passed + failed + unfinished
    if failed:
        found = f"{failed} of {every} audits found what does not add up"
        return f"{found}: do not rely on these numbers before your administrator has looked"
    if unfinished:
        return f"{passed} of {every} audits found nothing; {unfinished} did not finish"
    return f"All {every} audits found nothing wrong"


def _cents(value: Number, currency: str, locale: str | None) -> str:
    """An amount with its cents, also where they are zero."""
    exact = Decimal(str(value or 0))
    text = f"{numbers.symbol(currency)}{numbers.plain(abs(exact), locale, 2)}"
    return f"{numbers.MINUS}{text}" if exact < 0 else text
