"""Workbooks to measure with: a year of somebody invented, and ones with few and with many records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from rutkit.demo import write_demo
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import UrgeToQuit
from rutkit.workbook import Workbook

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
