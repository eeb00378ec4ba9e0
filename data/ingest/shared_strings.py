"""The workbook's list of texts, which its cells refer to by number; and how texts are escaped."""

import re

from data.ingest.gate import Package
from data.ingest.xml_parts import SHEETS, Attributes, parse, vocabulary

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNUSABLE = re.compile("[\0\ud800-\udfff]")
_NAMES = vocabulary(SHEETS, ("si", "t", "rPh"))


def unescaped(text: str) -> str:
    """The text that a spreadsheet program shows: _x000D_ is a carriage return, _x005F_ an underscore.

    Halves of a character and NUL, which no text can hold, become the replacement character.
    """
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if _UNUSABLE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
    return text


def read_shared_strings(package: Package, part: str | None) -> list[str]:
    """All texts in order; the runs of a rich text are joined, phonetic guides left out.

    What the part says about its own length is not looked at. Raises Refused.
    """
    if part is None:
        return []
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
