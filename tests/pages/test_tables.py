"""Tables: rounded half up as everywhere, large amounts in thousands, no text cut."""

import streamlit as st

from pages.executive import common, tables


def test_rates_round_half_up_to_one_decimal_of_a_percentage():
    rows = [{"rate": 0.24385}, {"rate": 1.01294}, {"rate": None}]
    shown, settings = tables.fitted(rows, {"rate": common.rate_column("Rate")})
    assert [row["rate"] for row in shown] == [0.244, 1.013, None]
    assert settings["rate"]["type_config"]["step"] == 0.001


def test_a_million_is_shown_in_thousands_and_the_header_says_so():
    columns = {"money": common.money_column("Realized", "EUR"), "late": common.months_column()}
    shown, settings = tables.fitted([{"money": 8_562_500.0, "late": 15.25}, {"money": -499.0}], columns)
    assert shown == [{"money": 8563.0, "late": 15.3}, {"money": -0.0}]
    assert (settings["money"]["label"], settings["late"]["label"]) == ("Realized, €k", "Months late")


def test_one_large_column_puts_all_of_its_currency_in_thousands():
    columns = {
        "impact": common.money_column("Impact", "EUR"),
        "exposure": common.money_column("Exposure", "EUR"),
        "fee": common.money_column("Fee", "USD"),
    }
    rows = [{"impact": 1_200_000.0, "exposure": 17_540.0, "fee": 12.5}]
    shown, settings = tables.fitted(rows, columns)
    assert shown == [{"impact": 1200.0, "exposure": 17.5, "fee": 12.5}]
    assert [settings[name]["label"] for name in columns] == ["Impact, €k", "Exposure, €k", "Fee, USD"]


def test_below_a_million_amounts_keep_their_cents():
    shown, settings = tables.fitted([{"money": 999_999.5}], {"money": common.money_column("Realized", "EUR")})
    assert shown == [{"money": 999_999.5}]
    assert settings["money"]["label"] == "Realized, EUR"


def test_the_longest_text_decides_the_width():
    rows = [{"status": "active"}] * 50 + [{"status": "cancelled"}, {"status": "x" * 300}]
    _, settings = tables.fitted(rows[:51], {"status": "Status"})
    assert settings["status"]["width"] == 90
    assert tables.fitted(rows, {"status": "Status"})[1]["status"]["width"] == tables.WIDEST


def test_on_a_phone_names_are_wrapped_and_leave_room_for_the_numbers():
    columns = {"name": st.column_config.TextColumn("Benefit", pinned=True), "owner": "Owner"}
    _, settings = tables.fitted([{"name": "x" * 40, "owner": "y" * 40}], columns)
    narrow, height = tables.on_a_phone(settings, None)
    assert (narrow["name"]["width"], narrow["owner"]["width"], height) == (150, 310, 65)
    _, settings = tables.fitted([{"name": "short"}], columns)
    assert tables.on_a_phone(settings, 40) == (settings, 40)
