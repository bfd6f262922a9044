from __future__ import annotations

from datetime import date

import pytest

from rutkit.steps.groups.records import GroupEvent
from rutkit.steps.groups.times import first_clock, zone_called

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("zone", "called"), [("", ""), ("America/New_York", "New York"), ("Europe/Berlin", "Berlin")]
)
def test_a_zone_is_called_by_its_town(zone: str, called: str) -> None:
    assert zone_called(GroupEvent(day=DAY, zone=zone)) == called


def test_an_event_of_a_whole_day_has_no_clock() -> None:
    assert first_clock(GroupEvent(day=DAY)) == "–"


def test_a_time_of_another_zone_is_named_beside_the_time_here() -> None:
    assert first_clock(GroupEvent(day=DAY, at="18:30", zone="Pacific/Kiritimati")).endswith(
        "(18:30 in Kiritimati)"
    )
