"""A profile: how one kind of file is recognised by its content and what its headers mean."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from data.ingest.understanding.headers import words
from data.ingest.understanding.terms import expanded

_SHORT = 48  # characters of a header that is nothing but a name
PROFILES = Path(__file__).parents[2] / "profiles"


@dataclass(frozen=True)
class Profile:
    """One `data/profiles/*.toml`. `roles` maps a role to the header words that mean it, best first;
    a `*` stands for any words, and a list called `use` takes roles from the shared terms. `vocabulary`
    maps a field to {its word: the words that mean it}, `feeds` names the tables that a file of this
    kind can fill, and `told` is the file itself, for what only one layout needs."""

    name: str
    title: str
    source: str
    layout: str
    needs: dict[str, Any]
    roles: dict[str, tuple[str, ...]]
    measures: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    vocabulary: dict[str, dict[str, str]] = field(default_factory=dict)
    fixed: dict[str, Any] = field(default_factory=dict)
    absent: tuple[tuple[str, str], ...] = ()
    transposed: bool = False
    feeds: tuple[str, ...] = ()
    told: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Profile":
        told = _told(path)
        use = {term: ["@" + term] for term in told["roles"].pop("use", ())}
        roles = {role: expanded(texts) for role, texts in {**use, **told["roles"]}.items()}
        return cls(
            name=path.stem,
            title=told["title"],
            source=told["source"],
            layout=told["layout"],
            needs=told.get("needs", {}),
            roles={role: tuple(map(_plain, texts)) for role, texts in roles.items()},
            measures={name: tuple(map(words, texts)) for name, texts in told.get("measures", {}).items()},
            fillers=frozenset(told.get("fillers", {}).get("words", ())),
            vocabulary={
                name: {words(text): word for word, texts in groups.items() for text in texts}
                for name, groups in told.get("words", {}).items()
            },
            fixed=told.get("fixed", {}),
            absent=tuple((text, why) for why, texts in told.get("absent", {}).items() for text in texts),
            transposed=told.get("transposed", False),
            feeds=tuple(told["feeds"]),
            told=told,
        )

    def rank(self, header: str) -> dict[str, int]:
        """The roles that a header may have, with the rank of the words that say so (0 is best)."""
        return _rank(self.name, header)

    def word(self, name: str, text: str | None) -> str | None:
        """The model's word for a cell of the field `name`; None if the profile knows none."""
        return self.vocabulary.get(name, {}).get(words(text)) if text else None


def _told(path: Path) -> dict[str, Any]:
    """The file, laid over the one that it `extends`: tables are joined, words come before the others',
    and a word of a measure means that measure alone."""
    told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    if "extends" not in told:
        return told
    other = _told(path.with_name(f"{told['extends']}.toml"))
    meant = {word for texts in told.get("measures", {}).values() for word in texts}
    for name, texts in other.get("measures", {}).items():
        other["measures"][name] = [text for text in texts if text not in meant]
    return _over(told, other)


def _over(told: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    joined = {**other, **told}
    for name in told.keys() & other.keys():
        if isinstance(told[name], dict) and name != "needs":
            joined[name] = _over(told[name], other[name])
        elif isinstance(told[name], list) and name != "feeds":
            joined[name] = [*told[name], *other[name]]
    return joined


def _plain(text: str) -> str:
    return " ".join(part if part == "*" else words(part) for part in re.split(r"(\*)", text) if part.strip())


@cache
def profiles() -> dict[str, Profile]:
    """All profiles by name."""
    return {path.stem: Profile.read(path) for path in sorted(PROFILES.glob("*.toml"))}


@lru_cache(maxsize=65536)
def _rank(profile: str, header: str) -> dict[str, int]:
    lines = header.split()
    if "\n" in header and len(header) <= _SHORT and (found := _rank(profile, " ".join(lines))):
        return found  # a name broken over lines, not a name with its definition below
    said, (exact, patterns) = words(header), _index(profile)
    ranks = dict(exact.get(said, {}))
    for form, role, rank in patterns:
        if form.fullmatch(said):
            ranks[role] = min(rank, ranks.get(role, rank))
    return ranks


@cache
def _index(profile: str) -> tuple[dict[str, dict[str, int]], list[tuple[re.Pattern[str], str, int]]]:
    """The ranks of roles by their exact words, and the words that have a `*` as patterns."""
    exact: dict[str, dict[str, int]] = {}
    patterns = []
    for role, texts in profiles()[profile].roles.items():
        for rank, text in enumerate(texts):
            if "*" in text:
                patterns.append((re.compile(re.escape(text).replace(r"\*", r".+")), role, rank))
            else:
                exact.setdefault(text, {}).setdefault(role, rank)
    return exact, patterns
