"""The register of benefits: what each was to bring, what it brought, whose it is."""

from functools import partial
from typing import Any, Final

import streamlit as st

from charts import spark
from charts.numbers import missing
from data.access import Viewer
from pages.executive import common, sentences, tallies
from pages.shell.answers import answer
from pages.shell.filters import View
from queries.benefits import Register
from queries.figures import Sparks

Record = dict[str, Any]
WORST_FIRST: Final = ("red", "amber", "grey", "green")
WORDS: Final = {common.RATINGS[name][1]: name for name in WORST_FIRST}
NOBODY: Final = "No owner"
PER_PAGE: Final = 200


def draw(records: list[Record], view: View, viewer: Viewer, question: Register) -> None:
    """The finding, the filters of the page, and the table; a click on a row opens the benefit's card."""
    metrics = ("M1", "M2", "M3", "M7", "M10", "M15")
    common.titled(_finding(records), "register", question, view, viewer, metrics, level=2)
    kept = _filtered(records)
    if not kept:
        st.info("No benefit fits these filters. Take one of them away to see more.")
        return
    rows = sorted(kept, key=_worst_first)
    if len(rows) < len(records):
        st.caption(f"{sentences.count(len(rows), 'benefit')} of {len(records)} shown.")
    _table(rows, view, viewer)


def _finding(records: list[Record]) -> str:
    tally = {name: sum(row["rating"] == name for row in records) for name in WORST_FIRST}
    return tallies.rated(len(records), tally["red"], tally["amber"], tally["green"], tally["grey"])


def _filtered(records: list[Record]) -> list[Record]:
    """The rows that the filters leave; each filter is part of the address."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.pills("Rating", list(WORDS), selection_mode="multi", key="rating", bind="query-params")
        classes = sorted({row["class"] for row in records if row["class"]})
        kinds = st.multiselect("Class", classes, key="class", bind="query-params", placeholder="Any class")
        owners = sorted({row["owner"] or NOBODY for row in records}, key=str.casefold)
        owner = st.selectbox(
            "Owner",
            ["Anybody", *owners],
            key="owner",
            bind="query-params",
            width=260,
            persist_state="session",
        )
    ratings = {WORDS[word] for word in words}
    return [
        row
        for row in records
        if (not ratings or row["rating"] in ratings)
        and (not kinds or row["class"] in kinds)
        and owner in ("Anybody", row["owner"] or NOBODY)
    ]


def _worst_first(row: Record) -> tuple[int, bool, Any]:
    gap = row["variance_at_completion"]
    return WORST_FIRST.index(row["rating"] or "grey"), missing(gap), 0 if missing(gap) else gap


def _table(rows: list[Record], view: View, viewer: Viewer) -> None:
    currencies = {row["currency"] for row in rows if row["value_type"] == "monetary"}
    currency = currencies.pop() if len(currencies) == 1 else None
    pages = -(-len(rows) // PER_PAGE)
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    rows = rows[(page - 1) * PER_PAGE : page * PER_PAGE]
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
        alt="The register of benefits, those off track first",
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
