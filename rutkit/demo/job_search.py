"""The demo's step 9: somebody invented searches, with a rhythm, and is turned down more often than not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from rutkit.dates import WEEKDAYS, monday_of
from rutkit.demo.dating import days_ago, written_on
from rutkit.records import Record
from rutkit.steps.job_search.records import (
    Activity,
    Application,
    ApplicationStage,
    Board,
    Channel,
    Criterion,
    FollowUp,
    Look,
    Option,
    Outcome,
    PlannedSession,
    Rating,
    SearchLimits,
    Session,
    Stage,
)
from rutkit.steps.market.records import Posting
from rutkit.steps.network.records import Contact
from rutkit.steps.prepare.records import ResumeVersion

R = TypeVar("R", bound=Record)

_BEGAN = 55
"""How many days ago the search got its plan."""

_APPLIED_AFTER = 2
"""Days between a posting and the application."""

_Steps = tuple[tuple[Stage, int], ...]

_STORIES: tuple[tuple[int, str, Channel, _Steps, Outcome | None, int], ...] = (
    (296, "Lantern & Otter Kettles", "board", (), "no reply", 60),
    (294, "Puddle Insurance", "board", (), "rejected", 21),
    (291, "Nine Owls Hosting", "board", (), "no reply", 60),
    (289, "Marmalade Bank", "company site", (("recruiter screen", 12),), "rejected", 30),
    (287, "Moonbeam Umbrellas", "board", (), "rejected", 9),
    (284, "Acorn Ferry Lines", "board", (), "no reply", 60),
    (280, "Marmalade Bank", "board", (), "no reply", 60),
    (278, "Buttercup Dental Software", "company site", (), "rejected", 16),
    (271, "Left Sock Retail", "board", (), "no reply", 60),
    (266, "Copper Snail Energy", "board", (), "rejected", 28),
    (256, "Hedgehog Telecom", "board", (("recruiter screen", 10), ("interview", 19)), "rejected", 33),
    (249, "Paper Boat Logistics", "board", (), "no reply", 60),
    (244, "Teacup Robotics", "company site", (), "rejected", 12),
    (242, "Puddle Insurance", "board", (), "no reply", 60),
    (236, "Fog & Lighthouse Travel", "board", (("recruiter screen", 14),), "rejected", 25),
    (229, "Quiet Drum Instruments", "company site", (), "rejected", 7),
    (222, "Moonbeam Umbrellas", "board", (), "no reply", 60),
    (210, "Quiet Drum Instruments", "board", (), "withdrawn", 20),
    (58, "Nine Owls Hosting", "referral", (("recruiter screen", 6), ("interview", 13)), "rejected", 24),
    (57, "Acorn Ferry Lines", "board", (), "rejected", 18),
    (55, "Puddle Insurance", "referral", (("interview", 9), ("interview", 20), ("offer", 47)), None, 0),
    (53, "Buttercup Dental Software", "board", (), None, 0),
    (50, "Left Sock Retail", "company site", (), "rejected", 11),
    (46, "Marmalade Bank", "referral", (("recruiter screen", 8), ("interview", 22)), None, 0),
    (44, "Hedgehog Telecom", "board", (), "rejected", 22),
    (37, "Gravel & Thyme Gardens", "company site", (("recruiter screen", 12),), None, 0),
    (33, "Copper Snail Energy", "board", (), None, 0),
    (27, "Paper Boat Logistics", "referral", (("assessment", 16),), None, 0),
    (19, "Puddle Insurance", "board", (), None, 0),
    (11, "Quiet Drum Instruments", "event", (), None, 0),
    (8, "Acorn Ferry Lines", "board", (), None, 0),
)
"""Of which posting (days ago, company), by which way, the stages with their days after it was sent, and how it ended on
which day after that."""

_HELPED = {
    "Nine Owls Hosting": "Osric Hale",
    "Puddle Insurance": "Nadia Wren",
    "Marmalade Bank": "Robin Fennel",
}

_NEXT = {
    ("Puddle Insurance", 55): ("Answer the offer", -4),
    ("Marmalade Bank", 46): ("Thank Robin, whatever comes", 0),
    ("Paper Boat Logistics", 27): ("Send the roster exercise", 1),
}
"""What is to be done next, and how many days ago that was due."""

_ASKED = {
    "Buttercup Dental Software": (9, 17),
    "Copper Snail Energy": (8, 16),
    "Gravel & Thyme Gardens": (20, 27),
}
"""How many days after they were sent the person asked how some of those that still run stand."""

_NOT_SENT = (("Nine Owls Hosting", 4, "Ask Osric before I write", -2),)


def job_search(today: date, others: Sequence[Record]) -> list[Record]:
    """The limits, the plan, sessions, looks and applications; `others` are the records of the steps it points to."""
    boards = {name: Board(name=name) for name in ("The big board", "Support people’s list")}
    return [
        written_on(days_ago(today, _BEGAN), SearchLimits(hours_a_week=5, looks_a_week=3)),
        *(written_on(days_ago(today, _BEGAN), record) for record in (*_plan(), *boards.values())),
        *_sessions(today),
        *_looks(boards, today),
        *_applications(boards, others, today),
    ]


def _plan() -> Iterator[PlannedSession]:
    yield PlannedSession(weekday="Tuesday", starts="19:00", minutes=60, activity="search")
    yield PlannedSession(weekday="Thursday", starts="19:00", minutes=90, activity="apply")
    yield PlannedSession(weekday="Saturday", starts="10:00", minutes=60, activity="prepare")
    yield PlannedSession(weekday="Sunday", activity="rest", minutes=30)


_NOTES: dict[Activity, tuple[str, ...]] = {
    "search": ("Two worth answering.", "Nothing new; stopped early.", "One, and it is far away."),
    "apply": ("Sent it.", "The letter took all evening. It is good.", "Sent one, left one for Saturday."),
    "prepare": ("Two stories said aloud.", "Read about the bank.", ""),
}


def _sessions(today: date) -> Iterator[Session]:
    """The plan, week by week, as it went: not always all of it, and once somewhat more."""
    monday = monday_of(days_ago(today, _BEGAN)) + timedelta(weeks=1)
    missed = {(1, "Saturday"), (3, "Thursday"), (3, "Saturday"), (6, "Saturday")}
    week = 0
    while monday <= today:
        for planned in _plan():
            day = monday + timedelta(days=WEEKDAYS.index(planned.weekday))
            if planned.activity == "rest" or (week, planned.weekday) in missed or day >= today:
                continue
            notes = _NOTES[planned.activity]
            session = Session(
                day=day,
                activity=planned.activity,
                minutes=planned.minutes + (week * 7 + len(planned.weekday)) % 4 * 10 - 15,
                note=notes[week % len(notes)],
            )
            yield written_on(day, session)
        monday, week = monday + timedelta(weeks=1), week + 1


def _looks(boards: dict[str, Board], today: date) -> Iterator[Look]:
    """The big one every other day, the small one once a week."""
    for name, every, found in (
        ("The big board", 2, (4, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 2, 0)),
        ("Support people’s list", 8, (3, 2, 3, 1, 4, 2, 3)),
    ):
        for number, ago in enumerate(range(_BEGAN - 2, 0, -every)):
            day = days_ago(today, ago)
            look = Look(board=boards[name].id, day=day, new_suitable=found[number % len(found)])
            yield written_on(day, look)


def _applications(boards: dict[str, Board], others: Sequence[Record], today: date) -> Iterator[Record]:
    postings = {(each.company, each.posted): each for each in _of(Posting, others) if not each.repeats}
    people = {person.name: person for person in _of(Contact, others)}
    versions = _of(ResumeVersion, others)
    for ago, company, channel, steps, outcome, ended in _STORIES:
        posting = postings[company, days_ago(today, ago)]
        sent = days_ago(today, ago - _APPLIED_AFTER)
        helper = people.get(_HELPED.get(company, "")) if channel == "referral" else None
        action, due = _NEXT.get((company, ago), ("", None))
        application = Application(
            posting=posting.id,
            title=posting.title,
            company=company,
            location=posting.location,
            channel=channel,
            board=boards["The big board"].id if channel == "board" else "",
            contact=helper.id if helper else "",
            resume=versions[0].id if versions and ago < _BEGAN + 5 else "",
            salary_asked=Decimal(58_000) if outcome is None and steps else None,
            salary_offered=Decimal(56_500) if "offer" in dict(steps) else None,
            next_action=action,
            next_on=days_ago(today, due) if due is not None else None,
            outcome=outcome,
            ended=sent + timedelta(days=ended) if outcome else None,
        )
        yield written_on(sent, application)
        yield from _what_happened(application, sent, steps, outcome, ended)
        if "offer" in dict(steps):
            yield from _choice(application, days_ago(today, 5))
    for company, ago, action, due in _NOT_SENT:
        posting = postings[company, days_ago(today, ago)]
        application = Application(
            posting=posting.id,
            title=posting.title,
            company=company,
            location=posting.location,
            next_action=action,
            next_on=days_ago(today, due),
        )
        yield written_on(days_ago(today, 1), application)


def _what_happened(
    application: Application, sent: date, steps: _Steps, outcome: Outcome | None, ended: int
) -> Iterator[Record]:
    rounds = 0
    for stage, after in (("applied", 0), *steps):
        rounds += stage == "interview"
        day = sent + timedelta(days=after)
        event = ApplicationStage.model_validate(
            {"application": application.id, "day": day, "stage": stage, "round": max(rounds, 1)}
        )
        yield written_on(day, event)
    asked = (
        (8, 16) if outcome == "no reply" else _ASKED.get(application.company, ()) if outcome is None else ()
    )
    if len(steps) < 2:
        for after in asked:
            day = sent + timedelta(days=after)
            yield written_on(day, FollowUp(application=application.id, day=day))
    if outcome:
        day = sent + timedelta(days=ended)
        yield written_on(day, ApplicationStage(application=application.id, day=day, stage="closed"))


def _choice(offered: Application, day: date) -> Iterator[Record]:
    """The offer beside staying."""
    offer = Option(
        name="Puddle Insurance",
        application=offered.id,
        salary=offered.salary_offered,
        decide_by=day + timedelta(12),
    )
    stay = Option(name="Stay at Pelican & Daughters", salary=Decimal(49_000))
    criteria = {
        name: Criterion(name=name, weight=weight)
        for name, weight in (("What I learn", 8), ("Evenings at home", 7), ("Pay", 5), ("The people", 6))
    }
    yield from (written_on(day, record) for record in (offer, stay, *criteria.values()))
    for name, offered_score, stay_score in (
        ("What I learn", 8, 3),
        ("Evenings at home", 5, 6),
        ("Pay", 7, 4),
        ("The people", 6, 8),
    ):
        for option, score in ((offer, offered_score), (stay, stay_score)):
            yield written_on(day, Rating(option=option.id, criterion=criteria[name].id, score=score))


def _of(kind: type[R], records: Sequence[Record]) -> list[R]:
    return [record for record in records if isinstance(record, kind)]
