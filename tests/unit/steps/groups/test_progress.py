from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from rutkit.steps.groups.progress import progress
from rutkit.steps.groups.records import Group, GroupEvent, Visit
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)
GUILD = Group(name="The Guild")


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as workbook:
        yield workbook


def visit(days_ago: int) -> Visit:
    return Visit(group=GUILD.id, day=TODAY - timedelta(days=days_ago))


def joined(**fields: object) -> Group:
    return GUILD.model_copy(update={"decision": "join", **fields})


def test_the_step_begins_with_two_groups(workbook: Workbook) -> None:
    found = progress(workbook, TODAY)
    assert (found.state, found.action.text) == (State.NOT_BEGUN, "Write down two groups of your field")


def test_an_event_alone_has_begun_it(workbook: Workbook) -> None:
    workbook.add(GroupEvent(title="Evening", day=TODAY))
    assert progress(workbook, TODAY).state is State.BEGUN


def test_a_group_wants_a_first_visit(workbook: Workbook) -> None:
    workbook.add(GUILD)
    found = progress(workbook, TODAY)
    assert (found.state, found.action.text) == (State.BEGUN, "Visit “The Guild”")


def test_after_one_visit_comes_the_second(workbook: Workbook) -> None:
    workbook.add_many([GUILD, visit(3)], label="tried")
    found = progress(workbook, TODAY)
    assert (found.action.text, found.note) == ("Visit “The Guild” again", "19 Nov")


def test_the_trial_that_has_come_furthest_goes_on_first(workbook: Workbook) -> None:
    workbook.add_many([Group(name="Another"), GUILD, visit(3)], label="tried")
    assert "The Guild" in progress(workbook, TODAY).action.text


def test_after_two_visits_a_decision_is_due(workbook: Workbook) -> None:
    workbook.add_many([GUILD, visit(10), visit(3)], label="tried")
    found = progress(workbook, TODAY)
    assert (found.state, found.note, found.action.text) == (
        State.DUE,
        "to decide",
        "Decide about “The Guild”",
    )


def test_who_wants_to_go_once_more_is_told_so(workbook: Workbook) -> None:
    workbook.add_many(
        [GUILD.model_copy(update={"decision": "once more", "decided": TODAY}), visit(3)], label="tried"
    )
    assert progress(workbook, TODAY).action.text == "Go to “The Guild” once more"


def test_a_renewal_that_comes_near_is_due(workbook: Workbook) -> None:
    workbook.add(joined(renewal=TODAY + timedelta(days=20), part=("talk",)))
    found = progress(workbook, TODAY)
    assert (found.state, found.note) == (State.DUE, "renews soon")


def test_leaving_a_group_settles_it_as_joining_does(workbook: Workbook) -> None:
    workbook.add(GUILD.model_copy(update={"decision": "leave"}))
    found = progress(workbook, TODAY)
    assert (found.state, found.action.text) == (State.DONE, "Find another group to try")


def test_who_joined_is_asked_what_to_take_part_in(workbook: Workbook) -> None:
    workbook.add(joined())
    found = progress(workbook, TODAY)
    assert (found.state, found.note, found.action.text) == (
        State.DONE,
        "1 joined",
        "Choose a part to take in “The Guild”",
    )


def test_who_takes_part_notes_visits(workbook: Workbook) -> None:
    workbook.add(joined(part=("committee",)))
    assert progress(workbook, TODAY).action.text == "Note your next visit"
