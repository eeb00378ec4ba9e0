"""Evidence: what the numbers rest on, how old they are, whether they conserve, what the audits found."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import numbers, shares
from data.access import Viewer
from pages.executive import audited, common, evidence_words, tallies
from pages.executive.common import Record, Tile
from pages.shell import filters, parts, whence
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries import Answer
from queries.evidence import Conservation, Kinds, Stale
from queries.overview import Headline

Block = tuple[Any, Any]
BY: Final = {"By evidence": "evidence", "By class of benefit": "class"}

# The column beside the bars is as wide as these.
SHORT: Final = {
    "finance verified": "by finance",
    "system extract": "by a system",
    "cash releasing": "cash",
    "non cash releasing": "not cash",
}


def show(viewer: Viewer) -> None:
    """The page: one block for each currency and price base, then the audits of the data version."""
    view = filters.view(viewer)
    question = Headline(as_of=view.as_of, case=view.case, program_id=view.program_id)
    groups = answer(question, viewer, view.version).records()
    parts.heading("Evidence", view, groups[0]["gross_coverage"] if len(groups) == 1 else None)
    for number, group in enumerate(groups):
        if len(groups) > 1:
            name = common.block_name((group["currency"] or "", group["price_base"] or ""))
            st.header(plain(name), anchor=False)
        _block(group, question, view, viewer, f"evidence{number or ''}")
    if not groups:
        parts.empty(
            "No benefit in this data is money.",
            "What amounts rest on can be shown once the register holds benefits in money. How current the "
            "other measures are stands in the register.",
            "benefits",
            "Open the register of benefits",
        )
    audited.draw(view, viewer, "audits")


def _block(group: Record, question: Headline, view: View, viewer: Viewer, key: str) -> None:
    block, currency = (group["currency"], group["price_base"]), group["currency"] or ""
    known = not common.unmeasured(group, "gross_")
    title = evidence_words.finding(
        group["gross_verified_share"],
        group["gross_coverage"],
        group["gross_realized_to_date"] if known else None,
        currency,
        common.locale(),
    )
    st.markdown(f"## {common.said(title)}")
    stale = Stale(as_of=view.as_of, case=view.case, program_id=view.program_id)
    old = common.of_block(answer(stale, viewer, view.version).records(), block)
    with st.grid(4, min_column_width=150):
        for number, (tile, asked, metrics) in enumerate(_tiles(group, old, question, stale)):
            with st.container(border=True, height="stretch", gap="xsmall"):
                common.tile(tile)
                whence.where_from(f"{key}_{number}", asked, view, viewer, metrics)
    _kinds(block, view, viewer, f"{key}_kinds")
    _stale(old, currency, stale, view, viewer, f"{key}_stale")
    _conservation(block, view, viewer, f"{key}_conservation")


def _tiles(group: Record, old: list[Record], question: Headline, stale: Stale) -> list[tuple[Tile, Any, Any]]:
    here, currency = common.locale(), group["currency"] or ""

    def rate(name: str, unknown: str) -> str:
        value = group[f"gross_{name}"]
        return unknown if numbers.missing(value) else numbers.rate(value, here)

    done, due = (numbers.plain(group[f"gross_{name}_cells"], here) for name in ("measured", "due"))
    verified = numbers.money(group["gross_verified_to_date"], currency, here)
    count = old[0]["of_stale"] if old else 0
    return [
        (
            Tile("Coverage", rate("coverage", "not due"), f"{done} of {due} values due measured"),
            question,
            ("M10",),
        ),
        (
            Tile("Verified", rate("verified_share", "nothing yet"), f"{verified} by finance or a system"),
            question,
            ("M12",),
        ),
        (
            Tile(
                "Rate where measured",
                rate("measured_rate", "not known"),
                f"against {rate('realization_rate', 'not due')} over all that is due",
            ),
            question,
            ("M11",),
        ),
        (
            Tile("Measured too long ago", str(count), "benefits beyond 1.5 x their cadence, or never"),
            stale,
            ("is_stale",),
        ),
    ]


def _kinds(block: Block, view: View, viewer: Viewer, key: str) -> None:
    title = st.container()
    by = st.segmented_control(
        "Parts",
        list(BY),
        default="By evidence",
        required=True,
        key=f"{key}_by",
        bind="query-params",
        label_visibility="collapsed",
    )
    question = Kinds(as_of=view.as_of, case=view.case, program_id=view.program_id, by=BY[by or "By evidence"])
    with title:
        rests = "What each program's realized benefit rests on"
        common.titled(rests, key, question, view, viewer, ("M12", "M10"))
    figure = common.figure(_figure, question, viewer, view.version, block=block)
    common.chart(figure, key, f"Realized to date by {question.by}, one bar a program, gross")
    st.caption("Gross. Hatched: what the case planned in values that are due and that nobody measured.")


def _figure(found: Answer, *, block: Block, locale: str, dark: bool) -> go.Figure:
    currency = block[0] or ""
    rows = common.of_block(found.records(), block)
    bars = pd.DataFrame(
        [
            {
                "key": row["program_id"],
                "name": row["program"] or row["program_id"],
                "kind": row["kind"],
                "amount": row["amount"],
                "share": row["share"],
                "strong": numbers.money(row["realized_to_date"], currency, locale),
                "quiet": _largest(rows, row["program_id"], locale),
            }
            for row in rows
        ]
    )
    return shares.draw(bars, currency=currency, locale=locale, dark=dark)


def _largest(rows: list[Record], program: str, locale: str) -> str:
    """The largest kind with its share, to be written beside the bar."""
    mine = [row for row in rows if row["program_id"] == program and not numbers.missing(row["share"])]
    if not mine:
        return "nothing measured"
    kind = mine[0]["kind"]
    return f"{numbers.rate(mine[0]['share'], locale, 0)} {SHORT.get(kind, kind)}"


def _stale(rows: list[Record], currency: str, question: Stale, view: View, viewer: Viewer, key: str) -> None:
    count, worst = (rows[0]["of_stale"], rows[0]["planned_unmeasured"]) if rows else (0, None)
    title = evidence_words.stale(count, worst, currency, common.locale())
    common.titled(title, key, question, view, viewer, ("is_stale", "M10"))
    if rows:
        common.table(
            [
                {
                    "benefit": common.named(row["benefit"], row["benefit_id"]),
                    "program": row["program"],
                    "owner": tallies.owner(row["owner"], row["owner_until"], view.as_of),
                    "last": row["last_measured"],
                    "months": row["months_since"],
                    "cadence": row["cadence"] or "",
                    "unknown": common.amount(row["planned_unmeasured"]),
                    "coverage": row["coverage"],
                }
                for row in rows
            ],
            key,
            benefit=st.column_config.TextColumn("Benefit", pinned=True),
            program="Program",
            owner="Owner",
            last=common.date_column("Last measured"),
            months=st.column_config.NumberColumn("Months ago", format="%.0f"),
            cadence="To be measured",
            unknown=common.money_column("Planned, not measured", currency),
            coverage=common.rate_column("Coverage"),
        )


def _conservation(block: Block, view: View, viewer: Viewer, key: str) -> None:
    """The identity, one line a program and side, to the cent; every measure in the rows behind it."""
    question = Conservation(as_of=view.as_of, case=view.case, program_id=view.program_id)
    rows = common.of_block(answer(question, viewer, view.version).records(), block)
    off = [row for row in rows if row["difference"]]
    added = "do not add up to the program" if off else "add up to each program"
    common.titled(f"Projects and what is attributed to none {added}", key, question, view, viewer, ("M24",))
    shown = off or [row for row in rows if row["measure"] == "realized to date"]
    with st.grid(2, min_column_width=360):
        for row in shown:
            text = evidence_words.equation(
                row["attributed"],
                row["unattributed"],
                row["whole"],
                row["difference"],
                row["projects"],
                block[0] or "",
                common.locale(),
            )
            st.markdown(
                f"{common.said(text)}  \n:gray[{plain(row['program'])}, {row['measure']}, {row['side']}]"
            )
    st.caption(f"{len(rows)} sums checked: realized, planned, outlook and whole life, gross and net.")
