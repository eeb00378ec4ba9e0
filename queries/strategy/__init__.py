"""Why the program exists: outputs lead to changes, changes to benefits, benefits to objectives."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question


@dataclass(frozen=True)
class Links(Question):
    """Which project drives which benefit and which objective?

    One row per link of the map, benefits alone (no disbenefits): project to benefit by contribution
    weight, over a change where Dependencies lead over one, and benefit to objective. Amounts are null
    where the benefit is not money. `source` and `target` amounts are those of the things linked.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "program_id": "VARCHAR",
        "source_layer": "INTEGER",
        "source_id": "VARCHAR",
        "source": "VARCHAR",
        "source_outlook": MONEY,
        "source_realized": MONEY,
        "target_layer": "INTEGER",
        "target_id": "VARCHAR",
        "target": "VARCHAR",
        "target_outlook": MONEY,
        "target_realized": MONEY,
        "outlook": MONEY,
        "realized": MONEY,
        "realized_share": "DOUBLE",
    }


@dataclass(frozen=True)
class Objectives(Question):
    """How far do the benefits linked to each objective carry it?

    One row per objective, those that no benefit serves too: outlook and realized of its benefits in
    money, net, and the coverage of its target where that is money of the program's currency.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "objective_id": "VARCHAR",
        "objective": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "target": "DECIMAL(24,6)",
        "unit": "VARCHAR",
        "target_date": "DATE",
        "benefits": "BIGINT",
        "benefits_in_money": "BIGINT",
        "net_realized_to_date": MONEY,
        "net_outlook": MONEY,
        "objective_coverage": "DOUBLE",
    }


@dataclass(frozen=True)
class WithoutObjective(Question):
    """Which benefits serve no objective?

    One row per benefit, or disbenefit, that neither the register nor Dependencies link to an objective:
    the largest outlook first.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "kind": "VARCHAR",
        "value_type": "VARCHAR",
        "owner": "VARCHAR",
        "owner_until": "DATE",
        "currency": "VARCHAR",
        "outlook": MONEY,
    }


@dataclass(frozen=True)
class LateOutputs(Question):
    """Which outputs are late, and how much benefit waits for them?

    One row per project or milestone that is half a month or more behind its baseline and leads to a
    benefit: how many benefits it leads to, over however many steps, and what is still to come of them.
    """

    columns: ClassVar[dict[str, str]] = {
        "kind": "VARCHAR",
        "output_id": "VARCHAR",
        "output": "VARCHAR",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "currency": "VARCHAR",
        "planned_on": "DATE",
        "expected_on": "DATE",
        "is_done": "BOOLEAN",
        "months_late": "DOUBLE",
        "benefits": "BIGINT",
        "gross_to_come": MONEY,
    }


@dataclass(frozen=True)
class Delays(Question):
    """Which benefits does a late output delay, and by which way?

    One row per benefit that the output leads to, by the shortest way (its names, in order): the largest
    amount still to come first.

    output   the ID of a project or milestone
    """

    columns: ClassVar[dict[str, str]] = {
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "program_id": "VARCHAR",
        "currency": "VARCHAR",
        "steps": "INTEGER",
        "way": "VARCHAR[]",
        "objective": "VARCHAR",
        "realization_rate": "DOUBLE",
        "first_benefit_slip_months": "DOUBLE",
        "to_come": MONEY,
    }

    output: str = ""
