"""Skills to put on one's list: from the postings, the learning log and a resume. Nobody guesses the level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rutkit.exchange.json_resume import Resume
from rutkit.formatting import counted, format_month, format_share
from rutkit.records import LONGEST_SHORT_TEXT
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.skill_names import standard_key
from rutkit.steps.skills.demand import Demand
from rutkit.steps.skills.records import Skill


@dataclass(frozen=True)
class Suggestion:
    """A skill that may belong on the list."""

    name: str
    why: str
    """Where it comes from: "in 46 % of 76 postings"."""
    evidence: str = ""
    """What the source says that shows it."""


def suggestions(
    skills: Iterable[Skill], demands: Sequence[Demand], entries: Iterable[LearningEntry], count: int = 12
) -> tuple[Suggestion, ...]:
    """What was learned, then what is asked for, as far as it is not on the list; at most `count` of them."""
    known = {standard_key(skill.name) for skill in skills}
    return _new([*_from_log(entries), *_from_market(demands)], known)[:count]


def from_resume(resume: Resume, skills: Iterable[Skill]) -> tuple[Suggestion, ...]:
    """Every skill, keyword, certificate and language that a resume names and that is not on the list."""
    return _new(_in_resume(resume), {standard_key(skill.name) for skill in skills})


def as_skill(suggestion: Suggestion) -> Skill:
    """The suggestion as a record, without a level."""
    return Skill(name=suggestion.name, evidence=suggestion.evidence)


def _new(found: Iterable[Suggestion], known: set[str]) -> tuple[Suggestion, ...]:
    once: dict[str, Suggestion] = {}
    for each in found:
        key = standard_key(each.name)
        if key and key not in known:
            once.setdefault(key, each)
    return tuple(once.values())


def _from_market(demands: Sequence[Demand]) -> Iterator[Suggestion]:
    for demand in sorted(demands, key=lambda demand: (-demand.share, demand.name)):
        yield Suggestion(demand.name, f"in {format_share(demand.share)} of {counted(demand.n, 'posting')}")


def _from_log(entries: Iterable[LearningEntry]) -> Iterator[Suggestion]:
    for entry in sorted(entries, key=lambda entry: entry.day, reverse=True):
        for name in entry.skills:
            yield Suggestion(name, f"in your learning log, {format_month(entry.day)}")


def _in_resume(resume: Resume) -> Iterator[Suggestion]:
    why = "in your resume"
    for skill in resume.skills:
        said = f"Your resume says: {skill.level}" if skill.level else ""
        for name in skill.keywords or (skill.name,):
            yield Suggestion(name[:LONGEST_SHORT_TEXT], why, said)
    for certificate in resume.certificates:
        shown = ", ".join(part for part in (certificate.issuer, certificate.date) if part)
        yield Suggestion(
            certificate.name[:LONGEST_SHORT_TEXT], why, f"Certificate: {shown}" if shown else "Certificate"
        )
    for language in resume.languages:
        said = f"Your resume says: {language.fluency}" if language.fluency else ""
        yield Suggestion(language.name[:LONGEST_SHORT_TEXT], why, said)
