"""The map neither loses nor doubles anything: ribbons into benefits are what projects expect."""

from decimal import Decimal

from hypothesis import given

from queries.realization import ByProject
from queries.strategy import Links
from tests.queries.portfolios import portfolios, tables
from tests.queries.test_properties import Portfolio, asked, folder, thoroughly

__all__ = ["folder"]  # a fixture


def with_changes(benefits):
    """Both projects lead over one change to every benefit, and P1 over another one too."""
    made = tables(benefits)
    ways = [("P1", "Digital"), ("P2", "Digital"), ("P1", "Another")]
    ways += [(change, one.id) for one in benefits for change in ("Digital", "Another")]
    made["dependencies"] = [{"from": start, "to": end, "kind": "enables"} for start, end in ways]
    return made


@thoroughly
@given(benefits=portfolios, **asked)
def test_ribbons_into_benefits_are_what_projects_expect(folder, benefits, as_of, case):
    with Portfolio(folder, with_changes(benefits)) as answers:
        links = answers(Links(as_of=as_of, case=case))
        projects = [row for row in answers(ByProject(as_of=as_of, case=case)) if row["project_id"]]
    outlook = sum((row["gross_outlook"] or 0 for row in projects), Decimal(0))
    realized = sum((row["gross_realized_to_date"] or 0 for row in projects), Decimal(0))
    for layer, side in ((2, "target"), (0, "source")):
        mine = [row for row in links if row[f"{side}_layer"] == layer]
        assert sum((row["outlook"] for row in mine), Decimal(0)) == outlook
        assert sum((row["realized"] for row in mine), Decimal(0)) == realized
    assert all(row["source_id"] != "Digital" for row in links if row["source_layer"] == 0)
