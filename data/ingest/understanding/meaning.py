"""What one text of a register's header says about measure and period."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from data.ingest.reading.grid import Value
from data.ingest.understanding import periods
from data.ingest.understanding.block import text_of
from data.ingest.understanding.headers import words
from data.ingest.understanding.periods import Period
from data.ingest.understanding.profile import Profile, profiles
from data.ingest.understanding.vocabulary import MONTHS, clean

MEASURES = ("planned", "realized", "forecast")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PART = re.compile(
    rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?|"
    r"(?:[qt]|qtr |quarter |quartal )[1-4]|[hs][12]",
    re.I,
)
_NUMBERED = re.compile(r"(?:year|month|quarter|period|jahr|monat|año|mes|année|mois|ano|mês)\s*\d{1,3}", re.I)


@dataclass(frozen=True)
class Meaning:
    """What one text of a header says."""

    measure: str | None = None
    period: Period | None = None
    part: str = ""  # a month, quarter or half without its year
    year: str = ""  # the text of a year, calendar or fiscal
    total: bool = False
    known: bool = False  # whether all of the text was understood
    running: str = ""  # cumulative, year to date: amounts that run on, of the measure `beside`
    beside: str | None = None


def meaning(profile: Profile, value: Value, month: int | None) -> Meaning:
    """What a header cell says about measure and period."""
    if isinstance(value, (date, Decimal)):
        period = periods.parse(value, month)
        return Meaning(period=period, year=_year_text(period, text_of(value)), known=period is not None)
    return _said(profile.name, value, month) if isinstance(value, str) else Meaning()


def _year_text(period: Period | None, text: str) -> str:
    whole = period is not None and (period.end - period.start).days > 360
    return text if whole else ""


@lru_cache(maxsize=16384)
def _said(name: str, text: str, month: int | None) -> Meaning:
    profile, first = profiles()[name], next(iter(clean(text).splitlines()), "")
    bare = clean(_BRACKETS.sub(" ", first))
    direct = _dated(bare, month)
    if direct.known:
        return direct
    said = _unfilled(bare.casefold(), profile)
    for measure, word in _measure_words(name):
        rest = _without(said, word, profile)
        if rest is None:
            continue
        inner = _said(name, _unfilled(rest, profile), month) if rest else Meaning(known=True)
        if inner.running and measure != "none":
            return replace(inner, beside=measure)
        if inner.known and (measure == "none" or not inner.measure):
            total = inner.total or word == "total"
            kind = inner.measure if word == "total" else "none" if measure == "none" else measure
            runs = _running(name).get(word, "") if measure == "none" else ""
            return Meaning(kind, inner.period, inner.part, inner.year, total, True, runs, inner.measure)
    return Meaning()


@cache
def _measure_words(name: str) -> list[tuple[str, str]]:
    """Each measure with each of its words, the longest first."""
    named = ((measure, word) for measure, list_ in profiles()[name].measures.items() for word in list_)
    return sorted(named, key=lambda item: -len(item[1]))


@cache
def _running(name: str) -> dict[str, str]:
    """The words for amounts that run on, each with how."""
    told: dict[str, list[str]] = profiles()[name].told.get("running", {})
    return {words(text): how for how, texts in told.items() for text in texts}


def _unfilled(said: str, profile: Profile) -> str:
    """The text without the words at its end that add nothing: `jan 2026 planned benefit` means the plan."""
    tokens = said.split()
    while len(tokens) > 1 and tokens[-1] in profile.fillers:
        tokens.pop()
    return " ".join(tokens)


def _dated(text: str, month: int | None) -> Meaning:
    period = periods.parse(text, month)
    if period:
        return Meaning(period=period, year=_year_text(period, text), known=True)
    part = _PART.fullmatch(text) or _NUMBERED.fullmatch(text)
    return Meaning(part=text, known=True) if part else Meaning()


def _without(said: str, word: str, profile: Profile) -> str | None:
    """The text without a measure word at its start or end and without fillers; None if it is not there."""
    spelled = words(said)
    if word not in spelled or not (
        re.match(rf"{re.escape(word)}(?:\W|$)", spelled) or re.search(rf"(?:^|\W){re.escape(word)}$", spelled)
    ):
        return None
    count = len(word.split())
    tokens = [
        token for token in re.split(r"[\s:_]+|(?<=[a-z])[-/\u2013](?=\S)|\s[-/\u2013]\s", said) if token
    ]
    if words(" ".join(tokens[:count])) == word:
        rest = tokens[count:]
    elif words(" ".join(tokens[-count:])) == word:
        rest = tokens[:-count]
    else:
        return None
    return " ".join(
        token for token in rest if token not in profile.fillers and token not in ("-", "/", "\u2013")
    )


def dated(part: str, year: str, month: int | None) -> Period | None:
    """The month, quarter or half `part` of the year that `year` names; None if it names none."""
    whole = periods.parse(year, month) if year else None
    if whole is None:
        return None
    if not whole.fiscal or part.rstrip(".").casefold() not in MONTHS:
        return periods.parse(f"{year} {part}", month) or periods.parse(f"{part} {year}", month)
    number = MONTHS[part.rstrip(".").casefold()]
    later = number < whole.start.month
    return periods.months(date(whole.start.year + later, number, 1), 1)._replace(fiscal=True)
