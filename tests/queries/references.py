"""docs/metrics.md and docs/questions.md, made from the code: `python -m tests.queries.references`."""

import dataclasses
import re
from pathlib import Path

from queries import metrics
from queries.metrics import Metric
from queries.registry import questions

DOCS = Path(__file__).parents[2] / "docs"

METRICS_INTRO = """# Metrics

Every number of the dashboard, by its formula. Each is one macro in `queries/metrics/`, with its own tests
below it; "Where does this come from?" on a page shows the same text.

For all of them: sums are over benefits in money, in the program's reporting currency; disbenefits are
negative. Only periods that end on or before the status date are "to date". A ratio is a ratio of sums, and
null where its denominator is zero. A missing realized value is not a zero: it adds nothing, and coverage
says that it is missing. Gross is benefits alone, net is with disbenefits.

A forecast or planned period that the status date cuts in two counts whole, as still to come.
"""
QUESTIONS_INTRO = """# Questions

Everything a page shows is the answer to one of these, and `python -m queries ask NAME` answers it on the
command line. Each lies in `queries/<topic>/` as a class beside its `.sql` file. All take the status date
(`as_of`), the business case (`case`: original or current), a program and a project; with a project,
amounts are its share by contribution weight.
"""


def metrics_page() -> str:
    """Every metric: those with an id in their order, then what the ratings and helpers do."""
    every = metrics.describe().values()
    numbered = sorted((one for one in every if re.fullmatch(r"[A-Z]\d+[a-z]?", one.id)), key=_order)
    others = sorted((one for one in every if one not in numbered), key=lambda one: (one.id, one.macro))
    parts = [METRICS_INTRO, "## Metrics\n", *map(_metric, numbered)]
    return "\n".join([*parts, "## Ratings and helpers\n", *map(_metric, others)])


def questions_page() -> str:
    parts = [QUESTIONS_INTRO]
    for name, kind in questions().items():
        own = [field.name for field in dataclasses.fields(kind)]
        parts += [
            f"## `{name}`\n",
            f"{kind.title()} {kind.grain()}\n",
            f"Parameters: {', '.join(f'`{one}`' for one in own)}\n",
            f"Columns: {', '.join(f'`{one}`' for one in kind.columns)}\n",
        ]
    return "\n".join(parts)


def _order(metric: Metric) -> tuple[bool, str, int, str]:
    """M1 to M25 first, then the other letters."""
    letter, number = metric.id[0], int(re.findall(r"\d+", metric.id)[0])
    return letter != "M", letter, number, metric.id


def _metric(metric: Metric) -> str:
    lines = [f"### {metric.id} {metric.title} (`{metric.macro}`)\n"]
    if metric.meaning:
        lines.append(f"{metric.meaning}\n")
    lines.append(f"- Formula: {metric.formula}")
    lines.append(f"- Edge cases: {metric.edge_cases}")
    lines.append(f"- Source: {metric.source}\n")
    return "\n".join(lines)


PAGES = {"metrics.md": metrics_page, "questions.md": questions_page}

if __name__ == "__main__":
    for page, text in PAGES.items():
        (DOCS / page).write_text(text(), encoding="utf-8")
