"""A group's calendar as a file: what it brings the first time, and what has changed in it since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from rutkit.exchange.calendar import UID_ENDING
from rutkit.exchange.calendar_reading import CalendarContent, CalendarEntry, is_part_of
from rutkit.exchange.timing import Timing, occurrences
from rutkit.formatting import counted, format_value, join_words
from rutkit.records import FieldSpec, field_spec
from rutkit.steps.groups.events import written_starts
from rutkit.steps.groups.records import GroupEvent
from rutkit.steps.groups.times import zone_called

DAYS_BACK = 365
"""What was over longer ago is left out."""

DAYS_FORTH = 3_650


@dataclass(frozen=True)
class Change:
    """An event that is there, and of which its calendar says something else now."""

    before: GroupEvent
    after: GroupEvent

    @property
    def in_words(self) -> str:
        """What changes: "On: 3 Nov 2026 becomes 5 Nov 2026; At: 18:30 becomes 19:00"."""
        return "; ".join(filter(None, (*map(self._of_field, _TOLD), self._of_repeats())))

    def _of_field(self, name: str) -> str:
        spec = field_spec(GroupEvent, name)
        before, after = (getattr(event, name) for event in (self.before, self.after))
        if before == after:
            return ""
        if name in _LONG:
            return f"{spec.title}: rewritten"
        zone = zone_called(self.after) if name == "at" else ""
        there = f" in {zone}" if zone else ""
        return f"{spec.title}: {_written(spec, before)} becomes {_written(spec, after)}{there}"

    def _of_repeats(self) -> str:
        is_same = all(getattr(self.before, name) == getattr(self.after, name) for name in _REPEATS)
        return "" if is_same else "How often: other dates"


_TOLD = ("title", "day", "at", "minutes", "zone", "place", "link", "about")
_LONG = frozenset({"about"})
_REPEATS = ("repeats", "until", "rule", "also_on", "leaves_out")


@dataclass(frozen=True)
class Subscribing:
    """What a file would do to the events; nothing is saved yet."""

    new: tuple[GroupEvent, ...]
    changed: tuple[Change, ...]
    gone: tuple[GroupEvent, ...]
    """Canceled, or a changed time of a series that has none any more."""
    same: int
    past: int
    """Left out, since they were over more than a year ago."""
    remarks: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to save."""
        return not (self.new or self.changed or self.gone)

    @property
    def label(self) -> str:
        """What it does, in a few words: "3 events new, 1 changed"."""
        parts = [
            f"{counted(len(self.new), 'event')} new" if self.new else "",
            f"{counted(len(self.changed), 'event')} changed" if self.changed else "",
            f"{counted(len(self.gone), 'event')} canceled" if self.gone else "",
        ]
        return join_words([part for part in parts if part]) or "nothing new"


def subscribe(
    content: CalendarContent, existing: Iterable[GroupEvent], group: str, today: date
) -> Subscribing:
    """Hold what a file says against the events that are there, by their names in that calendar.

    What the person decided about an event stays: whether they go, the reminder, the group and their notes. An event
    that was made here and left for a calendar stays as it is here.

    Args:
        content: what was read in the file.
        existing: all events.
        group: name of the group that new events belong to; may be empty.
        today: what was over a year before is left out.
    """
    events = tuple(existing)
    known = {event.uid: event for event in events if event.uid}
    own = {f"{event.id}{UID_ENDING}" for event in events}
    new: list[GroupEvent] = []
    changed: list[Change] = []
    same = past = 0
    for entry in content.entries:
        there = known.get(entry.uid)
        values = _values(entry)
        if entry.uid in own:
            same += 1
        elif there is not None:
            after = there.model_copy(update=values)
            same += after == there
            changed += [Change(there, after)] if after != there else []
        elif _is_past(entry.timing, today):
            past += 1
        else:
            new.append(GroupEvent(group=group, uid=entry.uid, **values))
    named = {entry.uid for entry in content.entries}
    gone = tuple(
        event
        for uid, event in known.items()
        if uid in content.canceled or (uid not in named and any(is_part_of(uid, series) for series in named))
    )
    return Subscribing(tuple(new), tuple(changed), gone, same, past, content.remarks)


def _written(spec: FieldSpec, value: Any) -> str:
    return format_value(spec, value) if value not in ("", None) else "nothing"


def _values(entry: CalendarEntry) -> dict[str, Any]:
    """What a calendar says of an event, as fields of its record."""
    timing = entry.timing
    clock = timing.starts if isinstance(timing.starts, datetime) else None
    return {
        "title": entry.title,
        "day": clock.date() if clock else timing.starts,
        "at": f"{clock:%H:%M}" if clock else "",
        "minutes": round(timing.lasts / timedelta(minutes=1)),
        "zone": timing.zone,
        "repeats": "as its calendar says" if timing.repeats else "once",
        "until": None,
        "rule": timing.repeats,
        "also_on": written_starts(timing.also_on),
        "leaves_out": written_starts(timing.leaves_out),
        "place": entry.place,
        "link": entry.link,
        "about": entry.about,
    }


def _is_past(timing: Timing, today: date) -> bool:
    since = today - timedelta(days=DAYS_BACK)
    if not timing.repeats:
        return max(map(_day, (timing.starts, *timing.also_on))) + timing.lasts < since
    is_endless = "UNTIL" not in timing.repeats and "COUNT" not in timing.repeats
    return not is_endless and not any(occurrences(timing, since, today + timedelta(days=DAYS_FORTH)))


def _day(start: date) -> date:
    return start.date() if isinstance(start, datetime) else start
