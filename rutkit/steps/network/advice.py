"""What step 7 advises: what was promised, one person a week, something given, and no third question without giving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rutkit.dates import monday_of
from rutkit.formatting import counted, format_date, format_day
from rutkit.steps.advice import Advice, Rules
from rutkit.steps.network.giving import ASKED_BEFORE_A_HINT, balances, in_times
from rutkit.steps.network.records import Contact, Touch, WritingChoices
from rutkit.steps.progress import Action

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

SLUG = "network"

NEWEST_TOUCHES = 300
ASKED_LATELY = timedelta(days=120)
GIVING_LOOKED_AT = 10
"""Newest times in touch among which one is looked for in which something was given."""


@dataclass(frozen=True)
class Facts:
    """What the rules of this step need."""

    today: date
    touches: Sequence[Touch] = ()
    """The newest, newest first; none that is noted for a day to come."""
    people: Sequence[Contact] = ()
    """Those of these times in touch."""
    people_a_week: int = 5


def read(workbook: Workbook, today: date) -> Facts:
    """The newest times in touch, and whom they were with."""
    newest = workbook.all(Touch, order_by="day", descending=True, limit=NEWEST_TOUCHES)
    touches = [touch for touch in newest if touch.day <= today]
    found = (workbook.get(Contact, each) for each in dict.fromkeys(touch.contact for touch in touches))
    choices = workbook.only(WritingChoices) or WritingChoices()
    return Facts(today, touches, [contact for contact in found if contact], choices.people_a_week)


def next_step(facts: Facts) -> Advice | None:
    """The newest time in touch with somebody named a next step, and its day has come."""
    newest: dict[str, Touch] = {}
    for touch in facts.touches:
        newest.setdefault(touch.contact, touch)
    people = {contact.id: contact for contact in facts.people}
    due = sorted(
        (touch.next_on, touch.contact, touch)
        for touch in newest.values()
        if touch.next_on and touch.next_on <= facts.today and touch.contact in people
    )
    if not due:
        return None
    day, contact, touch = due[0]
    return Advice(
        Action(
            f"{people[contact].called}: {touch.next_step.strip() or 'be in touch again'}",
            "You said that you would; a late word is better than none.",
            SLUG,
            Contact,
            contact,
        ),
        strength=57,
        minutes=10,
        numbers=f"You put it down for {format_day(day, facts.today)}; {counted(len(due), 'next step')} due.",
    )


def one_person_this_week(facts: Facts) -> Advice | None:
    """Nobody was written to this week, and the person did not choose to be suggested nobody."""
    if not facts.touches or not facts.people_a_week or facts.touches[0].day >= monday_of(facts.today):
        return None
    last = facts.touches[0].day
    month = sum(facts.today - touch.day < timedelta(days=28) for touch in facts.touches)
    return Advice(
        Action(
            "Write to one person this week",
            "Ask for nothing. The step suggests a few people, each with the reason.",
            SLUG,
            Contact,
        ),
        strength=45,
        minutes=10,
        numbers=f"Last in touch {format_day(last, facts.today)}; {counted(month, 'time')} in the last four weeks.",
    )


def give_something(facts: Facts) -> Advice | None:
    """In none of the ten newest times in touch was anything given."""
    looked_at = facts.touches[:GIVING_LOOKED_AT]
    if len(looked_at) < GIVING_LOOKED_AT or any("I gave" in touch.exchange for touch in looked_at):
        return None
    return Advice(
        Action(
            "Think of one person you could help",
            "An article, a name, a word of thanks: it need not be large.",
            SLUG,
            Contact,
        ),
        strength=37,
        minutes=10,
        numbers=f"Given in 0 of your last {GIVING_LOOKED_AT} times in touch, since {format_date(looked_at[-1].day)}.",
    )


def asking_again(facts: Facts) -> Advice | None:
    """Somebody was asked twice or more, lately too, and nothing that was given to them is noted."""
    balance = balances(facts.touches)
    lately = {
        touch.contact
        for touch in facts.touches
        if "I asked" in touch.exchange and facts.today - touch.day <= ASKED_LATELY
    }
    asked = [
        contact
        for contact in facts.people
        if contact.id in lately
        and balance[contact.id].asked >= ASKED_BEFORE_A_HINT
        and not balance[contact.id].gave
    ]
    if not asked:
        return None
    most = max(asked, key=lambda contact: balance[contact.id].asked)
    return Advice(
        Action(
            f"Do not ask {most.called} again before you have given something",
            most.how_to_help.strip() or "Is there something that you could do for them first, however small?",
            SLUG,
            Contact,
            most.id,
        ),
        strength=48,
        numbers=f"Asked {in_times(balance[most.id].asked)}, given {in_times(0)}; "
        f"{counted(balance[most.id].touches, 'time')} in touch noted.",
    )


RULES = Rules(read, to_do=(next_step, one_person_this_week, give_something), to_stop=(asking_again,))
