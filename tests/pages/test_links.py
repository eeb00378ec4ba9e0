"""Links that outlive renames, through the routes of the server itself."""

from datetime import date

import pytest
from starlette.applications import Starlette

from pages.shell import links, server
from pages.shell.filters import View
from tests.pages.asgi import call

SERVER = Starlette(routes=server.ROUTES)


@pytest.mark.parametrize(
    ("shared", "address"),
    [
        (
            "page=program&program=PRG-A&as_of=2026-09-30&case=current&v=7",
            "/program?program=PRG-A&as_of=2026-09-30&case=current&v=v7",
        ),
        ("page=projects&project=P-001&v=v7", "/projects?v=v7&project=P-001"),
        ("page=benefits&benefit=B+%2F+1%26x", "/benefits?benefit=B+%2F+1%26x"),
        ("page=overview&case=original", "/overview"),
        ("page=overview&unknown=1", "/overview"),
        ("", "/"),
        ("page=//evil.example", "/"),
        ("page=https://evil.example", "/"),
        ("page=..%2f..%2fetc", "/"),
        ("page=overview%0d%0aSet-Cookie:x=1", "/"),
        ("page=overview&program=%0d%0aSet-Cookie:x=1", "/overview?program=%0D%0ASet-Cookie%3Ax%3D1"),
    ],
)
def test_shared_link_leads_to_the_page(shared, address):
    answer = call(SERVER, f"/s?{shared}")
    assert (answer.status, answer.headers["location"]) == (302, address)


def test_root_leads_to_the_first_page():
    assert call(SERVER, "/").headers["location"] == "/overview"
    assert call(SERVER, "/?program=PRG-A").headers["location"] == "/overview?program=PRG-A"


def test_a_link_pins_the_data_version_and_names_ids():
    view = View(version=7, as_of=date(2026, 9, 30), program_id="PRG-A", program="Claims & more")
    assert links.shared("program", view) == "/s?page=program&program=PRG-A&case=original&v=7"


def test_a_link_names_what_was_chosen():
    view = View(version=7, as_of=date(2025, 3, 31), case="current", as_loaded=False, latest=False)
    assert (
        links.shared("projects", view, project="P 1")
        == "/s?page=projects&as_of=2025-03-31&case=current&v=7&project=P+1"
    )


def test_a_shared_link_comes_back_as_the_same_view():
    view = View(version=7, as_of=date(2025, 3, 31), case="current", program_id="A", as_loaded=False)
    answer = call(SERVER, links.shared("benefits", view, benefit="B-1"))
    assert answer.headers["location"] == "/benefits?program=A&as_of=2025-03-31&case=current&v=v7&benefit=B-1"


def test_icon_is_ours():
    assert call(SERVER, "/favicon.png").body == links.FAVICON.read_bytes()
