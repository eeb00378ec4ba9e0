"""docs/metrics.md and docs/questions.md say what the code says, and leave nothing out."""

import pytest

from queries import metrics
from tests.queries.references import DOCS, PAGES

# What the first release computes of the metrics' list.
PROMISED = {f"M{number}" for number in [*range(1, 18), 24]}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_the_code_says(name):
    said = (DOCS / name).read_text(encoding="utf-8")
    assert said == PAGES[name](), "run `python -m tests.queries.references`"


def test_every_promised_metric_is_there():
    assert {one.id for one in metrics.describe().values()} >= PROMISED


@pytest.mark.parametrize("number", sorted(PROMISED))
def test_a_promised_metric_says_what_it_means(number):
    assert metrics.describe(number).id == number
    assert metrics.describe(number).meaning.endswith(".")
