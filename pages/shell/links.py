"""Links that outlive renames: ids only, the data version pinned.

`/s?page=program&program=PRG-A&as_of=2026-09-30&case=current&v=7&project=P-001&benefit=B-01`
leads to the page's address of today; `known_on=2026-03-31` in place of `v` means what was known on
that day. The page itself turns ids into its choices and says what is no longer in the data.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse
from starlette.routing import Route

from data import store
from data.errors import RealizedError
from pages.shell.filters import ORIGINAL, View

# What else a page keeps in its address: how it discounts, the scenario of What if, what is compared
# with, what the register shows first, which late output is followed, which curve stands out.
OWN = (
    *("convention", "schedule", "rate", "bias", "slip", "months", "slip_costs", "adoption", "only"),
    *("growth", "at", "against", "search", "sort", "owner", "output"),
    *("closure_curves_by", "closure_curves_program", "closure_curves_project"),
)
PARAMETERS = ("program", "as_of", "case", "v", "project", "benefit", *OWN)
_PAGE = re.compile(r"[a-z][a-z_-]{0,40}")
_PAGE_NOW = "_page"
SHARING = "share_open"
FAVICON = Path(__file__).with_name("favicon.png")


def address(page: str, wanted: Mapping[str, str]) -> str:
    """The address of a page of the menu, for parameters given as ids; others are left out."""
    known = {name: wanted[name] for name in PARAMETERS if wanted.get(name)}
    if known.get("v", "").isdecimal():
        known["v"] = f"v{known['v']}"
    if known.get("case") == ORIGINAL:
        del known["case"]
    return f"/{page}?{urlencode(known)}" if known else f"/{page}"


def follow(request: Request) -> RedirectResponse:
    """GET /s: 302 to the page that a shared link means; an unknown page leads home."""
    page = request.query_params.get("page", "")
    target = page if _PAGE.fullmatch(page) else ""
    return RedirectResponse(address(target, {**request.query_params, **_known_on(request)}), status_code=302)


def _known_on(request: Request) -> dict[str, str]:
    """The version of `known_on=2026-03-31`; nothing where the link names a version, or no day."""
    try:
        day = date.fromisoformat(request.query_params.get("known_on", ""))
        return {} if request.query_params.get("v") else {"v": str(store.known_on(day).number)}
    except (ValueError, RealizedError):
        return {}


def shared(page: str, view: View, project: str | None = None, benefit: str | None = None) -> str:
    """The link to exactly this view, below the server's origin."""
    asked = {
        "page": page,
        "program": view.program_id,
        "as_of": None if view.as_loaded or view.as_of is None else view.as_of.isoformat(),
        "case": view.case,
        "v": str(view.version),
        "project": project,
        "benefit": benefit,
        **{name: st.query_params.get(name) for name in OWN},
    }
    return f"/s?{urlencode({name: value for name, value in asked.items() if value})}"


def remember_page(path: str) -> bool:
    """Note the page that is shown; answers whether it is another than before."""
    moved: bool = st.session_state.get(_PAGE_NOW) != path
    st.session_state[_PAGE_NOW] = path
    return moved


def origin() -> str:
    """Scheme, host and port as the visitor's browser has them, with the path the server is mounted on."""
    seen = urlsplit(st.context.url or "")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{seen.scheme}://{seen.netloc}" + (f"/{base}" if base else "")


def link(label: str, page: str, icon: str | None = None, **ids: str) -> None:
    """A link to a page of the menu that keeps the filters; `project` or `benefit` choose one there."""
    target = st.Page(_nowhere, title=label, url_path=page)
    st.page_link(target, label=label, icon=icon, query_params=ids or None)


def _nowhere() -> None:
    """Streamlit finds a page by its address; the body is the menu's."""


def share(view: View, project: str | None = None, benefit: str | None = None) -> None:
    """The button that shows a link to this view, ready to copy; made when it is opened."""
    page = st.session_state.get(_PAGE_NOW, "")
    opened = st.popover("Share this view", icon=":material/link:", key=SHARING, on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.markdown(
            f"This link opens the same page, filters and **data version {view.version}**, "
            "also after newer data has been loaded."
        )
        st.code(origin() + shared(page, view, project, benefit), language=None, wrap_lines=True)


def home(request: Request) -> RedirectResponse:
    """GET /: the address of the first page, so that it looks the same for everybody."""
    query = request.url.query
    return RedirectResponse(f"/overview?{query}" if query else "/overview", status_code=302)


def favicon(_: Request) -> FileResponse:
    """Our icon in place of Streamlit's, which its page asks for before any script has run."""
    return FileResponse(FAVICON)


ROUTES = [
    Route("/", home, methods=["GET"]),
    Route("/s", follow, methods=["GET"]),
    Route("/favicon.png", favicon, methods=["GET"]),
]
