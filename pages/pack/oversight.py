"""The exhibits of oversight: what came after closing, what it is worth, what it costs, what may happen."""

from decimal import Decimal

from charts.files.exhibits import Chart, Exhibit, Series
from pages.executive import after_closure as after_closure_page
from pages.executive import (
    budget_compared,
    business_case,
    closure_words,
    common,
    costs,
    hazards,
    orphans,
    tallies,
)
from pages.executive import risks as risks_page
from pages.pack.brief import Brief, Record, block_of, floats, table, value
from queries.budget import ByProgram as CostByProgram
from queries.budget import Headline as CostHeadline
from queries.closure import Orphans, Projects, Totals
from queries.risk import BenefitsAtRisk
from queries.risk import Headline as RiskHeadline
from queries.value import ForMoney

BARS = 12


def after_closure(brief: Brief, group: Record) -> Exhibit | None:
    """What have the projects that closed returned since?"""
    totals = common.of_block(brief.ask(Totals).records(), block_of(group))
    total = next((row for row in totals if row["bucket"] == "closed"), None)
    if total is None:
        return None
    found = brief.ask(Projects)
    rows = common.of_block(found.records(), block_of(group))
    closed = [row for row in rows if row["bucket"] == "closed" and row["gross_planned_after"]]
    shown = sorted(closed, key=lambda row: -row["gross_planned_after"])[:BARS]
    title = closure_words.finding(
        total["projects"],
        total["gross_planned_after"],
        total["gross_realized_after"],
        total["gross_post_closure_rate"],
        bool(total["gross_due_cells"]),
        group["currency"] or "",
        brief.locale,
    )
    return Exhibit(
        "After closure",
        title,
        note="Since each project closed, gross, by contribution weight; cancelled projects are apart.",
        chart=Chart(
            "bars",
            tuple(str(row["project"]) for row in shown),
            (
                Series("Case since closing", floats([r["gross_planned_after"] for r in shown]), "case"),
                Series("Realized since", floats([_measured(r) for r in shown]), "realized"),
            ),
            group["currency"] or "",
        ),
        table=table(
            "After closure",
            group["currency"] or "",
            rows,
            ("Project", "text", lambda r: common.named(r["project"], r["project_id"])),
            ("Status", "text", value("status")),
            ("Closed on", "date", value("closed_on")),
            ("Months since", "number", value("months_since_closure")),
            ("Case since", "money", value("gross_planned_after")),
            ("Realized since", "money", _measured),
            ("Rate since", "rate", value("gross_post_closure_rate")),
            ("Still to come", "money", value("gross_to_come")),
        ),
        figure=after_closure_page.figure_of(
            found, block=block_of(group), page=1, locale=brief.locale, dark=False
        ),
        sources=("M19", "M20"),
    )


def _measured(row: Record) -> Decimal | None:
    """What came since closing; not known where values were due and none was measured."""
    unknown = row["gross_due_cells"] and not row["gross_measured_cells"] and not row["gross_realized_after"]
    amount: Decimal | None = row["gross_realized_after"]
    return None if unknown else amount


def orphaned(brief: Brief, group: Record) -> Exhibit | None:
    """Which benefits have no living owner?"""
    rows = common.of_block(brief.ask(Orphans).records(), block_of(group))
    if not rows:
        return None
    currency = group["currency"] or ""
    return Exhibit(
        "Orphaned benefits",
        closure_words.orphans(rows[0]["orphans"], rows[0]["gross_remaining"], currency, brief.locale),
        table=table(
            "Orphaned benefits",
            currency,
            rows,
            ("Benefit", "text", lambda r: common.named(r["benefit"], r["benefit_id"])),
            ("Program", "text", lambda r: r["program"] or r["program_id"]),
            ("Because", "text", orphans.why),
            ("Owner", "text", lambda r: tallies.owner(r["owner"], r["owner_until"], brief.as_of)),
            ("Still to come", "money", value("remaining")),
        ),
        sources=("M22",),
    )


def worth(brief: Brief, group: Record) -> Exhibit | None:
    """What is the case worth now, against what it was?"""
    rows = common.of_block(brief.ask(ForMoney).records(), block_of(group))
    if not any(row["costs"] for row in rows):
        return None
    return Exhibit(
        "Value for money",
        business_case.earning(rows),
        note=f"Net of disbenefits. Discounting: {rows[0]['convention']}, year 0 as its convention says.",
        chart=_worths(rows, group["currency"] or ""),
        table=table(
            "Value for money",
            group["currency"] or "",
            rows,
            ("Program", "text", lambda r: r["program"] or r["program_id"]),
            ("Series", "text", value("series")),
            ("Discount rate", "rate", value("discount_rate")),
            ("Benefits", "money", value("benefits")),
            ("Costs", "money", value("costs")),
            ("NPV", "money", value("net_present_value")),
            ("Benefit-cost ratio", "number", value("benefit_cost_ratio")),
            ("Return", "rate", value("return_on_investment")),
            ("Payback, years", "number", value("payback_years")),
            ("Internal rate", "rate", value("internal_rate_of_return")),
        ),
        sources=("net_present_value", "benefit_cost_ratio", "return_on_investment", "payback_years"),
    )


def _worths(rows: list[Record], currency: str) -> Chart | None:
    """Net present value of each program in the case and as expected now."""
    planned = {row["program_id"]: row for row in rows if row["series"] == "planned"}
    outlook = {row["program_id"]: row for row in rows if row["series"] == "outlook"}
    known = [one for one in planned if outlook[one]["net_present_value"] is not None][:BARS]
    if not known:
        return None
    return Chart(
        "bars",
        tuple(str(planned[one]["program"] or one) for one in known),
        (
            Series("NPV in the case", floats([planned[one]["net_present_value"] for one in known]), "case"),
            Series("NPV now", floats([outlook[one]["net_present_value"] for one in known]), "outlook"),
        ),
        currency,
    )


def budget(brief: Brief, group: Record) -> Exhibit | None:
    """Are we on budget, and what will it finally cost?"""
    totals = common.of_block(brief.ask(CostHeadline).records(), block_of(group))
    if not totals:
        return None
    total, currency = totals[0], group["currency"] or ""
    found = brief.ask(CostByProgram)
    rows = [
        row for row in common.of_block(found.records(), block_of(group)) if row["expected_cost"] is not None
    ]
    title = costs.final(
        total["expected_cost"],
        total["approved"],
        total["cost_overrun"],
        total["cost_ratio"],
        currency,
        brief.locale,
    )
    return Exhibit(
        "Budget",
        title,
        chart=Chart(
            "bars",
            tuple(str(row["program"] or row["program_id"]) for row in rows),
            (
                Series("Approved", floats([r["approved"] for r in rows]), "case"),
                Series("Final cost expected", floats([r["expected_cost"] for r in rows]), "outlook"),
            ),
            currency,
        ),
        table=table(
            "Budget",
            currency,
            rows,
            ("Program", "text", lambda r: common.named(r["program"], r["program_id"])),
            ("Approved", "money", value("approved")),
            ("Spent to date", "money", value("actual_to_date")),
            ("Final cost expected", "money", value("expected_cost")),
            ("Overrun", "money", value("cost_overrun")),
            ("Contingency left", "money", value("contingency_left")),
            ("CPI", "number", value("cost_performance")),
            ("SPI", "number", value("schedule_performance")),
        ),
        figure=budget_compared.figure_of(
            found, block=block_of(group), page=1, locale=brief.locale, dark=False
        ),
        sources=("C1", "C2", "C3", "C4", "E3", "E4"),
    )


def risks(brief: Brief, group: Record) -> Exhibit | None:
    """Where is the largest benefit at risk, and is the contingency enough?"""
    totals = common.of_block(brief.ask(RiskHeadline).records(), block_of(group))
    if not totals:
        return None
    total, currency = totals[0], group["currency"] or ""
    found = brief.ask(BenefitsAtRisk)
    rows = common.of_block(found.records(), block_of(group))
    title = hazards.finding(
        total["exposure"],
        total["p80"],
        total["contingency_left"],
        total["covered_percent"],
        currency,
        brief.locale,
    )
    return Exhibit(
        "Risks",
        title,
        note="Below: the benefits that open risks threaten, all risks of a benefit together.",
        chart=_threatened(rows[:BARS], currency),
        figure=risks_page.at_risk_figure(found, block=block_of(group), locale=brief.locale, dark=False)
        if rows
        else None,
        table=table(
            "Risks",
            currency,
            rows,
            ("Benefit", "text", lambda r: common.named(r["benefit"], r["benefit_id"])),
            ("Still to come", "money", value("remaining")),
            ("At risk", "money", value("at_risk")),
            ("Share at risk", "rate", value("share_at_risk")),
            ("Risks", "number", value("risks")),
            ("Largest risk", "text", lambda r: r["largest_risk"] or ""),
            ("Owner", "text", lambda r: tallies.owner(r["owner"], r["owner_until"], brief.as_of)),
        ),
        sources=("R1", "R2", "R4"),
    )


def _threatened(rows: list[Record], currency: str) -> Chart | None:
    """What benefits still have to come, and how much of it open risks take on average."""
    if not rows:
        return None
    return Chart(
        "bars",
        tuple(str(row["benefit"] or row["benefit_id"]) for row in rows),
        (
            Series("Still to come", floats([row["remaining"] for row in rows]), "outlook"),
            Series("At risk", floats([row["at_risk"] for row in rows]), "shortfall"),
        ),
        currency,
    )
