"""The questions to rehearse: an authored set by competency, the person's own, and those met in interviews."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from rutkit.steps.company_names import company_key
from rutkit.steps.job_search.records import ApplicationStage
from rutkit.steps.prepare.records import Question
from rutkit.steps.skill_names import standard_key

GENERAL_HEADINGS = ("About you", "Your next step")
"""Headings that no posting asks for by name: what nearly every interview touches."""

TALKS = frozenset(("recruiter screen", "interview", "onsite"))
"""Stages in which questions are asked aloud."""

REMEMBERED_DAYS = 14
"""After two weeks few people can say what they were asked."""


@dataclass(frozen=True)
class Heading:
    """A competency of the authored set, and the other competencies that its questions fit."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class InterviewQuestion:
    """One question that can be rehearsed."""

    key: str
    """What rehearsals refer to: an authored question's own key, or the id of the person's."""
    text: str
    competency: str
    """The heading it stands under; of the person's own whatever they wrote, or nothing."""
    asked_by: str = ""
    """Who asked it, if somebody did."""
    notes: str = ""
    is_own: bool = False


@cache
def authored() -> tuple[InterviewQuestion, ...]:
    """The questions of `questions.txt`, in its order."""
    return tuple(
        InterviewQuestion(key, text, heading.name) for heading, key, text in _parse(_authored_text())
    )


@cache
def headings() -> tuple[Heading, ...]:
    """The competencies of the authored set, in its order."""
    return tuple(dict.fromkeys(heading for heading, _, _ in _parse(_authored_text())))


def heading_of(competency: str) -> str:
    """The heading of the authored set whose questions fit a competency; empty if there is none.

    >>> heading_of("Time management")
    'Organizational skills'
    """
    return _headings_by_key().get(standard_key(competency), "")


def competencies_of(question: InterviewQuestion) -> tuple[str, ...]:
    """Every competency that a story may show to answer a question; none if it says nothing of one."""
    if not question.competency:
        return ()
    under = heading_of(question.competency) or question.competency
    also = next((heading.also for heading in headings() if heading.name == under), ())
    return (question.competency, under, *also)


def questions(own: Iterable[Question]) -> tuple[InterviewQuestion, ...]:
    """Everything that can be rehearsed, the person's own first; one without words is not among them."""
    mine = (
        InterviewQuestion(
            question.id,
            question.text.strip(),
            question.competency.strip(),
            question.asked_by.strip(),
            question.notes.strip(),
            is_own=True,
        )
        for question in own
        if question.text.strip()
    )
    return (*mine, *authored())


def recent_talks(stages: Iterable[ApplicationStage], today: date) -> tuple[ApplicationStage, ...]:
    """The talks of the last two weeks, newest first."""
    first = today - timedelta(days=REMEMBERED_DAYS)
    talks = (
        (stage.day, stage.id, stage)
        for stage in stages
        if stage.stage in TALKS and stage.day and first <= stage.day <= today
    )
    return tuple(stage for _, _, stage in sorted(talks, key=lambda talk: talk[:2], reverse=True))


def unnoted(
    talks: Iterable[ApplicationStage], companies: Mapping[str, str], own: Iterable[Question]
) -> tuple[tuple[ApplicationStage, str], ...]:
    """The newest talk with each company from which no question was written down, and that company's name.

    `companies` are by the application's id.
    """
    noted = {company_key(question.asked_by) for question in own}
    found: dict[str, tuple[ApplicationStage, str]] = {}
    for talk in talks:
        company = companies.get(talk.application, "").strip()
        if company and company_key(company) not in noted:
            found.setdefault(company_key(company), (talk, company))
    return tuple(found.values())


def _authored_text() -> str:
    return files("rutkit.steps.prepare").joinpath("questions.txt").read_text("utf-8")


def _parse(text: str) -> Iterator[tuple[Heading, str, str]]:
    heading = Heading("")
    for line in text.splitlines():
        if line.startswith("["):
            name, _, others = line.strip("[]").partition(" | ")
            heading = Heading(name, tuple(others.split(", ")) if others else ())
        elif line and not line.startswith("#"):
            key, _, words = line.partition(": ")
            yield heading, key, words


@cache
def _headings_by_key() -> Mapping[str, str]:
    return {
        standard_key(name): heading.name for heading in headings() for name in (heading.name, *heading.also)
    }
