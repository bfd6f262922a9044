from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.numerals import LonePoint, NotANumberError, UnclearNumberError, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("38", "38"),
        (" 37.5 ", "37.5"),
        ("37,5", "37.5"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1 234,5", "1234.5"),
        ("1\u202f234,5", "1234.5"),
        ("1\u00a0234\u2009567", "1234567"),
        ("1'234", "1234"),
        ("1’234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("12,34,567", "1234567"),
        ("0,125", "0.125"),
        (".5", "0.5"),
        ("5.", "5"),
        ("-5", "-5"),
        ("−5,5", "-5.5"),
        ("+5", "5"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(("text", "number"), [("12k", "12000"), ("£4.5K", "4500"), ("3 k", "3000")])
def test_a_k_after_an_amount_of_money_means_thousands(text: str, number: str) -> None:
    assert read_number(text, money=True) == Decimal(number)


def test_a_k_after_what_is_no_money_is_no_number() -> None:
    with pytest.raises(NotANumberError):
        read_number("12k", unit="hours")


def test_a_single_comma_before_three_digits_groups_thousands() -> None:
    assert read_number("1,234") == 1234


@pytest.mark.parametrize(
    ("lone_point", "number"), [(LonePoint.DECIMALS, "1.234"), (LonePoint.THOUSANDS, "1234")]
)
def test_a_single_point_before_three_digits_means_what_the_caller_says(
    lone_point: LonePoint, number: str
) -> None:
    assert read_number("1.234", lone_point=lone_point) == Decimal(number)


def test_a_number_that_can_mean_two_things_is_not_guessed() -> None:
    with pytest.raises(UnclearNumberError) as caught:
        read_number("3.000", lone_point=LonePoint.UNCLEAR)
    assert caught.value.readings == (Decimal(3000), Decimal(3))


def test_other_points_are_never_unclear() -> None:
    assert read_number("3.5", lone_point=LonePoint.UNCLEAR) == Decimal("3.5")


@pytest.mark.parametrize("text", ["40 hours", "40 hours a week", "40h", "40 hrs/wk", "40 hrs per week."])
def test_the_unit_may_be_written_too(text: str) -> None:
    assert read_number(text, unit="hours a week") == 40


@pytest.mark.parametrize(
    "text",
    [
        "$1,200",
        "1200 USD",
        "US$ 1200",
        "€1.200,00",
        "1 200 kr.",
        "Fr. 1'200.–",
        "1,200 a month",
        "R$ 1.200,00",
    ],
)
def test_money_may_carry_any_currency(text: str) -> None:
    assert read_number(text, unit="a month", money=True) == 1200


def test_a_minus_may_stand_before_or_behind_the_currency() -> None:
    assert read_number("-$5", money=True) == read_number("$-5", money=True) == -5


ROUGHLY = [
    "about ",
    "around ",
    "roughly ",
    "approx. ",
    "approx ",
    "ca. ",
    "ca ",
    "circa ",
    "~",
    "~ ",
    "≈",
    "≈ ",
]
amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


@given(st.sampled_from(ROUGHLY), st.booleans(), amounts)
def test_a_rough_figure_is_the_figure(roughly: str, in_capitals: bool, amount: Decimal) -> None:
    said = roughly.upper() if in_capitals else roughly
    assert read_number(f"{said}{amount:,.2f}") == amount


@given(st.sampled_from(ROUGHLY), st.sampled_from(ROUGHLY), amounts)
def test_only_one_word_says_that_a_figure_is_rough(one: str, other: str, amount: Decimal) -> None:
    with pytest.raises(NotANumberError):
        read_number(f"{one}{other}{amount}")


@pytest.mark.parametrize(
    "text",
    ["about", "~", "3200 about", "aboutish 3200", "nearly 3200", "over 3200", "up to 3200", "about 5 or 6"],
)
def test_nothing_else_is_taken_for_a_rough_figure(text: str) -> None:
    with pytest.raises(NotANumberError):
        read_number(text, money=True)


def test_a_rough_amount_may_carry_its_currency_and_thousands() -> None:
    assert read_number("about $3.2k", money=True) == read_number("ca$3200", money=True) == 3200


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("half a year", 6),
        ("About half a year", 6),
        ("a year", 12),
        ("1 year", 12),
        ("two years", 24),
        ("3 years", 36),
        ("a year and a half", 18),
        ("six months", 6),
        ("18 months", 18),
    ],
)
def test_a_span_in_words_is_read_where_months_are_asked_for(text: str, months: int) -> None:
    assert read_number(text, unit="months") == months


@pytest.mark.parametrize("text", ["a few months", "some years", "half a month", "years"])
def test_a_span_that_could_be_anything_is_refused(text: str) -> None:
    with pytest.raises(NotANumberError):
        read_number(text, unit="months")


def test_a_span_is_no_number_where_something_else_is_asked_for() -> None:
    with pytest.raises(NotANumberError):
        read_number("half a year", unit="hours a month")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "abc",
        "12k",
        "5-6",
        "5 to 6",
        "1 2",
        "1,2,3",
        "1..2",
        "1.,2",
        "1,23,4",
        "5²",
        "٣",
        "0x10",
        "1e5",
    ],
)
def test_what_is_not_clearly_one_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumberError):
        read_number(text)


@pytest.mark.parametrize("text", ["40 hours a day", "40 %", "40 USD"])
def test_words_that_are_not_the_unit_are_refused(text: str) -> None:
    with pytest.raises(NotANumberError):
        read_number(text, unit="hours a week")


@given(st.text(max_size=200))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = read_number(text, unit="hours a week", money=True)
    except NotANumberError:
        return
    assert number.is_finite()


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_every_common_way_to_group_is_read_back(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    french = english.translate(str.maketrans(",.", "\u202f,"))
    swiss = english.replace(",", "’")
    assert {read_number(text) for text in (english, german, french, swiss)} == {amount}
