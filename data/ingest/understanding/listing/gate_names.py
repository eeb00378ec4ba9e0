"""Which columns of a list hold the dates of gates, by their headers: Gate 1 planned, Freigabe Ist."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from data.ingest.understanding.headers import words
from data.ingest.understanding.profile import Profile, profiles, ranks
from data.ingest.understanding.terms import unwrapped

GATE_DATE = "gate_date"
KINDS = ("baseline_date", "forecast_date", "actual_date")


@dataclass(frozen=True)
class Gate:
    """A gate and which of its dates a column holds; '' where its header does not say."""

    name: str
    kind: str


def gate_columns(headers: dict[int, str], profile: Profile) -> list[int]:
    """The columns of gates: two or more, each numbered, or with planned and actual dates side by side."""
    if "gates" not in profile.told:
        return []
    found = {
        column: own
        for column, text in headers.items()
        if not ranks(unwrapped(text)).get(profile.name) and (own := gate(text, profile))
    }
    kinds = Counter(words(own.name) for own in found.values() if own.kind)
    numbered, edges = _numbered(profile), set(map(words, profile.told["gates"]["edges"]))
    kept = [
        column
        for column, own in found.items()
        if numbered.fullmatch(words(own.name))
        or (kinds[words(own.name)] > 1 and words(own.name) not in edges)
    ]
    return sorted(kept) if len({found[column].name for column in kept}) > 1 else []


def gate(header: str, profile: Profile) -> Gate | None:
    """The gate that a header names with the kind of its date; None where nothing is left for a name."""
    said, kind = header.split("\n")[0].strip(" :-"), ""
    for name, texts in _kinds(profile.name).items():
        left = _left(said)
        word = next((text for text in texts if text in left), None)
        if word is not None:
            said, kind = left[word], name if name in KINDS else kind
    return Gate(said, kind) if said else None


@lru_cache(maxsize=4096)
def _left(said: str) -> dict[str, str]:
    """What is left of a text without the one to three words at its end or its start, by those words."""
    tokens = said.split()
    found: dict[str, str] = {}
    for count in range(1, min(3, len(tokens)) + 1):
        found.setdefault(words(" ".join(tokens[-count:])), " ".join(tokens[:-count]).strip(" :-"))
        found.setdefault(words(" ".join(tokens[:count])), " ".join(tokens[count:]).strip(" :-"))
    return found


@cache
def _kinds(profile: str) -> dict[str, list[str]]:
    """By kind of date the words for it, the longest first."""
    told = profiles()[profile].told["gates"]
    return {kind: sorted(map(words, told[kind]), key=len, reverse=True) for kind in ("date", *KINDS)}


def _numbered(profile: Profile) -> re.Pattern[str]:
    marks = "|".join(map(re.escape, map(words, profile.told["gates"]["marks"])))
    return re.compile(rf"(?:{marks}) ?(?:\d{{1,2}}[a-z]?|[a-z]|[ivx]{{1,4}})(?: .{{1,40}})?")
