"""What an amount is made of: one stacked bar a row, with its kinds named once above all bars."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from charts import marks, numbers, rows, theme

THICK: Final = 0.3
# Each kind: which colour of the palette, and a pattern beside it, so that colour alone says nothing.
LOOKS: Final[dict[str, tuple[str, str]]] = {
    "finance verified": ("realized", ""),
    "cash releasing": ("realized", ""),
    "system extract": ("outlook", ""),
    "revenue": ("outlook", ""),
    "cost avoidance": ("surplus", ""),
    "survey": ("claimed", ""),
    "non cash releasing": ("claimed", ""),
    "owner claim": ("claimed", "\\"),
    "societal": ("claimed", "\\"),
    "estimate": ("claimed", "."),
    "risk": ("claimed", "."),
    "qualitative": ("case", "."),
    "not stated": ("unknown", ""),
    "not measured": ("unknown", "/"),
}
_SIGNS: Final = {"": "\u25a0", "\\": "\u25a7", ".": "\u25a6", "/": "\u25a8"}


def draw(shares: pd.DataFrame, *, currency: str = "", locale: str = "en", dark: bool = False) -> go.Figure:
    """Draw name, kind, amount, share, strong, quiet: one row a bar and kind, bars in the order given.

    `strong` and `quiet` are written beside each bar. What is `not measured` is hatched and has no share.
    """
    if shares.empty:
        return theme.nothing("Nothing has been realized or is due yet.", dark)
    names = list(dict.fromkeys(shares["key"]))
    firsts = [shares[shares["key"] == name].iloc[0] for name in names]
    figure = rows.lay_out(
        [
            rows.Row(name=str(one["name"]), strong=str(one["strong"]), quiet=str(one["quiet"]))
            for one in firsts
        ],
        dark,
    )
    kinds = [kind for kind in LOOKS if kind in set(shares["kind"])]
    for kind in kinds:
        figure.add_trace(_bars(shares[shares["kind"] == kind], kind, names, currency, locale, dark))
    figure.update_layout(barmode="relative")
    _key(figure, kinds, dark)
    return figure


def _bars(part: pd.DataFrame, kind: str, names: list[Any], currency: str, locale: str, dark: bool) -> go.Bar:
    colours = theme.palette(dark)
    name, pattern = LOOKS[kind]
    ink = getattr(colours, name)
    return go.Bar(
        name=kind,
        orientation="h",
        x=[float(amount) for amount in part["amount"]],
        y=[rows.bar_y(names.index(key)) for key in part["key"]],
        width=THICK,
        marker={
            "color": ink if pattern != "/" else "rgba(0,0,0,0)",
            "line": {"color": colours.ground, "width": 1},
            "pattern": {
                "shape": pattern,
                "fgcolor": ink if pattern == "/" else colours.ground,
                "bgcolor": "rgba(0,0,0,0)" if pattern == "/" else ink,
                "size": 6,
                "solidity": 0.3,
            },
        },
        customdata=[[_hover(row, kind, currency, locale)] for row in part.to_dict("records")],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )


def _hover(row: dict[Any, Any], kind: str, currency: str, locale: str) -> str:
    amount = theme.inert(numbers.full(row["amount"], currency, locale))
    if kind == "not measured":
        return f"<b>{theme.inert(row['name'], 60)}</b><br>{amount} of the case is due and was not measured"
    share = "" if numbers.missing(row["share"]) else f", {theme.inert(numbers.rate(row['share'], locale))}"
    return f"<b>{theme.inert(row['name'], 60)}</b><br>{kind}: {amount}{share}"


def _key(figure: go.Figure, kinds: list[str], dark: bool) -> None:
    colours = theme.palette(dark)
    marks.key_above(
        figure,
        [(_SIGNS[LOOKS[kind][1]], kind, str(getattr(colours, LOOKS[kind][0]))) for kind in kinds],
    )
