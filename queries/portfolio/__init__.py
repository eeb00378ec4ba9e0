"""How the programs of a portfolio compare: what they cost, what they bring, what may go wrong."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY
from queries.realization import Rated


@dataclass(frozen=True)
class Programs(Rated):
    """Which programs are on budget but off their benefits?

    One row per program. On budget: the final cost expected is not more than `tolerance` above what was
    approved. On benefits: the realization rate, gross, is green. The quadrant is null where either is
    unknown or not due.
    """

    tolerance: float = 0.05

    apart = True
    columns: ClassVar[dict[str, str]] = {
        "program_id": "VARCHAR",
        "program": "VARCHAR",
        "portfolio": "VARCHAR",
        "sponsor": "VARCHAR",
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "benefits": "BIGINT",
        "planned_lifetime": MONEY,
        "planned_to_date": MONEY,
        "realized_to_date": MONEY,
        "realization_rate": "DOUBLE",
        "coverage": "DOUBLE",
        "outlook": MONEY,
        "lifetime_realization": "DOUBLE",
        "slippage_months": "DOUBLE",
        "rating": "VARCHAR",
        "rating_driver": "VARCHAR",
        "approved": MONEY,
        "expected_cost": MONEY,
        "cost_overrun": MONEY,
        "cost_ratio": "DOUBLE",
        "cost_performance": "DOUBLE",
        "contingency_left": MONEY,
        "exposure": MONEY,
        "p80": "DECIMAL(28,6)",
        "quadrant": "VARCHAR",
    }
