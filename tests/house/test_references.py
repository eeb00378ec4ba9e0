"""Documentation under test: what the code has, docs/ has, word for word."""

import pytest

from tests.house.references import DOCS, PAGES, finding_kinds


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_the_code_says(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run `make docs`"


@pytest.mark.parametrize("kind", finding_kinds(), ids=lambda kind: kind.code)
def test_a_finding_explains_itself(kind):
    assert kind.__doc__
    assert kind.__doc__.strip().endswith(".")
    assert kind.remedy.endswith(".")
    assert kind.code == kind.code.lower()
    assert " " not in kind.code


def test_finding_codes_are_unique():
    codes = [kind.code for kind in finding_kinds()]
    assert sorted(set(codes)) == sorted(codes)
