"""Workbooks to measure with: a year of somebody invented, and ones with few and with many records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from rutkit.demo import write_demo
from rutkit.records import Record
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import UrgeToQuit
from rutkit.steps.groups.records import GroupEvent
from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.steps.network.records import Contact, Touch
from rutkit.workbook import Workbook
from tests.benchmarks.contacts import invented

TAGS = ("deadline", "meeting", "praise", "overtime", "conflict", "focus", "boredom", "travel")


def demo(folder: Path) -> Path:
    """The workbook that `rutkit demo` makes."""
    path = folder / "demo.rutkit"
    write_demo(path)
    return path


def with_check_ins(folder: Path, count: int) -> Path:
    """A workbook with a check-in for each of the last `count` days, and nothing else."""
    path = folder / f"check-ins-{count}.rutkit"
    with Workbook.open(path) as workbook:
        workbook.add_many(_check_ins(count), label="made up check-ins")
    return path


def with_urges(folder: Path, count: int) -> Path:
    """A workbook with a log of `count` urges to quit, and nothing else."""
    path = folder / f"urges-{count}.rutkit"
    random = Random(1)
    start = datetime.now().replace(second=0, microsecond=0)  # noqa: DTZ005 - a person's own clock
    with Workbook.open(path) as workbook:
        workbook.add_many(
            (
                UrgeToQuit(
                    at=start - timedelta(hours=number),
                    strength=random.randrange(11),
                    set_off_by=(random.choice(TAGS),),
                )
                for number in range(count)
            ),
            label="made up urges",
        )
    return path


def empty(folder: Path) -> Path:
    """A workbook with nothing in it."""
    path = folder / "empty.rutkit"
    Workbook.open(path).close()
    return path


def crowded(folder: Path, *, people: int, applications: int, events: int) -> Path:
    """A workbook of somebody who knows, applies and goes out more than anybody does."""
    path = folder / "crowded.rutkit"
    contacts = [
        Contact(name=f"{one.first} {one.last}", company=one.company, position=one.position, mail=one.mail)
        for one in invented(people)
    ]
    with Workbook.open(path) as workbook:
        workbook.add_many(contacts, label="made up people")
        workbook.add_many(_touches(contacts), label="made up touches")
        workbook.add_many(_applications(applications), label="made up applications")
        workbook.add_many(_events(events), label="made up events")
    return path


def _touches(contacts: Sequence[Contact]) -> Iterator[Touch]:
    """One for every fourth person, over the last three years."""
    today = date.today()  # noqa: DTZ011 - a person's own calendar
    for number, contact in enumerate(contacts[::4]):
        yield Touch(
            contact=contact.id, day=today - timedelta(days=number % 1_000), exchange=("we caught up",)
        )


def _applications(count: int) -> Iterator[Record]:
    """Over the last two years: one in ten had an answer, half of those an interview."""
    today = date.today()  # noqa: DTZ011 - a person's own calendar
    for number in range(count):
        day = today - timedelta(days=number * 700 // count)
        application = Application(
            title=f"Role {number % 40}", company=f"Company {number % 900}", channel="board"
        )
        yield application
        yield ApplicationStage(application=application.id, day=day, stage="applied")
        if number % 10 == 0 and day < today - timedelta(days=20):
            heard = day + timedelta(days=3 + number % 14)
            yield ApplicationStage(application=application.id, day=heard, stage="recruiter screen")
            if number % 20 == 0:
                yield ApplicationStage(application=application.id, day=heard, stage="interview")


def _events(count: int) -> Iterator[GroupEvent]:
    """Around today, one in five of them every week."""
    today = date.today()  # noqa: DTZ011 - a person's own calendar
    for number in range(count):
        yield GroupEvent(
            title=f"Evening {number}",
            day=today + timedelta(days=number % 365 - 100),
            at="18:30",
            repeats="once" if number % 5 else "every week",
        )


def _check_ins(count: int) -> Iterator[CheckIn]:
    random = Random(1)
    today = date.today()  # noqa: DTZ011 - a person's own calendar
    for back in range(count):
        day = today - timedelta(days=back)
        yield CheckIn(
            day=day,
            **{
                feeling: random.randrange(5)
                for feeling in ("stressed", "angry", "inadequate", "fearful", "resentful")
            },
            energy=random.randrange(5),
            workday=day.weekday() < 5,
            what_happened=tuple(random.sample(TAGS, 2)),
        )
