"""Text of a workbook stays text, whatever it looks like; figures read alike for everybody."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pages.shell import text
from tests.pages.payloads import PAYLOADS


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_sign_that_markdown_reads_is_escaped(payload):
    escaped = text.plain(payload)
    unescaped = "".join(
        letter
        for before, letter in zip(f" {escaped}", escaped, strict=False)
        if before != "\\" and not letter.isalnum()
    )
    assert set(unescaped) <= {" ", "\\", "\u2060", "ä", "…"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Big *deal*", r"Big \*deal\*"),
        ("$5 and $6", r"\$5 and \$6"),
        (":material/home:", "\\:\u2060material\\/home\\:\u2060"),
        ("https://evil.example", "https\\:\u2060\\/\\/evil\\.example"),
        ("www.evil.example", "w\u2060w\u2060w\\.evil\\.example"),
        ("a@b.example", "a\\@\u2060b\\.example"),
        ("a -> b", "a \\-\u2060\\> b"),
        ("two\nlines\tand   spaces ", "two lines and spaces"),
        ("\u202egnp.exe", "gnp\\.exe"),
        (17, "17"),
    ],
)
def test_text_is_escaped(written, shown):
    assert text.plain(written) == shown


def test_missing_is_never_zero():
    assert text.money(None, "EUR") == "not known"
    assert text.money_full(None, "EUR") == "not known"
    assert text.number(None, "days") == "not known"
    assert text.percent(None) == "not known"
    assert text.percent(None, "not due") == "not due"
    assert text.months(None, "complete") == "complete"
    assert text.day(None) == "not known"


def test_figures_read_alike():
    assert text.money(Decimal(12_400_300), "EUR") == "€12.4m"
    assert text.money_full(Decimal("12400300.50"), "EUR") == "€12,400,300.50"
    assert text.percent(Decimal("0.4667")) == "46.7%"
    assert text.months(Decimal("4.8")) == "4.8 months"
    assert text.number(Decimal("12.5"), "days") == "12.5 days"
    assert text.day(date(2026, 9, 30)) == "30 Sep 2026"
    assert text.moment(datetime(2026, 9, 3, 8, 5, tzinfo=UTC)) == "3 Sep 2026, 08:05 UTC"
