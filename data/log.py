"""The log: one event per line of JSON, with the load it belongs to, never with the content of a cell.

JSON escapes line breaks, so that nothing in a file name can write a line of its own.
"""

import logging
import secrets
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from pythonjsonlogger.json import JsonFormatter

from data.errors import SettingError
from data.settings import LOG_LEVEL

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

_log = logging.getLogger("realized")
_about: ContextVar[dict[str, str]] = ContextVar("about")


def set_up(least: str = "DEBUG") -> None:
    """Send our events to stderr, none below `least`; for whoever starts a process.

    Doing it twice changes nothing. Raises SettingError.
    """
    level = LOG_LEVEL.text().upper()
    if level not in LEVELS:
        raise SettingError(LOG_LEVEL.name, LOG_LEVEL.text(), f"it must be one of {', '.join(LEVELS)}")
    handler = logging.StreamHandler(sys.stderr)
    formatter = JsonFormatter(
        ["asctime", "levelname", "message"],
        datefmt="%Y-%m-%dT%H:%M:%SZ",
        rename_fields={"asctime": "at", "levelname": "level", "message": "event"},
    )
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    _log.handlers[:] = [handler]
    _log.setLevel(max(LEVELS.index(level), LEVELS.index(least)) * 10 + 10)
    _log.propagate = False


@contextmanager
def about(**facts: str) -> Iterator[None]:
    """Add facts, such as the load's id, to every event of the block."""
    token = _about.set({**_about.get({}), **facts})
    try:
        yield
    finally:
        _about.reset(token)


def event(name: str, level: int = logging.INFO, **facts: Any) -> None:
    """Log one event. `facts` are codes, counts, hashes and times."""
    _log.log(level, name, extra={"facts": {**_about.get({}), **facts}})


def trouble(name: str, **facts: Any) -> str:
    """Log what nobody foresaw; answers the reference that its finder is shown."""
    reference = secrets.token_hex(4)
    event(name, logging.ERROR, reference=reference, **facts)
    return reference


def where(error: BaseException) -> list[str]:
    """The places an error passed through, for the log: files, lines and functions, never a value."""
    return [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
