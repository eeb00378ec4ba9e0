"""The first visit of an empty store, and the tour."""

from streamlit.testing.v1 import AppTest

from pages.shell import tour
from pages.shell.navigation import MENU
from tests.pages.executive import load_closed_form

WELCOME = "from pages.shell import welcome\nwelcome.show()"
TOUR = "from pages.shell import tour\ntour.offer()"


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_a_steward_is_offered_the_demo_and_the_upload():
    app = AppTest.from_string(WELCOME, default_timeout=60).run()
    assert not app.exception
    assert [title.value for title in app.title] == ["Nothing has been loaded yet"]
    assert labels(app) == ["Load the demo"]


def test_whoever_may_not_load_is_told_whom_to_ask(monkeypatch):
    monkeypatch.setenv("REALIZED_SIGN_IN", "closed")
    app = AppTest.from_string(WELCOME, default_timeout=60).run()
    assert labels(app) == []
    assert app.info[0].value.startswith("A steward has to load a workbook first.")


def test_the_tour_opens_when_asked_and_goes_from_stop_to_stop():
    load_closed_form()
    app = AppTest.from_string(TOUR, default_timeout=60).run()
    assert labels(app) == ["Take the tour"]
    app.button(key="tour").click().run()
    assert f"### {tour.STOPS[0].asks}" in [text.value for text in app.markdown]
    assert {"Back", "Next"} <= set(labels(app))


def test_every_stop_is_a_page_of_the_menu():
    known = {screen.path: screen.title for screens in MENU.values() for screen in screens}
    assert [stop for stop in tour.STOPS if known.get(stop.page) != stop.title] == []
