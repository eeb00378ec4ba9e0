"""What a board pack is made of: exhibits with a finding, and what shows it. Slides and pages draw these."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import plotly.graph_objects as go

from charts.files.tables import Table
from charts.theme import LIGHT

Role = Literal["case", "realized", "outlook", "shortfall"]
INKS = {
    "case": LIGHT.case,
    "realized": LIGHT.realized,
    "outlook": LIGHT.outlook,
    "shortfall": LIGHT.shortfall,
}


@dataclass(frozen=True)
class Series:
    """One line or one set of bars; a missing value is None and is not drawn."""

    name: str
    values: tuple[float | None, ...]
    role: Role


@dataclass(frozen=True)
class Chart:
    """Numbers to draw: `lines` over dates, `bars` by name, or a `bridge` (its ends are totals)."""

    kind: Literal["lines", "bars", "bridge"]
    categories: tuple[date | str, ...]
    series: tuple[Series, ...]
    unit: str = ""


@dataclass(frozen=True)
class Headline:
    """A number with its name and what to hold it against."""

    label: str
    value: str
    second: str = ""


@dataclass(frozen=True)
class Exhibit:
    """One slide, one page, one sheet, one picture: the title says the finding.

    name     short, for sheets and files: `Curve`
    figure   the same as on screen, for pictures
    """

    name: str
    title: str
    note: str = ""
    headlines: Sequence[Headline] = ()
    chart: Chart | None = None
    table: Table | None = None
    figure: go.Figure | None = None
    sources: Sequence[str] = ()


@dataclass(frozen=True)
class Pack:
    """Exhibits in their order, and what all of them rest on.

    statement  status date, data version, case version and coverage, in one line
    about      (what, value) pairs of the first sheet
    """

    title: str
    finding: str
    statement: str
    exhibits: Sequence[Exhibit]
    about: Sequence[tuple[str, str]] = ()
    tables: Sequence[Table] = field(default=())
