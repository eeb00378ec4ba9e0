"""The answer in five seconds, and what needs a decision."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY
from queries.realization import GROUP_COLUMNS, Rated


@dataclass(frozen=True)
class Headline(Rated):
    """Are the benefits materializing?

    One row per currency and price base: all benefits of the programs asked for, gross and net.
    Amounts of different currencies or price bases are never added.
    """

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "benefits": "BIGINT",
        **GROUP_COLUMNS,
    }


@dataclass(frozen=True)
class Exceptions(Rated):
    """Which benefits need a decision?

    One row per benefit that is red or amber, or unknown because less than half of what is due was
    measured; of each currency and price base the `top` ones by the money they fall short.
    """

    top: int = 20

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "place": "BIGINT",
        "of_exceptions": "BIGINT",
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "benefit_id": "VARCHAR",
        "benefit": "VARCHAR",
        "kind": "VARCHAR",
        "value_type": "VARCHAR",
        "owner": "VARCHAR",
        "owner_until": "DATE",
        "owner_has_left": "BOOLEAN",
        "rating": "VARCHAR",
        "rating_driver": "VARCHAR",
        "late": "VARCHAR",
        "lost": "VARCHAR",
        "is_unknown": "BOOLEAN",
        "coverage": "DOUBLE",
        "last_measured": "DATE",
        "slippage_months": "DOUBLE",
        "slippage_state": "VARCHAR",
        "short": MONEY,
        "planned_to_date": MONEY,
        "realized_to_date": MONEY,
        "realization_rate": "DOUBLE",
        "variance_to_date": MONEY,
        "planned_lifetime": MONEY,
        "outlook": MONEY,
        "lifetime_realization": "DOUBLE",
        "variance_at_completion": MONEY,
        "progress_index": "DOUBLE",
    }
