"""Changes: two versions or two status dates side by side, what moved, and why the headline changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import bridge, numbers
from data import store
from data.access import Viewer
from pages.executive import changed, changed_oversight, common, sentences
from pages.executive.headline import Record
from pages.shell import catalogue, choices, filters, parts
from pages.shell.answers import answer
from pages.shell.choices import Choice
from pages.shell.filters import View
from pages.shell.text import plain
from queries import Answer
from queries.changes import Benefits, Bridge, Headline, Projects
from queries.comparison import month_before

MONTHS: Final = 12


@dataclass(frozen=True)
class Against:
    """What the view is compared with: a version, or another status date of the same."""

    version: int | None
    as_of: date | None

    @property
    def words(self) -> str:
        day = numbers.day(self.as_of)
        return f"version {self.version} (status date {day})" if self.version else f"the status date {day}"


def show(viewer: Viewer) -> None:
    """The page: one block for each currency and price base of either side."""
    view = filters.view(viewer)
    parts.heading("Changes", view)
    against = _choose(view, viewer)
    asked: dict[str, Any] = {
        "as_of": view.as_of,
        "case": view.case,
        "program_id": view.program_id,
        "against": against.version,
        "against_as_of": against.as_of,
    }
    heads = (
        f"{against.words[0].upper()}{against.words[1:]}",
        f"Version {view.version}, {numbers.day(view.as_of)}",
    )
    question = Headline(**asked)
    headlines = common.blocks(answer(question, viewer, view.version).records())
    blocks = list({**headlines, **changed_oversight.blocks(asked, view, viewer)})
    if not blocks:
        parts.empty(
            "There is no benefit in money, no budget and no risk on either side.",
            "Upload a benefits register: what each benefit is to bring, and what it has brought.",
            "upload",
            "Upload a workbook",
        )
    for number, block in enumerate(blocks):
        if len(blocks) > 1:
            st.header(plain(common.block_name(block)), anchor=False, divider="gray")
        wanted, key = (block[0] or None, block[1] or None), f"changes{number or ''}"
        for row in headlines.get(block, []):
            _block(row, question, asked, against, heads, view, viewer, key)
        changed_oversight.budget(asked, wanted, heads, view, viewer, key)
        changed_oversight.risk(asked, wanted, heads, view, viewer, key)


def _choose(view: View, viewer: Viewer) -> Against:
    """Another version, or another month of this one; else the version before, else the month before."""
    others = {f"v{one.number}": one for one in reversed(store.versions()) if one.number != view.version}
    base = others.get(f"v{store.version(view.version).base}")
    known = [Choice(key, f"Version {one.number}, {numbers.day(one.as_of)}") for key, one in others.items()]
    known += [Choice(day.isoformat(), f"{numbers.day(day)}, same version") for day in _months(view, viewer)]
    earlier = month_before(view.as_of) if view.as_of else None
    default = f"Version {base.number}, the one before" if base else f"A month before, {numbers.day(earlier)}"
    with st.container(width=420):
        chosen = choices.pick(
            "against", "Compared with", default, known, help="An earlier version, or another date of this one"
        )
    one = others.get(chosen or "", base if chosen is None else None)
    if one is not None:
        return Against(one.number, one.as_of)
    return Against(None, date.fromisoformat(chosen) if chosen else earlier)


def _months(view: View, viewer: Viewer) -> list[date]:
    first = catalogue.first_day(viewer, view.version)
    if first is None or view.as_of is None:
        return []
    return choices.month_ends(first, view.as_of)[1 : MONTHS + 1]


def _block(
    row: Record,
    question: Headline,
    asked: dict[str, Any],
    against: Against,
    heads: tuple[str, str],
    view: View,
    viewer: Viewer,
    key: str,
) -> None:
    block = (row["currency"], row["price_base"])
    causes = Bridge(**asked)
    steps = common.of_block(answer(causes, viewer, view.version).records(), block)
    title = changed.finding(row, steps, against.words, row["currency"] or "", common.locale())
    common.titled(
        title,
        f"{key}_headline",
        question,
        view,
        viewer,
        ("M1", "M2", "M3", "M6", "M7", "M10", "M15"),
        level=2,
    )
    common.table(changed.headline(row, heads), f"{key}_headline")
    _bridge(causes, block, steps, view, viewer, key)
    _benefits(Benefits(**asked), block, view, viewer, key)
    _projects(Projects(**asked), block, view, viewer, key)


def _bridge(
    question: Bridge, block: tuple[Any, Any], steps: list[Record], view: View, viewer: Viewer, key: str
) -> None:
    if len(steps) <= 2:
        st.info("Nothing moved the outlook between the two.")
        return
    common.titled(
        "From the outlook before to the outlook now, cause by cause",
        f"{key}_bridge",
        question,
        view,
        viewer,
        ("M6",),
    )
    st.caption(
        "Net of disbenefits, over the whole life; the causes add up to the difference. New periods arrived: "
        "what was measured in them, against what was expected before."
    )
    figure = common.figure(_figure, question, viewer, view.version, block=block)
    common.chart(figure, f"{key}_bridge", "From the outlook before to the outlook now, cause by cause")


def _figure(found: Answer, *, block: tuple[Any, Any], **looks: Any) -> go.Figure:
    rows = common.of_block(found.records(), block)
    frame = pd.DataFrame(
        [{"step": changed.step(row), "amount": float(row["amount"])} for row in rows],
        columns=["step", "amount"],
    )
    return bridge.draw(frame, currency=block[0] or "", from_case=False, **looks)


def _benefits(question: Benefits, block: tuple[Any, Any], view: View, viewer: Viewer, key: str) -> None:
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    if not rows:
        return
    common.titled(
        changed.moved(rows, block[0] or "", common.locale()),
        f"{key}_benefits",
        question,
        view,
        viewer,
        ("M6",),
    )
    common.table(
        [changed.benefit(row) for row in rows], f"{key}_benefits", **changed.benefit_columns(block[0] or "")
    )


def _projects(question: Projects, block: tuple[Any, Any], view: View, viewer: Viewer, key: str) -> None:
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    if not rows:
        return
    told = sorted(rows, key=lambda row: row["what"] == "benefits moved")
    common.titled(
        f"{sentences.count(len(rows), 'project')} changed",
        f"{key}_projects",
        question,
        view,
        viewer,
        ("M24", "M2", "M6"),
    )
    common.table(
        [changed.project(row) for row in told], f"{key}_projects", **changed.project_columns(block[0] or "")
    )
