"""Program: one program, its people, its business case and where the value went."""

from typing import Any

import streamlit as st

from charts.numbers import day, rate
from data.access import Viewer
from pages.executive import bridged, common, headline, sentences, tallies, which_program
from pages.executive.headline import Record
from pages.shell import filters, links, parts
from pages.shell.answers import answer
from pages.shell.filters import View
from queries.overview import Headline
from queries.programs import Cases, Facts, Objectives


def show(viewer: Viewer) -> None:
    """The page of the program that the filter names; asks for one when it names none."""
    view = which_program.only(filters.view(viewer), viewer)
    if view.program_id is None:
        which_program.ask("Program", view, viewer)
        return
    question = Headline(as_of=view.as_of, case=view.case, program_id=view.program_id)
    groups = answer(question, viewer, view.version).records()
    parts.heading(view.program or view.program_id, view, groups[0]["gross_coverage"] if groups else None)
    for number, group in enumerate(groups):
        headline.finding(group)
        headline.tiles(group, question, view, viewer, f"program{number or ''}")
        headline.cumulative(group, view, viewer, f"program{number or ''}")
        bridged.draw(group, view, viewer, f"program{number or ''}_bridge")
    if not groups:
        parts.empty(
            "This program has no benefit in money at this status date.",
            "Its other benefits stand in the register.",
            "benefits",
            "Open the register of benefits",
        )
    _cases(view, viewer)
    _objectives(view, viewer)
    _facts(view, viewer)


def _ask(view: View) -> dict[str, Any]:
    return {"as_of": view.as_of, "case": view.case, "program_id": view.program_id}


def _cases(view: View, viewer: Viewer) -> None:
    question = Cases(**_ask(view))
    rows = answer(question, viewer, view.version).records()
    title = f"{sentences.count(len(rows), 'version')} of the business case"
    title = title[:1].upper() + title[1:]
    common.titled(title, "program_cases", question, view, viewer)
    common.table(
        [_case(row) for row in rows],
        "program_cases",
        approved=common.date_column("Approved on"),
        version="Version",
        label="Label",
        role="Role",
        planned=common.money_column("Whole life, net", rows[0]["currency"] if rows else ""),
        change=common.money_column("Change", rows[0]["currency"] if rows else ""),
        reason=st.column_config.TextColumn("Reason", width="large"),
        by="Approved by",
    )


def _case(row: Record) -> Record:
    role = [word for word, true in (("original", row["is_original"]), ("current", row["is_current"])) if true]
    return {
        "approved": row["approved_on"],
        "version": row["case_version"],
        "label": row["label"] or "",
        "role": " and ".join(role),
        "planned": common.amount(row["net_planned"]),
        "change": common.amount(row["net_change"]),
        "reason": row["reason"] or "",
        "by": row["approved_by"] or "",
    }


def _objectives(view: View, viewer: Viewer) -> None:
    question = Objectives(**_ask(view))
    rows = answer(question, viewer, view.version).records()
    if not rows:
        return
    title = tallies.objectives(len(rows), sum(not row["benefits"] for row in rows))
    common.titled(title, "program_objectives", question, view, viewer, ("M25",))
    common.table(
        [
            {
                "objective": common.named(row["objective"], row["objective_id"]),
                "benefits": row["benefits"],
                "target": common.amount(row["target"]),
                "unit": row["unit"] or "",
                "by": row["target_date"],
                "case": common.amount(row["net_planned_lifetime"]),
                "outlook": common.amount(row["net_outlook"]),
            }
            for row in rows
        ],
        "program_objectives",
        objective=st.column_config.TextColumn("Objective", width="large"),
        benefits="Benefits",
        target=st.column_config.NumberColumn("Target", format="localized"),
        unit="Unit",
        by=common.date_column("Target date"),
        case=common.money_column("Case, net", rows[0]["currency"]),
        outlook=common.money_column("Outlook, net", rows[0]["currency"]),
    )


def _facts(view: View, viewer: Viewer) -> None:
    question = Facts(**_ask(view))
    for row in answer(question, viewer, view.version).records():
        common.titled("The program", "program_facts", question, view, viewer)
        statuses = ("proposed", "active", "on_hold", "closing", "closed", "cancelled")
        projects = [
            f"{row[f'projects_{status}']} {status.replace('_', ' ')}"
            for status in statuses
            if row[f"projects_{status}"]
        ]
        known = {
            "Sponsor": row["sponsor"],
            "Program manager": row["program_manager"],
            "Portfolio": row["portfolio"],
            "Runs": _dates(row),
            "Projects": ", ".join(projects),
            "Benefits": f"{row['benefits']}, {row['benefits_in_money']} of them in money",
            "Benefits without owner": str(row["benefits_without_owner"]),
            "Currency": common.block_name((row["currency"] or "", row["price_base"] or "")),
            "Discount rate": rate(row["discount_rate"], common.locale()) if row["discount_rate"] else None,
        }
        common.facts({name: value or "not given" for name, value in known.items()})
        with st.container(horizontal=True):
            links.link("Its projects", "projects", ":material/account_tree:")
            links.link("Its benefits", "benefits", ":material/trending_up:")


def _dates(row: Record) -> str:
    if not row["starts_on"] and not row["ends_on"]:
        return ""
    return f"{day(row['starts_on'])} to {day(row['ends_on'])}"
