"""How projects and benefits of different sources meet: by ID, by alias, by a name that was confirmed.

Names are only proposed here; nothing is merged before a person has said so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import fuzz, process

from data.ingest.findings.base import Place
from data.ingest.findings.linking import AliasRead, LinkProposed
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.headers import words

KINDS = {"project": "projects", "benefit": "benefits"}
ALIKE = 88.0  # from here on two names are worth a question
_COLUMNS = {
    "project": ("project_id", "starts_after", "from", "to"),
    "benefit": ("benefit_id", "from", "to"),
}
_SHORTEST = 4

Aliases = Mapping[str, Mapping[str, str]]  # kind -> alias -> id


def renamed(reading: Reading, aliases: Aliases) -> Reading:
    """The reading with the IDs that aliases stand for, and a finding for each alias that was read."""
    used: dict[tuple[str, str], str] = {}
    tables = [_renamed(table, aliases, used) for table in reading.tables]
    if not used:
        return reading
    said = [AliasRead(Place(), kind, alias, own) for (kind, alias), own in sorted(used.items())]
    return replace(reading, tables=tables, findings=[*reading.findings, *said])


def _renamed(table: TableRead, aliases: Aliases, used: dict[tuple[str, str], str]) -> TableRead:
    rows = table.rows
    if rows is None or table.table is None:
        return table
    for kind, names in aliases.items():
        for name in _COLUMNS[kind] if names else ():
            if name not in rows.column_names:
                continue
            found = set(pc.unique(rows[name]).to_pylist()) & names.keys()
            if found:
                used |= {(kind, alias): names[alias] for alias in found}
                new = [names.get(own, own) for own in rows[name].to_pylist()]
                at = rows.column_names.index(name)
                rows = rows.set_column(at, name, pa.array(new, pa.string()))
    return table if rows is table.rows else replace(table, rows=rows)


@dataclass(frozen=True)
class _Thing:
    id: str
    name: str
    program: str
    file: int  # -1: in the base

    @property
    def spelled(self) -> str:
        return " ".join(sorted(words(self.name).split()))


def proposed(
    readings: Sequence[Reading | None], known: Known, apart: Sequence[Sequence[str]]
) -> list[dict[str, Any]]:
    """Pairs that may be the same: {kind, alias, alias_name, id, name, file}, the best for each unknown ID.

    A thing is unknown when neither the base nor another file names its ID; it is compared with what its
    own file does not list.
    """
    found = []
    settled = {tuple(pair) for pair in apart}
    base = {
        "project": (known.project_names, known.projects),
        "benefit": (known.benefit_names, known.benefits),
    }
    for kind, table in KINDS.items():
        things = [_listed(reading, table, at) for at, reading in enumerate(readings)]
        for at, own in enumerate(things):
            others = {one.id: one for at_, all_ in enumerate(things) if at_ < at for one in all_.values()}
            names, programs = base[kind]
            others |= {id_: _Thing(id_, name, programs.get(id_, ""), -1) for id_, name in names.items()}
            candidates = {id_: one for id_, one in others.items() if id_ not in own}
            unknown = [one for one in own.values() if one.id not in others]
            found += _pairs(kind, unknown, list(candidates.values()), settled, known)
    return found


def told(links: Sequence[Mapping[str, Any]], file: int) -> list[LinkProposed]:
    """The findings about the links of one file."""
    return [
        LinkProposed(Place(), one["kind"], one["alias"], one["alias_name"], one["id"], one["name"])
        for one in links
        if one["file"] == file
    ]


def _listed(reading: Reading | None, table: str, file: int) -> dict[str, _Thing]:
    found: dict[str, _Thing] = {}
    name = table[:-1]
    for read in reading.tables if reading else ():
        if read.table == table and read.rows is not None:
            columns = [read.rows[column].to_pylist() for column in (f"{name}_id", name, "program_id")]
            for own, title, program in zip(*columns, strict=True):
                if own and title:
                    found.setdefault(own, _Thing(own, title, program or "", file))
    return found


def _pairs(
    kind: str,
    unknown: Sequence[_Thing],
    candidates: Sequence[_Thing],
    settled: set[tuple[str, ...]],
    known: Known,
) -> list[dict[str, Any]]:
    """The best candidate of each, the surest first, no candidate twice."""
    if not candidates:
        return []
    spelled = [one.spelled for one in candidates]
    scored = []
    for one in unknown:
        said = one.spelled
        if len(said) < _SHORTEST:
            continue
        for name, score, at in process.extract(said, spelled, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5):
            other = candidates[at]
            apart = one.program != other.program and {one.program, other.program} <= known.programs.keys()
            if not apart and _numbers(name) == _numbers(said) and (kind, one.id, other.id) not in settled:
                scored.append((-score, one.id, other.id, one, other))
    found, taken = [], set[str]()
    for _, _, _, one, other in sorted(scored, key=lambda pair: pair[:3]):
        if not {f"-{one.id}", f"+{other.id}"} & taken:
            taken |= {f"-{one.id}", f"+{other.id}"}
            names = {"alias": one.id, "alias_name": one.name, "id": other.id, "name": other.name}
            found.append({"kind": kind, **names, "file": one.file})
    return found


def _numbers(name: str) -> list[str]:
    """Phase 1 and Phase 2 resemble each other, and are not the same."""
    return sorted(re.findall(r"\d+", name))
