"""Streamlit's own scripts and styles, sent compressed: a first visit loads 3 MB instead of 10.

Streamlit leaves compression to a proxy, which a small installation does not have. Each file is
compressed once, in a thread, and kept; the names carry a hash of the content and never change.
"""

import gzip
from pathlib import Path
from typing import Final

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.shell.middleware import INDEX

STATIC: Final = INDEX.parent / "static"
_TYPES: Final = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_PREFIX: Final = "/static/"


class Compressed:
    """Answers GET /static/*.js and *.css with gzip where the browser takes it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[Path, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = _file(scope)
        if file is None:
            await self.app(scope, receive, send)
            return
        if file not in self.kept:
            self.kept[file] = await to_thread.run_sync(_compress, file)
        response = Response(
            self.kept[file],
            headers={
                "content-encoding": "gzip",
                "content-type": _TYPES[file.suffix],
                "cache-control": "public, immutable, max-age=31536000",
                "vary": "accept-encoding",
            },
        )
        await response(scope, receive, send)


def _file(scope: Scope) -> Path | None:
    """The file that a request names, when it is one of ours to compress."""
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(_PREFIX):
        return None
    if "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
        return None
    file = (STATIC / scope["path"].removeprefix(_PREFIX)).resolve()
    inside = file.is_relative_to(STATIC.resolve()) and file.suffix in _TYPES
    return file if inside and file.is_file() else None


def _compress(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)
