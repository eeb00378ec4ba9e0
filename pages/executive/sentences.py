"""The findings in plain words: numbers in, one sentence out. Nothing here computes or reads."""

from decimal import Decimal

from charts import numbers
from charts.numbers import Number

# Nearer than this to the plan is on the plan: half a month is below what a quarter can show.
ON_TIME = Decimal("0.5")
# What is a thousandth of the other side of a sum is below the digits that a sentence shows.
UNSEEN = 1000


def months(value: Number, locale: str | None = "en") -> str:
    """A length of time without its sign: `14 months`, `3.6 months`, `1 month`."""
    if numbers.missing(value):
        return numbers.UNKNOWN
    size = abs(Decimal(str(value)))
    figure = numbers.plain(size, locale, 0 if size >= 10 else 1).removesuffix(".0").removesuffix(",0")
    return f"{figure} month" if figure == "1" else f"{figure} months"


def count(number: int, thing: str, things: str | None = None) -> str:
    """`1 benefit`, `12 benefits`, `no benefit`."""
    if number == 0:
        return f"no {thing}"
    return f"1 {thing}" if number == 1 else f"{number} {things or thing + 's'}"


def materializing(
    planned: Number,
    realized: Number,
    rate: Number,
    slippage: Number,
    currency: str = "",
    locale: str | None = "en",
    state: str | None = None,
    measured: bool = True,
    subject: str = "Benefits are",
) -> str:
    """Are the benefits materializing? Gross amounts to date, their ratio, slippage in months.

    `state` is that of the slippage: `complete` when all that was ever promised is realized.
    `measured` is false when not one value that is due was measured. `subject` opens the sentence.
    """
    if not measured:
        due = numbers.money(planned, currency, locale)
        return f"{due} was due by now and nothing of it has been measured: what was realized is not known."
    if numbers.missing(planned) or numbers.missing(realized):
        return "What was realized is not known: no value has been measured yet."
    due, real = numbers.money(planned, currency, locale), numbers.money(realized, currency, locale)
    if numbers.missing(rate):
        if not realized:
            return "No benefit is due yet at this status date."
        return f"{real} has been realized before any benefit was due."
    share = numbers.rate(rate, locale)
    if state == "complete":
        return f"All that the case promised has been realized: {real}, {share} of what was due."
    if not realized:
        return f"None of the {due} due has been realized{_since(slippage, locale)}."
    return f"{subject} {_pace(slippage, rate, locale)}: {real} of {due} due has been realized, {share}."


def disbenefit(
    planned: Number, realized: Number, rate: Number, currency: str = "", locale: str | None = "en"
) -> str:
    """What a disbenefit has cost, against what the case allowed for; its amounts are negative."""
    if numbers.missing(realized) or numbers.missing(planned):
        return "What it has cost is not known: no value has been measured yet."
    cost, allowed = (numbers.money(-Decimal(str(value)), currency, locale) for value in (realized, planned))
    if numbers.missing(rate):
        return "No cost is due yet at this status date." if not realized else f"{cost} before any was due."
    return f"It has cost {cost} of {allowed} allowed for by now, {numbers.rate(rate, locale)}."


def netted(
    planned: Number,
    realized: Number,
    rate: Number,
    currency: str = "",
    locale: str | None = "en",
    measured: bool = True,
) -> str:
    """The same after disbenefits; `measured` is false when not one value that is due was measured."""
    if not measured:
        return "Disbenefits are due and none of them has been measured: the net is not known."
    if numbers.missing(rate):
        return "Net of disbenefits there is nothing due to compare with yet."
    due, real = numbers.money(planned, currency, locale), numbers.money(realized, currency, locale)
    return f"Net of disbenefits it is {real} of {due}, {numbers.rate(rate, locale)}."


def progress(
    value: Number, planned: Number, index: Number, maintained: bool | None, locale: str | None = "en"
) -> str:
    """How far a benefit that is not money has come; `maintained` for those that are to stay as they are."""
    if maintained is not None:
        return "It stays within its tolerance." if maintained else "It has left its tolerance."
    if numbers.missing(value):
        return "How far it has come is not known: no value has been measured, or its target is not given."
    come = numbers.rate(value, locale)
    if numbers.missing(planned):
        return f"It has come {come} of the way to its target."
    text = f"It has come {come} of the way to its target, {numbers.rate(planned, locale)} was planned by now"
    return text + ("." if numbers.missing(index) else f": index {numbers.plain(index, locale, 2)}.")


def lifetime(
    planned: Number,
    outlook: Number,
    share: Number,
    variance: Number,
    currency: str = "",
    locale: str | None = "en",
    measured: bool = True,
) -> str:
    """Where it ends: the outlook against the whole-life case; as `materializing`, when not `measured`."""
    if numbers.missing(outlook) or numbers.missing(planned):
        return "There is no outlook to compare with the whole-life case yet."
    case, then = numbers.money(planned, currency, locale), numbers.money(outlook, currency, locale)
    if measured and not planned:
        return f"Over the whole life the outlook is {then}; no business case says what was promised."
    if not measured:
        return f"{then} of {case} is still to come; what has arrived so far is not known."
    text = f"Over the whole life the outlook is {then} of {case}"
    if numbers.missing(share):
        return f"{text}."
    text += f", {numbers.rate(share, locale)}"
    if numbers.missing(variance) or not variance:
        return f"{text}: what was promised."
    gap = numbers.money(abs(Decimal(str(variance))), currency, locale)
    return f"{text}: {gap} {'less' if _negative(variance) else 'more'} than promised."


def measured(coverage: Number, measured_rate: Number, locale: str | None = "en") -> str:
    """How much of what was due was measured at all; empty when everything was."""
    if numbers.missing(coverage) or Decimal(str(coverage)) >= 1:
        return ""
    text = f"Only {numbers.rate(coverage, locale)} of the values due have been measured"
    if numbers.missing(measured_rate):
        return f"{text}; the rest is unknown, not zero."
    return f"{text}; on those alone the rate is {numbers.rate(measured_rate, locale)}."


def slip(value: Number, locale: str | None = "en", state: str | None = None) -> str:
    """`3.6 months behind`, `2 months ahead`, `on time`; else its state, such as `complete` or `not due`."""
    if numbers.missing(value):
        return state if state in ("complete", "no plan") else "not due"
    if on_time(value):
        return "on time"
    return f"{months(value, locale)} {'ahead' if _negative(value) else 'behind'}"


def bridge(
    planned: Number,
    outlook: Number,
    leakage: Number,
    upside: Number,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """From the case to the outlook: what benefits lose, and what others gain, neither hiding the other."""
    case, then = numbers.money(planned, currency, locale), numbers.money(outlook, currency, locale)
    text = f"From the case of {case} to an outlook of {then}"
    sides = [("lost", leakage), ("gained", upside)]
    known = [(word, abs(Decimal(str(size)))) for word, size in sides if not numbers.missing(size) and size]
    least = max((size for _, size in known), default=Decimal(0)) / UNSEEN
    said = [f"{numbers.money(size, currency, locale)} is {word}" for word, size in known if size >= least]
    return f"{text}: {listed(said)}" if said else text


def conserved(
    program: str,
    planned: Number,
    realized: Number,
    net: Number,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """What projects and unattributed add up to: the program's own totals, to the cent."""
    due, real = numbers.full(planned, currency, locale), numbers.full(realized, currency, locale)
    return (
        f"Projects and what is attributed to none add up to {program}: {real} realized of {due} due "
        f"(gross), {numbers.full(net, currency, locale)} net of disbenefits."
    )


def listed(pieces: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(pieces[:-1]), pieces[-1]]))


def some(names: list[str], at_most: int = 4) -> str:
    """The first names and how many there are beyond them: `a, b, c, d and 3 more`."""
    more = f" and {len(names) - at_most} more" if len(names) > at_most else ""
    return (", ".join(names[:at_most]) if more else listed(names)) + more


def _pace(slippage: Number, rate: Number, locale: str | None) -> str:
    if numbers.missing(slippage):
        behind = Decimal(str(rate)) < 1
        return "behind the case" if behind else "on the case"
    if on_time(slippage):
        return "on time"
    side = "ahead of" if _negative(slippage) else "behind"
    return f"{months(slippage, locale)} {side} the case"


def _since(slippage: Number, locale: str | None) -> str:
    if numbers.missing(slippage) or on_time(slippage) or _negative(slippage):
        return ""
    return f", {months(slippage, locale)} after the first was due"


def on_time(slippage: Number) -> bool:
    """True when the slippage is too small to speak of."""
    return abs(Decimal(str(slippage))) < ON_TIME


def _negative(value: Number) -> bool:
    return Decimal(str(value)) < 0
