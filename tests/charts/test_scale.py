"""Ticks and end labels."""

import pytest

from charts import scale


@pytest.mark.parametrize(
    ("low", "high", "places"),
    [
        (0, 870, [0, 200, 400, 600, 800, 1000]),
        (-20, 870, [-200, 0, 200, 400, 600, 800, 1000]),
        (0, 0, [0, 1]),
        (5, 9, [0, 2, 4, 6, 8, 10]),
        (-90, -10, [-100, -80, -60, -40, -20, 0]),
        (0, 0.31, [0, 0.1, 0.2, 0.3, 0.4]),
    ],
)
def test_ticks_are_round_and_hold_zero(low, high, places):
    assert scale.ticks(low, high) == places


def test_ticks_have_no_idle_zeros():
    assert scale.tick(5_000_000, "EUR", "en") == "€5m"
    assert scale.tick(2_500_000, "EUR", "en") == "€2.5m"
    assert scale.tick(50_000, "USD", "en") == "&#36;50k"
    assert scale.tick(0, "EUR", "en") == "0"


def test_labels_that_are_apart_stay_where_they_are():
    assert scale.spread([100, 0], 0, 100, 300, 30) == [0, 0]


def test_labels_too_close_move_apart_and_keep_their_order():
    shifts = scale.spread([50, 52], 0, 100, 300, 30)
    assert shifts == [-12, 12]


def test_labels_at_the_top_stay_inside():
    shifts = scale.spread([100, 100, 100], 0, 100, 300, 30)
    assert sorted(shifts) == [-60, -30, 0]


def test_labels_at_the_bottom_stay_inside():
    shifts = scale.spread([0, 0], 0, 100, 300, 30)
    assert sorted(shifts) == [0, 30]


def test_of_equal_values_the_first_stands_highest():
    assert scale.spread([50, 50, 0], 0, 100, 300, 30) == [30, 0, 0]


def test_no_labels_need_no_room():
    assert scale.spread([], 0, 1, 300, 30) == []
