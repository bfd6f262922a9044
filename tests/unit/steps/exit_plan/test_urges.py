from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.exit_plan.records import UrgeToQuit
from rutkit.steps.exit_plan.urges import (
    duration_sentence,
    lately_sentence,
    spacing_sentence,
    summarize_urges,
    triggers_sentence,
    what_helped,
)

FIRST = datetime(2026, 1, 5, 10).astimezone()
"""A Monday, in the machine's own time zone."""


def urge(day: float, strength: int | None = 5, *set_off_by: str, helped: str = "") -> UrgeToQuit:
    return UrgeToQuit(at=FIRST + timedelta(days=day), strength=strength, set_off_by=set_off_by, helped=helped)


def day(number: int) -> date:
    return FIRST.date() + timedelta(days=number)


def test_quiet_weeks_count_as_weeks() -> None:
    summary = summarize_urges([urge(0), urge(15)], day(22))
    assert [week.count for week in summary.weeks] == [1, 0, 1, 0]


def test_a_week_keeps_its_strongest_urge() -> None:
    assert summarize_urges([urge(0, 4), urge(1, 9), urge(2, None)], day(2)).weeks[0].strongest == 9


def test_a_week_of_unrated_urges_has_no_strongest() -> None:
    assert summarize_urges([urge(0, None)], day(0)).weeks[0].strongest is None


def test_the_gap_is_the_middle_one() -> None:
    assert summarize_urges([urge(0), urge(2), urge(12), urge(13)], day(13)).days_between == 2


def test_two_urges_are_too_few_to_speak_of_spacing() -> None:
    summary = summarize_urges([urge(0), urge(2)], day(2))
    assert spacing_sentence(summary) == ("2 urges this week. Not enough yet to speak of spacing: 2 of 3.")


def test_the_spacing_is_said_with_the_count_and_the_weeks() -> None:
    summary = summarize_urges([urge(0), urge(6), urge(12)], day(13))
    assert spacing_sentence(summary) == "3 urges in 2 weeks, typically 6 days apart."


def test_an_empty_log_is_said_plainly() -> None:
    assert spacing_sentence(summarize_urges([], day(0))) == "No urge is logged yet."


def test_an_urge_dated_after_today_is_left_out() -> None:
    assert summarize_urges([urge(0), urge(3)], day(1)).count == 1


def test_nothing_is_said_of_lately_before_eight_weeks() -> None:
    assert lately_sentence(summarize_urges([urge(0)], day(48))) == ""


def test_the_last_four_weeks_are_set_beside_the_four_before() -> None:
    summary = summarize_urges([urge(0), urge(1), urge(50)], day(55))
    assert lately_sentence(summary).startswith("1 urge in the last four weeks, 2 in the four before.")


def test_a_trigger_is_compared_from_three_rated_urges_up() -> None:
    urges = [urge(0, 9, "boss"), urge(1, 7, "boss"), urge(2, 8, "boss"), urge(3, 10, "mail")]
    summary = summarize_urges(urges, day(3))
    assert triggers_sentence(summary) == "Strongest on average: “boss” (8.0 of 10, n = 3)."


def test_unrated_urges_do_not_make_a_trigger_comparable() -> None:
    urges = [urge(0, 9, "boss"), urge(1, None, "boss"), urge(2, 8, "boss")]
    assert triggers_sentence(summarize_urges(urges, day(3))) == (
        "Not enough yet to compare triggers: “boss” comes closest, with a strength given 2 of 3 times."
    )


def test_the_strongest_trigger_comes_first_however_rare() -> None:
    urges = [urge(n, 3, "mail") for n in range(5)] + [urge(n, 8, "boss") for n in range(3)]
    assert [trigger.name for trigger in summarize_urges(urges, day(9)).triggers] == ["boss", "mail"]


def test_a_trigger_named_twice_for_one_urge_counts_once() -> None:
    assert summarize_urges([urge(0, 3, "mail", "mail")], day(0)).triggers[0].count == 1


def test_what_helped_is_told_newest_first_and_once() -> None:
    urges = [urge(0, helped="a walk"), urge(1, helped="calling Ada"), urge(2, helped=" a walk ")]
    assert what_helped(urges) == ("a walk", "calling Ada")


@given(st.lists(st.integers(0, 300)))
def test_the_weeks_add_up_to_the_count(days: list[int]) -> None:
    summary = summarize_urges([urge(number) for number in days], day(300))
    assert sum(week.count for week in summary.weeks) == summary.count == len(days)


def timed(*minutes: int | None) -> list[UrgeToQuit]:
    return [urge(number).model_copy(update={"minutes": lasted}) for number, lasted in enumerate(minutes)]


def test_how_long_urges_last_is_the_middle_of_those_that_were_timed() -> None:
    summary = summarize_urges(timed(10, None, 30, 600), day(9))
    assert duration_sentence(summary) == "Half of them eased within 30 minutes (n = 3)."


def test_long_urges_are_told_in_hours() -> None:
    assert "5 hours" in duration_sentence(summarize_urges(timed(300, 300, 300), day(9)))


def test_two_timed_urges_are_not_enough() -> None:
    assert duration_sentence(summarize_urges(timed(10, 20), day(9))) == (
        "Not enough yet to say how long they last: 2 of 3 timed."
    )


def test_nothing_is_said_while_no_urge_was_timed() -> None:
    assert duration_sentence(summarize_urges(timed(None, None, None), day(9))) == ""
