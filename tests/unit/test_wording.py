from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.statistics import Interval
from rutkit.wording import listing, percent, percent_range, short_day


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (0.0, "0 %"),
        (0.315, "32 %"),
        (0.065, "7 %"),
        (0.0031, "<1 %"),
        (0.005, "1 %"),
        (0.997, ">99 %"),
        (1.0, "100 %"),
    ],
)
def test_a_share_is_written_in_whole_percent_rounded_half_up(share: float, written: str) -> None:
    assert percent(share).replace("\u00a0", " ") == written


@given(st.floats(0, 1))
def test_only_none_is_0_percent_and_only_all_is_100_percent(share: float) -> None:
    assert (percent(share) == percent(0)) == (share == 0)
    assert (percent(share) == percent(1)) == (share == 1)


@given(st.floats(0, 1))
def test_a_percent_sign_never_stands_alone_on_a_line(share: float) -> None:
    assert " " not in percent(share)


def test_an_interval_is_written_with_one_percent_sign() -> None:
    assert percent_range(Interval(0.258, 0.379, 0.95)).replace("\u00a0", " ") == "26–38 %"


def test_a_day_of_this_year_needs_no_year() -> None:
    assert short_day(date(2025, 11, 4), today=date(2025, 12, 31)) == "4 Nov"


@pytest.mark.parametrize("today", [None, date(2026, 1, 1)])
def test_any_other_day_has_its_year(today: date | None) -> None:
    assert short_day(date(2025, 11, 4), today=today) == "4 Nov 2025"


@pytest.mark.parametrize(
    ("words", "written"),
    [(["fear"], "fear"), (["fear", "comfort"], "fear and comfort"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_written_as_in_a_sentence(words: list[str], written: str) -> None:
    assert listing(words) == written
