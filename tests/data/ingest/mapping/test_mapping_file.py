"""A mapping as TOML: it survives, and one that is none is named."""

from dataclasses import replace

import pytest

from data.errors import MappingUnusable
from data.ingest.understanding.mapping.mapping import from_dict, from_toml, to_toml
from data.ingest.understanding.mapping.propose import propose
from tests.data.ingest.mapping.shelf import KNOWN, savings


def test_a_mapping_survives_toml():
    mapping = replace(
        propose(savings(), KNOWN), name='Ümlaut "quoted" \\ 表', date_order="day first", scale="1000"
    )
    assert from_toml(to_toml(mapping)) == mapping
    assert from_dict(mapping.as_dict()) == mapping


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"currency": "EURO"}, "'EURO' is no currency code such as EUR"),
        ({"scale": "zero"}, "'zero' is no factor such as 1000"),
        ({"scale": "-1"}, "'-1' is no factor such as 1000"),
        ({"date_order": "year first"}, "'date_order' is 'year first'"),
        ({"tables": "none"}, "'tables' must be a list of tables"),
        ({"colour": "red"}, "the mapping says colour, which no mapping has"),
        ({"name": 7}, "'name' of the mapping is 7"),
    ],
)
def test_a_mapping_that_is_none_is_named(change, why):
    with pytest.raises(MappingUnusable, match="The mapping cannot be used: ") as error:
        from_dict({**propose(savings(), KNOWN).as_dict(), **change})
    assert why in str(error.value)


def test_a_meaning_that_its_table_does_not_have_is_named():
    told = propose(savings(), KNOWN).as_dict()
    told["tables"][0]["columns"][0]["means"] = "bac"
    with pytest.raises(MappingUnusable, match="a column of 'benefits register' cannot mean 'bac'"):
        from_dict(told)
