"""Overview: are the benefits materializing, and what has to be decided this month?"""

from typing import Any

import streamlit as st

from data.access import Viewer
from pages.executive import common, compared, decisions, headline
from pages.shell import catalogue, filters, links, parts
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries.overview import Headline


def show(viewer: Viewer) -> None:
    """The page: one block for each currency and price base, since those are never added."""
    view = filters.view(viewer)
    question = Headline(as_of=view.as_of, case=view.case, program_id=view.program_id)
    groups = answer(question, viewer, view.version).records()
    parts.heading("Overview", view, groups[0]["gross_coverage"] if len(groups) == 1 else None)
    if not groups:
        _without_money(view, viewer)
    for group in groups:
        block = (group["currency"] or "", group["price_base"] or "")
        key = f"overview{groups.index(group) or ''}"
        if len(groups) > 1:
            st.header(plain(common.block_name(block)), anchor=False, divider="gray")
        _block(group, question, view, viewer, key)
    if not groups:
        decisions.draw(None, view, viewer, "decisions")


def _block(group: dict[str, Any], question: Headline, view: View, viewer: Viewer, key: str) -> None:
    headline.finding(group)
    headline.tiles(group, question, view, viewer, key)
    headline.cumulative(group, view, viewer, key)
    decisions.draw(group, view, viewer, f"{key}_decisions")
    if view.program_id is None:
        compared.draw(group, view, viewer, f"{key}_programs")


def _without_money(view: View, viewer: Viewer) -> None:
    """No amount to show: because there is no benefit, or because none is money."""
    known = catalogue.benefits(viewer, view.version, view.program_id)
    if not known.count:
        parts.empty(
            "There is no benefit in this data yet.",
            "Upload a benefits register: what each benefit is to bring, and what it has brought.",
            "upload",
            "Upload a workbook",
        )
        return
    with st.container(border=True):
        st.markdown("**None of these benefits is measured in money.**")
        st.markdown("There is no amount to compare. How far each has come stands in the register.")
        links.link("Open the register of benefits", "benefits", ":material/trending_up:")
