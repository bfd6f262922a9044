from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from rutkit.records import LongText, Money, Month, ShortText, TagList, named_scale, ten_scale


@given(st.dates())
def test_a_month_is_kept_as_its_first_day(day: date) -> None:
    assert TypeAdapter(Month).validate_python(day) == date(day.year, day.month, 1)


@pytest.mark.parametrize(("kind", "longest"), [(ShortText, 300), (LongText, 100_000)])
def test_a_text_has_a_longest_length(kind: Any, longest: int) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(kind)
    assert len(adapter.validate_python("x" * longest)) == longest
    with pytest.raises(ValidationError):
        adapter.validate_python("x" * (longest + 1))


def test_money_is_exact_to_the_cent() -> None:
    assert TypeAdapter(Money).validate_python("0.10") * 3 == Decimal("0.30")


@pytest.mark.parametrize("amount", ["0.001", "1000000000000.00", "NaN", "Infinity"])
def test_money_has_two_decimals_and_an_end(amount: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Money).validate_python(amount)


@pytest.mark.parametrize("tags", [("",), ("x" * 61,)])
def test_a_tag_is_a_short_word(tags: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(TagList).validate_python(tags)


def test_a_named_scale_has_a_step_for_each_name() -> None:
    scale = named_scale("none", "a little", "some")
    assert (scale.labels, scale.steps) == (("none", "a little", "some"), 3)


def test_a_scale_to_ten_has_eleven_steps_and_two_named_ends() -> None:
    scale = ten_scale("not at all", "very much")
    assert (scale.labels, scale.steps) == (("not at all", "very much"), 11)
