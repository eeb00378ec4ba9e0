"""A few spoiled files, each of another seed: none may end, hang or fail the reader without words."""

from tests.fuzz.__main__ import run
from tests.fuzz.mutations import spoiled
from tests.fuzz.seeds import seeds


def test_spoiled_files_are_read_or_refused(tmp_path):
    tally, told = run(16, 7, tmp_path)
    assert tally["accepted"] + tally["refused"] == 16, told
    assert not [line for line in told if "counts do not add up" in line]


def test_a_seed_always_spoils_the_same_way():
    from random import Random

    content = seeds()["risks.csv"]
    assert spoiled(content, Random(3)) == spoiled(content, Random(3)) != content
