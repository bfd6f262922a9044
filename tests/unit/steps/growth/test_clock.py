from __future__ import annotations

from datetime import date

import pytest

from rutkit.steps.growth.clock import clock_finding, growth_clock, span
from rutkit.steps.growth.learning import NewThing
from rutkit.steps.growth.records import RoleHistory

TODAY = date(2026, 11, 22)


def test_all_four_hands_count_in_months() -> None:
    hands = growth_clock(
        date(2020, 11, 1),
        RoleHistory(last_promotion=date(2022, 9, 1), last_change=date(2026, 4, 1)),
        NewThing(date(2026, 11, 3), "SQL"),
        TODAY,
    )
    assert [hand.months for hand in hands] == [72, 50, 7, 0]
    assert clock_finding(hands) == "In this role 6 years, last new skill less than a month ago"


def test_an_empty_clock_says_what_is_missing_for_each_hand() -> None:
    hands = growth_clock(None, None, None, TODAY)
    assert [hand.months for hand in hands] == [None] * 4
    assert [hand.label for hand in hands] == [
        "step 1 does not say",
        "none entered",
        "none entered",
        "none in your log",
    ]
    assert clock_finding(hands) == "How long it has been"


def test_a_date_that_lies_ahead_is_said_and_not_counted() -> None:
    promotion = growth_clock(None, RoleHistory(last_promotion=date(2027, 5, 1)), None, TODAY)[1]
    assert (promotion.months, promotion.label) == (None, "May 2027 lies ahead")


def test_a_single_hand_is_the_finding() -> None:
    hands = growth_clock(date(2025, 10, 1), None, None, TODAY)
    assert clock_finding(hands) == "In this role 1 year 1 month"


@pytest.mark.parametrize(
    ("months", "said"), [(0, "less than a month"), (1, "1 month"), (12, "1 year"), (25, "2 years 1 month")]
)
def test_months_are_said_as_one_says_them(months: int, said: str) -> None:
    assert span(months) == said
