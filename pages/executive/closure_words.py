"""What happens after closing, in plain words: numbers in, one sentence out."""

from datetime import date
from decimal import Decimal

from charts import numbers
from charts.numbers import Number
from pages.executive import sentences


def finding(
    closed: int,
    planned: Number,
    realized: Number,
    rate: Number,
    due: bool,
    currency: str = "",
    locale: str | None = "en",
    is_dated: bool = False,
) -> str:
    """How many projects closed, and what they have returned since; `due` is false when nothing was.

    `is_dated` says that every date of closing is known.
    """
    text = f"{sentences.count(closed, 'project')} {'has' if closed == 1 else 'have'} closed"
    if not due and not realized and (is_dated or not numbers.missing(planned)):
        return f"{text}; no benefit has been due since."
    if numbers.missing(planned):
        return f"{text}, on dates that are not known: what came since is not known either."
    of = numbers.money(planned, currency, locale)
    if numbers.missing(realized):
        return f"{text}: of {of} due since, nothing has been measured."
    came = numbers.money(realized, currency, locale)
    if numbers.missing(rate):
        return f"{text}: {came} has arrived since, before any was due."
    return f"{text}: of {of} due since, {came} has arrived, {numbers.rate(rate, locale)}."


def none_closed(cancelled: int) -> str:
    """When projects ended, but none by closing."""
    return f"No project has closed; {sentences.count(cancelled, 'project')} {_was(cancelled)} cancelled."


def cancelled(
    number: int, planned: Number, realized: Number, currency: str = "", locale: str | None = "en"
) -> str:
    """The bucket of its own: what cancelled projects were still to bring, and what came all the same."""
    text = f"{sentences.count(number, 'project')} {_was(number)} cancelled and {_was(number, 'is', 'are')}"
    text += " kept apart from these totals"
    if numbers.missing(planned):
        return f"{text}; when is not known."
    of = numbers.money(planned, currency, locale)
    came = "nothing measured" if numbers.missing(realized) else numbers.money(realized, currency, locale)
    return f"{text}: {of} had been planned since, {came} arrived."


def orphans(number: int, remaining: Number, currency: str = "", locale: str | None = "en") -> str:
    """How many benefits nobody looks after, and what is still to come of them."""
    if not number:
        return "Every benefit of an ended project is looked after"
    text = f"Nobody looks after {sentences.count(number, 'benefit')} of ended projects"
    if numbers.missing(remaining) or not remaining:
        return text
    return f"{text}: {numbers.money(remaining, currency, locale)} is still to come"


def reason(
    no_owner: bool,
    owner: str | None,
    owner_until: date | None,
    owner_left: bool,
    refused: bool,
    unmeasured: bool,
    last_measured: date | None,
) -> str:
    """Why a benefit is an orphan, with the names and dates."""
    pieces = []
    if no_owner:
        pieces.append("No owner was ever named")
    if owner_left:
        pieces.append(f"{owner} left on {numbers.day(owner_until)}")
    if refused:
        pieces.append("the handover was not accepted")
    if unmeasured:
        seen = f"not measured since {numbers.day(last_measured)}" if last_measured else "never measured"
        pieces.append(seen)
    text = sentences.listed(pieces) if pieces else ""
    return text[:1].upper() + text[1:] + "." if text else ""


def handover(on: date | None, to: str | None, accepted: bool | None) -> str:
    """To whom a project's output went, and whether it was signed for."""
    if on is None and not to and accepted is None:
        return "not recorded"
    state = {True: "accepted", False: "not accepted", None: "acceptance not recorded"}[accepted]
    return f"{to}, {state}" if to else state


def waits(waiting: int, known: int, longest: Number, locale: str | None = "en") -> str:
    """The title above the waits: how long from handover to the first benefit."""
    if not known:
        return "Nothing has arrived from the projects handed over"
    text = f"The longest wait from handover to a first benefit is {sentences.months(longest, locale)}"
    if numbers.missing(longest) or Decimal(str(longest)) <= 0:
        text = "The first benefits came no later than the handovers"
    if waiting:
        text += f"; {sentences.count(waiting, 'project')} {'is' if waiting == 1 else 'are'} still waiting"
    return text


def curve(program: str, rate: Number, months: int, locale: str | None = "en") -> str:
    """The title above the curves, about the one that is highlighted."""
    if numbers.missing(rate):
        return f"{program}: nothing has been due since closing"
    share = numbers.rate(rate, locale)
    return f"{program}: {sentences.count(months, 'month')} after closing, {share} of what was due has arrived"


def _was(number: int, one: str = "was", many: str = "were") -> str:
    return one if number == 1 else many
