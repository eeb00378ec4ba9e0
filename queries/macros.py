"""The macros every question may use: the metrics and the relations built on them."""

import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def setup() -> str:
    """SQL that defines them all, each after those it uses."""
    return "\n".join(ordered(paths()))


def ordered(files: list[Path]) -> list[str]:
    """The definitions in these files, each after those it uses."""
    texts = {path.stem: definition(path) for path in files}
    uses = {name: (_called(text) & texts.keys()) - {name} for name, text in texts.items()}
    return [texts[name] for name in TopologicalSorter(uses).static_order()]


def paths() -> list[Path]:
    return sorted(path for folder in ("metrics", "relations") for path in (_HERE / folder).glob("*.sql"))


def definition(path: Path) -> str:
    """The statement that defines the macro, with its comments; its tests follow in the file."""
    return path.read_text(encoding="utf-8").partition("-- tests")[0]


def _called(text: str) -> set[str]:
    """Names followed by a parenthesis, outside comments."""
    code = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return set(re.findall(r"\b([a-z_0-9]+)\(", code))
