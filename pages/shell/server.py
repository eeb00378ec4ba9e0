"""What the server answers besides pages, and what it does at start and stop."""

import gc
import logging
import socket
from asyncio import get_running_loop
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from typing import Any

from anyio import to_thread
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from data import health, log, store
from data.errors import RealizedError
from data.ingest import worker
from pages.shell import links
from pages.shell.compression import Compressed
from pages.shell.middleware import Guard


def report_health(_: Request) -> JSONResponse:
    """GET /health: the facts a monitor asks for; 503 when the pages cannot be served."""
    facts = health.check()
    return JSONResponse(facts.as_dict(), status_code=200 if facts.ok else 503)


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[dict[str, Any]]:
    """Make ready before the first visitor: the store, the slow imports, the sockets, the collector."""
    await to_thread.run_sync(_start)
    no_delay()
    # Under `uvicorn app:app` the sockets are opened only after start-up.
    get_running_loop().call_later(1, no_delay)
    # What is loaded by now stays for good: the collector need not walk it after every rerun.
    gc.collect()
    gc.freeze()
    yield {}
    worker.drop()


def no_delay() -> None:
    """Send small answers at once: without this each rerun waits 40 ms (Nagle)."""
    for found in gc.get_objects():
        if issubclass(type(found), socket.socket) and _listens(found):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(found: socket.socket) -> bool:
    if found.fileno() < 0 or found.family not in (socket.AF_INET, socket.AF_INET6):
        return False
    return bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def _start() -> None:
    """Put the store in order, say what is wrong, and import what the first visitor would wait for."""
    log.set_up()
    with suppress(RealizedError):  # said below; an ill server still answers, with 503
        store.sweep()
    for check in health.startup_checks():
        if check.severity is not health.Severity.FINE:
            log.event("start-up check", logging.WARNING, severity=check.severity.value, says=check.says)
    worker.keep_ready()
    for name in ("pandas", "plotly.graph_objects", "plotly.io", "babel.numbers", "babel.dates"):
        import_module(name)


def on_script_error(trouble: BaseException) -> None:
    """Log what went wrong on a page; the visitor sees Streamlit's neutral sentence."""
    log.trouble("a page failed", kind=type(trouble).__name__, where=log.where(trouble))


ROUTES = [Route("/health", report_health, methods=["GET"]), *links.ROUTES]
MIDDLEWARE = [Middleware(Guard), Middleware(Compressed)]
