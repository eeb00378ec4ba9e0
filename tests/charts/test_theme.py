"""The theme: text that stays text, colours that can be told apart and read."""

import dataclasses

import pytest

from charts import theme
from charts.theme import DARK, LIGHT


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    r, g, b = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "quiet", "case", "realized", "shortfall", "surplus"])
def test_text_is_readable(colours, name):
    assert contrast(getattr(colours, name), colours.ground) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["outlook", "unknown", "claimed"])
def test_marks_are_visible(colours, name):
    assert contrast(getattr(colours, name), colours.ground) >= 2.9


def test_both_appearances_have_every_colour():
    assert len({field.name for field in dataclasses.fields(LIGHT)}) == len(dataclasses.asdict(DARK))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain name", "Plain name"),
        ('<a href="x">A & B</a>', "&lt;a href=&quot;x&quot;&gt;A &amp; B&lt;/a&gt;"),
        ("it's", "it&#39;s"),
        ("$a$", "&#36;a&#36;"),
        ("two\nlines\x00", "two lines"),
        (12, "12"),
    ],
)
def test_inert(text, shown):
    assert theme.inert(text) == shown


def test_inert_cuts_before_it_escapes():
    assert theme.inert("<<<<<<", longest=4) == "&lt;&lt;&lt;…"


def test_figures_carry_no_default_template():
    figure = theme.figure(100, dark=False)
    assert "layout" not in figure.layout.template.to_plotly_json()
    assert figure.layout.xaxis.showgrid is False
