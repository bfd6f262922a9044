"""Whether the name of a field or a method belongs to the work, or only to what the employer tells of itself."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from rutkit.steps.market.extract.found import Found
from rutkit.steps.market.extract.reading import Kind
from rutkit.steps.market.extract.sentences import Passage
from rutkit.steps.market.extract.words import Words, word_set

_OF_THE_WORK = word_set(
    """
    you your role looking need needs require requires required requirement requirements candidate candidates seek seeks
    seeking must experience experienced knowledge skills hiring responsible responsibility responsibilities use using
    stack technologies tools duties qualification qualifications applicant applicants successful ideally essential
    desirable preferred understanding ability degree
    """
)
"""A sentence with one of these speaks of the work or of who is sought."""
_DUTIES = word_set(
    """
    achieve act administer advise analyse analyze answer apply arrange assess assist attend audit build carry champion
    check clean coach collaborate communicate compile complete conduct configure consult contribute control coordinate
    create define deliver demonstrate deploy design determine develop diagnose direct draft drive educate enable engage
    ensure establish estimate evaluate execute facilitate follow generate guide handle help identify implement improve
    influence inspect install integrate interpret investigate issue keep lead liaise log maintain make manage mentor
    monitor negotiate operate optimise optimize order organise organize oversee participate partner perform plan
    prepare present prioritise prioritize process produce promote propose protect provide raise receive recommend
    record recruit reduce report represent research resolve respond review run schedule secure sell serve solve source
    supervise supply support take teach test track train translate transport troubleshoot undertake update utilise
    utilize validate verify work write accountable able strong solid good excellent proven demonstrable fluent familiar
    proficient minimum bachelor master qualified background exposure expertise advanced basic deep thorough relevant
    previous sound
    """
)
"""So has one that begins with these: "Manage the budget", "Strong Excel"."""
_OF_THE_EMPLOYER = frozenset(("we", "our"))
_WORK_HEADING = re.compile(
    r"respons|dut(?:y|ies)|role|job|task|purpose|accountab|day.to.day|position|title|industry|sector"
    r"|you['’]ll|you will|you have|what you|about you|who you|looking for|candidate|person|profile|expect|bring"
    r"|requir|must|need|essential|desir|bonus|nice|plus|criteria"
    r"|skill|experience|expertise|knowledge|qualif|compet|education|technolog|tools|stack|languages",
    re.IGNORECASE,
)

_HOLDERS = word_set(
    """
    developer developers engineer engineers team teams manager managers specialist specialists consultant consultants
    architect architects analyst analysts administrator administrators lead leads expert experts professional
    professionals department group groups company companies organization organisation organizations organisations
    leader leaders provider providers employer scientist scientists programmer programmers designer designers tester
    testers officer executive assistant technician technicians graduate graduates director head supplier community
    sector unit agency working
    """
)
"""Before these, the name of a field is part of an occupation's or a department's: "network engineer"."""


_KINDS_OF_EMPLOYER = word_set(
    """
    leader leaders provider providers supplier suppliers manufacturer manufacturers company companies firm firms
    consultancy consultancies organisation organisations organization organizations group
    retailer distributor producer contractor business businesses
    """
)
"""After these and a preposition, the name of a field says what the employer does: "a leading supplier of plumbing"."""
_EMPLOYER_WILL = (["we", "will"], ["we", "ll"], ["we", "can"], ["we", "also"])
"""After "we" alone or these, the name of a method is what the employer does: "we provide training"."""
_OF_THEIR_FIELD = frozenset(("in", "of", "for", "within"))


def relevant(named: Sequence[Found], asked: Container[int], words: Words) -> list[Found]:
    """The skills that belong to the work.

    Tools, languages, certificates and soft skills do wherever they are named. The name of a field or a method also
    turns up where the employer speaks of itself; it counts where the sentence speaks of the work, where it is hardly
    more than a list of skills, and where the words are `asked` for.
    """
    of_skills: dict[int, int] = {}
    for _, first, last, passage in named:
        of_skills[passage.first] = of_skills.get(passage.first, 0) + last - first
    of_work: dict[int, bool] = {}
    """Whether the sentence that begins there speaks of the work."""

    def counts(found: Found) -> bool:
        if found.first in asked:
            return True
        if _is_held(found, words) or _is_the_employers(found, words):
            return False
        passage = found.passage
        if of_skills[passage.first] >= _MOST * (passage.last - passage.first):
            return True
        if passage.first not in of_work:
            of_work[passage.first] = _speaks_of_work(passage, words)
        return of_work[passage.first]

    return [found for found in named if found.skill.kind not in _OF_FIELDS or counts(found)]


_OF_FIELDS = (Kind.KNOWLEDGE, Kind.METHOD)

_MOST = 0.5
"""The share of a sentence's words from which on they are a list of skills."""


def _is_held(found: Found, words: Words) -> bool:
    return (
        found.last < len(words.words)
        and words.words[found.last] in _HOLDERS
        and words.between(found.last) in (" ", "-")
    )


def _is_the_employers(found: Found, words: Words) -> bool:
    before = words.words[max(found.first - 2, found.passage.first) : found.first]
    if before[-1:] == ["we"] or before in _EMPLOYER_WILL:
        return True
    return len(before) == 2 and before[0] in _KINDS_OF_EMPLOYER and before[1] in _OF_THEIR_FIELD


def _speaks_of_work(passage: Passage, words: Words) -> bool:
    if not _OF_THE_WORK.isdisjoint(words.words[passage.first : passage.last]):
        return True
    opening = words.words[passage.first]
    if opening in _OF_THE_EMPLOYER:
        return False
    return (
        opening in _DUTIES
        or opening.endswith("ing")
        or opening.removesuffix("s") in _DUTIES
        or _is_of_work(passage.sentence.heading)
    )


@lru_cache(maxsize=4096)
def _is_of_work(heading: str | None) -> bool:
    return heading is not None and _WORK_HEADING.search(heading) is not None
