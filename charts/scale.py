"""Axes and labels that keep out of each other's way: round ticks, end labels spread apart."""

import re
from collections.abc import Sequence
from math import floor, log10
from typing import Any

from charts import numbers
from charts.theme import inert, palette

_IDLE_ZEROS = re.compile(r"[.,]0+(k|m|bn)$")


def ticks(low: float, high: float, at_most: int = 5) -> list[float]:
    """Round values from below `low` to above `high`, zero among them when it lies between.

    A flat or empty range gives [0, 1] scaled to it, so that an axis always has an extent.
    """
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return [0.0, 1.0]
    step = _step((high - low) / at_most)
    first, last = floor(low / step), -floor(-high / step)
    return [round(step * place, 9) for place in range(first, last + 1)]


def money_axis(values: Sequence[float], currency: str, locale: str, dark: bool) -> dict[str, Any]:
    """The layout of a value axis: few labels, one faint line each, a firmer one at zero."""
    colours = palette(dark)
    known = [value for value in values if not numbers.missing(value)]
    places = ticks(min(known, default=0.0), max(known, default=0.0))
    return {
        "range": [places[0], places[-1]],
        "tickvals": places,
        "ticktext": [tick(place, currency, locale) for place in places],
        "showgrid": True,
        "gridcolor": colours.line,
        "gridwidth": 1,
        "zeroline": True,
        "zerolinecolor": colours.quiet,
        "zerolinewidth": 1,
    }


def tick(value: float, currency: str, locale: str) -> str:
    """A tick as plotly takes it."""
    return inert(short(value, currency, locale))


def short(value: float, currency: str, locale: str) -> str:
    """A tick reads `€5m`, not `€5.0m`."""
    return "0" if value == 0 else _IDLE_ZEROS.sub(r"\1", numbers.money(value, currency, locale))


def spread(values: Sequence[float], low: float, high: float, height: int, apart: int) -> list[int]:
    """How many pixels up each label moves so that neighbours are `apart` pixels from each other.

    The axis runs from `low` to `high` over `height` pixels. The labels keep the order of their
    values, of equal ones the first stands highest, and, as far as there is room, stay inside the plot.
    """
    per_unit = height / (high - low) if high > low else 0.0
    order = sorted(range(len(values)), key=lambda place: (values[place], -place))
    wanted = [(values[place] - low) * per_unit for place in order]
    placed = list(wanted)
    for rank in range(1, len(placed)):
        placed[rank] = max(placed[rank], placed[rank - 1] + apart)
    if placed:
        drift = max((sum(placed) - sum(wanted)) / len(placed), placed[-1] - height)
        placed = [place - drift + max(0.0, drift - placed[0]) for place in placed]
    shifts = [0] * len(values)
    for rank, place in enumerate(order):
        shifts[place] = round(placed[rank] - wanted[rank])
    return shifts


def _step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(power * lead for lead in (1, 2, 2.5, 5, 10) if power * lead >= rough * 0.999999)
