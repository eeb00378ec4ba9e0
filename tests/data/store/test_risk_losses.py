"""What the risks may cost together, as made at load: exact, simulated, the same every time."""

from decimal import Decimal
from itertools import product
from math import prod
from pathlib import Path

import duckdb
import pytest

from data.store.build import sql

RISKS = "risk_id varchar, program_id varchar, project_id varchar, status varchar, escalated_from varchar"
NUMBERS = (
    "probability decimal(9, 6), impact_low decimal(24, 6), impact decimal(24, 6), impact_high decimal(24, 6)"
)


def built(risks, threads=2):
    """The two tables made from (id, program, probability, impact) with a status or an origin where given."""
    connection = duckdb.connect(config={"threads": threads})
    connection.execute(f"create table risks ({RISKS}, {NUMBERS})")
    connection.execute("create table programs (program_id varchar, currency varchar, price_base varchar)")
    for program in sorted({risk["program_id"] for risk in risks}):
        connection.execute("insert into programs values (?, 'EUR', null)", [program])
    for risk in risks:
        names = ", ".join(risk)
        marks = ", ".join("?" * len(risk))
        connection.execute(f"insert into risks ({names}) values ({marks})", list(risk.values()))
    for file in sorted(Path(sql.__file__).parent.glob("summaries/4*_risk_*.sql")):
        connection.execute(file.read_text(encoding="utf-8"))
    return connection


def risk(number, probability, impact, program="P", **more):
    return {
        "risk_id": f"R{number}",
        "program_id": program,
        "probability": Decimal(str(probability)),
        "impact": Decimal(str(impact)),
        **more,
    }


def loss(connection, percent, scope="program"):
    rows = connection.execute(
        "select loss, risks, runs from loss_percentiles where percent = ? and scope = ? order by program_id",
        [percent, scope],
    ).fetchall()
    return rows[0]


PUBLISHED = [risk(1, 0.3, 2), risk(2, 0.5, 5), risk(3, 0.2, 10)]


@pytest.mark.parametrize(
    ("percent", "right"), [(28, 0), (29, 2), (50, 5), (79, 7), (80, 7), (81, 10), (90, 12), (100, 17)]
)
def test_the_published_register(percent, right):
    assert loss(built(PUBLISHED), percent) == (right, 3, None)


def test_percentiles_of_programs_are_not_added():
    apart = [risk(1, 0.3, 2, "A"), risk(2, 0.5, 5, "B"), risk(3, 0.2, 10, "C")]
    connection = built(apart)
    alone = connection.execute(
        "select loss from loss_percentiles where percent = 90 and scope = 'program' order by program_id"
    ).fetchall()
    assert [row[0] for row in alone] == [2, 5, 10]
    assert loss(connection, 90, "currency") == (12, 3, None)


def test_fifteen_are_enumerated_and_sixteen_are_drawn():
    fifteen = [risk(number, 0.1 + number / 20, number * 7 % 11 + 1) for number in range(15)]
    outcomes = sorted(
        (
            sum(one["impact"] for one, true in zip(fifteen, truth, strict=True) if true),
            prod(
                float(one["probability"]) if true else 1 - float(one["probability"])
                for one, true in zip(fifteen, truth, strict=True)
            ),
        )
        for truth in product((True, False), repeat=15)
    )
    reached, right = 0.0, None
    for amount, weight in outcomes:
        reached += weight
        if reached >= 0.8 - 1e-9:
            right = amount
            break
    assert loss(built(fifteen), 80) == (right, 15, None)
    # one more that hardly ever happens changes the way, and next to nothing else
    drawn = loss(built([*fifteen, risk(99, 0.000001, 1)]), 80)
    assert drawn[1:] == (16, 10000)
    assert abs(drawn[0] - right) <= 1


def test_many_risks_are_drawn_less_often():
    connection = built([risk(number, 0.5, 1) for number in range(2500)])
    assert loss(connection, 50)[1:] == (2500, 1000)
    assert abs(loss(connection, 50)[0] - 1250) < 10


def test_the_same_on_any_number_of_threads():
    many = [risk(number, 0.05 + number % 9 / 10, number / 3, f"P{number % 3}") for number in range(60)]
    first, *others = [
        built(many, threads).execute("from loss_percentiles").fetchall() for threads in (1, 2, 4)
    ]
    assert len(first) == 4 * 101
    assert all(other == first for other in others)


def test_an_escalated_risk_counts_once_whatever_the_way():
    connection = built(
        [
            risk(1, 0.5, 1, project_id="J"),
            risk(2, 0.5, 2, escalated_from="R1", status="Closed"),
            risk(3, 0.5, 4, escalated_from="R2"),
            # a circle must not lose both
            risk(4, 0.5, 8, escalated_from="R5"),
            risk(5, 0.5, 16, escalated_from="R4"),
            risk(6, 0.5, 32, escalated_from="R6"),
        ]
    )
    found = connection.execute(
        "select risk_id, is_counted, carried_by, level from risk_standings order by risk_id"
    )
    assert found.fetchall() == [
        ("R1", False, "R3", "project"),
        ("R2", False, "R3", "escalated"),
        ("R3", True, None, "escalated"),
        ("R4", True, None, "escalated"),
        ("R5", True, None, "escalated"),
        ("R6", True, None, "escalated"),
    ]
    assert loss(connection, 100)[0] == 4 + 8 + 16 + 32


@pytest.mark.parametrize("word", ["closed", " Retired ", "RESOLVED", "occurred"])
def test_a_risk_that_is_over_does_not_count(word):
    connection = built([risk(1, 0.5, 1, status=word), risk(2, 0.5, 2, status="on watch"), risk(3, 0.5, 4)])
    assert loss(connection, 100)[0] == 6


def test_without_an_estimate_there_is_no_distribution():
    connection = built([risk(1, 0.5, 1) | {"impact": None}])
    assert connection.execute("from loss_percentiles").fetchall() == []
