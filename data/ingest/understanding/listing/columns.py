"""The columns of a list by role, typed: texts, dates, numbers, shares, words."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property

from data.ingest.findings.listing import DateLostDigits
from data.ingest.reading.grid import Value
from data.ingest.understanding import amounts, dates
from data.ingest.understanding.block import Cells, strings, text_of
from data.ingest.understanding.convert import days, texts
from data.ingest.understanding.headers import Unit, format_unit, unit, words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.find import Listing
from data.ingest.understanding.listing.gate_names import GATE_DATE
from data.ingest.understanding.numbers import Stored, Style, decimals, shares
from data.ingest.understanding.terms import WORDS
from data.ingest.understanding.titles import titles
from data.ingest.understanding.vocabulary import clean

DAYS = frozenset(
    {"start", "finish", "baseline_start", "baseline_finish", "actual_start", "actual_finish", "as_of",
     "closed_on", "handed_over_on", "baseline_date", "forecast_date", "actual_date", "target_end",
     GATE_DATE}
)  # fmt: skip
AMOUNTS = ("cost", "baseline_cost", "actual_cost", "impact", "bac", "pv", "ev", "ac")  # roles of money
PLAIN_NUMBERS = frozenset({"schedule_impact_days"})  # numbers that are no money: no scale of the table's
_LINK = re.compile(r"\s*\(https?://[^()]*\)")
_ADDRESS = re.compile(r"\s*<[^<>@]*@[^<>]*>")
_ZERO = re.compile(r"0+(?:[.,]0+)?\s*[^\d]*")
_ARROW = re.compile(r"\s*\u2192\s*")
_SUFFIX = re.compile(r"(?:\s+A|\s*\*)$")  # P6 marks actual dates with A, constrained ones with *
_MILLISECONDS = (10**11, 4 * 10**12)


class Columns:
    """What the rows of a list say, role by role; the same answer each time, findings once."""

    def __init__(self, listing: Listing, heard: Heard, day_first: bool | None = None) -> None:
        self.listing, self.heard, self._stated = listing, heard, day_first
        self._known: dict[tuple[str, str], list[object]] = {}
        self.raw: dict[str, dict[int, str]] = {}
        self.reported: set[tuple[str, str]] = set()  # (role, program) whose currencies were said to differ

    def has(self, role: str) -> bool:
        return role in self.listing.roles

    @property
    def count(self) -> int:
        return len(self.listing.block.rows)

    def cells(self, role: str) -> Cells:
        return self.listing.block.cells(self.listing.roles[role][0])

    def texts(self, role: str) -> list[str | None]:
        """The texts of a role, without links and mail addresses; those of repeated columns joined."""
        return self._once("text", role, self._texts)  # type: ignore[return-value]

    def days(self, role: str) -> list[date | None]:
        return self._once("day", role, self._days)  # type: ignore[return-value]

    def numbers(self, role: str) -> list[Decimal | None]:
        return self._once("number", role, self._numbers)  # type: ignore[return-value]

    def shares(self, role: str) -> list[Decimal | None]:
        return self._once("share", role, self._shares)  # type: ignore[return-value]

    def words(self, role: str) -> list[str | None]:
        """The shared word of each cell (milestone, epic, yes ...), `zero` for no duration, else its own."""
        return [self._word(role, text) for text in self.texts(role)]

    def _word(self, role: str, text: str | None) -> str | None:
        if text is None:
            return None
        if role == "duration" and _ZERO.fullmatch(text):
            return "zero"
        return self.listing.profile.word(role, text) or WORDS.get(words(text)) or words(text)

    def _once(self, kind: str, role: str, make: object) -> list[object]:
        if (kind, role) not in self._known:
            made = make(role) if self.has(role) else [None] * self.count  # type: ignore[operator]
            self._known[kind, role] = made
        return self._known[kind, role]

    def _texts(self, role: str) -> list[str | None]:
        block = self.listing.block
        columns = [
            texts(block.cells(column), self.heard, role != "status").array.to_pylist()
            for column in self.listing.roles[role]
        ]
        return [_joined(row) for row in zip(*columns, strict=True)]

    def _numbers(self, role: str) -> list[Decimal | None]:
        cells = self.cells(role)
        said = self.listing.scale or unit(cells.header).over(self.title).scale
        scale = Decimal(1) if role in PLAIN_NUMBERS else said
        style = Style(scale, self.mark, self.listing.profile.absent)
        stored = decimals(cells, self.heard, style)
        self.raw[role] = stored.raw
        return stored.array.to_pylist()  # type: ignore[no-any-return]

    def _shares(self, role: str) -> list[Decimal | None]:
        stored = shares(self.cells(role), self.heard, Style(mark=self.mark))
        self.raw[role] = stored.raw
        return stored.array.to_pylist()  # type: ignore[no-any-return]

    def days_in(self, column: int) -> list[date | None]:
        """The dates of one column of several that have a role."""
        return self._stored_days(self.listing.block.cells(column)).array.to_pylist()  # type: ignore[no-any-return]

    def _stored_days(self, cells: Cells) -> Stored:
        values = [self._tidied(cells, index, value) for index, value in enumerate(cells.values)]
        tidy = replace(cells, values=values)
        return days(tidy, self.heard, Style(day_first=self.day_first))

    def _days(self, role: str) -> list[date | None]:
        stored = self._stored_days(self.cells(role))
        self.raw[role] = stored.raw
        found: list[date | None] = stored.array.to_pylist()
        if other := self.listing.rules.get("instead", {}).get(role):
            return [own or day for own, day in zip(found, self.days(other), strict=True)]
        return found

    def _tidied(self, cells: Cells, index: int, value: Value) -> Value:
        """A date cell without what tools put around a date: an end of a range, a mark, milliseconds."""
        if isinstance(value, str):
            text = _SUFFIX.sub("", clean(value).strip('"'))
            if "\u2192" in text:
                start, end = [*_ARROW.split(text), ""][:2]
                text = (end or start) if "start" not in _role_of(self.listing, cells.column) else start
            if not re.fullmatch(r"\d{12,13}(?:\.0)?", text):
                return text or None
            value = Decimal(text)
        if isinstance(value, Decimal) and _MILLISECONDS[0] < value < _MILLISECONDS[1]:
            if value % 10**7 == 0 and not isinstance(cells.values[index], str):
                self.heard.add(DateLostDigits(cells.place(index), cells.header, text_of(value)))
                return None
            return datetime.fromtimestamp(int(value) / 1000, UTC).date()
        return value

    @cached_property
    def day_first(self) -> bool | None:
        """Which of day and month comes first: stated, else proved by all date columns together."""
        if self._stated is not None:
            return self._stated
        columns = [own for role, own in self.listing.roles.items() if role in DAYS]
        said = dates.order(
            text for own in columns for column in own for text in strings(self.listing.block.values(column))
        )
        return {"day first": True, "month first": False}.get(said.known)

    @cached_property
    def title(self) -> Unit:
        """What the lines above the table say about its amounts."""
        return titles(self.listing.block.above, self.listing.block.name).unit

    @cached_property
    def mark(self) -> str:
        """The decimal mark: declared by the file, else proved by all its texts of amounts together."""
        declared = self.listing.book.properties.get("decimal_separator", "")
        if declared:
            return declared
        columns = [c for r, own in self.listing.roles.items() if r not in DAYS for c in own]
        return amounts.marks(t for c in columns for t in strings(self.listing.block.values(c))).mark

    @cached_property
    def currency(self) -> str:
        """The one currency that the list names for its amounts; '' where it names none or several."""
        found = {code for role in AMOUNTS if self.has(role) for code in self.currencies(role)}
        return self.listing.currency or (found.pop() if len(found) == 1 else "")

    def currencies(self, role: str) -> set[str]:
        """The currencies that the header, the number formats and the texts of a column name."""
        if self.listing.currency:
            return {self.listing.currency}
        cells = self.cells(role)
        header = unit(cells.header)
        found = set() if header.vague else {header.currency}
        for index, value in enumerate(cells.values):
            if isinstance(value, Decimal):
                said = format_unit(cells.format(index))
                found.add("" if said.vague else said.currency)
            elif isinstance(value, str) and (amount := amounts.parse(value, self.mark)):
                found.add("" if amount.vague else amount.currency)
        named = found - {""}
        return named or {self.title.currency} - {""} if not self.title.vague else named


def _role_of(listing: Listing, column: int) -> str:
    return next((role for role, columns in listing.roles.items() if column in columns), "")


def _joined(row: tuple[str | None, ...]) -> str | None:
    said = dict.fromkeys(text for text in row if text)
    text = ", ".join(said)
    text = _ADDRESS.sub("", _LINK.sub("", text)).strip()
    return text or None
