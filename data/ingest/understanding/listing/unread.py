"""Columns of a list that hold money or amounts by period, but that its profile has no use for."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from data.ingest.findings.base import Place
from data.ingest.findings.listing import AmountsNotRead
from data.ingest.reading.grid import address
from data.ingest.understanding import amounts, periods
from data.ingest.understanding.block import Block, Cells, holds
from data.ingest.understanding.headers import format_unit, unit, words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.meaning import MEASURES
from data.ingest.understanding.profile import profiles, ranks
from data.ingest.understanding.terms import unwrapped

_MOST_NAMED = 8
_BUDGETS = frozenset(
    {"budget", "spend", "saving", "presupuesto", "orcamento", "beneficio", "ahorro", "einsparung"}
)
_CODES = frozenset(
    {"center", "code", "id", "no", "number", "element", "type", "class", "kostenstelle", "aufwand"}
)


def note_unread(block: Block, unread: Sequence[int], heard: Heard) -> None:
    """Say which of the unread columns of a list hold money: they would be missed in silence."""
    found = [column for column in unread if block.headers[column] and _is_money(block.cells(column))]
    if found:
        names = ", ".join(f"'{block.headers[column][:60]}'" for column in found[:_MOST_NAMED])
        more = len(found) - _MOST_NAMED
        place = Place(block.name, address(block.header_row, found[0]))
        heard.add(AmountsNotRead(place, f"{names} and {more} more" if more > 0 else names))


def _is_money(cells: Cells) -> bool:
    """Whether a column holds numbers alone, and its header, its texts or its formats speak of money."""
    header = unwrapped(cells.header)
    about = bool(
        unit(header).currency or periods.parse(header) or _about_money(header) or _about_benefits(header)
    )
    there = 0
    for index, value in enumerate(cells.values):
        if not holds(value):
            continue
        amount = amounts.parse(value) if isinstance(value, str) else None
        if not isinstance(value, Decimal) and amount is None:
            return False
        about = about or bool(amount.currency if amount else format_unit(cells.format(index)).currency)
        there += 1
    return about and there > 0


def _about_money(header: str) -> bool:
    """Whether one of a header's words speaks of costs or benefits, and none of codes."""
    said = set(words(header).split())
    return bool(said & _spoken_of()) and not said & _CODES


def _about_benefits(header: str) -> bool:
    """Whether a header of several words means what was planned or realized to a register: `Target value`."""
    said = ranks(header).get("benefits_register", {})
    return " " in words(header) and any(role in said for role in (*MEASURES, "target_value"))


@cache
def _spoken_of() -> frozenset[str]:
    sections = profiles()["business_case"].told["sections"]
    texts = (words(text) for kind in ("costs", "benefits") for text in sections[kind])
    return frozenset({*(text for text in texts if " " not in text), *_BUDGETS})
