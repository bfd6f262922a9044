"""The demo's step 4: monthly answers that fall, a learning log that moves to the evenings, and two looks at the job."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rutkit.dates import add_months
from rutkit.demo.dating import days_ago, written_on
from rutkit.demo.diary import REORGANIZATION
from rutkit.records import Record
from rutkit.steps.growth.records import (
    GrowthCheck,
    IndustryTrend,
    LearningEntry,
    RoleHistory,
    Task,
    TaskEffect,
)

_FIRST_LOOK, _SECOND_LOOK = 320, 41
"""How many days ago the tasks were written down."""
_DATES = 41
"""How many days ago the dates of the clock and the trends were."""

_ANSWERS = (
    # learning, challenged, keeping up: the oldest month first
    (6, 6, 4),
    (5, 6, 4),
    (6, 5, 3),
    (5, 6, 4),
    (5, 4, 3),
    (4, 5, 4),
    (4, 3, 3),
    (3, 4, 4),
    (4, 3, 4),
    (3, 2, 5),
    (2, 2, 5),
    (3, 2, 5),
)
_EVIDENCE = {
    # months back: what was learned, by what challenged, with what kept up
    12: ("How the new test bench logs its errors", "A pump that failed only on Sundays", ""),
    11: ("A shorter way to read the error logs", "Two newcomers at once", "The supplier’s newsletter"),
    10: ("", "The Sunday pump again", ""),
    9: ("Reports straight from the ticket database", "The yearly figures", "A talk about remote diagnosis"),
    8: ("", "Holding the team together", ""),
    6: ("Which form goes where", "", ""),
    5: ("", "", "An evening of reading about service desks"),
    4: ("What a service catalog is good for", "", "The course"),
    3: ("How others measure a service desk", "", "The course"),
    2: ("Problem and incident are two things", "", "The course, and its reading list"),
    1: ("", "", "Finished the course"),
}


def growth(today: date) -> list[Record]:
    """Step 4: twelve checks up to last month, the log, two looks at the job, the trends and the dates."""
    return [
        *_checks(today),
        *_log(today),
        *_first_look(days_ago(today, _FIRST_LOOK)),
        *_second_look(days_ago(today, _SECOND_LOOK)),
        *(written_on(days_ago(today, _DATES), record) for record in (*_trends(), _history(today))),
    ]


def _checks(today: date) -> Iterator[GrowthCheck]:
    for back, (learning, challenged, keeping_up) in zip(range(len(_ANSWERS), 0, -1), _ANSWERS, strict=True):
        month = add_months(today, -back)
        learned_what, challenged_by, kept_up_how = _EVIDENCE.get(back, ("", "", ""))
        check = GrowthCheck(
            month=month,
            learning=learning,
            learned_what=learned_what,
            challenged=challenged,
            challenged_by=challenged_by,
            keeping_up=keeping_up,
            kept_up_how=kept_up_how,
        )
        yield written_on(month + timedelta(days=26), check)


def _log(today: date) -> Iterator[LearningEntry]:
    for ago, what, hours, source, skills, at_work in (
        (352, "The error codes of the new test bench", 4, "Trying it out", ("Troubleshooting",), True),
        (331, "Reading the bench’s logs with filters", 3, "A colleague", ("Troubleshooting",), True),
        (298, "Counting tickets with a query instead of by hand", 6, "A book", ("SQL",), True),
        (283, "Joining two tables of the ticket database", 5, "A book", ("SQL",), True),
        (270, "A talk about remote diagnosis", 2, "A talk", (), False),
        (247, "Showing newcomers the valve catalog step by step", 3, "Trying it out", ("Coaching",), True),
        (214, "The new forms", 2, "A colleague", (), True),
        (150, "What service desks do elsewhere", 3, "Reading online", ("ITIL",), False),
        (121, "The course, part 1: services and their value", 7, "An evening course", ("ITIL",), False),
        (103, "The course, part 2: the service desk", 8, "An evening course", ("ITIL",), False),
        (82, "The course, part 3: changes and releases", 7, "An evening course", ("ITIL",), False),
        (66, "A small dashboard of our ticket times", 5, "Trying it out", ("SQL", "Power BI"), False),
        (47, "The course, part 4: problems and incidents", 8, "An evening course", ("ITIL",), False),
        (24, "Preparing for the exam", 9, "An evening course", ("ITIL",), False),
        (9, "Asking in an interview instead of only answering", None, "Robin", ("Interviewing",), False),
    ):
        day = days_ago(today, ago)
        entry = LearningEntry(day=day, what=what, hours=hours, source=source, skills=skills, at_work=at_work)
        yield written_on(day, entry)


def _first_look(day: date) -> Iterator[Task]:
    return _look(
        day,
        ("Difficult support cases", 35, ("teaches me", "gives me energy")),
        ("Everyday tickets", 25, ("repeats",)),
        ("Training newcomers", 15, ("gives me energy",)),
        ("Test bench", 10, ("teaches me", "gives me energy")),
        ("Meetings and reports", 15, ("repeats", "drains me")),
    )


def _second_look(day: date) -> Iterator[Task]:
    return _look(
        day,
        ("Difficult support cases", 10, ("teaches me", "gives me energy")),
        ("Everyday tickets", 25, ("repeats",)),
        ("Forms about the new process", 30, ("repeats", "drains me")),
        ("Steering meetings", 20, ("repeats", "drains me")),
        ("Training newcomers", 5, ("gives me energy",)),
    )


def _look(day: date, *tasks: tuple[str, int, tuple[TaskEffect, ...]]) -> Iterator[Task]:
    for name, share, effects in tasks:
        yield written_on(day, Task(day=day, name=name, share=share, effects=effects))


def _trends() -> Iterator[IndustryTrend]:
    for name, source, standing in (
        ("Pumps that report their own faults", "Talk at the pump fair, in spring", "I know it"),
        ("Assistants that answer the first question", "Three of the last ten postings I read", "not yet"),
        ("Service desks that work by ITIL", "The evening course", "I use it"),
        ("Customers who repair by video call", "Robin, over lunch", "not yet"),
        ("Reports that draw themselves", "A colleague in sales", "I know it"),
    ):
        yield IndustryTrend(name=name, source=source, standing=standing)


def _history(today: date) -> RoleHistory:
    return RoleHistory(last_promotion=add_months(today, -50), last_change=days_ago(today, REORGANIZATION))
