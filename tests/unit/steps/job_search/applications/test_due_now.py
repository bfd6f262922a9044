from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.job_search.applications.candidacy import Candidacy
from rutkit.steps.job_search.applications.due_now import (
    DAYS_AT_MOST,
    at_rest,
    days_of_silence,
    due_now,
    old_sentence,
)
from rutkit.steps.job_search.records import Application, ApplicationStage

TODAY = date(2026, 11, 22)


def sent(days_ago: int, **fields: object) -> Candidacy:
    application = Application.model_validate({"title": f"{days_ago} days", **fields})
    stage = ApplicationStage(application=application.id, day=TODAY - timedelta(days=days_ago))
    return Candidacy(application, (stage,))


def test_what_fell_due_last_comes_first() -> None:
    found = due_now([sent(40), sent(8), sent(20)], TODAY)
    assert [one.candidacy.application.title for one in found.listed] == ["8 days", "20 days", "40 days"]


def test_what_is_silent_for_too_long_is_not_listed() -> None:
    found = due_now([sent(DAYS_AT_MOST), sent(DAYS_AT_MOST + 1)], TODAY)
    assert [one.candidacy.application.title for one in found.listed] == [f"{DAYS_AT_MOST} days"]
    assert [candidacy.application.title for candidacy in found.old] == [f"{DAYS_AT_MOST + 1} days"]


def test_a_next_action_of_ones_own_is_listed_however_old_it_is() -> None:
    found = due_now([sent(300, next_on=TODAY - timedelta(days=200), follow_ups=0)], TODAY)
    assert [one.is_follow_up for one in found.listed] == [False]


def test_what_rests_is_due_no_more() -> None:
    old = sent(90)
    found = due_now([Candidacy(at_rest(old.application), old.stages)], TODAY)
    assert (found.listed, found.old) == ((), ())


def test_with_few_applications_silence_has_a_length_that_was_chosen() -> None:
    assert days_of_silence([sent(5)], TODAY) == DAYS_AT_MOST


def test_ones_own_applications_say_how_long_silence_may_be() -> None:
    answered = []
    for number in range(40):
        candidacy = sent(100 + number)
        assert candidacy.sent_on
        reply = ApplicationStage(
            application=candidacy.application.id, day=candidacy.sent_on + timedelta(days=5), stage="interview"
        )
        answered.append(Candidacy(candidacy.application, (*candidacy.stages, reply)))
    found = days_of_silence([*answered, *(sent(100 + number) for number in range(40))], TODAY)
    assert found == 5


def test_one_is_it_and_several_are_them() -> None:
    assert "1 application has had no news for more than 60 days. You may let it rest" in old_sentence(
        [sent(90)], 60
    )
    assert "2 applications have" in old_sentence([sent(90), sent(91)], 60)
