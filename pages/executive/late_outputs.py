"""Late outputs on the strategy map: choose one, and see the way to every benefit it delays."""

from typing import Any, Final

import streamlit as st

from charts import numbers
from data.access import Viewer
from pages.executive import common, sentences, strategy_words
from pages.executive.common import Record
from pages.shell import choices
from pages.shell.answers import answer
from pages.shell.choices import Choice
from pages.shell.filters import View
from queries.strategy import Delays, LateOutputs, Links

NONE: Final = "No output: the whole map"


def choose(program: str, view: View, viewer: Viewer) -> Record | None:
    """The late output that is looked at; None for the whole map, or when none is late."""
    question = LateOutputs(as_of=view.as_of, case=view.case, program_id=program)
    rows = {row["output_id"]: row for row in answer(question, viewer, view.version).records()}
    if not rows:
        st.caption("No output of this program is late.")
        return None
    title = f"{sentences.count(len(rows), 'late output')}: follow one to the benefits it delays"
    known = [Choice(identity, _label(row)) for identity, row in rows.items()]
    picked = choices.pick("output", title, NONE, known)
    return rows.get(picked or "")


def _label(row: Record) -> str:
    """What the choice is called; its ID ends it, so that a link to it outlives a rename."""
    name = common.named(row["output"], row["output_id"])
    return name if name.endswith(")") else f"{name} ({row['output_id']})"


def ids(late: Record | None, view: View, viewer: Viewer) -> tuple[str, ...]:
    """Everything on the map that lies on a way of the late output."""
    if late is None:
        return ()
    rows = answer(_delays(late, view), viewer, view.version).records()
    benefits = {row["benefit_id"] for row in rows}
    question = Links(as_of=view.as_of, case=view.case, program_id=late["program_id"])
    links = answer(question, viewer, view.version).records()
    names = {name for row in rows for name in row["way"]}
    on_the_way = {
        row[f"{side}_id"]
        for row in links
        for side in ("source", "target")
        if row[side] in names or row[f"{side}_id"] in names
    }
    served = {row["target_id"] for row in links if row["source_id"] in benefits and row["target_layer"] == 3}
    return tuple(sorted(on_the_way | benefits | served | {late["output_id"]}))


def draw(late: Record | None, view: View, viewer: Viewer) -> None:
    """The finding about the chosen output, and the way to each benefit."""
    if late is None:
        return
    currency = late["currency"] or ""
    title = strategy_words.late(
        late["output"] or late["output_id"],
        late["months_late"],
        late["is_done"],
        late["benefits"],
        late["gross_to_come"],
        currency,
        common.locale(),
    )
    question = _delays(late, view)
    common.titled(title, "strategy_delays", question, view, viewer, ("M16", "M6"))
    common.table(
        [_cells(row) for row in answer(question, viewer, view.version).records()],
        "strategy_delays",
        benefit=st.column_config.TextColumn("Benefit", pinned=True),
        way=st.column_config.TextColumn("By way of", width="large"),
        coming="Still to come",
        slip=st.column_config.NumberColumn("First benefit late, months", format="%.1f"),
        rate=common.rate_column("Rate"),
        objective=st.column_config.TextColumn("Objective", width="medium"),
    )


def _delays(late: Record, view: View) -> Delays:
    return Delays(as_of=view.as_of, case=view.case, output=late["output_id"])


def _cells(row: Record) -> dict[str, Any]:
    coming = row["to_come"]
    return {
        "benefit": common.named(row["benefit"], row["benefit_id"]),
        "way": strategy_words.way(row["way"]),
        "coming": ""
        if numbers.missing(coming)
        else numbers.money(coming, row["currency"] or "", common.locale()),
        "slip": row["first_benefit_slip_months"],
        "rate": row["realization_rate"],
        "objective": row["objective"] or "",
    }
