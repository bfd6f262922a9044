from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from rutkit.steps.exit_plan.advice import (
    Facts,
    coming_milestone,
    get_to_safety,
    look_at_the_plan,
    overdue_milestone,
    rereading_the_letter,
    stale_figures,
)
from rutkit.steps.exit_plan.records import (
    ExitPlan,
    Finances,
    Incident,
    Milestone,
    ResignationDraft,
    Safety,
    Support,
)

TODAY = date(2026, 11, 22)
HARMED = Safety(causes_harm=True)
HARMED_AND_TOLD = Safety(causes_harm=True, told="My sister")


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


@pytest.mark.parametrize(
    ("facts", "opens"),
    [
        (Facts(TODAY, HARMED), Safety),
        (Facts(TODAY, HARMED_AND_TOLD), Support),
        (Facts(TODAY, HARMED_AND_TOLD, supports=1), Incident),
    ],
)
def test_who_is_harmed_is_asked_first_for_what_protects_them(facts: Facts, opens: type) -> None:
    advice = get_to_safety(facts)

    assert advice is not None
    assert (advice.action.opens, advice.strength, advice.is_gentle) == (opens, 100, True)


def test_who_is_protected_or_not_harmed_is_asked_nothing_of_the_kind() -> None:
    assert get_to_safety(Facts(TODAY, HARMED_AND_TOLD, supports=1, incidents=1)) is None
    assert get_to_safety(Facts(TODAY, Safety(causes_harm=False))) is None


def test_an_overdue_milestone_grows_stronger_by_the_week_up_to_a_limit() -> None:
    def strength(late: int) -> int:
        advice = overdue_milestone(Facts(TODAY, milestones=[Milestone(what="Resume", by=days(-late))]))
        assert advice is not None
        return advice.strength

    assert strength(1) < strength(8) < strength(60) == strength(600)


def test_a_milestone_that_is_done_is_not_overdue() -> None:
    assert overdue_milestone(Facts(TODAY, milestones=[Milestone(by=days(-9), done=True)])) is None


def test_a_milestone_within_a_week_is_coming() -> None:
    advice = coming_milestone(Facts(TODAY, milestones=[Milestone(what="Resume", by=days(7))]))

    assert advice is not None
    assert "in 7 days" in advice.action.reason
    assert coming_milestone(Facts(TODAY, milestones=[Milestone(by=days(8))])) is None
    assert coming_milestone(Facts(TODAY, milestones=[Milestone(by=days(-1))])) is None


def test_the_plan_is_looked_at_from_its_day_on() -> None:
    assert look_at_the_plan(Facts(TODAY, plan=ExitPlan(next_review=TODAY))) is not None
    assert look_at_the_plan(Facts(TODAY, plan=ExitPlan(next_review=days(1)))) is None


def test_whole_figures_are_looked_over_after_sixty_days() -> None:
    def figures(ago: int) -> Finances:
        written = datetime.combine(days(-ago), datetime.min.time(), UTC) + timedelta(hours=12)
        names = ("savings", "take_home_pay", "other_income", "essential_costs", "discretionary_costs")
        return Finances(**dict.fromkeys(names, Decimal(1)), updated_at=written)

    assert stale_figures(Facts(TODAY, finances=figures(61))) is not None
    assert stale_figures(Facts(TODAY, finances=figures(60))) is None
    assert stale_figures(Facts(TODAY, finances=figures(61).model_copy(update={"savings": None}))) is None


def test_a_letter_opened_before_its_time_is_to_be_left_alone_for_two_weeks() -> None:
    def letter(opened_ago: int) -> ResignationDraft:
        opened = datetime.combine(days(-opened_ago), datetime.min.time()).astimezone()
        return ResignationDraft(sealed_at=opened - timedelta(hours=3), opened_early_at=opened)

    advice = rereading_the_letter(Facts(TODAY, letter=letter(14)))
    assert advice is not None
    assert "Sealed for 72 hours" in advice.numbers
    assert rereading_the_letter(Facts(TODAY, letter=letter(15))) is None
    resealed = letter(2).model_copy(update={"opened_early_at": None})
    assert rereading_the_letter(Facts(TODAY, letter=resealed)) is None
