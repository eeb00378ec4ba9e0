"""Which pages there are, in the order of the menu, and who may open them."""

import gc
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import streamlit as st

from data import log, store
from data.access import Role, Viewer
from data.errors import NoData, RealizedError
from pages.executive import (
    after_closure,
    benefits,
    budget,
    business_case,
    changes,
    evidence,
    forecast_accuracy,
    overview,
    portfolio,
    program,
    projects,
    reviews,
    risks,
    strategy_map,
    what_if,
)
from pages.shell import audited, choices, filters, links, sign_in, tour, welcome
from pages.shell.text import plain
from pages.shell.turns import turn
from pages.steward import mappings, upload, versions


class Screen(NamedTuple):
    """One page of the menu."""

    title: str
    path: str
    icon: str
    role: Role
    show: Callable[[Viewer], None]


MENU: Final = {
    "Executive": [
        Screen("Overview", "overview", ":material/dashboard:", Role.READER, overview.show),
        Screen("Portfolio", "portfolio", ":material/scatter_plot:", Role.READER, portfolio.show),
        Screen("Program", "program", ":material/flag:", Role.READER, program.show),
        Screen("Benefits", "benefits", ":material/trending_up:", Role.READER, benefits.show),
        Screen("Projects", "projects", ":material/account_tree:", Role.READER, projects.show),
        Screen(
            "After closure", "after_closure", ":material/hourglass_bottom:", Role.READER, after_closure.show
        ),
    ],
    "Business case": [
        Screen("Business case", "business_case", ":material/gavel:", Role.READER, business_case.show),
        Screen(
            "Forecast accuracy",
            "forecast_accuracy",
            ":material/timeline:",
            Role.READER,
            forecast_accuracy.show,
        ),
        Screen("What if", "what_if", ":material/tune:", Role.READER, what_if.show),
        Screen("Changes", "changes", ":material/difference:", Role.READER, changes.show),
    ],
    "Oversight": [
        Screen("Strategy map", "strategy_map", ":material/hub:", Role.READER, strategy_map.show),
        Screen("Risks", "risks", ":material/warning:", Role.READER, risks.show),
        Screen("Budget", "budget", ":material/account_balance_wallet:", Role.READER, budget.show),
        Screen("Reviews", "reviews", ":material/event_available:", Role.READER, reviews.show),
        Screen("Evidence", "evidence", ":material/verified:", Role.READER, evidence.show),
    ],
    "Steward": [
        Screen("Upload", "upload", ":material/upload_file:", Role.STEWARD, upload.show),
        Screen("Mappings", "mappings", ":material/rule:", Role.STEWARD, mappings.show),
        Screen("Versions", "versions", ":material/history:", Role.STEWARD, versions.show),
    ],
}
LOGO: Final = Path(__file__).with_name("logo.svg")
LOOK: Final = Path(__file__).with_name("look.css")
_KEPT: Final[set[str]] = set()
_UNTURNED: Final = {screen.path for screen in MENU["Steward"]}
HOME: Final = MENU["Executive"][0]


def run() -> None:
    """One run of the script: menu, filters, page."""
    # The icon is a file of ours: browsers fetch Material icons from Google. No page_title here, it
    # would replace every page's own.
    st.set_page_config(page_icon=str(links.FAVICON), layout="wide")
    st.html(LOOK)
    st.logo(str(LOGO), size="large")
    viewer = sign_in.current_viewer()
    # Streamlit serves the default page at / only, so home is listed a second
    # time under its own address: else its shared link says "Page not found".
    menu = {"": [_page(HOME, viewer, url_path="home", default=True, visibility="hidden")]}
    for section, screens in MENU.items():
        menu[section] = [
            _page(screen, viewer, url_path=screen.path)
            for screen in screens
            if viewer is None or viewer.has(screen.role)
        ]
    page = st.navigation(menu, expanded=True)
    try:
        with nullcontext() if page.url_path in _UNTURNED else turn:
            if viewer is not None:
                _shell(viewer, page.url_path or HOME.path)
            page.run()
    except NoData:
        welcome.show()
    except RealizedError as trouble:
        st.error(plain(trouble))
    except Exception as trouble:
        reference = log.trouble("a page failed", kind=type(trouble).__name__, where=log.where(trouble))
        st.error(
            f"Something went wrong on our side; nothing was changed. Reload the page. If it happens again, "
            f"tell your administrator the reference {reference}."
        )
    else:
        _keep_for_good(page.url_path or HOME.path)


def _keep_for_good(path: str) -> None:
    """After the first run of a page: what it imported and remembers stays, so that the collector, which
    Streamlit calls after every rerun, need not walk it each time."""
    if path not in _KEPT:
        _KEPT.add(path)
        gc.collect()
        gc.freeze()


def _page(screen: Screen, viewer: Viewer | None, **placement: Any) -> Any:
    """While signed out every address shows the sign-in, so that a shared link survives it."""
    body = sign_in.show if viewer is None else partial(screen.show, viewer)
    return st.Page(body, title=screen.title, icon=screen.icon, **placement)


def _shell(viewer: Viewer, path: str) -> None:
    """The filters, here and not in the pages: what only a page draws is lost on the way to the next."""
    if links.remember_page(path):
        choices.forget_notices()
    if store.current() is not None:
        audited.ensure()
        filters.show(viewer)
        tour.offer()
    for notice in choices.notices():
        st.warning(notice, icon=":material/link_off:")
