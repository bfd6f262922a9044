"""The brief over all ten steps, on small workbooks and on the invented year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from rutkit.demo import write_demo
from rutkit.home.brief.writing import Brief, write_brief
from rutkit.steps import STEPS
from rutkit.steps.acknowledge.records import Situation
from rutkit.steps.advice import said
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import Incident, Safety, Support
from rutkit.steps.job_search.records import SearchLimits, Session
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as opened:
        yield opened


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    path = tmp_path_factory.mktemp("demo") / "demo.rutkit"
    write_demo(path, today=TODAY)
    with Workbook.open(path) as opened:
        yield opened


def rules_of(brief: Brief) -> list[str]:
    return [advice.rule for advice in brief.chosen.to_do]


def test_an_empty_workbook_starts_with_step_one_alone(workbook: Workbook) -> None:
    brief = write_brief(workbook, TODAY)

    assert rules_of(brief) == ["acknowledge.begin"]
    assert brief.chosen.to_do[0].action.opens is Situation
    assert brief.chosen.to_stop is None
    assert brief.where == ("Nothing is written down yet. It starts with step 1, and a few words are enough.",)


def test_what_is_begun_is_gone_on_with_before_more_is_begun(workbook: Workbook) -> None:
    workbook.add(Situation(role="Nurse"))
    workbook.add(Support(name="My sister"))

    brief = write_brief(workbook, TODAY)

    assert rules_of(brief)[:2] == ["acknowledge.begin", "exit_plan.begin"]
    assert brief.where == ("2 of ten steps are begun.",)
    assert not brief.review_waits


def test_a_week_of_extremes_brings_support_first_and_one_gentle_thing(workbook: Workbook) -> None:
    workbook.add_many(
        [CheckIn(day=TODAY - timedelta(days=ago), angry=4) for ago in range(1, 6)], label="days"
    )

    brief = write_brief(workbook, TODAY)

    assert brief.support is not None
    assert not brief.review_waits
    assert [sentence[:15] for sentence in brief.where] == ["Toll this week:"]
    assert len(brief.chosen.to_do) == 1
    assert brief.chosen.to_do[0].is_gentle


def test_who_is_harmed_is_asked_for_nothing_else_until_they_are_not_alone_with_it(workbook: Workbook) -> None:
    workbook.add(Safety(causes_harm=True))
    assert rules_of(write_brief(workbook, TODAY)) == ["exit_plan.get_to_safety"]

    safety = workbook.only(Safety)
    assert safety
    workbook.update(safety.model_copy(update={"told": "My sister"}))
    workbook.add(Support(name="My sister"))
    workbook.add(Incident(day=TODAY))
    brief = write_brief(workbook, TODAY)

    assert brief.is_harmed
    assert len(rules_of(brief)) > 1


def test_a_search_that_used_up_its_week_is_not_asked_for_more(workbook: Workbook) -> None:
    workbook.add(SearchLimits(hours_a_week=1))
    workbook.add(Session(day=TODAY, minutes=60))

    brief = write_brief(workbook, TODAY)

    assert brief.capacity.left["search"] == 0
    assert "search (1 hour)" in brief.capacity.sentence


def test_the_invented_year_gets_three_things_of_three_steps_and_one_to_stop(year: Workbook) -> None:
    brief = write_brief(year, TODAY)

    assert len({advice.action.step for advice in brief.chosen.to_do}) == 3
    assert all(advice.numbers for advice in brief.chosen.to_do)
    assert brief.chosen.to_stop is not None
    assert brief.review_waits
    assert brief.predictions_due == 1
    assert brief.where[0].startswith("All ten steps stand; ")


def test_every_rule_speaks_in_the_months_after_the_invented_year(year: Workbook) -> None:
    """Nothing is written any more, so that one thing after the other falls due."""
    heard = set()
    for ahead in range(0, 220, 5):
        for step in STEPS:
            rules = step.rules
            facts = rules.read(year, TODAY + timedelta(days=ahead))
            heard |= {advice.rule for advice in said(step.slug, (*rules.to_do, *rules.to_stop), facts)}
    every = {name for step in STEPS for name in step.rules.names(step.slug)}

    assert every - heard == NOT_IN_THIS_YEAR


NOT_IN_THIS_YEAR = {
    "exit_plan.get_to_safety",  # the invented job is hard and does no harm
    "exit_plan.rereading_the_letter",
    "groups.no_use",
    "job_search.over_the_hours",
    "job_search.rising_strain",
    "network.give_something",
    "prepare.keep_the_questions",
    "skills.finished",
    "skills.too_many_at_once",
}
"""Rules that speak in their own tests only."""


def test_every_step_has_rules_with_names_of_their_own() -> None:
    names = [name for step in STEPS for name in step.rules.names(step.slug)]

    assert len(names) == len(set(names))
    assert all(step.rules.to_do for step in STEPS)


def test_what_is_advised_opens_a_form_of_the_step_that_it_names(year: Workbook) -> None:
    kinds = {kind: step.slug for step in STEPS for kind in step.module("records").RECORDS}
    for ahead in range(0, 200, 20):
        for step in STEPS:
            facts = step.rules.read(year, TODAY + timedelta(days=ahead))
            for advice in said(step.slug, (*step.rules.to_do, *step.rules.to_stop), facts):
                action = advice.action
                assert action.opens is None or kinds[action.opens] == action.step
                assert not action.record_id or (action.opens and year.get(action.opens, action.record_id))
