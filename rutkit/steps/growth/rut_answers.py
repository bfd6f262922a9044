"""What the rut check of step 1 said about growth, beside the answers of US workers; nothing is asked twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.formatting import counted, format_date, format_share, join_words
from rutkit.steps.acknowledge.analysis import AnswerComparison, compare_answer, question_title
from rutkit.steps.acknowledge.records import RutCheck

GROWTH_QUESTIONS: tuple[str, ...] = ("learning", "developing", "using_skills", "promotion")
"""The fields of a rut check that are about growth."""


@dataclass(frozen=True)
class GrowthAnswer:
    """The newest answer to one question, with the norms beside it."""

    day: date
    comparison: AnswerComparison

    @property
    def title(self) -> str:
        """The question as it was asked."""
        return question_title(self.comparison.question)

    @property
    def is_unfavorable(self) -> bool:
        """Whether it counts as unfavorable."""
        return any(
            share.unfavorable for share in self.comparison.shares if share.answer == self.comparison.answer
        )

    @property
    def others(self) -> str:
        """How many US workers said the same, and how many answered unfavorably."""
        shares = self.comparison.shares
        same = next(share.share for share in shares if share.answer == self.comparison.answer)
        unfavorable = sum(share.share for share in shares if share.unfavorable)
        return f"{format_share(same)} of US workers said the same; {format_share(unfavorable)} answered unfavorably."


def growth_answers(checks: Iterable[RutCheck]) -> tuple[GrowthAnswer, ...]:
    """The newest answer to each of the four questions that was answered at all."""
    newest_first = sorted(checks, key=lambda check: check.day, reverse=True)
    found = []
    for question in GROWTH_QUESTIONS:
        answered = next((check for check in newest_first if getattr(check, question) is not None), None)
        if answered:
            found.append(GrowthAnswer(answered.day, compare_answer(question, getattr(answered, question))))
    return tuple(found)


def growth_answers_note(answers: Sequence[GrowthAnswer]) -> str:
    """When the questions were answered, and where the shares of others come from and how sure they are."""
    days = join_words([format_date(day) for day in sorted({answer.day for answer in answers})])
    shares = [share for answer in answers for share in answer.comparison.shares]
    fewest = min(share.n for share in shares)
    widest = max(share.interval.high - share.interval.low for share in shares)
    return (
        f"Your answers of {days}. General Social Survey 2022 (NORC): at least {fewest:,} US workers a question, "
        f"unweighted. The 95\u00a0% intervals reach ±\u00a0{widest * 100 / 2:.1f} points at most."
    )


def growth_answers_finding(answers: Sequence[GrowthAnswer]) -> str:
    """How many are unfavorable, as a heading."""
    unfavorable = sum(answer.is_unfavorable for answer in answers)
    verb = "is" if unfavorable == 1 else "are"
    return f"{unfavorable} of your {counted(len(answers), 'answer')} about growth {verb} unfavorable"
