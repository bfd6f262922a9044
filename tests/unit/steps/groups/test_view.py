from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import ipywidgets as widgets
import pytest
from ipywidgets.widgets import widget as ipywidgets_widget

from rutkit.steps.groups.records import Group, GroupEvent, PutAside, Visit
from rutkit.steps.groups.view import StepView
from rutkit.steps.groups.view.subscribing import CalendarImport
from rutkit.steps.market.records import Posting
from rutkit.steps.network.records import Contact, Touch
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
GUILD = Group(name="The Guild")
VISITS = [
    Visit(group=GUILD.id, day=TODAY - timedelta(days=days), met=("Ann Oak",), hours=2) for days in (14, 7)
]
WEEKLY = GroupEvent(title="Tea", day=TODAY - timedelta(days=5), at="18:30", repeats="every week")

CALENDAR = b"""BEGIN:VCALENDAR
X-WR-CALNAME:The Guild
BEGIN:VEVENT
UID:1
SUMMARY:Evening <b>bold</b>
DTSTART:20261201T183000
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Walk
DTSTART:20261202T183000
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def view(page: Page) -> Iterator[StepView]:
    page.workbook.add_many([GUILD, *VISITS, WEEKLY], label="so far")
    view = StepView(page)
    yield view
    view.close()


def said(root: widgets.Widget) -> str:
    own = str(root.value) if isinstance(root, widgets.HTML) else ""
    return own + "".join(said(child) for child in getattr(root, "children", ()))


def found(root: widgets.Widget, text: str) -> widgets.Button | None:
    if isinstance(root, widgets.Button) and root.description == text:
        return root
    return next((hit for child in getattr(root, "children", ()) if (hit := found(child, text))), None)


def press(root: widgets.Widget, text: str) -> None:
    button = found(root, text)
    assert button is not None, f"no button says {text!r}"
    button.click()


def click(page: Page, action: str, **data: str) -> None:
    page.bridge._receive(page.bridge, {"type": "action", "action": action, **data}, [])


def importing(view: StepView) -> CalendarImport:
    return next(part for part in view._parts if isinstance(part, CalendarImport))


# What takes place


def test_an_event_of_another_time_zone_says_when_it_is_there(page: Page, view: StepView) -> None:
    page.workbook.add(
        GroupEvent(title="Far", day=TODAY + timedelta(days=3), at="18:30", zone="Asia/Kathmandu")
    )
    everything = said(view.widget)
    assert re.search(r"\d\d:\d\d, 18:30 in Kathmandu</p>", everything)  # what comes next
    assert re.search(r"\d\d:\d\d \(18:30 in Kathmandu\)</p>", everything)  # the month's list
    assert re.search(r"\d\d:\d\d \(18:30 in Kathmandu\)</td>", everything)  # the table


def test_an_event_at_the_end_of_the_calendar_stands_as_it_is_noted(page: Page, view: StepView) -> None:
    page.workbook.add(GroupEvent(title="Last", day=date.max, at="23:30", zone="Pacific/Pago_Pago"))
    assert ">23:30</td>" in said(view.widget)


# Trials


def test_a_trial_that_is_over_asks_for_a_decision_once(view: StepView) -> None:
    assert (
        said(view.widget).count("Would you like to join") == 2
    )  # above the visits, and as the step's next action


def test_a_decision_is_one_click_and_one_undo(page: Page, view: StepView) -> None:
    click(page, "decide", id=GUILD.id, decision="join")
    group = page.workbook.get(Group, GUILD.id)
    assert group
    assert (group.decision, group.decided, group.since) == ("join", TODAY, TODAY)
    page.undo()
    group = page.workbook.get(Group, GUILD.id)
    assert group
    assert (group.decision, group.since) == ("not decided", None)


def test_a_decision_that_nobody_offers_changes_nothing(page: Page, view: StepView) -> None:
    click(page, "decide", id=GUILD.id, decision="burn it")
    group = page.workbook.get(Group, GUILD.id)
    assert group
    assert group.decision == "not decided"


def test_after_joining_the_membership_has_its_line(page: Page, view: StepView) -> None:
    click(page, "decide", id=GUILD.id, decision="join")
    assert "1 membership" in said(view.widget)
    assert "Member since Nov 2026." in said(view.widget)


def test_a_membership_is_changed_in_a_form_that_closes_when_the_group_is_left(
    page: Page, view: StepView
) -> None:
    click(page, "decide", id=GUILD.id, decision="join")
    click(page, "change-membership", id=GUILD.id)
    assert found(view.widget, "Done")
    click(page, "decide", id=GUILD.id, decision="leave")
    assert found(view.widget, "Done") is None


def test_a_membership_that_was_renewed_renews_a_year_later(page: Page, view: StepView) -> None:
    joined = page.workbook.get(Group, GUILD.id)
    assert joined
    page.workbook.update(joined.model_copy(update={"decision": "join", "renewal": TODAY}))
    click(page, "renew-membership", id=GUILD.id)
    assert "It renews on 22 Nov 2027." in said(view.widget)


def test_a_renewal_without_a_day_asks_for_one(page: Page, view: StepView) -> None:
    click(page, "decide", id=GUILD.id, decision="join")
    click(page, "renew-membership", id=GUILD.id)
    assert "Say first on which day" in said(page.notices.widget)


def test_removing_a_group_takes_its_visits_along(page: Page, view: StepView) -> None:
    click(page, "remove-group", id=GUILD.id)
    assert (page.workbook.count(Group), page.workbook.count(Visit)) == (0, 0)
    page.undo()
    assert page.workbook.count(Visit) == 2


# People


def test_somebody_who_was_met_becomes_a_contact_with_one_click(page: Page, view: StepView) -> None:
    click(page, "add-acquaintance", name="Ann Oak")
    (ann,) = page.workbook.all(Contact)
    assert (ann.name, ann.relation, ann.tags) == ("Ann Oak", "association", ("The Guild",))
    assert [touch.contact for touch in page.workbook.all(Touch)] == [ann.id]
    assert "Everybody you met is among your people" in said(view.widget)


def test_a_new_contact_is_one_undo(page: Page, view: StepView) -> None:
    click(page, "add-acquaintance", name="Ann Oak")
    page.undo()
    assert (page.workbook.count(Contact), page.workbook.count(Touch)) == (0, 0)


def test_nobody_stands_among_the_people_twice(page: Page, view: StepView) -> None:
    page.workbook.add(Contact(name="ann oak", tags=("chess",)))
    click(page, "add-acquaintance", name="Ann Oak")
    (ann,) = page.workbook.all(Contact)
    assert ann.tags == ("chess", "The Guild")


# Suggestions


def test_what_postings_name_is_suggested_taken_and_put_aside(page: Page, view: StepView) -> None:
    texts = [f"Guild of Wicks or Guild of Lamps, desk {number}" for number in range(2)]
    page.workbook.add_many([Posting(text=text) for text in texts], label="pasted")
    assert "Guild of Wicks" in said(view.widget)
    click(page, "take-suggestion", name="Guild of Wicks")
    click(page, "put-aside", name="Guild of Lamps")
    assert page.workbook.find(Group, name="Guild of Wicks")
    assert page.workbook.count(PutAside) == 1
    assert "Nothing to suggest" in said(view.widget)


# Events


def test_the_month_shows_what_takes_place_in_it(view: StepView) -> None:
    assert said(view.widget).count('data-action="skip-time"') == 2  # on the 17th and the 24th


def test_one_time_of_a_series_is_left_out_with_one_click(page: Page, view: StepView) -> None:
    click(page, "skip-time", id=WEEKLY.id, day="2026-11-24")
    event = page.workbook.get(GroupEvent, WEEKLY.id)
    assert event
    assert event.leaves_out == "2026-11-24T18:30"


def test_a_later_month_is_worked_out_when_it_is_turned_to(view: StepView) -> None:
    press(view.widget, "Later month")
    assert "Tuesday 29 Dec, 18:30" in said(view.widget)


def test_a_calendar_file_is_shown_before_anything_is_saved(page: Page, view: StepView) -> None:
    importing(view).take(CALENDAR, "guild.ics")
    assert "“guild.ics”: 2 events new." in said(view.widget)
    assert page.workbook.count(GroupEvent) == 1


def test_a_calendar_file_is_taken_in_as_one_change(page: Page, view: StepView) -> None:
    importing(view).take(CALENDAR, "guild.ics")
    press(view.widget, "Take them in")
    walk = page.workbook.find(GroupEvent, title="Walk")
    assert walk
    assert walk.group == "The Guild"
    page.undo()
    assert page.workbook.count(GroupEvent) == 1


def test_the_same_calendar_file_again_doubles_nothing(page: Page, view: StepView) -> None:
    for _ in range(2):
        importing(view).take(CALENDAR, "guild.ics")
        if found(view.widget, "Take them in"):
            press(view.widget, "Take them in")
    assert "2 events are as before." in said(view.widget)
    assert page.workbook.count(GroupEvent) == 3


def test_titles_of_strangers_are_never_markup(page: Page, view: StepView) -> None:
    importing(view).take(CALENDAR, "guild.ics")
    press(view.widget, "Take them in")
    press(view.widget, "Later month")
    assert "<b>bold</b>" not in said(view.widget)


def test_what_is_no_calendar_is_answered_in_a_sentence(page: Page, view: StepView) -> None:
    importing(view).take(b"<html></html>", "page.html")
    assert "web page and not a calendar" in said(importing(view).widget)


def test_the_events_are_taken_along_as_a_file(view: StepView) -> None:
    press(view.widget, "Take them along for your calendar")
    assert re.search(r'download="rutkit-groups.ics" href="data:text/calendar', said(view.widget))


def test_a_view_that_closes_in_the_middle_of_an_import_leaves_no_widget(page: Page) -> None:
    StepView(page).close()  # what all views share comes to be
    before = set(ipywidgets_widget._instances)
    view = StepView(page)
    importing(view).take(CALENDAR, "guild.ics")
    press(view.widget, "Take them along for your calendar")
    view.close()
    assert set(ipywidgets_widget._instances) == before
