"""The findings in plain words: numbers in, one sentence out. Nothing here computes or reads."""

from datetime import date
from decimal import Decimal

from charts import numbers
from charts.numbers import Number

# Nearer than this to the plan is on the plan: half a month is below what a quarter can show.
ON_TIME = Decimal("0.5")


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
) -> str:
    """Are the benefits materializing? Gross amounts to date, their ratio, slippage in months.

    `state` is that of the slippage: `complete` when all that was ever promised is realized.
    `measured` is false when not one value that is due was measured.
    """
    if numbers.missing(planned) or numbers.missing(realized):
        return "What was realized is not known: no value has been measured yet."
    if not measured:
        due = numbers.money(planned, currency, locale)
        return f"{due} was due by now and nothing of it has been measured: what was realized is not known."
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
    return f"{_pace(slippage, rate, locale)}: {real} of {due} due has been realized, {share}."


def netted(
    planned: Number, realized: Number, rate: Number, currency: str = "", locale: str | None = "en"
) -> str:
    """The same after disbenefits."""
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
) -> str:
    """Where it ends: the outlook against the whole-life case."""
    if numbers.missing(outlook) or numbers.missing(planned):
        return "There is no outlook to compare with the whole-life case yet."
    case, then = numbers.money(planned, currency, locale), numbers.money(outlook, currency, locale)
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
    if _on_time(value):
        return "on time"
    return f"{months(value, locale)} {'ahead' if _negative(value) else 'behind'}"


def projects(number: int, ended: int, due: int, behind: int, unknown: int = 0) -> str:
    """How many projects there are, have ended, are behind their case, or were never measured."""
    share = "all" if ended == number > 1 else ended or "none"
    known = f"{count(number, 'project')}, {share} of them ended"
    if due == 0:
        return f"{known}: no benefit of theirs is due yet."
    pieces = []
    if behind:
        pieces.append(f"{behind} {'is' if behind == 1 else 'are'} behind the business case")
    if due - behind - unknown:
        pieces.append(f"{due - behind - unknown} brought what was promised")
    if unknown:
        pieces.append(f"of {unknown} nothing was measured")
    return f"{known}. Of {due} with benefits due, {_listed(pieces)}."


def rated(number: int, red: int, amber: int, green: int, grey: int) -> str:
    """How many benefits stand where: `60 benefits: 12 off track, 8 at risk, 30 on track, 10 not known.`"""
    pieces = [
        f"{tally} {word}"
        for tally, word in ((red, "off track"), (amber, "at risk"), (green, "on track"), (grey, "not known"))
        if tally
    ]
    return f"{count(number, 'benefit')}: {', '.join(pieces)}."


def decide(every: int, shown: int) -> str:
    """How many benefits need a decision, and how many of them stand below."""
    verb = "needs" if every == 1 else "need"
    text = f"{count(every, 'benefit')} {verb} a decision"
    return text if every == shown else f"{text}, the {shown} largest first"


def exception(
    short: Number,
    slippage: Number,
    unknown: bool,
    coverage: Number,
    last_measured: date | None,
    progress_index: Number = None,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """Why a benefit is listed: how short, how late, or that nobody knows."""
    pieces = []
    if unknown:
        pieces.append(_unknown(coverage, last_measured, locale))
    elif not numbers.missing(short) and short:
        pieces.append(f"{numbers.money(short, currency, locale)} short")
    elif not numbers.missing(progress_index):
        pieces.append(f"{numbers.rate(progress_index, locale)} of the way it should have come")
    if not numbers.missing(slippage) and not _on_time(slippage):
        pieces.append(slip(slippage, locale))
    return ", ".join(pieces)


def _unknown(coverage: Number, last_measured: date | None, locale: str | None) -> str:
    if last_measured is None:
        return "Nothing has ever been measured"
    if not numbers.missing(coverage) and Decimal(str(coverage)) < Decimal("0.5"):
        share = numbers.rate(coverage, locale)
        return f"Only {share} of what is due was measured, last {numbers.day(last_measured)}"
    return f"Not measured since {numbers.day(last_measured)}"


def objectives(number: int, unserved: int) -> str:
    """How many objectives there are, and how many of them no benefit serves."""
    text = count(number, "objective")
    if not unserved:
        return f"{text}, each served by a benefit" if number > 1 else f"{text}, served by a benefit"
    return f"{text}, {unserved} of them served by no benefit"


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
    lost = (
        ""
        if numbers.missing(leakage) or not leakage
        else f"{numbers.money(leakage, currency, locale)} is lost"
    )
    gained = (
        ""
        if numbers.missing(upside) or not upside
        else f"{numbers.money(upside, currency, locale)} is gained"
    )
    return f"{text}: {_listed([piece for piece in (lost, gained) if piece])}" if lost or gained else text


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


def owner(name: str | None, until: date | None, as_of: date | None) -> str:
    """Who answers for a benefit, and whether that person still does."""
    if not name:
        return "No owner"
    if until and as_of and until < as_of:
        return f"{name}, left {numbers.day(until)}"
    return name


def closed(status: str | None, on: date | None) -> str:
    """The mark beside a project that has ended: `closed Sep 2025`; empty while it runs."""
    if status not in ("closed", "cancelled"):
        return ""
    return f"{status} {on:%b %Y}" if on and not numbers.missing(on) else f"{status}, date not known"


def _listed(pieces: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(pieces[:-1]), pieces[-1]]))


def _pace(slippage: Number, rate: Number, locale: str | None) -> str:
    if numbers.missing(slippage):
        behind = Decimal(str(rate)) < 1
        return "Benefits are behind the case" if behind else "Benefits are on the case"
    if _on_time(slippage):
        return "Benefits are on time"
    side = "ahead of" if _negative(slippage) else "behind"
    return f"Benefits are {months(slippage, locale)} {side} the case"


def _since(slippage: Number, locale: str | None) -> str:
    if numbers.missing(slippage) or _on_time(slippage) or _negative(slippage):
        return ""
    return f", {months(slippage, locale)} after the first was due"


def _on_time(slippage: Number) -> bool:
    return abs(Decimal(str(slippage))) < ON_TIME


def _negative(value: Number) -> bool:
    return Decimal(str(value)) < 0
