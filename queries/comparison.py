"""Questions about two states of the data: two versions, or two status dates of one."""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, ClassVar

import duckdb
import pyarrow as pa

from data import store
from data.access import Viewer
from data.store import Version
from queries.macros import setup
from queries.question import Answer, Question, found, status_date


@dataclass(frozen=True)
class Comparison(Question):
    """A question whose SQL reads two answers of the question `side` as the tables `before` and `after`.

    Each is read from its own version by its own reader, so what the viewer may see is decided for both
    where it is decided for all; what differs is computed in SQL.

    against        the data version compared with; None: the one that the asked version was made on,
                   or, with a date or without an earlier version, the same
    against_as_of  its status date; None: that of the version, or for the same version a month earlier
    """

    side: ClassVar[type[Question]]

    against: int | None = None
    against_as_of: date | None = None

    def before(self, viewer: Viewer, asked: Version) -> Answer | None:
        number = self.against
        if number is None and self.against_as_of is None:
            number = asked.base
        if number is None or number == asked.number:
            return None
        other = store.version(number)
        with store.reader(viewer, number, setup=setup()) as cursor:
            asked_then = self._side(self.against_as_of, None)
            then = status_date(asked_then, other)
            return found(self._side(then, status_date(self, asked)), cursor, other)

    def tables(
        self, cursor: duckdb.DuckDBPyConnection, version: Version, as_of: date, before: Answer | None
    ) -> dict[str, pa.Table]:
        if before is None:
            earlier = self.against_as_of or month_before(as_of)
            before = found(self._side(earlier, as_of), cursor, version)
        after = found(self._side(as_of, before.as_of), cursor, version)
        return {"before": before.table, "after": after.table}

    def _side(self, as_of: date | None, cut: date | None) -> Question:
        """The question of one side; `cut` is the status date of the other."""
        given: dict[str, Any] = {
            "as_of": as_of,
            "case": self.case,
            "program_id": self.program_id,
            "project_id": self.project_id,
        }
        if "cut" in {field.name for field in fields(self.side)}:
            given["cut"] = cut
        return self.side(**given)


def month_before(day: date) -> date:
    """The end of the month before: 31 Mar and 15 Mar give 28 Feb."""
    return day.replace(day=1) - timedelta(days=1)
