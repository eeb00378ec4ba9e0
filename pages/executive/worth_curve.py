"""How the worth of a program builds up: cumulative discounted flow of case, outlook and what is realized."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import numbers, worth
from data.access import Viewer
from pages.executive import common, value_words
from pages.executive.headline import Record
from pages.shell.filters import View
from queries import Answer
from queries.value import CashFlow

LINES = {
    "planned": ("Business case", "case"),
    "outlook": ("Outlook", "outlook"),
    "realized": ("Realized", "realized"),
}


def draw(rows: dict[str, Record], asked: dict[str, Any], view: View, viewer: Viewer) -> None:
    """The chart with its title; `rows` are the answer of ForMoney by series."""
    question = CashFlow(as_of=view.as_of, case=view.case, program_id=view.program_id, **asked)
    planned, outlook = rows["planned"], rows["outlook"]
    title = _title(planned, outlook)
    common.titled(title, "worth_curve", question, view, viewer, ("present_value", "payback_years"))
    figure = common.figure(
        _figure,
        question,
        viewer,
        view.version,
        currency=planned["currency"] or "",
        paybacks=tuple(
            (row["year_0"] + row["payback_years"], f"Payback {words}")
            for row, words in ((planned, "of the case"), (outlook, "as expected now"))
            if row["payback_years"] is not None
        )[-1:],
    )
    common.chart(figure, "worth_curve_chart", f"Cumulative discounted flow, year by year. {title}")


def _title(planned: Record, outlook: Record) -> str:
    case, now = (payback(row) for row in (planned, outlook))
    if numbers.missing(outlook["net_present_value"]):
        return "When it pays back is not known"
    if numbers.missing(outlook["payback_years"]):
        if covered(outlook):
            return "As expected now its benefits cover its costs from the start"
        promised = "" if numbers.missing(planned["payback_years"]) else f"; the case promised {case}"
        return f"As expected now the program does not pay back{promised}"
    promised = "" if numbers.missing(planned["payback_years"]) else f", the case promised {case}"
    return f"It pays back after {now}{promised}"


def payback(row: Record) -> str:
    """How long one series of the worth takes to pay back, in words."""
    return value_words.payback(row["payback_years"], row["net_present_value"], covered(row), common.locale())


def covered(row: Record) -> bool:
    """Whether its benefits come to what it costs, before discounting."""
    return not numbers.missing(row["net_benefit"]) and row["net_benefit"] >= 0


def steps_a_year(found: Answer) -> int:
    """How many steps of time the answer has in a year."""
    return 12 if getattr(found.question, "convention", "") == "monthly" else 1


def _figure(found: Answer, **looks: Any) -> go.Figure:
    rows = found.records()
    steps = steps_a_year(found)
    table: dict[int, dict[str, Any]] = {}
    first = rows[0]["fiscal_year"] if rows else 0
    for row in rows:
        place = table.setdefault(row["step"], {"year": first + row["step"] / steps})
        place[row["series"]] = row["cumulative_discounted"]
    frame = pd.DataFrame(list(table.values()), columns=["year", *LINES])
    return worth.draw(frame, lines=LINES, **looks)
