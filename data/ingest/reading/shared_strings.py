"""The workbook's list of texts, which its cells refer to by number; and how texts are escaped."""

import re

from data.ingest.reading.gate import Package
from data.ingest.reading.xml_parts import SHEETS, Attributes, Xml, parse, vocabulary
from data.ingest.reading.xml_plain import NotPlain, decoded, root, without_references

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNUSABLE = re.compile("[\0\ud800-\udfff]")
_ROOT, _END = root("sst"), b"</sst>"
_PLAIN = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>|(.+)', re.DOTALL)
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
    try:
        return _plain(part, b"".join(package.stream(part)))
    except NotPlain:
        return _parsed(package, part)


def _plain(part: str, content: bytes) -> list[str]:
    """The texts of a part that holds nothing but plain ones."""
    begin = _ROOT.match(content)
    if not begin or not content.endswith(_END):
        raise NotPlain
    around = Xml(part, _NAMES, lambda *_: None)
    around.feed(begin[0] + _END)
    around.close()
    found = _PLAIN.findall(decoded(content[begin.end() : -len(_END)]))
    if any(stray for _, stray in found):
        raise NotPlain
    return [unescaped(without_references(text)) for text, _ in found]


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
