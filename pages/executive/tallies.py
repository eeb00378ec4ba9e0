"""Lists in plain words: how many stand where, why one is listed, and whose it is."""

from datetime import date
from decimal import Decimal

from charts import numbers
from charts.numbers import Number
from pages.executive import sentences


def projects(number: int, ended: int, due: int, behind: int, unknown: int = 0) -> str:
    """How many projects there are, have ended, are behind their case, or were never measured."""
    share = "all" if ended == number > 1 else ended or "none"
    known = f"{sentences.count(number, 'project')}, {share} of them ended"
    if due == 0:
        return f"{known}: no benefit of theirs is due yet."
    pieces = []
    if behind:
        pieces.append(f"{behind} {'is' if behind == 1 else 'are'} behind the business case")
    if due - behind - unknown:
        pieces.append(f"{due - behind - unknown} brought what was promised")
    if unknown:
        pieces.append(f"of {unknown} nothing was measured")
    return f"{known}. Of {due} with benefits due, {sentences.listed(pieces)}."


def rated(number: int, red: int, amber: int, green: int, grey: int) -> str:
    """How many benefits stand where: `60 benefits: 12 off track, 8 at risk, 30 on track, 10 not known.`"""
    pieces = [
        f"{tally} {word}"
        for tally, word in ((red, "off track"), (amber, "at risk"), (green, "on track"), (grey, "not known"))
        if tally
    ]
    return f"{sentences.count(number, 'benefit')}: {', '.join(pieces)}."


def decide(every: int, shown: int) -> str:
    """How many benefits need a decision, and how many of them stand below."""
    verb = "needs" if every == 1 else "need"
    text = f"{sentences.count(every, 'benefit')} {verb} a decision"
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
    if not numbers.missing(slippage) and not sentences.on_time(slippage):
        pieces.append(sentences.slip(slippage, locale))
    return ", ".join(pieces)


def objectives(number: int, unserved: int) -> str:
    """How many objectives there are, and how many of them no benefit serves."""
    text = sentences.count(number, "objective")
    if not unserved:
        return f"{text}, each served by a benefit" if number > 1 else f"{text}, served by a benefit"
    return f"{text}, {unserved} of them served by no benefit"


def owner(name: str | None, until: date | None, as_of: date | None) -> str:
    """Who answers for a benefit, and whether that person still does."""
    if not name:
        return "No owner"
    if until and as_of and until < as_of:
        return f"{name}, left {numbers.day(until)}"
    return name


def closed(status: str | None, on: date | None, as_of: date | None = None) -> str:
    """The mark beside a project that had ended by the status date: `closed Sep 2025`; else empty."""
    if status not in ("closed", "cancelled") or (on and as_of and on > as_of):
        return ""
    return f"{status} {on:%b %Y}" if on else f"{status}, date not known"


def _unknown(coverage: Number, last_measured: date | None, locale: str | None) -> str:
    if last_measured is None:
        return "Nothing has ever been measured"
    if not numbers.missing(coverage) and Decimal(str(coverage)) < Decimal("0.5"):
        share = numbers.rate(coverage, locale)
        return f"Only {share} of what is due was measured, last {numbers.day(last_measured)}"
    return f"Not measured since {numbers.day(last_measured)}"
