"""What every answer of the server passes: limits on the way in, security headers on the way out.

Pure ASGI, so that websockets and streamed bodies pass untouched.
"""

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.settings import UPLOAD_MB

INDEX: Final = Path(streamlit.__file__).parent / "static" / "index.html"
# Inner facts of the server, for nobody outside.
BLOCKED: Final = ("/_stcore/metrics", "/_stcore/agent")
_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_BODIES: Final = {"POST", "PUT", "PATCH"}
_FORM_ROOM: Final = 64 * 1024  # what a form adds around a file of the largest size


def content_security_policy(index: Path = INDEX) -> str:
    """Nothing from elsewhere and no inline script but Streamlit's own, known by its hash."""
    scripts = _INLINE_SCRIPT.findall(index.read_text(encoding="utf-8"))
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {hashes}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


class Guard:
    """Blocks inner routes and bodies that are too large, and adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = {
            "content-security-policy": content_security_policy(),
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "permissions-policy": "camera=(), geolocation=(), microphone=()",
            "cross-origin-opener-policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._dress(scope, MutableHeaders(scope=message))
            await send(message)

        await (refusal(scope) or self.app)(scope, receive, dressed)

    def _dress(self, scope: Scope, headers: MutableHeaders) -> None:
        headers.update(self.headers)
        if scope["scheme"] == "https":
            headers["strict-transport-security"] = "max-age=31536000"
        if not scope["path"].startswith("/static/"):
            headers["cache-control"] = "no-store"


def refusal(scope: Scope) -> PlainTextResponse | None:
    """The answer to a request that goes no further; None for all others."""
    if scope["path"].startswith(BLOCKED):
        return PlainTextResponse("Not found", status_code=404)
    if scope["method"] not in _BODIES:
        return None
    length = Headers(scope=scope).get("content-length", "")
    if not length.isdecimal():
        return PlainTextResponse("Say how long the body is.", status_code=411)
    if int(length) > UPLOAD_MB.number() * 2**20 + _FORM_ROOM:
        return PlainTextResponse(f"Files may have {UPLOAD_MB.number()} MB at most.", status_code=413)
    return None


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
