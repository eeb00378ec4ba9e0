"""The sentences, to the letter."""

from decimal import Decimal

import pytest

from pages.executive import sentences


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("3.6"), "3.6 months"),
        (Decimal("3.0000"), "3 months"),
        (1, "1 month"),
        (-1, "1 month"),
        (Decimal("0.98"), "1 month"),
        (Decimal("14.3"), "14 months"),
        (Decimal("9.96"), "10 months"),
        (None, "not known"),
    ],
)
def test_months(value, text):
    assert sentences.months(value) == text


def test_months_in_the_readers_separators():
    assert sentences.months(Decimal("3.6"), "de-DE") == "3,6 months"
    assert sentences.months(Decimal(3), "de-DE") == "3 months"


@pytest.mark.parametrize(("number", "text"), [(0, "no benefit"), (1, "1 benefit"), (2, "2 benefits")])
def test_count(number, text):
    assert sentences.count(number, "benefit") == text


def test_count_of_an_irregular_thing():
    assert sentences.count(3, "currency", "currencies") == "3 currencies"


@pytest.mark.parametrize(
    ("planned", "realized", "rate", "slippage", "text"),
    [
        (
            500,
            320,
            Decimal("0.64"),
            Decimal("3.6"),
            "Benefits are 3.6 months behind the case: €320 of €500 due has been realized, 64.0%.",
        ),
        (
            19_800_000,
            12_400_000,
            Decimal("0.6262626"),
            Decimal("14.2"),
            "Benefits are 14 months behind the case: €12.4m of €19.8m due has been realized, 62.6%.",
        ),
        (
            500,
            600,
            Decimal("1.2"),
            Decimal(-2),
            "Benefits are 2 months ahead of the case: €600 of €500 due has been realized, 120.0%.",
        ),
        (
            500,
            495,
            Decimal("0.99"),
            Decimal("0.2"),
            "Benefits are on time: €495 of €500 due has been realized, 99.0%.",
        ),
        (
            500,
            400,
            Decimal("0.8"),
            None,
            "Benefits are behind the case: €400 of €500 due has been realized, 80.0%.",
        ),
        (
            500,
            500,
            Decimal(1),
            None,
            "Benefits are on the case: €500 of €500 due has been realized, 100.0%.",
        ),
        (
            500,
            0,
            Decimal(0),
            Decimal(7),
            "None of the €500 due has been realized, 7 months after the first was due.",
        ),
        (500, 0, Decimal(0), None, "None of the €500 due has been realized."),
        (0, 0, None, None, "No benefit is due yet at this status date."),
        (0, 40, None, None, "€40 has been realized before any benefit was due."),
        (None, None, None, None, "What was realized is not known: no value has been measured yet."),
        (500, None, None, None, "What was realized is not known: no value has been measured yet."),
    ],
)
def test_materializing(planned, realized, rate, slippage, text):
    assert sentences.materializing(planned, realized, rate, slippage, "EUR") == text


def test_materializing_when_all_of_the_case_has_arrived():
    text = sentences.materializing(500, 600, Decimal("1.2"), None, "EUR", state="complete")
    assert text == "All that the case promised has been realized: €600, 120.0% of what was due."


@pytest.mark.parametrize(
    ("state", "text"),
    [("complete", "complete"), ("no plan", "no plan"), ("not due", "not due"), (None, "not due")],
)
def test_slip_without_months_tells_why(state, text):
    assert sentences.slip(None, state=state) == text


def test_materializing_never_calls_zero_what_nobody_measured():
    text = sentences.materializing(500, 0, Decimal(0), 15, "EUR", measured=False)
    assert text == "€500 was due by now and nothing of it has been measured: what was realized is not known."


def test_netted():
    assert (
        sentences.netted(420, 230, Decimal("0.547619"), "EUR")
        == "Net of disbenefits it is €230 of €420, 54.8%."
    )
    assert sentences.netted(-80, 0, Decimal(0), measured=False) == (
        "Disbenefits are due and none of them has been measured: the net is not known."
    )
    assert sentences.netted(0, -20, None) == "Net of disbenefits there is nothing due to compare with yet."


@pytest.mark.parametrize(
    ("planned", "outlook", "share", "variance", "text"),
    [
        (
            870,
            700,
            Decimal("0.804598"),
            -170,
            "Over the whole life the outlook is €700 of €870, 80.5%: €170 less than promised.",
        ),
        (
            350,
            360,
            Decimal("1.028571"),
            10,
            "Over the whole life the outlook is €360 of €350, 102.9%: €10 more than promised.",
        ),
        (
            350,
            350,
            Decimal(1),
            0,
            "Over the whole life the outlook is €350 of €350, 100.0%: what was promised.",
        ),
        (0, 50, None, 50, "Over the whole life the outlook is €50; no business case says what was promised."),
        (None, None, None, None, "There is no outlook to compare with the whole-life case yet."),
    ],
)
def test_lifetime(planned, outlook, share, variance, text):
    assert sentences.lifetime(planned, outlook, share, variance, "EUR") == text


@pytest.mark.parametrize(
    ("coverage", "rate", "text"),
    [
        (
            Decimal("0.75"),
            Decimal("1.2"),
            "Only 75.0% of the values due have been measured; on those alone the rate is 120.0%.",
        ),
        (
            0,
            None,
            "Only 0.0% of the values due have been measured; the rest is unknown, not zero.",
        ),
        (1, Decimal("0.9"), ""),
        (None, None, ""),
    ],
)
def test_measured(coverage, rate, text):
    assert sentences.measured(coverage, rate) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("4.8"), "4.8 months behind"),
        (Decimal("-2"), "2 months ahead"),
        (Decimal("0.49"), "on time"),
        (Decimal("-0.49"), "on time"),
        (None, "not due"),
    ],
)
def test_slip(value, text):
    assert sentences.slip(value) == text


def test_conserved():
    assert sentences.conserved("Closed form", Decimal(500), Decimal(320), Decimal(230), "EUR") == (
        "Projects and what is attributed to none add up to Closed form: €320 realized of €500 due (gross), "
        "€230 net of disbenefits."
    )


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            (Decimal("0.375"), Decimal("0.5"), Decimal("0.75"), None),
            "It has come 37.5% of the way to its target, 50.0% was planned by now: index 0.75.",
        ),
        (
            (Decimal("0.375"), Decimal("0"), None, None),
            "It has come 37.5% of the way to its target, 0.0% was planned by now.",
        ),
        ((Decimal("0.375"), None, None, None), "It has come 37.5% of the way to its target."),
        (
            (None, None, None, None),
            "How far it has come is not known: no value has been measured, or its target is not given.",
        ),
        ((None, None, None, True), "It stays within its tolerance."),
        ((None, None, None, False), "It has left its tolerance."),
    ],
)
def test_progress(given, text):
    assert sentences.progress(*given) == text


@pytest.mark.parametrize(
    ("leakage", "upside", "text"),
    [
        (180, 10, "From the case of €870 to an outlook of €700: €180 is lost and €10 is gained"),
        (180, 0, "From the case of €870 to an outlook of €700: €180 is lost"),
        (0, 10, "From the case of €870 to an outlook of €700: €10 is gained"),
        (180, 0.1, "From the case of €870 to an outlook of €700: €180 is lost"),
        (0, 0, "From the case of €870 to an outlook of €700"),
    ],
)
def test_bridge(leakage, upside, text):
    assert sentences.bridge(870, 700, leakage, upside, "EUR") == text


@pytest.mark.parametrize(
    ("planned", "realized", "rate", "text"),
    [
        (-80, -90, Decimal("1.125"), "It has cost €90 of €80 allowed for by now, 112.5%."),
        (0, 0, None, "No cost is due yet at this status date."),
        (0, -5, None, "€5 before any was due."),
        (None, None, None, "What it has cost is not known: no value has been measured yet."),
    ],
)
def test_disbenefit(planned, realized, rate, text):
    assert sentences.disbenefit(planned, realized, rate, "EUR") == text


def test_some_of_many_names():
    assert sentences.some(["a"]) == "a"
    assert sentences.some(list("abcd")) == "a, b, c and d"
    assert sentences.some(list("abcdefg")) == "a, b, c, d and 3 more"
