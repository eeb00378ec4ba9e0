"""The strategy map, in plain words: numbers in, one sentence out."""

from collections.abc import Sequence

from charts import numbers
from charts.numbers import Number
from pages.executive import sentences


def finding(objectives: int, unserved: int, unlinked: int) -> str:
    """Whether every objective has a benefit, and every benefit an objective."""
    if not objectives:
        return "No objective is named, so no benefit can serve one."
    text = sentences.count(objectives, "objective")
    if unserved:
        text += f", {unserved} of {'it' if objectives == 1 else 'them'} served by no benefit"
    else:
        text += ", served by benefits" if objectives == 1 else ", each served by benefits"
    if not unlinked and unserved == objectives:
        return f"{text}."
    if not unlinked:
        return f"{text}; every benefit serves one."
    return f"{text}; {sentences.count(unlinked, 'benefit')} {'serves' if unlinked == 1 else 'serve'} none."


def late(
    output: str,
    months: Number,
    is_done: bool,
    benefits: int,
    to_come: Number,
    currency: str = "",
    locale: str | None = "en",
) -> str:
    """A late output and what waits for it."""
    verb = "came" if is_done else "is expected"
    text = f"{output} {verb} {sentences.months(months, locale)} late and leads to"
    text += f" {sentences.count(benefits, 'benefit')}"
    if numbers.missing(to_come) or not to_come:
        return f"{text}."
    return f"{text}, of which {numbers.money(to_come, currency, locale)} is still to come."


def way(names: Sequence[str]) -> str:
    """From the output to the benefit: `Finance ledger → One finance centre → Staff`."""
    return " → ".join(names)
