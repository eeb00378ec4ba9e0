"""What if: the outlook with something changed. A scenario is a question; nothing stored is touched."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY
from queries.value import Discounted


@dataclass(frozen=True)
class Scenario(Discounted):
    """A question about the outlook with something changed in what is still to come.

    slip_project, slip_months   the share of this project, by weight, arrives so many months later; below
                                zero: earlier, though never before the status date
    slip_costs                  stay: its costs to come stay where they are; move: they move with it
    adoption, adoption_benefit  benefits to come times this factor: one benefit, or all of them (None);
                                disbenefits stay unless one is named
    cost_growth                 costs to come grow by this share
    at_rate                     another discount rate; None: as it is
    at_bias                     optimism bias on the costs to come
    """

    choices: ClassVar[dict[str, tuple[str, tuple[str, ...]]]] = {
        **Discounted.choices,
        "slip_costs": ("choice for the costs of a slip", ("stay", "move")),
    }

    slip_project: str | None = None
    slip_months: int = 0
    slip_costs: str = "stay"
    adoption: float = 1.0
    adoption_benefit: str | None = None
    cost_growth: float = 0.0
    at_rate: float | None = None
    at_bias: float = 0.0


_SIDES = {
    f"{side}_{name}": kind
    for side in ("base", "changed")
    for name, kind in {
        "discount_rate": "DOUBLE",
        "benefits": MONEY,
        "costs": MONEY,
        "net_present_value": "DOUBLE",
        "benefit_cost_ratio": "DOUBLE",
        "payback_years": "DOUBLE",
        "to_come": MONEY,
        "centre": "DATE",
    }.items()
}


@dataclass(frozen=True)
class Outcome(Scenario):
    """What would this change?

    One row per program: the outlook as it is (base) and in the scenario (changed). The centre is the date
    around which the benefits to come arrive. With a project: its share and its own costs.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "currency": "VARCHAR",
        "year_0": "BIGINT",
        **_SIDES,
        "benefits_change": MONEY,
        "costs_change": MONEY,
        "net_present_value_change": "DOUBLE",
        "payback_months_later": "DOUBLE",
        "benefits_months_later": "DOUBLE",
        "costs_months_later": "DOUBLE",
        "is_changed": "BOOLEAN",
    }


@dataclass(frozen=True)
class ByProject(Scenario):
    """Whose part would change?

    One row per program and project, and one (project_id null) for what belongs to none: the parts of what
    `outcome` says of the program.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "currency": "VARCHAR",
        "base_benefits": MONEY,
        "changed_benefits": MONEY,
        "benefits_change": MONEY,
        "costs_change": MONEY,
        "net_present_value_change": "DOUBLE",
    }


@dataclass(frozen=True)
class Paths(Scenario):
    """How would the worth of the program build up?

    One row per program and step of time: the running total of the discounted flow as it is (base) and in
    the scenario (changed). Each ends at its net present value.
    """

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "currency": "VARCHAR",
        "step": "BIGINT",
        "starts_on": "DATE",
        "fiscal_year": "BIGINT",
        "base": "DOUBLE",
        "changed": "DOUBLE",
    }


@dataclass(frozen=True)
class Tornado(Discounted):
    """What matters most for the worth of the program?

    One row per program and driver, the largest effect first: how much one step up or down of it alone
    changes the net present value of the outlook. Drivers are the discount rate, adoption of all benefits,
    growth and optimism bias of the costs to come, and a slip of each of the `top` projects with most to
    come; what cannot get less has no step down.
    """

    slip_step: int = 3
    adoption_step: float = 0.1
    rate_step: float = 0.01
    cost_step: float = 0.1
    bias_step: float = 0.1
    top: int = 6

    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "currency": "VARCHAR",
        "driver": "VARCHAR",
        "project_id": "VARCHAR",
        "project": "VARCHAR",
        "base_net_present_value": "DOUBLE",
        "step_down": "DOUBLE",
        "step_up": "DOUBLE",
        "effect": "DOUBLE",
    }
