"""What if: the outlook with something changed. The scenario is the address; nothing stored is touched."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import numbers, tornado, worth
from data.access import Viewer
from pages.executive import common, sentences, value_words, which_program, worth_curve
from pages.executive.common import Tile
from pages.executive.headline import Record
from pages.shell import catalogue, choices, filters, parts
from pages.shell.answers import answer
from pages.shell.choices import Choice
from pages.shell.filters import View
from queries import Answer
from queries.scenarios import ByProject, Outcome, Paths, Tornado

LINES: Final = {"base": ("As expected now", "case"), "changed": ("In this scenario", "outlook")}
SAME: Final = {"base": ("As expected now", "outlook")}
EXPLAINS: Final = ("net_present_value", "payback_years", "M17", "scenario_of")


def show(viewer: Viewer) -> None:
    """The page of one program: what to change, what it does, and what matters most."""
    view = which_program.only(filters.view(viewer), viewer)
    if view.program_id is None:
        which_program.ask("What if", view, viewer)
        return
    parts.heading(f"What if: {view.program}", view, common.coverage(view, viewer))
    with st.container(border=True):
        st.markdown("**Change what is still to come**")
        scenario = _scenario(view, viewer)
    question = Outcome(**_ask(view), **scenario)
    (outcome,) = answer(question, viewer, view.version).records()
    _outcome(outcome, question, view, viewer)
    _paths(outcome, scenario, view, viewer)
    if outcome["is_changed"]:
        _projects(outcome, scenario, view, viewer)
    _tornado(outcome, scenario["convention"], view, viewer)


def _ask(view: View) -> dict[str, Any]:
    return {"as_of": view.as_of, "case": view.case, "program_id": view.program_id}


def _scenario(view: View, viewer: Viewer) -> dict[str, Any]:
    """The drivers as choices kept in the address; answers the parameters of a scenario."""
    projects = catalogue.projects(viewer, view.version, view.program_id)
    benefits = catalogue.benefits(viewer, view.version, view.program_id, keep=choices.held("only")).entries
    with st.grid(3, min_column_width=220):
        with st.container():
            slip = choices.pick(
                "slip", "Slip a project", "None", [choices.named(one.id, one.name) for one in projects]
            )
            months = choices.pick("months", "by months", "0", _months())
            costs = choices.pick(
                "slip_costs", "its costs to come", "Stay where they are", [Choice("move", "Move with it")]
            )
        with st.container():
            adoption = choices.pick("adoption", "Adoption", "As expected", _percents(0, 200, 5, but=100))
            only = choices.pick(
                "only", "of", "All benefits", [choices.named(one.id, one.name) for one in benefits]
            )
        with st.container():
            growth = choices.pick("growth", "Costs to come", "As expected", _growths())
            at = choices.pick("at", "Discount rate", "The program's own", _rates())
            bias = choices.pick("bias", "Optimism bias", "None", _percents(5, 100, 5))
            convention = choices.pick(
                "convention", "Discounted", "By fiscal year", [Choice("monthly", "By month")]
            )
    return {
        "convention": convention or "annual",
        "slip_project": slip,
        "slip_months": int(months or 0),
        "slip_costs": costs or "stay",
        "adoption": float(adoption or 100) / 100,
        "adoption_benefit": only,
        "cost_growth": float(growth or 0) / 100,
        "at_rate": None if at is None else float(at) / 100,
        "at_bias": float(bias or 0) / 100,
    }


def _months() -> list[Choice]:
    later = [Choice(str(n), sentences.count(n, "month")) for n in range(1, 37)]
    return [*later, *(Choice(str(-n), f"{sentences.count(n, 'month')} earlier") for n in range(1, 25))]


def _percents(first: int, last: int, step: int, but: int | None = None) -> list[Choice]:
    return [Choice(str(one), f"{one}%") for one in range(first, last + 1, step) if one != but]


def _growths() -> list[Choice]:
    return [Choice(str(one), f"{one:+d}%") for one in range(-50, 101, 5) if one]


def _rates() -> list[Choice]:
    return [Choice(f"{half / 2:g}", f"{half / 2:g}%") for half in range(25)]


def _outcome(row: Record, question: Outcome, view: View, viewer: Viewer) -> None:
    currency, here = row["currency"] or "", common.locale()
    said = value_words.outcome(
        row["is_changed"],
        row["net_present_value_change"],
        row["benefits_months_later"],
        row["costs_months_later"],
        currency,
        here,
    )
    common.titled(said, "what_if", question, view, viewer, EXPLAINS, level=2)
    with st.grid(4, min_column_width=150):
        for tile in _tiles(row, currency, here):
            with st.container(border=True, height="stretch", gap="xsmall"):
                common.tile(tile)
    st.caption(
        "What has been realized and spent stays as it is. A slip moves the project's share, by weight, of "
        "the benefits to come, and its own costs to come where you say so; nothing comes before the status "
        "date. Each amount counts in the fiscal year, or the month, in which its period ends. Nothing that "
        "is stored is touched: the scenario lives in the address of this page."
    )


def _tiles(row: Record, currency: str, here: str) -> list[Tile]:
    def pair(name: str, words: Any) -> tuple[str, str]:
        return words(row[f"changed_{name}"]), f"{words(row[f'base_{name}'])} as expected now"

    def money(value: Any) -> str:
        return numbers.money(value, currency, here)

    def payback(which: str) -> str:
        benefits, costs = row[f"{which}_benefits"], row[f"{which}_costs"]
        is_covered = not numbers.missing(benefits) and not numbers.missing(costs) and benefits >= costs
        years, worth = row[f"{which}_payback_years"], row[f"{which}_net_present_value"]
        return value_words.payback(years, worth, is_covered, here)

    return [
        Tile("Net present value", *pair("net_present_value", money)),
        Tile("Benefit-cost ratio", *pair("benefit_cost_ratio", lambda value: numbers.plain(value, here, 2))),
        Tile("Payback", payback("changed"), f"{payback('base')} as expected now"),
        Tile(
            "Benefits to come",
            _arrival(row, "changed"),
            f"{_arrival(row, 'base')} as expected now",
            "The date around which the benefits that are still to come arrive",
        ),
    ]


def _arrival(row: Record, side: str) -> str:
    """When the benefits that are still to come arrive; what nobody knows is not nothing."""
    centre, coming = row[f"{side}_centre"], row[f"{side}_to_come"]
    if centre:
        return f"{centre:%b %Y}"
    known = not numbers.missing(row[f"{side}_benefits"])
    return "none" if known and not coming else "on no known date" if coming else numbers.UNKNOWN


def _paths(row: Record, scenario: dict[str, Any], view: View, viewer: Viewer) -> None:
    question = Paths(**_ask(view), **scenario)
    title = "How the worth builds up, year by year" if row["is_changed"] else "The outlook as it stands"
    common.titled(title, "paths", question, view, viewer, ("present_value",))
    figure = common.figure(
        _paths_figure,
        question,
        viewer,
        view.version,
        currency=row["currency"] or "",
        changed=row["is_changed"],
    )
    common.chart(figure, "paths_chart", "Cumulative discounted flow as expected now and in the scenario")


def _paths_figure(found: Answer, *, changed: bool, **looks: Any) -> go.Figure:
    rows = found.records()
    steps = worth_curve.steps_a_year(found)
    frame = pd.DataFrame(
        [
            {"year": rows[0]["fiscal_year"] + row["step"] / steps, **{name: row[name] for name in LINES}}
            for row in rows
        ],
        columns=["year", *LINES],
    )
    return worth.draw(frame, lines=LINES if changed else SAME, **looks)


def _projects(row: Record, scenario: dict[str, Any], view: View, viewer: Viewer) -> None:
    question = ByProject(**_ask(view), **scenario)
    rows = answer(question, viewer, view.version).records()
    currency = row["currency"] or ""
    common.titled("Whose part it is", "what_if_projects", question, view, viewer, ("M24",))
    common.table(
        [
            {
                "project": common.named(one["project"], one["project_id"])
                if one["project_id"]
                else "Belongs to no project",
                "benefits": common.amount(one["benefits_change"]),
                "costs": common.amount(one["costs_change"]),
                "worth": common.amount(one["net_present_value_change"]),
            }
            for one in rows
        ],
        "what_if_projects_table",
        project=st.column_config.TextColumn("Project", pinned=True),
        benefits=common.money_column("Benefits, change", currency),
        costs=common.money_column("Costs, change", currency),
        worth=common.money_column("Worth, change", currency),
    )
    st.caption("The parts add up to the change of the program.")


def _tornado(row: Record, convention: str, view: View, viewer: Viewer) -> None:
    question = Tornado(**_ask(view), convention=convention)
    rows = [
        one for one in answer(question, viewer, view.version).records() if not numbers.missing(one["effect"])
    ]
    title = "What matters cannot be told: costs or benefits are not known"
    if rows:
        title = f"{_driver(rows[0])} matters most"
    common.titled(title, "tornado", question, view, viewer, ("net_present_value", "scenario_of"))
    if not rows:
        st.markdown("Load what the program costs (the sheet Budget) and what it is to bring.")
        return
    st.caption(
        "What each driver alone does to the net present value as expected now, one step up or down: discount "
        "rate by 1 point, adoption by 10%, costs to come by 10%, optimism bias by 10 points, and a slip of "
        "3 months of the projects with most to come."
    )
    figure = common.figure(_tornado_figure, question, viewer, view.version, currency=row["currency"] or "")
    common.chart(figure, "tornado_chart", title)


def _driver(row: Record) -> str:
    if row["driver"] == "slip":
        return f"A slip of {row['project']}"
    return value_words.DRIVERS[row["driver"]]


_STEPS: Final = {
    "rate": ("1 point less", "1 point more"),
    "adoption": ("10% less", "10% more"),
    "cost growth": ("10% less", "10% more"),
    "optimism bias": ("10 points less", "10 points more"),
    "slip": ("", "3 months later"),
}


def _tornado_figure(found: Answer, **looks: Any) -> go.Figure:
    rows = [
        {
            "name": _driver(row),
            "down_words": _STEPS[row["driver"]][0],
            "down": row["step_down"],
            "up_words": _STEPS[row["driver"]][1],
            "up": row["step_up"],
        }
        for row in found.records()
        if not numbers.missing(row["effect"])
    ]
    return tornado.draw(pd.DataFrame(rows, columns=["name", "down_words", "down", "up_words", "up"]), **looks)
