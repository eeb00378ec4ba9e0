"""Speaks to an ASGI application as a server would, without a socket."""

import asyncio
import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message


@dataclass(frozen=True)
class Reply:
    """What came back; `sent` is the body as it went over the wire."""

    status: int
    headers: Headers
    sent: bytes

    @property
    def body(self) -> bytes:
        return gzip.decompress(self.sent) if self.headers.get("content-encoding") == "gzip" else self.sent


def call(app: ASGIApp, path: str, method: str = "GET", body: Iterable[bytes] = (), **headers: str) -> Reply:
    """One request. Header names are given with underscores; no length is made up for the body."""
    return asyncio.run(_call(app, path, method, list(body), headers))


async def _call(app: ASGIApp, path: str, method: str, body: list[bytes], headers: dict[str, str]) -> Reply:
    where, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(where),
        "raw_path": where.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        "server": ("localhost", 80),
        "client": ("127.0.0.1", 50000),
    }
    parts = [*body, b""]
    sent: list[Message] = []

    async def receive() -> Message:
        if not parts:
            await asyncio.Event().wait()  # the client stays until it has its answer
        part = parts.pop(0)
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = next(message for message in sent if message["type"] == "http.response.start")
    whole = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Reply(start["status"], Headers(raw=start["headers"]), whole)
