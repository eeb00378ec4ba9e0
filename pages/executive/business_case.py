"""Business case: what the program is worth now against its approved case, and what moved the baseline."""

from typing import Any

import streamlit as st

from charts import numbers
from charts.numbers import day
from data.access import Viewer
from pages.executive import bridged, common, discounting, ladder, value_words, which_program, worth_curve
from pages.executive.common import Tile
from pages.executive.headline import Record
from pages.shell import filters, parts
from pages.shell.answers import answer
from pages.shell.filters import View
from queries.overview import Headline
from queries.value import ForMoney

SERIES = {"planned": "Business case", "outlook": "As expected now", "realized": "Realized to date"}
EXPLAINS = (
    "net_present_value",
    "benefit_cost_ratio",
    "return_on_investment",
    "payback_years",
    "internal_rate_of_return",
    "present_value",
    "discount_factor",
)


def show(viewer: Viewer) -> None:
    """The page of one program; with none chosen, the programs side by side."""
    view = which_program.only(filters.view(viewer), viewer)
    if view.program_id is None:
        which_program.ask("Business case", view, viewer)
        _programs(view, viewer)
        return
    parts.heading(f"Business case of {view.program}", view, common.coverage(view, viewer))
    title = st.container()
    with st.expander("How it is discounted", icon=":material/tune:"):
        asked = discounting.chosen()
    question = ForMoney(as_of=view.as_of, case=view.case, program_id=view.program_id, **asked)
    worth = {row["series"]: row for row in answer(question, viewer, view.version).records()}
    with title:
        _worth(worth, question, asked, view, viewer)
    worth_curve.draw(worth, asked, view, viewer)
    for number, group in enumerate(_groups(view, viewer)):
        bridged.draw(group, view, viewer, f"case{number or ''}_bridge")
    ladder.draw(view, viewer)


def _groups(view: View, viewer: Viewer) -> list[Record]:
    asked = Headline(as_of=view.as_of, case=view.case, program_id=view.program_id)
    return answer(asked, viewer, view.version).records()


def _worth(
    worth: dict[str, Record], question: ForMoney, asked: dict[str, Any], view: View, viewer: Viewer
) -> None:
    planned, outlook, here = worth["planned"], worth["outlook"], common.locale()
    currency = planned["currency"] or ""
    said = value_words.worth(planned["net_present_value"], outlook["net_present_value"], currency, here)
    common.titled(said, "worth", question, view, viewer, EXPLAINS, level=2)
    with st.grid(3, min_column_width=150):
        for shown in _tiles(planned, outlook, currency):
            with st.container(border=True, height="stretch", gap="xsmall"):
                common.tile(shown)
    common.table(
        _measures(worth),
        "worth_table",
        alt="Costs, benefits and worth: business case, as expected now, realized to date",
        measure=st.column_config.TextColumn("Measure", pinned=True),
        planned=SERIES["planned"],
        outlook=SERIES["outlook"],
        realized=SERIES["realized"],
    )
    st.caption(common.said(_basis(worth, asked)))


def _tiles(planned: Record, outlook: Record, currency: str) -> list[Tile]:
    here = common.locale()

    def of_case(text: str) -> str:
        return f"{text} in the business case"

    return [
        Tile(
            "Net present value",
            numbers.money(outlook["net_present_value"], currency, here),
            of_case(numbers.money(planned["net_present_value"], currency, here)),
            "Present value of the benefits less that of the costs, as expected now",
        ),
        Tile("Benefit-cost ratio", _ratio(outlook), of_case(_ratio(planned))),
        Tile(
            "Payback",
            worth_curve.payback(outlook),
            of_case(worth_curve.payback(planned)),
            "From the start of year 0 until the benefits have brought back what was spent",
        ),
    ]


def _ratio(row: Record) -> str:
    return numbers.plain(row["benefit_cost_ratio"], common.locale(), 2)


def _measures(worth: dict[str, Record]) -> list[Record]:
    """One row a measure, one column a series; texts, since units differ from row to row."""
    here = common.locale()
    currency = worth["planned"]["currency"] or ""

    def full(name: str) -> Record:
        return {series: numbers.full(_whole(worth[series][name]), currency, here) for series in SERIES}

    def each(words: Any) -> Record:
        return {series: words(worth[series]) for series in SERIES}

    rows = {
        "Costs": full("costs"),
        "Benefits, net of disbenefits": full("benefits"),
        "Benefits less costs": full("net_benefit"),
        "Present value of costs": full("costs_present_value"),
        "Present value of benefits": full("benefits_present_value"),
        "Net present value (NPV)": full("net_present_value"),
        "Benefit-cost ratio (BCR)": each(_ratio),
        "Return on investment (ROI)": each(lambda row: numbers.rate(row["return_on_investment"], here)),
        "Payback": each(worth_curve.payback),
        "Internal rate of return (IRR)": each(
            lambda row: value_words.internal_rate(
                row["internal_rate_of_return"], row["internal_rate_state"], here
            )
        ),
    }
    return [{"measure": name, **cells} for name, cells in rows.items()]


def _whole(value: Any) -> Any:
    """Present values in whole units: their cents would be a pretence."""
    return round(value) if isinstance(value, float) else value


def _basis(worth: dict[str, Record], asked: dict[str, Any]) -> str:
    """The convention in words, and what the numbers leave out."""
    row, here = worth["outlook"], common.locale()
    text = value_words.discounting(
        row["discount_rate"], row["convention"], row["schedule"], row["year_0"], row["year_0_starts_on"], here
    )
    text += discounting.said(asked, here)
    if row["due_costs"] and row["known_costs"] < row["due_costs"]:
        missing = row["due_costs"] - row["known_costs"]
        text += f" For {missing} of {row['due_costs']} budget lines to date no actual cost is known."
    if not row["benefits_are_measured"]:
        text += " Nothing of the benefits due has been measured: what was due counts as not arrived."
    if any(row["undated_benefits"] or row["undated_costs"] for row in worth.values()):
        text += " Totals without a date cannot be discounted: what depends on them is not known."
    return text


def _programs(view: View, viewer: Viewer) -> None:
    """Every program's worth in its own currency: never added."""
    question = ForMoney(as_of=view.as_of, case=view.case)
    rows = answer(question, viewer, view.version).records()
    if not rows:
        return
    pairs = [(rows[place], rows[place + 1]) for place in range(0, len(rows), 3)]
    common.titled(earning(rows), "worth_programs", question, view, viewer, EXPLAINS)
    common.table(
        [_program(planned, outlook) for planned, outlook in pairs],
        "worth_programs_table",
        on_select=lambda number: which_program.choose(pairs[number][0]["program_id"]),
        program=st.column_config.TextColumn("Program", pinned=True),
        currency="Currency",
        planned=common.money_column("NPV in the case", ""),
        outlook=common.money_column("NPV as expected now", ""),
        bcr_planned=st.column_config.NumberColumn("BCR in the case", format="%.2f"),
        bcr=st.column_config.NumberColumn("BCR now", format="%.2f"),
        payback="Payback now",
        year_0=st.column_config.NumberColumn("Year 0", format="%d"),
    )
    st.caption(f"Each in its own currency, at its own rate. Status date {day(view.as_of)}.")


def earning(rows: list[Record]) -> str:
    """The finding over the programs of `value.for_money`: which of them are worth less than nothing now."""
    outlooks = [row for row in rows if row["series"] == "outlook"]
    known = [row for row in outlooks if not numbers.missing(row["net_present_value"])]
    losing = [row["program"] or row["program_id"] for row in known if row["net_present_value"] < 0]
    return value_words.earning(losing, len(known))


def _program(planned: Record, outlook: Record) -> Record:
    return {
        "program": common.named(planned["program"], planned["program_id"]),
        "currency": planned["currency"] or "",
        "planned": common.amount(planned["net_present_value"]),
        "outlook": common.amount(outlook["net_present_value"]),
        "bcr_planned": planned["benefit_cost_ratio"],
        "bcr": outlook["benefit_cost_ratio"],
        "payback": worth_curve.payback(outlook),
        "year_0": planned["year_0"],
    }
