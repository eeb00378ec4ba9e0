"""What is said of many programs at once: each case of the sentences, word for word."""

import pytest

from pages.executive import value_words


@pytest.mark.parametrize(
    ("names", "known", "text"),
    [
        ([], 0, "What the programs are worth is not known yet"),
        ([], 1, "The program is worth more than it costs, as expected now"),
        ([], 3, "All 3 programs are worth more than they cost, as expected now"),
        (["North"], 1, "North does not earn what it costs"),
        (["North"], 3, "1 of 3 programs does not earn what it costs: North"),
        (["North", "South"], 3, "2 of 3 programs do not earn what they cost: North and South"),
    ],
)
def test_earning(names, known, text):
    assert value_words.earning(names, known) == text


@pytest.mark.parametrize(
    ("names", "known", "text"),
    [
        ([], 0, "No program has two forecasts to compare yet"),
        ([], 1, "No forecast of 1 program has lost total or time since its first"),
        (["North"], 1, "North expects less or later than at first"),
        (["North"], 2, "1 of 2 programs expects less or later than at first: North"),
        (["North", "South"], 2, "2 of 2 programs expect less or later than at first: North and South"),
    ],
)
def test_drifting(names, known, text):
    assert value_words.drifting(names, known) == text
