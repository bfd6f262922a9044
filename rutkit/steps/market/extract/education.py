"""What level of education a posting asks for, and in which field.

A level counts where a person is to have it. What a job leads to, what a teacher teaches and what is not needed do not
count, nor do the words' other meanings: a degree of autonomy, a Scrum Master, master data, Boston, MA.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rutkit.steps.market.extract import fields
from rutkit.steps.market.extract.places import Phrases, Places, first_clause, last_clause, words_of
from rutkit.steps.market.extract.reading import EducationMention
from rutkit.steps.market.extract.sentences import Sentence
from rutkit.steps.market.extract.words import lowered

LEVELS = ("secondary", "high school", "vocational", "associate", "bachelor", "master", "doctorate")
"""From the lowest to the highest, after the International Standard Classification of Education (ISCED 2011).

- secondary: compulsory school, left at about 16 (GCSE)
- high school: what opens the way to a university, at about 18 (A-levels, Abitur, a high-school diploma, a GED)
- vocational: a trade or a craft (apprenticeship, NVQ, BTEC, HNC and HND, City & Guilds, a diploma)
- associate: two years of college (associate's and foundation degrees)
- bachelor: a first degree, and any degree whose level is not named
- master, doctorate
"""

_BEFORE, _AFTER = 120, 220
"""Characters around a word that are looked at."""


def find(sentences: Sequence[Sentence]) -> tuple[EducationMention, ...]:
    """Every level that is asked for, in the posting's order; each level and field once.

    A degree without a level is a bachelor's. "Bachelor's or Master's degree in Physics" asks for two levels in one field.
    """
    places = Places.of(sentences)
    found: list[EducationMention] = []
    for sentence, text, phrases in places.around(places.naming(_PHRASES), _BEFORE, _AFTER):
        found.extend(_mentions(text, phrases, sentence.text))
    return _once(found)


@dataclass(frozen=True, slots=True)
class _Name:
    """A way of naming a level."""

    level: str
    hints: tuple[str, ...]
    """One of them stands in every text that the pattern matches."""
    pattern: re.Pattern[str]


def _name(level: str, hints: str, pattern: str) -> _Name:
    return _Name(level, tuple(hints.split("|")), re.compile(pattern))


_DEGREE = "degree"
"""Not a level yet: the bare word, which means a bachelor's unless a level stands before it."""

_APPRENTICESHIP = (
    r"\b(?:(?:completed|recogni[sz]ed|served|formal|full|trade|engineering|mechanical|electrical|relevant|indentured|modern"
    r"|technical|completion\sof|through)\s(?:an?\s|their\s|your\s)?){1,2}(?:\w+\s)?apprenticeship\b"
    r"|\bapprenticeship[\s-](?:trained|qualified|served|background|certificate|completed|in\s|or\s)"
    r"|\bapprentice[\s-](?:trained|qualified|served)"
)
_MASTER_OF = (
    r"science|arts|business|engineering|education|public|social|laws?|fine|nursing|commerce|architecture|technology|health"
    r"|research|applied|computer|information|professional|accounting|finance|philosophy|theology|library|counseling"
)

_NAMES = (
    _name("doctorate", "phd|phds|ph.d|ph d|d.phil|dphil|pharmd|pharm.d", r"\bph\.?\s?d\b\.?(?:['’]?s\b)?|\bd\.?phil\b|\bpharm\.?d\b"),
    _name("doctorate", "doctor of|doctorate|doctorates|doctoral|juris doctor", r"\bdoctorates?\b|\bdoctoral\s(?:degree|level|qualification)|\bjuris\sdoctor|\bdoctor\sof\s[a-z]+"),
    _name("doctorate", "terminal degree", r"\bterminal\sdegree"),
    _name(
        "master",
        "master|masters|master's|master’s",
        r"\bmaster['’]s\b(?:\s(?:degrees?|level))?|\bmasters?['’]?[\s-](?:degrees?\b|level\b|qualification|graduate|education)"
        rf"|\bmasters?['’]?\s(?:in|of\s(?:{_MASTER_OF}))\b"
        r"|\bmasters['’]?(?=\s?(?:/|,|\)|\(|or\b|preferred|required|desirable|is\b|and\b|from\b|ph\.?d|with\b|\.|;|$))"
        r"|\bmaster(?=\s?(?:/|or|and/or)\s?(?:ph\.?d|doctor|bachelor))|(?<=bachelor)(?:\sor\s|\s?/\s?|\sand\s)master\b",
    ),
    _name("master", "mba", r"\bmba\b"),
    _name("master", "msc|msc.|m.sc|mphil|m.phil|meng|m.eng|mtech|m.tech", r"\bm\.?sc\b\.?|\bm\.?phil\b|\bm\.?eng\b|\bm\.?tech\b"),
    _name(
        "master",
        "postgraduate|post graduate|graduate degree|graduate school",
        r"\bpost[\s-]?graduate\s(?:business\s|taught\s|research\s|clinical\s)?"
        r"(?:degree|qualification|diploma|level|education|study|studies|certificate)"
        r"|(?<!\w)(?<!under[\s-])(?<!post[\s-])graduate[\s-](?:degree|school)\b",
    ),
    _name("master", "degree|degrees", r"\badvanced\s(?:university\s|academic\s)?degrees?\b|\bhigher\sdegree\b(?!\sof)"),
    _name(
        "bachelor",
        "bachelor|bachelors|bachelor's|bachelor’s|bachelor(s",
        r"\bbachelor(?:['’]?s?['’]?|\(s\))(?!\w)(?!\s?(?:party|parties|pad))(?:\sof\s(?:science|arts)\b)?(?:\sdegrees?\b|\slevel\b)?",
    ),
    _name("bachelor", "bsc|b.sc|beng|b.eng|btech|b.tech", r"\bb\.?sc\b\.?|\bb\.?eng\b|\bb\.?tech\b"),
    _name(
        "bachelor",
        "undergraduate|under graduate|graduate|university graduate|college graduate|graduates",
        r"\bunder[\s-]?graduate\s(?:degree|qualification|level|education|studies)|\bgraduate[\s-](?:calib|level\b)"
        r"|\bgraduate\sin\s|\beducated\sto\s(?:a\s)?graduate|\b(?:university|college)\sgraduates?\b",
    ),
    _name(
        "bachelor",
        "degree|degrees",
        r"\b(?:honou?rs|hons)\sdegree|\bfirst\sdegree\b(?!\s(?:murder|burn|relative))"
        r"|\b(?:university|college|four[\s-]year|4[\s-]year|three[\s-]year|3[\s-]year)\s(?:level\s)?degrees?\b",
    ),
    _name("bachelor", "university level|university education|university qualification|to university|to a university", r"\buniversity[\s-](?:level\b|education|qualification)|\beducated\sto\s(?:a\s)?university"),
    _name("bachelor", "2:1|2.1", r"\b2[:.]1\b(?=\s(?:or|degree|honou?rs|minimum|in\s|from|\())"),
    _name(
        "associate",
        "associate|associate's|associate’s|associates|associates'|associates’",
        r"\bassociate(?:['’]?s?['’]?|\(s\))\s(?:degrees?|of\s(?:science|arts|applied))\b|\bassociate['’]s\b(?!\s(?:choice|own|role))"
        r"|\bassociates?['’]?(?=\s?(?:or|/|and/or)\s?(?:an?\s)?bachelor)|\bassociates\s(?=in\s)",
    ),
    _name("associate", "foundation degree", r"\bfoundation\sdegree"),
    _name("associate", "two year|2 year", r"\b(?:two|2)[\s-]year\s(?:college\s|university\s|technical\s)?(?:degree|diploma)"),
    _name("vocational", "nvq|nvqs|svq|svqs", r"\b[ns]vqs?\b"),
    _name("vocational", "btec|btecs", r"\bbtecs?\b"),
    _name("vocational", "guilds", r"\bcity\s?(?:&|and|&amp;)\s?guilds\b"),
    _name("vocational", "hnc|hnd|hncs|hnds", r"\bhn[cd]s?\b"),
    _name("vocational", "time served", r"\btime[\s-]served\b"),
    _name("vocational", "apprentice|apprenticeship", _APPRENTICESHIP),
    _name("vocational", "vocational", r"\bvocational\s(?:qualifications?|training|degree|education|school|certificates?|diploma|college)"),
    _name("vocational", "trade certificate|trade qualification|trade qualifications|trade qualified|trade school|trade cert|trade papers", r"\btrade\s(?:certificate|qualifications?|qualified|school|cert|papers)"),
    _name("vocational", "technical school|technical diploma|technical college|technical degree", r"\btechnical\s(?:school|diploma|college|degree)"),
    _name(
        "vocational",
        "certificate iii|certificate iv|certificate 3|certificate 4|cert iii|cert iv|cert 3|cert 4|certificate in|level 2 certificate|level 3 certificate|level 4 certificate|level 5 certificate",
        r"\bcert(?:ificate)?\s(?:iii|iv|3|4)\b|\b(?:national|advanced|higher|ordinary)\scertificate\sin\b|\blevel\s[2345]\scertificate",
    ),
    _name(
        "vocational",
        "level 2|level 3|level 4|level 5",
        r"\blevel\s[2345]\s(?:diploma|qualification|award|extended|nvq|qcf|in\s(?:health|child|adult|residential|leadership))",
    ),
    _name("vocational", "diploma|diplomas", r"(?<!school\s)(?<!graduate\s)(?<!secondary\s)(?<!h\.s\.\s)(?<!hs\s)\bdiplomas?\b"),
    _name("high school", "high school|highschool|secondary school", r"\bhigh[\s-]?school\b(?:\sdegree)?|\bsecondary\sschool\s(?:diploma|graduate)"),
    _name("high school", "hs diploma|hs graduate|hs degree|hs ged|hs", r"\bhs\s(?:diploma|graduate|degree|ged)"),
    _name("high school", "abitur", r"\babitur\b"),
    _name("high school", "matric|matriculation", r"\bmatric(?:ulation)?\b"),
    _name("high school", "leaving cert|leaving certificate", r"\bleaving\scert(?:ificate)?"),
    _name("high school", "international baccalaureate", r"\binternational\sbaccalaureate\b(?!\s(?:\(ib\)|world|school|program))"),
    _name("high school", "10+2|10 + 2|12th|year 12|grade 12", r"\b10\s?\+\s?2\b|\b12th\s(?:pass|std|standard|grade)|\b(?:year|grade)\s12\b"),
    _name("high school", "upper secondary|higher secondary", r"\b(?:upper|higher)\ssecondary\b"),
    _name("secondary", "gcse|gcses|gcse's|gcse’s|igcse", r"\bi?gcses?\b(?:['’]s)?"),
    _name(
        "secondary",
        "secondary",
        r"\bsecondary\s(?:school\s)?(?:education|certificate|qualification|leaving|level)|\bcompletion\sof\ssecondary",
    ),
    _name("secondary", "10th", r"\b10th\s(?:pass|std|standard|grade)"),
    _name(_DEGREE, "degree", r"\bdegrees?\b"),
)
# After "BA" and its like, what shows that a degree is meant, and no business analyst and no Massachusetts.
_MEANT = (
    r"(?=\s?/\s?(?:an?\s)?[BM]|\s(?:or|and|and/or)\s(?:BS|BA|MS|MA|BSc|MSc|MBA|M\.|B\.|an?\s|higher|equivalent|advanced|[Mm]aster|Ph|above)"
    r"|,\s?(?:MS|MA|MBA|BS|M\.S)|\s(?:[Dd]egree|DEGREE|required|preferred|\(?[Hh]ons|from\s|level)"
    r"|\sin\s(?!the\b|our\b|this\b|an?\s(?!related)|your\b|order\b))"
)
_WRITTEN_NAMES = (
    _name(
        "doctorate",
        "m.d|md|j.d|jd|dvm|edd|dnp|dpt|psyd",
        r"\b(?:M\.D\.(?!\w)|MD(?=\s?/\s?(?:DO|PhD)|\sor\s(?:DO|PhD)|\s(?:degree|required))|J\.D\.(?!\w)"
        r"|JD(?=\s(?:degree|from|required|preferred|or\sLL))|(?:DVM|EdD|DNP|DPT|PsyD)\b)",
    ),
    _name(
        "master",
        "m.a|m.s|m.ed|m.e|m.com|m.b.a|msee|mscs|med|mph|msw|mfa|mca|pgdm|march|mcom|ll.m|ma|ms|msn|llm|me",
        rf"\b(?:M\.(?:A|S|Ed|Sc|Eng|Com|B\.A)\b\.?|(?:MSEE|MSCS|MEd|MPH|MSW|MFA|MCA|PGDM|MArch|MCom|LL\.M)\b"
        rf"|(?<!,\s)(?:MA|MS|MSN|LLM)\b{_MEANT}"
        r"|(?:(?<=BS/)|(?<=BA/)|(?<=BE/)|(?<=BSN/)|(?<=BS\sor\s)|(?<=BA\sor\s))(?:MS|MA|ME|MSN)\b)",
    ),
    _name(
        "bachelor",
        "b.a|b.s|b.e|b.ed|b.com|b.pharm|b.arch|b.b.a|bs|ba|bsn|bsme|bsee|bscs|bsba|bsie|bsce|bcom|bed|llb|ll.b|bfa|barch|bca|bpharm|bbus|bappsc|bba",
        r"\b(?:B\.(?:A|S|E|Ed|Com|Pharm|Arch|B\.A)\b\.?"
        r"|(?:BSN|BSME|BSEE|BSCS|BSBA|BSIE|BSCE|BCom|BEd|LLB|LL\.B|BFA|BArch|BCA|BPharm|BBus|BAppSc|BBA)\b"
        rf"|(?:BA|BS|BE)\b{_MEANT}|(?:(?<=BS/)|(?<=BA/)|(?<=BSc/))(?:BA|BS)\b)",
    ),
    _name("associate", "a.a|aa degree|a.a.s|a.s|as degree|aas|aa", r"\b(?:A\.?A\.?S?\.?\s[Dd]egree\b|A\.?S\.?\s[Dd]egree\b|AAS\b(?=\s(?:in|degree|or)))"),
    _name("high school", "ged", r"\bGED\b"),
    _name("high school", "a levels|a level|a'levels|a’levels|a'level|alevels|alevel", r"\bA[\s'’-]?[Ll]evels?\b(?!\sof|\splaying|\s\d)"),
    _name("secondary", "o levels|o level", r"\bO[\s'’-][Ll]evels?\b"),
)


def _by_hint(names: Iterable[_Name]) -> dict[str, tuple[_Name, ...]]:
    """The names that each hint may stand for."""
    by_hint: dict[str, tuple[_Name, ...]] = {}
    for name in names:
        for hint in name.hints:
            by_hint[hint] = (*by_hint.get(hint, ()), name)
    return by_hint


_NAMES_BY_HINT = _by_hint(_NAMES)
_WRITTEN_NAMES_BY_HINT = _by_hint(_WRITTEN_NAMES)

_PHRASES = Phrases(*_NAMES_BY_HINT, *_WRITTEN_NAMES_BY_HINT)

_ACADEMIC = frozenset({"associate", "bachelor", "master", "doctorate"})
_DEGREE_AFTER_LEVEL = 40
"""Characters. A "degree" this close after a level is that level's."""

_OTHER_DEGREE_BEFORE = re.compile(
    r"(?:\b(?:\d+|third|second|ninety|nth|some|any|lesser|greater|varying|temperatures?\sin|angle|what)[\s-]|°)$"
)
_OTHER_DEGREE_AFTER = re.compile(
    r"\s(?:of\s(?!bachelor|science|arts|engineering|any\sdiscipline)|c\b|f\b|celsius|fahrenheit|murder|burns?\b|feedback|view"
    r"|appraisal|below|above\szero|to\swhich|apprentice)"
)
_NOT_NEEDED_BEFORE = re.compile(
    r"\b(?:no|without|don['’]t\s(?:need|require)|(?:do|does)\snot\s(?:need|require|have)|not\s(?:need|require)|regardless\sof)"
    r"\s(?:have\s|having\s)?(?:an?\s)?(?:[a-z]+\s){0,2}$"
)
_NOT_NEEDED_AFTER = re.compile(
    r"(?:\s(?!prefer|desir|plus|ideal)[a-z]+){0,3}?\s?(?:is\s|are\s)?(?:not|isn['’]t|aren['’]t|never)\s(?:required|needed|necessary|a\srequirement)"
)
_OFFERED = (
    "opportunity to", "opportunity for", "opportunities", "gain", "achieve", "you'll", "you’ll", "you will", "leading to", "lead to",
    "funded", "funding", "chance to", "tuition", "reimburse", "sponsor", "we offer", "offering", "offers", "paid", "support you",
    "support through", "work towards", "working towards", "work toward", "study towards",
)  # fmt: skip
_HELD = (
    "must", "have", "hold", "requir", "with", "qualified", "essential", " or ", "possess", "minimum", "willing", "prepared",
)  # fmt: skip
_TEACHES = frozenset(
    """deliver delivering delivery teach teaching teaches tutor tutoring assess assessing lecture lecturing instruct supervise supervising marking
    taught""".split()
)  # fmt: skip
_TAUGHT = frozenset(
    """student students pupil pupils learner learners lesson lessons class classes classroom programme programmes program programs curriculum teacher
    teachers tutor tutors lecturer lecturers assessor assessors assessment assessing apprentices results coursework supervision principal sports coach
    campus framework delivery teaching specification""".split()
)  # fmt: skip
_SCHOOL_AFTER = re.compile(
    r"(?:\s?[/(]?\s?[a-z/&()]+){0,3}?\s?[/(]?\s?(?:diploma|graduat\w+|education|ged|equivalen\w+|higher|above|certificate|degree"
    r"|level|qualification|required|preferred|completion|minimum|or\s)"
)
_SCHOOL_BEFORE = re.compile(
    r"\b(?:complet\w+(?:\sof)?|graduat\w+\s(?:from|of)|minimum(?:\sof)?|finished|least|education:?|have|passed)\s(?:an?\s)?$"
)
_EQUIVALENT = re.compile(
    r"(?:\bor\s|\band/or\s|/\s?)(?:an?\s|the\s|their\s|its\s|has\s|have\s)?(?:(?:demonstrable|proven|similar|appropriate|some|any|significant|extensive)\s)*"
    r"(?:equivalent(?:s|ly)?\b(?!\s(?:\w+\s){0,2}?(?:degree|qualification|diploma|level|certificat|field|subject|discipline|grade|course|program|ged|major))(?!\s?\(?\s?ged)"
    r"|(?:relevant|related|comparable|equal|commensurate|practical|professional|industry|industrial|work|working|life|job|on[\s-]the[\s-]job"
    r"|hands[\s-]on|substantial|prior|previous)\s(?:\w+\s){0,3}?experience|experience\b|\d\+?\s(?:or\smore\s)?years?|(?:equivalent\s)?combination\sof)"
    r"|\bin\slieu\sof\b|\bqualified\sby\sexperience\b|\bqbe\b|\bexperience\s(?:may|can|will)\s(?:be\s)?(?:substitut|consider|replac)"
    r"|\bequally\sexperienced|\bequivalent\s(?:\w+\s){0,3}experience\b"
)
_EQUIVALENT_CLAUSE_END = re.compile(r"[.;!?](?!\d)(?!\s?(?:or\s|equivalent|relevant\swork|comparable|commensurate))")
_EQUIVALENT_HINTS = ("equivalent", "experience", "in lieu", "qbe", "years", "combination")


@dataclass(frozen=True, slots=True)
class _Hit:
    level: str
    start: int
    end: int
    plain: bool
    """A bare "degree"."""


def _mentions(text: str, phrases: frozenset[str], sentence: str) -> Iterator[EducationMention]:
    small = lowered(text)
    hits = [hit for hit in _hits(text, small, phrases) if _is_asked(hit, small)]
    named = fields.shared([fields.Level(hit.level, hit.start, hit.end, hit.plain) for hit in hits], text)
    for hit, field in zip(hits, named, strict=True):
        yield EducationMention(hit.level, field, _has_equivalent(hit, small), sentence)


def _hits(text: str, small: str, phrases: frozenset[str]) -> list[_Hit]:
    """The levels in the order of their places, none inside another."""
    every = [
        _Hit("bachelor" if name.level is _DEGREE else name.level, match.start(), match.end(), name.level is _DEGREE)
        for by_hint, written in ((_NAMES_BY_HINT, small), (_WRITTEN_NAMES_BY_HINT, text))
        for name in {name: None for phrase in phrases for name in by_hint.get(phrase, ())}
        for match in name.pattern.finditer(written)
    ]
    every.sort(key=lambda hit: (hit.start, -hit.end))
    apart: list[_Hit] = []
    for hit in every:
        if not apart or hit.start >= apart[-1].end:
            apart.append(hit)
    return [hit for place, hit in enumerate(apart) if not hit.plain or _is_own_degree(apart, place, small)]


def _is_own_degree(hits: list[_Hit], place: int, small: str) -> bool:
    """Whether a bare "degree" is one of education, and not the last word of a level named before it."""
    hit = hits[place]
    if _OTHER_DEGREE_BEFORE.search(small[max(0, hit.start - 20) : hit.start]) or _OTHER_DEGREE_AFTER.match(small, hit.end):
        return False
    if place:
        before = hits[place - 1]
        if before.level in _ACADEMIC and not before.plain and hit.start - before.end < _DEGREE_AFTER_LEVEL:
            return False
    after = hits[place + 1] if place + 1 < len(hits) else None
    return not (after and after.level in _ACADEMIC and after.start - hit.end < 4)


def _is_asked(hit: _Hit, small: str) -> bool:
    """Whether a person is to have it."""
    before = last_clause(small[max(0, hit.start - 75) : hit.start])
    if _NOT_NEEDED_BEFORE.search(before[-40:]) or _NOT_NEEDED_AFTER.match(small, hit.end):
        return False
    if not _TAUGHT.isdisjoint(words_of(first_clause(small[hit.end : hit.end + 35]))[:3]):
        return False
    if not _TEACHES.isdisjoint(words_of(before)):
        return False
    offered = max((before.rfind(word) for word in _OFFERED), default=-1)
    if offered >= 0 and not any(word in before[offered + 8 :] for word in _HELD) and "willing" not in before:
        return False
    if hit.level == "high school" and small.startswith("high", hit.start):
        return _SCHOOL_AFTER.match(small, hit.end) is not None or _SCHOOL_BEFORE.search(before[-30:]) is not None
    return True


def _has_equivalent(hit: _Hit, small: str) -> bool:
    """Whether experience may stand in, said in the same clause."""
    clause = last_clause(small[: hit.start])[-70:] + _EQUIVALENT_CLAUSE_END.split(small[hit.start :], maxsplit=1)[0]
    return any(hint in clause for hint in _EQUIVALENT_HINTS) and _EQUIVALENT.search(clause) is not None


def _once(mentions: list[EducationMention]) -> tuple[EducationMention, ...]:
    """Each level and field once, at its first place; a level without a field only if it is named with none."""
    with_field = {mention.level for mention in mentions if mention.field}
    kept: dict[tuple[str, str | None], EducationMention] = {}
    for mention in mentions:
        if mention.field or mention.level not in with_field:
            kept.setdefault((mention.level, mention.field and mention.field.lower()), mention)
    return tuple(kept.values())
