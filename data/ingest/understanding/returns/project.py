"""One return, understood: who it is about, as of when, and its typed figures."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from data.ingest.findings import returns as said
from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.staged import Known, plain
from data.ingest.understanding.block import text_of
from data.ingest.understanding.convert import days
from data.ingest.understanding.headers import unit, words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.numbers import Style, decimals
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.returns.answers import Key, Return, matches
from data.ingest.understanding.totals import tolerance


@dataclass(frozen=True)
class Figure:
    """An amount in whole units of the currency; None where the cell holds words: `missing` says why."""

    key: Key
    value: Decimal | None
    sheet: str
    row: int
    cell: str
    raw: str
    missing: str | None


@dataclass
class Project:
    """What one return says, with its identity and its day."""

    told: Return
    project_id: str
    name: str
    program_id: str | None
    department: str | None
    as_of: date | None
    figures: list[Figure] = field(default_factory=list)

    @property
    def version(self) -> str:
        return f"{self.as_of:%Y-%m}" if self.as_of else ""

    @property
    def first_year(self) -> int:
        """The first financial year that the return profiles."""
        years = [one.key.span.year for one in self.figures if one.key.span.kind == "year"]
        return min(years, default=self.as_of.year if self.as_of else 0)

    def of(self, kind: str) -> list[Figure]:
        return [one for one in self.figures if one.key.kind == kind]


def project(told: Return, profile: Profile, known: Known, heard: Heard) -> Project:
    """The return's project: its IDs, its day, and its figures without totals and lines of nothing."""
    name, department = told.text("project") or "", told.text("department")
    own = told.text("project_id") or known.project_called(name) or slug(name)
    program = profile.fixed["program_id"].format(department=slug(department).upper()) if department else None
    program = known.projects.get(own) or known.program_id or program
    as_of = day(told, "snapshot", heard) or known.as_of
    if as_of is None:
        heard.add(said.NotDated(Place(told.roles["project"].sheet), name))
    made = Project(told, own, name, program, department, as_of)
    made.figures = _without_zeros(_figures(told, profile, heard), heard)
    return made


def day(told: Return, role: str, heard: Heard) -> date | None:
    if role not in told.roles:
        return None
    found: date | None = days(told.roles[role].cells, heard).array.to_pylist()[0]
    return found


def _figures(told: Return, profile: Profile, heard: Heard) -> list[Figure]:
    found, left = [], []
    for one in told.figures:
        if matches(words(one.cells.header), profile.told["figures"]["left_out"]):
            left.append(one.cells.header)
            continue
        stated = unit(one.title).scale
        scale = stated if stated != 1 else Decimal(profile.fixed["scale"])
        stored = decimals(one.cells, heard, Style(scale=scale))
        figures = [
            Figure(
                key, value, one.cells.sheet, one.cells.rows[index], one.cells.address(index),
                text_of(one.cells.values[index]), None if value is not None else stored.missing.get(index),
            )
            for index, (key, value) in enumerate(zip(one.keys, stored.array.to_pylist(), strict=True))
            if value is not None or index in stored.missing
        ]  # fmt: skip
        _compare(figures, scale, heard)
        found += [figure for figure in figures if figure.key.span.kind != "total"]
    if left:
        heard.add(said.LineLeftOut(Place(told.figures[0].cells.sheet), ", ".join(dict.fromkeys(left))))
    return found


def _compare(figures: list[Figure], scale: Decimal, heard: Heard) -> None:
    """Report a stated total that differs from the years it adds up."""
    for total in (one for one in figures if one.key.span.kind == "total" and one.value is not None):
        measures = {total.key.measure} | ({"actual"} if total.key.measure == "forecast" else set())
        parts = [
            one.value
            for one in figures
            if one.key.line == total.key.line and one.key.span.kind != "total" and one.key.measure in measures
        ]
        added = sum((part for part in parts if part is not None), Decimal(0))
        assert total.value is not None
        if abs(added - total.value) > tolerance(total.value / scale) * scale:
            label = f"Total {total.key.measure}, {total.key.line}"
            place = Place(total.sheet, total.cell)
            heard.add(wrong.TotalDisagrees(place, label, plain(total.value), plain(added)))


def _without_zeros(figures: list[Figure], heard: Heard) -> list[Figure]:
    """The figures of lines that say anything but zero; the form asks for a zero in every field."""
    lines = dict.fromkeys((one.key.kind, one.key.line) for one in figures)
    alive = {(one.key.kind, one.key.line) for one in figures if one.value != 0}
    for kind in dict.fromkeys(kind for kind, _ in lines):
        if empty := [line for own, line in lines if own == kind and (own, line) not in alive]:
            sheet = next(one.sheet for one in figures if one.key.kind == kind)
            heard.add(said.LinesOfZero(Place(sheet), kind, ", ".join(empty)))
    return [one for one in figures if (one.key.kind, one.key.line) in alive]
