"""The answer to "are the benefits materializing?" for one group of benefits: finding, tiles, curve."""

from typing import Any

import streamlit as st

from charts import curve, numbers
from data.access import Viewer
from pages.executive import common, sentences
from pages.executive.common import Tile
from pages.shell import whence
from pages.shell.answers import answer
from pages.shell.filters import View
from pages.shell.text import plain
from queries import Question
from queries.realization import Curve

Record = dict[str, Any]


def finding(group: Record) -> None:
    """The finding in one sentence, and what has to be said beside it."""
    currency, here = group["currency"] or "", common.locale()
    main = sentences.materializing(
        group["gross_planned_to_date"],
        group["gross_realized_to_date"],
        group["gross_realization_rate"],
        group["gross_slippage_months"],
        currency,
        here,
        group["gross_slippage_state"],
        measured=not common.unmeasured(group, "gross_"),
    )
    st.markdown(f"### {plain(main)}")
    if common.unmeasured(group, "gross_"):
        return
    net = sentences.netted(
        group["net_planned_to_date"],
        group["net_realized_to_date"],
        group["net_realization_rate"],
        currency,
        here,
    )
    known = sentences.measured(group["gross_coverage"], group["gross_measured_rate"], here)
    st.markdown(plain(f"{net} {known}"))


def tiles(group: Record, question: Question, view: View, viewer: Viewer, key: str) -> None:
    """Six headlines, gross with net beside it, each with the way to its origin."""
    with st.grid(3, min_column_width=150):
        for number, (shown, metrics) in enumerate(_tiles(group)):
            with st.container(border=True, height="stretch", gap="xsmall"):
                common.tile(shown)
                whence.where_from(f"{key}_{number}", question, view, viewer, metrics)


def cumulative(group: Record, view: View, viewer: Viewer, key: str) -> None:
    """The curve of one currency and price base, with its finding as the title."""
    question = Curve(as_of=view.as_of, case=view.case, program_id=view.program_id)
    gross = st.segmented_control(
        "Curve of",
        ["Benefits alone", "Net of disbenefits"],
        default="Benefits alone",
        required=True,
        key=f"{key}_side",
        label_visibility="collapsed",
        persist_state="session",
    )
    side = "net" if gross == "Net of disbenefits" else "gross"
    st.markdown(f"#### {plain(_title(group, side))}")
    frame = answer(question, viewer, view.version).frame()
    mine = (frame["currency"] == group["currency"]) & same(frame["price_base"], group["price_base"])
    names = {f"gross_{name}": name for name in curve.WORDS} if side == "gross" else {}
    drawn = frame[mine][["period_end", *(names or curve.WORDS)]].rename(columns=names)
    known = not common.unmeasured(group, f"{side}_")
    if not known:
        drawn["realized"] = None
    figure = curve.draw(
        drawn,
        as_of=view.as_of,
        currency=group["currency"] or "",
        late_by=group["gross_slippage_months"] if side == "gross" and known else None,
        locale=common.locale(),
        dark=common.dark(),
    )
    common.chart(
        figure, f"{key}_curve", f"Cumulative business case, realized and outlook: {_title(group, side)}"
    )
    whence.where_from(f"{key}_curve", question, view, viewer, ("M1", "M2", "M6", "M15"))


def same(column: Any, value: object) -> Any:
    """Rows whose text equals `value`, where missing equals missing."""
    return column.isna() if numbers.missing(value) else column == value


def _title(group: Record, side: str) -> str:
    return sentences.lifetime(
        group[f"{side}_planned_lifetime"],
        group[f"{side}_outlook"],
        group[f"{side}_lifetime_realization"],
        group[f"{side}_variance_at_completion"],
        group["currency"] or "",
        common.locale(),
    )


def _tiles(group: Record) -> list[tuple[Tile, tuple[str, ...]]]:
    return [
        (_to_date(group), ("M1", "M2", "M4")),
        (_rate(group), ("M3", "M11")),
        (_outlook(group), ("M6", "M7", "M8")),
        (_slippage(group), ("M15",)),
        (_coverage(group), ("M10",)),
        (_verified(group), ("M12",)),
    ]


def _to_date(group: Record) -> Tile:
    real, due = (_money(group, f"gross_{name}_to_date") for name in ("realized", "planned"))
    net_real, net_due = (_money(group, f"net_{name}_to_date") for name in ("realized", "planned"))
    if common.unmeasured(group, "gross_"):
        return Tile("Realized to date", numbers.UNKNOWN, f"of {due} due · nothing measured yet")
    return Tile("Realized to date", real, f"of {due} due · net {net_real} of {net_due}")


def _rate(group: Record) -> Tile:
    here = common.locale()
    if numbers.missing(group["gross_realization_rate"]):
        return Tile("Realization rate", "not due", "nothing was planned up to the status date")
    if common.unmeasured(group, "gross_"):
        return Tile("Realization rate", numbers.UNKNOWN, "nothing measured yet")
    second = f"net {numbers.rate(group['net_realization_rate'], here)}"
    if group["gross_measured_cells"] < group["gross_due_cells"]:
        second += f" · {numbers.rate(group['gross_measured_rate'], here)} where measured"
    return Tile("Realization rate", numbers.rate(group["gross_realization_rate"], here), second)


def _outlook(group: Record) -> Tile:
    here = common.locale()
    share = numbers.rate(group["gross_lifetime_realization"], here)
    net = numbers.rate(group["net_lifetime_realization"], here)
    case = _money(group, "gross_planned_lifetime")
    return Tile("Outlook at completion", _money(group, "gross_outlook"), f"of {case}, {share} · net {net}")


def _slippage(group: Record) -> Tile:
    months, state = group["gross_slippage_months"], group["gross_slippage_state"]
    if common.unmeasured(group, "gross_"):
        return Tile("Slippage", numbers.UNKNOWN, "nothing measured yet")
    text = sentences.slip(months, common.locale(), state)
    value, _, side = text.rpartition(" ")
    if side in ("behind", "ahead"):
        return Tile("Slippage", value, "behind the case" if side == "behind" else "ahead of the case")
    return Tile("Slippage", text, "against the dates of the case")


def _coverage(group: Record) -> Tile:
    done, due = group["gross_measured_cells"], group["gross_due_cells"]
    second = f"{done} of {sentences.count(due, 'value')} due measured" if due else "no value is due yet"
    share = group["gross_coverage"]
    return Tile(
        "Coverage", "not due" if numbers.missing(share) else numbers.rate(share, common.locale()), second
    )


def _verified(group: Record) -> Tile:
    share = group["gross_verified_share"]
    second = f"{_money(group, 'gross_verified_to_date')} of {_money(group, 'gross_realized_to_date')}"
    text = "nothing yet" if numbers.missing(share) else numbers.rate(share, common.locale())
    return Tile("Verified", text, f"{second}, by finance or a system")


def _money(group: Record, name: str) -> str:
    return numbers.money(group[name], group["currency"] or "", common.locale())
