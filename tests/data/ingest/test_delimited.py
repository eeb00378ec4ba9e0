"""Text files: encodings, separators, quotation marks; and web pages that call themselves .xls."""

from pathlib import Path

import pytest

from data.ingest.findings.base import Refused
from data.ingest.reading.grid import Book
from data.ingest.reading.read import read

TABLE = [["Project", "Planned"], ["Alpha", "1000"]]


def load(tmp_path: Path, content: bytes, name: str = "register.csv") -> Book:
    path = tmp_path / "received"
    path.write_bytes(content)
    return read(path, name)


READ = {
    "commas": (b"Project,Planned\nAlpha,1000\n", TABLE, ","),
    "semicolons": (b"Project;Planned\r\nAlpha;1000\r\n", TABLE, ";"),
    "tabs": (b"Project\tPlanned\nAlpha\t1000", TABLE, "\t"),
    "bars": (b"Project|Planned\nAlpha|1000\n", TABLE, "|"),
    "byte order mark": (b"\xef\xbb\xbfProject,Planned\nAlpha,1000\n", TABLE, ","),
    "UTF-16, as Excel saves Unicode text": ("Project\tPlanned\nAlpha\t1000\n".encode("utf-16"), TABLE, "\t"),
    "separator said in the first line": (b"sep=;\nProject;Planned\nAlpha;1000\n", TABLE, ";"),
    "decimal commas": (
        b"Project;Planned;Realized\nAlpha;1234,56;250,5\nBeta;2.000,00;1.999,99\n",
        [["Project", "Planned", "Realized"], ["Alpha", "1234,56", "250,5"], ["Beta", "2.000,00", "1.999,99"]],
        ";",
    ),
    "commas in every text": (
        b"Name;Planned;Realized\nA, b;1,5;2,5\nC, d;3,5;4,5\n",
        [["Name", "Planned", "Realized"], ["A, b", "1,5", "2,5"], ["C, d", "3,5", "4,5"]],
        ";",
    ),
    "leading zeros stay": (b"ID,V\n00466,1e3\n", [["ID", "V"], ["00466", "1e3"]], ","),
    "mixed line ends and a quoted one": (
        b'Project,Planned\r\n"Al\npha",1\nBeta,2\rGamma,3\r\n',
        [["Project", "Planned"], ["Al\npha", "1"], ["Beta", "2"], ["Gamma", "3"]],
        ",",
    ),
    "quotes inside": (b'a,b\n"say ""yes""",5" pipe\n', [["a", "b"], ['say "yes"', '5" pipe']], ","),
    "words that libraries drop": (b"a,b\nNA,None\nnull,\n", [["a", "b"], ["NA", "None"], ["null"]], ","),
    "a single column": (b"Project\nAlpha\n", [["Project"], ["Alpha"]], ","),
}


@pytest.mark.parametrize("kind", READ)
def test_every_value_stays_the_text_it_is(kind: str, tmp_path: Path) -> None:
    content, expected, delimiter = READ[kind]
    book = load(tmp_path, content)
    assert [row.values for row in book.sheets[0].rows] == expected
    assert book.properties["delimiter"] == delimiter
    assert (book.findings, book.sheets[0].name, book.container) == ([], "register", "csv")


def test_blank_lines_count_as_rows(tmp_path: Path) -> None:
    book = load(tmp_path, b"a,b\n\n,\n1,2\n")
    assert [(row.number, row.values) for row in book.sheets[0].rows] == [(1, ["a", "b"]), (4, ["1", "2"])]


def test_western_letters_are_assumed_and_said(tmp_path: Path) -> None:
    book = load(tmp_path, "Project,Cost\nAlpha,£1.90m\n".encode("cp1252"))
    assert book.sheets[0].rows[1].values == ["Alpha", "£1.90m"]
    assert [str(finding) for finding in book.findings] == [
        "The file does not say how its letters are stored. As cp1252 it shows 'Project,Cost Alpha,£1.90m'. "
        "If it does not look right, save the file as 'CSV UTF-8' and upload it again."
    ]


def test_letters_of_another_alphabet_are_proposed(tmp_path: Path) -> None:
    text = "Проект,Экономия\nАльфа,1000\nУправление портфелем программ,2000\n"  # noqa: RUF001
    book = load(tmp_path, text.encode("cp1251"))
    assert book.sheets[0].rows[1].values == ["Альфа", "1000"]
    assert [finding.code for finding in book.findings] == ["encoding-assumed"]


def test_rows_of_another_width_are_noted(tmp_path: Path) -> None:
    book = load(tmp_path, b"a,b,c\n1,2,3\n4,5,6\nSmith, J,7,8\n")
    assert [str(finding) for finding in book.findings] == [
        "4: 1 row has another number of fields than the usual 3; the first has 4. Look at these rows: "
        "a separator inside a value without quotation marks moves what follows it."
    ]


REFUSED = {
    "NUL bytes": (b"a,b\nAl\0pha,1\n", "nul-bytes", "Line 2"),
    "NUL in UTF-16": ("a,b\nx\0,1\n".encode("utf-16"), "nul-bytes", "Line 2"),
    "UTF-16 without its mark": ("a,b\n1,2\n".encode("utf-16-le"), "unknown-encoding", "UTF-16"),
    "half a character of UTF-16": (b"\xff\xfea\0b", "unknown-encoding", "utf-16"),
    "a quote that is never closed": (b'a,b\n"Alpha,1\nBeta,2\n', "broken-quotes", "line 2"),
    "a quote that is closed much later": (b'a,b\n1,2\n"A,1\nB,2\n"C",3\n', "broken-quotes", "line 3"),
    "only blank lines": (b"\n\n,,\n", "not-a-spreadsheet", "without any value"),
    "too wide": (b"a," * 5_000, "far-cell", "column 4,096"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_trusted_is_refused_with_its_line(kind: str, tmp_path: Path) -> None:
    content, code, said = REFUSED[kind]
    with pytest.raises(Refused) as caught:
        load(tmp_path, content)
    [finding] = caught.value.findings
    assert finding.code == code
    assert said in finding.what()


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    book = load(tmp_path, b"a,b\n1,2\n", "register.xlsx")
    assert [str(finding) for finding in book.findings] == [
        "The file is named .xlsx but is a text file with separated values; it was read as that. "
        "Nothing needs to be done, unless you meant to upload another file."
    ]


PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><title>JIRA</title>
<meta charset="utf-8"><style>td {mso-displayed-decimal-separator:"\\,";}</style></head><body>
<table><tr><td colspan=3>Banner</td></tr></table>
<table><tr><th>Schlüssel<th>Status</th></tr><tr><td>A-1</td><td>Offen<br>seit 2024 &amp; länger</td></tr>
<tr><td colspan="2">beide</td></tr></table><table><tr><td>Generated</td></tr></table></body></html>"""


def test_a_web_page_named_xls_gives_its_largest_table(tmp_path: Path) -> None:
    book = load(tmp_path, PAGE.encode(), "jira.xls")
    assert [row.values for row in book.sheets[0].rows] == [
        ["Schlüssel", "Status"],
        ["A-1", "Offen\nseit 2024 & länger"],
        ["beide", None],
    ]
    assert book.properties == {"encoding": "utf-8", "decimal_separator": ","}
    assert [finding.code for finding in book.findings] == ["named-otherwise"]


def test_a_web_page_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="web page without any table"):
        load(tmp_path, b"<html><body>Sign in</body></html>", "register.xls")
