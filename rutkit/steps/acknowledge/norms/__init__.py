"""What US workers answered to the seven questions of the rut check, and what they then meant to do.

`gss_work_items_2022.csv` holds, for each question, the percentage of workers who gave each answer
(2022, Quality of Worklife items). `gss_rut_index.csv` holds, for each number of unfavorable answers, how
many workers had it and how likely they said it was that they would "make a genuine effort to find a new
job with another employer within the next year" (first interviews of 2006, 2010 and 2018). Both are
unweighted and were computed from the General Social Survey.

Source: Davern et al., General Social Survey 2022, NORC at the University of Chicago; gss.norc.org.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rutkit.statistics import Interval, wilson_interval

GSS_VARIABLES = {
    "learning": "learnnew",
    "developing": "opdevel",
    "using_skills": "myskills",
    "promotion": "promteok",
    "used_up": "usedup",
    "stress": "stress",
    "satisfaction": "satjob1",
}
"""The name that each question of a rut check has in the General Social Survey."""

_POOLED = (6, 7)
"""Only 11 workers had seven unfavorable answers, too few to stand alone."""


@dataclass(frozen=True)
class AnswerShare:
    """How many US workers gave one answer to one question in 2022."""

    answer: str
    unfavorable: bool
    share: float
    """From 0 to 1."""
    n: int
    """Workers who answered the question."""

    @property
    def interval(self) -> Interval:
        """The 95 % interval around the share."""
        return wilson_interval(round(self.share * self.n), self.n)


@dataclass(frozen=True)
class CountGroup:
    """The workers with one of these numbers of unfavorable answers, and what they meant to do."""

    counts: tuple[int, ...]
    workers: int
    very_likely: int
    """How many said it was very likely that they would look for a new job."""

    @property
    def label(self) -> str:
        """The counts: "4", or "6–7"."""
        return "–".join(str(count) for count in self.counts)

    @property
    def share(self) -> float:
        """Of these workers, the share who were very likely to look for a new job; from 0 to 1."""
        return self.very_likely / self.workers

    @property
    def interval(self) -> Interval:
        """The 95 % interval around the share."""
        return wilson_interval(self.very_likely, self.workers)


@cache
def answer_shares(question: str) -> tuple[AnswerShare, ...]:
    """The answers to a question of the rut check (one of its field names), in the survey's order.

    Raises:
        KeyError: there is no such question.
    """
    variable = GSS_VARIABLES[question]
    return tuple(
        AnswerShare(
            answer=row["answer"],
            unfavorable=row["unfavourable"] == "1",
            share=float(row["percent_of_us_workers_2022"]) / 100,
            n=int(row["n"]),
        )
        for row in _rows("gss_work_items_2022.csv")
        if row["gss_variable"] == variable
    )


@cache
def workers_by_count() -> tuple[CountGroup, ...]:
    """One group for each number of unfavorable answers, from 0 to 7."""
    return tuple(
        CountGroup(
            counts=(int(row["unfavourable_answers"]),),
            workers=int(row["workers"]),
            very_likely=int(row["very_likely_to_seek_new_job"]),
        )
        for row in _rows("gss_rut_index.csv")
    )


@cache
def intention_groups() -> tuple[CountGroup, ...]:
    """As `workers_by_count`, with 6 and 7 taken together."""
    alone = [group for group in workers_by_count() if group.counts[0] not in _POOLED]
    pooled = [group for group in workers_by_count() if group.counts[0] in _POOLED]
    together = CountGroup(
        counts=_POOLED,
        workers=sum(group.workers for group in pooled),
        very_likely=sum(group.very_likely for group in pooled),
    )
    return (*alone, together)


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    table = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(table.splitlines()))
