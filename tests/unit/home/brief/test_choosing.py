from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.home.brief.capacity import Capacity
from rutkit.home.brief.choosing import DONE_DAYS, REST_DAYS, Lesson, choose, lessons
from rutkit.home.records import AdviceAnswer, AdviceReply
from rutkit.steps import STEPS
from rutkit.steps.advice import Advice
from rutkit.steps.progress import Action

TODAY = date(2026, 11, 22)
USUAL = Capacity()


def advice(rule: str, strength: int, **fields: Any) -> Advice:
    step, _, text = rule.partition(".")
    return Advice(Action(text, "", step), strength, rule=rule, **fields)


def answer(reply: AdviceReply, days_ago: int = 0, rule: str = "emotions.a") -> AdviceAnswer:
    return AdviceAnswer(rule=rule, reply=reply, day=TODAY - timedelta(days=days_ago))


def chosen(*to_do: Advice, capacity: Capacity = USUAL, **options: Any) -> list[str]:
    found = choose(to_do, [], options.pop("learned", {}), capacity, TODAY, **options)
    return [each.rule for each in found.to_do]


def test_the_three_strongest_of_three_steps_are_chosen() -> None:
    assert chosen(
        advice("emotions.a", 40),
        advice("growth.b", 50),
        advice("growth.c", 49),
        advice("market.d", 30),
        advice("skills.e", 20),
    ) == ["growth.b", "emotions.a", "market.d"]


def test_a_step_speaks_twice_only_where_too_few_others_speak() -> None:
    said = chosen(advice("growth.b", 50), advice("growth.c", 49), advice("market.d", 30))

    assert said == ["growth.b", "growth.c", "market.d"]


def test_a_heavy_week_gets_fewer_and_smaller_things() -> None:
    heavy = Capacity(actions=1, longest=10)

    assert chosen(
        advice("growth.b", 50, minutes=11),
        advice("market.d", 30, minutes=10),
        advice("emotions.a", 9),
        capacity=heavy,
    ) == ["market.d"]


def test_hours_that_are_used_up_are_not_asked_for() -> None:
    used_up = Capacity(left={"search": 5})

    assert chosen(
        advice("job_search.long", 70, minutes=6, takes_from="search"),
        advice("job_search.short", 60, minutes=5, takes_from="search"),
        advice("skills.free", 10, minutes=600, takes_from="learning"),
        capacity=used_up,
    ) == ["job_search.short", "skills.free"]


def test_distress_leaves_one_gentle_thing_and_nothing_to_stop() -> None:
    to_do = [
        advice("job_search.a", 80),
        advice("exit_plan.long", 70, minutes=11, is_gentle=True),
        advice("emotions.b", 40, minutes=1, is_gentle=True),
        advice("prepare.c", 30, minutes=1, is_gentle=True),
    ]
    found = choose(to_do, [advice("job_search.stop", 90)], {}, USUAL, TODAY, is_distressed=True)

    assert [each.rule for each in found.to_do] == ["emotions.b"]
    assert found.to_stop is None


def test_the_strongest_thing_to_stop_is_said() -> None:
    found = choose([], [advice("skills.a", 40), advice("job_search.b", 60)], {}, USUAL, TODAY)

    assert found.to_stop is not None
    assert found.to_stop.rule == "job_search.b"


@pytest.mark.parametrize(("times", "days"), [(1, 3), (2, 7), (3, 14), (4, 28), (9, 28)])
def test_not_now_comes_back_later_each_time(times: int, days: int) -> None:
    lesson = lessons([answer("not now")] * times, TODAY)["emotions.a", ""]

    assert lesson == Lesson(times, TODAY + timedelta(days=days))


def test_what_was_put_aside_comes_back_on_its_day_and_weaker() -> None:
    learned = lessons([answer("not now", days_ago=REST_DAYS[0])], TODAY)
    early = lessons([answer("not now", days_ago=REST_DAYS[0] - 1)], TODAY)
    a, b = advice("emotions.a", 50), advice("growth.b", 45)

    assert chosen(a, b, learned=learned) == ["growth.b", "emotions.a"]
    assert chosen(a, b, learned=early) == ["growth.b"]


def test_done_is_said_again_after_a_week_at_full_strength() -> None:
    learned = lessons([answer("not now", DONE_DAYS + 5), answer("done", DONE_DAYS)], TODAY)

    assert learned["emotions.a", ""] == Lesson(0, TODAY)
    assert chosen(advice("emotions.a", 50), advice("growth.b", 45), learned=learned)[0] == "emotions.a"


def test_an_answer_is_about_one_record() -> None:
    other = Advice(Action("", "", "emotions", None, "other"), 50, rule="emotions.a")

    assert chosen(other, learned=lessons([answer("done")], TODAY)) == ["emotions.a"]


def test_what_was_answered_four_months_ago_is_forgotten() -> None:
    assert lessons([answer("not now", 121)], TODAY) == {}


def test_how_much_waits_is_counted() -> None:
    learned = lessons([answer("done"), answer("not now", rule="growth.b")], TODAY)
    found = choose([advice("emotions.a", 1)], [advice("growth.b", 1)], learned, USUAL, TODAY)

    assert found.put_aside == 2


ADVICE = st.builds(
    advice,
    st.sampled_from([f"{step.slug}.{name}" for step in STEPS for name in "abc"]),
    st.integers(0, 100),
    minutes=st.integers(0, 90),
    is_gentle=st.booleans(),
)


@given(st.lists(ADVICE, max_size=30), st.integers(1, 3), st.none() | st.integers(1, 60), st.booleans())
def test_never_more_than_the_week_can_take(
    to_do: list[Advice], actions: int, longest: int | None, is_distressed: bool
) -> None:
    found = choose(to_do, [], {}, Capacity(actions, longest), TODAY, is_distressed=is_distressed).to_do

    assert len(found) <= (1 if is_distressed else actions)
    assert is_distressed or all(longest is None or each.minutes <= longest for each in found)
    assert list(found) == sorted(found, key=lambda each: -each.strength)
