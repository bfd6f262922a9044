"""How often to be in touch with whom, counted from the last time that the two were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from rutkit.formatting import counted, format_date
from rutkit.steps.network.records import Cadence, Contact, Touch


@dataclass(frozen=True)
class Rhythm:
    """How often the person means to be in touch with somebody."""

    ideal_days: int | None
    longest_days: int | None
    group: str = ""
    """The group that it is chosen for; empty if it is chosen for this one person."""

    @property
    def first_days(self) -> int:
        """The days after which it is time."""
        return min(days for days in (self.ideal_days, self.longest_days) if days is not None)

    @property
    def in_words(self) -> str:
        """What was chosen: "about every 90 days, 365 days at most, as for all of “friend”"."""
        parts = []
        if self.ideal_days is not None:
            parts.append(f"about every {counted(self.ideal_days, 'day')}")
        if self.longest_days is not None:
            parts.append(f"{counted(self.longest_days, 'day')} at most")
        if self.group:
            parts.append(f"as for all of “{self.group}”")
        return ", ".join(parts)


class Turn(Enum):
    """Whether it is time to be in touch again."""

    LATER = "later"
    NOW = "it is time"
    """The ideal gap has passed, or no time in touch is noted yet."""
    LONG = "longer than you wanted"
    """The longest gap has passed."""


@dataclass(frozen=True)
class Standing:
    """How things are between the person and somebody whom they mean to be in touch with."""

    contact: Contact
    rhythm: Rhythm
    last: date | None
    """The last day on which they were in touch; `None` if none is noted."""
    days: int | None
    """Days since then."""

    @property
    def turn(self) -> Turn:
        """Whether it is time. Without a time in touch noted it is, though nothing is counted."""
        if self.days is None:
            return Turn.NOW
        if self.rhythm.longest_days is not None and self.days >= self.rhythm.longest_days:
            return Turn.LONG
        return Turn.NOW if self.days >= self.rhythm.first_days else Turn.LATER

    @property
    def next_day(self) -> date | None:
        """The day on which it is time; `None` if no time in touch is noted."""
        return self.last + timedelta(days=self.rhythm.first_days) if self.last else None

    @property
    def sentence(self) -> str:
        """The facts, without a judgment."""
        wish = f"You wanted {self.rhythm.in_words}."
        if self.last is None or self.days is None:
            return f"No time in touch noted yet. {wish}"
        return f"Last in touch {format_date(self.last)}, {_ago(self.days)}. {wish}"


def rhythm_of(contact: Contact, cadences: Iterable[Cadence]) -> Rhythm | None:
    """The rhythm for somebody: their own, and what it leaves open their group's; `None` if there is neither.

    A group is a way of knowing people or one of the person's own words. Of several groups the most frequent counts.
    """
    groups = {word.casefold() for word in (*contact.tags, contact.relation or "") if word}
    theirs = [each for each in cadences if each.group.strip().casefold() in groups]
    group = min(theirs, key=lambda each: (each.ideal_days, each.longest_days), default=None)
    if contact.ideal_days is not None or contact.longest_days is not None:
        ideal = contact.ideal_days
        if ideal is None and group:
            ideal = group.ideal_days
        longest = contact.longest_days
        if longest is None and group:
            longest = group.longest_days
        return Rhythm(ideal, longest)
    return Rhythm(group.ideal_days, group.longest_days, group.group) if group else None


def last_touches(touches: Iterable[Touch], today: date) -> dict[str, Touch]:
    """The newest touch with each person, by the person's id. What is noted for a day to come does not count yet."""
    newest: dict[str, Touch] = {}
    for touch in touches:
        known = newest.get(touch.contact)
        if touch.day <= today and (known is None or _moment(touch) >= _moment(known)):
            newest[touch.contact] = touch
    return newest


def standings(
    contacts: Iterable[Contact], last: Mapping[str, Touch], cadences: Sequence[Cadence], today: date
) -> tuple[Standing, ...]:
    """Everybody with a rhythm, those longest past it first; those without a time in touch after these."""
    found = []
    for contact in contacts:
        rhythm = rhythm_of(contact, cadences)
        if rhythm is not None:
            found.append(standing(contact, rhythm, last.get(contact.id), today))
    return tuple(sorted(found, key=_wait))


def standing(contact: Contact, rhythm: Rhythm, last: Touch | None, today: date) -> Standing:
    """How things are with one person."""
    return Standing(contact, rhythm, last.day if last else None, (today - last.day).days if last else None)


@dataclass(frozen=True)
class NextStep:
    """What the person said they would do next, and have not been in touch about since."""

    contact: Contact
    touch: Touch
    is_due: bool
    """Whether its day has come, or it has none."""


def next_steps(contacts: Iterable[Contact], last: Mapping[str, Touch], today: date) -> tuple[NextStep, ...]:
    """The next steps of the newest times in touch, by their days; those without a day come last."""
    found = [
        NextStep(contact, touch, touch.next_on is None or touch.next_on <= today)
        for contact in contacts
        if (touch := last.get(contact.id)) and (touch.next_step or touch.next_on)
    ]
    return tuple(sorted(found, key=lambda step: (step.touch.next_on or date.max, step.touch.day)))


def _moment(touch: Touch) -> tuple[date, object]:
    return touch.day, touch.created_at


def _wait(each: Standing) -> tuple[bool, int, str]:
    over = 0 if each.days is None else each.days - each.rhythm.first_days
    return each.days is None, -over, each.contact.name


def _ago(days: int) -> str:
    """How long it is, as exactly as one would say it."""
    if days < 2:
        return "today" if days == 0 else "yesterday"
    if days < _DAYS_UP_TO:
        return f"{counted(days, 'day')} ago"
    months = round(days / _DAYS_A_MONTH)
    return f"{months} months ago" if months < _MONTHS_UP_TO else f"{counted(months // 12, 'year')} ago"


_DAYS_UP_TO = 60
_MONTHS_UP_TO = 24
_DAYS_A_MONTH = 365.25 / 12
