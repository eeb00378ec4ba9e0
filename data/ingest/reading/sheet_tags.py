"""The tags of worksheet rows in plain form, found and checked many at a time.

Every `<` begins a tag and the next `>` ends it. A tag is one of those below, each may follow only
some others, and characters may stand only between those that hold text: what passes is as well
formed as what a parser would have passed, and anything else is left to the parser (NotPlain).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.ingest.reading.xml_plain import NotPlain

Ints = NDArray[np.int64]
Words = NDArray[np.uint64]

_LT, _GT, _SLASH = b"</>"[0], b"</>"[2], b"</>"[1]
WORD = 8
_PADDING = bytes(5 * WORD)  # whole words are read, also at the end

(BAD, ROW, EMPTY_ROW, ROW_END, CELL, EMPTY_CELL, CELL_END, VALUE, VALUE_END) = range(9)
(FORMULA, EMPTY_FORMULA, FORMULA_END, INSIDE, INSIDE_END, TEXT, KEPT_TEXT, TEXT_END) = range(9, 17)
_KINDS = 17

# How a tag of each kind begins, as far as the first eight characters say it.
_BEGINS = {
    ROW: b'row r="',
    ROW_END: b"/row>",
    CELL: b'c r="',
    CELL_END: b"/c>",
    VALUE: b"v>",
    VALUE_END: b"/v>",
    FORMULA: b"f",
    FORMULA_END: b"/f>",
    INSIDE: b"is>",
    INSIDE_END: b"/is>",
    TEXT: b"t>",
    KEPT_TEXT: b"t xml:sp",
    TEXT_END: b"/t>",
}
_KEPT = b't xml:space="preserve"'
_AFTER_ROW = (ROW, EMPTY_ROW)
_AFTER_CELL = (CELL, EMPTY_CELL, ROW_END)
_FOLLOWS = {
    ROW: _AFTER_CELL,
    EMPTY_ROW: _AFTER_ROW,
    ROW_END: _AFTER_ROW,
    CELL: (FORMULA, EMPTY_FORMULA, VALUE, INSIDE, CELL_END),
    EMPTY_CELL: _AFTER_CELL,
    CELL_END: _AFTER_CELL,
    VALUE: (VALUE_END,),
    VALUE_END: (CELL_END,),
    FORMULA: (FORMULA_END,),
    EMPTY_FORMULA: (VALUE, CELL_END),
    FORMULA_END: (VALUE, CELL_END),
    INSIDE: (TEXT, KEPT_TEXT),
    TEXT: (TEXT_END,),
    KEPT_TEXT: (TEXT_END,),
    TEXT_END: (INSIDE_END,),
    INSIDE_END: (CELL_END,),
}
_HOLDS_TEXT = (VALUE, FORMULA, TEXT, KEPT_TEXT)
_MAY_BE_EMPTY = {ROW: EMPTY_ROW, CELL: EMPTY_CELL, FORMULA: EMPTY_FORMULA}


def word(text: bytes) -> int:
    """Up to eight characters as the number that they are in memory."""
    return int.from_bytes(text[:WORD].ljust(WORD, b"\0"), "little")


MASKS = np.array([(1 << (8 * length)) - 1 for length in range(WORD + 1)], np.uint64)
"""What keeps the first characters of a word, by how many."""


def _table(size: int, entries: dict[int, int], kind: type) -> NDArray[Any]:
    table: NDArray[Any] = np.zeros(size, kind)
    for index, entry in entries.items():
        table[index] = entry
    return table


_BY_TWO: NDArray[np.uint8] = _table(
    1 << 16,
    {word(begin[:2]): kind for kind, begin in _BEGINS.items() if kind != FORMULA}
    | {word(b"f" + after): FORMULA for after in (b">", b" ", b"/")},
    np.uint8,
)
_FIRST: Words = _table(_KINDS, {kind: word(begin) for kind, begin in _BEGINS.items()}, np.uint64)
_LOOKED_AT: Words = _table(
    _KINDS, {kind: (1 << (8 * len(begin))) - 1 for kind, begin in _BEGINS.items()}, np.uint64
)
_EMPTY_KIND: NDArray[np.uint8] = _table(_KINDS, _MAY_BE_EMPTY, np.uint8)
_ALLOWED: NDArray[np.bool_] = _table(
    32 * 32, {one * 32 + other: 1 for one, others in _FOLLOWS.items() for other in others}, np.bool_
)
_TEXTUAL: NDArray[np.bool_] = _table(_KINDS, dict.fromkeys(_HOLDS_TEXT, 1), np.bool_)


@dataclass(frozen=True)
class Tags:
    """`opens` and `closes` are the places of each tag's angle brackets, `kinds` what it is.

    `words` holds the eight characters from any place of the content on.
    """

    opens: Ints
    closes: Ints
    kinds: NDArray[np.uint8]
    words: Words


def tags(content: bytes) -> Tags:
    """The tags of whole rows and nothing else; raises NotPlain."""
    padded = content + _PADDING
    letters = np.frombuffer(padded, np.uint8)
    words: Words = np.ndarray((len(content) + len(_PADDING) - WORD,), np.dtype("<u8"), padded, strides=(1,))
    opens, closes = np.flatnonzero(letters == _LT), np.flatnonzero(letters == _GT)
    if len(closes) > len(opens) > 0:  # a text may hold the bracket that closes
        closes = closes[np.minimum(np.searchsorted(closes, opens), len(closes) - 1)]
    _check_brackets(opens, closes, len(content))
    first = words[opens + 1]
    kinds = _BY_TWO[(first & 0xFFFF).astype(np.uint16)]
    if ((first & _LOOKED_AT[kinds]) != _FIRST[kinds]).any():
        raise NotPlain
    empty = letters[closes - 1] == _SLASH
    kinds = np.where(empty, _EMPTY_KIND[kinds], kinds)
    found = Tags(opens, closes, kinds, words)
    _check_order(found)
    _check_kept(found)
    return found


def _check_brackets(opens: Ints, closes: Ints, length: int) -> None:
    """Brackets open and close in turns, from the first character to the last."""
    if not len(opens) or len(opens) != len(closes) or opens[0] != 0 or closes[-1] != length - 1:
        raise NotPlain
    if (opens >= closes).any() or (closes[:-1] >= opens[1:]).any():
        raise NotPlain


def _check_order(found: Tags) -> None:
    kinds = found.kinds
    pairs = kinds[:-1].astype(np.uint16) * 32 + kinds[1:]
    gaps = found.opens[1:] - found.closes[:-1] > 1
    if not _ALLOWED[pairs].all() or (gaps & ~_TEXTUAL[kinds[:-1]]).any():
        raise NotPlain
    if kinds[0] not in _AFTER_ROW or kinds[-1] not in (ROW_END, EMPTY_ROW):
        raise NotPlain


def _check_kept(found: Tags) -> None:
    """The one attribute that a text may have, to its last character."""
    at = np.flatnonzero(found.kinds == KEPT_TEXT)
    if not len(at):
        return
    begins = found.opens[at] + 1
    if (found.closes[at] - begins != len(_KEPT)).any():
        raise NotPlain
    for offset in (WORD, len(_KEPT) - WORD):
        if (found.words[begins + offset] != word(_KEPT[offset:])).any():
            raise NotPlain
