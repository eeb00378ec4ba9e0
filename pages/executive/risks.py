"""Risks: what may go wrong on both levels, what it threatens, and whether the contingency is enough."""

from datetime import date
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import bars_at_risk, heat_map, loss_curve, numbers
from charts.numbers import missing
from data.access import Viewer
from pages.executive import common, hazards, risk_tables
from pages.executive.common import Tile
from pages.executive.headline import Record
from pages.shell import filters, parts
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries import Answer
from queries.risk import BenefitsAtRisk, Headline, Losses, Register

LEVELS: Final = {
    "Both levels": ("program", "escalated", "project"),
    "Programs": ("program", "escalated"),
    "Projects": ("project",),
}
SHOWN: Final = 10


def show(viewer: Viewer) -> None:
    """The page: one block for each currency and price base."""
    view = filters.view(viewer)
    question = Headline(**risk_tables.ask(view))
    groups = answer(question, viewer, view.version).records()
    parts.heading("Risks", view)
    if not groups:
        parts.empty(
            "No risk has been loaded yet.",
            "Upload a workbook with the sheet Risks: what may happen to a project or to the program, how "
            "likely it is, what it would cost, and which benefit it threatens.",
            "upload",
            "Upload a workbook",
        )
    for number, group in enumerate(groups):
        if len(groups) > 1:
            block = (group["currency"] or "", group["price_base"] or "")
            st.header(plain(common.block_name(block)), anchor=False, divider="gray")
        _block(group, question, view, viewer, f"risks{number or ''}")
    if groups and not view.as_loaded:
        st.caption(
            "The register carries no dates: which risks are open is what it said when it was loaded. "
            "Contingency and benefits are those of the status date."
        )


def _block(group: Record, question: Headline, view: View, viewer: Viewer, key: str) -> None:
    currency, here = group["currency"] or "", common.locale()
    title = hazards.finding(
        group["exposure"], group["p80"], group["contingency_left"], group["covered_percent"], currency, here
    )
    st.markdown(f"## {common.said(title)}")
    counted = hazards.counted(
        group["counted_risks"],
        group["carried_risks"],
        group["risks_without_estimate"],
        group["risks_of_ended_projects"],
        group["quantified_risks"],
        group["runs"],
        here,
    )
    st.markdown(common.said(counted))
    with st.grid(3, min_column_width=150):
        for number, (tile, explains) in enumerate(_tiles(group)):
            with st.container(border=True, height="stretch", gap="xsmall"):
                common.tile(tile)
                risk_tables.origin(f"{key}_{number}", question, view, viewer, explains)
    _losses(group, view, viewer, key)
    _heat(group, view, viewer, key)
    _threatened(group, view, viewer, key)
    risk_tables.levels(group, view, viewer, key)
    risk_tables.escalations(group, view, viewer, key)
    risk_tables.register(group, view, viewer, key)


def _tiles(group: Record) -> list[tuple[Tile, tuple[str, ...]]]:
    here = common.locale()

    def money(name: str) -> str:
        return numbers.money(group[name], group["currency"] or "", here)

    band = "no open risk has an estimate"
    if not missing(group["exposure"]):
        low, high = money("exposure_low"), money("exposure_high")
        band = f"from {low} to {high} with impacts at their lowest and highest"
    left = "none stated in the budget"
    if not missing(group["contingency_left"]):
        left = f"of {money('contingency')}"
        if not missing(group["contingency_cover"]):
            left += f", {numbers.rate(group['contingency_cover'], here)} of P80"
    threat = "no benefit is threatened"
    if group["benefits_at_risk"]:
        threat = f"of {money('benefit_remaining')} still to come"
    help = "The loss that is not exceeded in {} of 100 cases, all risks taken together."
    return [
        (
            Tile("Exposure", money("exposure"), band, help="Probability times impact, added up."),
            ("R1", "R1a"),
        ),
        (Tile("P50", money("p50"), "in half of the cases it costs less", help=help.format(50)), ("R1",)),
        (Tile("P80", money("p80"), f"P90 {money('p90')}", help=help.format(80)), ("R1", "R4")),
        (Tile("Contingency left", money("contingency_left"), left), ("C4", "R4")),
        (Tile("Benefit at risk", money("benefit_at_risk"), threat), ("R2", "R3")),
        (
            Tile(
                "Open risks",
                f"{group['open_risks']} of {group['risks']}",
                f"the largest: {group['largest_risk']}" if group["largest_risk"] else "",
            ),
            ("R1",),
        ),
    ]


def _losses(group: Record, view: View, viewer: Viewer, key: str) -> None:
    if missing(group["p80"]):
        return
    currency, here = group["currency"] or "", common.locale()
    question = Losses(program_id=view.program_id)
    title = "What all risks together may cost, against the contingency left"
    risk_tables.titled(title, f"{key}_losses", question, view, viewer, ("R1", "R4", "C4"))
    spread = hazards.spread(group["p80"], group["p80_low"], group["p80_high"], currency, here)
    st.caption(common.said(f"The curve says in how many of 100 cases a loss is not exceeded. {spread}"))
    left = group["contingency_left"]
    figure = common.figure(
        _loss_curve,
        question,
        viewer,
        view.version,
        block=(group["currency"], group["price_base"]),
        contingency=None if missing(left) else float(left),
    )
    common.chart(
        figure, f"{key}_losses", "Loss not exceeded in 0 to 100 of 100 cases, with P50, P80, contingency"
    )


def _loss_curve(
    found: Answer, *, block: tuple[Any, Any], contingency: float | None, **looks: Any
) -> go.Figure:
    rows = common.of_block(found.records(), block)
    frame = pd.DataFrame(rows, columns=["percent", "loss_low", "loss", "loss_high"])
    return loss_curve.draw(frame, contingency=contingency, currency=block[0] or "", **looks)


def _heat(group: Record, view: View, viewer: Viewer, key: str) -> None:
    question = Register(**risk_tables.ask(view))
    risk_tables.titled(
        "How likely, and how costly: each number is a risk of the list below",
        f"{key}_heat",
        question,
        view,
        viewer,
        ("R1", "probability_band", "impact_band"),
    )
    level = st.segmented_control(
        "Risks of",
        list(LEVELS),
        default="Both levels",
        required=True,
        key=f"level{key.removeprefix('risks')}",
        bind="query-params",
        label_visibility="collapsed",
    )
    figure = common.figure(
        _heat_map,
        question,
        viewer,
        view.version,
        block=(group["currency"], group["price_base"]),
        levels=LEVELS[level or "Both levels"],
    )
    common.chart(figure, f"{key}_heat", "Risks by probability and impact, numbered by exposure")


def _heat_map(found: Answer, *, block: tuple[Any, Any], levels: tuple[str, ...], **looks: Any) -> go.Figure:
    rows = [row for row in common.of_block(found.records(), block) if row["is_counted"]]
    currency, here = block[0] or "", looks["locale"]
    frame = pd.DataFrame(
        [
            {
                "place": row["place"],
                "name": row["risk"],
                "probability_band": row["probability_band"],
                "impact_band": row["impact_band"],
                "said": ", ".join(
                    (
                        numbers.rate(row["probability"], here, 0),
                        numbers.money(row["impact"], currency, here),
                    )
                ),
            }
            for row in rows
            if row["level"] in levels
        ],
        columns=["place", "name", "probability_band", "impact_band", "said"],
    )
    end = next((float(row["impact_scale"]) for row in rows if row["impact_scale"]), None)
    return heat_map.draw(frame, impact_scale=end, currency=currency, **looks)


def _threatened(group: Record, view: View, viewer: Viewer, key: str) -> None:
    question = BenefitsAtRisk(**risk_tables.ask(view))
    block = (group["currency"], group["price_base"])
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    title = hazards.threatened(
        len(rows),
        group["benefit_at_risk"],
        group["benefit_remaining"],
        rows[0]["benefit"] if rows else None,
        group["currency"] or "",
        common.locale(),
    )
    risk_tables.titled(title, f"{key}_benefits", question, view, viewer, ("R2", "R3"))
    if not rows:
        return
    more = f" The {SHOWN} largest of {len(rows)}." if len(rows) > SHOWN else ""
    st.caption(f"Pale: still to come. Hatched: lost on average, all risks of a benefit together.{more}")
    figure = common.figure(at_risk_figure, question, viewer, view.version, block=block)
    common.chart(figure, f"{key}_benefits", "Benefits still to come and how much of them is at risk")


def at_risk_figure(found: Answer, *, block: tuple[Any, Any], **looks: Any) -> go.Figure:
    frame = pd.DataFrame(
        [
            {
                "name": row["benefit"] or row["benefit_id"],
                "remaining": common.amount(row["remaining"]),
                "at_risk": common.amount(row["at_risk"]),
                "share": row["share_at_risk"],
                "note": _unowned(row, found.as_of),
            }
            for row in common.of_block(found.records(), block)[:SHOWN]
        ]
    )
    return bars_at_risk.draw(frame, currency=block[0] or "", **looks)


def _unowned(row: Record, as_of: date) -> str:
    """Said of a threatened benefit that nobody answers for any more."""
    if not row["owner"]:
        return "no owner"
    left = row["owner_until"]
    return f"owner left {left:%b %Y}" if left and left < as_of else ""
