"""The rows of a business case told apart: headings, lines of cost or benefit, totals, derived rows."""

import re
from collections import Counter
from decimal import Decimal
from itertools import accumulate

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.stacked import LineNotCounted, LooksLikeNet, LooksLikeTotal, OutsideBlocks
from data.ingest.reading.grid import Row, Sheet, address
from data.ingest.staged import plain
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.corrected import NONE, Corrections
from data.ingest.understanding.headers import unaccented, words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.stacked.names import name_column, names_both
from data.ingest.understanding.stacked.parts import KINDS, Lines, Seen, Stack
from data.ingest.understanding.stacked.years import Years, years
from data.ingest.understanding.totals import SUMS, number_of, tolerance
from data.ingest.understanding.vocabulary import clean

SEARCHED_ROWS = 60
_TOTAL = re.compile(rf"(?:grand |overall |sub ?)?(?:{SUMS})(?: .*)?|.* (?:{SUMS})")
_NET = re.compile(r"net(?: (?:benefits?|costs?|savings?|position|value|total|cash ?flow))?")


def stack(
    sheet: Sheet, profile: Profile, month: int | None, heard: Heard, told: Corrections = NONE
) -> Stack | None:
    """The sheet's blocks of costs and benefits; None where it has not both, each with a line or more."""
    start = next((index for index, row in enumerate(sheet.rows[:SEARCHED_ROWS]) if years(row, month)), None)
    if start is None:
        return None
    if not names_both(sheet.rows, profile):
        return None
    reader = _Reader(sheet, profile, month, heard, name_column(sheet.rows, start, month), told)
    for row in sheet.rows[start:]:
        reader.take(row)
    reader.end()
    found = Stack(sheet.rows[:start], reader.name, reader.lines, reader.seen())
    return found if all(found.of(kind) for kind in KINDS) else None


class _Reader:
    """Goes down the rows once; knows the header and the block that it is in."""

    def __init__(
        self,
        sheet: Sheet,
        profile: Profile,
        month: int | None,
        heard: Heard,
        name: int,
        corrected: Corrections,
    ) -> None:
        self.sheet, self.month, self.heard, self.name = sheet, month, heard, name
        self.lines: list[Lines] = []
        self._corrected, self._counts = corrected, Counter[str]()
        self._met: list[tuple[Row, str, int, list[int]]] = []
        told = profile.told
        self._sections = {kind: set(map(words, own)) for kind, own in told["sections"].items()}
        self._derived = re.compile("|".join(_form(text) for text in told["derived"]["rows"]))
        self._header: Years | None = None
        self._block: Lines | None = None

    def take(self, row: Row) -> None:
        label = self._label(row)
        section = self._section(row) if self._header and holds(row.value(self.name)) else None
        if section and (self._block is None or self._block.kind != section):
            self._open(section)
        if header := self._header_in(row, label):
            self._header = header
            if self._block is not None and self._kind(label) is None:
                self._open(self._block.kind)
            elif self._kind(label) in KINDS:
                self._open(str(self._kind(label)))
        elif not any(holds(row.value(column)) for column in self._columns):
            self._heading(row, label)
        elif (told := self._told(row, label)) is not None:
            self._as_told(row, label, told)
        elif self._restates(label):
            self._heading_total(row, label)
        else:
            self._line(row, label)

    def end(self) -> None:
        """Compare the total that a heading states with the lines below it."""
        if self._block is not None and self._block.stated is not None and self._block.rows:
            self._compare(self._block.stated, self._label(self._block.stated), [self._block.rows])
            self._block.stated = None

    @property
    def _columns(self) -> list[int]:
        return self._header.columns if self._header else []

    def _label(self, row: Row) -> str:
        first = self._columns[0] if self._header else len(row.values)
        own = row.value(self.name)
        others = (value for value in row.values[:first] if isinstance(value, str) and holds(value))
        return clean(text_of(own if holds(own) else next(others, None)))

    def _header_in(self, row: Row, label: str) -> Years | None:
        """The row as a header: the first one, or a later one with the same label or that of a block."""
        found = years(row, self.month)
        if found is None or self._header is None:
            return found
        first = clean(text_of(self._header.row.value(self.name)))
        return found if label in ("", first) or self._kind(label, whole=True) else None

    def _kind(self, label: str, whole: bool = False) -> str | None:
        """Which block a heading opens; `whole` if it must be that word alone."""
        said = words(label)
        for kind, own in self._sections.items():
            if any(word == said if whole else f" {word} " in f" {said} " for word in own):
                both = kind == "costs" and any(f" {w} " in f" {said} " for w in self._sections["benefits"])
                return "others" if both and not whole else kind
        return None

    def _open(self, kind: str) -> Lines:
        self.end()
        self._block = self._lines_of(kind)
        self._block.since, self._block.part = len(self._block.rows), ""
        return self._block

    def _lines_of(self, kind: str) -> Lines:
        """The lines of a kind below the header that holds now."""
        assert self._header is not None
        same = (one for one in self.lines if one.kind == kind and one.header is self._header)
        found = next(same, None)
        if found is None:
            found = Lines(self._header, kind)
            self.lines.append(found)
        return found

    def _close(self) -> None:
        """Below the net of both blocks stands what is worked out of them: no line, until a heading."""
        if self._worked_out():
            self.end()
            self._block = None

    def _told(self, row: Row, label: str) -> str | None:
        """What somebody says that a row of amounts is; each of these is met once, here."""
        self._counts[words(label)] += 1
        nth = self._counts[words(label)]
        self._met.append((row, label, nth, self._columns))
        return self._corrected.line(self.sheet.name, label, nth)

    def _as_told(self, row: Row, label: str, kind: str) -> None:
        """A line of the block that somebody says, wherever it stands; or of none."""
        if kind not in KINDS:
            self.heard.add(LineNotCounted(self._place(row), label[:80]))
            return
        lines = self._lines_of(kind)
        lines.rows.append(row)
        lines.parts[row.number] = self._block.part if self._block is not None else ""
        lines.read += 1

    def seen(self) -> list[Seen]:
        """All rows of amounts, each with the block that it is read in."""
        kinds = {row.number: lines.kind for lines in self.lines for row in lines.rows}
        return [
            Seen(row.number, label, nth, kind if (kind := kinds.get(row.number, "")) in KINDS else "",
                 ", ".join(text_of(value) for c in columns[:4] if holds(value := row.value(c))))
            for row, label, nth, columns in self._met
        ]  # fmt: skip

    def _heading(self, row: Row, label: str) -> None:
        """A row without amounts opens a block, or a part of the one it is in."""
        if not label:
            return
        kind = self._kind(label)
        if kind is not None:
            self._open(kind)
        elif self._block is not None:
            self._block.since, self._block.part = len(self._block.rows), label
        self.heard.add(wrong.NotARow(self._place(row), "heading or note", label[:80]))

    def _section(self, row: Row) -> str | None:
        """The block that a cell left of the line's name says the line is in."""
        said = (value for value in row.values[: self.name] if isinstance(value, str) and holds(value))
        return next((kind for text in said if (kind := self._kind(clean(text)))), None)

    def _restates(self, label: str) -> bool:
        """Whether a row of amounts is named like a block other than its own: the total of that block."""
        kind = self._kind(label, whole=True)
        return kind in KINDS and (self._block is None or self._block.kind != kind)

    def _heading_total(self, row: Row, label: str) -> None:
        """The total that opens a block; where its lines are known already it is compared and opens none."""
        kind = str(self._kind(label, whole=True))
        known = [one for lines in self.lines if lines.kind == kind for one in lines.rows]
        if known:
            self._compare(row, label, [known])
        else:
            self._open(kind).stated = row
        self.heard.add(wrong.TotalsDropped(self._place(row), label[:80]))

    def _line(self, row: Row, label: str) -> None:
        block, said = self._block, words(label)
        if block is not None:
            block.read += 1
        if self._derived.fullmatch(said):
            self.heard.add(wrong.TotalsDropped(self._place(row), label[:80]))
            if _NET.fullmatch(said):
                self._net(row, label)
                self._close()
        elif block is None or block.kind not in KINDS:
            self.heard.add(OutsideBlocks(self._place(row), label[:80]))
        elif not said or _TOTAL.fullmatch(said):
            if block.rows:
                self._compare(row, label or "a row without a name", [block.rows[block.since :], block.rows])
            else:
                block.stated = row
            self.heard.add(wrong.TotalsDropped(self._place(row), (label or "a row without a name")[:80]))
            block.since = len(block.rows)
        elif self._adds(row, block.rows[block.since :]):
            self.heard.add(LooksLikeTotal(self._place(row), label[:80]))
            block.since = len(block.rows)
        elif self._nets(row):
            self.heard.add(LooksLikeNet(self._place(row), label[:80]))
        else:
            block.rows.append(row)
            block.parts[row.number] = block.part

    def _adds(self, row: Row, above: list[Row]) -> bool:
        numbers = [number_of(row.value(column)) for column in self._columns]
        said = sum(bool(number) for number in numbers)
        return len(above) > 1 and said > 1 and not self._off(row, above)

    def _off(self, row: Row, above: list[Row]) -> list[tuple[int, Decimal, Decimal]]:
        found = []
        for column in self._columns:
            stated = number_of(row.value(column))
            total = self._sum(above, column)
            if stated is not None and abs(total - stated) > tolerance(stated):
                found.append((column, stated, total))
        return found

    def _compare(self, row: Row, label: str, ways: list[list[Row]]) -> None:
        """Report where a stated total is neither that of the lines since the last one nor that of all."""
        for column, stated, total in min(
            (self._off(row, rows) for rows in ways if rows), key=len, default=[]
        ):
            place = Place(self.sheet.name, address(row.number, column))
            self.heard.add(wrong.TotalDisagrees(place, label[:120], plain(stated), plain(total)))

    def _nets(self, row: Row) -> bool:
        """Whether a row is in every year the benefits less the costs above it, alone or run on."""
        stated = {c: n for c in self._columns if (n := number_of(row.value(c))) is not None}
        nets = self._worked_out()
        if not nets or sum(bool(number) for number in stated.values()) < 2:
            return False
        run = dict(zip(nets, accumulate(nets.values()), strict=True))
        return any(all(abs(way[c] - n) <= tolerance(n) for c, n in stated.items()) for way in (nets, run))

    def _worked_out(self) -> dict[int, Decimal]:
        """By column the benefits less the costs above, where there are both."""
        sides = [[one for lines in self.lines if lines.kind == kind and lines.header is self._header
                  for one in lines.rows] for kind in KINDS]  # fmt: skip
        if not all(sides):
            return {}
        return {c: self._sum(sides[1], c) - abs(self._sum(sides[0], c)) for c in self._columns}

    def _net(self, row: Row, label: str) -> None:
        """Report where a net row is not the benefits less the costs, where both are above it."""
        for column, net in self._worked_out().items():
            stated = number_of(row.value(column))
            if stated is not None and abs(net - stated) > tolerance(stated):
                place = Place(self.sheet.name, address(row.number, column))
                self.heard.add(wrong.TotalDisagrees(place, label[:120], plain(stated), plain(net)))

    @staticmethod
    def _sum(rows: list[Row], column: int) -> Decimal:
        parts = (number_of(row.value(column)) for row in rows)
        return sum((part for part in parts if part is not None), Decimal(0))

    def _place(self, row: Row) -> Place:
        return Place(self.sheet.name, str(row.number))


def _form(text: str) -> str:
    return re.escape(unaccented(text)).replace(r"\*", ".*")
