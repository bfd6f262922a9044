from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from rutkit.formatting import (
    EMPTY,
    counted,
    counted_hours,
    format_day,
    format_interval,
    format_money,
    format_number,
    format_rough_money,
    format_share,
    format_share_interval,
    format_value,
    join_words,
)
from rutkit.numerals import read_number
from rutkit.preferences import CURRENCIES
from rutkit.records import (
    Money,
    Month,
    PartialDate,
    Record,
    ShortText,
    TagList,
    Unit,
    describe,
    field_spec,
    named_scale,
    ten_scale,
)

TODAY = date(2026, 11, 4)


class Sample(Record):
    """A field of every kind that is written in its own way."""

    name: ShortText = ""
    hours: Annotated[float, Unit("hours a week")] | None = None
    count: int | None = None
    savings: Money | None = None
    day: date | None = None
    moment: datetime | None = None
    since: Month | None = None
    graduated: PartialDate = ""
    works: bool | None = None
    size: Literal["small", "large"] | None = None
    tags: TagList = ()
    stressed: Annotated[int, Field(ge=0, le=2), named_scale("none", "a little", "some")] | None = None
    fear: Annotated[int, Field(ge=0, le=10), ten_scale("not at all", "very much")] | None = None


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("name", "Ada", "Ada"),
        ("hours", 37.5, "37.5\u00a0hours a week"),
        ("hours", 0.0, "0\u00a0hours a week"),
        ("hours", 1.0, "1\u00a0hour a week"),
        ("count", 12345, "12,345"),
        ("savings", Decimal("12400.00"), "€12,400"),
        ("day", TODAY, "4 Nov 2026"),
        ("moment", datetime.fromisoformat("2026-11-04T09:05"), "4 Nov 2026, 09:05"),
        ("since", date(2024, 3, 1), "Mar 2024"),
        ("graduated", "2013", "2013"),
        ("graduated", "2013-12", "Dec 2013"),
        ("graduated", "2013-12-01", "Dec 2013"),
        ("works", True, "yes"),
        ("works", False, "no"),
        ("size", "small", "small"),
        ("tags", ("deadline", "no lunch"), "deadline, no lunch"),
        ("stressed", 0, "none"),
        ("fear", 7, "7 of 10"),
    ],
)
def test_values_are_written_by_their_kind(name: str, value: Any, shown: str) -> None:
    assert format_value(field_spec(Sample, name), value, currency="EUR") == shown


@pytest.mark.parametrize("spec", describe(Sample), ids=lambda spec: spec.name)
def test_no_value_is_a_dash(spec: Any) -> None:
    assert format_value(spec, getattr(Sample(), spec.name)) == EMPTY


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (1200, "USD", "$1,200"),
        (Decimal("49.9"), "USD", "$49.90"),
        (Decimal("-49.9"), "GBP", "−£49.90"),
        (1234.5, "JPY", "¥1,235"),
        (1200, "SEK", "SEK\u00a01,200"),
        (1200, "CHF", "CHF\u00a01,200"),
    ],
)
def test_money_carries_the_sign_of_its_currency(amount: Decimal, currency: str, shown: str) -> None:
    assert format_money(amount, currency) == shown


def test_money_can_be_rounded_to_whole_units() -> None:
    assert format_money(1234.56, "USD", decimals=0) == "$1,235"


@given(amount=st.decimals(-(10**9), 10**9, places=2), currency=st.sampled_from(CURRENCIES))
def test_money_that_was_written_can_be_typed_back(amount: Decimal, currency: str) -> None:
    assert read_number(format_money(amount, currency, decimals=2), money=True) == amount


@pytest.mark.parametrize(
    ("share", "shown"), [(0.42, "42\u00a0%"), (0.315, "32\u00a0%"), (0, "0\u00a0%"), (1, "100\u00a0%")]
)
def test_shares_are_whole_percents_rounded_as_people_do(share: float, shown: str) -> None:
    assert format_share(share) == shown


def test_an_interval_of_shares_names_percent_once() -> None:
    assert format_share_interval(0.258, 0.381) == "26–38\u00a0%"


def test_an_interval_that_crosses_zero_stays_readable() -> None:
    assert format_interval(-0.24, 1.4, unit="steps") == "−0.2 to 1.4\u00a0steps"


def test_nothing_is_never_less_than_nothing() -> None:
    assert format_number(-0.04, decimals=1) == "0.0"


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 4), "today"),
        (date(2026, 11, 3), "yesterday"),
        (date(2026, 11, 5), "tomorrow"),
        (date(2026, 11, 2), "Monday"),
        (date(2026, 10, 29), "Thursday"),
        (date(2026, 10, 28), "28 Oct"),
        (date(2026, 11, 6), "6 Nov"),
        (date(2025, 11, 4), "4 Nov 2025"),
    ],
)
def test_days_are_named_as_one_speaks_of_them(day: date, shown: str) -> None:
    assert format_day(day, TODAY) == shown


@pytest.mark.parametrize(
    ("words", "shown"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_joined_as_in_a_sentence(words: list[str], shown: str) -> None:
    assert join_words(words) == shown


@pytest.mark.parametrize(
    ("count", "noun", "shown"),
    [
        (1, "workday", "1 workday"),
        (3, "workday", "3 workdays"),
        (0, "entry", "0 entries"),
        (2, "rut check", "2 rut checks"),
        (2, "class", "2 classes"),
        (3601, "worker", "3,601 workers"),
    ],
)
def test_things_are_counted_in_the_right_number(count: int, noun: str, shown: str) -> None:
    assert counted(count, noun) == shown


def test_an_odd_plural_is_given_with_it() -> None:
    assert counted(2, "note of what happened", "notes of what happened") == "2 notes of what happened"


@pytest.mark.parametrize(
    ("hours", "said"), [(0, "0 hours"), (1, "1 hour"), (2.44, "2.4 hours"), (31.0, "31 hours")]
)
def test_hours_are_counted_to_the_tenth(hours: float, said: str) -> None:
    assert counted_hours(hours) == said


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (7_997, "$8,000"),
        (-43_800, "−$44,000"),
        (22_633.4, "$23,000"),
        (9.6, "$10"),
        (0.3, "$0"),
        (-0.3, "$0"),
    ],
)
def test_a_rough_amount_has_two_figures(amount: float, written: str) -> None:
    assert format_rough_money(amount, "USD") == written


@given(st.floats(10, 10**12), st.sampled_from((1, -1)))
def test_a_rough_amount_is_within_a_twentieth_of_the_amount(amount: float, sign: int) -> None:
    assert read_number(format_rough_money(sign * amount, "USD"), money=True) == pytest.approx(
        sign * Decimal(amount), rel=Decimal("0.05")
    )
