"""Which of several sheets of a business case adds up the others."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from data.ingest.understanding.stacked.parts import KINDS, Stack
from data.ingest.understanding.totals import number_of, tolerance

_NOTHING = Decimal(0)
Totals = dict[tuple[str, object], Decimal]


def summary(stacks: Mapping[str, Stack]) -> str | None:
    """The one sheet whose costs and benefits are, in every year, those of all the others together."""
    if len(stacks) < 3:
        return None  # of two sheets that agree either may be a copy of the other
    totals = {name: _totals(one) for name, one in stacks.items()}
    found = [name for name in stacks if _adds_up(name, totals)]
    return found[0] if len(found) == 1 else None


def _adds_up(name: str, totals: Mapping[str, Totals]) -> bool:
    others: defaultdict[tuple[str, object], Decimal] = defaultdict(Decimal)
    for other, own in totals.items():
        for year, amount in own.items() if other != name else ():
            others[year] += amount
    own = totals[name]
    return any(own.values()) and all(
        abs(own.get(year, _NOTHING) - others[year]) <= tolerance(own.get(year, _NOTHING)) * len(totals)
        for year in own.keys() | others.keys()
    )


def _totals(stack: Stack) -> Totals:
    """Amounts by kind and year, without their sign: costs are written either way."""
    added: defaultdict[tuple[str, object], Decimal] = defaultdict(Decimal)
    for kind in KINDS:
        for lines in stack.of(kind):
            header = lines.header
            for column in header.columns:
                year = header.periods.get(column) or header.numbers.get(column)
                added[kind, year] += sum(
                    (number_of(row.value(column)) or _NOTHING for row in lines.rows), _NOTHING
                )
    return {year: abs(amount) for year, amount in added.items()}
