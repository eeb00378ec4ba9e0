"""In which unit each row's amounts are: the row itself, the header, the lines above, the cells, the store."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from data.ingest.findings import register as said
from data.ingest.findings.base import Place
from data.ingest.staged import Known
from data.ingest.understanding import amounts
from data.ingest.understanding.headers import Unit, format_unit, unit
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.register.labels import Labels, column_texts
from data.ingest.understanding.register.page import Page
from data.ingest.understanding.vocabulary import of_program

NO_CURRENCY = "XXX"


@dataclass
class Money:
    """By row: the currency code, or another unit where the row is no money; and the row's own scale."""

    currencies: list[str | None]
    units: list[str | None]
    scales: list[Decimal] | None = None
    reporting: dict[str, str] = field(default_factory=dict)  # program -> its reporting currency
    vague: set[int] = field(default_factory=set)  # rows whose currency is a symbol that several share

    def monetary(self, index: int) -> bool:
        return self.units[index] is None


def money(page: Page, labels: Labels, known: Known, value_types: list[str | None], heard: Heard) -> Money:
    """The unit of every row; rows without any currency take the program's known one, else XXX."""
    count = len(page.block.rows)
    found = Money([None] * count, [None] * count)
    _row_units(page, found, heard)
    for index, kind in enumerate(value_types):
        if (
            kind in ("quantitative", "qualitative")
            and found.units[index] is None
            and not found.currencies[index]
        ):
            found.units[index] = ""
    general, vague = _general(page)
    bare = (not code and text is None for code, text in zip(found.currencies, found.units, strict=True))
    if not general and any(bare):
        _from_cells(page, found)
    unknown: set[str] = set()
    for index, program in enumerate(labels.program_ids):
        own = known.currencies.get(program or "", "")
        if found.monetary(index) and not found.currencies[index]:
            found.currencies[index] = of_program(general, vague, own) or own or NO_CURRENCY
            if found.currencies[index] == NO_CURRENCY:
                unknown.add(program or "")
        elif index in found.vague:
            found.currencies[index] = of_program(found.currencies[index] or "", True, own)
    for program in sorted(unknown):
        heard.add(said.CurrencyUnknown(Place(page.block.name), labels.program_names.get(program, program)))
    _report(page, labels, known, found, heard)
    return found


def _row_units(page: Page, found: Money, heard: Heard) -> None:
    codes, unit_texts = column_texts(page, "currency", heard), column_texts(page, "unit", heard)
    stated = list(zip(codes, unit_texts, strict=True))
    known = {both: _row_unit(*both) for both in set(stated)}
    units = [known[both] for both in stated]
    found.currencies = [currency for currency, _, _, _ in units]
    found.units = [text for _, text, _, _ in units]
    found.vague = {index for index, (_, _, _, vague) in enumerate(units) if vague}
    if any(scale != 1 for _, _, scale, _ in known.values()):
        found.scales = [scale for _, _, scale, _ in units]


def _row_unit(code: str | None, text: str | None) -> tuple[str | None, str | None, Decimal, bool]:
    """The currency, the other unit and the scale of a row that says this currency and this unit, and
    whether the currency is a symbol that several share."""
    stated = unit(text) if text else Unit()
    currency, scale = stated.currency or None, stated.scale if stated.currency else Decimal(1)
    vague = stated.vague
    if code:
        own = unit(code.upper() if len(code) == 3 else code)
        currency, vague = own.currency or code.upper(), own.vague
        scale = own.scale if own.scale != 1 else scale
    return currency, text if text and not stated.currency else None, scale, vague


def _general(page: Page) -> tuple[str, bool]:
    """The currency that headers or titles name, and whether by a symbol that several share; '' where they
    name none or the headers differ."""
    units = [item.unit.over(page.titles.unit) for item in page.layout.values]
    named = {one.currency for one in units} - {""}
    return (named.pop(), any(one.vague for one in units)) if len(named) == 1 else ("", False)


def _from_cells(page: Page, found: Money) -> None:
    """Currencies and percent signs in the number formats and texts of the first columns of amounts."""
    for item in page.layout.values[:3]:
        cells = page.block.cells(item.column)
        cache: dict[tuple[str, str], Unit] = {}
        for index, value in enumerate(cells.values):
            if value is None or found.currencies[index] or found.units[index] is not None:
                continue
            text, shown = value if isinstance(value, str) else "", cells.format(index)
            if (text, shown) not in cache:
                amount = amounts.parse(text, page.mark or ".") if text else None
                inside = (
                    Unit(amount.currency, percent=amount.percent, vague=amount.vague) if amount else Unit()
                )
                cache[text, shown] = (
                    inside.over(format_unit(shown))
                    if inside.currency
                    else (inside if inside.percent else format_unit(shown))
                )
            seen = cache[text, shown]
            if seen.percent:
                found.units[index] = "%"
            elif seen.currency:
                found.currencies[index] = seen.currency
                found.vague |= {index} if seen.vague else set()


def _report(page: Page, labels: Labels, known: Known, found: Money, heard: Heard) -> None:
    """The reporting currency of each program: the store's, else the commonest of its rows."""
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (program, currency), count in Counter(zip(labels.program_ids, found.currencies, strict=True)).items():
        if program and currency:
            counts[program][currency] = count
    for program in set(filter(None, labels.program_ids)) - counts.keys():  # of measures that are no money
        found.reporting[program] = known.currencies.get(program, NO_CURRENCY)
    for program, counter in counts.items():
        best = min(counter, key=lambda code: (-counter[code], code))
        found.reporting[program] = known.currencies.get(program, best)
        others = sorted(set(counter) - {found.reporting[program]})
        if others:
            name = labels.program_names.get(program, program)
            heard.add(
                said.CurrencyTaken(Place(page.block.name), name, found.reporting[program], ", ".join(others))
            )
