"""Header texts: what they mean with definitions, units and spelling taken away, and what the units say."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from data.ingest.understanding.amounts import currency_of
from data.ingest.understanding.vocabulary import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    CURRENCY_SYMBOLS,
    SCALES,
    SHARED_SYMBOLS,
    clean,
)

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_WORD = re.compile(r"[^\w%]+|_+")
_SPELLING = (
    (re.compile(r"programme"), "program"),
    (re.compile(r"is(?=e|a|i)"), "iz"),
    (re.compile(r"our\b"), "or"),
    (re.compile(r"centre"), "center"),
    (re.compile(r"ll(?=ed|ing)"), "l"),
)
_SYMBOLS = "|".join(re.escape(symbol) for symbol in sorted(CURRENCY_SYMBOLS, key=len, reverse=True))
_CODES = "|".join(sorted(CURRENCY_CODES))
_SCALE = "|".join(re.escape(word) for word in sorted(SCALES, key=len, reverse=True))
_MONEY = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?P<before>(?i:{_SCALE}))\s*)?(?P<currency>{_SYMBOLS}|{_CODES})"
    rf"\s*(?P<after>(?i:{_SCALE}))?(?![A-Za-z0-9])"
)
_SHORT_SCALE = re.compile(r"\b(Mio|Mrd|Tsd)\.|(?<![A-Za-z])T(?=€|EUR\b|CHF\b)")  # German: Mio. €, T€, TEUR
_ALONE = re.compile(rf"\s*(?:(?:in|en|em)\s+)?(?P<scale>{_SCALE})\s*", re.IGNORECASE)
_IN_SCALE = re.compile(r"\bin\s+(?:thousands?|millions?|billions?)\b", re.IGNORECASE)
_LONG_SCALE = re.compile(
    r"thousands?|millions?|billions?|tausend|millionen|milliarden|miles|milhares|millones|milhões|milliers|milliards",
    re.IGNORECASE,
)
_NAMED = (
    re.compile(  # `Miles de euros`, `in Tausend Euro`, `en milliers d'euros`; not `saves 5 million euros`
        rf"(?:(?<![\w.,])(?<![\d.,]\s)(?P<scale>{_SCALE})\.?\s+(?:de\s+|d['\u2019]\s*|of\s+)?"
        rf"|(?:^|\(|\b(?:in|en|em)\s+))(?P<name>{'|'.join(sorted(CURRENCY_NAMES, key=len, reverse=True))})\b",
        re.IGNORECASE,
    )
)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a header, title or number format says about amounts; '' and 1 where it says nothing."""

    currency: str = ""
    scale: Decimal = Decimal(1)
    percent: bool = False
    vague: bool = False  # the currency is a bare $ or ¥, which several countries use

    def over(self, other: "Unit") -> "Unit":
        """This unit where it says something, else the other."""
        if self.currency:
            mine, vague = self.currency, self.vague
            if self.vague and other.currency and not other.vague:
                mine, vague = other.currency, False
        else:
            mine, vague = other.currency, other.vague
        return Unit(mine, self.scale if self.scale != 1 else other.scale, self.percent, vague)


@lru_cache(maxsize=16384)
def words(text: str) -> str:
    """The header in plain lower-case words: first line, without brackets and accents, in one spelling.

    `Realised benefits (£m)` and `realized_benefits` are both `realized benefits`, `Código` is `codigo`.
    """
    return unaccented(spelled(text))


def unaccented(text: str) -> str:
    if text.isascii():
        return text
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


@lru_cache(maxsize=16384)
def spelled(text: str) -> str:
    """The words of a header with their accents."""
    text = clean(text)
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = _BRACKETS.sub(" ", first)
    bare = _IN_SCALE.sub(" ", _MONEY.sub(" ", bare))
    bare = bare if bare.strip() else first
    plain = _NOT_WORD.sub(" ", bare.casefold()).strip()
    for pattern, instead in _SPELLING:
        plain = pattern.sub(instead, plain)
    return plain.removesuffix(" in")


def key(text: str) -> str:
    """The words of a header or sheet name without anything between them."""
    return words(text).replace(" ", "")


@lru_cache(maxsize=16384)
def unit(text: str) -> Unit:
    """What a header or title, such as `Planned (£m)` or `Figures in USD thousands`, says about amounts."""
    text = _SHORT_SCALE.sub(lambda said: "k" if said[0] == "T" else said[1], clean(text))
    percent = "%" in text
    money = _MONEY.search(text)
    if money is None:
        return _named(text, percent)
    word = (money["before"] or money["after"] or "").casefold()
    currency = money["currency"]
    return Unit(currency_of(currency), SCALES.get(word) or _scale(text), percent, currency in SHARED_SYMBOLS)


def _named(text: str, percent: bool) -> Unit:
    """The unit of a text in which no symbol or code names the currency: by its name, where it has one."""
    named = _NAMED.search(text)
    if named is None:
        return Unit("", _scale(text), percent)
    scale = SCALES.get((named["scale"] or "").casefold()) or _scale(text)
    return Unit(CURRENCY_NAMES[named["name"].casefold()], scale, percent)


def _scale(text: str) -> Decimal:
    """A scale that stands alone in brackets, after a comma or as a long word."""
    inside = [part.strip("()[] ") for part in _BRACKETS.findall(text)]
    pieces = [*inside, *re.split(r"\s[-\u2013:|]\s|,\s", _BRACKETS.sub(" ", text))[1:]]
    for piece in pieces:
        if alone := _ALONE.fullmatch(piece):
            return SCALES[alone["scale"].casefold()]
    long = _LONG_SCALE.search(text)
    if long and re.search(
        rf"\b(?:in|en|em|figures|amounts|values)\b.*{long[0]}|[£€$\[(]\s*{long[0]}", text, re.IGNORECASE
    ):
        return SCALES[long[0].casefold()]
    small = re.search(r"(?<![\d,.])[\u2019']000s?\b", text)
    return Decimal(1000) if small else Decimal(1)


def format_unit(number_format: str) -> Unit:
    """What a number format says: `[$€-407]`, `"£"#,##0`, `#,##0.0,,"m"`, `0.0%`."""
    if not number_format or number_format == "General":
        return Unit()
    section = number_format.split(";")[0]
    locale = re.search(r"\[\$([^\]-]*)", section)
    literal = (
        " ".join(re.findall(r'"([^"]*)"', section)) + " " + re.sub(r'"[^"]*"|\[[^\]]*\]|\\', "", section)
    )
    found = unit(locale[1]) if locale and locale[1] else Unit()
    if not found.currency:
        symbol = re.search(_SYMBOLS, literal) or re.search(rf"(?<![A-Za-z])(?:{_CODES})(?![A-Za-z])", literal)
        found = unit(symbol[0]) if symbol else Unit()
    return Unit(found.currency, Decimal(1), "%" in section, found.vague)
