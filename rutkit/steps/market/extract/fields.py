"""Which field a level of education is to be in: "a degree in Mechanical Engineering or a related subject"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_LONGEST = 90
"""Characters."""


class Level(NamedTuple):
    """Where a level of education is named."""

    name: str
    start: int
    end: int
    plain: bool
    """A bare "degree"."""


def shared(levels: Sequence[Level], text: str) -> list[str | None]:
    """The field of each level. Levels that are named in one breath share the field that follows the last of them.

    >>> shared([Level("bachelor", 0, 8, False), Level("master", 12, 18, False)], "Bachelor or Master in Physics")
    ['Physics', 'Physics']
    """
    found: list[str | None] = []
    following: tuple[int, str | None] | None = None
    for level in reversed(levels):
        field = _field(level, text)
        if field is None and following and _JOINED.fullmatch(text, level.end, following[0]):
            field = following[1]
        found.append(field)
        following = level.start, field
    return found[::-1]


_JOINED = re.compile(
    r"(?:[\s,/()]|\b(?:or|and|a|an|preferably|ideally|preferred|degrees?|higher|level|even|minimum"
    r"|required)\b)*",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:['’]s?|\.)?(?:\s?\(?(?:hons|honours|honors)\.?\)?)?"
    r"(?:\s(?:level|educated|qualified|qualification|education|graduate|degrees?|diploma|or\s(?:higher"
    r"|above|equivalent)"
    r"|\(or\sequivalent\)|preferred|preferably|required|ideally|\d|of\s(?:science|arts)))*"
    r",?\s?\(?(?:in|within|of)(?:\seither)?\s(?:(?:one|any"
    r"|either)\sof\sthe\sfollowing(?:\s\w+)?:\s?)?(?P<field>[^.;:()•\n]{2,160})",
    re.IGNORECASE,
)
_LIKE = (
    r"degree|diploma|related|relevant|relevent|similar|equivalent|comparable|other|another|associated"
    r"|allied|appropriate"
    r"|equal|experience|work|higher|above|recognised|recognized|adjacent|technical\sfield|demonstrat"
    r"|proven|significant|extensive|substantial|commensurate|have|professional\sexperience|practical"
    r"|industry\sexperience|at\sleast|minimum|master|bachelor|phd|ph\.d|mba|advanced"
)
_END = re.compile(
    rf",?\s?(?:/|\b(?:or|and|and/or)\b)\s?(?:an?\s|any\s|in\s|other\s|another\s|some\s|closely\s"
    rf"|its\s)*(?:{_LIKE}|\d)"
    r"|,?\s(?:with|from|is|are|would|will|plus|required|preferred|preferably|desired|desirable|essential"
    r"|ideally|at\san?|to|gained"
    r"|obtained|who|that|which|including|for|as|you|must|strongly|a\splus|an\sadvantage|minimum|having"
    r"|through|followed|combined|along"
    r"|coupled|but|where|if|we|highly|needed|together)\b"
    r"|\sand\s(?:it\b|emphasis|we\b|will\b|you\b|\d|at\sleast|an?\s|experience|proven|strong|good|have"
    r"|hold|excellent|must|be\b|relevant"
    r"|either|minimum|more|over|several"
    r"|previous|one|two|three|five|ideally|preferably|solid|demonstra\w+)"
    r"|\s(?:related|relevant)\b|-related\b|\s(?:disciplines?|subjects?|fields?|areas?)\b(?!\s(?:of|such"
    r"|like))"
    r"|\s[–—-]\s|,\s(?:have\b|must\b|will\b|\d|at\sleast|or\sthe|an?\s|experience|or\s\w+ing\b|strong"
    r"|proven|excellent)"
    r"|\d\+?\s(?:years?|yrs?)"
    r"|\s(?-i:(?=(?:Understanding|Experience|Excellent|Strong|Ability|Able|Knowledge|Good|Must|You|Your"
    r"|Proven|Previous|Minimum|Full|Valid"
    r"|Current|Demonstrable|Demonstrated|Proficien|Background|Working|Chartered|At|Computer literate"
    r"|IT [Ll]iterate"
    r"|Ideally|Desirable|Essential|Have"
    r"|Registered|Willing|Competent)))",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:an?|the|any|one\sof|following|either|closely|another)\s|(?:relevant|related|appropriate"
    r"|numerate|similar|suitable|technical"
    r"|quantitative|scientific|analytical|engineering)?\s?(?:subjects?|fields?|areas?|disciplines?|majors?)"
    r"(?:\s(?:of|such\sas|like|including|e\.g\.?|eg))?\s|such\sas\s|study\s)+",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:an?\s|the\s|any\s)?(?:(?:closely\s)?(?:relevant|related|appropriate|similar|suitable|other"
    r"|equivalent|different|following|chosen"
    r"|your|their|our|this)\b.*|(?:subjects?|fields?|areas?|disciplines?|place|progress|hand|addition"
    r"|order|lieu|one|study)\b.*)",
    re.IGNORECASE,
)
_SMALL = (
    "of|and|or|science|engineering|business|finance|economics|computing|nursing|law|marketing|accounting"
    "|accountancy|psychology|administration|related"
)
_BEFORE = re.compile(rf"(?P<field>(?:[A-Z][\w&/-]*|{_SMALL})(?:\s(?:[A-Z][\w&/-]*|&|{_SMALL})){{0,4}})[\s-]$")
_BEFORE_REACH = 60
_QUALIFIED = re.compile(r"\s(?:educated|qualified|level|calib)")
_NO_FIELD_WORDS = frozenset((
    "a", "an", "the", "of", "and", "or", "in", "good", "relevant", "related", "university", "college",
    "honours", "honors", "first", "undergraduate", "recognised", "recognized", "minimum", "required",
    "preferred", "desired", "strong", "higher", "any", "your", "level", "qualifications", "qualification",
    "education", "educational", "essential", "desirable", "requirements", "skills", "must", "have",
    "ideally", "academic", "full", "equivalent", "hons", "bachelor", "bachelors", "master", "masters",
    "uk", "us", "accredited", "degree", "graduate", "international", "ideal", "experience", "knowledge",
    "training", "excellent", "key", "professional", "you", "we", "our", "this", "technical", "numerate",
    "numeric", "either", "formal", "similar", "advanced", "candidates", "candidate", "applicants", "with",
))  # fmt: skip


def _field(level: Level, text: str) -> str | None:
    if level.name in ("secondary", "high school"):
        return None
    match = _IN.match(text, level.end)
    if match:
        return _tidy(match["field"])
    if not level.plain or _QUALIFIED.match(text, level.end):
        return None
    before = _BEFORE.search(text[max(0, level.start - _BEFORE_REACH) : level.start])
    return _without_fillers(before["field"]) if before else None


def _tidy(written: str) -> str | None:
    """The field's own name, without what is said around it; None where none is named."""
    end = _END.search(" " + written)
    if end:
        written = written[: max(0, end.start() - 1)]
    opening = _OPENING.match(written + " ")
    written = written[opening.end() if opening else 0 :].strip(" ,/&-–—\"'“”*!?")
    if len(written) < 2 or _NONE.fullmatch(written):
        return None
    if len(written) > _LONGEST:
        written = written[:_LONGEST].rpartition(" ")[0].rstrip(" ,")
    return written


def _without_fillers(written: str) -> str | None:
    """The field of "an Engineering degree"."""
    words = written.split()
    while words and words[0].lower() in _NO_FIELD_WORDS:
        words.pop(0)
    while words and words[-1].lower() in _NO_FIELD_WORDS:
        words.pop()
    return " ".join(words) or None
