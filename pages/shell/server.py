"""What the server answers besides pages, and what it does at start and stop."""

import gc
import logging
import socket
from asyncio import get_running_loop
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from anyio import to_thread
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from data import store
from pages.shell import links
from pages.shell.compression import Compressed
from pages.shell.middleware import Guard

log = logging.getLogger("realized")


def report_health(_: Request) -> JSONResponse:
    """GET /health: the facts a monitor asks for; 503 when the pages cannot be served."""
    facts = health()
    return JSONResponse(facts, status_code=200 if facts["ok"] else 503)


def health() -> dict[str, Any]:
    """ok, trouble, data version, its status date and time of loading. An empty store is able to serve."""
    try:
        current = store.current()
    except Exception as trouble:
        log.exception("the store cannot be read")
        return {"ok": False, "trouble": str(trouble), "version": None, "as_of": None, "loaded_at": None}
    return {
        "ok": True,
        "trouble": None,
        "version": current.number if current else None,
        "as_of": current.as_of.isoformat() if current and current.as_of else None,
        "loaded_at": current.loaded_at.isoformat() if current else None,
    }


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[dict[str, Any]]:
    """Make ready before the first visitor: the store, the slow imports, the sockets, the collector."""
    await to_thread.run_sync(_warm)
    no_delay()
    # Under `uvicorn app:app` the sockets are opened only after start-up.
    get_running_loop().call_later(1, no_delay)
    # What is loaded by now stays for good: the collector need not walk it after every rerun.
    gc.collect()
    gc.freeze()
    yield {}


def no_delay() -> None:
    """Send small answers at once: without this each rerun waits 40 ms (Nagle)."""
    for found in gc.get_objects():
        if issubclass(type(found), socket.socket) and _listens(found):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(found: socket.socket) -> bool:
    if found.fileno() < 0 or found.family not in (socket.AF_INET, socket.AF_INET6):
        return False
    return bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def _warm() -> None:
    """Open the store and import what the first visitor would wait for."""
    health()
    for name in ("pandas", "plotly.graph_objects", "plotly.io", "babel.numbers", "babel.dates"):
        import_module(name)


def on_script_error(trouble: BaseException) -> None:
    """Log what went wrong on a page; the visitor sees Streamlit's neutral sentence."""
    log.error("a page failed", exc_info=trouble)


ROUTES = [Route("/health", report_health, methods=["GET"]), *links.ROUTES]
MIDDLEWARE = [Middleware(Guard), Middleware(Compressed)]
