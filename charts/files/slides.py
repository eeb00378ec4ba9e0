"""A board pack as PowerPoint slides: real text, real tables, charts that stay editable."""

import io
from typing import Any, Final

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from charts.files import slide_charts
from charts.files.exhibits import Exhibit, Headline, Pack
from charts.files.tables import NUMERIC, Table, read, written
from charts.theme import LIGHT

TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FONT: Final = "Calibri"
ROWS: Final = 14  # what a slide holds; the workbook has them all
_LEFT, _WIDTH = Inches(0.6), Inches(12.13)
_TITLE_ONLY: Final = 5


def slides_bytes(pack: Pack, locale: str = "en") -> bytes:
    """A title slide, then one slide for each exhibit (two when it has a chart and a table)."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    deck.core_properties.title, deck.core_properties.subject = written(pack.title), written(pack.statement)
    deck.core_properties.author = "Realized"
    _cover(deck, pack)
    for exhibit in pack.exhibits:
        _exhibit(deck, pack, exhibit, locale)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _cover(deck: Any, pack: Pack) -> None:
    slide = _blank(deck, pack.title, top=Inches(2.2), size=40)
    _write(slide, pack.finding, _LEFT, Inches(3.5), _WIDTH, Inches(1.5), 24)
    _write(slide, pack.statement, _LEFT, Inches(6.5), _WIDTH, Inches(0.5), 14, LIGHT.quiet)
    bar = slide.shapes.add_shape(1, _LEFT, Inches(1.8), Inches(1.6), Inches(0.09))
    bar.fill.solid()
    bar.fill.fore_color.rgb = colour(LIGHT.realized)
    bar.line.fill.background()


def _exhibit(deck: Any, pack: Pack, exhibit: Exhibit, locale: str) -> None:
    slide = _framed(deck, pack, exhibit)
    top = Inches(1.75)
    if exhibit.headlines:
        for place, headline in enumerate(exhibit.headlines):
            _tile(slide, headline, place)
        return
    if exhibit.chart:
        slide_charts.add(slide, exhibit, _LEFT, top, _WIDTH, Inches(5.0), FONT)
        if exhibit.table and exhibit.table.rows:
            _table(_framed(deck, pack, exhibit), exhibit.table, top, locale)
    elif exhibit.table:
        _table(slide, exhibit.table, top, locale)


def _framed(deck: Any, pack: Pack, exhibit: Exhibit) -> Slide:
    """A slide with its finding, its note, and below what it rests on with the number of the slide."""
    slide = _blank(deck, exhibit.title, top=Inches(0.35), size=24)
    _write(slide, exhibit.note, _LEFT, Inches(1.2), _WIDTH, Inches(0.5), 13, LIGHT.quiet)
    _write(slide, pack.statement, _LEFT, Inches(7.0), Inches(11), Inches(0.35), 10, LIGHT.quiet)
    number = _write(
        slide, str(len(deck.slides)), Inches(12), Inches(7.0), Inches(0.73), Inches(0.35), 10, LIGHT.quiet
    )
    number.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    return slide


def _blank(deck: Any, title: str, top: Emu, size: int) -> Slide:
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    box = slide.shapes.title
    box.left, box.top, box.width, box.height = _LEFT, top, _WIDTH, Inches(0.9)
    _say(box, title, size, LIGHT.ink, bold=True)
    box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    return slide


def _write(
    slide: Slide, text: str, left: Emu, top: Emu, width: Emu, height: Emu, size: int, ink: str = LIGHT.ink
) -> Any:
    box = slide.shapes.add_textbox(left, top, width, height)
    _say(box, text, size, ink)
    return box


def _say(box: Any, text: str, size: int, ink: str, bold: bool = False) -> None:
    frame = box.text_frame
    frame.word_wrap = True
    frame.text = written(text, 600)
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.name, paragraph.font.bold = Pt(size), FONT, bold
        paragraph.font.color.rgb = colour(ink)


def _tile(slide: Slide, headline: Headline, place: int) -> None:
    left = Emu(_LEFT + (place % 3) * Inches(4.1))
    top = Emu(Inches(1.9) + (place // 3) * Inches(2.4))
    width = Inches(3.9)
    _write(slide, headline.label, left, top, width, Inches(0.4), 14, LIGHT.quiet)
    _write(slide, headline.value, left, Emu(top + Inches(0.4)), width, Inches(0.8), 36)
    _write(slide, headline.second, left, Emu(top + Inches(1.2)), width, Inches(0.8), 13, LIGHT.quiet)


def _table(slide: Slide, table: Table, top: Emu, locale: str) -> None:
    rows = table.rows[:ROWS]
    height = Inches(0.33) * (len(rows) + 1)
    grid = slide.shapes.add_table(len(rows) + 1, len(table.columns), _LEFT, top, _WIDTH, height).table
    for place, column in enumerate(table.columns):
        grid.columns[place].width = Emu(int(_WIDTH * _share(table, place)))
        _cell(grid.cell(0, place), column.header, column.kind in NUMERIC, head=True)
        for line, row in enumerate(rows, 1):
            _cell(grid.cell(line, place), read(row[place], column, locale), column.kind in NUMERIC)
    if len(rows) < len(table.rows):
        more = f"The first {len(rows)} of {len(table.rows)}; the workbook has them all."
        _write(slide, more, _LEFT, Inches(6.72), _WIDTH, Inches(0.3), 10, LIGHT.quiet)


def _share(table: Table, place: int) -> float:
    """How much of the width a column gets: names more than numbers."""
    weights = [1.0 if column.kind in (*NUMERIC, "date") else 1.7 for column in table.columns]
    return weights[place] / sum(weights)


def _cell(cell: Any, text: str, right: bool, head: bool = False) -> None:
    cell.text_frame.text = text if len(text) <= 60 else text[:59] + "…"
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.font.size, paragraph.font.name, paragraph.font.bold = Pt(11), FONT, head
    paragraph.font.color.rgb = colour(LIGHT.ink)
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(LIGHT.case_fill if head else LIGHT.ground)


def colour(ink: str) -> RGBColor:
    return RGBColor.from_string(ink.lstrip("#").upper())
