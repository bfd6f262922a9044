"""The demo's step 10: how somebody invented waits. Employers, schools and stories are invented too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import cycle

from rutkit.demo.dating import days_ago, written_on
from rutkit.records import Record
from rutkit.steps.prepare.letters import a_quarter_on
from rutkit.steps.prepare.practice import memories, today_s_practice
from rutkit.steps.prepare.questions import questions
from rutkit.steps.prepare.records import (
    CertificateEntry,
    EducationEntry,
    Highlight,
    LanguageEntry,
    Letter,
    Question,
    QuestionSetAside,
    Recall,
    Rehearsal,
    ResumeBasics,
    ResumeVersion,
    SkillEntry,
    SmallWin,
    Story,
    WorkEntry,
)

_RESUME = 44
"""How many days ago the resume was written: the milestone of the exit plan."""

_PRACTICED = (66, 64, 61, 57, 55, 50, 47, 43, 40, 33, 29, 26, 22, 15, 12, 8, 4, 1)
"""How many days ago answers were said aloud."""

_A_DAY = 3
"""Answers said on such a day, at most."""

_RECALLS: tuple[Recall, ...] = (
    "with trouble",
    "well",
    "not at all",
    "well",
    "easily",
    "with trouble",
    "well",
    "well",
)
_SECONDS = (95, 140, None, 120, 70, 185, 110, None, 90)


def prepare(today: date) -> list[Record]:
    """A resume with a version, four stories, two months of practice, letters, and small wins."""
    own = _questions(today)
    return [
        *(written_on(days_ago(today, _RESUME), record) for record in _resume()),
        *_stories(today),
        *own,
        written_on(days_ago(today, 60), QuestionSetAside(question="off-forecast")),
        *_rehearsals(own, today),
        *_letters(today),
        *_wins(today),
    ]


def _resume() -> list[Record]:
    pelican = WorkEntry(
        name="Pelican & Daughters",
        position="Support lead",
        location="The harbor",
        start_date="2020-11",
        summary="Lead of a support team of four for garden pumps.",
        evidence="The contract, and six years of reviews.",
    )
    heron = WorkEntry(
        name="Heron Heating", position="Support agent", start_date="2016-03", end_date="2020-10"
    )
    school = EducationEntry(
        institution="Harbor Evening School", study_type="Diploma", area="Office work", end_date="2015"
    )
    skills = SkillEntry(
        name="Support", keywords="Customer service\nTicket handling\nTroubleshooting\nCoaching"
    )
    certificate = CertificateEntry(
        name="Service management, foundation level",
        issuer="Otter & Sons Online",
        evidence="The certificate is in the blue folder.",
    )
    lines = [
        Highlight(
            entry=pelican.id,
            text="Emptied a night queue of 300 tickets in four weeks, and kept it empty.",
            evidence="The weekly report of that spring.",
        ),
        Highlight(
            entry=pelican.id,
            text="Brought three newcomers through their first half year; all three stayed.",
            evidence="Robin would say so.",
        ),
        Highlight(entry=pelican.id, text="Wrote the test bench manual that the workshop still uses."),
        Highlight(entry=heron.id, text="Answered 40 calls a day about boilers in winter."),
    ]
    shown = ("work", pelican.id, lines[0].id, lines[1].id, heron.id, "skills", skills.id, "certificates")
    return [
        ResumeBasics(
            name="Sam Example",
            label="Support lead",
            email="sam@example.org",
            city="Harbor",
            summary="I lead people who help people, and I like a queue that is empty in the evening.",
        ),
        pelican,
        heron,
        school,
        skills,
        certificate,
        LanguageEntry(language="English", fluency="Native"),
        *lines,
        ResumeVersion(
            name="Support manager",
            label="Support lead who coaches",
            lines="\n".join((*shown, certificate.id)),
        ),
    ]


def _stories(today: date) -> Iterator[Story]:
    for ago, story in (
        (
            52,
            Story(
                title="The night queue",
                situation="Support at Pelican & Daughters, four people, the spring after the reorganization.",
                task="The night queue had grown to 300 tickets. It was given to me because nobody wanted it.",
                action="I read fifty of them, found five causes, and wrote an answer for each. I asked the workshop to "
                "change one leaflet, and gave the odd ones to whoever knew that pump best.",
                result="It was empty after 4 weeks and has stayed below 10 since.",
                reflection="I would go to the workshop in the first week, not in the third.",
                competencies=("Problem solving", "Ticket handling", "Process improvement"),
            ),
        ),
        (
            45,
            Story(
                title="Kim’s first winter",
                situation="Kim came to us from a bakery, in the week in which the pumps freeze.",
                task="I was to teach the job beside my own.",
                action="I let Kim listen for two days, then answer with me listening, and asked each evening what had "
                "been strange. I wrote down the three calls that went wrong and we played them again.",
                result="Kim took calls alone after 3 weeks and is still there.",
                competencies=("Coaching", "Patience"),
            ),
        ),
        (
            30,
            Story(
                title="The flooded orangery",
                situation="A caller whose orangery stood under water, shouting, on a Saturday.",
                task="To help, and to keep the line for others.",
                action="We let him finish. We told him which valve to turn, stayed on until the water stopped, "
                "and called back on Monday.",
                result="He stayed a customer, and sends a card in spring.",
                reflection="I would give him my name sooner.",
                competencies=("De-escalation", "Customer service", "Complaint handling"),
            ),
        ),
        (
            9,
            Story(
                title="The steering meeting",
                situation="My plan for the test bench was shown under another name.",
                task="To decide whether to say something.",
                competencies=("Stakeholder management",),
            ),
        ),
    ):
        yield written_on(days_ago(today, ago), story)


def _questions(today: date) -> list[Question]:
    return [
        written_on(
            days_ago(today, 60),
            Question(
                text="Why did you stay for six years if it was so bad?",
                competency="Your next step",
                notes="It was good for four. I learned to lead there. Then the work became forms.",
            ),
        ),
        written_on(
            days_ago(today, 16),
            Question(
                text="How many people have you really led?",
                competency="Leadership",
                asked_by="Marmalade Bank",
                notes="Four, and three of them were new.",
            ),
        ),
    ]


def _rehearsals(own: list[Question], today: date) -> list[Rehearsal]:
    """What the step asked for on each of those days: what was due, and something new."""
    said: list[Rehearsal] = []
    recalls, seconds = cycle(_RECALLS), cycle(_SECONDS)
    for ago in _PRACTICED:
        day = days_ago(today, ago)
        known = questions([question for question in own if question.created_at.date() <= day])
        practice = today_s_practice(known, memories(said), day, wanted=("Leadership", "Communication"))
        said += [
            written_on(
                day,
                Rehearsal(
                    question=question.key,
                    at=datetime.combine(day, time(19, 5 + 6 * number)),
                    recall=next(recalls),
                    seconds=next(seconds),
                ),
            )
            for number, question in enumerate(practice.all[:_A_DAY])
        ]
    return said


def _letters(today: date) -> Iterator[Letter]:
    first = days_ago(today, 100)
    yield written_on(
        first,
        Letter(
            written=first,
            sealed=first,
            opens=a_quarter_on(first),
            text="Dear me,\n\nyou have just told your sister that you want to leave. I hope that you have not talked "
            "yourself out of it. I am afraid of the sums. If you read this at the same desk, that is all right, as "
            "long as you know why.",
            reply="Same desk. I know why: the sums are done, and they say spring.",
        ),
    )
    second = days_ago(today, 5)
    yield written_on(
        second,
        Letter(
            written=second,
            sealed=second,
            opens=a_quarter_on(second),
            text="Dear me, by now there will have been interviews. I hope you slept before them.",
        ),
    )


def _wins(today: date) -> Iterator[SmallWin]:
    for ago, what in (
        (170, "Said no to a second steering meeting."),
        (118, "Wrote to Robin, after a year."),
        (92, "First evening at the course."),
        (66, "Said an answer aloud without laughing."),
        (44, "The resume fits on two pages."),
        (31, "Kim thanked me in front of everybody."),
        (20, "Passed the certificate."),
        (11, "Went to bed before the boards."),
        (2, "Asked for the river room, and got it."),
    ):
        day = days_ago(today, ago)
        yield written_on(day, SmallWin(day=day, what=what))
