"""Where the things of a layered map stand: columns from left to right, each thing with room for its name."""

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from charts import numbers

TALLEST: Final = 420.0  # pixels that the fullest column's amounts fill
LEAST_BAR: Final = 4.0
SLOT: Final = 34.0  # room for a name in two lines
GAP: Final = 8.0


@dataclass
class Thing:
    """One thing of the map; `top` and `bar` are pixels from the upper edge."""

    key: tuple[int, str]
    name: str
    outlook: float | None
    realized: float | None
    top: float = 0.0
    bar: float = LEAST_BAR
    left_used: float = 0.0
    right_used: float = 0.0


@dataclass(frozen=True)
class Map:
    """The things by key, the layers that hold any, pixels per amount, and the height of it all."""

    things: dict[tuple[int, str], Thing]
    layers: list[int]
    scale: float
    height: float


def lay_out(links: pd.DataFrame) -> Map:
    """Order each column by what it leads to, so that few ribbons cross, and give each thing its height."""
    things = _things(links)
    layers = sorted({layer for layer, _ in things})
    columns = {layer: [thing for thing in things.values() if thing.key[0] == layer] for layer in layers}
    fullest = max(sum(abs(one.outlook or 0) for one in column) for column in columns.values())
    scale = TALLEST / fullest if fullest else 0.0
    places: dict[tuple[int, str], float] = {}
    for layer in reversed(layers):
        columns[layer].sort(key=lambda one: _order(one, links, places))
        places |= {one.key: float(place) for place, one in enumerate(columns[layer])}
    height = max(_stack(column, scale) for column in columns.values())
    return Map(things, layers, scale, height)


def _things(links: pd.DataFrame) -> dict[tuple[int, str], Thing]:
    found: dict[tuple[int, str], Thing] = {}
    for link in links.to_dict("records"):
        for side in ("source", "target"):
            key = (int(link[f"{side}_layer"]), str(link[f"{side}_id"]))
            found.setdefault(
                key,
                Thing(
                    key, str(link[side]), _known(link[f"{side}_outlook"]), _known(link[f"{side}_realized"])
                ),
            )
    return found


def _order(one: Thing, links: pd.DataFrame, places: dict[tuple[int, str], float]) -> tuple[float, float, str]:
    """Beside what it leads to; the largest first among those that lead to the same."""
    mine = links[(links["source_layer"] == one.key[0]) & (links["source_id"] == one.key[1])]
    ends = [
        (places.get((int(link["target_layer"]), str(link["target_id"])), 0.0), _known(link["outlook"]) or 0.0)
        for link in mine.to_dict("records")
    ]
    weight = sum(abs(amount) for _, amount in ends)
    if not ends:
        middle = 1e9 if places else 0.0
    elif weight:
        middle = sum(place * abs(amount) for place, amount in ends) / weight
    else:
        middle = sum(place for place, _ in ends) / len(ends)
    return middle, -abs(one.outlook or 0.0), one.key[1]


def _stack(column: list[Thing], scale: float) -> float:
    top = 0.0
    for one in column:
        one.top, one.bar = top, max(LEAST_BAR, abs(one.outlook or 0.0) * scale)
        top += max(one.bar, SLOT) + GAP
    return top


def _known(value: Any) -> float | None:
    return None if numbers.missing(value) else float(value)
