"""Where somebody is in step 7, and what to do next there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rutkit.dates import monday_of
from rutkit.formatting import counted, format_day, format_short_date
from rutkit.steps.network.records import RECORDS, Cadence, Contact, Touch, WritingChoices
from rutkit.steps.progress import Action, Progress, State

if TYPE_CHECKING:
    from rutkit.records import Record
    from rutkit.workbook import Workbook

SLUG = "network"
FEWEST_PEOPLE = 5
LOOKED_AT = 20
"""The newest next steps that are looked at: this is asked for often, and there may be thousands of touches."""


def progress(workbook: Workbook, today: date) -> Progress:
    """Done with five people, a touch and a cadence; due when a next step is, or when the week has no touch yet."""
    asked_for = (_people_action(workbook), _touch_action(workbook), _cadence_action(workbook))
    missing = [action for action in asked_for if action is not None]
    if missing:
        begun = any(workbook.count(record_type) for record_type in RECORDS)
        note = f"{len(asked_for) - len(missing)} of {len(asked_for)}" if begun else ""
        return Progress(State.BEGUN if begun else State.NOT_BEGUN, note, missing[0])
    return _next_step_due(workbook, today) or _this_week(workbook, today)


def _people_action(workbook: Workbook) -> Action | None:
    people = workbook.count(Contact)
    if not people:
        return _action(
            "Write down five people you know",
            "Colleagues, former coworkers, friends, family. A LinkedIn export or an address book can be read in.",
            Contact,
        )
    if people < FEWEST_PEOPLE:
        return _action(
            f"Write down {counted(FEWEST_PEOPLE - people, 'more person', 'more people')}",
            "Whom would you be glad to hear from?",
            Contact,
        )
    return None


def _touch_action(workbook: Workbook) -> Action | None:
    if workbook.count(Touch):
        return None
    return _action("Write to one person, and note it", "Ask for nothing. A few people are suggested below.")


def _cadence_action(workbook: Workbook) -> Action | None:
    if workbook.count(Cadence) or _has_own_cadence(workbook):
        return None
    return _action(
        "Choose how often to be in touch",
        "For one group is enough: friends about every three months, say.",
        Cadence,
    )


def _has_own_cadence(workbook: Workbook) -> bool:
    ranked = workbook.page(Contact, order_by="ideal_days", limit=1).records
    return any(contact.ideal_days is not None for contact in ranked)


def _next_step_due(workbook: Workbook, today: date) -> Progress | None:
    for touch in workbook.page(Touch, order_by="next_on", descending=True, limit=LOOKED_AT).records:
        if touch.next_on is None or touch.next_on > today:
            continue
        newest = workbook.page(Touch, order_by="day", descending=True, limit=1, contact=touch.contact).records
        contact = workbook.get(Contact, touch.contact)
        if contact and newest[0].id == touch.id:
            step = touch.next_step.strip() or "be in touch again"
            return Progress(
                State.DUE,
                "next step",
                _action(
                    f"{contact.called}: {step}",
                    f"You put it down for {format_day(touch.next_on, today)}.",
                    Contact,
                    contact.id,
                ),
            )
    return None


def _this_week(workbook: Workbook, today: date) -> Progress:
    newest = workbook.page(Touch, order_by="day", descending=True, limit=1).records[0]
    choices = workbook.only(WritingChoices) or WritingChoices()
    last = format_short_date(newest.day, today)
    if newest.day < monday_of(today) and choices.people_a_week:
        return Progress(
            State.DUE,
            "this week",
            _action(
                "Write to one person this week",
                f"The last time in touch you noted was {format_day(newest.day, today)}.",
            ),
        )
    return Progress(
        State.DONE,
        last,
        _action(
            "Think of one person you could help",
            "An article, a name, a word of thanks: it need not be large.",
        ),
    )


def _action(text: str, reason: str, opens: type[Record] | None = None, record_id: str = "") -> Action:
    return Action(text, reason, SLUG, opens, record_id)
