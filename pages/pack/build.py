"""From a view to the files of its board pack."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from charts import numbers
from charts.files import paper, pictures, slides, workbook
from charts.files.exhibits import Exhibit, Pack
from charts.files.tables import Column, Table
from data import store
from pages.executive import common, headline
from pages.pack.brief import Brief, Record, plain_letters
from pages.pack.contents import CONTENTS
from queries import metrics
from queries.overview import Headline

Files = Mapping[str, bytes]
WRITERS: Final[dict[str, tuple[str, Callable[[Pack, str], bytes]]]] = {
    "pptx": (slides.TYPE, slides.slides_bytes),
    "xlsx": (workbook.TYPE, lambda pack, _: workbook.workbook_bytes(pack.tables)),
    "pdf": (paper.TYPE, paper.pdf_bytes),
}


def compose(brief: Brief) -> Pack:
    """Ask every question of the pack once. Raises NoData, UnknownVersion, UnknownParameter."""
    token = common.WRITTEN_IN.set(brief.locale)
    try:
        groups = brief.ask(Headline).records()
        found = [one for group in groups for one in _exhibits(brief, group, len(groups) > 1)]
        return _bound(brief, groups, found)
    finally:
        common.WRITTEN_IN.reset(token)


def write(brief: Brief, kind: str, pack: Pack | None = None) -> bytes:
    """One file of the pack: pptx, xlsx or pdf."""
    return WRITERS[kind][1](pack or compose(brief), brief.locale)


def draw(brief: Brief, pack: Pack | None = None) -> dict[str, bytes]:
    """A picture of every chart, by file name. Raises pictures.NoBrowser."""
    pack = pack or compose(brief)
    return pictures.png_bytes(
        {
            f"{number:02} {plain_letters(one.name)}.png": pictures.Picture(
                one.figure, one.title, pack.statement
            )
            for number, one in enumerate(pack.exhibits, 1)
            if one.figure is not None
        }
    )


def everything(brief: Brief) -> dict[str, bytes]:
    """All files by name; without a Chromium all but the pictures, and a note that says what to do."""
    pack = compose(brief)
    files = {f"{brief.stem()}.{kind}": write(brief, kind, pack) for kind in WRITERS}
    try:
        return files | draw(brief, pack)
    except pictures.NoBrowser as missing:
        return files | {"No pictures.txt": f"{missing}\n".encode()}


def zipped(files: Files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _exhibits(brief: Brief, group: Record, several: bool) -> list[Exhibit]:
    made = [_drawable(one) for make in CONTENTS if (one := make(brief, group)) is not None]
    if not several:
        return made
    block = common.block_name((group["currency"] or "", group["price_base"] or ""))
    return [
        replace(one, name=f"{one.name} {block}", note=" ".join(filter(None, [f"{block}.", one.note])))
        for one in made
    ]


def _drawable(exhibit: Exhibit) -> Exhibit:
    """Without its chart where there is nothing to draw: the finding and the table say so by themselves."""
    empty = exhibit.chart is not None and not exhibit.chart.categories
    return replace(exhibit, chart=None, figure=None) if empty else exhibit


def _bound(brief: Brief, groups: list[Record], found: list[Exhibit]) -> Pack:
    names = common.program_names(brief.viewer, brief.version)
    title = names[brief.program_id] if brief.program_id else "All programs"
    about = _about(brief, groups, title)
    finding = " ".join(headline.sentence(group) for group in groups) or (
        "No benefit is measured in money at this status date."
    )
    tables = [one.table or _drawn(one) for one in found]
    pack = Pack(title, finding, _statement(about), found, about)
    return replace(pack, tables=[_first(pack), *filter(None, tables), _definitions(found), _sources(brief)])


def _about(brief: Brief, groups: list[Record], title: str) -> list[tuple[str, str]]:
    version = store.version(brief.version)
    coverage = [
        f"{numbers.rate(group['gross_coverage'], brief.locale)}"
        + (f" ({common.block_name((group['currency'] or '', ''))})" if len(groups) > 1 else "")
        for group in groups
    ]
    return [
        ("Board pack", title),
        ("Status date", numbers.day(brief.as_of) if brief.as_of else "not known"),
        ("Business case", brief.case),
        ("Data version", f"{brief.version}, loaded {numbers.day(version.loaded_at)}"),
        ("Coverage", ", ".join(coverage) or "not known"),
    ]


def _statement(about: list[tuple[str, str]]) -> str:
    said = dict(about)
    return (
        f"Status date {said['Status date']} · {said['Business case']} case · data version "
        f"{said['Data version']} · coverage {said['Coverage']}"
    )


def _first(pack: Pack) -> Table:
    """The first sheet: what the workbook is about, and what each sheet says."""
    rows = [*pack.about, ("Finding", pack.finding), *((one.name, one.title) for one in pack.exhibits)]
    return Table("About", (Column("What"), Column("Says")), tuple(rows))


def _drawn(exhibit: Exhibit) -> Table | None:
    """The numbers of a chart that has no table of its own."""
    chart = exhibit.chart
    if chart is None:
        return None
    columns = (
        Column("Period end", "date") if chart.kind == "lines" else Column("Name"),
        *(Column(series.name, "money", chart.unit) for series in chart.series),
    )
    rows = zip(chart.categories, *(series.values for series in chart.series), strict=True)
    return Table(exhibit.name, columns, tuple(rows))


def _definitions(found: list[Exhibit]) -> Table:
    wanted = {name for one in found for name in one.sources}
    known = [one for one in metrics.describe().values() if wanted & {one.id, one.macro}]
    rows = tuple((m.id, m.title, m.meaning, m.formula, m.edge_cases) for m in sorted(known, key=_by_number))
    heads = ("ID", "Metric", "Means", "Formula", "Edge cases")
    return Table("Definitions", tuple(Column(head) for head in heads), rows)


def _by_number(metric: metrics.Metric) -> tuple[str, int, str]:
    digits = "".join(letter for letter in metric.id if letter.isdigit())
    return metric.id[:1], int(digits or 0), metric.id


def _sources(brief: Brief) -> Table:
    version = store.version(brief.version)
    rows = tuple((file.name, file.source, file.sha256) for file in version.files)
    return Table("Sources", (Column("File"), Column("Kind"), Column("SHA-256")), rows)
