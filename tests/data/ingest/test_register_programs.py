"""To which program the rows of a benefits register belong."""

import json

import pytest

from data.ingest.staged import Known
from tests.data.ingest.sheets import RECEIVED, codes, columns, read, rows, sheet


def test_several_programs_by_column_with_ids():
    reading = read(
        sheet(
            "Benefits",
            [
                "Programme ID", "Programme", "Project code", "Project", "Benefit ref", "Benefit", "Planned £",
                "Realised £", "Kind", "Category",
            ],
            [1, "One", "007", "Seven", "B1", "A", 5, 6, "Benefit", "Cashable"],
            [2, "Two", "008", "Eight", "B2", "B", 7, 8, "Dis-benefit", "Odd"],
        )
    )  # fmt: skip
    assert columns(reading, "programs", "program_id", "program") == [("1", "One"), ("2", "Two")]
    assert columns(reading, "projects", "project_id", "program_id", "project", "status") == [
        ("007", "1", "Seven", None), ("008", "2", "Eight", None),
    ]  # fmt: skip
    assert columns(reading, "benefits", "program_id", "kind", "class") == [
        ("1", "benefit", "cash releasing"), ("2", "disbenefit", None),
    ]  # fmt: skip
    assert json.loads(rows(reading, "benefits")[1]["extra"]) == {"Kind": "Dis-benefit", "Category": "Odd"}
    assert columns(reading, "business_cases", "program_id", "case_version") == [
        ("1", "register"),
        ("2", "register"),
    ]


def test_rows_that_name_no_program_belong_to_the_one_said_at_upload():
    lines = (("Benefit ID", "Benefit", "Planned (£)"), ("B1", "Fewer calls", 10))
    said = Known(RECEIVED, programs={"P7": "Calls"}, currencies={"P7": "GBP"}, program_id="P7")
    given = read(sheet("Tracker of calls", *lines), known=said)
    assert columns(given, "programs", "program_id", "program") == [("P7", "Calls")]
    assert columns(given, "benefits", "benefit_id", "program_id") == [("B1", "P7")]
    assert "program-taken" not in codes(given)


LINES = (("Benefit ID", "Benefit", "Planned (£)"), ("B1", "Fewer calls", 10), ("B2", "Less rent", 5))


CALLS = Known(RECEIVED, programs={"P7": "Calls reform"}, currencies={"P7": "GBP"})


def test_a_register_that_names_no_known_program_asks_instead_of_making_one_of_its_file_name():
    asked = read(sheet("Sheet1", *LINES), known=CALLS, name="benefits July.xlsx")
    (refusal,) = [finding for finding in asked.findings if finding.code == "program-needed"]
    assert refusal.what() == (
        "Nothing says to which program 2 of the rows belong. Known programs: P7. "
        "By its title or name it would be 'benefits July', a new one."
    )


@pytest.mark.parametrize("name", ["Calls reform", "P7", "p7".upper(), "calls  REFORM"])
def test_a_sheet_called_like_a_known_program_belongs_to_it(name):
    known = read(sheet(name, *LINES), known=CALLS)
    assert columns(known, "programs", "program_id", "program") == [("P7", "Calls reform")]


def test_a_title_that_calls_itself_a_program_is_believed():
    titled = read(sheet("S", ["Rail Programme - Benefits register, July"], [None], *LINES), known=CALLS)
    assert columns(titled, "programs", "program_id", "program") == [("rail-programme", "Rail Programme")]
    plain = read(sheet("S", ["Programme benefits register"], [None], *LINES), known=CALLS)
    assert "program-needed" in codes(plain)


def test_a_program_by_name_is_the_one_that_the_data_has_under_an_id():
    header, first, second = LINES
    rows = [[*header, "Programme"], [*first, "Calls Reform"], [*second, "Calls Reform"]]
    named = read(sheet("S", *rows), known=CALLS)
    assert {row[0] for row in columns(named, "benefits", "program_id")} == {"P7"}
