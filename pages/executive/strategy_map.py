"""Strategy map: which project drives which benefit and which objective, and what a late output delays."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import numbers, strategy_map
from data.access import Viewer
from pages.executive import common, late_outputs, strategy_words, tallies
from pages.executive.common import Record
from pages.shell import filters, parts, whence
from pages.shell.answers import answer
from pages.shell.filters import View
from queries import Answer
from queries.strategy import Links, Objectives, WithoutObjective

SHOWN: Final = 24  # benefits on one map: more than these cannot be told apart


def show(viewer: Viewer) -> None:
    """The page: the map of one program, then objectives, loose ends, and late outputs."""
    view = filters.view(viewer)
    parts.heading("Strategy map", view, common.coverage(view, viewer))
    goals, loose = Objectives(**_ask(view)), WithoutObjective(**_ask(view))
    objectives = answer(goals, viewer, view.version).records()
    unlinked = answer(loose, viewer, view.version).records()
    mapped = answer(Links(**_ask(view)), viewer, view.version).records()
    if not objectives and not mapped:
        parts.empty(
            "Nothing is linked yet.",
            "Contributions say which project brings which benefit, Objective ID on the sheet Benefits says "
            "what it serves, and Dependencies what leads to what.",
            "upload",
            "Upload a workbook",
        )
        return
    benefits = [row for row in unlinked if row["kind"] != "disbenefit"]
    title = strategy_words.finding(
        len(objectives), sum(not row["benefits"] for row in objectives), len(benefits)
    )
    st.markdown(f"## {common.said(title)}")
    program = view.program_id or _program(mapped, view, viewer)
    if program:
        late = late_outputs.choose(program, view, viewer)
        _map(program, late_outputs.ids(late, view, viewer), view, viewer)
        late_outputs.draw(late, view, viewer)
    _objectives(objectives, goals, view, viewer)
    _loose(unlinked, loose, view, viewer)


def _ask(view: View) -> dict[str, Any]:
    return {"as_of": view.as_of, "case": view.case, "program_id": view.program_id}


def _program(mapped: list[Record], view: View, viewer: Viewer) -> str | None:
    """A map is one program's: chosen here while the filter names none."""
    names = common.program_names(viewer, view.version)
    known = list(dict.fromkeys(row["program_id"] for row in mapped))
    if len(known) < 2:
        return known[0] if known else None
    picked: str = st.selectbox(
        "Map of", known, format_func=lambda one: names.get(one, one), key="map_of", width=280
    )
    return picked


def _map(program: str, highlighted: tuple[str, ...], view: View, viewer: Viewer) -> None:
    question = Links(as_of=view.as_of, case=view.case, program_id=program)
    rows = answer(question, viewer, view.version).records()
    figure = common.figure(_figure, question, viewer, view.version, highlighted=highlighted)
    common.chart(
        figure,
        "strategy_map",
        "Projects, changes, benefits and objectives, linked by ribbons as wide as the outlook",
    )
    every = {row["source_id"] for row in rows if row["source_layer"] == 2}
    every |= {row["target_id"] for row in rows if row["target_layer"] == 2}
    more = f" The {SHOWN} largest of {len(every)} benefits." if len(every) > SHOWN else ""
    st.caption(
        "A ribbon is as wide as the outlook, its strong part was realized; dotted is not money. "
        f"Disbenefits are not drawn.{more}"
    )
    whence.where_from("strategy_map", question, view, viewer, ("M6", "M24"))


def _figure(found: Answer, *, highlighted: tuple[str, ...], **looks: Any) -> go.Figure:
    links = _largest(pd.DataFrame(found.records(), columns=list(Links.columns)))
    currency = str(links["currency"].iloc[0] or "") if len(links) else ""
    return strategy_map.draw(links, highlighted=highlighted, currency=currency, **looks)


def _largest(links: pd.DataFrame) -> pd.DataFrame:
    """The links of as many benefits as one map can hold, the largest first."""
    ends = pd.concat(
        [
            links.loc[links[f"{side}_layer"] == 2, [f"{side}_id", f"{side}_outlook"]].set_axis(
                ["id", "outlook"], axis=1
            )
            for side in ("source", "target")
        ]
    ).drop_duplicates("id")
    size = ends["outlook"].map(lambda value: 0.0 if numbers.missing(value) else abs(float(value)))
    kept = set(ends.assign(size=size).sort_values(["size", "id"], ascending=[False, True])["id"].head(SHOWN))
    benefit = links["target_id"].where(links["target_layer"] == 2, links["source_id"])
    whole = (links["source_layer"] == 0) & (links["target_layer"] == 1)
    changes = set(links.loc[benefit.isin(kept) & (links["source_layer"] == 1), "source_id"])
    return links[(~whole & benefit.isin(kept)) | (whole & links["target_id"].isin(changes))]


def _objectives(rows: list[Record], question: Objectives, view: View, viewer: Viewer) -> None:
    if not rows:
        return
    common.titled("What carries each objective", "strategy_objectives", question, view, viewer, ("M25",))
    common.table(
        [
            {
                "objective": common.named(row["objective"], row["objective_id"]),
                "program": row["program"],
                "benefits": "▼ none" if not row["benefits"] else str(row["benefits"]),
                "target": _amount(row["target"], row["unit"], row["currency"]),
                "by": row["target_date"],
                "realized": _money(row["net_realized_to_date"], row["currency"]),
                "outlook": _money(row["net_outlook"], row["currency"]),
                "coverage": row["objective_coverage"],
            }
            for row in rows
        ],
        "strategy_objectives",
        objective=st.column_config.TextColumn("Objective", pinned=True),
        program="Program",
        benefits="Benefits",
        target="Target",
        by=common.date_column("Target date"),
        realized="Realized, net",
        outlook="Outlook, net",
        coverage=common.rate_column("Outlook of target", "Where the target is money"),
    )


def _loose(rows: list[Record], question: WithoutObjective, view: View, viewer: Viewer) -> None:
    if not rows:
        return
    kinds = "Benefits" if any(row["kind"] != "disbenefit" for row in rows) else "Disbenefits"
    common.titled(f"{kinds} that serve no objective", "strategy_loose", question, view, viewer, ("M25",))
    common.table(
        [
            {
                "benefit": common.named(row["benefit"], row["benefit_id"]),
                "kind": row["kind"] or "",
                "outlook": _money(row["outlook"], row["currency"]),
                "owner": tallies.owner(row["owner"], row["owner_until"], view.as_of),
                "program": row["program"],
            }
            for row in rows
        ],
        "strategy_loose",
        benefit=st.column_config.TextColumn("Benefit", pinned=True),
        kind="Kind",
        outlook="Outlook",
        owner="Owner",
        program="Program",
    )


def _money(value: Any, currency: str | None) -> str:
    return "" if numbers.missing(value) else numbers.money(value, currency or "", common.locale())


def _amount(value: Any, unit: str | None, currency: str | None) -> str:
    """A target in its own unit; money when that is the program's currency."""
    if numbers.missing(value):
        return ""
    if not unit or unit == currency:
        return _money(value, currency)
    return f"{numbers.plain(value, common.locale())} {unit}"
