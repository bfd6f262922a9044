"""The demo's step 3: a year of check-ins in which resentment grows, and an inventory every four weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from rutkit.demo.dating import days_ago, written_on
from rutkit.steps.emotions.records import FEELINGS, PERSONAL_ITEMS, WORK_ITEMS, BurnoutInventory, CheckIn

YEAR = 364
REORGANIZATION = 232
"""How many days ago the department was reorganized: what the year turns on."""

_SEED = 1864
_SETTLING = 120
"""How many days it takes until everything is as bad as it is now."""
_COMPLETE = 21
"""Of how many days up to now none is missing."""
_VACATION = range(118, 130)
_DAYS_OFF = frozenset({18, 47, 88, 171, 205, 260, 301, 330, 331, 332, 333})


@dataclass(frozen=True)
class _Course:
    """How strong a feeling is on average, 0 to 4: on days off, and on workdays around the reorganization."""

    off: float
    before: float
    after: float
    now: float


_COURSES: dict[str, _Course] = {
    "stressed": _Course(off=0.6, before=1.5, after=2.1, now=2.2),
    "angry": _Course(off=0.3, before=0.6, after=1.1, now=1.3),
    "inadequate": _Course(off=0.5, before=0.6, after=0.9, now=1.0),
    "fearful": _Course(off=0.3, before=0.3, after=0.8, now=0.5),
    "resentful": _Course(off=0.4, before=0.6, after=1.4, now=2.7),
}


@dataclass(frozen=True)
class _Event:
    """Something that happens on some days, and how many steps it adds to each feeling."""

    tag: str
    on_workdays: float
    on_days_off: float
    adds: float


_EVENTS = (
    _Event("steering meeting", on_workdays=0.2, on_days_off=0, adds=0.8),
    _Event("no lunch", on_workdays=0.25, on_days_off=0, adds=0.6),
    _Event("deadline", on_workdays=0.15, on_days_off=0, adds=0.1),
    _Event("late call", on_workdays=0.12, on_days_off=0.04, adds=0.1),
    _Event("thanked by a customer", on_workdays=0.1, on_days_off=0, adds=-0.4),
    _Event("a real walk", on_workdays=0.12, on_days_off=0.4, adds=-0.3),
    _Event("friends", on_workdays=0.06, on_days_off=0.3, adds=-0.2),
)

_NOTES_BEFORE = (
    "A plain day. Fixed two old bugs and nobody noticed, which is fine.",
    "Could do this with my eyes shut by now.",
    "Taught Wednesday’s newcomer the valve catalog. I liked that.",
)
_NOTES_AFTER = (
    "Third steering meeting this month about how to have fewer meetings.",
    "They presented my plan. My name was not on it.",
    "Said “sure” again when I meant no.",
    "Sat in the car for ten minutes before going in.",
    "One good hour with the test bench. The rest was forms.",
)
_NOTES_ON_DAYS = {
    REORGANIZATION: "The reorganization is out. My team is split in three; I keep the forms.",
    200: "Asked about the promised role. “Not this year.”",
    130: "Two weeks off from tomorrow. I slept nine hours already.",
    64: "Told my sister how it really is.",
    33: "Filled in the rut check again. Seeing it in numbers helps, oddly.",
}


def check_ins(today: date) -> list[CheckIn]:
    """A check-in for most days from a year ago up to yesterday; the same for the same `today`."""
    return list(_check_ins(today, Random(_SEED)))


def _check_ins(today: date, random: Random) -> Iterator[CheckIn]:
    for ago in range(YEAR, 0, -1):
        day = days_ago(today, ago)
        workday = day.weekday() < 5 and ago not in _VACATION and ago not in _DAYS_OFF
        check_in = _check_in(day, ago, workday, random)
        forgotten = random.random() < (0.07 if workday else 0.3)
        if not forgotten or ago <= _COMPLETE or ago in _NOTES_ON_DAYS:
            yield written_on(day, check_in)


def _check_in(day: date, ago: int, workday: bool, random: Random) -> CheckIn:
    events = [
        event for event in _EVENTS if random.random() < (event.on_workdays if workday else event.on_days_off)
    ]
    mood = random.gauss(0, 0.25) + sum(event.adds for event in events)
    steps = {name: _step(_level(_COURSES[name], ago, workday) + mood, random) for name in FEELINGS}
    heaviness = sum(steps.values()) / len(steps)
    return CheckIn(
        day=day,
        workday=workday,
        **steps,
        energy=_step(3.3 - heaviness - (0.4 if workday else 0), random),
        what_happened=tuple(event.tag for event in events),
        note=_note(ago, workday, random),
    )


def _level(course: _Course, ago: int, workday: bool) -> float:
    if not workday:
        return course.off
    if ago > REORGANIZATION:
        return course.before
    settled = min(1.0, (REORGANIZATION - ago) / _SETTLING)
    return course.after + (course.now - course.after) * settled


def _step(level: float, random: Random) -> int:
    return min(4, max(0, round(random.gauss(level, 0.45))))


def _note(ago: int, workday: bool, random: Random) -> str:
    notes = _NOTES_AFTER if ago < REORGANIZATION else _NOTES_BEFORE
    note = random.choice(notes)
    written = workday and random.random() < 0.08
    return _NOTES_ON_DAYS.get(ago, note if written else "")


_EVERY = 28
_NEWEST = 9
"""How many days ago the newest inventory was filled in."""

_FREQUENCIES = ("Never/almost never", "Seldom", "Sometimes", "Often", "Always")
_DEGREES = (
    "To a very low degree",
    "To a low degree",
    "Somewhat",
    "To a high degree",
    "To a very high degree",
)
_ASKED_IN_DEGREES = frozenset({"work_exhausting", "work_burns_out", "work_frustrates"})


def burnout_inventories(today: date) -> list[BurnoutInventory]:
    """An inventory every four weeks, the newest some days ago; ever heavier since the reorganization."""
    random = Random(_SEED)
    days = range(_NEWEST, YEAR, _EVERY)
    return [_inventory(days_ago(today, ago), ago, random) for ago in reversed(days)]


def _inventory(day: date, ago: int, random: Random) -> BurnoutInventory:
    settled = min(1.0, max(0.0, (REORGANIZATION - ago) / REORGANIZATION))
    personal = {item: _FREQUENCIES[_step(1.4 + settled, random)] for item in PERSONAL_ITEMS}
    work = {item: _work_answer(item, _step(1.5 + 1.4 * settled, random)) for item in WORK_ITEMS}
    rarely = {"cannot_take_it": "Sometimes" if settled > 0.5 else "Seldom", "susceptible": "Seldom"}
    return written_on(day, BurnoutInventory.model_validate({"day": day, **personal, **work, **rarely}))


def _work_answer(item: str, step: int) -> str:
    if item == "energy_for_others":
        return _FREQUENCIES[4 - step]
    return (_DEGREES if item in _ASKED_IN_DEGREES else _FREQUENCIES)[step]
