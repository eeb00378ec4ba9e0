"""The register of benefits: what each was to bring, what it brought, whose it is."""

from functools import partial
from typing import Any, Final

import streamlit as st

from charts import spark
from data.access import Viewer
from pages.executive import common, paging, sentences, tallies
from pages.shell import choices
from pages.shell.answers import answer
from pages.shell.choices import Choice
from pages.shell.filters import View
from queries.benefits import Ranked, Register, Tally
from queries.catalogue import Traits
from queries.figures import Sparks

Record = dict[str, Any]
WORST_FIRST: Final = ("red", "amber", "grey", "green")
WORDS: Final = {common.RATINGS[name][1]: name for name in WORST_FIRST}
SORTS: Final = {"rate": "Lowest rate first", "name": "By name", "owner": "By owner"}
NOBODY: Final = "No owner"


def draw(search: str | None, view: View, viewer: Viewer) -> None:
    """The finding, the filters of the page, and the table; a click on a row opens the benefit's card."""
    asked: dict[str, Any] = {"as_of": view.as_of, "case": view.case, "program_id": view.program_id}
    (tally,) = answer(Tally(**asked), viewer, view.version).records()
    metrics = ("M1", "M2", "M3", "M7", "M10", "M15")
    common.titled(_finding(tally), "register", Register(**asked), view, viewer, metrics, level=2)
    narrowed, sort = _filters(view, viewer)
    narrowed["search"] = search
    (kept,) = answer(Tally(**asked, **narrowed), viewer, view.version).records()
    if not kept["benefits"]:
        st.info("No benefit fits these filters. Take one of them away to see more.")
        return
    if kept["benefits"] < tally["benefits"]:
        st.caption(f"{sentences.count(kept['benefits'], 'benefit')} of {tally['benefits']} shown.")
    ranked = Ranked(**asked, **narrowed, sort=sort)
    ids = [row["benefit_id"] for row in paging.rows(ranked, "page", viewer, view.version)]
    rows = {
        row["benefit_id"]: row
        for row in answer(Register(**asked, benefits=tuple(ids)), viewer, view.version).records()
    }
    _table([rows[one] for one in ids], view, viewer)


def _finding(tally: Record) -> str:
    return tallies.rated(tally["benefits"], tally["red"], tally["amber"], tally["green"], tally["grey"])


def _filters(view: View, viewer: Viewer) -> tuple[dict[str, Any], str]:
    """What the filters leave, as parameters of a question, and its order; all of it is in the address."""
    traits = answer(Traits(program_id=view.program_id), viewer, view.version).records()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.pills("Rating", list(WORDS), selection_mode="multi", key="rating", bind="query-params")
        classes = [row["value"] for row in traits if row["trait"] == "class" and row["value"]]
        kinds = st.multiselect("Class", classes, key="class", bind="query-params", placeholder="Any class")
        owners = [row["value"] or NOBODY for row in traits if row["trait"] == "owner"]
        owner = st.selectbox(
            "Owner",
            ["Anybody", *owners],
            key="owner",
            bind="query-params",
            width=260,
            persist_state="session",
        )
        with st.container(width=200):
            sort = choices.pick("sort", "Order", "Worst first", [Choice(*one) for one in SORTS.items()])
    narrowed = {
        "ratings": tuple(WORDS[word] for word in words),
        "classes": tuple(kinds),
        "owner": {"Anybody": None, NOBODY: ""}.get(owner, owner),
    }
    return narrowed, sort or "worst"


def _table(rows: list[Record], view: View, viewer: Viewer) -> None:
    currencies = {row["currency"] for row in rows if row["value_type"] == "monetary"}
    currency = currencies.pop() if len(currencies) == 1 else None
    lines = _sparks(view, viewer, {row["benefit_id"] for row in rows})
    names = common.program_names(viewer, view.version)
    cells = [
        _cells(row, view, lines, several=currency is None) | {"program": names[row["program_id"]]}
        for row in rows
    ]
    st.caption("Select a row to open the benefit's card.")
    common.table(
        cells,
        "register_table",
        alt="A page of the register of benefits",
        on_select=partial(_open, [row["benefit_id"] for row in rows]),
        row_height=40,
        **_columns(currency or ""),
    )


def _open(ids: list[str], row: int) -> None:
    st.session_state["benefit"] = ids[row]


def _sparks(view: View, viewer: Viewer, shown: set[str]) -> dict[str, str]:
    """The spark lines of the benefits shown, by id."""
    question = Sparks(
        as_of=view.as_of, case=view.case, program_id=view.program_id, benefits=tuple(sorted(shown))
    )
    return {
        row["benefit_id"]: spark.draw(row["planned"], row["realized"], dark=common.dark())
        for row in answer(question, viewer, view.version).records()
    }


def _cells(row: Record, view: View, lines: dict[str, str], several: bool) -> Record:
    known = not common.unmeasured(row)
    cells: Record = {
        "benefit": common.named(row["benefit"], row["benefit_id"]),
        "rating": common.rating(row["rating"]),
        "rate": row["realization_rate"] if known else None,
        "line": lines.get(row["benefit_id"]),
    }
    if several:
        cells["currency"] = row["currency"] if row["value_type"] == "monetary" else row["unit"] or ""
    return cells | {
        "realized": common.amount(row["realized_to_date"]) if known else None,
        "planned": common.amount(row["planned_to_date"]),
        "slip": row["slippage_months"] if known else None,
        "outlook": common.amount(row["outlook"]) if known else None,
        "case": common.amount(row["planned_lifetime"]),
        "driver": row["rating_driver"] or "",
        "owner": tallies.owner(row["owner"], row["owner_until"], view.as_of),
        "coverage": row["coverage"],
        "measured": row["last_measured"],
        "class": row["class"] or "",
    }


def _columns(currency: str) -> dict[str, Any]:
    return {
        "benefit": st.column_config.TextColumn("Benefit", pinned=True),
        "rating": "Rating",
        "driver": st.column_config.TextColumn("Because", help="Late: to date. Lost: over the whole life."),
        "line": st.column_config.ImageColumn(
            "Last 24 periods",
            width=150,
            help="Grey: the case. Blue: realized; a gap is a period that nobody measured.",
        ),
        "currency": "Unit",
        "planned": common.money_column("Case to date", currency),
        "realized": common.money_column("Realized", currency, "Empty where nothing was measured"),
        "rate": common.rate_column("Rate", "Realized divided by the case to date"),
        "slip": common.months_column(),
        "case": common.money_column("Whole-life case", currency),
        "outlook": common.money_column("Outlook", currency),
        "coverage": common.rate_column("Coverage", "Values measured of those due"),
        "owner": "Owner",
        "measured": common.date_column("Last measured"),
        "class": "Class",
        "program": "Program",
    }
