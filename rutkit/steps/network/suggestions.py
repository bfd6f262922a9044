"""Whom to write to this week: a few people, each with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from rutkit.dates import monday_of
from rutkit.formatting import counted, format_date, format_month
from rutkit.steps.company_names import company_key
from rutkit.steps.network.cadence import Turn, last_touches, rhythm_of, standing
from rutkit.steps.network.companies import Target
from rutkit.steps.network.evidence import WEIGHTS
from rutkit.steps.network.records import Cadence, Contact, Reason, Touch, WritingChoices

DORMANT_YEARS = 3
MODERATELY_WEAK = 2
"""The step of `Closeness` in the middle: “know each other a little”."""
NOT_NOW_DAYS = 28
"""For so long nobody is suggested again of whom the person said “not now”."""


@dataclass(frozen=True)
class Because:
    """A reason to write to somebody."""

    reason: Reason
    says: str
    """What there is in their case, as a sentence."""

    @property
    def points(self) -> int:
        """What it counts, see `WEIGHTS`."""
        return WEIGHTS[self.reason].points


@dataclass(frozen=True)
class Suggestion:
    """Somebody to write to this week."""

    contact: Contact
    because: tuple[Because, ...]
    """At least one, the heaviest first."""
    done: date | None
    """The day of this week on which the two were in touch; `None` if they were not yet."""

    @property
    def points(self) -> int:
        """Of all its reasons together."""
        return sum(each.points for each in self.because)


def suggestions(
    contacts: Iterable[Contact],
    touches: Iterable[Touch],
    cadences: Sequence[Cadence],
    wanted: Iterable[Target],
    choices: WritingChoices,
    today: date,
) -> tuple[Suggestion, ...]:
    """At most as many people as the person chose, those with the most points first.

    Within a week the order stays: it rests on the contacts up to the Sunday before, and on what is due by the week's
    end. Whoever was written to meanwhile keeps their place. “Not this one” and “not now” make room for the next one.
    Among equals, each week another order gives everybody a turn.
    """
    monday = monday_of(today)
    week_end = monday + timedelta(days=6)
    touches = list(touches)
    before = last_touches((touch for touch in touches if touch.day < monday), today)
    now = last_touches((touch for touch in touches if touch.day >= monday), today)
    by_key = {target.key: target for target in wanted}
    found = []
    for contact in contacts:
        if not contact.name.strip() or not may_be_suggested(contact, today):
            continue
        because = reasons(
            contact, before.get(contact.id), cadences, by_key, week_end, allowed=choices.reasons
        )
        if because:
            touch = now.get(contact.id)
            found.append(Suggestion(contact, because, touch.day if touch else None))
    found.sort(key=lambda each: (-each.points, crc32(f"{monday}{each.contact.id}".encode())))
    return tuple(found[: choices.people_a_week])


def may_be_suggested(contact: Contact, today: date) -> bool:
    """Whether the person did not say “not this one”, nor “not now” for a day still to come."""
    if contact.asking == "not now":
        return contact.not_before is not None and contact.not_before <= today
    return contact.asking == "yes"


def reasons(
    contact: Contact,
    last: Touch | None,
    cadences: Sequence[Cadence],
    wanted: Mapping[str, Target],
    day: date,
    *,
    allowed: Iterable[Reason],
) -> tuple[Because, ...]:
    """Every allowed reason to write to somebody on a day, the heaviest first; `wanted` is by company key."""
    found = [
        *_due(contact, last, cadences, day),
        *_dormant(contact, last, day),
        *_at_a_target(contact, wanted),
        *_weak(contact),
    ]
    kept = [each for each in found if each.reason in frozenset(allowed)]
    return tuple(sorted(kept, key=lambda each: -each.points))


def _due(contact: Contact, last: Touch | None, cadences: Sequence[Cadence], day: date) -> list[Because]:
    rhythm = rhythm_of(contact, cadences)
    if rhythm is None:
        return []
    theirs = standing(contact, rhythm, last, day)
    if theirs.turn is Turn.LATER:
        return []
    wish = f"you wanted about every {counted(rhythm.first_days, 'day')}"
    known = f"were last in touch on {format_date(last.day)}" if last else "have noted no time in touch yet"
    return [Because("it is time by your cadence", f"It is time: {wish}, and {known}.")]


def _dormant(contact: Contact, last: Touch | None, day: date) -> list[Because]:
    long_ago = _years_before(day, DORMANT_YEARS)
    if last is not None:
        says = "No word for more than three years." if last.day <= long_ago else ""
    elif contact.connected is not None and contact.connected <= long_ago:
        says = f"Connected since {format_month(contact.connected)}, and no time in touch noted here."
    else:
        says = ""
    return [Because("no word for three years or more", says)] if says else []


def _at_a_target(contact: Contact, wanted: Mapping[str, Target]) -> list[Because]:
    target = wanted.get(company_key(contact.company)) if wanted else None
    found = []
    if target and target.applications:
        applied = f"You have applied at {target.name}."
        found.append(Because("works where you have applied", applied))
    if target and target.open_roles:
        roles = counted(len(target.open_roles), "role")
        says = f"{target.name} has {roles} open that you want."
        found.append(Because("works where a role you want is open", says))
    return found


def _weak(contact: Contact) -> list[Because]:
    if contact.closeness != MODERATELY_WEAK:
        return []
    return [Because("you know each other a little", "You know each other a little.")]


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
