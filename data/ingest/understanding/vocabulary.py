"""Words that mean the same in every source, read from `vocabulary.toml`."""

import re
import tomllib
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

_WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_WORDS["months"]["names"], 1) for name in names
}
COMMON_WORDS = frozenset(_WORDS["months"]["common"])  # months that also mean something else
CURRENCY_SYMBOLS: dict[str, str] = _WORDS["currencies"]
SHARED_SYMBOLS = {symbol: frozenset(codes) for symbol, codes in _WORDS["shared_symbols"].items()}
CURRENCY_NAMES: dict[str, str] = {
    name: code for code, names in _WORDS["currency_names"].items() for name in names
}
CURRENCY_CODES = frozenset(_WORDS["codes"]["known"])
_FACTORS = {"thousand": Decimal(1000), "million": Decimal(1000000), "billion": Decimal(1000000000)}
SCALES: dict[str, Decimal] = {
    word: _FACTORS[name] for name, words in _WORDS["scales"].items() for word in words
}
_PLACEHOLDERS: dict[str, str] = {
    word: reason for reason, words in _WORDS["placeholders"].items() for word in words
}
_OPENINGS: tuple[tuple[str, str], ...] = tuple(
    (opening, reason) for reason, openings in _WORDS["openings"].items() for opening in openings
)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_INVISIBLE.update(dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009"), " "))
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """The text without edge spaces, zero-width characters and no-break spaces."""
    return text.strip() if text.isascii() else text.translate(_INVISIBLE).strip()


def folded(text: str) -> str:
    """The text cleaned, on one line, single-spaced and without case, for comparing words."""
    return _SPACES.sub(" ", clean(text)).casefold()


def is_placeholder(text: str) -> bool:
    """Whether a trimmed text is nothing but a placeholder, such as TBC or n/a."""
    return len(text) <= 24 and text.casefold() in _PLACEHOLDERS


def of_program(currency: str, vague: bool, own: str) -> str:
    """The currency of amounts; a bare symbol that several share means the program's own, if it can."""
    shared = vague and any({currency, own} <= codes for codes in SHARED_SYMBOLS.values())
    return own if shared else currency


@lru_cache(maxsize=4096)
def reason_missing(text: str, extra: tuple[tuple[str, str], ...] = ()) -> str | None:
    """Why a cell with this text has no value (blank, withheld, not applicable); None if it may have one.

    `extra` adds pairs of an opening and its reason: the words of one source.
    """
    words = folded(text)
    if not words:
        return "blank"
    if words in _PLACEHOLDERS:
        return _PLACEHOLDERS[words]
    return next((reason for opening, reason in (*_OPENINGS, *extra) if words.startswith(opening)), None)
