"""`mappings`, and what `load` and `check` are told about what columns mean."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from data.access import OPERATOR
from data.errors import MappingUnusable
from data.ingest import meant
from data.ingest.preview import Said
from data.ingest.understanding.mapping import mapping as mappings
from data.ingest.understanding.mapping.choose import PROPOSED, in_words
from data.store import aliases
from data.store import mappings as store


def said(asked: argparse.Namespace) -> Said:
    """What the options say about the files. Raises MappingUnusable."""
    told = asked.mapping
    if told and told != PROPOSED:
        told = _of(told).as_dict()
    return Said(told or None, project_id=asked.project, year_one=asked.start)


def _of(told: str) -> mappings.Mapping:
    """A kept mapping by its name, else the one in the file of that name."""
    path = Path(told)
    if told not in {one.name for one in store.kept()} and path.is_file():
        return mappings.from_toml(path.read_text(encoding="utf-8"))
    return mappings.from_dict(store.find(told).content)


def run(asked: argparse.Namespace) -> int:
    """Do what one of the options says; without any list the mappings."""
    if asked.propose:
        return _propose(asked.propose)
    if asked.export:
        print(mappings.to_toml(mappings.from_dict(store.find(asked.export).content)), end="")
    elif asked.take:
        read = mappings.from_toml(asked.take.read_text(encoding="utf-8"))
        print(f"Kept as {store.keep(read.as_dict(), read.name, OPERATOR.name)!r}.")
    elif asked.rename:
        print(f"Kept as {store.rename(asked.rename[0], asked.rename[1], OPERATOR.name)!r}.")
    elif asked.delete:
        store.delete(asked.delete, OPERATOR.name)
        print(f"Deleted {asked.delete!r}. What was loaded with it stays.")
    else:
        _list(asked.json)
    return 0


def _propose(path: Path) -> int:
    found = meant.of_bytes(path.name, path.read_bytes())
    for finding in found.findings:
        print(f"{finding['what']} {finding['remedy']}", file=sys.stderr)
    if not found.findings:
        print(mappings.to_toml(mappings.from_dict(found.mapping)), end="")
    return int(bool(found.findings))


def _list(as_json: bool) -> None:
    kept = store.kept()
    if as_json:
        print(json.dumps([_as_dict(one) for one in kept], ensure_ascii=False, indent=2))
    elif not kept:
        print("No mapping is kept yet. The upload page keeps one when a column was corrected.")
    for one in kept if not as_json else ():
        try:
            words = in_words(mappings.from_dict(one.content))
        except MappingUnusable as error:
            words = str(error)
        print(f"{one.name}  kept {one.at[:10]} by {one.by}: {words}")


def _as_dict(one: store.Kept) -> dict[str, Any]:
    return {"name": one.name, "by": one.by, "at": one.at, "mapping": one.content}


def links(asked: argparse.Namespace) -> int:
    """Keep or forget a decision about two IDs; without one list them all."""
    told = asked.same or asked.different or asked.forget
    if told and told[0] not in aliases.KINDS:
        print(f"{told[0]!r} is neither {' nor '.join(aliases.KINDS)}.", file=sys.stderr)
        return 2
    if asked.forget:
        aliases.forget(told[0], told[1], told[2], OPERATOR.name)
    elif told:
        aliases.decide(dict(zip(("kind", "alias", "id"), told, strict=True)), bool(asked.same), OPERATOR.name)
    known = aliases.decided()
    if asked.json:
        print(json.dumps([asdict(one) for one in known], ensure_ascii=False, indent=2))
    for one in known if not asked.json else ():
        verb = "is" if one.same else "is not"
        print(f"{one.kind} {one.alias} {verb} {one.id}  ({one.at[:10]}, {one.by})")
    return 0
