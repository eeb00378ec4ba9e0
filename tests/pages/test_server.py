"""What the server answers beside pages, and what every answer carries."""

import gzip
import hashlib
import json
import re
from base64 import b64encode

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from pages.shell import server
from pages.shell.compression import STATIC
from pages.shell.middleware import INDEX, content_security_policy
from tests.pages.asgi import call


async def _receive(request: Request) -> JSONResponse:
    return JSONResponse(len(await request.body()))


SERVER = Starlette(
    routes=[
        *server.ROUTES,
        Route("/page", lambda _: PlainTextResponse("page")),
        Route("/static/x.js", lambda _: PlainTextResponse("not ours")),
        Route("/_stcore/upload_file/session/file", _receive, methods=["PUT"]),
    ],
    middleware=server.MIDDLEWARE,
)


def test_an_empty_store_is_healthy():
    answer = call(SERVER, "/health")
    assert answer.status == 200
    assert (
        json.loads(answer.body).items()
        >= {"ok": True, "trouble": None, "version": None, "as_of": None}.items()
    )


def test_an_unreadable_ledger_is_not(home):
    home.mkdir()
    (home / "ledger.sqlite").write_bytes(b"not a database, but long enough to look like a file" * 50)
    answer = call(SERVER, "/health")
    assert answer.status == 503
    assert json.loads(answer.body)["ok"] is False
    assert "ledger" in json.loads(answer.body)["trouble"]


@pytest.mark.parametrize("path", ["/page", "/health", "/s?page=program", "/nowhere", "/_stcore/metrics"])
def test_every_answer_is_guarded(path):
    headers = call(SERVER, path).headers
    assert headers["content-security-policy"] == content_security_policy()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"


def test_policy_knows_the_inline_script_by_its_hash():
    script = re.search("<script>(.*?)</script>", INDEX.read_text(encoding="utf-8"), re.DOTALL)
    digest = b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    policy = dict(part.split(" ", 1) for part in content_security_policy().split("; "))
    assert policy["script-src"] == f"'self' 'sha256-{digest}'"
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert policy["img-src"] == "'self' data: blob:"
    assert policy["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/interact", "/_stcore/agent/openapi.json"]
)
def test_inner_routes_are_closed(path):
    assert call(SERVER, path).status == 404


def test_a_body_has_a_length_and_a_limit(monkeypatch):
    monkeypatch.setenv("REALIZED_UPLOAD_MB", "1")
    put = "/_stcore/upload_file/session/file"
    fits, too_much = 2**20, 2**20 + 64 * 1024 + 1
    assert call(SERVER, put, "PUT", [b"x" * fits], content_length=str(fits)).body == b"1048576"
    assert call(SERVER, put, "PUT", [b"x" * too_much], content_length=str(too_much)).status == 413
    assert call(SERVER, put, "PUT", [b"x"]).status == 411


def test_scripts_are_compressed_once_and_kept_by_the_browser():
    script = next((STATIC / "js").glob("index.*.js"))
    answer = call(SERVER, f"/static/js/{script.name}", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"
    assert answer.body == script.read_bytes()
    assert int(answer.headers["content-length"]) == len(answer.sent)
    assert len(answer.sent) == len(gzip.compress(script.read_bytes(), 6, mtime=0))


@pytest.mark.parametrize("path", ["/static/x.js", "/static/js/../../../app.py", "/static/js/%2e%2e/x.js"])
def test_only_files_of_streamlit_are_compressed(path):
    answer = call(SERVER, path, accept_encoding="gzip")
    assert "content-encoding" not in answer.headers
