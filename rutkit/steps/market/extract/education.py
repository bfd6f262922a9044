"""What level of education a posting asks for, and in which field.

A level counts where a person is to have it. What a job leads to, what a teacher teaches and what is not needed do not
count, nor do the words' other meanings: a degree of autonomy, a Scrum Master, master data, Boston, MA.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rutkit.steps.market.extract import fields, levels
from rutkit.steps.market.extract.fields import Level
from rutkit.steps.market.extract.levels import LEVELS
from rutkit.steps.market.extract.places import Phrases, Places, first_clause, last_clause, words_of
from rutkit.steps.market.extract.reading import EducationMention
from rutkit.steps.market.extract.words import lowered

__all__ = ["LEVELS", "find"]

_BEFORE, _AFTER = 120, 220
"""Characters around a word that are looked at."""


def find(places: Places) -> tuple[EducationMention, ...]:
    """Every level that is asked for, in the posting's order; each level and field once.

    A degree without a level is a bachelor's. "Bachelor's or Master's degree in Physics" asks for two levels in one
    field.
    """
    found: list[EducationMention] = []
    named = sorted({*places.naming(_PHRASES), *places.containing(*_STEMS)})
    for sentence, text, phrases in places.around(named, _BEFORE, _AFTER):
        found.extend(_mentions(text, phrases, sentence.text))
    return _once(found)


_PHRASES = Phrases(*levels.NAMES, *levels.WRITTEN_NAMES)
_STEMS = ("degree", "diploma", "bachelor")
"""Found even where the word before ran into them: "RequirementsDegree"."""

_ACADEMIC = frozenset({"associate", "bachelor", "master", "doctorate"})
_DEGREE_AFTER_LEVEL = 40
"""Characters. A "degree" this close after a level is that level's."""

_OTHER_DEGREE_BEFORE = re.compile(
    r"(?:\b(?:\d+|third|second|ninety|nth|some|any|lesser|greater|varying|temperatures?\sin|angle"
    r"|what)[\s-]|°)$"
)
_OTHER_DEGREE_AFTER = re.compile(
    r"\s(?:of\s(?!bachelor|science|arts|engineering|any\sdiscipline)|c\b|f\b|celsius|fahrenheit|murder"
    r"|burns?\b|feedback|view"
    r"|appraisal|below|above\szero|to\swhich|apprentice)"
)
_NOT_NEEDED_BEFORE = re.compile(
    r"\b(?:no|without|don['’]t\s(?:need|require)|(?:do|does)\snot\s(?:need|require|have)|not\s(?:need"
    r"|require)|regardless\sof)"
    r"\s(?:have\s|having\s)?(?:an?\s)?(?:[a-z]+\s){0,2}$"
)
_NOT_NEEDED_AFTER = re.compile(
    r"(?:\s(?!prefer|desir|plus|ideal)[a-z]+){0,3}?\s?(?:is\s|are\s)?(?:not|isn['’]t|aren['’]t"
    r"|never)\s(?:required|needed|necessary|a\srequirement)"
)
_OFFERED = re.compile(
    r"opportunit(?:y to|y for|ies)|gain|achieve|you(?:['’]ll| will)|lead(?:ing)? to|fund(?:ed|ing)|chance to|tuition"
    r"|reimburse|sponsor|we offer|offering|offers|paid|range of training|support (?:you|through)"
    r"|(?:work|working|study) towards|work toward"
)
_HELD = (
    "must", "have", "hold", "need", "requir", "with", "qualified", "essential", " or ", "possess", "minimum",
    "willing", "prepared",
)  # fmt: skip
_TEACHES = frozenset((
    "deliver", "delivering", "delivery", "teach", "teaching", "teaches", "tutor", "tutoring", "assess",
    "assessing", "lecture", "lecturing", "instruct", "supervise", "supervising", "marking", "taught",
))  # fmt: skip
_TEACHING_DEGREE = re.compile(r"\ba\steaching\s$")
"""What stands before the word "degree" where somebody has learned to teach."""
_TAUGHT = frozenset((
    "student", "students", "pupil", "pupils", "learner", "learners", "lesson", "lessons", "class",
    "classes", "classroom", "programme", "programmes", "program", "programs", "curriculum", "teacher",
    "teachers", "tutor", "tutors", "lecturer", "lecturers", "assessor", "assessors", "assessment",
    "assessing", "apprentices", "results", "coursework", "supervision", "principal", "sports", "coach",
    "campus", "framework", "delivery", "teaching", "specification",
))  # fmt: skip
_SCHOOL_AFTER = re.compile(
    r"(?:\s?[/(]?\s?[a-z/&()]+){0,3}?\s?[/(]?\s?(?:diploma|graduat\w+|education|ged|equivalen\w+|higher"
    r"|above|certificate|degree"
    r"|level|qualification|required|preferred|completion|minimum|or\s)"
)
_SCHOOL_BEFORE = re.compile(
    r"\b(?:complet\w+(?:\sof)?|graduat\w+\s(?:from|of)|minimum(?:\sof)?|finished|least|education:?|have"
    r"|passed)\s(?:an?\s)?$"
)
_EQUIVALENT = re.compile(
    r"(?:\bor\s|\band/or\s|/\s?)(?:an?\s|the\s|their\s|its\s|has\s|have\s)?(?:(?:demonstrable|proven"
    r"|similar|appropriate|some|any|significant|extensive)\s)*"
    r"(?:equivalent(?:s|ly)?\b(?!\s(?:\w+\s){0,2}?(?:degree|qualification|diploma|level|certificat|field"
    r"|subject|discipline|grade|course|program|ged|major))(?!\s?\(?\s?ged)"
    r"|(?:relevant|related|comparable|equal|commensurate|practical|professional|industry|industrial|work"
    r"|working|life|job|on[\s-]the[\s-]job"
    r"|hands[\s-]on|substantial|prior|previous)\s(?:\w+\s){0,3}?experience|experience\b"
    r"|\d\+?\s(?:or\smore\s)?years?|(?:equivalent\s)?combination\sof)"
    r"|\bin\slieu\sof\b|\bqualified\sby\sexperience\b|\bqbe\b|\bexperience\s(?:may|can"
    r"|will)\s(?:be\s)?(?:substitut|consider|replac)"
    r"|\bequally\sexperienced|\bequivalent\s(?:\w+\s){0,3}experience\b"
)
_EQUIVALENT_CLAUSE_END = re.compile(
    r"[.;!?](?!\d)(?!\s?(?:or\s|equivalent|relevant\swork|comparable|commensurate))"
)
_EQUIVALENT_HINTS = ("equivalent", "experience", "in lieu", "qbe", "years", "combination")


def _mentions(text: str, phrases: frozenset[str], sentence: str) -> Iterator[EducationMention]:
    small = lowered(text)
    hits = [hit for hit in _hits(text, small, phrases) if _is_asked(hit, small)]
    for hit, field in zip(hits, fields.shared(hits, text), strict=True):
        yield EducationMention(hit.name, field, _has_equivalent(hit, small), sentence)


def _hits(text: str, small: str, phrases: frozenset[str]) -> list[Level]:
    """The levels in the order of their places, none inside another."""
    every = [
        Level(
            "bachelor" if name.level is levels.DEGREE else name.level,
            match.start(),
            match.end(),
            name.level is levels.DEGREE,
        )
        for by_hint, written in ((levels.NAMES, small), (levels.WRITTEN_NAMES, text))
        for name in {name: None for phrase in phrases for name in by_hint.get(phrase, ())}
        for match in name.pattern.finditer(written)
    ]
    every.sort(key=lambda hit: (hit.start, -hit.end))
    apart: list[Level] = []
    for hit in every:
        if not apart or hit.start >= apart[-1].end:
            apart.append(hit)
    return [hit for place, hit in enumerate(apart) if not hit.plain or _is_own_degree(apart, place, small)]


def _is_own_degree(hits: list[Level], place: int, small: str) -> bool:
    """Whether a bare "degree" is one of education, and not the last word of a level named before it."""
    hit = hits[place]
    if _OTHER_DEGREE_BEFORE.search(small[max(0, hit.start - 20) : hit.start]) or _OTHER_DEGREE_AFTER.match(
        small, hit.end
    ):
        return False
    if place:
        before = hits[place - 1]
        if before.name in _ACADEMIC and not before.plain and hit.start - before.end < _DEGREE_AFTER_LEVEL:
            return False
    after = hits[place + 1] if place + 1 < len(hits) else None
    return not (after and after.name in _ACADEMIC and after.start - hit.end < 4)


def _is_asked(hit: Level, small: str) -> bool:
    """Whether a person is to have it."""
    before = last_clause(small[max(0, hit.start - 75) : hit.start])
    if _NOT_NEEDED_BEFORE.search(before[-40:]) or _NOT_NEEDED_AFTER.match(small, hit.end):
        return False
    if not _TAUGHT.isdisjoint(words_of(first_clause(small[hit.end : hit.end + 35]))[:3]):
        return False
    if not _TEACHES.isdisjoint(words_of(_TEACHING_DEGREE.sub("", before))):
        return False
    offers = [match.end() for match in _OFFERED.finditer(before)]
    if offers and not any(word in before[offers[-1] :] for word in _HELD) and "willing" not in before:
        return False
    if hit.name == "high school" and small.startswith("high", hit.start):
        return (
            _SCHOOL_AFTER.match(small, hit.end) is not None or _SCHOOL_BEFORE.search(before[-30:]) is not None
        )
    return True


def _has_equivalent(hit: Level, small: str) -> bool:
    """Whether experience may stand in, said in the same clause."""
    clause = (
        last_clause(small[: hit.start])[-70:]
        + _EQUIVALENT_CLAUSE_END.split(small[hit.start :], maxsplit=1)[0]
    )
    return any(hint in clause for hint in _EQUIVALENT_HINTS) and _EQUIVALENT.search(clause) is not None


def _once(mentions: list[EducationMention]) -> tuple[EducationMention, ...]:
    """Each level and field once, at its first place; a level without a field only if it is named with none."""
    with_field = {mention.level for mention in mentions if mention.field}
    kept: dict[tuple[str, str | None], EducationMention] = {}
    for mention in mentions:
        if mention.field or mention.level not in with_field:
            kept.setdefault((mention.level, mention.field and mention.field.lower()), mention)
    return tuple(kept.values())
