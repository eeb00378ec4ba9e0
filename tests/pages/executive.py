"""Running one executive page against a real version file, and reading what it shows as a person would."""

import json
from collections.abc import Mapping

from streamlit.testing.v1 import AppTest

from data.store import Version
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, closed_form


def load_closed_form(change=None) -> Version:
    """Load the closed-form program; `change` may alter its rows first."""
    rows = closed_form()
    if change is not None:
        change(rows)
    return kit.load(rows, AS_OF)


def with_another(rows):
    """The rows with one more program, so that which is meant must be said."""
    rows["programs"].append({"program_id": "ZZ", "program": "Another", "currency": "EUR"})
    return rows


def run(page: str, query: Mapping[str, str] | None = None, audience: str = "executive") -> AppTest:
    """Draw filters and one page of an audience, as the menu does."""
    app = AppTest.from_string(
        f"""
from data.access import OPERATOR
from pages.{audience} import {page}
from pages.shell import filters

filters.show(OPERATOR)
{page}.show(OPERATOR)
""",
        default_timeout=60,
    )
    for name, value in (query or {}).items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, app.exception[0].stack_trace
    return app


def as_read(text: str) -> str:
    """Markdown without what guards it: backslashes, joiners, no-break spaces."""
    return text.replace("\\", "").replace("\u2060", "").replace("\u00a0", " ")


def texts(app: AppTest) -> list[str]:
    """Everything written in Markdown on the page, captions too, in order."""
    return [as_read(element.value) for element in [*app.main.markdown, *app.main.caption]]


def tiles(app: AppTest) -> dict[str, str]:
    return {as_read(metric.label): as_read(metric.value) for metric in app.main.metric}


def figures(app: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.main.get("plotly_chart")]


def notes(figure: dict) -> list[str]:
    """The texts written into a figure."""
    return [note["text"] for note in figure["layout"].get("annotations", [])]
