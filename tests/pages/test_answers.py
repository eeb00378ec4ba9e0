"""Answers that pages keep: asked once, and for one program taken from the answer about all."""

import pytest

from data.access import OPERATOR
from data.errors import UnknownParameter
from pages.shell import answers
from queries import ask
from queries.realization import ByBenefit, ByProgram
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, PROGRAM, closed_form


@pytest.fixture
def version(home):  # noqa: ARG001 - the store comes first
    return kit.load(closed_form(), AS_OF)


def test_the_same_question_is_asked_once(version):
    first = answers.answer(ByBenefit(), OPERATOR)
    assert answers.answer(ByBenefit(), OPERATOR, version.number) is first
    assert answers.answer(ByBenefit(case="current"), OPERATOR) is not first


def test_one_program_is_taken_from_the_answer_about_all(version):  # noqa: ARG001
    whole, question = answers.answer(ByProgram(), OPERATOR), ByProgram(program_id=PROGRAM)
    mine = answers.answer(question, OPERATOR)
    assert mine.records() == whole.records() == ask(question, OPERATOR).records()
    assert (mine.question, mine.as_of, mine.version) == (question, AS_OF, whole.version)


def test_a_program_that_is_not_there_is_refused_as_ever(version):  # noqa: ARG001
    with pytest.raises(UnknownParameter, match="P9"):
        answers.answer(ByProgram(program_id="P9"), OPERATOR)


def test_a_new_version_is_asked_anew(version):  # noqa: ARG001
    answers.answer(ByProgram(), OPERATOR)
    rows = closed_form()
    rows["realized_values"][3] |= {"value": 70}
    second = kit.load(rows, AS_OF)
    (row,) = answers.answer(ByProgram(program_id=PROGRAM), OPERATOR).records()
    assert row == ask(ByProgram(), OPERATOR, second.number).records()[0]
    assert row["gross_realized_to_date"] == 330
