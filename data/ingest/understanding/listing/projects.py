"""The projects of a list: each row one, one for all rows that name it, or the whole file one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Any

from data.ingest.findings import register as said
from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import ProjectTaken
from data.ingest.staged import Known, TableRead
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.listing.made import Made, written
from data.ingest.understanding.listing.programs import Programs, programs_table
from data.ingest.understanding.listing.states import by_progress, states_of, together
from data.ingest.understanding.register.labels import says_nothing, slug
from data.ingest.understanding.stage import extras

_DATES = {
    "baseline_start": "baseline_start",
    "baseline_finish": "baseline_finish",
    "forecast_finish": "finish",
    "actual_finish": "actual_finish",
}
_ROW = {**_DATES, "closed_on": "closed_on", "handed_over_on": "handed_over_on"}


@dataclass
class Projects:
    """By row of the list the project it belongs to; None where it belongs to none. `rows` are by project."""

    ids: list[str | None]
    names: dict[str, str] = field(default_factory=dict)
    programs: dict[str, str | None] = field(default_factory=dict)
    tables: list[TableRead] = field(default_factory=list)

    def rows(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, own in enumerate(self.ids):
            if own is not None:
                found.setdefault(own, []).append(index)
        return found


def projects(
    columns: Columns, summary: Sequence[bool], programs: Programs, known: Known, heard: Heard
) -> Projects:
    """The projects that the list names, and their table where the profile feeds it."""
    rules = columns.listing.rules.get("projects", {})
    found = _named(columns, rules, known, heard)
    if "projects" not in columns.listing.profile.feeds:
        return found
    made, new = Made("projects", columns.listing), Made("programs", columns.listing)
    by_row = rules.get("each", "row") == "row"
    states = states_of(columns, heard)
    extra = extras(columns.listing.block, columns.listing.unknown).to_pylist() if by_row else []
    for own, rows in found.rows().items():
        first = rows[0]
        found.programs[own] = program = programs.of(columns, new, first, own)
        values = _of_row(columns, first, states) if by_row else _of_rows(columns, rows, summary, states)
        raw = written(columns, first, _ROW.items()) if by_row else None
        made.add(first, raw, project_id=own, program_id=program, project=found.names[own],
                 extra=extra[first] if by_row else None, **values)  # fmt: skip
    _sources(made, columns, by_row)
    kept = sum(own is not None for own in found.ids)
    found.tables = [*programs_table(new, len(new.rows)), made.done(columns.listing.read, kept)]
    return found


def _sources(made: Made, columns: Columns, by_row: bool) -> None:
    rules = columns.listing.rules.get("projects", {})
    own, name = _roles(columns, rules)
    if "from_id" in rules and own != rules["each"][0]:
        own, name = "id", name or "id"
    made.came_from(project_id=own or name or "", project=name or own or "")
    made.came_from(program_id="program_id" if columns.has("program_id") else "program")
    made.came_from(status="status", project_manager="project_manager")
    if by_row or columns.listing.levels:
        made.came_from(percent_complete="percent_complete")
    made.came_from(**(_ROW if by_row else _DATES))
    if columns.day_first is not None:
        made.notes["date order"] = "day first" if columns.day_first else "month first"


def _roles(columns: Columns, rules: dict[str, Any]) -> tuple[str | None, str | None]:
    """The roles of the project's ID and name, as far as the list has them."""
    each = rules.get("each", "row")
    wanted = [rules.get("id", "project_id")] if each == "row" else [each] if isinstance(each, str) else each
    own = next((role for role in wanted if columns.has(role)), None)
    names = rules.get("name", "project")
    name = next((r for r in ([names] if isinstance(names, str) else names) if columns.has(r)), None)
    return own, name


def _named(columns: Columns, rules: dict[str, Any], known: Known, heard: Heard) -> Projects:
    own, name = _roles(columns, rules)
    each = rules.get("each", "row")
    if each == "file" or (each != "row" and own is None and "from_id" not in rules):
        return _whole(columns, rules, known, heard)
    keys = columns.texts(own) if own else [None] * columns.count
    names = columns.texts(name) if name else keys
    if by_prefix := "from_id" in rules and own != each[0]:
        found = [re.match(rules["from_id"], text or "") for text in columns.texts("id")]
        keys = [match[1] if match else None for match in found]
        names = names if name else keys
    if each != "row" and (qualify := rules.get("qualify")):
        keys = _qualified(columns, qualify, keys)
    if each != "row" and (split := rules.get("split")):
        keys, names = _first_parts(keys, split), _first_parts(names, split)
    if each != "row" and columns.has("parent"):
        keys, names = (_inherited(columns, texts) for texts in (keys, names))
    chosen = matches(columns, rules.get("where"))
    ids: list[str | None] = []
    result = Projects(ids)
    by_name = 0
    for index, (key, text) in enumerate(zip(keys, names, strict=True)):
        label, named = key or text, (own is None and not by_prefix) or key is None
        if not chosen[index] or label is None:
            ids.append(None)
            if chosen[index] and "risks" not in columns.listing.profile.feeds:
                place = Place(columns.listing.block.name, str(columns.listing.block.numbers[index]))
                heard.add(wrong.RequiredMissing(place, "project"))
            continue
        identity = label
        if named or rules.get("by_name"):
            identity = known.project_called(label) or slug(label)
            by_name += identity not in result.names and identity not in known.projects
        ids.append(identity)
        result.names.setdefault(identity, text or label)
    if by_name:
        heard.add(said.NameIdentifies(Place(columns.listing.block.name), "projects", by_name))
    return result


def _inherited(columns: Columns, texts: Sequence[str | None]) -> list[str | None]:
    """Those of the item above, by its ID or its name, for items that name no project of their own."""
    above = columns.texts("parent")
    if not any(up and not text for up, text in zip(above, texts, strict=True)):
        return list(texts)
    named = {name: row for row, name in reversed(list(enumerate(columns.texts("name")))) if name}
    rows = named | {own: row for row, own in enumerate(columns.texts("id")) if own}
    found: list[str | None] = []
    for index, text in enumerate(texts):
        seen: set[int] = set()
        row: int | None = index
        while text is None and row is not None and row not in seen:
            seen.add(row)
            row = rows.get(above[row] or "")
            text = texts[row] if row is not None else None
        found.append(text)
    return found


def _qualified(columns: Columns, roles: list[str], keys: Sequence[str | None]) -> list[str | None]:
    """Names that are unique only within what holds them, with that in front."""
    above = [columns.texts(role) for role in roles]
    return [
        " / ".join(text for text in (*outer, key) if text) if key else None
        for key, *outer in zip(keys, *above, strict=True)
    ]


def _first_parts(texts: Iterable[str | None], split: str) -> list[str | None]:
    return [text.strip(split).split(split)[0].strip() or None if text else None for text in texts]


def _whole(columns: Columns, rules: dict[str, Any], known: Known, heard: Heard) -> Projects:
    """The whole file as one project: the one said at upload, else named by what the profile names first."""
    listing = columns.listing
    if own := known.project_id:
        return Projects([own] * columns.count, {own: known.project_names.get(own, own)})
    sources = {
        "root": (_root(columns), "the only row of the highest level"),
        "sheet": ("" if says_nothing(listing.block.name) else listing.block.name, "the name of the sheet"),
        "file": (PurePath(listing.book.name.replace("\\", "/")).stem, "the file's name"),
        "title": (listing.above.get("title", ""), "the title above the table"),
    }  # fmt: skip
    named = [sources.get(one, (listing.above.get(words(one), ""), f"{one!r} above the table"))
             for one in rules.get("named_by", ("root", "file"))]  # fmt: skip
    name, source = next((pair for pair in named if pair[0]), sources["file"])
    name = re.sub(rules.get("without", r"\Z"), "", name, flags=re.IGNORECASE) or name
    stated = (listing.above.get(words(label), "") for label in rules.get("id_above", ()))
    own = next(filter(None, stated), "") or slug(name)
    heard.add(ProjectTaken(Place(listing.block.name), name, source))
    return Projects([own] * columns.count, {own: name})


def _root(columns: Columns) -> str:
    levels = columns.listing.levels
    if not levels or levels.count(min(levels)) != 1 or len(levels) < 2:
        return ""
    return columns.texts("name")[levels.index(min(levels))] or ""


def matches(columns: Columns, where: list[dict[str, list[str]]] | None) -> list[bool]:
    """Which rows say, in any of the filters, one of the words listed for each of its roles."""
    if where is None:
        return [True] * columns.count
    found = [False] * columns.count
    for one in where:
        if all(columns.has(role) for role in one):
            said = [[word in allowed for word in columns.words(role)] for role, allowed in one.items()]
            found = [before or all(row) for before, row in zip(found, zip(*said, strict=True), strict=True)]
    return found


def _of_row(columns: Columns, index: int, states: list[str | None]) -> dict[str, Any]:
    """What a row says of its project; a list without a status or a percentage says nothing about status."""
    said_nowhere = not columns.has("status") and not columns.has("percent_complete")
    values: dict[str, Any] = {target: columns.days(role)[index] for target, role in _ROW.items()}
    percent = columns.shares("percent_complete")[index]
    status = states[index] or (None if said_nowhere else by_progress(percent))
    if status == "closed" and values["closed_on"] is None:
        values["closed_on"] = values["actual_finish"]
    values["handed_over_to"] = columns.texts("handed_over_to")[index]
    accepted = columns.words("handover_accepted")[index]
    values["handover_accepted"] = None if accepted is None else accepted == "yes"
    return {
        **values,
        "status": status,
        "percent_complete": percent,
        "project_manager": columns.texts("project_manager")[index],
    }


def _of_rows(
    columns: Columns, rows: list[int], summary: Sequence[bool], states: list[str | None]
) -> dict[str, Any]:
    """What the items of a project say of it: its first and last days, and how far it is."""
    begun = [index for index in rows if states[index] != "cancelled"] or rows
    alive = [index for index in begun if not summary[index]] or begun
    done = columns.days("actual_finish")
    percent = _percent(columns, rows)
    told = {states[index] for index in alive if states[index]}
    if told == {"closed"}:  # done only when what holds the items together is done too
        told = {states[index] for index in begun if states[index]}
    ended = told == {"closed"} and all(done[index] for index in alive)
    managers = {text for index in rows if (text := columns.texts("project_manager")[index])}
    return {
        "baseline_start": min(_dates(columns, "baseline_start", begun), default=None),
        "baseline_finish": max(_dates(columns, "baseline_finish", begun), default=None),
        "forecast_finish": max(_dates(columns, "finish", begun), default=None),
        "actual_finish": max(_dates(columns, "actual_finish", alive), default=None) if ended else None,
        "percent_complete": percent,
        "status": together(told) or (None if percent is None else by_progress(percent)),
        "project_manager": managers.pop() if len(managers) == 1 else None,
    }  # fmt: skip


def _dates(columns: Columns, role: str, rows: list[int]) -> list[date]:
    days = columns.days(role)
    return [day for index in rows if (day := days[index])]


def _percent(columns: Columns, rows: list[int]) -> Any:
    """What the only row of the highest level says; nobody else speaks for the whole project."""
    levels = columns.listing.levels
    if not levels:
        return None
    top = [index for index in rows if levels[index] == min(levels[i] for i in rows)]
    return columns.shares("percent_complete")[top[0]] if len(top) == 1 and len(rows) > 1 else None
