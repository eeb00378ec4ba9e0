"""Figures as PNG, drawn by a Chromium where there is one: one browser for all of them, then it is closed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

import plotly.graph_objects as go

from charts.theme import LIGHT, inert

TYPE: Final = "image/png"
WIDTH, SCALE = 1100, 2
TOP, BOTTOM = 46, 30  # what the title and the line below add
LINE, LETTERS = 24, 92  # of the title: pixels from one line to the next, letters on one
MISSING: Final = (
    "Pictures are drawn by Chromium or Chrome, and none was found on this machine. Install one (on Debian: "
    "apt-get install chromium), then try again. Slides, workbook and PDF do not need it."
)


@dataclass(frozen=True)
class Picture:
    """A figure with its finding above and what it rests on below."""

    figure: go.Figure
    title: str
    statement: str


class NoBrowser(Exception):
    """There is no Chromium on this machine; `str()` of it says what to do."""

    def __init__(self) -> None:
        super().__init__(MISSING)


def available() -> bool:
    """True when a Chromium was found: the one of BROWSER_PATH, or one installed where they usually are."""
    from choreographer.browsers import chromium

    return bool(chromium.get_browser_path(chromium.chromium_based_browsers))


def png_bytes(pictures: Mapping[str, Picture]) -> dict[str, bytes]:
    """Each picture on a white ground, by its name. Raises NoBrowser."""
    if not available():
        raise NoBrowser
    import kaleido

    # Without MathJax, which would come from elsewhere.
    page = kaleido.PageGenerator(mathjax=False)
    kaleido.start_sync_server(page_generator=page, silence_warnings=True)
    try:
        return {name: _draw(kaleido.calc_fig_sync, picture) for name, picture in pictures.items()}
    finally:
        kaleido.stop_sync_server(silence_warnings=True)


def _draw(render: Callable[..., bytes], picture: Picture) -> bytes:
    lines = wrap(picture.title, LETTERS, max_lines=3, placeholder="…")
    top = TOP + LINE * (len(lines) - 1)
    height = (picture.figure.layout.height or 420) + top + BOTTOM
    printed = go.Figure(picture.figure).update_layout(
        paper_bgcolor=LIGHT.ground,
        plot_bgcolor=LIGHT.ground,
        margin={"t": top + 34, "b": BOTTOM + 28, "l": 24, "r": 130},
        title={
            "text": f"<b>{'<br>'.join(inert(line) for line in lines)}</b>",
            "font": {"size": 18, "color": LIGHT.ink},
            "x": 0.02,
            "y": 1 - (14 + LINE / 2 * (len(lines) - 1)) / height,
            "yanchor": "top",
        },
    )
    printed.add_annotation(
        text=inert(picture.statement),
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        yshift=-(BOTTOM + 14),
        showarrow=False,
        xanchor="left",
        font={"size": 11, "color": LIGHT.quiet},
    )
    return render(printed, opts={"format": "png", "width": WIDTH, "height": height, "scale": SCALE})
