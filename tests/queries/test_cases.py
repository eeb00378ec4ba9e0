"""Every question against its case files: given rows, what is asked, and what must come out.

A case lies in <topic>/<question>/<what it shows>.yaml beside this test. `given` is "closed form", "yearly" or
rows by table; of each row expected only the columns named are compared, of the answer every row.
"""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from data.access import OPERATOR
from queries import ask
from queries.registry import questions
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, closed_form
from tests.workbooks.yearly import yearly

HERE = Path(__file__).parent
PROGRAMS = {"closed form": closed_form, "yearly": yearly}
CASES = sorted(HERE.rglob("*.yaml"))


def same(found, right):
    if isinstance(found, Decimal) and isinstance(right, float):
        return found == Decimal(str(right))
    return found == (pytest.approx(right, abs=1e-9) if isinstance(found, float) else right)


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """A store for each program that several cases ask about."""
    made = {name: str(tmp_path_factory.mktemp("store")) for name in PROGRAMS}
    for name, rows in PROGRAMS.items():
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("REALIZED_HOME", made[name])
            kit.load(rows(), AS_OF)
    return made


@pytest.mark.parametrize("path", CASES, ids=lambda path: "/".join(path.with_suffix("").parts[-3:]))
def test_answer(path, stores, monkeypatch):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    if isinstance(case["given"], str):
        monkeypatch.setenv("REALIZED_HOME", stores[case["given"]])
    else:
        kit.load(case["given"], AS_OF)
    kind = questions()[".".join(path.parts[-3:-1])]
    found = ask(kind(**case["ask"]), OPERATOR).records()
    assert len(found) == len(case["expect"]), found
    for row, right in zip(found, case["expect"], strict=True):
        wrong = {name: (row[name], value) for name, value in right.items() if not same(row[name], value)}
        assert wrong == {}


@pytest.mark.parametrize("name", questions())
def test_every_question_has_a_case(name):
    topic, question = name.split(".")
    assert list((HERE / topic / question).glob("*.yaml")) or topic == "figures"
