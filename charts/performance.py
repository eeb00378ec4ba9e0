"""How the work performs from report to report: cost and schedule against the plan, which is 1."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from charts import marks, numbers, theme

HEIGHT, TOP, BOTTOM, RIGHT = 260, 26, 28, 104
# Nearer to 1 than this and the axis still shows a band of it, so that small swings stay small.
LEAST_BAND = 0.1
LINES = {"cost_performance": "Cost (CPI)", "schedule_performance": "Schedule (SPI)"}


def draw(reports: pd.DataFrame, *, as_of: date | None, locale: str = "en", dark: bool = False) -> go.Figure:
    """Draw as_of, cost_performance, schedule_performance: one row a report, in order."""
    known = reports.dropna(subset=list(LINES), how="all")
    if known.empty:
        return theme.nothing("No earned value has been reported yet.", dark)
    figure = theme.figure(
        HEIGHT, dark, margin={"l": 4, "r": RIGHT, "t": TOP, "b": BOTTOM}, hovermode="x unified"
    )
    colours = theme.palette(dark)
    values = [float(value) for name in LINES for value in known[name].dropna()]
    low, high = min(1 - LEAST_BAND, *values), max(1 + LEAST_BAND, *values)
    figure.update_yaxes(
        range=[low - 0.02, high + 0.02],
        tickvals=[1.0],
        ticktext=["as planned"],
        showgrid=True,
        gridcolor=colours.quiet,
    )
    figure.update_xaxes(range=marks.span(pd.to_datetime(known["as_of"])), type="date", nticks=5)
    looks = {
        "cost_performance": {"color": colours.realized, "width": 3},
        "schedule_performance": {"color": colours.case, "width": 2, "dash": "6px,4px"},
    }
    ends = []
    for name, word in LINES.items():
        line = known.dropna(subset=[name])
        if line.empty:
            continue
        at, series = pd.to_datetime(line["as_of"]), [float(value) for value in line[name]]
        figure.add_trace(
            go.Scatter(
                name=word,
                x=[day.date().isoformat() for day in at],
                y=series,
                mode="lines" if len(line) > 1 else "markers",
                line=looks[name],
                marker={"color": looks[name]["color"], "size": 10},
                customdata=[[numbers.plain(value, locale, 2)] for value in series],
                hovertemplate="%{customdata[0]}",
            )
        )
        text = f"{word}<br><b>{numbers.plain(series[-1], locale, 2)}</b>"
        ends.append(marks.End(text, at.iloc[-1].date(), series[-1], str(looks[name]["color"])))
    marks.label_ends(figure, ends, HEIGHT - TOP - BOTTOM)
    marks.status_date(figure, as_of, dark)
    return figure
