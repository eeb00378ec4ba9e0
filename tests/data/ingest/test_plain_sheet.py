"""The quick way through plainly written sheets sees what the XML parser sees, cell by cell."""

import random
from pathlib import Path
from typing import Any

import pytest

from data.ingest.findings.base import Refused
from data.ingest.reading.read import read
from tests.workbooks.raw import packed, sheet, strings, workbook

TEXTS = ("Savings", "Größe & Co", "0001", "a > b", "_x000D_", "", "long " * 30)
NUMBERS = (
    "0",
    "7",
    "1000",
    "12.5",
    "0.10000000000000001",
    "-3.25",
    "1E-3",
    "00.50",
    "99999",
    "1.2.3",
    "5.",
    "-0",
)
SERIALS = ("45322", "45322.5", "60", "0", "0.25", "2958466", "1", "-1", "99999")
STORED = (
    *(f'{{}} t="s"><v>{index}</v>' for index in range(len(TEXTS))),
    *(f"{{}}><v>{number}</v>" for number in NUMBERS),
    *(f'{{}} s="1"><v>{serial}</v>' for serial in SERIALS),
    *(f'{{}} s="3"><v>{serial}</v>' for serial in SERIALS),
    *(f'{{}} s="6" t="n"><v>{number}</v>' for number in NUMBERS),
    *(f'{{}} t="b"><v>{flag}</v>' for flag in ("0", "1", "true")),
    '{} t="e"><v>#N/A</v>',
    '{} t="str"><v>a &gt; b &amp; c</v>',
    '{} t="str"><f>A1&amp;"x"</f><v>7</v>',
    '{} t="inlineStr"><is><t>inside</t></is>',
    '{} t="inlineStr"><is><t xml:space="preserve"> kept </t></is>',
    "{}><f>1+1</f><v>2</v>",
    "{}><f>NOW()</f>",
    '{} s="1"><f t="shared" si="0"/><v>45322</v>',
    '{} t="d"><v>2024-01-31T12:00:00</v>',
    '{} s="2">',
    "{}><v>&#49;2</v>",
)
ODD = (
    "{}><v></v>",
    '{} t="s"><v>99</v>',
    '{} t="s"><v>x</v>',
    '{} s="x"><v>1</v>',
    "{}><v>1</v><v>2</v>",
    '{} t="str"><is><t>inside</t></is>',
    "{}><v>a&b</v>",
    "{} ><v>1</v>",
)


def rows_of(chance: random.Random, odd: bool) -> list[str]:
    """Rows of every kind, in order or not, dense or not."""
    written = []
    number = 0
    for _ in range(chance.randrange(1, 12)):
        number = (
            chance.randrange(1, 3000) if odd and chance.random() < 0.1 else number + chance.randrange(1, 3)
        )
        some = chance.choice(("", ' spans="1:9"', ' hidden="1"', ' outlineLevel="2" ht="15"'))
        found = []
        for column in range(chance.randrange(0, 30)):
            if chance.random() < 0.2:
                continue
            letters = (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)
            kinds = ODD if odd and chance.random() < 0.02 else STORED
            inner = chance.choice(kinds).format(f'<c r="{letters}{number}"')
            found.append(f"{inner}</c>" if chance.random() < 0.97 else f'<c r="{letters}{number}" s="1"/>')
        written.append(
            f'<row r="{number}"{some}>{{}}{"{}".join(found)}</row>' if found else f'<row r="{number}"{some}/>'
        )
    return written


def seen(folder: Path, rows: str) -> Any:
    """All that is read from these rows, or why they are refused."""
    path = folder / "book.xlsx"
    texts = strings(*(text.replace("&", "&amp;").replace(">", "&gt;") for text in TEXTS))
    path.write_bytes(packed(workbook(sheet(rows), shared=texts)))
    try:
        book = read(path, "book.xlsx")
    except Refused as refusal:
        return [type(finding) for finding in refusal.findings]
    only = book.sheets[0]
    return only.rows, book.findings, [[list(map(type, row.values)), row.formats or []] for row in only.rows]


@pytest.mark.parametrize("odd", [False, True], ids=["plain", "odd"])
def test_both_ways_see_the_same(tmp_path: Path, odd: bool) -> None:
    """White space between the elements is nothing to XML, and sends a sheet to the parser."""
    chance = random.Random(20 + odd)
    for _ in range(150):
        rows = rows_of(chance, odd)
        quick = "".join(rows).replace("{}", "")
        parsed = "\n".join(rows).replace("{}", "\n")
        assert seen(tmp_path, quick) == seen(tmp_path, parsed), quick
