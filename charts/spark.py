"""Spark lines for the cells of a table: the plan in grey, the realized values on top, as an SVG address."""

import base64
from collections.abc import Sequence

from charts import numbers, theme

WIDTH, HEIGHT, PAD = 132, 30, 3


def draw(planned: Sequence[float | None], realized: Sequence[float | None], *, dark: bool = False) -> str:
    """A `data:` address of a picture; both series have one value a period, missing ones leave a gap.

    Both are drawn on one scale that includes zero. Empty when there is nothing to draw.
    """
    values = [float(v) for v in (*planned, *realized) if not numbers.missing(v) and v is not None]
    if not values or len(planned) != len(realized):
        return ""
    colours = theme.palette(dark)
    low, high = min(0.0, *values), max(0.0, *values)
    body = "".join(
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'
        for path, colour, width in (
            (_path(planned, low, high), colours.case, 1.4),
            (_path(realized, low, high), colours.realized, 2.6),
        )
        if path
    )
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{body}</svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(picture.encode()).decode()


def _path(series: Sequence[float | None], low: float, high: float) -> str:
    """Move-to and line-to commands; a missing value lifts the pen."""
    step = (WIDTH - 2 * PAD) / max(len(series) - 1, 1)
    extent = high - low or 1.0
    commands, down = [], False
    for place, value in enumerate(series):
        if numbers.missing(value) or value is None:
            down = False
            continue
        x = PAD + place * step
        y = HEIGHT - PAD - (float(value) - low) / extent * (HEIGHT - 2 * PAD)
        alone = not down and (place + 1 == len(series) or numbers.missing(series[place + 1]))
        commands.append(f"{'L' if down else 'M'}{x:.1f} {y:.1f}" + ("h0.1" if alone else ""))
        down = True
    return "".join(commands)
