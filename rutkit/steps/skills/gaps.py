"""Demand against one's own level: three honest groups, what matters most next, and when it is enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rutkit.formatting import counted, format_share
from rutkit.records import field_spec
from rutkit.steps.skill_names import standard_key
from rutkit.steps.skills.candidates import called
from rutkit.steps.skills.demand import FULL_LEVEL, HAVE_FROM, Demand, met, own_levels
from rutkit.steps.skills.records import LearningResource, Skill

ENOUGH_FROM = 0.4
ENOUGH_TO = 0.5
NOTHING_GAINED_FROM = 0.6
FEWEST_REQUIREMENTS = 3
"""Below so many, a share of a posting's requirements says nothing."""

ENOUGH_SOURCE = (
    "TalentWorks, a vendor, looked at 6,348 applications of its users (2018): interviews became likelier as matched "
    "requirements rose to about 40–50 %, and past 60 % nothing was gained. People who "
    "match more may differ in other ways."
)

LEVELS: tuple[str, ...] = field_spec(Skill, "level").choices
"""What each level is called, from 0 up."""


@dataclass(frozen=True)
class Gap:
    """A skill that is asked for, beside one's own."""

    demand: Demand
    level: int | None
    """0 to 5; None if the person has not said."""
    has_evidence: bool

    @property
    def is_had(self) -> bool:
        """True if one may say that one has it."""
        return self.level is not None and self.level >= HAVE_FROM

    @property
    def missing(self) -> float:
        """How far the own level falls short of what is asked for, from 0 to 1."""
        return 1 - met(self.level or 0)

    @property
    def weight(self) -> float:
        """How much it would matter: the share of postings, as far as it is not met."""
        return self.demand.share * self.missing


@dataclass(frozen=True)
class Gaps:
    """What is asked for, in three groups, the most asked for first."""

    shown: tuple[Gap, ...]
    """Had, and something shows it."""
    unshown: tuple[Gap, ...]
    """Had, and nothing shows it."""
    lacking: tuple[Gap, ...]
    """Not had; among them what the person has not said anything about."""

    @property
    def all(self) -> tuple[Gap, ...]:
        """All of them, the most asked for first."""
        return tuple(sorted((*self.shown, *self.unshown, *self.lacking), key=_by_demand))

    @property
    def unsaid(self) -> tuple[Gap, ...]:
        """Those without a level of the person's own."""
        return tuple(gap for gap in self.lacking if gap.level is None)

    @property
    def not_had(self) -> tuple[Gap, ...]:
        """Those of which the person has said that they do not have them, or too little of them."""
        return tuple(gap for gap in self.lacking if gap.level is not None)

    @property
    def sentence(self) -> str:
        """How many are in each group."""
        if not self.all:
            return "No skills are known yet that employers ask for."
        unsaid = len(self.unsaid)
        return (
            f"Of {counted(len(self.all), 'skill')} asked for you have {len(self.shown)} and can show it, "
            f"have {len(self.unshown)} that nothing shows, and do not have {len(self.not_had)}"
            + (f"; of {unsaid} you have not said." if unsaid else ".")
        )


def gaps(demands: Iterable[Demand], skills: Iterable[Skill]) -> Gaps:
    """Each skill that is asked for, in its group."""
    known = list(skills)
    levels = own_levels(known)
    evident = {standard_key(skill.name) for skill in known if skill.evidence.strip()}
    found = sorted(
        (
            Gap(demand, levels.get(standard_key(demand.name)), standard_key(demand.name) in evident)
            for demand in demands
        ),
        key=_by_demand,
    )
    return Gaps(
        tuple(gap for gap in found if gap.is_had and gap.has_evidence),
        tuple(gap for gap in found if gap.is_had and not gap.has_evidence),
        tuple(gap for gap in found if not gap.is_had),
    )


def _by_demand(gap: Gap) -> tuple[float, str]:
    return -gap.demand.share, gap.demand.name


@dataclass(frozen=True)
class NextSkill:
    """A skill that would matter, and why."""

    name: str
    reason: str


def matters_most(found: Gaps, resources: Sequence[LearningResource], count: int = 5) -> tuple[NextSkill, ...]:
    """Of what is lacking, what would matter most: what is asked for most and met least."""
    heaviest = sorted(found.lacking, key=lambda gap: (-gap.weight, gap.demand.name))
    return tuple(NextSkill(gap.demand.name, _reason(gap, resources)) for gap in heaviest[:count])


def _reason(gap: Gap, resources: Sequence[LearningResource]) -> str:
    asked = f"Asked for in {gap.demand.in_words}"
    if gap.demand.required_share:
        asked += f", required in {format_share(gap.demand.required_share)}"
    if gap.level is None:
        return f"{asked}. You have not said how well you have it."
    key = standard_key(gap.demand.name)
    teaches = [
        called(each)
        for each in resources
        if each.state in ("planned", "under way")
        and (each.to_level or 0) > gap.level
        and key in map(standard_key, each.covers)
    ]
    own = f"You are at “{LEVELS[gap.level]}”, “{LEVELS[FULL_LEVEL]}” is what it takes"
    leads = f"“{teaches[0]}” on your list leads there" if teaches else "nothing on your list teaches it yet"
    return f"{asked}. {own}; {leads}."


@dataclass(frozen=True)
class PostingNeeds:
    """What one posting asks for."""

    title: str
    company: str
    skills: tuple[str, ...]
    """Standard names of what it requires; of all that it names if it calls nothing required."""


@dataclass(frozen=True)
class Match:
    """How much of one posting's requirements one has."""

    posting: PostingNeeds
    had: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.had / len(self.posting.skills)


def matches(postings: Iterable[PostingNeeds], skills: Iterable[Skill]) -> tuple[Match, ...]:
    """Every posting with at least three requirements, the best matched first."""
    have = {key for key, level in own_levels(skills).items() if level >= HAVE_FROM}
    found = [
        Match(posting, sum(standard_key(name) in have for name in posting.skills))
        for posting in postings
        if len(posting.skills) >= FEWEST_REQUIREMENTS
    ]
    return tuple(sorted(found, key=lambda match: (-match.share, match.posting.title)))


def enough_sentence(found: Sequence[Match]) -> str:
    """How many postings one matches far enough to apply already; empty without postings."""
    if not found:
        return ""
    enough = [match for match in found if match.share >= ENOUGH_FROM]
    postings = counted(len(found), "posting")
    if not enough:
        return (
            f"You match {format_share(ENOUGH_FROM)} of the requirements of none of {postings} yet; "
            f"the nearest asks for {len(found[0].posting.skills)} things, of which you have {found[0].had}."
        )
    return (
        f"In {len(enough)} of {postings} you match {format_share(ENOUGH_FROM)} of the requirements or more. "
        "That is enough to apply; more learning is not what stands between you and these."
    )
