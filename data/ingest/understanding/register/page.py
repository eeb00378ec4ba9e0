"""One sheet of a register made ready: its layout settled, its rows cleaned, its labels filled down."""

from dataclasses import dataclass, field, replace

from data.ingest.findings import periods as late
from data.ingest.findings import register as said
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Row, Sheet, Value, address
from data.ingest.staged import Known
from data.ingest.understanding import amounts
from data.ingest.understanding.block import Block, Cells, holds, strings, text_of
from data.ingest.understanding.headers import unit, words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.layout import Layout, ValueColumn, layouts
from data.ingest.understanding.meaning import MEASURES, dated, meaning
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.register.recurring import take_recurring
from data.ingest.understanding.register.running import split, take_running
from data.ingest.understanding.register.stated import compare, set_apart
from data.ingest.understanding.titles import Titles, titles
from data.ingest.understanding.totals import clean_rows

LABELS = ("program_id", "program", "project_id", "project", "benefit_id", "benefit")


@dataclass
class Page:
    """A sheet of the register. `read` counts the rows below the header that hold anything; `measures`
    are the words of the measure column by row, where there is one."""

    layout: Layout
    titles: Titles
    month: int | None
    mark: str
    read: int
    likely: str = "."  # the decimal mark of texts that could have either
    measures: list[str | None] | None = None
    sections: list[tuple[int, str]] = field(default_factory=list)
    repeats: list[int] = field(default_factory=list)

    @property
    def block(self) -> Block:
        return self.layout.block

    def has(self, role: str) -> bool:
        return role in self.layout.roles

    def cells(self, role: str) -> Cells:
        return self.block.cells(self.layout.roles[role])

    def header_place(self, column: int) -> Place:
        return Place(self.block.name, address(self.block.header_row, column))


def open_page(sheet: Sheet, profile: Profile, known: Known, heard: Heard) -> Page | None:
    """The sheet as a page of the register; None if no table of it is one."""
    layout = next(layouts(sheet, profile, None), None)
    if layout is None:
        return None
    above = titles(layout.block.above, sheet.name)
    for role in ("benefit", "cost_type"):
        above = above.with_unit(layout.block.headers.get(layout.roles.get(role, -1)))
    month = fiscal_month(above, known)
    if month:
        layout = next(layouts(sheet, profile, month), layout)
    page = Page(layout, above, month, "", len(layout.block.rows))
    _settle(page, profile)
    _identify(page)
    for role, other in profile.told.get("same", {}).items():
        layout.roles.setdefault(role, layout.roles[other])
    return made_ready(page, profile, heard)


def made_ready(page: Page, profile: Profile, heard: Heard) -> Page:
    """The page with its periods dated, its rows cleaned and its amounts told apart."""
    _date(page, heard)
    _note_fiscal(page, heard)
    take_recurring(page.layout)
    names = (page.block.name, page.titles.first)
    measured = "measure" in page.layout.roles or any(_measure_of(name, profile) for name in names)
    running = take_running(page.layout, page.month, measured)
    seen = _marks(page)
    page.mark = heard.answers.decimal_mark or seen.mark
    page.likely = page.mark or ("," if seen.grouped else ".")
    _clean(page, heard)
    if running:
        page.layout.block = split(page.layout, running, page.likely, heard)
    page.measures = _measures(page, profile)
    _measure_columns(page, profile, heard)
    for total, parts in set_apart(page.layout):
        compare(page.block, total, parts, page.likely, heard)
    return page


def fiscal_month(above: Titles, known: Known) -> int | None:
    """The first month of the fiscal year: as the lines above say, else that of the program said at upload,
    else as all known programs have it."""
    if above.fiscal_month:
        return above.fiscal_month
    if own := known.fiscal_months.get(known.program_id or ""):
        return own
    months = set(known.fiscal_months.values())
    return months.pop() if len(months) == 1 else None


def _settle(page: Page, profile: Profile) -> None:
    """A column headed Type is a measure, a kind or a class: its cells decide, as for a bare column."""
    layout = page.layout
    column = layout.roles.get("measure")
    if column is not None and not _is_measure(page, column, profile):
        del layout.roles["measure"]
        texts = {
            words(value) for value in page.block.values(column) if isinstance(value, str) and value.strip()
        }
        role = "kind" if texts and texts <= profile.vocabulary["kind"].keys() else "class"
        if role not in layout.roles:
            layout.roles[role] = column
        else:
            layout.unknown.append(column)
    if (target := layout.roles.get("target_value")) is not None and not layout.periods:
        del layout.roles["target_value"]
        header = layout.block.headers[target]
        layout.values.append(ValueColumn(target, header, "planned", None, unit(header)))
    unsaid = [item for item in layout.values if item.measure is None]
    if "measure" not in layout.roles and unsaid:
        bare = [column for column in _text_columns(page) if _is_measure(page, column, profile)]
        if bare:
            layout.roles["measure"] = bare[0]
            layout.unknown = [column for column in layout.unknown if column != bare[0]]
            layout.block.headers.setdefault(bare[0], "")


def _identify(page: Page) -> None:
    """Settle what columns headed just ID or Description are about, and a year without a finer period."""
    layout = page.layout
    for bare, role, needed in (("id", "benefit_id", "benefit"), ("name", "benefit", "benefit_id")):
        column = layout.roles.pop(bare, None)
        if column is None:
            continue
        if (
            role in layout.roles
            or needed not in layout.roles
            or (bare == "id" and _numbers_rows(page, column))
        ):
            layout.unknown.append(column)
        else:
            layout.roles[role] = column
    if "year" in layout.roles and "period" not in layout.roles:
        layout.roles["period"] = layout.roles.pop("year")


def _numbers_rows(page: Page, column: int) -> bool:
    """Whether one and the same benefit has several of these IDs."""
    roles = page.layout.roles
    names = [page.block.values(roles[role]) for role in LABELS if role in roles]
    ids = [text_of(value) for value in page.block.values(column)]
    first: dict[tuple[Value, ...], str] = {}
    pairs = zip(zip(*names, strict=True), ids, strict=True)
    return any(first.setdefault(name, own) != own for name, own in pairs if own and any(name))


def _text_columns(page: Page) -> list[int]:
    taken = {*page.layout.roles.values(), *(item.column for item in page.layout.values)}
    return [column for column in range(min(len(page.block.columns), 30)) if column not in taken]


def _is_measure(page: Page, column: int, profile: Profile) -> bool:
    found = {value for value in page.block.values(column) if holds(value)}
    if not found or len(found) > 12 or not all(isinstance(value, str) for value in found):
        return False
    meant = [meaning(profile, value, None) for value in found]
    return all(one.known and one.period is None for one in meant) and any(
        one.measure in MEASURES for one in meant
    )


def _date(page: Page, heard: Heard) -> None:
    """Give months and quarters without a year the one year that the titles name, else report them."""
    layout, years = page.layout, page.titles.years
    for column in layout.undated:
        text = layout.block.headers[column]
        part, measure = layout.parts.get(column, (text, None))
        period = dated(part, years[0], page.month) if len(years) == 1 else None
        if period:
            layout.values.append(ValueColumn(column, text, measure, period, page.titles.unit))
        else:
            layout.unknown.append(column)
            heard.add(late.YearMissing(page.header_place(column), text))
    layout.undated.clear()


def _note_fiscal(page: Page, heard: Heard) -> None:
    """Say how the fiscal years in the header were read."""
    first = next((item for item in page.layout.periods if item.period and item.period.fiscal), None)
    if first and first.period:
        place, period = page.header_place(first.column), first.period
        heard.add(late.FiscalYearRead(place, first.header, period.start.isoformat(), period.end.isoformat()))
        if page.month is None:
            heard.add(late.FiscalMonthUnknown(place, "", f"{period.start:%B}"))


def _marks(page: Page) -> amounts.Marks:
    columns = (page.block.values(item.column) for item in page.layout.values)
    return amounts.marks(text for values in columns for text in strings(values))


def _clean(page: Page, heard: Heard) -> None:
    layout, block = page.layout, page.block
    labels = [column for role in LABELS if (column := layout.roles.get(role)) is not None]
    values = [item.column for item in (*layout.values, *layout.stated)]
    block = _block(block, _filled(page, block.rows))
    alike = layout.roles.get("measure", -1)
    cleaned = clean_rows(block, sorted(labels), values, heard, page.likely, alike)
    page.sections = cleaned.headings
    page.repeats = cleaned.repeats
    layout.block = _block(block, cleaned.rows)


def _block(block: Block, rows: list[Row]) -> Block:
    """The block with these rows; itself where they are the same."""
    if rows is block.rows:
        return block
    return replace(block, rows=rows)


def _filled(page: Page, rows: list[Row]) -> list[Row]:
    """Labels carried down: over merged cells, and over the further rows of one benefit's measures."""
    columns = {role: column for role in LABELS if (column := page.layout.roles.get(role)) is not None}
    merged = [area for area in page.block.sheet.merged if area.last_row > area.first_row]
    measure = page.layout.roles.get("measure", -1)
    by_measure = measure >= 0
    if not merged and not by_measure:
        return rows
    keys = [column for role, column in columns.items() if role in ("benefit_id", "benefit")]
    carried: dict[int, Value] = {}
    spans = {
        (row, area.first_column): area.first_row
        for area in merged
        for row in range(area.first_row, area.last_row + 1)
    }
    at = {row.number: row for row in rows}
    filled = []
    for row in rows:
        values = [*row.values, *[None] * (max(columns.values(), default=-1) + 1 - len(row.values))]
        again = by_measure and holds(row.value(measure)) and not any(holds(values[column]) for column in keys)
        for column in columns.values():
            top = spans.get((row.number, column))
            if not holds(values[column]) and top in at and top != row.number:
                values[column] = at[top].value(column)
            elif again and not holds(values[column]):
                values[column] = carried.get(column)
        carried = {column: values[column] for column in columns.values()}
        filled.append(Row(row.number, values, row.formats, row.hidden, row.outline))
    return filled


def _measures(page: Page, profile: Profile) -> list[str | None] | None:
    if "measure" not in page.layout.roles:
        return None
    found: dict[Value, str | None] = {}
    for value in set(page.block.values(page.layout.roles["measure"])):
        measure = meaning(profile, value, None).measure
        found[value] = measure if measure in MEASURES else None
    return [found[value] for value in page.block.values(page.layout.roles["measure"])]


def _measure_columns(page: Page, profile: Profile, heard: Heard) -> None:
    """Settle what the amounts are that do not say it: by sheet name, title, else planned with a note."""
    layout = page.layout
    unsaid = [item for item in layout.values if item.measure is None]
    if page.measures is not None or not unsaid:
        return
    if layout.periods and (bare := [item for item in unsaid if not item.period]):
        layout.values = [item for item in layout.values if item not in bare]
        layout.stated += bare
        unsaid = [item for item in unsaid if item.period]
    measure = _measure_of(page.block.name, profile) or _measure_of(page.titles.first, profile)
    if measure is None and unsaid:
        measure = "realized" if page.has("target_value") else "planned"
        heard.add(said.MeasureAssumed(page.header_place(unsaid[0].column), measure, len(unsaid)))
    layout.values = [
        item if item.measure else ValueColumn(item.column, item.header, measure, item.period, item.unit)
        for item in layout.values
    ]


def _measure_of(text: str, profile: Profile) -> str | None:
    """The one measure that a sheet name or title names among its words."""
    spelled = f" {words(text)} "
    found = {m for m in MEASURES for word in profile.measures[m] if f" {word} " in spelled}
    return found.pop() if len(found) == 1 else None
