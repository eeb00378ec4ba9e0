"""On a fresh server the very first visitor may come by any link: nobody gets past the shell."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from pages.shell.navigation import HOME, MENU
from tests.server import copied

LINKS = ["", *(screen.path for screens in MENU.values() for screen in screens)]
MODULES = ["sign_in", "navigation", "executive", "steward", "shell"]


def first_visit(address: str, link: str) -> dict[str, list[str]]:
    """What a browser is sent for a page: the kinds of messages, headings, widgets and the menu."""
    visit = BackMsg()
    visit.rerun_script.page_name = link
    seen: dict[str, list[str]] = {"kinds": [], "headings": [], "widgets": [], "menu": [], "texts": []}
    wire_address = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(wire_address, subprotocols=["streamlit"], origin=address, max_size=None) as wire:
        wire.send(visit.SerializeToString())
        while "script_finished" not in seen["kinds"]:
            _note(ForwardMsg.FromString(wire.recv(timeout=30)), seen)
    return seen


def _note(message: ForwardMsg, seen: dict[str, list[str]]) -> None:
    kind = message.WhichOneof("type")
    seen["kinds"].append(kind)
    if kind == "navigation":
        seen["menu"] += [page.page_name for page in message.navigation.app_pages]
    if kind == "delta":
        element = message.delta.new_element
        seen["widgets"].append(element.WhichOneof("type") or "")
        seen["headings"] += [element.heading.body] * bool(element.heading.body)
        seen["texts"] += [element.markdown.body, element.alert.body]


@pytest.mark.parametrize("link", LINKS)
def test_first_visitor_of_a_server_meets_the_shell(tmp_path, link):
    with copied(tmp_path / "home") as address:
        seen = first_visit(address, link)
    assert "page_not_found" not in seen["kinds"]
    assert seen["menu"].count(HOME.title) == 2  # one of them hidden
    assert set(seen["menu"]) == {screen.title for screens in MENU.values() for screen in screens}
    assert seen["headings"]
    assert not any("exception" in kind for kind in seen["widgets"])


def test_first_visitor_signed_out_meets_the_sign_in_everywhere(tmp_path):
    with copied(tmp_path / "home", REALIZED_SIGN_IN="closed") as address:
        visits = {link: first_visit(address, link) for link in reversed(LINKS)}
    assert {link: seen["headings"] for link, seen in visits.items()} == {link: ["Sign in"] for link in LINKS}
    assert all("page_not_found" not in seen["kinds"] for seen in visits.values())
    allowed = {"heading", "alert", "html", ""}  # html: the style sheet
    assert all(set(seen["widgets"]) <= allowed for seen in visits.values())


@pytest.mark.parametrize("module", MODULES)
def test_no_module_of_pages_has_an_address_of_its_own(tmp_path, module):
    with copied(tmp_path / "home", REALIZED_SIGN_IN="closed") as address:
        seen = first_visit(address, module)
    assert seen["headings"] == ["Sign in"]
    assert "page_not_found" in seen["kinds"]
