"""The risks of a register: each row one, its ratings read by a stated scale, its impact only as money."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from data.ingest.findings import register as said
from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import OtherRows, RatingNotMoney, ScaleRead
from data.ingest.reading.grid import address
from data.ingest.staged import Known, TableRead
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.headers import unit, words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.listing.made import Made, written
from data.ingest.understanding.listing.programs import Programs, programs_table
from data.ingest.understanding.listing.projects import Projects, matches
from data.ingest.understanding.listing.schedule import in_currency
from data.ingest.understanding.numbers import Style, shares
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.stage import extras
from data.ingest.understanding.terms import STATUS
from data.ingest.understanding.vocabulary import reason_missing

_TEXTS = ("category", "response", "owner", "status", "proximity", "benefit_id", "escalated_from")
_MONEY = {"impact_low": "impact_low", "impact": "impact", "impact_high": "impact_high"}
_RANGE = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*%?\s*(?:-|\u2013|to|bis|a|à)\s*(\d+(?:[.,]\d+)?)\s*%\s*")
_LEAD = re.compile(r"^\s*([^()\[\]\d:=-]+?)\s*(?:[(\[:=-]\s*\d+(?:[.,]\d+)?\s*[)\]]?)?\s*$")
_HUNDRED = Decimal(100)


def risks(
    columns: Columns, found: Projects, programs: Programs, known: Known, heard: Heard
) -> list[TableRead]:
    """The risks; rows of other kinds, such as the issues of a RAID log, are counted and left out."""
    listing, rules = columns.listing, columns.listing.rules["risks"]
    chosen = _chosen(columns, rules.get("where"), heard)
    probability = _probability(columns, rules["scales"], heard)
    money = {field: _money(columns, role, chosen, rules["scales"], heard) for field, role in _MONEY.items()}
    made, new = Made("risks", listing), Made("programs", listing)
    kept_beside = extras(listing.block, listing.unknown + _ratings(columns)).to_pylist()
    by_name, ids = 0, dict[str, str]()
    for index, name in enumerate(columns.texts("name")):
        title = columns.texts("title")[index] or name
        if not chosen[index] or title is None:
            if chosen[index]:
                named = listing.roles.get("title", listing.roles.get("name", [0]))[0]
                cell = address(listing.block.numbers[index], named)
                heard.add(wrong.RequiredMissing(Place(listing.block.name, cell), "Risk"))
            continue
        project = found.ids[index]
        program = programs.of(columns, new, index, project)
        own = columns.texts("id")[index]
        by_name += own is None
        identity = f"{project or program or ''}:{own or slug(title)}"
        ids.setdefault(own or slug(title), identity)
        amounts = {
            field: numbers[index] if in_currency(columns, role, program, known, heard) else None
            for (field, role), numbers in zip(_MONEY.items(), money.values(), strict=True)
            if columns.has(role)
        }
        made.add(index, written(columns, index, _MONEY.items()), risk_id=identity,
                 program_id=program, project_id=project, risk=title, probability=probability[index],
                 schedule_impact_days=columns.numbers("schedule_impact_days")[index],
                 extra=kept_beside[index], **amounts, **_texts(columns, index))  # fmt: skip
    for row in made.rows:
        row["escalated_from"] = ids.get(row["escalated_from"], row["escalated_from"])
    if by_name:
        heard.add(said.NameIdentifies(Place(listing.block.name), "risks", by_name))
    made.came_from(risk_id="id", risk="title" if columns.has("title") else "name", probability="probability")
    made.came_from(project_id="project_id" if columns.has("project_id") else "project")
    made.came_from(program_id="program_id" if columns.has("program_id") else "program")
    made.came_from(**{name: name for name in (*_TEXTS, *_MONEY, "schedule_impact_days")})
    return [*programs_table(new, len(new.rows)), made.done(listing.read, len(made.rows))]


def _ratings(columns: Columns) -> list[int]:
    """The columns of ratings, kept beside the row as they were written."""
    return [columns.listing.roles[role][0] for role in ("probability", "impact") if columns.has(role)]


def _texts(columns: Columns, index: int) -> dict[str, str | None]:
    """The texts of a risk; of its status the plain word where the whole vocabulary knows it as closed."""
    found = {name: columns.texts(name)[index] for name in _TEXTS}
    if found["category"] is None and columns.words("type")[index] != "risk":
        found["category"] = columns.texts("type")[index]
    status = STATUS.get(words(found["status"] or ""))
    return found | ({"status": status} if status in ("closed", "cancelled") else {})


def _chosen(columns: Columns, where: Any, heard: Heard) -> list[bool]:
    """Rows that are risks, where a column says what each row is."""
    if where is None or not columns.has("type"):
        return [True] * columns.count
    chosen = matches(columns, where)
    if not any(chosen):  # the column says something else than risk, issue ...
        return [True] * columns.count
    others = [text for text, own in zip(columns.texts("type"), chosen, strict=True) if not own and text]
    if others:
        kinds = ", ".join(dict.fromkeys(others))[:80]
        heard.add(OtherRows(Place(columns.listing.block.name), len(others), kinds))
    return chosen


def _probability(columns: Columns, scales: dict[str, Any], heard: Heard) -> list[Decimal | None]:
    """Percent and shares as they are; words and ratings of 1 to 5 by the profile's scale, which is said."""
    if not columns.has("probability"):
        return [None] * columns.count
    cells = columns.cells("probability")
    rated = _rated(cells.values)
    read: dict[str, Decimal] = {}
    values: list[Any] = []
    for value in cells.values:
        number = _rating(value, rated, scales) if holds(value) else None
        if number is not None:
            read.setdefault(text_of(value).strip(), number)
        values.append(number if number is not None else value)
    if read:
        shown = ", ".join(
            f"{text} as {number:%}".replace(".000000", "") for text, number in list(read.items())[:7]
        )
        heard.add(ScaleRead(Place(cells.sheet, cells.address(0)), cells.header, shown))
    plain = replace(cells, values=values)
    stored = shares(plain, heard, Style(mark=columns.mark))
    columns.raw["probability"] = {
        index: text_of(value) for index, value in enumerate(cells.values) if holds(value)
    }
    return stored.array.to_pylist()  # type: ignore[no-any-return]


def _rated(values: Sequence[Any]) -> bool:
    """Whether the numbers are ratings of 1 to 5: all whole, none above, one of them above 1."""
    numbers = [n for value in values if (n := _number(value)) is not None]
    return bool(numbers) and all(n == int(n) and 1 <= n <= 5 for n in numbers) and max(numbers) > 1


def _number(value: Any) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    text = value.strip() if isinstance(value, str) else ""
    return Decimal(text) if text.isdecimal() and len(text) < 4 else None


def _rating(value: Any, rated: bool, scales: dict[str, Any]) -> Decimal | None:
    number = _number(value)
    if number is not None:
        within = rated and 1 <= number <= len(scales["numbers"])
        return Decimal(str(scales["numbers"][int(number) - 1])) if within else None
    text = value if isinstance(value, str) else ""
    if between := _RANGE.fullmatch(text):
        low, high = (Decimal(part.replace(",", ".")) for part in between.groups())
        return (low + high) / 2 / _HUNDRED
    lead = _LEAD.match(text)
    said = words(lead[1] if lead else text)
    return next((Decimal(share) for share, texts in scales["words"].items() if said in texts), None)


def _money(
    columns: Columns, role: str, chosen: Sequence[bool], scales: dict[str, Any], heard: Heard
) -> list[Decimal | None]:
    """The impact in money; ratings, words and numbers that are no more than ratings are unknown."""
    if not columns.has(role):
        return [None] * columns.count
    cells = columns.cells(role)
    stated = unit(cells.header)
    numbers = [n for value in cells.values if (n := _number(value)) is not None]
    small = bool(numbers) and max(numbers) <= 10 and not stated.currency and stated.scale == 1
    texts = [v for v in cells.values if isinstance(v, str) and holds(v) and not reason_missing(v)]
    rated = small or (bool(texts) and all(_rating(text, True, scales) is not None for text in texts))
    if rated and not columns.currencies(role):
        count = sum(holds(value) and own for value, own in zip(cells.values, chosen, strict=True))
        heard.add(RatingNotMoney(Place(cells.sheet, cells.address(0)), cells.header, count))
        return [None] * columns.count
    return columns.numbers(role)
