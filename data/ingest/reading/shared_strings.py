"""The workbook's list of texts, which its cells refer to by number; and how texts are escaped."""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.ingest.reading.gate import Package
from data.ingest.reading.xml_parts import SHEETS, Attributes, Xml, parse, vocabulary
from data.ingest.reading.xml_plain import NotPlain, decoded, root, without_references

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNUSABLE = re.compile("[\0\ud800-\udfff]")
_ROOT, _END = root("sst"), b"</sst>"
_KEPT = '<t xml:space="preserve">'
_FIRST, _BETWEEN, _LAST = "<si><t>", "</t></si><si><t>", "</t></si>"
_NAMES = vocabulary(SHEETS, ("si", "t", "rPh"))


@dataclass(frozen=True)
class SharedStrings:
    """The texts in order; as arrays, they and how many characters each has."""

    listed: list[str]

    @cached_property
    def array(self) -> NDArray[np.object_]:
        return np.fromiter(self.listed, object, len(self.listed))

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        return np.fromiter(map(len, self.listed), np.int64, len(self.listed))


def unescaped(text: str) -> str:
    """The text that a spreadsheet program shows: _x000D_ is a carriage return, _x005F_ an underscore.

    Halves of a character and NUL, which no text can hold, become the replacement character.
    """
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if _UNUSABLE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
    return text


def read_shared_strings(package: Package, part: str | None) -> SharedStrings:
    """All texts; the runs of a rich text are joined, phonetic guides left out.

    What the part says about its own length is not looked at. Raises Refused.
    """
    if part is None:
        return SharedStrings([])
    try:
        return SharedStrings(_plain(part, b"".join(package.stream(part))))
    except NotPlain:
        return SharedStrings(_parsed(package, part))


def _plain(part: str, content: bytes) -> list[str]:
    """The texts of a part that holds nothing but plain ones."""
    begin = _ROOT.match(content)
    if not begin or not content.endswith(_END):
        raise NotPlain
    around = Xml(part, _NAMES, lambda *_: None)
    around.feed(begin[0] + _END)
    around.close()
    text = decoded(content[begin.end() : -len(_END)]).replace(_KEPT, "<t>")
    if not text:
        return []
    if not text.startswith(_FIRST) or not text.endswith(_LAST):
        raise NotPlain
    found = text[len(_FIRST) : -len(_LAST)].split(_BETWEEN)
    if text.count("<") != _BETWEEN.count("<") * len(found):
        raise NotPlain
    if "&" in text:
        found = list(map(without_references, found))
    if "&" in text or "_x" in text or _UNUSABLE.search(text):
        found = list(map(unescaped, found))
    return found


def _parsed(package: Package, part: str) -> list[str]:
    texts: list[str] = []
    pieces: list[str] = []  # of the innermost element
    runs: list[str] = []  # of the current text
    phonetic = 0

    def start(name: str, _: Attributes) -> None:
        nonlocal phonetic
        pieces.clear()
        if name == "si":
            runs.clear()
        elif name == "rPh":
            phonetic += 1

    def end(name: str) -> None:
        nonlocal phonetic
        if name == "t":
            if not phonetic:
                runs.append("".join(pieces))
        elif name == "si":
            texts.append(unescaped("".join(runs)))
        elif name == "rPh":
            phonetic -= 1

    parse(package, part, _NAMES, start, end, pieces.append)
    return texts
