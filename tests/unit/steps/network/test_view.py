from __future__ import annotations

import re
from base64 import b64decode
from datetime import date, timedelta

import ipywidgets as widgets
import pytest

from rutkit.steps.job_search.records import Application
from rutkit.steps.network.records import (
    Cadence,
    Contact,
    MessageDraft,
    MessageTemplate,
    Touch,
    WritingChoices,
)
from rutkit.steps.network.view import StepView
from rutkit.steps.network.view.message import MessagePanel
from rutkit.widgets.folded import Folded, FoldedSection
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
ADA = Contact(name="Ada <Otter>", relation="friend", company="Acme", mail="ada@example.org", closeness=2)
BO = Contact(name="Bo", relation="family", closeness=1)


@pytest.fixture
def view(page: Page) -> StepView:
    page.workbook.add_many([ADA, BO, WritingChoices(signature="Alex")], label="so far")
    return StepView(page)


def said(root: widgets.Widget) -> str:
    own = str(root.value) if isinstance(root, widgets.HTML) else ""
    return own + "".join(said(child) for child in getattr(root, "children", ()))


def section(view: StepView, name: str) -> widgets.Widget:
    """The section of this name, opened if it is folded."""
    for part in view._parts:
        if isinstance(part, FoldedSection) and part.name == name:
            part.open()
    return next(part for part in view.widget.children if f"rutkit-section-{name}" in part._dom_classes)


def click(page: Page, action: str, **data: str) -> None:
    page.bridge._receive(page.bridge, {"type": "action", "action": action, **data}, [])


def press(root: widgets.Widget, text: str) -> None:
    def found(widget: widgets.Widget) -> widgets.Button | None:
        if isinstance(widget, widgets.Button) and widget.description == text:
            return widget
        return next((hit for child in getattr(widget, "children", ()) if (hit := found(child))), None)

    button = found(root)
    assert button is not None, f"no button says {text!r}"
    button.click()


def message_to(page: Page, contact: Contact) -> MessageDraft:
    message = page.workbook.find(MessageDraft, contact=contact.id)
    assert message is not None
    return message


def remove(page: Page, contact: Contact) -> None:
    saved = page.workbook.get(Contact, contact.id)
    assert saved is not None
    page.workbook.remove(saved)


# Whom to write to


def test_a_suggestion_says_its_reasons(view: StepView) -> None:
    week = said(section(view, "week"))
    assert "Ada &lt;Otter&gt;" in week
    assert "You know each other a little." in week
    assert ">Bo<" not in week


def test_how_the_reasons_weigh_is_told_with_the_sources(view: StepView) -> None:
    assert "Science, 2022" in said(section(view, "week"))


def test_an_application_makes_a_reason(page: Page, view: StepView) -> None:
    page.workbook.add(Application(company="Acme Ltd.", title="Clerk"))
    assert "You have applied at Acme Ltd." in said(section(view, "week"))


def test_not_now_waits_four_weeks(page: Page, view: StepView) -> None:
    click(page, "network-not-now", id=ADA.id)
    asked = page.workbook.get(Contact, ADA.id)
    assert asked is not None
    assert (asked.asking, asked.not_before) == ("not now", TODAY + timedelta(days=28))
    assert "Nobody this week" in said(section(view, "week"))


def test_not_this_one_can_be_taken_back(page: Page, view: StepView) -> None:
    click(page, "network-not-this-one", id=ADA.id)
    assert "Nobody this week" in said(section(view, "week"))
    page.undo()
    assert "You know each other a little." in said(section(view, "week"))


def test_a_message_that_was_begun_can_be_gone_on_with(page: Page, view: StepView) -> None:
    page.workbook.add(MessageDraft(contact=BO.id, text="Dear Bo"))
    page.workbook.add(MessageDraft(contact=ADA.id, text=" "))
    week = said(section(view, "week"))
    assert "You began a message to Bo: <button" in week
    assert f'data-action="network-show" data-id="{BO.id}" aria-label="Go on: Bo">Go on</button>' in week
    assert "a message to Ada" not in week


def test_a_message_to_somebody_who_was_removed_is_not_listed(page: Page, view: StepView) -> None:
    page.workbook.add(MessageDraft(contact="gone", text="Dear nobody"))
    assert "You began" not in said(section(view, "week"))


def test_everybody_on_the_list_can_be_opened(page: Page, view: StepView) -> None:
    opens = f'data-action="network-show" data-id="{BO.id}" aria-label="Open Bo">Open</button>'
    assert opens in said(section(view, "people"))
    click(page, "network-show", id=BO.id)
    assert '<h3 class="rutkit-chart-title">Bo</h3>' in said(section(view, "person"))


def test_a_click_on_somebody_who_is_gone_does_nothing(page: Page, view: StepView) -> None:
    remove(page, ADA)
    click(page, "network-show", id=ADA.id)
    assert "Choose one of those who are suggested" in said(section(view, "person"))


# One person


def test_a_person_is_shown_with_what_is_noted(page: Page, view: StepView) -> None:
    page.workbook.add(Cadence(group="friend", ideal_days=60, longest_days=180))
    page.workbook.add(Touch(contact=ADA.id, day=TODAY, exchange=("I gave",), said="A list"))
    page.workbook.add(Touch(contact=BO.id, day=TODAY, said="Something else"))
    click(page, "network-show", id=ADA.id)
    person = said(section(view, "person"))
    assert "Last in touch 22 Nov 2026, today." in person
    assert "You gave once and asked not once; 1 time in touch noted." in person
    assert "A list" in person
    assert "Something else" not in person


def test_the_third_time_of_asking_meets_a_hint(page: Page, view: StepView) -> None:
    asked = [Touch(contact=ADA.id, day=TODAY - timedelta(days=n), exchange=("I asked",)) for n in (1, 2)]
    page.workbook.add_many(asked, label="asked")
    click(page, "network-show", id=ADA.id)
    assert "nothing that you gave is noted yet" in said(section(view, "person"))


def test_somebody_is_found_by_a_few_letters(view: StepView) -> None:
    def search(widget: widgets.Widget) -> widgets.Text | None:
        if isinstance(widget, widgets.Text) and widget.description == "Find somebody":
            return widget
        return next((hit for child in getattr(widget, "children", ()) if (hit := search(child))), None)

    field = search(view.widget)
    assert field is not None
    field.value = "ott"
    found = said(section(view, "person"))
    assert f'data-id="{ADA.id}"' in found
    assert BO.id not in found


def test_who_is_removed_is_looked_at_no_longer(page: Page, view: StepView) -> None:
    click(page, "network-show", id=ADA.id)
    remove(page, ADA)
    assert "Choose one of those who are suggested" in said(section(view, "person"))


# A message


def test_a_starter_becomes_the_message(page: Page, view: StepView) -> None:
    click(page, "network-show", id=ADA.id)
    press(section(view, "person"), "Use this text")
    message = message_to(page, ADA)
    assert message.text.startswith("Hi Ada,\n\n")
    assert message.text.endswith("\n\nAlex")


def test_the_mail_link_carries_the_message(page: Page, view: StepView) -> None:
    click(page, "network-show", id=ADA.id)
    page.workbook.put(MessageDraft(contact=ADA.id, subject="A & B", text="One\nTwo"))
    assert 'href="mailto:ada@example.org?subject=A%20%26%20B&amp;body=One%0D%0ATwo"' in said(view.widget)


def test_without_an_address_there_is_no_mail_link(page: Page, view: StepView) -> None:
    page.workbook.put(MessageDraft(contact=BO.id, text="Hello"))
    click(page, "network-show", id=BO.id)
    assert "mailto:" not in said(view.widget)
    assert "No mail address is noted for them." in said(view.widget)


def test_a_message_that_was_sent_becomes_a_time_in_touch(page: Page, view: StepView) -> None:
    click(page, "network-show", id=ADA.id)
    page.workbook.put(MessageDraft(contact=ADA.id, occasion="asking for a conversation", text="May I?"))
    press(section(view, "person"), "I sent it: note it")
    (touch,) = page.workbook.all(Touch)
    assert (touch.contact, touch.day, touch.channel, touch.exchange, touch.said) == (
        ADA.id,
        TODAY,
        "mail",
        ("I asked",),
        "May I?",
    )
    assert page.workbook.count(MessageDraft) == 0
    page.undo()
    assert (page.workbook.count(Touch), page.workbook.count(MessageDraft)) == (0, 1)


def test_an_empty_message_is_not_noted(page: Page, view: StepView) -> None:
    click(page, "network-show", id=ADA.id)
    press(section(view, "person"), "I sent it: note it")
    assert page.workbook.count(Touch) == 0
    assert "There is no message yet" in said(page.notices.widget)


def test_a_starter_can_be_made_one_s_own(page: Page, view: StepView) -> None:
    press(section(view, "person"), "Your templates, and how you sign")
    click(page, "network-take-starter", number="3")
    (own,) = page.workbook.all(MessageTemplate)
    assert own.occasion == "thanking"


def test_one_s_own_templates_are_offered_first(page: Page, view: StepView) -> None:
    click(page, "network-show", id=ADA.id)
    page.workbook.add(MessageTemplate(name="Mine", text="Dear {name}"))
    press(section(view, "person"), "Use this text")
    assert message_to(page, ADA).text.startswith("Hi Ada")  # what was chosen before stays chosen
    panel = MessagePanel(view, ADA)
    press(panel.widget, "Use this text")
    assert message_to(page, ADA).text == "Dear Ada <Otter>"
    panel.close()


# Keeping in touch, and places


def test_whose_turn_it_is_is_told_without_a_judgment(page: Page, view: StepView) -> None:
    page.workbook.add(Cadence(group="friend", ideal_days=60, longest_days=180))
    page.workbook.add(Touch(contact=ADA.id, day=TODAY - timedelta(days=400)))
    keeping = said(section(view, "keeping"))
    assert "for 1 of them it has been longer than you wanted" in keeping
    assert not re.search(r"overdue|late|neglect|fail", keeping)


def test_a_cadence_of_a_group_with_nobody_in_it_says_so(page: Page, view: StepView) -> None:
    page.workbook.add(Cadence(group="choir"))
    assert "Nobody you know is in those groups yet" in said(section(view, "keeping"))


def test_who_works_at_a_target_is_listed(page: Page, view: StepView) -> None:
    page.workbook.add(Application(company="ACME", title="Clerk"))
    assert "1 application" in said(section(view, "places"))


def test_the_charts_are_drawn(view: StepView) -> None:
    assert "You know 2 people" in said(section(view, "places"))


def test_a_closed_view_leaves_nothing_behind(page: Page, view: StepView) -> None:
    click(page, "network-show", id=ADA.id)
    press(section(view, "person"), "Your templates, and how you sign")
    view.close()
    page.workbook.add(Touch(contact=ADA.id, day=TODAY))
    click(page, "network-show", id=BO.id)
    assert page.workbook.count(Touch) == 1


def test_all_times_in_touch_leave_as_one_file_with_names(page: Page, view: StepView) -> None:
    page.workbook.add(Touch(contact=ADA.id, day=TODAY, said="Tea"))
    keeping = section(view, "keeping")
    along = next(
        part for part in view._parts if isinstance(part, Folded) and "along" in part._button.description
    )

    along.open()

    (csv,) = re.findall(r"data:text/csv;base64,([^\"]+)", said(keeping))
    assert "Ada <Otter>,2026-11-22" in b64decode(csv).decode("utf-8-sig")
