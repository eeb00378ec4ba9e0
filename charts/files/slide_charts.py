"""Native PowerPoint charts: the numbers lie in the slide, so that whoever gets it can edit them."""

from datetime import date
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from charts.files.exhibits import INKS, Chart, Exhibit
from charts.files.tables import written
from charts.theme import LIGHT

_KINDS: Final = {
    "lines": XL_CHART_TYPE.LINE,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "bridge": XL_CHART_TYPE.BAR_STACKED,
}


def add(slide: Any, exhibit: Exhibit, left: int, top: int, width: int, height: int, font: str) -> None:
    """Put the exhibit's chart on a slide, with its finding as alternative text."""
    chart = exhibit.chart
    if chart is None:
        return
    frame = slide.shapes.add_chart(_KINDS[chart.kind], left, top, width, height, _data(chart))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", written(exhibit.title, 500))
    drawn = frame.chart
    drawn.font.size, drawn.font.name = Pt(12), font
    drawn.has_title = False
    _axes(drawn, chart)
    _legend(drawn, chart)
    _dress(drawn, chart)


def _data(chart: Chart) -> CategoryChartData:
    data = CategoryChartData(number_format="#,##0")
    data.categories = [one if isinstance(one, date) else written(one, 80) for one in chart.categories]
    for name, values in _bridged(chart) if chart.kind == "bridge" else _plain(chart):
        data.add_series(name, values)
    return data


def _plain(chart: Chart) -> list[tuple[str, list[float | None]]]:
    return [(written(one.name), list(one.values)) for one in chart.series]


def _bridged(chart: Chart) -> list[tuple[str, list[float | None]]]:
    """A bridge as stacked bars: what carries the step (not drawn), the totals, what falls, what rises."""
    steps = steps_of(chart)
    last = len(steps) - 1
    ends = [size if place in (0, last) else None for place, (_, size, _) in enumerate(steps)]
    inner = [None if place in (0, last) else step for place, step in enumerate(steps)]
    return [
        ("Carried", [step[0] if step else None for step in inner]),
        ("Total", ends),
        ("Less", [step[1] if step and step[2] < 0 else None for step in inner]),
        ("More", [step[1] if step and step[2] >= 0 else None for step in inner]),
    ]


def steps_of(chart: Chart) -> list[tuple[float, float, float]]:
    """(where a bar begins, its length, its amount) for each step; the ends are drawn as answered."""
    amounts = [value or 0.0 for value in chart.series[0].values]
    steps, level = [], 0.0
    for place, amount in enumerate(amounts):
        if place in (0, len(amounts) - 1):
            steps.append((0.0, amount, amount))
            level = amount
        else:
            steps.append((min(level, level + amount), abs(amount), amount))
            level += amount
    return steps


def _axes(drawn: Any, chart: Chart) -> None:
    values, names = drawn.value_axis, drawn.category_axis
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = _rgb(LIGHT.line)
    values.format.line.fill.background()
    values.tick_labels.number_format = _scaled(chart)
    values.tick_labels.number_format_is_linked = False
    names.format.line.color.rgb = _rgb(LIGHT.case)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.kind == "lines":
        names.tick_labels.number_format = "mmm yyyy"
        names.tick_labels.number_format_is_linked = False
    else:
        names.reverse_order = True
        names.has_major_gridlines = False


def _scaled(chart: Chart) -> str:
    """Millions above ten million, thousands above ten thousand, as a format that leaves the value whole."""
    largest = max((abs(v) for one in chart.series for v in one.values if v is not None), default=0)
    unit = f' "{chart.unit}"' if chart.unit else ""
    if largest >= 10_000_000:
        return f'#,##0,,{unit[:-1]} m"' if unit else '#,##0,," m"'
    if largest >= 10_000:
        return f'#,##0,{unit[:-1]} k"' if unit else '#,##0," k"'
    return f"#,##0{unit}"


def _legend(drawn: Any, chart: Chart) -> None:
    drawn.has_legend = chart.kind != "bridge" and len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False


def _dress(drawn: Any, chart: Chart) -> None:
    plot = drawn.plots[0]
    if chart.kind == "bridge":
        plot.gap_width, plot.overlap = 40, 100
        inks = (None, LIGHT.outlook, LIGHT.shortfall, LIGHT.surplus)
        for series, ink in zip(plot.series, inks, strict=True):
            _fill(series, ink)
        return
    if chart.kind == "bars":
        plot.gap_width, plot.overlap = 60, 0
    for series, one in zip(plot.series, chart.series, strict=True):
        if chart.kind == "bars":
            _fill(series, INKS[one.role])
        else:
            series.smooth = False
            line = series.format.line
            line.color.rgb, line.width = _rgb(INKS[one.role]), Pt(3 if one.role == "realized" else 2)
            line.dash_style = MSO_LINE.DASH if one.role == "outlook" else MSO_LINE.SOLID


def _fill(series: Any, ink: str | None) -> None:
    if ink is None:
        series.format.fill.background()
        return
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = _rgb(ink)


def _rgb(ink: str) -> RGBColor:
    return RGBColor.from_string(ink.lstrip("#").upper())
