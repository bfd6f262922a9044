"""The demo's step 6: what somebody invented can do and means to learn. Schools and books are invented too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from rutkit.dates import monday_of
from rutkit.demo.dating import days_ago, written_on
from rutkit.records import Record
from rutkit.steps.skills.records import LearningLimits, LearningResource, PlannedHours, Skill

_LISTED = 50
"""How many days ago the skills were listed."""
_PLANNED = 12
"""How many days ago the plan was taken; it began on the Monday after."""


def skills(today: date) -> list[Record]:
    """The skills, the ways to learn, the limits, and a plan that was taken not long ago."""
    resources = _resources(today)
    return [
        *(written_on(days_ago(today, _LISTED), skill) for skill in _skills(today)),
        *(written_on(days_ago(today, _LISTED - 8), resource) for resource in resources.values()),
        written_on(days_ago(today, _PLANNED), _limits(today)),
        *_plan(resources, today),
    ]


def _skills(today: date) -> Iterator[Skill]:
    for name, level, evidence, ago in (
        ("Customer service", 5, "Six years at Pelican & Daughters; Robin would say so.", 1),
        ("Ticket handling", 5, "The night queue that I emptied in a month.", 1),
        ("Troubleshooting", 5, "The test bench manual, second edition.", 3),
        ("Communication", 4, "", 1),
        ("Coaching", 4, "Three newcomers who stayed.", 200),
        ("Leadership", 3, "", 1),
        ("Microsoft Excel", 3, "", 9),
        ("SQL", 2, "", 66),
        ("Power BI", 1, "", 66),
        ("ITIL", 4, "Service management, foundation level: passed.", 20),
        ("German", 0, "", None),
        ("Zendesk", 1, "", None),
    ):
        last_used = None if ago is None else days_ago(today, ago).replace(day=1)
        yield Skill(name=name, level=level, evidence=evidence, last_used=last_used)


def _resources(today: date) -> dict[str, LearningResource]:
    begin = _first_week(today)
    listed = (
        LearningResource(
            name="The patient spreadsheet",
            kind="book",
            provider="The town library",
            cost=Decimal(0),
            hours=14,
            covers=("Microsoft Excel",),
            to_level=4,
            chance=70,
            state="under way",
            began=begin,
            hours_done=3.5,
        ),
        LearningResource(
            name="Questions to a database",
            kind="course",
            provider="Harbor Evening School",
            cost=Decimal(90),
            hours=24,
            hours_a_week=3,
            starts=begin + timedelta(weeks=5),
            covers=("SQL",),
            to_level=4,
            chance=75,
        ),
        LearningResource(
            name="Pictures of numbers",
            kind="course",
            provider="Harbor Evening School",
            cost=Decimal(120),
            hours=20,
            covers=("Power BI",),
            to_level=3,
            after=("The patient spreadsheet",),
            chance=60,
        ),
        LearningResource(
            name="A dashboard for our own tickets",
            kind="project",
            cost=Decimal(0),
            hours=16,
            covers=("Power BI", "SQL"),
            to_level=4,
            after=("Pictures of numbers", "Questions to a database"),
            chance=50,
        ),
        LearningResource(
            name="A help desk in a box",
            kind="course",
            provider="Otter & Sons Online",
            cost=Decimal(0),
            hours=8,
            covers=("Zendesk",),
            to_level=3,
            chance=80,
        ),
        LearningResource(
            name="Shifts and rosters that work",
            kind="book",
            cost=Decimal(35),
            hours=10,
            covers=("Workforce planning",),
            to_level=3,
            chance=65,
        ),
        LearningResource(
            name="Money for people who lead",
            kind="certificate",
            provider="Harbor Evening School",
            cost=Decimal(480),
            hours=40,
            hours_a_week=4,
            covers=("Budgeting", "Leadership"),
            to_level=4,
            chance=60,
        ),
        LearningResource(
            name="German on the tram",
            kind="course",
            provider="Otter & Sons Online",
            cost=Decimal(60),
            hours=120,
            covers=("German",),
            to_level=2,
            choice="not now",
        ),
    )
    return {resource.name: resource for resource in listed}


def _limits(today: date) -> LearningLimits:
    return LearningLimits(
        hours_a_week=5, budget=Decimal(300), until=_first_week(today) + timedelta(weeks=20, days=-1)
    )


def _plan(resources: dict[str, LearningResource], today: date) -> Iterator[PlannedHours]:
    """What the planner made of it on the day: five hours a week, the evening course on its dates."""
    begin = _first_week(today)
    for name, weeks in (
        ("A help desk in a box", {0: 1.5, 1: 1.5, 2: 5}),
        ("The patient spreadsheet", {0: 3.5, 1: 3.5, 3: 5, 4: 2}),
        ("Pictures of numbers", {4: 3, **dict.fromkeys(range(5, 13), 2), 13: 1}),
        ("Questions to a database", dict.fromkeys(range(5, 13), 3)),
        ("A dashboard for our own tickets", {13: 4, 14: 5, 15: 5, 16: 2}),
    ):
        for week, hours in weeks.items():
            planned = PlannedHours(
                resource=resources[name].id, week=begin + timedelta(weeks=week), hours=hours
            )
            yield written_on(days_ago(today, _PLANNED), planned)


def _first_week(today: date) -> date:
    return monday_of(days_ago(today, _PLANNED)) + timedelta(weeks=1)
