"""The exhibits of a pack: each one question of the board, its finding as title, the chart as evidence.

Each takes the brief and the headline of one currency and price base; None leaves it out.
"""

from charts.files.exhibits import Chart, Exhibit, Headline, Series
from charts.marks import UNDATED
from pages.executive import bridged, common, compared, decisions, headline, projects, sentences, tallies
from pages.pack.brief import Brief, Record, block_of, floats, table, value
from queries.figures import ShortBridge
from queries.overview import Exceptions
from queries.realization import ByProgram, ByProject, Curve

BARS = 12


def standing(_: Brief, group: Record) -> Exhibit:
    """Are the benefits materializing? The headline tiles."""
    tiles = [make(group, "gross_", "net_") for make, _ in headline.TILES]
    return Exhibit(
        "Where we stand",
        headline.sentence(group),
        note=headline.beside(group),
        headlines=[Headline(one.label, one.value, one.second) for one in tiles],
        table=table(
            "Where we stand",
            group["currency"] or "",
            [group],
            ("Case to date, gross", "money", value("gross_planned_to_date")),
            ("Realized, gross", "money", value("gross_realized_to_date")),
            ("Rate, gross", "rate", value("gross_realization_rate")),
            ("Case to date, net", "money", value("net_planned_to_date")),
            ("Realized, net", "money", value("net_realized_to_date")),
            ("Rate, net", "rate", value("net_realization_rate")),
            ("Whole-life case, gross", "money", value("gross_planned_lifetime")),
            ("Outlook, gross", "money", value("gross_outlook")),
            ("Months late", "number", value("gross_slippage_months")),
            ("Coverage", "rate", value("gross_coverage")),
            ("Verified", "rate", value("gross_verified_share")),
        ),
        sources=("M1", "M2", "M3", "M6", "M7", "M10", "M12", "M15"),
    )


def curve(brief: Brief, group: Record) -> Exhibit | None:
    """When were the benefits to arrive, when did they, and when will they?"""
    found = brief.ask(Curve)
    rows = [r for r in common.of_block(found.records(), block_of(group)) if r["period_end"] != UNDATED]
    if not rows:
        return None
    known = not common.unmeasured(group, "gross_")
    last = max((place for place, r in enumerate(rows) if r["gross_realized"] is not None), default=0)
    outlook = [r["gross_outlook"] if known and place >= last else None for place, r in enumerate(rows)]
    realized = [r["gross_realized"] if known else None for r in rows]
    figure = headline.figure_of(
        found,
        block=block_of(group),
        side="gross",
        known=known,
        late_by=group["gross_slippage_months"] if known else None,
        locale=brief.locale,
        dark=False,
    )
    return Exhibit(
        "Curve",
        headline.title_of(group, "gross"),
        note="Cumulative, benefits alone. What was realized ends at the status date.",
        chart=Chart(
            "lines",
            tuple(r["period_end"] for r in rows),
            (
                Series("Business case", floats([r["gross_planned"] for r in rows]), "case"),
                Series("Outlook", floats(outlook), "outlook"),
                Series("Realized", floats(realized), "realized"),
            ),
            group["currency"] or "",
        ),
        figure=figure,
        sources=("M1", "M2", "M6", "M15"),
    )


def programs(brief: Brief, group: Record) -> Exhibit | None:
    """How do the programs compare? Left out where there is one."""
    found = brief.ask(ByProgram)
    rows = common.of_block(found.records(), block_of(group))
    if len(rows) < 2:
        return None
    return Exhibit(
        "Programs",
        f"{sentences.count(len(rows), 'program')} compared",
        note="Gross, to date: what was realized of what the business case promised by now.",
        chart=_compared([str(r["program"] or r["program_id"]) for r in rows], rows, group),
        table=table(
            "Programs",
            group["currency"] or "",
            rows,
            ("Program", "text", lambda r: common.named(r["program"], r["program_id"])),
            ("Rating", "text", lambda r: common.rating(r["rating"])),
            ("Case to date", "money", value("gross_planned_to_date")),
            ("Realized", "money", lambda r: compared.known(r, r["gross_realized_to_date"])),
            ("Rate", "rate", lambda r: compared.known(r, r["gross_realization_rate"])),
            ("Net rate", "rate", lambda r: compared.known(r, r["net_realization_rate"], "net_")),
            ("Months late", "number", lambda r: compared.known(r, r["gross_slippage_months"])),
            ("Coverage", "rate", value("gross_coverage")),
        ),
        figure=compared.figure_of(found, block=block_of(group), locale=brief.locale, dark=False),
        sources=("M1", "M2", "M3", "M10", "M15"),
    )


def by_project(brief: Brief, group: Record) -> Exhibit | None:
    """How do the projects compare, closed and cancelled ones included?"""
    found = brief.ask(ByProject)
    rows = sorted(common.of_block(found.records(), block_of(group)), key=projects.worst_first)
    if not any(row["project_id"] for row in rows):
        return None
    names = common.program_names(brief.viewer, brief.version)
    shown = rows[:BARS]
    return Exhibit(
        "Projects",
        projects.finding(rows, found.as_of),
        note="Gross, by contribution weight; the largest shortfall first.",
        chart=_compared([str(r["project"] or projects.name_of(r)) for r in shown], shown, group),
        table=table(
            "Projects",
            group["currency"] or "",
            rows,
            ("Project", "text", projects.name_of),
            ("Program", "text", lambda r: names[r["program_id"]]),
            ("Status", "text", lambda r: r["status"] or ""),
            ("Closed on", "date", value("closed_on")),
            ("Rating", "text", lambda r: common.rating(r["rating"])),
            ("Case to date", "money", value("gross_planned_to_date")),
            ("Realized", "money", lambda r: projects.known(r, r["gross_realized_to_date"])),
            ("Rate", "rate", lambda r: projects.known(r, r["gross_realization_rate"])),
            ("Outlook", "money", lambda r: projects.known(r, r["gross_outlook"])),
        ),
        figure=projects.figure_of(
            found,
            block=block_of(group),
            page=1,
            programs=tuple(sorted(names.items())),
            locale=brief.locale,
            dark=False,
        ),
        sources=("M1", "M2", "M3", "M24"),
    )


def decide(brief: Brief, group: Record) -> Exhibit | None:
    """What must be decided, and whose is it?"""
    rows = common.of_block(brief.ask(Exceptions).records(), block_of(group))
    if not rows:
        return None
    return Exhibit(
        "Decisions",
        tallies.decide(rows[0]["of_exceptions"], len(rows)),
        table=table(
            "Decisions",
            group["currency"] or "",
            rows,
            ("Benefit", "text", lambda r: common.named(r["benefit"], r["benefit_id"])),
            ("Program", "text", lambda r: r["program"] or r["program_id"]),
            ("Rating", "text", lambda r: common.rating(r["rating"])),
            ("Because", "text", decisions.why),
            ("Short by", "money", value("short")),
            ("Owner", "text", lambda r: tallies.owner(r["owner"], r["owner_until"], brief.as_of)),
        ),
        sources=("M3", "M7", "M15"),
    )


def bridge(brief: Brief, group: Record) -> Exhibit | None:
    """Where did the value go, from the approved case to today's outlook?"""
    if common.unmeasured(group, "net_"):
        return None
    found = brief.ask(ShortBridge, top=bridged.SHOWN)
    rows = common.of_block(found.records(), block_of(group))
    if len(rows) < 2:
        return None
    names = tuple(bridged.step_name(row) for row in rows)
    return Exhibit(
        "Bridge",
        bridged.title_of(group),
        note="Net of disbenefits, over the whole life. What was due and not measured counts as not arrived.",
        chart=Chart(
            "bridge",
            names,
            (Series("Amount", floats([row["amount"] for row in rows]), "outlook"),),
            group["currency"] or "",
        ),
        table=table(
            "Bridge",
            group["currency"] or "",
            rows,
            ("Step", "text", bridged.step_name),
            ("Amount", "money", value("amount")),
        ),
        figure=bridged.figure_of(found, block=block_of(group), locale=brief.locale, dark=False),
        sources=("M8", "M9"),
    )


def _compared(names: list[str], rows: list[Record], group: Record) -> Chart:
    """Business case to date against realized; what nobody measured has no bar."""
    realized = [None if common.unmeasured(r, "gross_") else r["gross_realized_to_date"] for r in rows]
    return Chart(
        "bars",
        tuple(names),
        (
            Series("Business case to date", floats([r["gross_planned_to_date"] for r in rows]), "case"),
            Series("Realized", floats(realized), "realized"),
        ),
        group["currency"] or "",
    )
