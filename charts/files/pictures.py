"""Figures as PNG, drawn by a Chromium where there is one: one browser for all of them, then it is closed."""

import os
from collections.abc import Mapping
from typing import Final

import plotly.graph_objects as go

from charts.theme import LIGHT

TYPE: Final = "image/png"
WIDTH, SCALE = 1100, 2
MISSING: Final = (
    "Pictures are drawn by Chromium or Chrome, and none was found on this machine. Install one (on Debian: "
    "apt-get install chromium), then try again. Slides, workbook and PDF do not need it."
)


class NoBrowser(Exception):
    """There is no Chromium on this machine; `str()` of it says what to do."""

    def __init__(self) -> None:
        super().__init__(MISSING)


def available() -> bool:
    """True when a Chromium was found: the one of BROWSER_PATH, or one installed where they usually are."""
    from choreographer.browsers import chromium

    named = os.environ.get("BROWSER_PATH")
    found = named or chromium.get_browser_path(chromium.chromium_based_browsers)
    return bool(found)


def png_bytes(figures: Mapping[str, go.Figure]) -> dict[str, bytes]:
    """Each figure on a white ground, by its name. Raises NoBrowser."""
    if not available():
        raise NoBrowser
    import kaleido

    kaleido.start_sync_server(silence_warnings=True)
    try:
        return {name: _draw(kaleido, figure) for name, figure in figures.items()}
    finally:
        kaleido.stop_sync_server(silence_warnings=True)


def _draw(kaleido: object, figure: go.Figure) -> bytes:
    printed = go.Figure(figure).update_layout(
        paper_bgcolor=LIGHT.ground, plot_bgcolor=LIGHT.ground, margin={"t": 34, "b": 34, "l": 20, "r": 130}
    )
    size = {"format": "png", "width": WIDTH, "height": figure.layout.height or 420, "scale": SCALE}
    drawn: bytes = kaleido.calc_fig_sync(printed, opts=size)  # type: ignore[attr-defined]
    return drawn
