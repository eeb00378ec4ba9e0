"""Colours, fonts and the bare layout of every figure: the one place where looks are decided.

The palette stays apart for the colour-blind (blue against vermilion, never red against green) and
nothing is said by colour alone: what is promised is grey-blue and outlined, what was realized is
solid, what is expected is the same hue lighter and dashed, what is unknown is hatched.
"""

import html
import re
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

FONT = '"Source Sans", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", sans-serif'
SMALL, NORMAL, STRONG = 12, 13, 14


@dataclass(frozen=True)
class Palette:
    """The colours of one appearance. Text colours reach 4.5:1, marks 3:1 against their ground."""

    ground: str
    ink: str
    quiet: str
    line: str
    case: str
    case_fill: str
    realized: str
    outlook: str
    outlook_fill: str
    shortfall: str
    surplus: str
    unknown: str
    claimed: str


LIGHT = Palette(
    ground="#ffffff",
    ink="#1b2733",
    quiet="#5a6672",
    line="#e3e7ec",
    case="#64748b",
    case_fill="#dbe2ea",
    realized="#15568a",
    outlook="#2f7fb5",
    outlook_fill="#cfe3f2",
    shortfall="#bf4300",
    surplus="#00785c",
    unknown="#8d97a3",
    claimed="#9a6b00",
)
DARK = Palette(
    ground="#11181f",
    ink="#e6ecf2",
    quiet="#a3afbb",
    line="#2d3945",
    case="#94a3b8",
    case_fill="#2c3847",
    realized="#4cb4ea",
    outlook="#8fcdf0",
    outlook_fill="#203f54",
    shortfall="#ff8a4d",
    surplus="#3fcfa5",
    unknown="#77828f",
    claimed="#e0b04a",
)
# Streamlit draws figures in its own style unless told not to; ours is complete.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "scrollZoom": False,
    "responsive": True,
}

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def palette(dark: bool) -> Palette:
    return DARK if dark else LIGHT


def veil(dark: bool) -> str:
    """The ground, half transparent: behind text that marks pass under."""
    ground = palette(dark).ground
    red, green, blue = (int(ground[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.55)"


def inert(text: object, longest: int = 200) -> str:
    """Workbook text as plotly shows it letter by letter: no tag, no link, no entity, no formula.

    Cut at `longest` characters, with an ellipsis, so that no name can push a figure off its page.
    """
    plain = _CONTROL.sub(" ", str(text)).strip()
    if len(plain) > longest:
        plain = plain[: longest - 1].rstrip() + "…"
    return html.escape(plain, quote=True).replace("&#x27;", "&#39;").replace("$", "&#36;")


def figure(height: int, dark: bool, **layout: Any) -> go.Figure:
    """An empty figure in our looks; `layout` adds or overrides."""
    colours = palette(dark)
    bare = go.Layout(
        template=go.layout.Template(),
        height=height,
        margin={"l": 4, "r": 4, "t": 8, "b": 4},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": NORMAL, "color": colours.ink},
        hoverlabel={
            "bgcolor": colours.ground,
            "bordercolor": colours.line,
            "font": {"family": FONT, "size": NORMAL, "color": colours.ink},
            "align": "left",
        },
        showlegend=False,
        dragmode=False,
        xaxis=_axis(colours),
        yaxis=_axis(colours),
    )
    return go.Figure(layout=bare).update_layout(**layout)


def nothing(text: str, dark: bool, height: int = 160) -> go.Figure:
    """What is drawn when there is nothing to draw: the reason, in words."""
    drawn = figure(height, dark)
    drawn.update_xaxes(visible=False)
    drawn.update_yaxes(visible=False)
    return drawn.add_annotation(
        text=text,
        x=0.5,
        y=0.5,
        xref="paper",
        yref="paper",
        showarrow=False,
        font={"color": palette(dark).quiet},
    )


def _axis(colours: Palette) -> dict[str, Any]:
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "fixedrange": True,
        "automargin": True,
        "ticks": "",
        "title": None,
        "tickfont": {"size": SMALL, "color": colours.quiet},
    }
