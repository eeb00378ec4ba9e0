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
    """The text of the .sql file of that name beside this module, or of the files in that folder, in order."""
    path = Path(__file__).with_name(name)
    files = sorted(path.glob("*.sql")) if path.is_dir() else [path.with_suffix(".sql")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
