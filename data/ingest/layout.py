"""Where the table of a register is: its header of one to three rows, and what each column carries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from data.ingest import periods
from data.ingest.block import Block, holds, text_of
from data.ingest.grid import Row, Sheet, Value
from data.ingest.headers import Unit, unit, words
from data.ingest.periods import Period
from data.ingest.profile import Profile, profiles
from data.ingest.vocabulary import MONTHS, clean

SEARCHED_ROWS = 40
MEASURES = ("planned", "realized", "forecast")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PART = re.compile(
    rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?|(?:q|qtr |quarter )[1-4]|h[12]", re.I
)
_NUMBERED = re.compile(r"(?:year|month|quarter|period)\s*\d{1,3}", re.I)
_UNSAID = ("total", "amount")  # roles of amounts whose measure something else says


@dataclass(frozen=True)
class ValueColumn:
    """A column of amounts. Without a period it holds a total; without a measure something else says it."""

    column: int
    header: str
    measure: str | None
    period: Period | None
    unit: Unit


@dataclass
class Layout:
    """A block and what its columns carry. `undated` are columns that name a period without its year."""

    block: Block
    roles: dict[str, int] = field(default_factory=dict)
    values: list[ValueColumn] = field(default_factory=list)
    stated: list[ValueColumn] = field(default_factory=list)  # totals stated beside the columns they add
    undated: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)

    @property
    def periods(self) -> list[ValueColumn]:
        return [item for item in self.values if item.period]

    @property
    def totals(self) -> list[ValueColumn]:
        return [item for item in self.values if not item.period]


@dataclass(frozen=True)
class Meaning:
    """What one text of a header says."""

    measure: str | None = None
    period: Period | None = None
    part: str = ""  # a month, quarter or half without its year
    year: str = ""  # the text of a year, calendar or fiscal
    total: bool = False
    known: bool = False  # whether all of the text was understood


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
    said = bare.casefold()
    for measure, word in sorted(
        ((measure, word) for measure, list_ in profile.measures.items() for word in list_),
        key=lambda item: -len(item[1]),
    ):
        rest = _without(said, word, profile)
        if rest is None:
            continue
        inner = _said(name, rest, month) if rest else Meaning(known=True)
        if inner.known and (measure == "none" or not inner.measure):
            total = inner.total or word == "total"
            kind = inner.measure if word == "total" else "none" if measure == "none" else measure
            return Meaning(kind, inner.period, inner.part, inner.year, total, True)
    return Meaning()


def _dated(text: str, month: int | None) -> Meaning:
    period = periods.parse(text, month)
    if period:
        return Meaning(period=period, year=_year_text(period, text), known=True)
    part = _PART.fullmatch(text) or _NUMBERED.fullmatch(text)
    return Meaning(part=text, known=True) if part else Meaning()


def _without(said: str, word: str, profile: Profile) -> str | None:
    """The text without a measure word at its start or end and without fillers; None if it is not there."""
    spelled = words(said)
    if not (
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


def layouts(sheet: Sheet, profile: Profile, month: int | None) -> Iterator[Layout]:
    """The best reading of the sheet's header, if it satisfies what the profile needs."""
    best: tuple[int, Layout] | None = None
    for index in range(min(SEARCHED_ROWS, len(sheet.rows))):
        if not _worth(sheet.rows, index, profile):
            continue
        for height in (1, 2, 3):
            found = _try(sheet, index, height, profile, month)
            if found and (best is None or found[0] > best[0]):
                best = found
    if best and _satisfies(best[1], profile):
        block = best[1].block
        below = (row for row in sheet.rows if row.number > block.header_row)
        block.rows = [row for row in below if any(map(holds, row.values))]
        yield best[1]


def _worth(rows: Sequence[Row], index: int, profile: Profile) -> bool:
    return any(
        isinstance(value, str) and profile.rank(value)
        for row in rows[index : index + 3]
        for value in row.values
    )


def _satisfies(layout: Layout, profile: Profile) -> bool:
    values = len(layout.totals) >= 1 or len(layout.periods) + len(layout.undated) >= 2
    measured = "measure" in layout.roles and layout.values
    return bool((values or measured) and any(role in layout.roles for role in profile.needs["any"]))


def _try(
    sheet: Sheet, index: int, height: int, profile: Profile, month: int | None
) -> tuple[int, Layout] | None:
    rows = sheet.rows[index : index + height]
    if len(rows) < height or rows[-1].number - rows[0].number != height - 1:
        return None
    parts = _parts(sheet, rows, profile, month)
    layout = Layout(_block(sheet, index, height, parts))
    score = _assign(layout, parts, profile, month)
    return None if score is None else (score, layout)


def _block(sheet: Sheet, index: int, height: int, parts: dict[int, list[Value]]) -> Block:
    headers = {
        column: clean(" ".join(dict.fromkeys(text_of(part) for part in own if holds(part))))
        for column, own in parts.items()
    }
    return Block(sheet, sheet.rows[index + height - 1].number, headers, [], sheet.rows[:index])


def _parts(sheet: Sheet, rows: Sequence[Row], profile: Profile, month: int | None) -> dict[int, list[Value]]:
    """The header cells of each column from top to bottom, group labels carried to the columns they span."""
    width = max(len(row.values) for row in rows)
    lines = []
    for depth, row in enumerate(rows):
        line = [row.value(column) if holds(row.value(column)) else None for column in range(width)]
        if depth < len(rows) - 1:
            _carry(line, row, rows[depth + 1], sheet, profile, month)
        lines.append(line)
    columns = {column: [line[column] for line in lines] for column in range(width)}
    return {column: own for column, own in columns.items() if any(part is not None for part in own)}


def _carry(
    line: list[Value], row: Row, below: Row, sheet: Sheet, profile: Profile, month: int | None
) -> None:
    merged = [area for area in sheet.merged if area.first_row <= row.number <= area.last_row]
    label: Value = None
    for column in range(len(line)):
        area = next((area for area in merged if area.first_column <= column <= area.last_column), None)
        if area:
            if area.first_row == row.number:
                line[column] = row.value(area.first_column)
            label = None
        elif line[column] is not None:
            said = meaning(profile, line[column], month)
            label = line[column] if said.known and not _names(profile, below.value(column)) else None
        elif label is not None and holds(below.value(column)):
            line[column] = label


def _names(profile: Profile, value: Value) -> bool:
    """Whether a cell below is the header of a label column, so that what is above it groups nothing."""
    return isinstance(value, str) and bool(profile.rank(value).keys() - {*MEASURES, *_UNSAID})


def _assign(layout: Layout, parts: dict[int, list[Value]], profile: Profile, month: int | None) -> int | None:
    """Give each column its role or value; the score of this reading, None if it cannot be a header."""
    ranked: list[tuple[int, int, str]] = []
    for column, own in parts.items():
        there = [part for part in own if part is not None]
        ranks = _ranks(profile, there, month)
        if not ranks and len(there) > 1 and isinstance(there[0], str) and profile.rank(there[0]):
            said = [meaning(profile, part, month) for part in there]
            if not all(one.known for one in said):
                return None
        value = None if ranks else _value(layout, column, there, profile, month)
        if value:
            layout.values.append(value)
        else:
            ranked += [(rank, column, role) for role, rank in ranks.items()]
    _choose(layout, ranked, parts)
    taken = {
        *layout.roles.values(),
        *layout.undated,
        *(item.column for item in (*layout.values, *layout.stated)),
    }
    layout.unknown = [column for column in parts if column not in taken]
    height = max((len(own) for own in parts.values()), default=1)
    return 3 * (len(layout.roles) + len(layout.values) + len(layout.undated)) - height


def _ranks(profile: Profile, there: Sequence[Value], month: int | None) -> dict[str, int]:
    """The roles of a column by all its texts together, else by the lowest where those above say nothing."""
    texts = [part for part in there if isinstance(part, str)]
    if not texts or len(texts) < len(there):
        return {}
    if ranks := profile.rank(" ".join(texts)):
        return ranks
    if all(meaning(profile, part, month).known for part in texts):
        return {}
    return profile.rank(texts[-1])


def _value(
    layout: Layout, column: int, there: Sequence[Value], profile: Profile, month: int | None
) -> ValueColumn | None:
    said = [meaning(profile, part, month) for part in there]
    if not all(one.known for one in said) or any(one.measure == "none" for one in said):
        return None
    measure = next((one.measure for one in reversed(said) if one.measure), None)
    part = next((one.part for one in said if one.part), "")
    year = next((one.year for one in said if one.year), "")
    period = (
        dated(part, year, month) if part else next((one.period for one in reversed(said) if one.period), None)
    )
    if part and period is None:
        layout.undated.append(column)
        return None
    total = any(one.total for one in said)
    if period is None and not measure and not total:
        return None
    found = ValueColumn(column, layout.block.headers[column], measure, period, _unit(there))
    if total and period is not None:
        layout.stated.append(found)
        return None
    return found


def _unit(there: Sequence[Value]) -> Unit:
    found = Unit()
    for part in reversed([part for part in there if isinstance(part, str)]):
        found = found.over(unit(part))
    return found


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


def _choose(layout: Layout, ranked: list[tuple[int, int, str]], parts: dict[int, list[Value]]) -> None:
    """One column a role and one role a column, the best words first."""
    used: set[int] = set()
    for _, column, role in sorted(ranked):
        if column in used or role in layout.roles:
            continue
        used.add(column)
        if role in (*MEASURES, *_UNSAID):
            own = [part for part in parts[column] if part is not None]
            header = layout.block.headers[column]
            found = ValueColumn(column, header, None if role in _UNSAID else role, None, _unit(own))
            if not any(item.measure == found.measure and not item.period for item in layout.values):
                layout.values.append(found)
        else:
            layout.roles[role] = column
