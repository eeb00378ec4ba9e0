"""A board pack as a PDF: A4 landscape, one exhibit a page, charts as vectors; no browser is needed."""

import io
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as Grid

from charts.files import fonts, paper_charts
from charts.files.exhibits import Exhibit, Headline, Pack
from charts.files.tables import NUMERIC, Table, read, written
from charts.theme import LIGHT

TYPE: Final = "application/pdf"
WIDTH, HEIGHT = landscape(A4)
_EDGE: Final = 16 * mm
_ROWS: Final = 300  # of one table; the workbook has them all


def pdf_bytes(pack: Pack, locale: str = "en") -> bytes:
    """The title page, then every exhibit; what it rests on and the page number stand on each page."""
    fonts.register()
    out = io.BytesIO()
    document = BaseDocTemplate(
        out, pagesize=(WIDTH, HEIGHT), title=written(pack.title), author="Realized", subject=pack.statement
    )
    frame = Frame(_EDGE, _EDGE, WIDTH - 2 * _EDGE, HEIGHT - 2 * _EDGE, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=_foot(pack.statement)))
    story: list[Flowable] = [
        Spacer(0, 50 * mm),
        _line(pack.title, 30, bold=True),
        Spacer(0, 8 * mm),
        _line(pack.finding, 17),
    ]
    for exhibit in pack.exhibits:
        story += [PageBreak(), *_exhibit(exhibit, locale)]
    document.build(story)
    return out.getvalue()


def _exhibit(exhibit: Exhibit, locale: str) -> list[Flowable]:
    parts: list[Flowable] = [_line(exhibit.title, 17, bold=True)]
    if exhibit.note:
        parts += [Spacer(0, 2 * mm), _line(exhibit.note, 10, LIGHT.quiet)]
    parts.append(Spacer(0, 6 * mm))
    if exhibit.headlines:
        parts += [_tiles(exhibit.headlines)]
    if exhibit.chart:
        parts += [paper_charts.drawn(exhibit.chart, WIDTH - 2 * _EDGE, 105 * mm, locale), Spacer(0, 5 * mm)]
    if exhibit.table and exhibit.table.rows and not exhibit.headlines:
        grid = _grid(exhibit.table, locale)
        if exhibit.chart:  # the table below it where it fits, else on pages of its own
            high = grid.wrap(WIDTH - 2 * _EDGE, HEIGHT)[1]
            parts += [CondPageBreak(min(high, HEIGHT - 2 * _EDGE))]
        parts += [grid]
        if len(exhibit.table.rows) > _ROWS:
            parts += [_line(f"The first {_ROWS} of {len(exhibit.table.rows)}.", 9, LIGHT.quiet)]
    return parts


def _line(text: str, size: int, ink: str = LIGHT.ink, bold: bool = False, right: bool = False) -> Paragraph:
    style = ParagraphStyle(
        "line",
        fontName=fonts.BOLD if bold else fonts.NORMAL,
        fontSize=size,
        leading=size * 1.25,
        textColor=HexColor(ink),
        alignment=TA_RIGHT if right else 0,
        splitLongWords=1,
    )
    return _Line(escape(fonts.drawable(written(text, 1000))), style)


class _Line(Paragraph):  # type: ignore[misc]
    """Broken into lines as it is read, then each line in the order in which it is seen."""

    def breakLines(self, width: Any) -> Any:
        broken = super().breakLines(width)
        whole = " ".join(word for _, words in broken.lines for word in words) if broken.kind == 0 else ""
        if fonts.from_the_right(whole):
            broken.lines = [
                (space, fonts.as_seen(" ".join(words), whole).split(" ")) for space, words in broken.lines
            ]
        return broken


def _tiles(headlines: Any) -> Grid:
    cells: list[Any] = [_tile(one) for one in headlines]
    rows = [cells[start : start + 3] for start in range(0, len(cells), 3)]
    rows[-1] += [""] * (3 - len(rows[-1]))
    return Grid(rows, colWidths=[(WIDTH - 2 * _EDGE) / 3] * 3, rowHeights=[48 * mm] * len(rows))


def _tile(one: Headline) -> list[Flowable]:
    return [
        _line(one.label, 11, LIGHT.quiet),
        Spacer(0, 2 * mm),
        _line(one.value, 26, bold=True),
        Spacer(0, 2 * mm),
        _line(one.second, 10, LIGHT.quiet),
    ]


def _grid(table: Table, locale: str) -> Grid:
    numeric = [column.kind in NUMERIC for column in table.columns]
    weights = [1.0 if column.kind in (*NUMERIC, "date") else 1.8 for column in table.columns]
    widths = [(WIDTH - 2 * _EDGE) * weight / sum(weights) for weight in weights]
    head = [_line(c.header, 8, bold=True, right=r) for c, r in zip(table.columns, numeric, strict=True)]
    body = [
        [
            _line(read(value, column, locale)[:300], 8, right=right)
            for value, column, right in zip(row, table.columns, numeric, strict=True)
        ]
        for row in table.rows[:_ROWS]
    ]
    looks = [
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(LIGHT.case_fill)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(LIGHT.line)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    return Grid([head, *body], colWidths=widths, repeatRows=1, style=looks)


def _foot(statement: str) -> Any:
    def draw(canvas: Any, _: Any) -> None:
        canvas.setFont(fonts.NORMAL, 8)
        canvas.setFillColor(HexColor(LIGHT.quiet))
        canvas.drawString(_EDGE, 9 * mm, fonts.as_seen(fonts.drawable(written(statement, 200))))
        canvas.drawRightString(WIDTH - _EDGE, 9 * mm, str(canvas.getPageNumber()))

    return draw
