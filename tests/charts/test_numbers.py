"""How numbers read: rounded half up, in the reader's separators, missing never zero."""

from datetime import date
from decimal import Decimal

import pytest

from charts import numbers


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "€0"),
        (Decimal("0.5"), "€0.50"),
        (320, "€320"),
        (9870, "€9,870"),
        (9870.4, "€9,870"),
        (10_000, "€10.0k"),
        (98_000, "€98.0k"),
        (210_000, "€210k"),
        (999_499, "€999k"),
        (999_500, "€1.0m"),
        (Decimal("12400300.25"), "€12.4m"),
        (12_450_000, "€12.5m"),
        (484_000_000, "€484m"),
        (1_234_000_000, "€1.23bn"),
        (-160, "\u2212€160"),
        (-12_400_300, "\u2212€12.4m"),
        (None, "not known"),
        (float("nan"), "not known"),
    ],
)
def test_money_short(value, shown):
    assert numbers.money(value, "EUR") == shown


@pytest.mark.parametrize(
    ("currency", "locale", "shown"),
    [
        ("GBP", "en-GB", "£12.4m"),
        ("USD", "en-US", "$12.4m"),
        ("CHF", "de-CH", "CHF\u00a012.4m"),
        ("EUR", "de-DE", "€12,4m"),
        ("EUR", "xx-YY", "€12.4m"),
        ("EUR", None, "€12.4m"),
        ("", "en", "12.4m"),
    ],
)
def test_money_in_currency_and_locale(currency, locale, shown):
    assert numbers.money(12_400_000, currency, locale) == shown


@pytest.mark.parametrize(
    ("value", "locale", "shown"),
    [
        (Decimal("12400300.00"), "en", "€12,400,300"),
        (Decimal("12400300.25"), "en", "€12,400,300.25"),
        (Decimal("12400300.255"), "de", "€12.400.300,26"),
        (Decimal("-0.001"), "en", "€0"),
        (None, "en", "not known"),
    ],
)
def test_money_in_full(value, locale, shown):
    assert numbers.full(value, "EUR", locale) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.64, "64.0%"),
        (Decimal("0.547619"), "54.8%"),
        (1.2, "120.0%"),
        (-0.05, "\u22125.0%"),
        (None, "not known"),
    ],
)
def test_rate(value, shown):
    assert numbers.rate(value) == shown


def test_the_percent_sign_stands_as_the_locale_has_it():
    assert numbers.rate(0.638, "de-DE") == "63,8\u00a0%"
    assert numbers.rate(0.638, "fr") == "63,8\u00a0%"
    assert numbers.rate(-0.05, "tr") == "%\u22125,0"


def test_plain_keeps_the_decimals_there_are():
    assert numbers.plain(Decimal("12.50")) == "12.5"
    assert numbers.plain(Decimal("1234.5"), "fr") == "1\u202f234,5"
    assert numbers.plain(3.6, digits=1) == "3.6"


def test_day_cannot_be_misread():
    assert numbers.day(date(2026, 3, 1)) == "1 Mar 2026"
    assert numbers.day(None) == "not known"
