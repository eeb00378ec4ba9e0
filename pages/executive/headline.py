"""The answer to "are the benefits materializing?" for one group of benefits: finding, tiles, curve."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import curve, marks, numbers
from data.access import Viewer
from pages.executive import common, sentences, tallies
from pages.executive.common import Tile
from pages.shell import answers, whence
from pages.shell.filters import View
from queries import Answer, Question
from queries.programs import Cases
from queries.realization import ByProject, Curve

Record = dict[str, Any]


def finding(group: Record) -> None:
    """The finding in one sentence, and what has to be said beside it."""
    st.markdown(f"## {common.said(sentence(group))}")
    more = beside(group)
    if more:
        st.markdown(common.said(more))


def sentence(group: Record) -> str:
    """Are the benefits materializing?"""
    return sentences.materializing(
        group["gross_planned_to_date"],
        group["gross_realized_to_date"],
        group["gross_realization_rate"],
        group["gross_slippage_months"],
        group["currency"] or "",
        common.locale(),
        group["gross_slippage_state"],
        measured=not common.unmeasured(group, "gross_"),
    )


def beside(group: Record) -> str:
    """The same after disbenefits, and how much of it was measured; empty when nothing was."""
    if common.unmeasured(group, "gross_"):
        return ""
    here = common.locale()
    net = sentences.netted(
        group["net_planned_to_date"],
        group["net_realized_to_date"],
        group["net_realization_rate"],
        group["currency"] or "",
        here,
        measured=not common.unmeasured(group, "net_"),
    )
    known = sentences.measured(group["gross_coverage"], group["gross_measured_rate"], here)
    return f"{net} {known}".strip()


def tiles(
    record: Record, question: Question, view: View, viewer: Viewer, key: str, benefit: str | None = None
) -> None:
    """Six headlines, each with the way to its origin: a group's, net beside gross, or one benefit's."""
    sides = ("", "") if benefit else ("gross_", "net_")
    with st.grid(6, min_column_width=150):
        for number, (make, metrics) in enumerate(TILES):
            with st.container(border=True, height="stretch", gap="xsmall"):
                common.tile(make(record, *sides))
                whence.where_from(f"{key}_{number}", question, view, viewer, metrics, benefit=benefit)


def cumulative(group: Record, view: View, viewer: Viewer, key: str) -> None:
    """The curve of one currency and price base, with its finding as the title."""
    question = Curve(as_of=view.as_of, case=view.case, program_id=view.program_id)
    block = (group["currency"], group["price_base"])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        title = st.container(width="stretch")
        side = _side(f"curve{key.lstrip('abcdefghijklmnopqrstuvwxyz')}")
        whence.where_from(f"{key}_curve", question, view, viewer, ("M1", "M2", "M6", "M15"))
    title.markdown(f"### {common.said(title_of(group, side))}")
    known = not common.unmeasured(group, f"{side}_")
    figure = common.figure(
        figure_of,
        question,
        viewer,
        view.version,
        block=block,
        side=side,
        known=known,
        late_by=group["gross_slippage_months"] if side == "gross" and known else None,
        **_happened(view, viewer, block),
    )
    common.chart(
        figure, f"{key}_curve", f"Cumulative business case, realized and outlook: {title_of(group, side)}"
    )
    found = answers.answer(question, viewer, view.version).records()
    if any(row["period_end"] == marks.UNDATED for row in common.of_block(found, block)):
        st.caption("Totals without a date count in the whole life and cannot be drawn on the curve.")


def _side(key: str) -> str:
    """Gross or net, as the reader chose; part of the address."""
    chosen = st.segmented_control(
        "Curve of",
        ["Benefits alone", "Net of disbenefits"],
        default="Benefits alone",
        required=True,
        key=key,
        bind="query-params",
        label_visibility="collapsed",
        width="content",
    )
    return "net" if chosen == "Net of disbenefits" else "gross"


def _happened(view: View, viewer: Viewer, block: tuple[Any, Any]) -> dict[str, Any]:
    """When projects closed and when a program's case was approved anew, for the axis of the curve."""
    asked: dict[str, Any] = {"as_of": view.as_of, "case": view.case, "program_id": view.program_id}
    projects = common.of_block(answers.answer(ByProject(**asked), viewer, view.version).records(), block)
    cases = answers.answer(Cases(**asked), viewer, view.version).records() if view.program_id else []
    approved = [row["approved_on"] for row in common.of_block(cases, block) if not row["is_original"]]
    return {
        "closures": tuple(
            (row["closed_on"], row["project"] or row["project_id"])
            for row in projects
            if row["closed_on"] and tallies.closed(row["status"], row["closed_on"], view.as_of)
        ),
        "rebaselines": tuple(day for day in approved if day and not (view.as_of and day > view.as_of)),
    }


def figure_of(
    found: Answer, *, block: tuple[Any, Any], side: str, known: bool, late_by: float | None, **looks: Any
) -> go.Figure:
    """The curve of one block; of the case alone when not one value was measured."""
    prefix = "gross_" if side == "gross" else ""
    rows = pd.DataFrame(
        [
            {"period_end": row["period_end"], **{name: row[prefix + name] for name in curve.WORDS}}
            for row in common.of_block(found.records(), block)
        ],
        columns=["period_end", *curve.WORDS],
    )
    if not known:
        rows["realized"] = rows["outlook"] = None
    return curve.draw(rows, as_of=found.as_of, currency=block[0] or "", late_by=late_by, **looks)


def title_of(group: Record, side: str) -> str:
    return sentences.lifetime(
        group[f"{side}_planned_lifetime"],
        group[f"{side}_outlook"],
        group[f"{side}_lifetime_realization"],
        group[f"{side}_variance_at_completion"],
        group["currency"] or "",
        common.locale(),
        measured=not common.unmeasured(group, f"{side}_"),
    )


def _to_date(record: Record, side: str, net: str) -> Tile:
    real, due = (_money(record, f"{side}{name}_to_date") for name in ("realized", "planned"))
    if common.unmeasured(record, side):
        return Tile("Realized to date", numbers.UNKNOWN, f"of {due} due, nothing measured yet")
    beside = f", net {_money(record, f'{net}realized_to_date')} of {_money(record, f'{net}planned_to_date')}"
    shown = net and not common.unmeasured(record, net)
    return Tile("Realized to date", real, f"of {due} due{beside if shown else ''}")


def _rate(record: Record, side: str, net: str) -> Tile:
    here = common.locale()
    if common.unmeasured(record, side):
        return Tile("Realization rate", numbers.UNKNOWN, "nothing measured yet")
    if numbers.missing(record[f"{side}realization_rate"]):
        return Tile("Realization rate", "not due", "nothing was planned up to the status date")
    pieces = [f"net {numbers.rate(record[f'{net}realization_rate'], here)}"] if net else []
    if record[f"{side}measured_cells"] < record[f"{side}due_cells"]:
        pieces.append(f"{numbers.rate(record[f'{side}measured_rate'], here)} where measured")
    second = ", ".join(pieces) or "realized divided by the case to date"
    return Tile("Realization rate", numbers.rate(record[f"{side}realization_rate"], here), second)


def _outlook(record: Record, side: str, net: str) -> Tile:
    here = common.locale()
    second = f"of {_money(record, f'{side}planned_lifetime')}"
    if common.unmeasured(record, side):
        to_come = _money(record, f"{side}outlook")
        return Tile("Outlook at completion", numbers.UNKNOWN, f"{to_come} {second} still to come")
    share = record[f"{side}lifetime_realization"]
    second += "" if numbers.missing(share) else f", {numbers.rate(share, here)}"
    if net and not numbers.missing(record["net_lifetime_realization"]):
        second += f", net {numbers.rate(record['net_lifetime_realization'], here)}"
    return Tile("Outlook at completion", _money(record, f"{side}outlook"), second)


def _slippage(record: Record, side: str, _net: str) -> Tile:
    if common.unmeasured(record, side):
        return Tile("Slippage", numbers.UNKNOWN, "nothing measured yet")
    if record.get("kind") == "disbenefit":
        return Tile("Slippage", "not measured", "of benefits only, a disbenefit is not late")
    text = sentences.slip(record[f"{side}slippage_months"], common.locale(), record[f"{side}slippage_state"])
    value, _, where = text.rpartition(" ")
    if where in ("behind", "ahead"):
        return Tile("Slippage", value, "behind the case" if where == "behind" else "ahead of the case")
    return Tile("Slippage", text, "against the dates of the case")


def _coverage(record: Record, side: str, _net: str) -> Tile:
    done, due, share = (record[f"{side}{name}"] for name in ("measured_cells", "due_cells", "coverage"))
    if numbers.missing(share):
        return Tile("Coverage", "not due", "no value is due yet")
    every, here = numbers.plain(due, common.locale()), common.locale()
    second = f"{numbers.plain(done, here)} of {every} {'value' if due == 1 else 'values'} due measured"
    return Tile("Coverage", numbers.rate(share, here), second)


def _verified(record: Record, side: str, _net: str) -> Tile:
    share = record[f"{side}verified_share"]
    if numbers.missing(share):
        return Tile("Verified", "nothing yet", "no realized value to verify")
    second = f"{_money(record, f'{side}verified_to_date')} of {_money(record, f'{side}realized_to_date')}"
    return Tile("Verified", numbers.rate(share, common.locale()), f"{second}, by finance or a system")


def _money(record: Record, name: str) -> str:
    return numbers.money(record[name], record["currency"] or "", common.locale())


TILES: Final = (
    (_to_date, ("M1", "M2", "M4")),
    (_rate, ("M3", "M11")),
    (_outlook, ("M6", "M7", "M8")),
    (_slippage, ("M15",)),
    (_coverage, ("M10",)),
    (_verified, ("M12",)),
)
