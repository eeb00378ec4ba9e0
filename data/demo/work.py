"""What the projects cost and when they did what: budget, earned value, milestones and reviews."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from data.demo.entities import closed_on, finished_on, handed_over_on, progress
from data.demo.story import Benefit, Row, Story, month, month_of
from data.demo.values import last_day

CENT = Decimal("0.01")
OFFICE = Decimal(18_000)  # the program office, a month


def budget_rows(story: Story, as_of: date) -> list[Row]:
    """One row a project and month, and the program's own office with its contingency."""
    rows = [row for project in story.projects for row in _project_budget(story, project, as_of)]
    return rows + list(_office_budget(story, as_of))


def _project_budget(story: Story, project: Row, as_of: date) -> Iterator[Row]:
    """The approved budget spread evenly; the same amount again, times the overrun, as cost."""
    chance = Random(f"{project['id']} cost")
    baseline = list(range(month(project["start"]), month(project["finish"]) + 1))
    work = list(range(baseline[0], month_of(finished_on(story, project)) + 1))
    planned = (Decimal(project["budget"]) / len(baseline)).quantize(CENT)
    cost = Decimal(project["budget"]) * Decimal(str(story.cost["overrun"])) / len(work)
    stop = closed_on(project) if project["status"] == "cancelled" else None
    for at in sorted({*baseline, *work}):
        swing = Decimal(str(round(0.9 + 0.2 * chance.random(), 4)))
        worked = at in work and (stop is None or last_day(at) <= stop)
        spent = (cost * swing).quantize(CENT) if worked else None
        rest = Decimal(project["budget"]) - planned * (len(baseline) - 1)
        approved = {baseline[-1]: rest}.get(at, planned) if at in baseline else Decimal(0)
        yield {
            "program_id": story.id,
            "project_id": project["id"],
            "cost_type": "change",
            "period": f"{at // 12}-{at % 12 + 1:02}",
            "baseline": approved,
            "current": approved,
            **_spent(spent, last_day(at) <= as_of, stop),
        }


def _spent(cost: Decimal | None, past: bool, stop: date | None) -> Row:
    if past:
        return {"actual": cost or Decimal(0)}
    return {"forecast": None if stop else cost}


def _office_budget(story: Story, as_of: date) -> Iterator[Row]:
    """Contingency is allocated in the first month and drawn in equal parts each half-year."""
    months = range(month_of(story.program["start"]), month_of(story.program["end"]) + 1)
    contingency = Decimal(story.cost["contingency"])
    draws = [at for at in months if at % 6 == 5]
    draw = (contingency * Decimal(str(story.cost["drawn"])) / len(draws)).quantize(CENT)
    for at in months:
        past = last_day(at) <= as_of
        yield {
            "program_id": story.id,
            "cost_type": "program office",
            "period": f"{at // 12}-{at % 12 + 1:02}",
            "baseline": OFFICE,
            "current": OFFICE,
            "contingency": contingency if at == months[0] else None,
            "contingency_drawn": draw if at in draws and past else None,
            **({"actual": OFFICE} if past else {"forecast": OFFICE}),
        }


def earned_value_rows(story: Story, as_of: date) -> list[Row]:
    """The cumulative figures of every project at each quarter's end, to its last month of work."""
    return [
        _earned(story, project, day)
        for project in story.projects
        for day in _quarter_ends(project, min(as_of, _work_ends(story, project)))
    ]


def _earned(story: Story, project: Row, day: date) -> Row:
    """At a date: what was budgeted to it, what the work done is worth, what it has cost."""
    period = f"{day.year}-{day.month:02}"
    rows = [row for row in _project_budget(story, project, day) if row["period"] <= period]
    budget = Decimal(project["budget"])
    return {
        "project_id": project["id"],
        "as_of": day,
        "bac": budget,
        "pv": sum((row["baseline"] for row in rows), Decimal(0)),
        "ev": (budget * progress(story, project, day)).quantize(CENT),
        "ac": sum((row["actual"] for row in rows), Decimal(0)),
    }


def _work_ends(story: Story, project: Row) -> date:
    """The end of the quarter in which the work ends or is stopped."""
    stopped = closed_on(project) if project["status"] == "cancelled" else None
    at = month_of(stopped or finished_on(story, project))
    return last_day(at + 2 - at % 3)


def _quarter_ends(project: Row, until: date) -> list[date]:
    months = range(month(project["start"]), month_of(until) + 1)
    return [last_day(at) for at in months if at % 3 == 2 and last_day(at) <= until]


def milestone_rows(story: Story, as_of: date) -> list[Row]:
    return [row for project in story.projects for row in _milestones(story, project, as_of)]


def _milestones(story: Story, project: Row, as_of: date) -> Iterator[Row]:
    """A gate in the middle, then go live, handover and closure; none of them after a cancellation."""
    begin, finish = month(project["start"]), month(project["finish"])
    slip = story.cost["slip"]
    closing = closed_on(project) or last_day(finish + slip + 1)
    dates = (
        ("stage gate", "Design approved", last_day((begin + finish) // 2), slip // 2),
        ("go live", f"{project['name']} live", last_day(finish), slip),
        ("handover", "Handed over to the line", last_day(finish) + timedelta(days=14), slip),
        ("closure", "Project closed", last_day(finish + 1), slip),
    )
    for number, (kind, name, baseline, late) in enumerate(dates, 1):
        reached = last_day(month_of(baseline) + late)
        reached = {"handover": handed_over_on(story, project), "closure": closing}.get(kind, reached)
        # A cancelled project hands nothing over, but it is closed.
        dropped = project["status"] == "cancelled" and kind != "closure" and reached >= closing
        yield {
            "milestone_id": f"{project['id']}-M{number}",
            "project_id": project["id"],
            "milestone": name,
            "kind": kind,
            "baseline_date": baseline,
            "forecast_date": None if dropped else reached,
            "actual_date": None if dropped or reached > as_of else reached,
        }


def review_rows(story: Story, as_of: date) -> list[Row]:
    return [row for benefit in story.benefits for row in _reviews(benefit, as_of)]


def _reviews(benefit: Benefit, as_of: date) -> Iterator[Row]:
    """Once a year while the benefit lasts; nobody holds them once the owner has left."""
    chance = Random(f"{benefit.id} reviews")
    for at in range(benefit.start + 11, min(benefit.until, month_of(as_of) + 12) + 1, 12):
        due = last_day(at)
        held = due + timedelta(days=chance.randrange(-9, 24))
        missed = chance.random() < 0.06 or (benefit.owner_until or date.max) < held
        row: Row = {"benefit_id": benefit.id, "due_on": due}
        if missed or held > as_of:
            yield row
        else:
            outcome = "on track" if benefit.level > 0.9 else "behind plan"
            yield row | {"held_on": held, "outcome": outcome, "reviewer": "Benefits office"}
