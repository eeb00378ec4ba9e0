"""What the lines above (and the notes below) a table say: program, currency and scale, as-at date, year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from data.ingest.reading.grid import Row, Value
from data.ingest.understanding import dates
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.headers import Unit, unit
from data.ingest.understanding.vocabulary import COMMON_WORDS, MONTHS, clean

_NAME = r"program(?:me|m|a)?(?:\s*name)?"
_PROGRAM = re.compile(rf"{_NAME}\s*[:=\u2013-]\s*(.+)", re.IGNORECASE)
_PROGRAM_LABEL = re.compile(rf"{_NAME}\s*:?", re.IGNORECASE)
_PROJECT_NAME = (
    r"(?:project|projekt|proyecto|projet|projeto)(?:\s*(?:name|title)|name|titel)?"
    r"|(?:nombre del|nom du|nome do)\s+(?:proyecto|projet|projeto)"
)
_PROJECT = re.compile(rf"(?:{_PROJECT_NAME})\s*[:=]\s*(.+)", re.IGNORECASE)
_PROJECT_LABEL = re.compile(rf"(?:{_PROJECT_NAME})\s*:?", re.IGNORECASE)
_PORTFOLIO = re.compile(r"portfolio\s*[:=]\s*(.+)", re.IGNORECASE)
_AS_AT = re.compile(
    r"\b(?:as\s+(?:at|of|on)|status\s+date|report(?:ing)?\s+date|position\s+at|data\s+(?:as\s+)?(?:at|of)"
    r"|stand(?:\s+vom)?|stichtag|situación\s+al?|fecha\s+de\s+corte|situation\s+au|arrêté\s+au|posição\s+em|data\s+base)"
    r"\b\s*:?\s*(.*)",
    re.IGNORECASE,
)
_FISCAL = re.compile(r"(?:fiscal|financial)\s+year.*?\b([a-z]{3,9})\b\s*(?:to|[-\u2013]|$)", re.IGNORECASE)
_AMOUNTS = re.compile(
    r"\b(?:figures?|amounts?|values?|currency|all|in|units?)\b|^\W*\w{0,4}[£€$]", re.IGNORECASE
)
_YEAR = re.compile(
    r"\bFY\s*\d{2,4}(?:\s*[-/]\s*\d{2,4})?|\b20\d{2}\s*[-/]\s*\d{2,4}\b|\b20\d{2}\b", re.IGNORECASE
)


NOTHING = Unit()


@dataclass(frozen=True)
class Titles:
    """What was found. `first` is the first title text, `years` the texts of the years that are named."""

    program: str = ""
    portfolio: str = ""
    project: str = ""
    unit: Unit = NOTHING
    as_at: date | None = None
    as_at_text: str = ""
    fiscal_month: int | None = None
    first: str = ""
    years: tuple[str, ...] = ()

    def with_unit(self, header: Value) -> "Titles":
        """These titles with the unit in the header of the lines' names, such as £m, over their own."""
        said = unit(header) if isinstance(header, str) else NOTHING
        return replace(self, unit=said.over(self.unit)) if said.currency or said.scale != 1 else self


def titles(rows: Iterable[Row], name: str = "") -> Titles:
    """Read the lines above a table; `name` is the sheet's, which may carry a unit too."""
    lines = [[value for value in row.values if holds(value)] for row in rows]
    texts = [clean(text_of(value)) for line in lines for value in line if isinstance(value, str)]
    found = Unit()
    for text in texts:
        found = found.over(unit(text))
    as_at, as_at_text = _as_at(lines)
    return Titles(
        program=_labelled(lines, _PROGRAM, _PROGRAM_LABEL),
        project=_labelled(lines, _PROJECT, _PROJECT_LABEL),
        portfolio=next((clean(match[1]) for text in texts if (match := _PORTFOLIO.match(text))), ""),
        unit=found.over(unit(name)),
        as_at=as_at,
        as_at_text=as_at_text,
        fiscal_month=next((month for text in texts if (month := fiscal_month(text))), None),
        first=texts[0] if texts else "",
        years=tuple(dict.fromkeys(match for text in (*texts, name) for match in _YEAR.findall(text))),
    )


def fiscal_month(text: str) -> int | None:
    """The first month of a fiscal year that a text names: `Financial year April to March`."""
    if not re.search(r"(?:fiscal|financial)\s+year", text, re.IGNORECASE):
        return None
    named = (word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in COMMON_WORDS)
    return next((MONTHS[word] for word in named if word in MONTHS), None)


def _labelled(lines: list[list[Value]], inline: re.Pattern[str], label: re.Pattern[str]) -> str:
    for line in lines:
        for position, value in enumerate(line):
            if not isinstance(value, str):
                continue
            if match := inline.fullmatch(clean(value)):
                return clean(match[1])
            if label.fullmatch(clean(value)) and position + 1 < len(line):
                return clean(text_of(line[position + 1]))
    return ""


def _as_at(lines: list[list[Value]]) -> tuple[date | None, str]:
    for line in lines:
        for position, value in enumerate(line):
            match = _AS_AT.search(value) if isinstance(value, str) else None
            if match is None:
                continue
            after = line[position + 1] if position + 1 < len(line) else None
            day = _day(match[1]) or _day(after)
            if day:
                return day, clean(text_of(value))
    return None, ""


def _day(value: Value) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return dates.parse(clean(value).strip(" .:")) if isinstance(value, str) else None
