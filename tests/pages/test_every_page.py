"""Every page of the menu on every awkward portfolio: it says something right, and names stay text."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from pages.shell import audited
from pages.shell.navigation import MENU
from queries.audits import runs
from tests.pages import awkward
from tests.pages.executive import figures, load_closed_form, notes, run, texts, tiles
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF

SCREENS = [screen for screens in MENU.values() for screen in screens]
MARKS = ("<img", "<script", "<a ", "<b>change", "<b>bold")
RAW = re.compile(r"\b(?:nan|NaN|NaT)\b|\bNone\b(?! of )")
# What a page must say of a portfolio, worked out by hand: (portfolio, page) -> texts and tiles.
SAID = {
    (
        "names",
        "overview",
    ): "Benefits are 3.6 months behind the case: €320 of €500 due has been realized, 64.0%.",
    ("names", "budget"): "The work will finally cost €0, €5 (100.0%) less than the €5 approved.",
    ("names", "after_closure"): "3 projects have closed: of €280 due since, €196 has arrived, 70.0%.",
    ("names", "business_case"): "As expected now its benefits cover its costs from the start",
    ("only disbenefits", "overview"): "No benefit is due yet at this status date.",
    ("only disbenefits", "program"): "From the case of \u2212€80 to an outlook of \u2212€90: €10 is lost",
    ("only disbenefits", "after_closure"): "2 projects have closed; no benefit has been due since.",
    ("only disbenefits", "strategy_map"): "1 objective, 1 of it served by no benefit.",
    ("only measures", "overview"): "None of these benefits is measured in money.",
    ("only measures", "risks"): "No open risk threatens a benefit in money",
    ("only measures", "changes"): "P80 of the open risks stays at €100; their exposure stays at €40",
    (
        "no case",
        "overview",
    ): "Over the whole life the outlook is €790; no business case says what was promised.",
    ("no case", "program"): "No version of the business case",
    ("no case", "business_case"): "No version of a business case has been loaded",
    ("no case", "evidence"): "100.0% of €320 realized was verified by finance or taken from a system.",
    ("nothing linked", "projects"): "No project contributes to a benefit yet.",
    ("only closed projects", "projects"): "3 projects, all of them ended.",
    ("only closed projects", "risks"): "1 belongs to a project that has ended.",
    ("one row", "overview"): "There is no benefit in this data yet.",
    ("one row", "changes"): "There is no benefit in money, no budget and no risk on either side.",
    ("one project", "after_closure"): "1 project has closed; no benefit has been due since.",
    ("many", "overview"): "€300k of €500k due has been realized, 60.0%.",
    ("many", "portfolio"): "Program is over budget, off benefits",
    ("many", "after_closure"): "2500 projects have closed: of €250k due since, €150k has arrived, 60.0%.",
    ("many", "business_case"): "Worth €450k in the business case, €245k as expected now: €205k less.",
    ("many", "budget"): "The work will finally cost €55.0k, €5,000 (10.0%) more than the €50.0k approved.",
    ("many", "evidence"): "0.0% of €300k realized was verified by finance or taken from a system",
}


def look_at(portfolio, subtests):
    for screen in SCREENS:
        _, audience, page = screen.show.__module__.split(".")
        with subtests.test(screen.path):
            app = run(page, audience=audience)
            shown = [*texts(app), *tiles(app).values()]
            assert not app.error
            assert audience == "steward" or any(text.startswith(("#", "**")) for text in shown)
            assert not [text for text in shown if RAW.search(text)]
            assert any(SAID.get((portfolio, screen.path), "") in text for text in [*shown, ""])
            for figure in figures(app):
                written = [*notes(figure), *(str(trace.get("text", "")) for trace in figure["data"])]
                assert not [mark for mark in MARKS if mark in " ".join(written)]


@pytest.mark.parametrize("portfolio", awkward.PORTFOLIOS)
def test_every_page_says_something(portfolio, subtests):
    kit.load(awkward.PORTFOLIOS[portfolio](), AS_OF)
    look_at(portfolio, subtests)


def test_every_page_holds_five_thousand_projects(subtests):
    kit.load(awkward.many(), AS_OF)
    look_at("many", subtests)


def test_without_data_every_page_says_how_to_begin(subtests):
    for screen in SCREENS:
        with subtests.test(screen.path):
            app = AppTest.from_function(_first_visit, args=(screen.path,), default_timeout=60).run()
            assert not app.exception
            assert app.main.button or app.main.get("file_uploader") or app.main.get("page_link")


def _first_visit(path: str) -> None:
    from data.access import OPERATOR
    from data.errors import NoData
    from pages.shell import welcome
    from pages.shell.navigation import MENU

    try:
        next(one for screens in MENU.values() for one in screens if one.path == path).show(OPERATOR)
    except NoData:
        welcome.show()


def test_after_a_load_the_audits_run_by_themselves():
    version = load_closed_form()
    assert runs.last(version) is None
    audited.ensure()
    for thread in audited.running():
        thread.join()
    done = runs.last(version)
    assert done is not None
    assert done.passed
    audited.ensure()
    assert audited.running() == []


def test_without_a_version_there_is_nothing_to_audit():
    audited.ensure()
    assert audited.running() == []
