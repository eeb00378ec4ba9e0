"""The strategy map: outputs lead to changes, changes to benefits, benefits to objectives, as ribbons."""

import textwrap
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from charts import layers, numbers, theme
from charts.layers import Map, Thing

TOP, BOTTOM, RIGHT = 24, 6, 100
NAMES: Final = {0: "Projects", 1: "Changes", 2: "Benefits", 3: "Objectives"}
WIDE: Final = 15  # letters of a name in one line, two lines at most
BAR: Final = 0.012  # of the width of the plot
STEPS: Final = 12  # points of a ribbon's edge


def draw(
    links: pd.DataFrame,
    *,
    highlighted: tuple[str, ...] = (),
    currency: str = "",
    locale: str = "en",
    dark: bool = False,
) -> go.Figure:
    """Draw source_layer, source_id, source, source_outlook, source_realized, the same of target, outlook,
    realized: one row a link.

    A ribbon is as wide as its outlook; its strong part is what was realized of it. What is not money is
    a thin dotted line. With `highlighted` IDs all ribbons but those between them are pale.
    """
    if links.empty:
        return theme.nothing("Nothing is linked yet: no project contributes, and no benefit serves.", dark)
    drawn = layers.lay_out(links)
    figure = theme.figure(
        round(drawn.height) + TOP + BOTTOM, dark, margin={"l": 4, "r": RIGHT, "t": TOP, "b": BOTTOM}
    )
    figure.update_xaxes(visible=False, range=[0, 1 + BAR])
    figure.update_yaxes(visible=False, range=[drawn.height, 0])
    ordered = sorted(links.to_dict("records"), key=lambda link: _height(drawn, link))
    things = list(drawn.things.values())
    ribbons = [
        ribbon
        for link in ordered
        for ribbon in _ribbon(drawn, link, _chosen(link, highlighted), currency, locale, dark)
    ]
    # All at once: added one by one, plotly checks everything again for each.
    figure.add_traces(ribbons)
    return figure.update_layout(
        shapes=[bar for thing in things for bar in _bars(drawn, thing, dark)],
        annotations=[
            *(_name(drawn, thing, currency, locale, dark) for thing in things),
            *(_heading(drawn, layer, dark) for layer in drawn.layers),
        ],
    )


def _chosen(link: dict[Any, Any], highlighted: tuple[str, ...]) -> bool:
    return not highlighted or {str(link["source_id"]), str(link["target_id"])} <= set(highlighted)


def _height(drawn: Map, link: dict[Any, Any]) -> tuple[float, float]:
    """Ribbons leave and arrive in the order of where they come from and go to."""
    source, target = _ends(drawn, link)
    return target.top, source.top


def _ends(drawn: Map, link: dict[Any, Any]) -> tuple[Thing, Thing]:
    return (
        drawn.things[int(link["source_layer"]), str(link["source_id"])],
        drawn.things[int(link["target_layer"]), str(link["target_id"])],
    )


def _x(drawn: Map, layer: int) -> float:
    return drawn.layers.index(layer) / max(len(drawn.layers) - 1, 1)


def _ribbon(
    drawn: Map,
    link: dict[Any, Any],
    chosen: bool,
    currency: str,
    locale: str,
    dark: bool,
) -> list[go.Scatter]:
    """The pale ribbon of the outlook and on it the strong one of what was realized."""
    source, target = _ends(drawn, link)
    start, end = _x(drawn, source.key[0]) + BAR, _x(drawn, target.key[0])
    left, right = source.top + source.right_used, target.top + target.left_used
    said, colours = _hover(link, currency, locale), theme.palette(dark)
    outlook = link["outlook"]
    if numbers.missing(outlook) or not outlook:
        return [_line(start, end, left + 2, right + 2, said, colours, chosen)]
    wide = abs(float(outlook)) * drawn.scale
    share = 0.0 if numbers.missing(link["realized"]) else float(link["realized"]) / float(outlook)
    pale = colours.outlook_fill if chosen else colours.line
    ribbons = [_area(start, end, left, right, wide, said, pale, 1.0)]
    if share > 0 and chosen:
        ribbons.append(_area(start, end, left, right, wide * min(share, 1.0), said, colours.realized, 0.5))
    source.right_used += wide
    target.left_used += wide
    return ribbons


def _edge(start: float, end: float, left: float, right: float) -> list[tuple[float, float]]:
    """An S from one height to another."""
    steps = [step / STEPS for step in range(STEPS + 1)]
    return [(start + (end - start) * t, left + (right - left) * t * t * (3 - 2 * t)) for t in steps]


def _area(
    start: float, end: float, left: float, right: float, wide: float, said: str, colour: str, opacity: float
) -> go.Scatter:
    edge = _edge(start, end, left, right)
    outline = [*edge, *((x, y + wide) for x, y in reversed(edge))]
    return go.Scatter(
        x=[round(x, 4) for x, _ in outline],
        y=[round(y, 2) for _, y in outline],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=colour,
        opacity=opacity,
        hoveron="fills",
        hoverinfo="text",
        text=said,
    )


def _line(
    start: float, end: float, left: float, right: float, said: str, colours: theme.Palette, chosen: bool
) -> go.Scatter:
    edge = _edge(start, end, left, right)
    return go.Scatter(
        x=[round(x, 4) for x, _ in edge],
        y=[round(y, 2) for _, y in edge],
        mode="lines",
        line={"color": colours.unknown if chosen else colours.line, "width": 1.2, "dash": "2px,3px"},
        hoverinfo="text",
        text=said,
    )


def _bars(drawn: Map, thing: Thing, dark: bool) -> list[dict[str, Any]]:
    """The bar of a thing, filled from above by what was realized."""
    colours = theme.palette(dark)
    tall = [(thing.bar, colours.outlook if thing.outlook else colours.unknown)]
    if thing.outlook and thing.realized and thing.realized > 0:
        tall.append((thing.bar * min(thing.realized / thing.outlook, 1.0), colours.realized))
    left = _x(drawn, thing.key[0])
    return [
        {
            "type": "rect",
            "x0": left,
            "x1": left + BAR,
            "y0": thing.top,
            "y1": thing.top + height,
            "fillcolor": colour,
            "line": {"width": 0},
            "layer": "above",
        }
        for height, colour in tall
    ]


def _name(drawn: Map, thing: Thing, currency: str, locale: str, dark: bool) -> dict[str, Any]:
    amount = numbers.money(thing.outlook, currency, locale) if thing.outlook else "not money"
    return {
        "text": _two_lines(thing.name),
        "x": _x(drawn, thing.key[0]) + BAR,
        "y": thing.top,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": 3,
        "yshift": 1,
        "showarrow": False,
        "align": "left",
        "borderpad": 1,
        # Ribbons pass behind the names: a thin veil keeps them readable.
        "bgcolor": theme.veil(dark),
        "font": {"size": 11, "color": theme.palette(dark).ink},
        "hovertext": f"<b>{theme.inert(thing.name)}</b><br>Outlook {theme.inert(amount)}",
    }


def _heading(drawn: Map, layer: int, dark: bool) -> dict[str, Any]:
    return {
        "text": f"<b>{NAMES[layer]}</b>",
        "x": _x(drawn, layer),
        "y": 1,
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 2,
        "showarrow": False,
        "font": {"size": theme.SMALL, "color": theme.palette(dark).quiet},
    }


def _two_lines(name: str) -> str:
    wrapped = textwrap.wrap(name, WIDE, max_lines=2, placeholder="…", break_long_words=True) or [""]
    return "<br>".join(theme.inert(line, WIDE + 1) for line in wrapped)


def _hover(link: dict[Any, Any], currency: str, locale: str) -> str:
    ends = f"<b>{theme.inert(link['source'], 60)}</b> to <b>{theme.inert(link['target'], 60)}</b>"
    if numbers.missing(link["outlook"]):
        return f"{ends}<br>not measured in money"
    outlook, realized = (numbers.money(link[name], currency, locale) for name in ("outlook", "realized"))
    return f"{ends}<br>Outlook {theme.inert(outlook)}, realized {theme.inert(realized)}"
