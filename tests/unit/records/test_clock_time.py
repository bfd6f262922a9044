from __future__ import annotations

from datetime import time

import pytest
from pydantic import BaseModel, ValidationError

from rutkit.records import ClockTime, clock_time


class Appointment(BaseModel):
    at: ClockTime


@pytest.mark.parametrize("written", ["18:30", "18.30", " 18:30 ", "6:30 pm", "6:30PM", "6:30 p.m."])
def test_half_past_six_in_the_evening_may_be_written_in_several_ways(written: str) -> None:
    assert clock_time(written) == time(18, 30)


@pytest.mark.parametrize(("written", "hour"), [("12:00 am", 0), ("12:00 pm", 12), ("1:00 am", 1)])
def test_twelve_comes_before_one(written: str, hour: int) -> None:
    assert clock_time(written) == time(hour)


@pytest.mark.parametrize("written", ["", "soon", "25:00", "18:60", "18", "18:3"])
def test_what_is_no_time_of_day_is_none(written: str) -> None:
    assert clock_time(written) is None


def test_a_field_for_a_time_may_stay_empty() -> None:
    assert Appointment(at="").at == ""


def test_a_field_for_a_time_says_how_to_write_one() -> None:
    with pytest.raises(ValidationError, match="for example 18:30"):
        Appointment(at="soon")
