"""Forms and business cases are corrected line by line, and else read as their profile reads them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from data.errors import MappingUnusable
from data.ingest.reading.read import read
from data.ingest.understanding.interpret import interpret
from data.ingest.understanding.mapping.apply import apply
from data.ingest.understanding.mapping.describe import describe
from data.ingest.understanding.mapping.mapping import MappedLine, from_dict, from_toml, to_toml
from data.ingest.understanding.mapping.whole import corrections, looked_at
from data.ingest.understanding.profile import profiles
from tests.data.ingest.exports import benefits, laid_out, returns, seldom
from tests.data.ingest.exports.make import Export, told
from tests.data.ingest.sheets import codes, columns, table
from tests.data.ingest.test_exports import known

WHOLE = {
    name: export
    for name, export in {**benefits.CASES, **returns.CASES, **seldom.CASES, **laid_out.CASES}.items()
    if name in ("business_case", "gmpp_return", "gmpp_master", "case_dollars", "case_cash_flows")
}
CASE = Export(
    "case.xlsx",
    {
        "Case": [
            ["Figures in £k"],
            [None, "2026", "2027", "Total"],
            ["Costs"],
            ["Licences", 100, 20, 120],
            ["Avoided rent", 30, 30, 60],
            ["Benefits"],
            ["Fewer calls", 0, 80, 80],
            ["Dual running", 5, 0, 5],
        ]
    },
)
LINES = (MappedLine("Case", "Avoided rent", "benefits"), MappedLine("Case", "Dual running", ""))


def corrected(tmp_path, program="gmpp_return", **said):
    book, own = read(CASE.write(tmp_path), CASE.name), known(program)
    mapping = describe(book, interpret(book, own), own)
    return apply(book, replace(mapping, **said), own)


@pytest.mark.parametrize("case", WHOLE)
def test_without_a_correction_a_whole_file_is_read_as_its_profile_reads_it(case, tmp_path):
    export, own = WHOLE[case], known(case)
    book = read(export.write(tmp_path), export.name)
    reading = interpret(book, own)
    mapping = describe(book, reading, own)
    assert {one.target for one in mapping.tables} == {f"whole {reading.profile}"}
    assert from_dict(mapping.as_dict()) == mapping == from_toml(to_toml(mapping))
    again = apply(book, mapping, own)
    assert told(again)["tables"] == told(reading)["tables"]
    assert sorted(map(str, told(again)["findings"])) == sorted(map(str, told(reading)["findings"]))
    assert again.source == reading.source


def test_a_line_among_the_costs_becomes_a_benefit_and_another_counts_nowhere(tmp_path):
    before = corrected(tmp_path)
    assert (table(before, "planned_values").sums, table(before, "budget").sums) == (
        {"value": 85_000}, {"baseline": 180_000},
    )  # fmt: skip
    after = corrected(tmp_path, lines=LINES)
    assert columns(after, "benefits", "benefit") == [("Avoided rent",), ("Fewer calls",)]
    assert table(after, "planned_values").sums == {"value": 140_000}
    assert table(after, "budget").sums == {"baseline": 120_000}
    assert "line-not-counted" in codes(after)
    assert after.source == before.source


def test_currency_and_scale_that_somebody_says_hold_against_the_title(tmp_path):
    after = corrected(tmp_path, "case_cash_flows", currency="EUR", scale="1")
    assert columns(after, "benefits", "unit") == [("EUR",), ("EUR",)]
    assert table(after, "planned_values").sums == {"value": 85}
    assert table(after, "budget").sums == {"baseline": 180}


def test_a_year_that_somebody_corrects_is_read_as_that_year(tmp_path):
    book, own = read(CASE.write(tmp_path), CASE.name), known("gmpp_return")
    mapping = describe(book, interpret(book, own), own)
    (sheet,) = mapping.tables
    years = tuple(replace(one, period="2030" if one.header == "2027" else "") for one in sheet.columns)
    after = apply(book, replace(mapping, tables=(replace(sheet, columns=years),)), own)
    assert {
        (str(start), value) for start, value in columns(after, "planned_values", "period_start", "value")
    } == {
        ("2026-01-01", Decimal(0)),
        ("2026-01-01", Decimal(5_000)),
        ("2030-01-01", Decimal(80_000)),
        ("2030-01-01", Decimal(0)),
    }
    with pytest.raises(MappingUnusable, match="'soon' is no period such as 2026"):
        from_dict({**mapping.as_dict(), "tables": [{"sheet": "Case", "header_row": 2, "target": sheet.target,
                   "columns": [{"header": "2026", "letters": "B", "period": "soon"}]}]})  # fmt: skip


def test_a_kept_correction_holds_for_the_next_file_whose_years_have_moved_on(tmp_path):
    rows = [list(row) for row in CASE.sheets["Case"]]
    rows[1][1:3] = ["2027", "2028"]
    book, own = read(CASE.write(tmp_path), CASE.name), known("gmpp_return")
    mapping = replace(describe(book, interpret(book, own), own), lines=LINES)
    later = Export("later.xlsx", {"Case": rows})
    after = apply(read(later.write(tmp_path), later.name), mapping, own)
    assert table(after, "planned_values").sums == {"value": 140_000}
    assert {str(day) for (day,) in columns(after, "planned_values", "period_start")} == {
        "2027-01-01",
        "2028-01-01",
    }


def test_each_line_says_what_it_is_read_as(tmp_path):
    book, own = read(CASE.write(tmp_path), CASE.name), known("gmpp_return")
    mapping = replace(describe(book, interpret(book, own), own), lines=LINES)
    seen = looked_at(book, profiles()["business_case"], corrections(mapping), own)
    assert [(one.label, one.reads, one.row, one.shown) for one in seen.lines] == [
        ("Licences", "costs", 4, "100, 20"),
        ("Avoided rent", "benefits", 5, "30, 30"),
        ("Fewer calls", "benefits", 7, "0, 80"),
        ("Dual running", "", 8, "5, 0"),
    ]
    assert [(one.letters, one.period) for one in seen.years] == [("B", "2026"), ("C", "2027")]


def test_a_line_of_a_form_counts_as_somebody_says(tmp_path):
    export, own = WHOLE["gmpp_return"], known("gmpp_return")
    book = read(export.write(tmp_path), export.name)
    reading = interpret(book, own)
    mapping = describe(book, reading, own)
    first = next(one for one in looked_at(book, profiles()["gmpp_return"], corrections(mapping), own).lines
                 if one.reads == "benefits")  # fmt: skip
    after = apply(book, replace(mapping, lines=(MappedLine("", first.label, ""),)), own)
    names = [name for (name,) in columns(reading, "benefits", "benefit")]
    left = [name for (name,) in columns(after, "benefits", "benefit")]
    assert len(left) == len(names) - 1
    assert table(after, "budget").sums == table(reading, "budget").sums


def test_a_file_that_is_no_business_case_any_more_is_refused(tmp_path):
    book, own = read(CASE.write(tmp_path), CASE.name), known("gmpp_return")
    mapping = describe(book, interpret(book, own), own)
    other = Export("other.xlsx", {"Case": [["Name", "2026"], ["x", 1]]})
    assert codes(apply(read(other.write(tmp_path), other.name), mapping, own)) == ["mapping-fits-not"]


def test_an_account_counts_as_somebody_says(tmp_path):
    export, own = laid_out.PLANVIEW_ACCOUNTS, known("planview_accounts")
    book = read(export.write(tmp_path), export.name)
    mapping = describe(book, interpret(book, own), own)
    seen = looked_at(book, profiles()["accounts"], corrections(mapping), own)
    assert [(one.label, one.reads, one.nth) for one in seen.lines] == [
        ("Internal labor", "costs", 1),
        ("Internal labor", "", 2),
        ("Licenses", "costs", 1),
        ("Fewer calls", "benefits", 1),
        ("Hardware", "costs", 1),
        ("Net", "", 1),
    ]
    line = MappedLine("Financial Plan", "Licenses", "benefits")
    after = apply(book, replace(mapping, lines=(line,), scale="1000"), own)
    assert table(after, "planned_values").sums == {"value": 130_000}
    assert table(after, "budget").sums == {"baseline": 270_000}
