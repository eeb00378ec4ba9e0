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
        own = told["roles"]
        roles = {role: expanded([*own.get(role, ()), *use.get(role, ())]) for role in {**use, **own}}
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
        return ranks(header).get(self.name, {})

    def word(self, name: str, text: str | None) -> str | None:
        """The model's word for a cell of the field `name`; None if the profile knows none."""
        return self.vocabulary.get(name, {}).get(words(text)) if text else None


def _told(path: Path) -> dict[str, Any]:
    """The file, laid over the one that it `extends`: tables are joined, words come before the others',
    and a word of a measure or a role means that one alone."""
    told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    if "extends" not in told:
        return told
    other = _told(path.with_name(f"{told['extends']}.toml"))
    meant = {word for texts in told.get("measures", {}).values() for word in texts}
    for name, texts in other.get("measures", {}).items():
        other["measures"][name] = [text for text in texts if text not in meant]
    own = {word: role for role, texts in told.get("roles", {}).items() for word in texts}
    for role, texts in other["roles"].items():
        other["roles"][role] = [word for word in texts if own.get(word, role) == role]
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
def ranks(header: str) -> dict[str, dict[str, int]]:
    """By profile that knows the header, the roles that it may have; nothing where none does."""
    said, (exact, patterns, any_pattern) = words(header), _index()
    found = {profile: dict(roles) for profile, roles in exact.get(said, {}).items()}
    for profile, form, role, rank in patterns if any_pattern.fullmatch(said) else ():
        if form.fullmatch(said):
            roles = found.setdefault(profile, {})
            roles[role] = min(rank, roles.get(role, rank))
    if not found and said.endswith(" %"):
        return ranks(said.removesuffix(" %"))
    if "\n" in header and len(header) <= _SHORT:
        found |= ranks(" ".join(header.split()))  # a name broken over lines, not one with its definition
    return found


@cache
def _index() -> tuple[
    dict[str, dict[str, dict[str, int]]], list[tuple[str, re.Pattern[str], str, int]], re.Pattern[str]
]:
    """The ranks of roles by their exact words and profile, the words that have a `*` as patterns, and one
    pattern for all of these."""
    exact: dict[str, dict[str, dict[str, int]]] = {}
    patterns = []
    for profile in profiles().values():
        for role, texts in profile.roles.items():
            for rank, text in enumerate(texts):
                if "*" in text:
                    form = re.compile(re.escape(text).replace(r"\*", r".+"))
                    patterns.append((profile.name, form, role, rank))
                else:
                    exact.setdefault(text, {}).setdefault(profile.name, {}).setdefault(role, rank)
    return exact, patterns, re.compile("|".join(f"(?:{form.pattern})" for _, form, _, _ in patterns))
