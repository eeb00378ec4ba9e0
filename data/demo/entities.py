"""The stories as rows of the entity tables, as somebody would have kept them on a status date."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from data.demo.story import Benefit, Row, Story, month
from data.demo.values import last_day


def program_rows(story: Story) -> list[Row]:
    return [story.program | {"discount_rate": _decimal(story.program["discount_rate"])}]


def objective_rows(story: Story) -> list[Row]:
    return [
        row | {"program_id": story.id, "target": _decimal(row["target"]), "weight": _decimal(row["weight"])}
        for row in story.objectives
    ]


def case_rows(story: Story, as_of: date) -> list[Row]:
    return [row | {"program_id": story.id} for row in story.cases if row["approved_on"] <= as_of]


def project_rows(story: Story, as_of: date) -> list[Row]:
    return [_project(story, row, as_of) for row in story.projects]


def closed_on(project: Row) -> date | None:
    """The last day of the closing month; None for a project that goes on."""
    return last_day(month(project["closed"])) if project["closed"] else None


def finished_on(story: Story, project: Row) -> date:
    """When the work was or will be done: the approved month and the story's slip."""
    return last_day(month(project["finish"]) + story.cost["slip"])


def _project(story: Story, row: Row, as_of: date) -> Row:
    closed = closed_on(row)
    closed = closed if closed and closed <= as_of else None
    done = closed is not None and row["status"] == "closed"
    finish = finished_on(story, row)
    return {
        "project_id": row["id"],
        "program_id": story.id,
        "project": row["name"],
        "project_manager": row["manager"],
        "status": row["status"] if closed else "active",
        "baseline_start": last_day(month(row["start"]) - 1) + timedelta(days=1),
        "baseline_finish": last_day(month(row["finish"])),
        "forecast_finish": finish,
        "actual_finish": finish if done else None,
        "closed_on": closed,
        "handed_over_on": handed_over_on(story, row) if done else None,
        "handed_over_to": row["receiver"],
        # Two handovers of the closed program were never signed for.
        "handover_accepted": (row["id"] not in ("SO-P03", "SO-P06")) if done else None,
        "percent_complete": progress(story, row, as_of),
    }


def handed_over_on(story: Story, project: Row) -> date:
    return min(finished_on(story, project) + timedelta(days=14), closed_on(project) or date.max)


def progress(story: Story, project: Row, as_of: date) -> Decimal:
    """Share of the work done: even over the project's months; a cancelled project stands still."""
    stop = min(as_of, closed_on(project) or as_of) if project["status"] == "cancelled" else as_of
    begin, end = last_day(month(project["start"]) - 1), finished_on(story, project)
    share = Decimal((stop - begin).days) / Decimal((end - begin).days)
    return min(Decimal(1), max(Decimal(0), share)).quantize(Decimal("0.01"))


def benefit_rows(story: Story, as_of: date) -> list[Row]:
    return [_benefit(story, benefit, as_of) for benefit in story.benefits]


def _benefit(story: Story, benefit: Benefit, as_of: date) -> Row:
    left = benefit.owner_until
    row: Row = {
        "benefit_id": benefit.id,
        "program_id": story.id,
        "benefit": benefit.name,
        "objective_id": benefit.objective,
        "kind": "disbenefit" if benefit.disbenefit else "benefit",
        "value_type": benefit.type,
        "class": benefit.sort,
        "owner": benefit.owner,
        "owner_until": left if left and left <= as_of else None,
        "unit": benefit.unit,
        "value_basis": benefit.basis,
        "aggregation": "sum" if benefit.money else "last",
        "cadence": benefit.cadence,
        "starts_after": next(iter(benefit.projects), None),
        "sustain_until": last_day(benefit.until),
        "evidence_source": "Ledger" if benefit.money else "Service statistics",
        "lifecycle": "realizing",
    }
    return row if benefit.money else row | _measure(benefit)


def _measure(benefit: Benefit) -> Row:
    rising = benefit.high > benefit.low
    direction = "maintain" if benefit.high == benefit.low else "increase" if rising else "decrease"
    return {
        "direction": direction,
        "baseline_value": _decimal(benefit.low),
        "target_value": _decimal(benefit.high),
        "target_date": last_day(benefit.start + benefit.ramp - 1),
        "tolerance": _decimal(benefit.tolerance),
    }


def contribution_rows(story: Story) -> list[Row]:
    """The first project of a benefit brings it, the others help."""
    return [
        {"benefit_id": benefit.id, "project_id": project, "weight": weight, "kind": kind}
        for benefit in story.benefits
        for project, weight, kind in _weights(benefit)
    ]


def _weights(benefit: Benefit) -> Iterator[tuple[str, Decimal, str]]:
    for place, (project, weight) in enumerate(benefit.projects.items()):
        yield project, weight, "direct" if place == 0 else "indirect"


def risk_rows(story: Story, as_of: date) -> list[Row]:
    return [_risk(story, row, as_of) for row in story.risks]


def _risk(story: Story, row: Row, as_of: date) -> Row:
    over = date.fromisoformat(row["over"]) if row["over"] else date.max
    return {
        "risk_id": row["id"],
        "program_id": story.id,
        "project_id": row["project"],
        "risk": row["risk"],
        "category": row["category"],
        "probability": _decimal(row["p"]),
        "impact_low": _decimal(row["low"]),
        "impact": _decimal(row["impact"]),
        "impact_high": _decimal(row["high"]),
        "schedule_impact_days": _decimal(row["days"]),
        "benefit_id": row["benefit"],
        "benefit_impact": _decimal(row["share"]),
        "response": row["response"],
        "owner": row["owner"],
        "status": "closed" if over <= as_of else "open",
        "proximity": row["when"],
        "escalated_from": row["from"],
    }


def dependency_rows(story: Story) -> list[Row]:
    """Project after project, projects over changes to their benefits, benefits to their objectives."""
    rows = [(row["after"], row["id"], "enables") for row in story.projects if row["after"]]
    for change in story.changes:
        rows += [(project, change["change"], "enables") for project in change["after"]]
        rows += [(change["change"], benefit, "enables") for benefit in change["brings"]]
    for benefit in story.benefits:
        rows += [(project, benefit.id, "enables") for project in benefit.projects]
        rows += [(benefit.id, benefit.objective, "contributes to")] if benefit.objective else []
    return [{"from": start, "to": end, "kind": kind} for start, end, kind in rows]


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))
