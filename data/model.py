"""The public model: the tables, their fields and the sheets of the Realized workbook that carry them.

Sheet names and headers are public and fixed; everything that reads, stores, documents or
writes a table is made from this description.
"""

from dataclasses import dataclass
from enum import Enum


class Type(Enum):
    """How a field's cells are read and stored."""

    TEXT = "varchar"
    DATE = "date"
    DECIMAL = "decimal(24, 6)"  # a money amount or a measure, exactly as written
    SHARE = "decimal(9, 6)"  # 0 to 1: a weight, a probability, a rate
    INTEGER = "integer"
    BOOLEAN = "boolean"


@dataclass(frozen=True)
class Field:
    """One column of a table. `choices` lists the only words allowed, in the model's own spelling."""

    name: str
    header: str
    type: Type = Type.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table: its stored name, its sheet, its fields and the fields that identify a row.

    `long` tables hold one value a row; their value column carries its own cell.
    Tables with `periodic` are read with Period (or Period start and Period end) and stored
    with `period_start` and `period_end`.
    """

    name: str
    sheet: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    periodic: bool = False
    long: bool = False

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)


# The words a cell may hold, by sheet and header.
CHOICES = {
    "Projects.Status": ("proposed", "active", "on hold", "closing", "closed", "cancelled"),
    "Benefits.Kind": ("benefit", "disbenefit"),
    "Benefits.Value type": ("monetary", "quantitative", "qualitative"),
    "Benefits.Class": (
        "cash releasing",
        "non cash releasing",
        "cost avoidance",
        "revenue",
        "societal",
        "risk",
        "qualitative",
    ),
    "Benefits.Direction": ("increase", "decrease", "maintain"),
    "Benefits.Value basis": ("per period", "cumulative", "annualized", "level"),
    "Benefits.Aggregation": ("sum", "average", "last", "max", "min"),
    "Benefits.Cadence": ("monthly", "quarterly", "semiannual", "annual"),
    "Contributions.Kind": ("direct", "indirect", "enabler"),
    "Realized values.Evidence": ("finance verified", "system extract", "survey", "owner claim", "estimate"),
    "Milestones.Kind": ("stage gate", "go live", "handover", "closure", "benefit review"),
    "Dependencies.Kind": ("enables", "contributes to", "depends on"),
}


def _fields(sheet: str, text: str) -> tuple[Field, ...]:
    """Read `Header*:type` pieces; the name is the header in snake case, the type defaults to text."""
    fields = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        header, _, kind = part.partition(":")
        required = header.endswith("*")
        header = header.rstrip("*")
        name = header.lower().replace(" ", "_")
        kind_of_cell = Type[kind.upper()] if kind else Type.TEXT
        fields.append(Field(name, header, kind_of_cell, required, CHOICES.get(f"{sheet}.{header}", ())))
    return tuple(fields)


PROGRAMS = Table(
    "programs",
    "Programs",
    _fields(
        "Programs",
        "Program ID*, Program*, Portfolio, Sponsor, Program manager, Currency*,"
        "Fiscal year start month:integer, Discount rate:share, Price base, Start:date, End:date,"
        "Horizon end:date",
    ),
    ("program_id",),
)
OBJECTIVES = Table(
    "objectives",
    "Objectives",
    _fields(
        "Objectives",
        "Objective ID*, Program ID*, Objective*, Target:decimal, Unit, Target date:date, Weight:share",
    ),
    ("objective_id",),
)
PROJECTS = Table(
    "projects",
    "Projects",
    _fields(
        "Projects",
        "Project ID*, Program ID*, Project*, Project manager, Status*, Baseline start:date,"
        "Baseline finish:date, Forecast finish:date, Actual finish:date, Closed on:date, Handed over on:date,"
        "Handed over to, Handover accepted:boolean, Percent complete:share",
    ),
    ("project_id",),
)
BUSINESS_CASES = Table(
    "business_cases",
    "Business cases",
    _fields("Business cases", "Case version*, Program ID*, Label*, Approved on*:date, Approved by, Reason"),
    ("program_id", "case_version"),
)
BENEFITS = Table(
    "benefits",
    "Benefits",
    _fields(
        "Benefits",
        "Benefit ID*, Program ID*, Benefit*, Objective ID, Kind*, Value type*, Class, Owner,"
        "Owner until:date, Unit, Direction, Baseline value:decimal, Target value:decimal,"
        "Target date:date, Value basis, Aggregation, Cadence, Starts after,"
        "Sustain until:date, Tolerance:decimal, Evidence source, Lifecycle",
    ),
    ("benefit_id",),
)
CONTRIBUTIONS = Table(
    "contributions",
    "Contributions",
    _fields("Contributions", "Benefit ID*, Project ID*, Weight*:share, Kind"),
    ("benefit_id", "project_id"),
)
PLANNED_VALUES = Table(
    "planned_values",
    "Planned values",
    _fields("Planned values", "Benefit ID*, Case version*, Value*:decimal"),
    ("benefit_id", "case_version", "period_start", "period_end"),
    periodic=True,
    long=True,
)
FORECAST_VALUES = Table(
    "forecast_values",
    "Forecast values",
    _fields("Forecast values", "Benefit ID*, Forecast as of*:date, Value*:decimal, Confidence:share"),
    ("benefit_id", "forecast_as_of", "period_start", "period_end"),
    periodic=True,
    long=True,
)
REALIZED_VALUES = Table(
    "realized_values",
    "Realized values",
    _fields("Realized values", "Benefit ID*, Value*:decimal, Measured on:date, Evidence, Reference"),
    ("benefit_id", "period_start", "period_end"),
    periodic=True,
    long=True,
)
BUDGET = Table(
    "budget",
    "Budget",
    _fields(
        "Budget",
        "Program ID*, Project ID, Cost type, Baseline:decimal, Current:decimal, Actual:decimal,"
        "Forecast:decimal, Contingency:decimal, Contingency drawn:decimal",
    ),
    ("program_id", "project_id", "cost_type", "period_start", "period_end"),
    periodic=True,
)
EARNED_VALUE = Table(
    "earned_value",
    "Earned value",
    _fields("Earned value", "Project ID*, As of*:date, BAC*:decimal, PV*:decimal, EV*:decimal, AC*:decimal"),
    ("project_id", "as_of"),
)
RISKS = Table(
    "risks",
    "Risks",
    _fields(
        "Risks",
        "Risk ID*, Program ID*, Project ID, Risk*, Category, Probability*:share, Impact low:decimal,"
        "Impact*:decimal, Impact high:decimal, Schedule impact days:decimal, Benefit ID,"
        "Benefit impact:share, Response, Owner, Status, Proximity, Escalated from",
    ),
    ("risk_id",),
)
MILESTONES = Table(
    "milestones",
    "Milestones",
    _fields(
        "Milestones",
        "Milestone ID*, Project ID*, Milestone*, Kind, Baseline date:date, Forecast date:date,"
        "Actual date:date",
    ),
    ("milestone_id",),
)
REVIEWS = Table(
    "reviews",
    "Reviews",
    _fields("Reviews", "Benefit ID*, Due on*:date, Held on:date, Outcome, Reviewer"),
    ("benefit_id", "due_on"),
)
DEPENDENCIES = Table(
    "dependencies",
    "Dependencies",
    _fields("Dependencies", "From*, To*, Kind"),
    ("from", "to"),
)
RATES = Table(
    "rates",
    "Rates",
    _fields("Rates", "Currency*, As of*:date, Per unit of reporting currency*:decimal"),
    ("currency", "as_of"),
)

TABLES = (
    PROGRAMS,
    OBJECTIVES,
    PROJECTS,
    BUSINESS_CASES,
    BENEFITS,
    CONTRIBUTIONS,
    PLANNED_VALUES,
    FORECAST_VALUES,
    REALIZED_VALUES,
    BUDGET,
    EARNED_VALUE,
    RISKS,
    MILESTONES,
    REVIEWS,
    DEPENDENCIES,
    RATES,
)
BY_NAME = {table.name: table for table in TABLES}

# The columns of a periodic sheet that say which period a row is about, in either form.
PERIOD_HEADERS = ("Period", "Period start", "Period end")
