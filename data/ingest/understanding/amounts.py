"""Numbers written as text: £1.90m, (1,234.50), 1.234,56 €, 25%, EUR 12k."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.understanding.vocabulary import (
    CURRENCY_CODES,
    CURRENCY_SYMBOLS,
    SCALES,
    SHARED_SYMBOLS,
    clean,
)

_SYMBOL = "|".join(re.escape(symbol) for symbol in sorted(CURRENCY_SYMBOLS, key=len, reverse=True))
_CURRENCY = rf"(?:{_SYMBOL}|(?:{'|'.join(sorted(CURRENCY_CODES))})(?![a-z]))"
_SCALE = "|".join(re.escape(word) for word in sorted(SCALES, key=len, reverse=True) if word[0].isalpha())
_AMOUNT = re.compile(
    rf"""(?P<open>\()?\s*(?P<sign>[-+\u2212\u2013])?\s*(?P<before>{_CURRENCY})?\s*(?P<inner>[-+\u2212\u2013])?\s*
    (?P<number>\d[\d.,'\u2019\s]*|[.,]\d+)(?P<power>e[-+]?\d{{1,2}})?\s*(?:(?P<scale>(?:{_SCALE})(?![a-z]))\.?)?\s*
    (?P<percent>%)?\s*(?P<after>{_CURRENCY})?\s*(?P<close>\))?\s*(?P<trailing>[-\u2212])?""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 60  # characters; longer texts are never amounts and cost time
_GROUPS = {
    ",": re.compile(r"\d{1,3}(,\d{2,3})*,\d{3}"),
    ".": re.compile(r"\d{1,3}(\.\d{3})+"),
}
_SPACED = re.compile(r"\d{1,3}([\s'\u2019]\d{3})+([.,]\d*)?|\d+[.,]?\d*|[.,]\d+|[\d.,]+")
_UNGROUP = re.compile(r"[\s'\u2019]")
_SIMPLE = re.compile(r"-?\d+(?:\.\d\d?)?", re.ASCII)  # says no more than that the point is the decimal mark
_SIMPLE_TEXT = rf"^(?:{_SIMPLE.pattern})$"
_AT_ONCE = 1 << 16
_CODES = {code.casefold(): code for code in CURRENCY_CODES}
_SYMBOLS = {symbol.casefold(): code for symbol, code in CURRENCY_SYMBOLS.items()}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from text. `number` has the text's own scale applied and is a fraction if `percent`."""

    number: Decimal
    currency: str = ""
    percent: bool = False
    scaled: bool = False
    vague: bool = False  # its currency is a symbol that several share


@dataclass(frozen=True, slots=True)
class Marks:
    """What the texts of a column say about the decimal mark: an example each, '' for none."""

    point: str = ""
    comma: str = ""
    either: str = ""
    grouped: bool = False  # all of `either` have a point before three digits, as amounts of 1.000 have

    @property
    def mark(self) -> str:
        """The mark that the texts prove; '' when they prove none, or both."""
        if bool(self.point) == bool(self.comma):
            return ""
        return "." if self.point else ","

    @property
    def clash(self) -> bool:
        return bool(self.point and self.comma)


def currency_of(text: str) -> str:
    """The currency code of a symbol or code; '' for any other text."""
    word = text.casefold()
    return _SYMBOLS.get(word) or _CODES.get(word, "")


def marks(texts: Iterable[str]) -> Marks:
    """What the number texts of one column, taken together, say about its decimal mark."""
    found = {"point": "", "comma": "", "either": ""}
    signs = set()
    for text in _telling(texts):
        match = _AMOUNT.fullmatch(clean(text)) if len(text) <= _LONGEST else None
        if match:
            proves = _proves(_UNGROUP.sub("", match["number"]))
            found[proves] = found.get(proves) or text
            if proves == "either":
                signs.add("." if "." in match["number"] and not match["scale"] else ",")
    return Marks(found["point"], found["comma"], found["either"], signs == {"."})


def _telling(texts: Iterable[str]) -> Iterator[str]:
    """The texts that may say something new: simple ones say nothing after the first with a point."""
    left = iter(texts)
    for text in left:
        yield text
        if "." in text and len(text) <= _LONGEST and _SIMPLE.fullmatch(text):
            break
    while some := list(islice(left, _AT_ONCE)):
        simple = pc.match_substring_regex(pa.array(some, pa.string()), _SIMPLE_TEXT).to_pylist()
        yield from (text for text, said in zip(some, simple, strict=True) if not said)


def _proves(number: str) -> str:
    """Which decimal mark these digits prove: point, comma, either, or '' without a separator."""
    comma, point = number.rfind(","), number.rfind(".")
    if comma < 0 and point < 0:
        return ""
    if comma >= 0 and point >= 0:
        return "point" if point > comma else "comma"
    sign, other = (",", "point") if comma >= 0 else (".", "comma")
    if number.count(sign) > 1:
        return other
    own = "comma" if sign == "," else "point"
    return "either" if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", number) else own


@lru_cache(maxsize=65536)
def parse(text: str, mark: str = ".") -> Amount | None:
    """The amount that a text states; None when it states none.

    `mark` is the decimal mark of the column, used where the text alone does not tell.
    """
    match = _AMOUNT.fullmatch(clean(text)) if len(text) <= _LONGEST else None
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    number = _number(match["number"].strip(), mark)
    if number is None:
        return None
    currencies = {currency_of(match[side]) for side in ("before", "after") if match[side]}
    if len(currencies) > 1 or sum(bool(match[part]) for part in ("open", "sign", "inner", "trailing")) > 1:
        return None
    return _finish(number.scaleb(int(match["power"][1:])) if match["power"] else number, match, currencies)


def _finish(number: Decimal, match: re.Match[str], currencies: set[str]) -> Amount:
    negative = match["open"] or any(match[part] not in (None, "+") for part in ("sign", "inner", "trailing"))
    scale = SCALES[match["scale"].casefold()] if match["scale"] else Decimal(1)
    number = number * scale * (Decimal("0.01") if match["percent"] else 1)
    return Amount(
        -number if negative and number else number,
        next(iter(currencies), ""),
        bool(match["percent"]),
        bool(match["scale"]),
        bool({match["before"], match["after"]} & SHARED_SYMBOLS.keys()),
    )


def _number(digits: str, mark: str) -> Decimal | None:
    if not _SPACED.fullmatch(digits):
        return None
    number = _UNGROUP.sub("", digits)
    proves = _proves(number)
    decimal = {"point": ".", "comma": ","}.get(proves, mark)
    thousands = "," if decimal == "." else "."
    whole, _, fraction = number.partition(decimal) if number.count(decimal) <= 1 else ("", "", "x")
    if thousands in whole:
        if not _GROUPS[thousands].fullmatch(whole):
            return None
        whole = whole.replace(thousands, "")
    if fraction and not fraction.isdigit():
        return None
    return Decimal(f"{whole or '0'}.{fraction or '0'}") if fraction else Decimal(whole or "0")
