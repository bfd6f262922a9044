"""The demo's steps 1 and 2: where somebody invented stands, and how they mean to leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal

from rutkit.dates import add_months
from rutkit.demo.dating import days_ago, written_on
from rutkit.records import Record
from rutkit.steps.acknowledge.records import Acknowledgement, RutCheck, Situation, StayReason
from rutkit.steps.exit_plan.records import (
    ExitPlan,
    Finances,
    GoCondition,
    Incident,
    Milestone,
    MoneyChange,
    MoneyEvent,
    Obstacle,
    ResignationDraft,
    Safety,
    SearchAssumption,
    Support,
    UrgeToQuit,
)

_FIRST, _SECOND, _THIRD = 330, 190, 33
"""How many days ago the rut check was filled in."""
_PLANNED = 58
"""How many days ago the exit plan was begun."""
_SUMS = 24
"""How many days ago the figures were last looked over."""


def standing(today: date) -> list[Record]:
    """Step 1: the situation, three rut checks, three looks at the reasons to stay, two acknowledgements."""
    return [
        written_on(days_ago(today, _FIRST), _situation(today)),
        *_rut_checks(today),
        *_stay_reasons(today),
        *_acknowledgements(today),
    ]


def exit_plan(today: date) -> list[Record]:
    """Step 2: safety, urges and the sealed letter, money, the search, the plan and what belongs to it."""
    on_planning = days_ago(today, _PLANNED)
    return [
        *(written_on(on_planning, record) for record in (*_safety(today), *_plan(today))),
        *(written_on(days_ago(today, _SUMS), record) for record in _money(today)),
        written_on(days_ago(today, _LETTER), _letter(today)),
        *_urges(today),
    ]


def _situation(today: date) -> Situation:
    return Situation(
        role="Support lead at Pelican & Daughters, a maker of garden pumps that does not exist",
        since=days_ago(today, 6 * 365),
        hours_a_week=44,
        stuck_means=(
            "I can do everything here without thinking, and so I have stopped thinking. "
            "Since the reorganization I fill in forms about the work that I used to do."
        ),
    )


def _rut_checks(today: date) -> list[RutCheck]:
    first, second, third = (days_ago(today, ago) for ago in (_FIRST, _SECOND, _THIRD))
    return [
        written_on(
            first,
            RutCheck(
                day=first,
                learning="agree",
                developing="somewhat true",
                using_skills="agree",
                promotion="not too true",
                used_up="sometimes",
                stress="sometimes",
                satisfaction="somewhat satisfied",
            ),
        ),
        written_on(
            second,
            RutCheck(
                day=second,
                learning="disagree",
                developing="not too true",
                using_skills="agree",
                promotion="not too true",
                used_up="often",
                stress="sometimes",
                satisfaction="somewhat satisfied",
            ),
        ),
        written_on(
            third,
            RutCheck(
                day=third,
                learning="agree",
                developing="not too true",
                using_skills="agree",
                promotion="not at all true",
                used_up="often",
                stress="often",
                satisfaction="not too satisfied",
            ),
        ),
    ]


def _stay_reasons(today: date) -> list[StayReason]:
    first, second, third = (days_ago(today, ago) for ago in (_FIRST, _SECOND, _THIRD))
    return [
        written_on(
            first,
            StayReason(
                day=first,
                fear=5,
                fear_words="That nobody else pays this well for what I know.",
                comfort=8,
                comfort_words="My team, and the river on the way to work.",
                effort=7,
                effort_words="Writing a resume after six years.",
            ),
        ),
        written_on(
            second,
            StayReason(
                day=second,
                fear=7,
                fear_words="Of choosing wrongly twice.",
                comfort=5,
                comfort_words="The river is still there. The team is not.",
                effort=7,
            ),
        ),
        written_on(
            third,
            StayReason(
                day=third,
                fear=5,
                fear_words="Of the months in between. Less since I did the sums.",
                comfort=3,
                effort=4,
                effort_words="Interviews. Writing turned out to be one evening.",
            ),
        ),
    ]


def _acknowledgements(today: date) -> Iterator[Acknowledgement]:
    for ago, sentence in (
        (185, "I am good at this job and it is no longer good for me."),
        (31, "I am stuck here, I have been for a year, and I am going to leave with a plan."),
    ):
        day = days_ago(today, ago)
        yield written_on(day, Acknowledgement(day=day, sentence=sentence))


_LETTER = 96
"""How many days ago the letter was written and sealed."""


def _safety(today: date) -> list[Record]:
    return [
        Safety(causes_harm=False, notes="It wears me down. It is not dangerous, and nobody threatens me."),
        Support(name="My sister", reach="Sundays, by phone", helps_with="Listening, and the sums"),
        Support(
            name="Our family doctor",
            reach="The practice on Mill Lane, mornings",
            helps_with="If I stop sleeping",
        ),
        Support(
            name="Robin, who left last year", reach="Lunch at the harbor", helps_with="How it is outside"
        ),
        Incident(
            day=days_ago(today, 71),
            what="My plan was shown in the steering meeting under another name. I said nothing.",
            witnesses="Everybody in the room",
            kept="The draft with its date, in my own folder",
        ),
    ]


def _letter(today: date) -> ResignationDraft:
    sealed = datetime.combine(days_ago(today, _LETTER), time(22, 10))
    return ResignationDraft(
        text=(
            "To whom it may concern,\n\nI resign as of the earliest possible date. I would give reasons, "
            "but there is a form for that.\n\nWith pumps and kind regards"
        ),
        sealed_at=sealed,
    )


def _urges(today: date) -> Iterator[UrgeToQuit]:
    for ago, hour, strength, minutes, set_off_by, helped in (
        (231, 17, 8, 45, ("reorganization",), "Walked home instead of taking the bus"),
        (226, 9, 7, 30, ("reorganization", "steering meeting"), "Talked to Robin"),
        (209, 15, 7, None, ("steering meeting",), ""),
        (199, 16, 9, 95, ("promotion",), "Slept on it"),
        (171, 11, 6, 20, ("steering meeting",), "A coffee outside"),
        (143, 18, 7, 15, ("no lunch", "deadline"), "Ate something"),
        (_LETTER, 21, 9, 60, ("steering meeting", "no lunch"), "Wrote the letter and sealed it"),
        (71, 10, 8, 25, ("steering meeting",), "Wrote down what happened"),
        (39, 14, 5, 10, ("forms",), "Looked at the plan"),
        (12, 16, 6, 12, ("steering meeting",), "Looked at the plan"),
    ):
        day = days_ago(today, ago)
        at = datetime.combine(day, time(hour, 20))
        urge = UrgeToQuit(at=at, strength=strength, minutes=minutes, set_off_by=set_off_by, helped=helped)
        yield written_on(day, urge)


def _money(today: date) -> list[Record]:
    return [
        Finances(
            savings=Decimal(14_200),
            take_home_pay=Decimal(3_150),
            other_income=Decimal(0),
            essential_costs=Decimal(1_870),
            discretionary_costs=Decimal(640),
        ),
        MoneyEvent(
            what="Unused vacation, paid out",
            amount=Decimal(1_400),
            direction="comes in",
            timing="when I leave",
        ),
        MoneyEvent(what="New glasses", amount=Decimal(450), on=days_ago(today, -40)),
        MoneyEvent(what="Tax bill", amount=Decimal(900), on=days_ago(today, -75)),
        MoneyChange(
            what="Health insurance that I pay myself",
            amount=Decimal(390),
            timing="from when I leave until a new job",
        ),
        MoneyChange(
            what="The car is paid off",
            amount=Decimal(210),
            change="costs less",
            from_month=add_months(today, 5),
        ),
        SearchAssumption(median_months=5, new_take_home_pay=Decimal(3_300)),
    ]


def _plan(today: date) -> list[Record]:
    return [
        ExitPlan(
            earliest=add_months(today, 4),
            latest=add_months(today, 9),
            first_to_hear="My sister, then what is left of my team",
            next_review=days_ago(today, -9),
        ),
        GoCondition(kind="savings reach an amount", amount=Decimal(18_000)),
        GoCondition(kind="an offer in hand", text="In writing, at 3,000 or more", met=False),
        GoCondition(
            kind="a certificate finished",
            text="Service management, foundation level",
            met=True,
            met_on=days_ago(today, 20),
        ),
        GoCondition(kind="the toll stays high for weeks", level=2, weeks=4),
        Milestone(what="Write a resume that I like", by=days_ago(today, 44), done=True),
        Milestone(what="Finish the certificate course", by=days_ago(today, 20), done=True),
        Milestone(what="Talk to five people outside pumps", by=days_ago(today, -11)),
        Milestone(what="Send the first three applications", by=days_ago(today, -32)),
        Milestone(what="Save until the amount is there", by=days_ago(today, -110)),
        Obstacle(
            if_text="I come home too tired to do anything for the plan",
            then_text="do ten minutes at the kitchen table before I sit down anywhere else",
        ),
        Obstacle(
            if_text="they offer me a new title",
            then_text="ask for it in writing, and sleep on it three nights",
        ),
        Obstacle(
            if_text="another steering meeting makes me want to quit on the spot",
            then_text="log the urge first, and go for a walk",
        ),
    ]
