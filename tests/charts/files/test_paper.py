"""Text on paper that is read from right to left: in the order and the shape in which it is seen."""

import pytest

from charts.files import fonts, paper
from charts.files.tables import written

HEBREW = "שלום"


@pytest.fixture(autouse=True)
def registered():
    fonts.register()
    if ord(HEBREW[0]) not in fonts.pdfmetrics.getFont(fonts.NORMAL).face.charToGlyph:
        pytest.skip("no font with Hebrew letters on this machine")


def lines(text: str, width: float) -> list[str]:
    """What is drawn, line by line, from left to right."""
    line = paper._line(text, 10)
    line.wrap(width, 1000)
    return [" ".join(words) for _, words in line.blPara.lines]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Claims platform (P1)", "Claims platform (P1)"),
        ("שלום (P1)", "(P1) םולש"),
        ("Program שלום עולם (P1)", "Program םלוע םולש (P1)"),
        ("פרויקט CRM (P1)", "CRM (P1) טקיורפ"),
        ("(שלום) [a]", "[a] (םולש)"),
        ("סה״כ 25.5%", "25.5% כ״הס"),
        ("سلام (P1)", "(P1) \ufee1\ufefc\ufeb3"),  # joined: alef and lam are one letter
    ],
)
def test_a_line_is_drawn_as_it_is_seen(text, seen):
    assert lines(text, 500) == [seen]


def test_the_first_words_stay_in_the_first_line():
    assert lines("אחת שתיים שלוש ארבע", 60) == ["םייתש תחא", "עברא שולש"]


def test_a_letter_that_no_font_has_is_a_box():
    assert fonts.drawable(written("a\U0001f6800")) == "a\u25a10"
