"""XML parts of a container, read as a stream: expat, no DTD, one name for each element we know.

Element names are those of one vocabulary without its namespace: `row` is `row` whatever prefix the
file uses and whether it is transitional or Strict Open XML. Elements of other vocabularies keep
their namespace in front, so that they are never taken for ours.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from data.ingest.findings.base import Place, Refused
from data.ingest.findings.container import DamagedFile, HiddenInstructions
from data.ingest.reading.gate import Package

SHEETS = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATIONSHIPS = ("http://schemas.openxmlformats.org/package/2006/relationships",)
OFFICE_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
Attributes = dict[str, str]
Start = Callable[[str, Attributes], object]
End = Callable[[str], object]
Text = Callable[[str], object]


class Xml:
    """One part on its way through expat; everything wrong with it is raised as Refused."""

    def __init__(
        self,
        part: str,
        names: dict[str, str],
        start: Start,
        end: End | None = None,
        text: Text | None = None,
        place: Place | None = None,
    ) -> None:
        """`names` comes from `vocabulary`; `place` is where a refusal points."""
        self._part, self._place = part, place or Place()
        # expat hands out the names it finds in this dictionary: the quickest way to short ones
        parser = expat.ParserCreate(None, " ", intern=dict(names))
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        self._parser = parser

    def feed(self, piece: bytes, last: bool = False) -> None:
        try:
            self._parser.Parse(piece, last)
        except (expat.ExpatError, LookupError, ValueError) as error:
            how = f"its part {self._part!r} breaks off or is not well formed ({error})"
            raise Refused(DamagedFile(how, place=self._place)) from None

    def close(self) -> None:
        self.feed(b"", last=True)

    def _refuse(self, *_: object) -> None:
        raise Refused(HiddenInstructions(self._part, place=self._place))


def parse(
    package: Package,
    part: str,
    names: dict[str, str],
    start: Start,
    end: End | None = None,
    text: Text | None = None,
    place: Place | None = None,
) -> None:
    """Send the elements of a part to the callbacks; raises Refused where it is no sound XML."""
    xml = Xml(part, names, start, end, text, place)
    for piece in package.stream(part):
        xml.feed(piece)
    xml.close()


def vocabulary(namespaces: Iterable[str], words: Iterable[str]) -> dict[str, str]:
    """How the elements `words` of these namespaces are spelled by expat: spelling -> word."""
    listed = list(words)
    return {f"{namespace} {word}": word for namespace in namespaces for word in listed}


@dataclass
class Element:
    """An element of a small part: its name, attributes and text; nested ones are listed after it."""

    name: str
    attributes: Attributes
    text: str = ""
    depth: int = field(default=0, compare=False)

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)


def elements(package: Package, part: str, names: dict[str, str], most: int = 1_000_000) -> list[Element]:
    """All elements of a small part that `names` knows, in document order."""
    found: list[Element] = []
    open_elements: list[Element] = []

    def start(name: str, attributes: Attributes) -> None:
        element = Element(name, attributes, depth=len(open_elements))
        open_elements.append(element)
        if name in known and len(found) < most:
            found.append(element)

    def end(_: str) -> None:
        open_elements.pop()

    def text(data: str) -> None:
        open_elements[-1].text += data

    known = set(names.values())
    parse(package, part, names, start, end, text)
    return found


def is_true(text: str | None) -> bool:
    """A boolean attribute as XML writes it."""
    return text in ("1", "true", "on")
