"""What a header says beside its name."""

from decimal import Decimal

import pytest

from data.ingest.understanding.headers import Unit, format_unit, key, unit, words
from data.ingest.understanding.titles import titles
from tests.data.ingest.sheets import sheet


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Realised benefits (£m)\nas agreed with finance", "realized benefits"),
        ("realized_benefits", "realized benefits"),
        ("Programme\u00a0ID *", "program id"),
        ("Whole Life Cost TOTAL Baseline £m\n(including other costs)", "whole life cost total baseline"),
        ("Planned value in thousands", "planned value"),
        ("Savings in PHP", "savings"),
        ("% complete", "% complete"),
    ],
)
def test_a_header_in_plain_words(text, plain):
    assert words(text) == plain


def test_spellings_meet():
    assert key("Programme Centre Annualised") == key("program-center annualized")
    assert key("On hold") == key("on-hold") == key("ON_HOLD")
    assert key("Cancelled") == key("canceled")


@pytest.mark.parametrize(
    ("text", "currency", "scale"),
    [
        ("Planned (£m)", "GBP", 10**6),
        ("2013/2014 Budget (£million)", "GBP", 10**6),
        ("Figures in USD thousands", "USD", 1000),
        ("EUR k", "EUR", 1000),
        ("kEUR", "EUR", 1000),
        ("Planned [K€]", "EUR", 1000),
        ("Planned £'000", "GBP", 1000),
        ("Actual ($000s)", "USD", 1000),
        ("All figures in millions", "", 10**6),
        ("Amounts in GBP million", "GBP", 10**6),
        ("US$m", "USD", 10**6),
        ("Budget (RM)", "MYR", 1),
        ("Amount EUR", "EUR", 1),
        ("Benefits register - EUR m", "EUR", 10**6),
        ("Planned", "", 1),
        ("Serves 3 million people", "", 1),
        ("try all of it", "", 1),
    ],
)
def test_currency_and_scale_of_a_header(text, currency, scale):
    assert (unit(text).currency, unit(text).scale) == (currency, Decimal(scale))


def test_a_bare_dollar_gives_way_to_a_named_one():
    assert unit("Planned ($m)").over(unit("Figures in AUD")) == Unit("AUD", Decimal(10**6))
    assert unit("Planned (£m)").over(unit("Figures in AUD")) == Unit("GBP", Decimal(10**6))


@pytest.mark.parametrize(
    ("shown", "currency", "percent"),
    [
        ('"£"#,##0', "GBP", False),
        ("[$€-407] #,##0.00", "EUR", False),
        ("[$USD] #,##0", "USD", False),
        ("#,##0 [$zł-415]", "PLN", False),
        ("0.0%", "", True),
        ("#,##0.00", "", False),
        ("yyyy-mm-dd", "", False),
        ("", "", False),
    ],
)
def test_currency_of_a_number_format(shown, currency, percent):
    assert (format_unit(shown).currency, format_unit(shown).percent) == (currency, percent)


def test_the_lines_above_a_table():
    above = sheet(
        "Register",
        ["Benefits register of the reform"],
        ["Programme:", "Digital reform"],
        ["Portfolio: Services"],
        ["Amounts in £k, as at 31 March 2026"],
        ["Financial year April to March"],
    )
    found = titles(above.rows, above.name)
    assert (found.program, found.portfolio, found.first) == (
        "Digital reform", "Services", "Benefits register of the reform",
    )  # fmt: skip
    assert (found.unit, str(found.as_at), found.fiscal_month) == (Unit("GBP", Decimal(1000)), "2026-03-31", 4)
