"""The card of one benefit: numbers, periods, earlier forecasts, projects, people, evidence."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from charts import numbers, periods, vintages
from charts.numbers import day
from data.access import Viewer
from pages.executive import common, headline, sentences, tallies
from pages.executive.headline import Record
from pages.shell import catalogue, links, whence
from pages.shell.answers import answer
from pages.shell.filters import View
from queries import Answer
from queries.benefits import Card, Contributions, Periods, Vintages


def ask(benefit_id: str, view: View) -> Card:
    return Card(as_of=view.as_of, case=view.case, program_id=view.program_id, benefit_id=benefit_id)


def draw(card: Record, view: View, viewer: Viewer) -> None:
    """Everything that is known about one benefit at the status date."""
    benefit_id = card["benefit_id"]
    question = ask(benefit_id, view)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        common.badge(card["rating"], card["rating_driver"])
        if card["kind"] == "disbenefit":
            st.badge("Disbenefit", color="gray")
    if card["value_type"] == "monetary":
        st.markdown(f"## {common.said(_finding(card))}")
        known = sentences.measured(card["coverage"], card["measured_rate"], common.locale())
        if known and not common.unmeasured(card):
            st.markdown(common.said(known))
        headline.tiles(card, question, view, viewer, "card", benefit=benefit_id)
    else:
        st.markdown(f"## {common.said(_progress(card))}")
        st.markdown(common.said(_measure(card)))
        whence.where_from("card_progress", question, view, viewer, ("M13",), benefit=benefit_id)
    _periods(card, view, viewer)
    if card["value_type"] == "monetary":
        _vintages(card, view, viewer)
    _contributions(card, view, viewer)
    common.titled("Ownership and evidence", "card_facts", question, view, viewer, (), benefit=benefit_id)
    _facts(card, view, viewer)


def _finding(card: Record) -> str:
    if card["kind"] == "disbenefit" and not common.unmeasured(card):
        return sentences.disbenefit(
            card["planned_to_date"],
            card["realized_to_date"],
            card["realization_rate"],
            card["currency"] or "",
            common.locale(),
        )
    return sentences.materializing(
        card["planned_to_date"],
        card["realized_to_date"],
        card["realization_rate"],
        card["slippage_months"],
        card["currency"] or "",
        common.locale(),
        card["slippage_state"],
        measured=not common.unmeasured(card),
        subject="This benefit is",
    )


def _progress(card: Record) -> str:
    return sentences.progress(
        card["progress"],
        card["planned_progress"],
        card["progress_index"],
        card["is_maintained"],
        common.locale(),
    )


def _measure(card: Record) -> str:
    """Where it started, where it is and where it should be, in its own unit."""
    unit, here = card["unit"] or "", common.locale()
    pieces = [
        f"{word} {numbers.plain(card[name], here)} {unit}".strip()
        for word, name in (
            ("Started at", "baseline_value"),
            ("is at", "actual_value"),
            ("should be at", "path_value"),
            ("is to reach", "target_value"),
        )
        if not numbers.missing(card[name])
    ]
    return ", ".join(pieces) + "." if pieces else ""


def _ask(card: Record, view: View) -> dict[str, Any]:
    return {
        "as_of": view.as_of,
        "case": view.case,
        "program_id": view.program_id,
        "benefit_id": card["benefit_id"],
    }


def _periods(card: Record, view: View, viewer: Viewer) -> None:
    question = Periods(**_ask(card, view))
    common.titled(
        "Period by period", "card_periods", question, view, viewer, ("M10",), benefit=card["benefit_id"]
    )
    monetary = card["value_type"] == "monetary"
    figure = common.figure(
        _periods_figure,
        question,
        viewer,
        view.version,
        currency=(card["currency"] or "") if monetary else "",
        unit="" if monetary else card["unit"] or "",
    )
    common.chart(figure, "card_periods", "Planned, realized and expected value of every period")


def _vintages(card: Record, view: View, viewer: Viewer) -> None:
    question = Vintages(**_ask(card, view))
    rows = answer(question, viewer, view.version).records()
    if not any(row["forecast_as_of"] for row in rows):
        return
    title = "What earlier forecasts expected"
    common.titled(title, "card_vintages", question, view, viewer, (), benefit=card["benefit_id"])
    figure = common.figure(_vintages_figure, question, viewer, view.version, currency=card["currency"] or "")
    common.chart(figure, "card_vintages", "Every earlier forecast beside the business case, cumulative")


def _periods_figure(found: Answer, **options: Any) -> go.Figure:
    return periods.draw(found.frame(), as_of=found.as_of, **options)


def _vintages_figure(found: Answer, **options: Any) -> go.Figure:
    return vintages.draw(found.frame(), as_of=found.as_of, **options)


def _contributions(card: Record, view: View, viewer: Viewer) -> None:
    question = Contributions(**_ask(card, view))
    rows = answer(question, viewer, view.version).records()
    title = "Which projects drive it"
    common.titled(title, "card_projects", question, view, viewer, ("M24",), benefit=card["benefit_id"])
    if not any(row["project_id"] for row in rows):
        st.markdown("No project is named as contributing to this benefit.")
        return
    common.table(
        [_share(row, card, view) for row in rows],
        "card_projects",
        project="Project",
        state="Status",
        weight=common.rate_column("Weight"),
        planned=common.money_column("Case to date", card["currency"] or ""),
        realized=common.money_column("Realized", card["currency"] or ""),
        outlook=common.money_column("Outlook", card["currency"] or ""),
    )
    links.link("Compare the projects", "projects", ":material/account_tree:")


def _share(row: Record, card: Record, view: View) -> Record:
    """One project's part of the benefit; amounts only where the benefit is money."""
    name = (
        common.named(row["project"], row["project_id"]) if row["project_id"] else "Attributed to no project"
    )
    cells = {
        "project": name,
        "state": tallies.closed(row["status"], row["closed_on"], view.as_of) or row["status"] or "",
        "weight": float(row["weight"]),
    }
    if card["value_type"] != "monetary":
        return cells
    realized = None if common.unmeasured(card) else common.amount(row["realized_to_date"])
    return cells | {
        "planned": common.amount(row["planned_to_date"]),
        "realized": realized,
        "outlook": common.amount(row["outlook"]),
    }


def _facts(card: Record, view: View, viewer: Viewer) -> None:
    """People, evidence and dates, as the workbook has them; what is missing says so."""
    facts = {
        "Owner": tallies.owner(card["owner"], card["owner_until"], view.as_of),
        "Last measured": day(card["last_measured"]) if card["last_measured"] else "never",
        "To be measured": card["cadence"],
        "Evidence": card["evidence_source"],
        "Objective": card["objective"] or card["objective_id"],
        "Class": card["class"],
        "Lifecycle": card["lifecycle"],
        "Starts after": _after(card, view, viewer),
        "To be sustained until": day(card["sustain_until"]) if card["sustain_until"] else None,
        "Business case version": card["case_version"],
        "Outlook made from": card["outlook_method"],
        "Latest forecast": day(card["forecast_as_of"]) if card["forecast_as_of"] else None,
        "Program": common.named(card["program"], card["program_id"]),
        "Benefit ID": card["benefit_id"],
    }
    if card["value_type"] != "monetary":
        del facts["Outlook made from"], facts["Latest forecast"]
    common.facts({name: value or "not given" for name, value in facts.items()})


def _after(card: Record, view: View, viewer: Viewer) -> str | None:
    """What the benefit starts after: the project by name, else as the workbook has it (a milestone)."""
    wanted = card["starts_after"]
    if not wanted:
        return None
    known = catalogue.project(viewer, view.version, wanted)
    return common.named(known.name if known else None, wanted)
