"""Forecast accuracy: every earlier forecast, deferral or erosion, and how far off forecasts were."""

from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from charts import vintages
from data.access import Viewer
from pages.executive import common, paging, value_words, which_program
from pages.executive.headline import Record
from pages.shell import filters, links, parts
from pages.shell.answers import answer
from pages.shell.filters import View
from queries import Answer
from queries.forecasts import ByBenefit, ByProgram, Errors, Lines, Vintages

WORSE: Final = ("deferral", "erosion", "deferral and erosion")


def show(viewer: Viewer) -> None:
    """The page of one program; with none chosen, the programs side by side."""
    view = which_program.only(filters.view(viewer), viewer)
    if view.program_id is None:
        which_program.ask("Forecast accuracy", view, viewer)
        _programs(view, viewer)
        return
    parts.heading(f"Forecast accuracy of {view.program}", view, common.coverage(view, viewer))
    question = ByProgram(**_ask(view))
    (program,) = answer(question, viewer, view.version).records()
    if not program["forecasts"]:
        parts.empty(
            "No forecast has been loaded for this program at this status date.",
            "Fill in the sheet Forecast values of the Realized workbook: one row for each benefit, date of "
            "the forecast and period. Every forecast is kept beside the earlier ones.",
            "upload",
            "Upload a workbook",
        )
        return
    _lines(program, question, view, viewer)
    _centres(view, viewer)
    _errors(view, viewer)
    _benefits(view, viewer)


def _ask(view: View) -> dict[str, Any]:
    return {"as_of": view.as_of, "case": view.case, "program_id": view.program_id}


def _drift(row: Record) -> str:
    return value_words.drift(
        row["drift"], row["total_change"], row["months_later"], row["first_as_of"], common.locale()
    )


def _lines(program: Record, question: ByProgram, view: View, viewer: Viewer) -> None:
    said = _drift(program)
    common.titled(said, "drift", question, view, viewer, ("M17", "M17a"), level=2)
    st.caption(
        "Benefits alone, cumulative: each line is one forecast, from what had been realized by its date; "
        "the older, the paler. Where a benefit had no forecast its plan stands in."
    )
    figure = common.figure(
        _figure, Lines(**_ask(view)), viewer, view.version, currency=program["currency"] or ""
    )
    common.chart(figure, "drift_chart", f"Every earlier forecast beside the business case. {said}")


def _figure(found: Answer, **looks: Any) -> go.Figure:
    return vintages.draw(found.frame(), as_of=found.as_of, **looks)


def _centres(view: View, viewer: Viewer) -> None:
    question = Vintages(**_ask(view))
    rows = answer(question, viewer, view.version).records()
    last = rows[-1]
    title = f"The benefits now arrive around {last['centre']:%B %Y}" if last["centre"] else "Total and dates"
    if len(rows) > 1 and rows[0]["centre"] and last["centre"]:
        title += f"; the first forecast had {rows[0]['centre']:%B %Y}"
    common.titled(title, "centres", question, view, viewer, ("M17",))
    currency = last["currency"] or ""
    common.table(
        [
            {
                "made": row["forecast_as_of"],
                "total": common.amount(row["total"]),
                "change": row["total_change"],
                "centre": row["centre"],
                "later": row["months_later"],
                "step": row["months_later_than_before"],
            }
            for row in rows
        ],
        "centres_table",
        alt=f"Every forecast with its total and centre of gravity. {title}",
        made=common.date_column("Forecast of"),
        total=common.money_column("Total", currency, "Realized by then and expected after"),
        change=common.rate_column("Against the first"),
        centre=common.date_column("Centre of gravity", "The date around which the benefits arrive"),
        later=common.months_column("Months later than the first", None),
        step=common.months_column("Than the one before", None),
    )


def _errors(view: View, viewer: Viewer) -> None:
    question = Errors(**_ask(view))
    rows = answer(question, viewer, view.version).records()
    if not rows:
        st.markdown(f"### {common.said(value_words.missed(None, None))}")
        st.markdown("Errors show once a period that was forecast has ended and been measured.")
        return
    every, currency = rows[-1], rows[0]["currency"] or ""
    said = value_words.missed(every["bias"], every["error"], common.locale())
    common.titled(said, "errors", question, view, viewer, ("M17b", "M17c"))
    common.table(
        [
            {
                "ahead": value_words.horizon(row["horizon_from"], row["horizon_to"]),
                "cells": row["cells"],
                "forecast": common.amount(row["forecast"]),
                "realized": common.amount(row["realized"]),
                "bias": row["bias"],
                "error": row["error"],
            }
            for row in rows
        ],
        "errors_table",
        alt=said,
        ahead=st.column_config.TextColumn("Looking", pinned=True),
        cells=st.column_config.NumberColumn("Values compared", format="localized"),
        forecast=common.money_column("Forecast", currency),
        realized=common.money_column("Realized", currency),
        bias=common.rate_column("Bias", "Below zero: less arrived than had been forecast"),
        error=common.rate_column("Error", "Absolute differences, of what had been forecast"),
    )
    st.caption("Only periods that were measured count; disbenefits count too. Ratios of sums, not means.")


def _benefits(view: View, viewer: Viewer) -> None:
    question, title = ByBenefit(**_ask(view)), st.container()
    rows = paging.rows(question, "page", viewer, view.version)
    if not rows:
        return
    currency = rows[0]["currency"] or ""
    with title:
        common.titled(
            "Which benefits moved, and which shrank", "drifts", question, view, viewer, ("M17", "M17a")
        )
    common.table(
        [
            {
                "benefit": common.named(row["benefit"], row["benefit_id"]),
                "drift": row["drift"] or "one forecast",
                "first": common.amount(row["first_total"]),
                "last": common.amount(row["last_total"]),
                "change": row["total_change"],
                "later": row["months_later"],
                "owner": row["owner"] or "No owner",
            }
            for row in rows
        ],
        "drifts_table",
        benefit=st.column_config.TextColumn("Benefit", pinned=True),
        drift="Drift",
        first=common.money_column("First forecast", currency),
        last=common.money_column("Latest forecast", currency),
        change=common.rate_column("Change"),
        later=common.months_column("Months later", "Of the centre of gravity"),
        owner="Owner",
    )
    links.link("One benefit's forecasts", "benefits", ":material/trending_up:")


def _programs(view: View, viewer: Viewer) -> None:
    question = ByProgram(as_of=view.as_of, case=view.case)
    rows = answer(question, viewer, view.version).records()
    if not rows:
        return
    known = [row for row in rows if row["drift"]]
    worse = [row["program"] or row["program_id"] for row in known if row["drift"] in WORSE]
    title = value_words.drifting(worse, len(known))
    common.titled(title, "drift_programs", question, view, viewer, ("M17", "M17a"))
    common.table(
        [
            {
                "program": common.named(row["program"], row["program_id"]),
                "drift": row["drift"] or ("one forecast" if row["forecasts"] else "no forecast"),
                "forecasts": row["forecasts"],
                "change": row["total_change"],
                "later": row["months_later"],
                "centre": row["last_centre"],
            }
            for row in rows
        ],
        "drift_programs_table",
        on_select=lambda number: which_program.choose(rows[number]["program_id"]),
        program=st.column_config.TextColumn("Program", pinned=True),
        drift="Drift",
        forecasts=st.column_config.NumberColumn("Forecasts", format="%d"),
        change=common.rate_column("Total since the first"),
        later=common.months_column("Months later", "Of the centre of gravity"),
        centre=common.date_column("Benefits arrive around"),
    )
