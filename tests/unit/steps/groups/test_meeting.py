from __future__ import annotations

from datetime import date

from rutkit.steps.groups.meeting import acquaintances, as_contact, first_touch
from rutkit.steps.groups.records import Group, Visit

GUILD = Group(name="The Guild")


def visit(day: int, *met: str, group: str = GUILD.id) -> Visit:
    return Visit(group=group, day=date(2026, 11, day), met=met)


def test_whoever_was_met_last_stands_first() -> None:
    found = acquaintances([GUILD], [visit(1, "Ann"), visit(8, "Bo")])
    assert [each.name for each in found] == ["Bo", "Ann"]


def test_somebody_met_again_was_met_on_the_first_day() -> None:
    (ann,) = acquaintances([GUILD], [visit(8, "ann"), visit(1, "Ann")])
    assert (ann.name, ann.day.day) == ("Ann", 1)


def test_whoever_was_met_in_a_group_that_is_gone_is_not_offered() -> None:
    assert acquaintances([GUILD], [visit(1, "Ann", group="gone")]) == ()


def test_an_acquaintance_becomes_a_contact_with_the_group_as_a_tag() -> None:
    (ann,) = acquaintances([GUILD], [visit(1, "Ann")])
    contact = as_contact(ann)
    assert (contact.name, contact.relation, contact.tags) == ("Ann", "association", ("The Guild",))


def test_the_name_of_a_group_may_be_longer_than_a_tag() -> None:
    (ann,) = acquaintances([long := Group(name="Guild " * 40)], [visit(1, "Ann", group=long.id)])
    assert len(as_contact(ann).tags[0]) == 60


def test_being_in_touch_begins_with_the_meeting() -> None:
    (ann,) = acquaintances([GUILD], [visit(1, "Ann")])
    contact = as_contact(ann)
    touch = first_touch(contact, ann)
    assert (touch.contact, touch.day, touch.channel) == (contact.id, date(2026, 11, 1), "in person")
