from __future__ import annotations

from datetime import date, timedelta

import pytest

from rutkit.dates import monday_of
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.job_search.advice import (
    Facts,
    decide_about_offer,
    follow_up,
    next_action,
    next_session,
    over_the_hours,
    read,
    rising_strain,
    too_many_looks,
)
from rutkit.steps.job_search.applications.candidacy import candidacies, due
from rutkit.steps.job_search.records import (
    Application,
    ApplicationStage,
    Look,
    Option,
    PlannedSession,
    SearchLimits,
    Session,
)
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 19)
"""A Thursday."""
MONDAY = monday_of(TODAY)


def look(days_ago: int, new_suitable: int = 0) -> Look:
    return Look(board="big", day=TODAY - timedelta(days=days_ago), new_suitable=new_suitable)


def test_an_offer_to_decide_about_within_ten_days_comes_before_all_else() -> None:
    def option(days: int) -> Option:
        return Option(name="Puddle", decide_by=TODAY + timedelta(days=days))

    advice = decide_about_offer(Facts(TODAY, options=[option(10)]))
    assert advice is not None
    assert (advice.strength, advice.numbers) == (80, "10 days left to decide.")
    assert decide_about_offer(Facts(TODAY, options=[option(11), option(-1)])) is None


def test_a_next_action_and_a_follow_up_are_told_apart() -> None:
    chosen = Application(title="Buyer", company="Otter", next_action="Thank Robin", next_on=TODAY)
    silent = Application(title="Lead", company="Heron")
    sent = [ApplicationStage(application=silent.id, day=TODAY - timedelta(days=9))]
    facts = Facts(TODAY, due(candidacies([chosen, silent], sent), TODAY))

    own, asked = next_action(facts), follow_up(facts)

    assert own is not None
    assert asked is not None
    assert (own.action.text, own.subject) == ("Thank Robin: Buyer, Otter", chosen.id)
    assert (asked.action.text, asked.subject) == ("Ask how it stands: Lead, Heron", silent.id)
    assert asked.numbers == "No news for 9 days; 1 to ask about."


def test_nothing_due_says_nothing() -> None:
    assert next_action(Facts(TODAY)) is None
    assert follow_up(Facts(TODAY)) is None


def test_today_s_session_is_stronger_than_one_later_in_the_week() -> None:
    today = next_session(Facts(TODAY, planned=[PlannedSession(weekday="Thursday", minutes=45)]))
    later = next_session(Facts(TODAY, planned=[PlannedSession(weekday="Saturday")]))

    assert today is not None
    assert later is not None
    assert today.strength > later.strength
    assert (today.minutes, today.takes_from) == (45, "search")


@pytest.mark.parametrize("weekday", ["Monday", "Sunday"])
def test_a_session_is_not_advised_when_its_day_is_over_or_it_took_place(weekday: str) -> None:
    planned = [PlannedSession.model_validate({"weekday": weekday})]
    held = [Session(day=MONDAY, minutes=45)] if weekday == "Sunday" else []

    assert next_session(Facts(TODAY, planned=planned, sessions=held)) is None


def test_a_look_more_than_allowed_is_the_one_to_stop_after() -> None:
    limits = SearchLimits(looks_a_week=2)
    looks = [look(0), look(1), look(2), look(10, 1), look(20)]
    advice = too_many_looks(Facts(TODAY, looks=looks, limits=limits))

    assert advice is not None
    assert advice.numbers.startswith("3 looks this week, 2 allowed. In 8 weeks 1 of 5 looks found anything")
    assert too_many_looks(Facts(TODAY, looks=looks[1:], limits=limits)) is None


def test_a_share_of_too_few_looks_is_not_given() -> None:
    advice = too_many_looks(Facts(TODAY, looks=[look(0), look(1), look(2)], limits=SearchLimits()))

    assert advice is not None
    assert advice.numbers == "3 looks this week, 2 allowed."


def test_the_search_stops_for_the_week_half_an_hour_beyond_its_hours() -> None:
    def facts(minutes: int) -> Facts:
        return Facts(
            TODAY, sessions=[Session(day=TODAY, minutes=minutes)], limits=SearchLimits(hours_a_week=2)
        )

    assert over_the_hours(facts(150)) is not None
    assert over_the_hours(facts(149)) is None
    assert over_the_hours(Facts(TODAY, sessions=[Session(day=TODAY, minutes=900)])) is None


def test_strain_that_rises_with_the_search_asks_for_less_of_it() -> None:
    with Workbook.temporary() as workbook:
        days = [TODAY - timedelta(days=ago) for ago in range(56)]
        workbook.add_many(
            [CheckIn(day=day, stressed=3 if ago < 28 else ago % 2) for ago, day in enumerate(days)],
            label="days",
        )
        workbook.add_many(
            [Session(day=day, minutes=120 if ago < 28 else 20) for ago, day in enumerate(days)],
            label="search",
        )
        facts = read(workbook, TODAY)

    advice = rising_strain(facts)

    assert advice is not None
    assert "95\u00a0%, n = 28 and 28 days" in advice.numbers


def test_without_sessions_nothing_is_read_of_the_days() -> None:
    with Workbook.temporary() as workbook:
        facts = read(workbook, TODAY)

    assert facts.check_ins is None
    assert rising_strain(facts) is None
