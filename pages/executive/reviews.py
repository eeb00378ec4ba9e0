"""Reviews: which measurements and reviews are due, overdue or held, and whose they are."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import duties, numbers
from charts.numbers import day
from data.access import Viewer
from pages.executive import common, paging, review_words
from pages.executive.common import Record, Tile
from pages.shell import filters, parts, whence
from pages.shell.answers import answer
from pages.shell.filters import View
from queries import Answer
from queries.reviews import Agenda, Grid, Overdue, Owners, Totals

GRACES: Final = {"7 days": 7, "30 days": 30, "90 days": 90}
WHAT: Final = {"Everything": "all", "Measurements": "measurement", "Reviews": "review"}
ANYBODY, NOBODY = "Anybody", "Nobody"


def show(viewer: Viewer) -> None:
    """The page."""
    view = filters.view(viewer)
    parts.heading("Reviews", view, common.coverage(view, viewer))
    grace = _grace()
    question = Totals(**_ask(view), grace_days=grace)
    totals = {row["what"]: row for row in answer(question, viewer, view.version).records()}
    if not totals:
        parts.empty(
            "No benefit has a planned value or a review yet.",
            "Planned values say when something is to be measured, the sheet Reviews when a benefit is to be "
            "looked at.",
            "upload",
            "Upload a workbook",
        )
        return
    owners = answer(Owners(**_ask(view), grace_days=grace), viewer, view.version).records()
    st.markdown(f"## {common.said(_finding(owners, grace))}")
    _tiles(totals, question, view, viewer)
    _grid(view, viewer, grace)
    chosen = _owner(owners)
    _overdue(chosen, owners, view, viewer, grace)
    _agenda(chosen, view, viewer, grace)


def _finding(owners: list[Record], grace: int) -> str:
    measurements, reviews = (sum(row[what] for row in owners) for what in ("measurements", "reviews"))
    late = {row["owner"] for row in owners if row["measurements"] or row["reviews"]}
    return review_words.finding(measurements, reviews, len(late - {None}), None in late, grace)


def _ask(view: View) -> dict[str, Any]:
    return {"as_of": view.as_of, "case": view.case, "program_id": view.program_id}


def _grace() -> int:
    picked = st.segmented_control(
        "Overdue after",
        list(GRACES),
        default="30 days",
        required=True,
        key="grace",
        bind="query-params",
        help="Days after the due date before a measurement or a review is called overdue.",
    )
    return GRACES[picked or "30 days"]


def _tiles(totals: dict[str, Record], question: Totals, view: View, viewer: Viewer) -> None:
    shown = [
        (what, word, totals[what])
        for what, word in (("measurement", "Measurements"), ("review", "Reviews"))
        if what in totals
    ]
    with st.grid(4, min_column_width=150):
        for what, word, row in shown:
            verb = "measured" if what == "measurement" else "held"
            for number, tile in enumerate(_pair(word, verb, row)):
                with st.container(border=True, height="stretch", gap="xsmall"):
                    common.tile(tile)
                    whence.where_from(f"reviews_{what}_{number}", question, view, viewer, ("M23",))


def _pair(word: str, verb: str, row: Record) -> list[Tile]:
    here = common.locale()
    done, due = numbers.plain(row["done"], here), numbers.plain(row["due_by_now"], here)
    since = f"the oldest since {day(row['oldest_overdue'])}" if row["oldest_overdue"] else "none"
    return [
        Tile(f"{word} overdue", numbers.plain(row["overdue"], here), since),
        Tile(
            f"{word} {verb}",
            done,
            f"of {due} due, {row['in_grace']} due now, {row['coming']} in the next quarter",
        ),
    ]


def _grid(view: View, viewer: Viewer, grace: int) -> None:
    what = st.segmented_control(
        "Show",
        list(WHAT),
        default="Everything",
        required=True,
        key="what",
        bind="query-params",
        label_visibility="collapsed",
    )
    question = Grid(**_ask(view), grace_days=grace, what=WHAT[what or "Everything"])
    rows = answer(question, viewer, view.version).records()
    common.titled("Who has what to do, month by month", "reviews_grid", question, view, viewer, ("M23",))
    figure = common.figure(_figure, question, viewer, view.version)
    common.chart(
        figure, "reviews_grid", "Measurements and reviews by owner and month: done, due, overdue, to come"
    )
    shown = len({row["place"] for row in rows})
    if rows and rows[0]["of_owners"] > shown:
        st.caption(f"The {shown} owners with the most overdue, of {rows[0]['of_owners']}.")


def _figure(found: Answer, **looks: Any) -> go.Figure:
    return duties.draw(
        pd.DataFrame(
            [
                {
                    "key": row["place"],
                    "name": row["owner"] or NOBODY,
                    "note": "has left" if row["owner_left"] else "",
                    "strong": str(row["overdue_ever"]) if row["overdue_ever"] else "",
                    "quiet": "overdue" if row["overdue_ever"] else "nothing overdue",
                    **{name: row[name] for name in ("month", *duties.STATES)},
                }
                for row in found.records()
            ]
        ),
        as_of=found.as_of,
        **looks,
    )


def _owner(owners: list[Record]) -> str:
    """The owner whose lists are shown; those with something overdue and those on the agenda."""
    names = sorted({row["owner"] or NOBODY for row in owners}, key=str.casefold)
    picked: str = st.selectbox(
        "Whose", [ANYBODY, *names], key="whose", bind="query-params", width=280, persist_state="session"
    )
    return picked


def _whose(chosen: str) -> str | None:
    """The owner chosen, as a question takes it."""
    return {ANYBODY: None, NOBODY: ""}.get(chosen, chosen)


def _overdue(chosen: str, owners: list[Record], view: View, viewer: Viewer, grace: int) -> None:
    question = Overdue(**_ask(view), grace_days=grace, owner=_whose(chosen), sort="most")
    mine = [row for row in owners if chosen in (ANYBODY, row["owner"] or NOBODY)]
    title = f"Overdue: {review_words.overdue(mine)}"
    common.titled(title, "reviews_overdue", question, view, viewer, ("M23",))
    rows = paging.rows(question, "overdue_page", viewer, view.version)
    if rows:
        common.table(
            [_late(row) for row in rows],
            "reviews_overdue",
            name=st.column_config.TextColumn("Benefit", pinned=True),
            what="What",
            overdue=st.column_config.NumberColumn("Overdue", help="How many measurements or reviews"),
            whose="Whose",
            oldest=common.date_column("First due"),
            newest=common.date_column("Last due"),
            since="For",
            done=common.date_column("Last done"),
            planned=st.column_config.TextColumn(
                "Planned in them", help="What the case planned in those values"
            ),
            program="Program",
        )


def _late(row: Record) -> Record:
    planned = row["planned"]
    return {
        "name": common.named(row["name"], row["benefit_id"]) if row["benefit_id"] else row["name"],
        "what": row["what"],
        "overdue": row["overdue"],
        "whose": review_words.owner(row["owner"], row["owner_left"], row["owner_until"]),
        "oldest": row["oldest_due_on"],
        "newest": row["newest_due_on"],
        "since": review_words.days(row["days_overdue"]),
        "done": row["last_done_on"],
        "planned": "" if planned is None else numbers.money(planned, row["currency"] or "", common.locale()),
        "program": row["program"],
    }


def _agenda(chosen: str, view: View, viewer: Viewer, grace: int) -> None:
    question = Agenda(**_ask(view), grace_days=grace, owner=_whose(chosen), sort="state")
    common.titled(
        "Reviews held in the last half year, and to come in the next",
        "reviews_agenda",
        question,
        view,
        viewer,
        ("M23",),
    )
    rows = paging.rows(question, "agenda_page", viewer, view.version)
    if not rows:
        st.markdown(
            "No review is on record for these months. The sheet Reviews holds when each is due and held."
        )
    else:
        common.table(
            [
                {
                    "name": common.named(row["name"], row["benefit_id"])
                    if row["benefit_id"]
                    else row["name"],
                    "due": row["due_on"],
                    "state": review_words.held(row["state"], row["days_late"]),
                    "outcome": row["outcome"] or "",
                    "reviewer": row["reviewer"] or "",
                    "whose": review_words.owner(row["owner"], row["owner_left"], row["owner_until"]),
                    "program": row["program"],
                }
                for row in rows
            ],
            "reviews_agenda",
            name=st.column_config.TextColumn("Benefit", pinned=True),
            due=common.date_column("Due"),
            state="Held",
            outcome="Outcome",
            reviewer="Reviewer",
            whose="Whose",
            program="Program",
        )
