"""The words of headers and what they mean: from the model, the register and `synonyms.toml`."""

import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from data.ingest.understanding.headers import words
from data.ingest.understanding.mapping.targets import REGISTER, TARGETS, roles
from data.ingest.understanding.profile import profiles
from data.ingest.understanding.terms import STATUS
from data.model import BY_NAME

_TOLD: dict[str, Any] = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text(encoding="utf-8"))

_NAMES = ("program_id", "program", "project_id", "project", "benefit_id")


@cache
def terms(target: str) -> dict[str, str]:
    """Header words of this target and the role each means, where several fit the first."""
    found: dict[str, str] = {}
    if target == REGISTER:
        known = profiles()["benefits_register"].roles
        ranked = [(at, role, text) for role in roles(target) for at, text in enumerate(known.get(role, ()))]
        listed = [(role, text) for _, role, text in sorted(ranked, key=lambda one: one[0])]
    else:
        listed = [(role, words(header.removesuffix(" (by name)"))) for role, header in roles(target).items()]
        # What programs, projects and benefits are called is the same in every list.
        named = profiles()["benefits_register"].roles
        for role in _NAMES:
            if role in roles(target):
                listed += [(role, words(text)) for text in (*named[role], *_TOLD[REGISTER].get(role, ()))]
    listed += [(role, words(text)) for role, texts in _TOLD.get(target, {}).items() for text in texts]
    for role, text in listed:
        if text and "*" not in text:
            found.setdefault(text, role)
    return found


@cache
def everywhere() -> dict[str, frozenset[str]]:
    """Header words of any target, with the targets that know them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for target in TARGETS:
        for text in terms(target):
            found[text].add(target)
    return {text: frozenset(targets) for text, targets in found.items()}


def knows(header: str) -> bool:
    """Whether some target has a word for this header."""
    return words(header) in everywhere()


@cache
def choices(table: str, field: str) -> dict[str, str]:
    """Other words for the choices of a field: In progress is active."""
    own = _TOLD.get(f"words {table}.{field}", {})
    register = profiles()["benefits_register"].vocabulary.get(field, {}) if table == "benefits" else {}
    known = {words(text): word for word, texts in own.items() for text in texts}
    if (table, field) == ("projects", "status"):
        known = {**STATUS, **known}
    return {**register, **known} if BY_NAME[table].field(field).choices else {}
