"""Headers and words that mean the same in the exports of every project tool, read from `terms.toml`."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.ingest.understanding.headers import words

_TERMS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

HEADERS: dict[str, list[str]] = _TERMS["headers"]
STATUS: dict[str, str] = {words(text): word for word, texts in _TERMS["status"].items() for text in texts}
WORDS: dict[str, str] = {words(text): word for word, texts in _TERMS["words"].items() for text in texts}
_KINDS = {
    kind: re.compile(rf"\b(?:{'|'.join(map(re.escape, map(words, texts)))})\b")
    for kind, texts in _TERMS["milestone_kind"].items()
}
_WRAPPED = re.compile(rf"(?:{'|'.join(map(re.escape, _TERMS['wrappers']))})\s*\((.+)\)\s*", re.IGNORECASE)


def expanded(texts: list[str]) -> list[str]:
    """The header words of a role, each `@term` replaced by the words of that term."""
    return [word for text in texts for word in (HEADERS[text[1:]] if text.startswith("@") else [text])]


@lru_cache(maxsize=16384)
def unwrapped(header: str) -> str:
    """A header without the words that wrap a custom field: `Custom field (Start date)` is `Start date`.

    A lone `#`, which is no word, is `No`.
    """
    if header.strip() == "#":
        return "No"
    wrapped = _WRAPPED.fullmatch(header.strip())
    return wrapped[1] if wrapped else header


def milestone_kind(*texts: str | None) -> str | None:
    """The kind of milestone that a kind or a name speaks of; None where it says none."""
    said = [words(text) for text in texts if text]
    return next((kind for text in said for kind, form in _KINDS.items() if form.search(text)), None)
