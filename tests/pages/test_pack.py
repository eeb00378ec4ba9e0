"""The board pack, read back as whoever gets it would: slides, workbook, PDF, pictures, command."""

import io
import os
import subprocess
import sys
import zipfile

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from charts.files import pictures
from charts.files.tables import FORMULA
from data import store
from data.access import OPERATOR
from pages.pack import build
from pages.pack.brief import Brief
from pages.pack.contents import CONTENTS
from tests.pages import awkward
from tests.pages.executive import load_closed_form
from tests.pages.payloads import PAYLOADS
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF

STATEMENT = "Status date 31 Mar 2026 · original case · data version 1, loaded"


def brief(change=None, **more) -> Brief:
    version = load_closed_form(change)
    return Brief(OPERATOR, version.number, version.as_of, more.pop("case", "original"), None, **more)


def hostile(rows):
    names = iter([*PAYLOADS, "=1+1", "نص " * 100, "x" * 300])
    for row in rows["projects"]:
        row["project"] = next(names)
    for row in rows["benefits"]:
        row |= {"benefit": next(names), "owner": "@SUM(A1)"}
    rows["programs"][0]["program"] = '=HYPERLINK("http://elsewhere.example")'


def slides(content: bytes):
    return list(Presentation(io.BytesIO(content)).slides)


def charts(found) -> dict[str, dict[str, list]]:
    """The values of every native chart, by the title of its slide."""
    return {
        slide.shapes.title.text: {series.name: list(series.values) for series in shape.chart.plots[0].series}
        for slide in found
        for shape in slide.shapes
        if shape.has_chart
    }


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_slides_say_the_finding_and_carry_charts_that_can_be_edited():
    found = slides(build.write(brief(), "pptx"))
    assert texts(found[0])[0] == "All programs"
    assert "Benefits are 3.6 months behind the case: €320 of €500 due has been realized, 64.0%." in texts(
        found[0]
    )
    assert all(any(text.startswith(STATEMENT) for text in texts(slide)) for slide in found)
    drawn = charts(found)
    curve = drawn["Over the whole life the outlook is €790 of €950, 83.2%: €160 less than promised."]
    assert curve["Business case"] == [0, 50, 200, 350, 500, 650, 800, 950]
    assert curve["Realized"][:5] == [0, 50, 110, 170, 320]
    assert curve["Outlook"][4:] == [320, 470, 630, 790]
    projects = drawn["3 projects, 2 of them ended. Of 3 with benefits due, 3 are behind the business case."]
    assert sorted(projects["Realized"]) == [36, 54, 98, 132]
    bridge = drawn["From the case of €870 to an outlook of €700: €180 is lost and €10 is gained"]
    assert [value for value in bridge["Total"] if value is not None] == [870, 700]
    assert sum(v for v in bridge["Less"] if v) - sum(v for v in bridge["More"] if v) == 170


def test_the_workbook_has_values_definitions_and_sources():
    book = load_workbook(io.BytesIO(build.write(brief(), "xlsx")))
    names = ["About", "Where we stand", "Curve", "Projects", "Decisions", "Bridge", "Definitions", "Sources"]
    assert [name for name in book.sheetnames if name in names] == names
    about = {row[0]: row[1] for row in book["About"].iter_rows(min_row=2, values_only=True)}
    assert about["Status date"] == "31 Mar 2026"
    assert about["Coverage"] == "85.7%"
    head, *rows = book["Projects"].iter_rows(values_only=True)
    assert head[5:8] == ("Case to date, EUR", "Realized, EUR", "Rate")
    assert [row[5:7] for row in rows] == [(210, 98), (190, 132), (60, 54), (40, 36)]
    assert rows[0][7] == pytest.approx(98 / 210)
    assert book["Definitions"]["B2"].value == "Planned to date"
    assert book["Sources"]["A2"].value.endswith(".xlsx")


def test_hostile_names_leave_as_text_through_every_file():
    asked = brief(hostile)
    files = {kind: build.write(asked, kind) for kind in build.WRITERS}
    book = load_workbook(io.BytesIO(files["xlsx"]))
    assert [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ] == []
    deck = zipfile.ZipFile(io.BytesIO(files["pptx"]))
    for name in deck.namelist():
        if name.endswith(".xlsx"):  # the numbers behind a chart
            inner = load_workbook(io.BytesIO(deck.read(name)))
            assert [c for s in inner for row in s.iter_rows() for c in row if c.data_type == "f"] == []
    assert not any(b'TargetMode="External"' in deck.read(name) for name in deck.namelist())
    assert files["pdf"].startswith(b"%PDF-")
    assert b"/URI" not in files["pdf"]


@pytest.mark.parametrize("portfolio", awkward.PORTFOLIOS)
def test_a_pack_of_every_awkward_portfolio_is_written_and_read_back(portfolio):
    kit.load(awkward.PORTFOLIOS[portfolio](), AS_OF)
    asked = Brief(OPERATOR, store.current().number, AS_OF, "original", None)
    pack = build.compose(asked)
    files = {kind: build.write(asked, kind, pack) for kind in build.WRITERS}
    drawn = [one for one in pack.exhibits if one.chart]
    assert len(charts(slides(files["pptx"]))) == len(drawn)
    assert all(one.chart.categories for one in drawn)
    assert all(one.figure.data for one in drawn if one.figure)
    assert load_workbook(io.BytesIO(files["xlsx"])).sheetnames[0] == "About"
    assert files["pdf"].startswith(b"%PDF-")


def test_without_any_benefit_in_money_the_pack_says_so():
    def no_money(rows):
        for row in rows["benefits"]:
            row |= {"value_type": "quantitative", "unit": "days", "value_basis": "level"}

    found = slides(build.write(brief(no_money), "pptx"))
    assert "No benefit is measured in money at this status date." in texts(found[0])


def test_numbers_are_those_of_the_readers_locale():
    found = slides(build.write(brief(locale="de-DE"), "pptx"))
    assert any("64,0\u00a0%" in text for text in texts(found[0]))


def test_without_a_browser_everything_else_is_written_and_the_remedy_said(monkeypatch):
    asked = brief()
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setenv("BROWSER_PATH", "")
    if pictures.available():
        pytest.skip("a browser was found where none can be hidden")
    files = build.everything(asked)
    assert sorted(name.rpartition(".")[2] for name in files) == ["pdf", "pptx", "txt", "xlsx"]
    assert files["No pictures.txt"].decode().strip() == pictures.MISSING


@pytest.mark.browser
def test_pictures_are_drawn_by_one_browser():
    files = build.draw(brief())
    names = ["02 Curve", "03 Projects", "05 Bridge", "06 After closure", "07 Risks"]
    assert list(files) == [f"{name}.png" for name in names]
    assert all(content.startswith(b"\x89PNG") for content in files.values())


def test_every_exhibit_says_which_question_it_answers():
    assert all(make.__doc__ for make in CONTENTS)


def test_the_command_writes_and_refuses(tmp_path):
    load_closed_form()

    def run(*arguments: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "-m", "data", "pack", *arguments]
        return subprocess.run(command, env=os.environ, capture_output=True, text=True, check=False)

    out = tmp_path / "board.pptx"
    done = run(str(out), "--as-of", AS_OF.isoformat())
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Wrote {out}.\n", "")
    assert len(slides(out.read_bytes())) >= 6
    unknown = run(str(out), "--program", "NOPE")
    assert (unknown.returncode, unknown.stderr.split(".")[0]) == (
        1,
        "There is no program 'NOPE' in this data version",
    )
    assert run(str(out), "--version", "99").returncode == 2


def test_no_protected_sign_is_forgotten():
    assert set("=+-@\t\r\n\0") <= set(FORMULA)
