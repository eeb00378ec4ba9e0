"""Pages of docs/ that are made from the code: `make docs` renews them, a test compares them."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

from data import settings
from data.ingest import findings
from data.ingest.findings.base import Finding

DOCS = Path(__file__).parents[2] / "docs"


def settings_page() -> str:
    """Every environment variable with its default."""
    rows = [f"| `{one.name}` | `{one.default}` | {one.help} |" for one in settings.ALL]
    return "\n".join(
        [
            "# Settings",
            "",
            "Environment variables, read when the dashboard or a command starts.",
            "",
            "| variable | default | what it does |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def finding_kinds() -> list[type[Finding]]:
    """Every kind of finding, by code."""
    for module in pkgutil.iter_modules(findings.__path__, f"{findings.__name__}."):
        importlib.import_module(module.name)
    return sorted(_leaves(Finding), key=lambda kind: kind.code)


def _leaves(kind: type[Finding]) -> Iterator[type[Finding]]:
    children = kind.__subclasses__()
    if not children:
        yield kind
    for child in children:
        yield from _leaves(child)


def findings_page() -> str:
    """Every kind of finding: what it means, what it does to the load, what to do."""
    rows = [
        f"| `{kind.code}` | {kind.severity.value} | {_sentence(kind)} | {kind.remedy} |"
        for kind in finding_kinds()
    ]
    return "\n".join(
        [
            "# Findings",
            "",
            "What a load may say about a file. `refuses`: nothing of the upload is loaded. `leaves out`:",
            "the row or value is not counted and is listed. `notes`: loaded, worth a look. Each finding",
            "names the sheet and the cell.",
            "",
            "| code | effect | meaning | what to do |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _sentence(kind: type[Finding]) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


PAGES = {"settings.md": settings_page, "findings.md": findings_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
