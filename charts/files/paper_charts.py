"""Charts on paper, as vectors: the same three shapes as on slides, labelled directly."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from charts import numbers, scale
from charts.files import fonts
from charts.files.exhibits import INKS, Chart, Series
from charts.files.slide_charts import steps_of
from charts.theme import LIGHT

SIZE: Final = 9
ROW: Final = 34
_NAMES: Final = 0.3  # of the width, for the names beside bars
_RIGHT: Final = 105  # points for what is written at the ends


def drawn(chart: Chart, width: float, height: float, locale: str) -> Drawing:
    """The chart in a box of that size; a few bars take less."""
    if chart.kind != "lines":
        height = min(height, ROW * len(chart.categories))
    drawing = Drawing(width, height)
    if chart.kind == "lines":
        _lines(drawing, chart, locale)
    else:
        _rows(drawing, chart, locale)
    return drawing


def _lines(drawing: Drawing, chart: Chart, locale: str) -> None:
    days = [one.toordinal() for one in chart.categories if isinstance(one, date)]
    values = [value for series in chart.series for value in series.values if value is not None]
    if not days or not values:
        return
    ticks = scale.ticks(min(values), max(values))
    left, bottom, right = 48.0, 18.0, drawing.width - _RIGHT
    span, extent = max(days[-1] - days[0], 1), ticks[-1] - ticks[0]

    def x(day: int) -> float:
        return float(left + (day - days[0]) / span * (right - left))

    def y(value: float) -> float:
        return float(bottom + (value - ticks[0]) / extent * (drawing.height - bottom - 10))

    for tick in ticks:
        drawing.add(Line(left, y(tick), right, y(tick), strokeColor=HexColor(LIGHT.line), strokeWidth=0.6))
        _say(drawing, scale.short(tick, chart.unit, locale), left - 4, y(tick) - 3, LIGHT.quiet, "end")
    for place in range(0, len(days), max(1, len(days) // 6)):
        _say(drawing, f"{date.fromordinal(days[place]):%b %Y}", x(days[place]), 4, LIGHT.quiet)
    ends: list[tuple[float, Series, float]] = []
    for series in chart.series:
        points = [(x(d), y(v)) for d, v in zip(days, series.values, strict=True) if v is not None]
        if points:
            drawing.add(_stroke(points, series))
            last = [value for value in series.values if value is not None][-1]
            ends.append((points[-1][1], series, last))
    shifts = scale.spread([end[0] for end in ends], 0, drawing.height, int(drawing.height), 26)
    for (at, series, last), shift in zip(ends, shifts, strict=True):
        _say(drawing, series.name, right + 6, at + shift + 3, INKS[series.role])
        _say(drawing, numbers.money(last, chart.unit, locale), right + 6, at + shift - 9, INKS[series.role])


def _stroke(points: Sequence[tuple[float, float]], series: Series) -> PolyLine:
    return PolyLine(
        [part for point in points for part in point],
        strokeColor=HexColor(INKS[series.role]),
        strokeWidth=2.6 if series.role == "realized" else 1.6,
        strokeDashArray=[5, 3] if series.role == "outlook" else None,
    )


def _rows(drawing: Drawing, chart: Chart, locale: str) -> None:
    """Bars side by side, one row a name; a bridge's bars begin where the one before ended."""
    names = [str(one) for one in chart.categories]
    bars = _bridge_bars(chart) if chart.kind == "bridge" else _plain_bars(chart)
    ends = [end for row in bars for start, length, _ in row for end in (start, start + length)]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    if not names or low == high:
        return
    left, right = drawing.width * _NAMES, drawing.width - _RIGHT
    step = drawing.height / len(names)
    per = (right - left) / (high - low)
    for place, (name, row) in enumerate(zip(names, bars, strict=True)):
        top = drawing.height - place * step
        _say(drawing, _short(name, left - 8), left - 6, top - step * 0.62, LIGHT.ink, "end")
        thick = step * 0.72 / max(len(row), 1)
        for rank, (start, length, ink) in enumerate(row):
            drawing.add(
                Rect(
                    left + (start - low) * per,
                    top - step * 0.14 - (rank + 1) * thick,
                    length * per,
                    thick,
                    fillColor=HexColor(ink),
                    strokeColor=None,
                )
            )
        _say(drawing, _beside(chart, place, locale), right + 6, top - step * 0.62, LIGHT.ink)


def _plain_bars(chart: Chart) -> list[list[tuple[float, float, str]]]:
    """(start, length, ink) for each series of each name; a missing value leaves its place empty."""
    return [
        [
            (min(0.0, one.values[place] or 0.0), abs(one.values[place] or 0.0), INKS[one.role])
            for one in chart.series
        ]
        for place in range(len(chart.categories))
    ]


def _bridge_bars(chart: Chart) -> list[list[tuple[float, float, str]]]:
    steps = steps_of(chart)
    bars = []
    for place, (start, length, amount) in enumerate(steps):
        end = place in (0, len(steps) - 1)
        ink = (LIGHT.case if place == 0 else LIGHT.outlook) if end else ""
        ink = ink or (LIGHT.shortfall if amount < 0 else LIGHT.surplus)
        bars.append([(min(start, start + length), abs(length), ink)])
    return bars


def _beside(chart: Chart, place: int, locale: str) -> str:
    texts = [numbers.money(one.values[place], chart.unit, locale) for one in reversed(chart.series)]
    return " of ".join(texts)


def _short(name: str, room: float) -> str:
    text = fonts.drawable(name)
    while stringWidth(text, fonts.NORMAL, SIZE) > room and len(text) > 4:
        text = text[:-2].rstrip() + "…"
    return text


def _say(drawing: Drawing, text: str, x: float, y: float, ink: str, anchor: str = "start") -> None:
    drawing.add(
        String(
            x,
            y,
            fonts.as_seen(fonts.drawable(text)),
            fontName=fonts.NORMAL,
            fontSize=SIZE,
            fillColor=HexColor(ink),
            textAnchor=anchor,
        )
    )
