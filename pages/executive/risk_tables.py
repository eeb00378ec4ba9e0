"""Risks in lists: where the exposure sits, what was escalated to what, and every risk of the register."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import bars_exposure, numbers
from data.access import Viewer
from pages.executive import common, hazards, sentences
from pages.executive.headline import Record
from pages.shell import links, whence
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries import Answer, Question
from queries.provenance import Risks
from queries.risk import ByProgram, ByProject, Escalations, Proximity, Register

SHOWN: Final = 15
WORDS: Final = {"program": "program", "escalated": "program, escalated", "project": "project"}


def ask(view: View) -> dict[str, Any]:
    """What every question about risks is asked with."""
    return {"as_of": view.as_of, "case": view.case, "program_id": view.program_id}


def origin(key: str, question: Question, view: View, viewer: Viewer, explains: tuple[str, ...]) -> None:
    """The way to the cells of the register."""
    whence.where_from(
        key, question, view, viewer, explains, cells=Risks(as_of=view.as_of, program_id=question.program_id)
    )


def titled(
    title: str, key: str, question: Question, view: View, viewer: Viewer, explains: tuple[str, ...]
) -> None:
    """A finding with the way to the cells of the register at the end of its line, as everywhere."""
    cells = Risks(as_of=view.as_of, program_id=question.program_id)
    common.titled(title, key, question, view, viewer, explains, cells=cells)


def levels(group: Record, view: View, viewer: Viewer, key: str) -> None:
    """Exposure of the programs, or of one program's projects and its own; the rows add up to the total."""
    currency = group["currency"] or ""
    title = hazards.levels(
        group["exposure_program"],
        group["exposure_escalated"],
        group["exposure_project"],
        currency,
        common.locale(),
    )
    question: Question = ByProject(**ask(view)) if view.program_id else ByProgram(**ask(view))
    titled(title, f"{key}_levels", question, view, viewer, ("R1", "R1a"))
    st.caption(
        "Solid: the program's own risks. Hatched: escalated to it. Pale: risks that stayed in a project."
    )
    block = (group["currency"], group["price_base"])
    figure = common.figure(_exposures, question, viewer, view.version, block=block)
    common.chart(figure, f"{key}_levels", "Exposure by level; the rows add up to the total")


def _exposures(found: Answer, *, block: tuple[Any, Any], **looks: Any) -> go.Figure:
    rows = [row for row in common.of_block(found.records(), block) if row["counted_risks"]]
    rows = sorted(rows, key=lambda row: -(row["exposure"] or 0))[:SHOWN]
    frame = pd.DataFrame(
        [
            {
                "name": row.get("project") or row.get("program") or row["program_id"],
                "quiet": sentences.count(row["counted_risks"], "risk"),
                "exposure": common.amount(row["exposure"]),
                **{name: float(row[name] or 0) for name in bars_exposure.PARTS},
            }
            for row in rows
        ]
    )
    return bars_exposure.draw(frame, currency=block[0] or "", **looks)


def escalations(group: Record, view: View, viewer: Viewer, key: str) -> None:
    """Each escalated risk with its path, and which exposure counts."""
    question = Escalations(**ask(view))
    block = (group["currency"], group["price_base"])
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    titled(hazards.escalated(len(rows)), f"{key}_escalations", question, view, viewer, ("R1",))
    if not rows:
        return
    currency, here = group["currency"] or "", common.locale()
    with st.grid(2, min_column_width=280):
        for row in rows[:SHOWN]:
            with st.container(border=True, gap="xsmall", height="stretch"):
                before = numbers.money(row["exposure"], currency, here)
                after = numbers.money(row["carried_by_exposure"], currency, here)
                came_from = row["project"] or "program level"
                st.markdown(f"**{plain(row['risk'])}**")
                st.caption(common.said(f"{came_from}, {before}, not counted"))
                st.markdown(f":material/arrow_upward: **{plain(row['carried_by_risk'])}**")
                st.caption(common.said(f"{row['carried_by_program']}, {after}, counted once"))


def register(group: Record, view: View, viewer: Viewer, key: str) -> None:
    """Every open risk, the largest first; those carried elsewhere at the end."""
    question = Register(**ask(view))
    block = (group["currency"], group["price_base"])
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    titled(_when(block, view, viewer), f"{key}_register", question, view, viewer, ("R1", "proximity_band"))
    common.table([_cells(row) for row in rows], f"{key}_register", **_columns(group["currency"] or ""))
    links.link("What the contingency is, and how it is used", "budget", ":material/arrow_forward:")


def _when(block: tuple[Any, Any], view: View, viewer: Viewer) -> str:
    rows = common.of_block(answer(Proximity(**ask(view)), viewer, view.version).records(), block)
    pieces = [
        f"{row['risks']} {_in_time(row['proximity_band'])}"
        for row in rows
        if row["proximity_band"] != "not said"
    ]
    unsaid = next((row["risks"] for row in rows if row["proximity_band"] == "not said"), 0)
    if not pieces:
        return "Every open risk; the register does not say when they may happen"
    return f"When they may happen: {sentences.listed([*pieces, *([f'{unsaid} not said'] if unsaid else [])])}"


def _in_time(band: str) -> str:
    """`in 3 to 6 months`: a band that opens with a number does not run into the count before it."""
    return f"in {band}" if band[:1].isdigit() else band


def _cells(row: Record) -> Record:
    return {
        "place": row["place"],
        "risk": row["risk"] or row["risk_id"],
        "exposure": common.amount(row["exposure"]) if row["is_counted"] else None,
        "probability": None if row["probability"] is None else float(row["probability"]),
        "impact": common.amount(row["impact"]),
        "low": common.amount(row["impact_low"]),
        "high": common.amount(row["impact_high"]),
        "level": WORDS[row["level"]] if row["is_counted"] else f"counted as: {row['carried_by_risk']}",
        "where": row["project"] or row["program"] or row["program_id"],
        "when": row["proximity_band"] if row["proximity_band"] != "not said" else "",
        "benefit": row["benefit"] or "",
        "share": None if row["benefit_impact"] is None else float(row["benefit_impact"]),
        "days": None if row["schedule_impact_days"] is None else float(row["schedule_impact_days"]),
        "response": row["response"] or "",
        "owner": row["owner"] or "No owner",
        "category": row["category"] or "",
    }


def _columns(currency: str) -> dict[str, Any]:
    return {
        "place": st.column_config.NumberColumn(
            "No.", width="small", pinned=True, help="By exposure; as in the map"
        ),
        "risk": st.column_config.TextColumn("Risk", pinned=True),
        "exposure": common.money_column(
            "Exposure", currency, "Probability times impact; empty where not counted"
        ),
        "probability": common.rate_column("Probability"),
        "impact": common.money_column("Impact", currency, "Most likely"),
        "low": common.money_column("Lowest", currency),
        "high": common.money_column("Highest", currency),
        "level": "Level",
        "where": "Where",
        "when": "When",
        "benefit": "Threatens",
        "share": common.rate_column("Share of it lost"),
        "days": st.column_config.NumberColumn("Days late", format="localized"),
        "response": "Response",
        "owner": "Owner",
        "category": "Category",
    }
