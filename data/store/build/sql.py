"""Small pieces of SQL text. Names come from data/model.py only, never from a file."""

import json
from collections.abc import Iterable
from pathlib import Path


def quoted(name: str) -> str:
    """An identifier, quoted."""
    return '"' + name.replace('"', '""') + '"'


def quoted_list(names: Iterable[str]) -> str:
    return ", ".join(quoted(name) for name in names)


def literal(value: object) -> str:
    """JSON text of plain values, as stored in json columns."""
    return json.dumps(value, ensure_ascii=False)


def script(name: str) -> str:
    """The text of the .sql file of that name beside this module."""
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")
