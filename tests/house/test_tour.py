"""docs/tour.md under test: its pages are in the menu, its pictures are there and small."""

from urllib.parse import urlsplit

from pages.shell.navigation import MENU
from tests.browser import tour

PATHS = {f"/{screen.path}" for screens in MENU.values() for screen in screens}
TEXT = tour.TOUR.read_text(encoding="utf-8")


def test_every_address_is_a_page_of_the_menu():
    assert tour.addresses()
    assert [path for path in tour.addresses() if urlsplit(path).path not in PATHS] == []


def test_every_question_is_answered():
    assert [f"## {number}. " in TEXT for number in range(1, 18)] == [True] * 17


def test_every_picture_is_there_and_all_are_small():
    there = {path.stem for path in tour.PICTURES.glob("*.webp")}
    assert there == set(tour.pictures())
    assert TEXT.count("](pictures/") == len(there)
    assert sum(path.stat().st_size for path in tour.PICTURES.iterdir()) < 3_000_000
