from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.skills.finishing import begin, finish, keep_on, look_is_due, stop, unsettled
from rutkit.steps.skills.records import LearningResource, Skill

TODAY = date(2026, 3, 17)
COURSE = LearningResource(
    name="Evenings",
    hours=20,
    hours_done=18,
    covers=("SQL", "Python"),
    to_level=3,
    provider="The school",
    proof="Certificate 7",
    state="under way",
    began=date(2026, 2, 1),
)


def test_a_finished_resource_is_done_today() -> None:
    done = finish(COURSE, [], TODAY).resource
    assert (done.state, done.finished, done.hours_done) == ("done", TODAY, 18)


def test_a_day_that_was_given_stays() -> None:
    given = COURSE.model_copy(update={"finished": date(2026, 3, 1)})
    assert finish(given, [], TODAY).entry.day == date(2026, 3, 1)


def test_a_known_skill_is_raised_with_the_proof_behind_what_stood_there() -> None:
    result = finish(COURSE, [Skill(name="sql", level=1, evidence="A report")], TODAY)
    (raised,) = result.raised_skills
    assert (raised.level, raised.last_used) == (3, date(2026, 3, 1))
    assert raised.evidence == "A report\nEvenings, finished on 17 Mar 2026: Certificate 7"


def test_a_skill_that_is_new_comes_onto_the_list() -> None:
    assert [s.name for s in finish(COURSE, [Skill(name="SQL")], TODAY).new_skills] == ["Python"]


def test_no_skill_is_ever_lowered() -> None:
    (raised,) = finish(COURSE, [Skill(name="SQL", level=5)], TODAY).raised_skills
    assert raised.level == 5


def test_finishing_twice_writes_the_proof_once() -> None:
    (once,) = finish(COURSE, [Skill(name="SQL")], TODAY).raised_skills
    (twice,) = finish(COURSE, [once], TODAY).raised_skills
    assert twice.evidence == once.evidence


def test_the_learning_log_gets_one_entry_for_a_resource() -> None:
    entry = finish(COURSE, [], TODAY).entry
    assert (entry.id, entry.what, entry.hours, entry.source) == (COURSE.id, "Evenings", 18, "The school")
    assert entry.skills == COURSE.covers


def test_what_was_marked_as_done_in_its_form_is_unsettled_until_the_log_has_it() -> None:
    done = finish(COURSE, [], TODAY)
    assert unsettled([done.resource], []) == (done.resource,)
    assert unsettled([done.resource], [done.entry]) == ()


def test_the_second_week_asks_for_a_look_until_there_was_one() -> None:
    begun = begin(COURSE.model_copy(update={"state": "planned", "began": None}), TODAY)
    assert not look_is_due(begun, TODAY + timedelta(days=6))
    assert look_is_due(begun, TODAY + timedelta(days=7))
    assert not look_is_due(keep_on(begun), TODAY + timedelta(days=7))


def test_what_is_stopped_is_dropped_with_its_hours() -> None:
    stopped = stop(COURSE)
    assert (stopped.state, stopped.hours_done, look_is_due(stopped, TODAY)) == ("dropped", 18, False)
