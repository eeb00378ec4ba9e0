"""Spark lines: two paths on one scale, gaps lifted."""

import base64

from charts import spark


def picture(address):
    head, _, body = address.partition("base64,")
    assert head == "data:image/svg+xml;"
    return base64.b64decode(body).decode()


def test_plan_and_realized_share_one_scale():
    drawn = picture(spark.draw([0, 100], [0, 50]))
    assert 'd="M3.0 27.0L129.0 3.0"' in drawn
    assert 'd="M3.0 27.0L129.0 15.0"' in drawn


def test_a_missing_value_lifts_the_pen():
    drawn = picture(spark.draw([100, 100, 100], [100, None, 100]))
    assert 'd="M3.0 3.0h0.1M129.0 3.0h0.1"' in drawn


def test_nothing_to_draw_is_no_picture():
    assert spark.draw([], []) == ""
    assert spark.draw([None], [float("nan")]) == ""


def test_dark_has_its_own_colours():
    assert spark.draw([1, 2], [1, 2]) != spark.draw([1, 2], [1, 2], dark=True)
