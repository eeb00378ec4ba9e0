"""A mapping proposed for a book that nothing recognises: by header words, shape of values, neighbours."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from data.ingest.reading.grid import Book, Sheet, Value, column_letters
from data.ingest.staged import Known
from data.ingest.understanding.block import text_of
from data.ingest.understanding.headers import words
from data.ingest.understanding.listing.find import roles_of
from data.ingest.understanding.mapping.columns import beside_period, period_of
from data.ingest.understanding.mapping.layout_print import fingerprint
from data.ingest.understanding.mapping.lexicon import everywhere, terms
from data.ingest.understanding.mapping.mapping import MappedColumn, MappedTable, Mapping
from data.ingest.understanding.mapping.regions import Region, regions
from data.ingest.understanding.mapping.shapes import Shape, fit, shape
from data.ingest.understanding.mapping.targets import (
    REGISTER,
    TARGETS,
    list_profile,
    needed,
    periodic,
    values,
    whole_profile,
)
from data.ingest.understanding.profile import profiles

SURE = 0.75  # from here on a proposal is worth being accepted as it stands
EXACT, _RESEMBLES, _CONTAINS, _BY_SHAPE, _BY_ID = 0.97, 0.8, 0.65, 0.35, 0.9
_COMMON = 0.6  # share of a column's cells that are known IDs
_NAMES = {REGISTER: "benefit", "benefits": "benefit", "projects": "project", "risks": "risk"}


@dataclass(frozen=True)
class _Guess:
    role: str
    confidence: float
    period: str = ""


def propose(book: Book, known: Known) -> Mapping:
    """A mapping for every table found; tables that fit nothing have no target. Never raises."""
    tables = [_table(region, known) for sheet in _readable(book) for region in regions(sheet)]
    stem = re.sub(r"\.\w{2,5}$", "", book.name)
    own = fingerprint(book)
    return Mapping(
        name=stem[:80] or "layout", fingerprint=own, source=f"layout {own[:12]}", tables=tuple(tables)
    )


def sure(mapping: Mapping) -> bool:
    """Whether the proposal is good enough to be accepted as it stands."""
    return mapping.confidence >= SURE


def _readable(book: Book) -> Iterable[Sheet]:
    return (sheet for sheet in book.sheets if sheet.rows and sheet.state == "visible")


def _table(region: Region, known: Known) -> MappedTable:
    shapes = _shapes(region)
    return _mapped(region, *max((_fitted(region, target, shapes, known) for target in TARGETS), key=_rank))


def fitted(region: Region, target: str, known: Known) -> MappedTable:
    """The table read into this target, or into the one that fits best where it is ''."""
    if not target:
        return _table(region, known)
    if profile := list_profile(target):
        found = roles_of(region.headers, profile)
        guesses = {at: _Guess(role, EXACT) for role, columns in found.items() for at in columns}
        return replace(_mapped(region, EXACT, guesses, target), target=target)
    if whole_profile(target):
        return replace(_mapped(region, EXACT, {}, ""), target=target, confidence=EXACT)
    return replace(_mapped(region, *_fitted(region, target, _shapes(region), known)), target=target)


def _shapes(region: Region) -> dict[int, Shape]:
    return {column: shape([row.value(column) for row in region.rows]) for column in region.parts}


def _mapped(region: Region, confidence: float, guesses: dict[int, _Guess], target: str) -> MappedTable:
    if not guesses or not region.rows:
        guesses, target, confidence = {}, "", 0.0
    nothing = _Guess("", 0.0)
    told = {column: guesses.get(column, nothing) for column in region.parts}
    columns = tuple(
        MappedColumn(text, column_letters(at), told[at].role, told[at].period, round(told[at].confidence, 2))
        for at, text in region.headers.items()
    )
    place = (region.sheet.name, region.header_row, target, columns, region.header_rows, region.flipped)
    return MappedTable(*place, round(confidence, 2))


_Fitted = tuple[float, dict[int, _Guess], str]


def _rank(found: _Fitted) -> tuple[bool, float, bool]:
    """Complete before incomplete; then the more of the columns is explained; the register of equals."""
    confidence, guesses, target = found
    return confidence > 0, sum(guess.confidence for guess in guesses.values()), target == REGISTER


def _fitted(region: Region, target: str, shapes: dict[int, Shape], known: Known) -> _Fitted:
    """The columns given their roles in one target; how sure it is that all it needs is there."""
    guesses = _periods(region, target)
    candidates = [
        (guess.confidence, -column, guess)
        for column, text in region.headers.items()
        if column not in guesses
        for guess in _guesses(target, text, shapes[column], _ids(region, column, known))
    ]
    taken = {guess.role for guess in guesses.values()} & {"period", "period_start"}
    for _, column, guess in sorted(candidates, key=lambda one: (-one[0], -one[1])):
        if -column not in guesses and guess.role not in taken:
            guesses[-column] = guess
            taken.add(guess.role)
    _by_shape(region, target, shapes, guesses)
    sure_of = [
        max((g.confidence for g in guesses.values() if g.role in ways), default=0.0)
        for ways in _needs(target, guesses)
    ]
    confidence = 0.0 if not sure_of or 0.0 in sure_of else sum(sure_of) / len(sure_of)
    filled = [column for column, seen in shapes.items() if seen.count]
    explained = sum(column in guesses for column in filled)
    # What leaves most columns unexplained may be another kind of list altogether.
    confidence *= min(1.0, (1.5 * explained / max(1, len(filled))) ** 0.5)
    return confidence, guesses, target


def _needs(target: str, guesses: dict[int, _Guess]) -> Sequence[tuple[str, ...]]:
    """What the target needs; columns that are periods need no column that states one."""
    across = any(guess.period for guess in guesses.values())
    return [ways for ways in needed(target) if not (across and "period" in ways)]


def _guesses(target: str, header: str, seen: Shape, ids: str) -> list[_Guess]:
    said = words(header)
    found: dict[str, float] = {}
    if role := terms(target).get(said):
        found[role] = EXACT
    elif said:
        for text, score, _ in process.extract(
            said, list(terms(target)), scorer=fuzz.token_sort_ratio, limit=3, score_cutoff=88
        ):
            found.setdefault(terms(target)[text], _RESEMBLES * score / 100)
        if not found and said not in everywhere():
            inside = [text for text in terms(target) if len(text) > 3 and f" {text} " in f" {said} "]
            if inside:
                found[terms(target)[max(inside, key=len)]] = _CONTAINS
    if ids and ids in terms(target).values():
        found[ids] = max(found.get(ids, 0.0), _BY_ID)
    return [_Guess(role, confidence * _trust(fit(target, role, seen))) for role, confidence in found.items()]


def _trust(fits: float) -> float:
    """A header is believed as far as its cells bear it out."""
    return 1.0 if fits >= 0.9 else 0.9 if fits >= 0.6 else 0.45 if fits >= 0.3 else 0.2


def _ids(region: Region, column: int, known: Known) -> str:
    """`project_id` or `benefit_id` where most cells are IDs that the store knows."""
    there = [text_of(value) for row in region.rows[:300] if (value := row.value(column)) is not None]
    for role, ids in (("benefit_id", known.benefits), ("project_id", known.projects)):
        if there and sum(text in ids for text in there) >= _COMMON * len(there):
            return role
    return ""


def _periods(region: Region, target: str) -> dict[int, _Guess]:
    """Columns that are periods, where there are two or more; what they measure is said beside the period."""
    if not periodic(target):
        return {}
    found: dict[int, _Guess] = {}
    for column, own in region.parts.items():
        period = period_of(own)
        if period:
            role, confidence = _measure(target, own, region)
            found[column] = _Guess(role, confidence, period)
    return found if len(found) > 1 else {}


def _measure(target: str, own: list[Value], region: Region) -> tuple[str, float]:
    """What a period's column measures: by a word in its header, the sheet's name or a title above."""
    near = [value for row in region.above for value in row.values if isinstance(value, str)]
    for listed, confidence in (([beside_period(own)], EXACT), ([region.sheet.name, *near], 0.85)):
        for text in listed:
            if role := _said(target, text):
                return role, confidence
    return values(target)[0], 0.4


def _said(target: str, text: str) -> str:
    """The role of a period's column that a text names: as a whole, else by one of its words."""
    own = values(target)
    if (role := terms(target).get(words(text))) in own:
        return role or ""
    spelled = f" {words(text)} "
    known = profiles()["benefits_register"].measures if target == REGISTER else {}
    found = {measure for measure, texts in known.items() if any(f" {one} " in spelled for one in texts)}
    found = found & set(own) or {
        role for one, role in terms(target).items() if role in own and f" {one} " in spelled
    }
    return found.pop() if len(found) == 1 else ""


def _by_shape(region: Region, target: str, shapes: dict[int, Shape], guesses: dict[int, _Guess]) -> None:
    """The first column of differing texts names the rows, where no header says which does."""
    name = _NAMES.get(target)
    if not name or any(guess.role in (name, f"{name}_id") for guess in guesses.values()):
        return
    for column in sorted(region.parts):
        seen = shapes[column]
        if column not in guesses and seen.count and seen.texts > 0.9 and seen.distinct > 0.8:
            guesses[column] = _Guess(name, _BY_SHAPE)
            return
