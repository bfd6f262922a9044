"""What the answers of step 1 say: beside those of US workers, and over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.formatting import format_share, format_share_interval, format_short_date, join_words
from rutkit.records import field_spec
from rutkit.statistics import Interval, wilson_interval
from rutkit.steps.acknowledge.norms import (
    AnswerShare,
    CountGroup,
    answer_shares,
    intention_groups,
    workers_by_count,
)
from rutkit.steps.acknowledge.records import QUESTIONS, REASONS, RutCheck, StayReason


@dataclass(frozen=True)
class AnswerComparison:
    """One question of the rut check: how US workers answered it, and the person's own answer, if any."""

    question: str
    answer: str | None
    shares: tuple[AnswerShare, ...]

    @property
    def finding(self) -> str:
        """What the comparison shows, as a title."""
        for share in self.shares:
            if share.answer == self.answer:
                return f"{format_share(share.share)} of US workers answered “{share.answer}”, as you did"
        return "How US workers answered"

    @property
    def summary(self) -> str:
        """Every share, in one sentence."""
        said = join_words([f"{format_share(share.share)} “{share.answer}”" for share in self.shares])
        yours = f" You answered “{self.answer}”." if self.answer else ""
        return f"Of {self.shares[0].n:,} US workers, {said}.{yours}"

    @property
    def note(self) -> str:
        """Where the shares come from; how sure they are is said once for all questions (`answers_margin`)."""
        return f"General Social Survey 2022 (NORC): {self.shares[0].n:,} US workers, unweighted."


def compare_answer(question: str, answer: str | None) -> AnswerComparison:
    """A question of the rut check (one of its field names) beside the answers of US workers.

    Raises:
        KeyError: there is no such question.
    """
    return AnswerComparison(question, answer, answer_shares(question))


def answers_margin() -> str:
    """How sure the shares beside the answers are, whichever question it is."""
    widest = _widest(share.interval for question in QUESTIONS for share in answer_shares(question))
    return f"The 95\u00a0% intervals of the shares beside your answers reach ±\u00a0{widest} points at most."


@dataclass(frozen=True)
class Unfinished:
    """A rut check of which some questions are open: it says which, and gives no score."""

    missing: tuple[str, ...]
    """The open questions' field names, in the order in which they are asked."""

    @property
    def finding(self) -> str:
        """How many answers are there."""
        return f"Not enough yet: {len(QUESTIONS) - len(self.missing)} of {len(QUESTIONS)} questions answered"

    @property
    def open_questions(self) -> tuple[str, ...]:
        """The open questions in words."""
        return tuple(question_title(question) for question in self.missing)


@dataclass(frozen=True)
class Standing:
    """How many workers of the pooled survey had fewer, as many and more unfavorable answers."""

    fewer: int
    same: int
    more: int

    @property
    def workers(self) -> int:
        """All of them together."""
        return self.fewer + self.same + self.more


@dataclass(frozen=True)
class RutScore:
    """A rut check with all seven answers: how many are unfavorable, and what is known about that many."""

    unfavorable: tuple[str, ...]
    """The unfavorably answered questions' field names."""
    standing: Standing
    group: CountGroup
    """The workers with as many unfavorable answers (6 and 7 taken together)."""

    @property
    def count(self) -> int:
        """How many of the seven answers are unfavorable."""
        return len(self.unfavorable)

    @property
    def finding(self) -> str:
        """The count, as a title."""
        if self.count == 0:
            return f"None of your {len(QUESTIONS)} answers is unfavorable"
        verb = "is" if self.count == 1 else "are"
        return f"{self.count} of your {len(QUESTIONS)} answers {verb} unfavorable"

    @property
    def standing_sentence(self) -> str:
        """How many workers answered unfavorably too: at all, and as often. No rank: it is about answers."""
        workers = f"Of {self.standing.workers:,} US workers,"
        if self.count == 0:
            return f"{workers} {self._workers(self.standing.same)} answered none of the seven unfavorably, as you did."
        as_many = (
            f", and {self._workers(self._as_many)} at least {self.group.counts[0]}" if self.count > 1 else ""
        )
        return (
            f"{workers} {self._workers(standing(0).more)} answered at least one of the seven unfavorably, "
            f"too{as_many}. That says how common such answers about a job are; it does not rank people."
        )

    @property
    def standing_margin(self) -> str:
        """How sure the shares of the `standing_sentence` are."""
        workers = self.standing.workers
        widest = _widest(
            wilson_interval(count, workers) for count in (self._as_many, standing(0).same, standing(0).more)
        )
        return (
            f"The 95\u00a0% intervals of the shares of all {workers:,} reach ±\u00a0{widest} points at most."
        )

    @property
    def _as_many(self) -> int:
        """Workers with as many unfavorable answers, or more; who has 7 is counted with those who have 6."""
        fewest = standing(self.group.counts[0])
        return fewest.same + fewest.more

    def _workers(self, count: int) -> str:
        return f"{count:,} ({format_share(count / self.standing.workers)})"

    @property
    def intention_finding(self) -> str:
        """How many of those with the same count were very likely to look for a new job, as a title."""
        likely = format_share(self.group.share)
        return f"Of workers with {self._peers}, {likely} were very likely to look for a new job"

    @property
    def intention_sentence(self) -> str:
        """The same with its numbers, the interval, and what it was among all workers."""
        group, everybody = self.group, _everybody()
        interval = format_share_interval(group.interval.low, group.interval.high)
        return (
            f"Of the {group.workers:,} with {self._peers}, {group.very_likely:,} "
            f"({format_share(group.share)}; 95\u00a0% interval {interval}) said they were "
            f"very likely to make a genuine effort to find a new job within the next year. "
            f"Among all of them it was {format_share(everybody.share)}."
        )

    @property
    def _peers(self) -> str:
        counts = " or ".join(str(count) for count in self.group.counts)
        return f"{counts} unfavorable {'answer' if counts == '1' else 'answers'}"

    @property
    def source(self) -> str:
        """Where the figures come from."""
        return (
            "General Social Survey (NORC), first interviews of 2006, 2010 and 2018: "
            f"{self.standing.workers:,} US workers, unweighted."
        )

    @property
    def limits(self) -> str:
        """What the figures do not mean."""
        return (
            "This is what people in the US meant to do, not whether leaving turned out well for them. "
            "Your count describes seven answers on one day; it is no diagnosis and no verdict on you."
        )


def assess(check: RutCheck | None) -> RutScore | Unfinished:
    """What a rut check says: a score if all seven questions are answered, otherwise which are missing."""
    missing = missing_answers(check)
    if missing:
        return Unfinished(missing)
    unfavorable = tuple(
        question for question in QUESTIONS if _is_unfavorable(question, getattr(check, question))
    )
    return RutScore(unfavorable, standing(len(unfavorable)), intention_group(len(unfavorable)))


def missing_answers(check: RutCheck | None) -> tuple[str, ...]:
    """The questions of a rut check that are open (field names); all of them if there is no check."""
    return tuple(question for question in QUESTIONS if getattr(check, question, None) is None)


def standing(count: int) -> Standing:
    """Where `count` unfavorable answers, from 0 to 7, stand among the workers of the pooled survey."""
    workers = [group.workers for group in workers_by_count()]
    return Standing(fewer=sum(workers[:count]), same=workers[count], more=sum(workers[count + 1 :]))


def intention_group(count: int) -> CountGroup:
    """The workers with `count` unfavorable answers, from 0 to 7; 6 and 7 are taken together."""
    return next(group for group in intention_groups() if count in group.counts)


@dataclass(frozen=True)
class DatedCount:
    """How many of the seven answers were unfavorable on a day."""

    day: date
    count: int


def count_history(checks: Iterable[RutCheck]) -> tuple[DatedCount, ...]:
    """The counts of all finished rut checks, oldest first."""
    scored = ((check.day, assess(check)) for check in sorted(checks, key=lambda check: check.day))
    return tuple(DatedCount(day, score.count) for day, score in scored if isinstance(score, RutScore))


def history_finding(history: Sequence[DatedCount]) -> str:
    """How the newest of at least two counts differs from the one before."""
    before, newest = history[-2:]
    since = format_short_date(before.day, newest.day)
    if newest.count == before.count:
        return f"Still {newest.count} of {len(QUESTIONS)} unfavorable, as on {since}"
    direction = "fewer" if newest.count < before.count else "more"
    moved = abs(newest.count - before.count)
    return f"{newest.count} of {len(QUESTIONS)} unfavorable, {moved} {direction} than on {since}"


def rated(reasons: Iterable[StayReason]) -> tuple[StayReason, ...]:
    """Those in which all three reasons are rated, oldest first: only they can be set side by side."""
    return tuple(
        sorted(
            (reason for reason in reasons if not unrated(reason)),
            key=lambda reason: reason.day,
        )
    )


def unrated(reason: StayReason) -> tuple[str, ...]:
    """Which of fear, comfort and effort have no rating yet (field names)."""
    return tuple(name for name in REASONS if getattr(reason, name) is None)


def reasons_finding(entries: Sequence[StayReason]) -> str:
    """What weighs most in the newest of the rated entries, and what has moved most since the first."""
    newest = weights(entries[-1])
    first = weights(entries[0])
    moved = max(REASONS, key=lambda name: abs(newest[name] - first[name]))
    if newest[moved] == first[moved]:
        return _heaviest(newest)
    verb = "fell" if newest[moved] < first[moved] else "rose"
    change = f"{reason_title(moved)} {verb} from {first[moved]} to {newest[moved]}"
    heaviest = _heaviest(newest)
    return f"{change}; {heaviest[0].lower()}{heaviest[1:]}"


def weights(entry: StayReason) -> dict[str, int]:
    """How much each reason weighs, 0 to 10, by field name; the entry must be rated."""
    return {name: getattr(entry, name) for name in REASONS}


def question_title(question: str) -> str:
    """A question of the rut check as the person reads it."""
    return field_spec(RutCheck, question).title


def reason_title(name: str) -> str:
    """A reason to stay as the person reads it."""
    return field_spec(StayReason, name).title


def _heaviest(weight: dict[str, int]) -> str:
    most = max(weight.values())
    if most == 0:
        return "None of the three holds you"
    names = [reason_title(name) for name in REASONS if weight[name] == most]
    named = join_words([names[0], *(name.lower() for name in names[1:])])
    return (
        f"{named} weighs most: {most} of 10" if len(names) == 1 else f"{named} weigh most: {most} of 10 each"
    )


def _is_unfavorable(question: str, answer: str) -> bool:
    return any(share.unfavorable for share in answer_shares(question) if share.answer == answer)


def _everybody() -> CountGroup:
    groups = workers_by_count()
    return CountGroup(
        counts=tuple(group.counts[0] for group in groups),
        workers=sum(group.workers for group in groups),
        very_likely=sum(group.very_likely for group in groups),
    )


def _widest(intervals: Iterable[Interval]) -> str:
    """How far the widest of some intervals reaches to either side, in points."""
    widest = max(interval.high - interval.low for interval in intervals)
    return f"{widest * 100 / 2:.1f}"
