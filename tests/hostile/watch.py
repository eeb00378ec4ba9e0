"""What must hold around every upload: the server lives, does not swell, and answers as it did before."""

from decimal import Decimal

import psutil

from data import store
from data.access import OPERATOR
from queries import ask
from queries.registry import questions
from queries.writing import as_csv

ANSWERS = ("by_benefit", "by_program", "by_project", "curve", "bridge")


def answers() -> tuple[int, list[str]]:
    """The current version and all it answers about benefits: equal only when every figure is."""
    current = store.current()
    assert current is not None
    asked = [questions()[f"realization.{name}"]() for name in ANSWERS]
    return current.number, [as_csv(ask(question, OPERATOR, current.number)) for question in asked]


def totals(before: int) -> tuple[Decimal, Decimal]:
    """Planned and realized of the benefits that version `before` does not have."""
    question = questions()["realization.by_benefit"]()
    known = {row["benefit_id"] for row in ask(question, OPERATOR, before).records()}
    new = [row for row in ask(question, OPERATOR, None).records() if row["benefit_id"] not in known]
    return (
        sum((row["planned_lifetime"] or Decimal(0) for row in new), Decimal(0)),
        sum((row["realized_to_date"] or Decimal(0) for row in new), Decimal(0)),
    )


def megabytes(server: psutil.Process) -> float:
    return float(server.memory_info().rss) / 2**20
