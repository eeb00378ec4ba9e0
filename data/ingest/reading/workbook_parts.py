"""Where the parts of a workbook are: its sheets, texts, formats and tables."""

from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote

from data.ingest.findings.base import Place, Refused
from data.ingest.findings.container import DamagedFile, PointsOutside, TooMuch
from data.ingest.reading.gate import Package
from data.ingest.reading.limits import Limits
from data.ingest.reading.xml_parts import (
    OFFICE_RELATIONSHIPS,
    RELATIONSHIPS,
    SHEETS,
    Element,
    elements,
    is_true,
    vocabulary,
)

CONTENT_TYPES = "[Content_Types].xml"
_STATES = ("visible", "hidden", "veryHidden")
_ID = "r:id"


@dataclass(frozen=True)
class Relation:
    """A part that another part refers to; `kind` is the last word of its type, such as worksheet."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class SheetPart:
    """A sheet and the part that holds it; `kind` is worksheet, chartsheet, dialogsheet ..."""

    name: str
    state: str
    kind: str
    part: str


@dataclass(frozen=True)
class WorkbookParts:
    """A workbook's table of contents.

    `recalculates`: the program that wrote it asks for a recalculation on opening, so that no
    spreadsheet program has saved it since.
    """

    sheets: list[SheetPart]
    strings: str | None
    styles: str | None
    from_1904: bool
    recalculates: bool
    macros: bool
    links: bool


def read_workbook(package: Package, limits: Limits) -> WorkbookParts:
    """Find the parts of a workbook. Raises Refused where one is missing or lies outside."""
    if CONTENT_TYPES not in package:
        raise Refused(DamagedFile(f"its part {CONTENT_TYPES!r} is missing"))
    main = _first(relations(package, ""), "officeDocument") or "xl/workbook.xml"
    related = relations(package, main)
    words = vocabulary(SHEETS, ("workbookPr", "sheet", "calcPr"))
    words |= {f"{namespace} id": _ID for namespace in OFFICE_RELATIONSHIPS}
    found = elements(package, main, words)
    listed = [each.attributes for each in found if each.name == "sheet"]
    if len(listed) > limits.sheets:
        raise Refused(TooMuch("sheets", limits.sheets, len(listed)))
    by_id = {relation.id: relation for relation in related}
    return WorkbookParts(
        sheets=[_sheet(attributes, by_id, package) for attributes in listed],
        strings=_first(related, "sharedStrings") or _usual(package, main, "sharedStrings.xml"),
        styles=_first(related, "styles") or _usual(package, main, "styles.xml"),
        from_1904=any(each.name == "workbookPr" and is_true(each.get("date1904")) for each in found),
        recalculates=any(each.name == "calcPr" and is_true(each.get("fullCalcOnLoad")) for each in found),
        macros=any(name.endswith("vbaproject.bin") for name in package.names),
        links=any(relation.kind == "externalLink" for relation in related),
    )


def relations(package: Package, part: str) -> list[Relation]:
    """What a part refers to ('' for the package itself); empty where it refers to nothing."""
    listing = join(dirname(part), "_rels", basename(part) + ".rels")
    if listing not in package:
        return []
    found = elements(package, listing, vocabulary(RELATIONSHIPS, ("Relationship",)))
    return [_relation(part, each) for each in found]


def _relation(part: str, element: Element) -> Relation:
    external = element.get("TargetMode") == "External"
    target = element.get("Target")
    return Relation(
        element.get("Id"),
        element.get("Type").rsplit("/", 1)[-1],
        target if external else _resolved(part, target),
        external,
    )


def _resolved(part: str, target: str) -> str:
    """The part that a relative or absolute target means; '..' in front where it leaves the package."""
    target = unquote(target.replace("\\", "/"))
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))


def _first(related: list[Relation], kind: str) -> str | None:
    return next((each.target for each in related if each.kind == kind and not each.external), None)


def _usual(package: Package, main: str, name: str) -> str | None:
    """The part at its usual place, for a workbook whose list of parts leaves it out."""
    part = join(dirname(main), name)
    return part if part in package else None


def _sheet(attributes: dict[str, str], by_id: dict[str, Relation], package: Package) -> SheetPart:
    name = attributes.get("name", "")
    place = Place(name)
    relation = by_id.get(attributes.get(_ID, ""))
    if relation is None:
        raise Refused(DamagedFile("the list of sheets names one that is not there", place=place))
    if relation.external or relation.target.startswith(".."):
        raise Refused(PointsOutside(relation.target, place=place))
    if relation.target not in package:
        raise Refused(DamagedFile(f"the part {relation.target!r} with this sheet is missing", place=place))
    state = attributes.get("state", "visible")
    return SheetPart(name, state if state in _STATES else "visible", relation.kind, relation.target)
