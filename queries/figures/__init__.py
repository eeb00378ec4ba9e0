"""Answers shaped for a figure: fewer rows, nothing left out."""

from dataclasses import dataclass
from typing import ClassVar

from queries.question import MONEY, Question


@dataclass(frozen=True)
class ShortBridge(Question):
    """Where did the value go, in as few steps as a reader can take in?

    One row per step of each currency and price base: the business case, the `top` largest differences
    of a benefit to date or to come, all smaller ones together, and the outlook. The steps between
    add up to the last.
    """

    top: int = 8

    columns: ClassVar[dict[str, str]] = {
        "currency": "VARCHAR",
        "price_base": "VARCHAR",
        "step": "VARCHAR",
        "amount": MONEY,
        "is_total": "BOOLEAN",
        "differences": "BIGINT",
        "benefit_id": "VARCHAR",
    }


@dataclass(frozen=True)
class Sparks(Question):
    """What were the latest periods of every benefit like?

    One row per benefit: planned and realized of its last `periods` planned periods up to the status date,
    oldest first, as values for drawing; null where nothing was measured. `benefits` limits it to these.
    """

    periods: int = 24
    benefits: tuple[str, ...] | None = None

    columns: ClassVar[dict[str, str]] = {
        "benefit_id": "VARCHAR",
        "planned": "DOUBLE[]",
        "realized": "DOUBLE[]",
    }
