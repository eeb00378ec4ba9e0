"""The version ladder: every version of the business case, and what each changed against the one before."""

import streamlit as st

from charts import numbers
from data.access import Viewer
from pages.executive import common, sentences, value_words
from pages.executive.headline import Record
from pages.shell import links
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries.programs import Cases
from queries.value import CaseChanges


def draw(view: View, viewer: Viewer) -> None:
    """Each version as a step, oldest first, with its reason and the benefits it changed."""
    question = Cases(as_of=view.as_of, case=view.case, program_id=view.program_id)
    versions = answer(question, viewer, view.version).records()
    if not versions:
        st.markdown("### No version of a business case has been loaded")
        st.markdown(
            "Fill in the sheets Business cases and Planned values: each approved version, and what it "
            "promises. Or upload a benefits register that says what was planned."
        )
        links.link("Upload a workbook", "upload")
        return
    common.titled(_title(versions), "ladder", question, view, viewer)
    wanted = CaseChanges(as_of=view.as_of, case=view.case, program_id=view.program_id)
    changes = answer(wanted, viewer, view.version).records()
    for place, version in enumerate(versions):
        _step(version, [row for row in changes if row["case_version"] == version["case_version"]], place)


def _title(versions: list[Record]) -> str:
    """The change that moved the baseline most."""
    moved = [row for row in versions if row["net_change"]]
    if not moved:
        return f"{sentences.count(len(versions), 'version')} of the business case"
    most = max(moved, key=lambda row: abs(row["net_change"]))
    return value_words.change(
        most["label"] or most["case_version"],
        most["net_change"],
        most["approved_on"],
        most["currency"] or "",
        common.locale(),
    )


def _step(version: Record, changes: list[Record], place: int) -> None:
    currency, here = version["currency"] or "", common.locale()
    roles = [word for word in ("original", "current") if version[f"is_{word}"]]
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            name = version["label"] or version["case_version"]
            st.markdown(f"**{plain(common.named(name, version['case_version']))}**", width="content")
            for role in roles:
                st.badge(role.capitalize(), color="gray")
        st.markdown(common.said(_total(version)))
        approved = (
            f"approved {numbers.day(version['approved_on'])}" if version["approved_on"] else "not approved"
        )
        by = f" by {version['approved_by']}" if version["approved_by"] else ""
        st.caption(plain(f"{approved}{by}. {version['reason'] or ''}".strip()))
        if changes:
            with st.expander(f"{sentences.count(len(changes), 'benefit')} planned otherwise than before"):
                common.table(
                    [_change(row) for row in changes],
                    f"ladder_{place}",
                    benefit=st.column_config.TextColumn("Benefit", pinned=True),
                    change="Change",
                    before=common.money_column("Before", currency),
                    after=common.money_column("After", currency),
                    difference=common.money_column("Difference", currency),
                    months=common.months_column("Months later", "Of its centre of gravity in time"),
                )
                st.caption(
                    common.said(
                        "The differences add up to the change of the version: "
                        f"{numbers.full(version['net_change'], currency, here)}."
                    )
                )


def _total(version: Record) -> str:
    currency, here = version["currency"] or "", common.locale()
    total = numbers.money(version["net_planned"], currency, here)
    change = version["net_change"]
    if numbers.missing(change):
        return f"{total} over the whole life, net of disbenefits"
    sign = "+" if change > 0 else ""
    moved = (
        f"{sign}{numbers.money(change, currency, here)} against the version before" if change else "unchanged"
    )
    return f"{total} over the whole life, net of disbenefits: {moved}"


def _change(row: Record) -> Record:
    return {
        "benefit": common.named(row["benefit"], row["benefit_id"]),
        "change": row["change"],
        "before": common.amount(row["amount_before"]),
        "after": common.amount(row["amount_after"]),
        "difference": common.amount(row["difference"]),
        "months": row["months_later"],
    }
