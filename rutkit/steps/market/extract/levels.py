"""The levels of education, and what each is called in postings of many countries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LEVELS = ("secondary", "high school", "vocational", "associate", "bachelor", "master", "doctorate")
"""From the lowest to the highest, after the International Standard Classification of Education (ISCED 2011).

- secondary: compulsory school, left at about 16 (GCSE)
- high school: what opens the way to a university, at about 18 (A-levels, Abitur, a high-school diploma, a GED)
- vocational: a trade or a craft (apprenticeship, NVQ, BTEC, HNC and HND, City & Guilds, a diploma)
- associate: two years of college (associate's and foundation degrees)
- bachelor: a first degree, and any degree whose level is not named
- master, doctorate
"""


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A way of naming a level."""

    level: str
    hints: tuple[str, ...]
    """One of them stands in every text that the pattern matches."""
    pattern: re.Pattern[str]


def _name(level: str, hints: str, pattern: str) -> Name:
    return Name(level, tuple(hints.split("|")), re.compile(pattern))


DEGREE = "degree"
"""Not a level yet: the bare word, which means a bachelor's unless a level stands before it."""

_APPRENTICESHIP = (
    r"\b(?:(?:completed|recogni[sz]ed|served|formal|full|trade|engineering|mechanical|electrical|relevant"
    r"|indentured|modern"
    r"|technical|completion\sof|through)\s(?:an?\s|their\s|your\s)?){1,2}(?:\w+\s)?apprenticeship\b"
    r"|\bapprenticeship[\s-](?:trained|qualified|served|background|certificate|completed|in\s|or\s)"
    r"|\bapprentice[\s-](?:trained|qualified|served)"
)
_MASTER_OF = (
    r"science|arts|business|engineering|education|public|social|laws?|fine|nursing|commerce|architecture"
    r"|technology|health"
    r"|research|applied|computer|information|professional|accounting|finance|philosophy|theology|library"
    r"|counseling"
)

_NAMES = (
    _name(
        "doctorate",
        "phd|phds|ph.d|ph d|d.phil|dphil|pharmd|pharm.d",
        r"\bph\.?\s?d\b\.?(?:['’]?s\b)?|\bd\.?phil\b|\bpharm\.?d\b",
    ),
    _name(
        "doctorate",
        "doctor of|doctorate|doctorates|doctoral|juris doctor",
        r"\bdoctorates?\b|\bdoctoral\s(?:degree|level|qualification)|\bjuris\sdoctor|\bdoctor\sof\s[a-z]+",
    ),
    _name("doctorate", "terminal degree", r"\bterminal\sdegree"),
    _name(
        "master",
        "master|masters|master's|master’s",
        r"\bmaster['’]s\b(?:\s(?:degrees?|level))?|\bmasters['’]?[\s-]level\b|(?<=at\s)master\slevel\b"
        r"|\bmasters?['’]?[\s-](?:degrees?\b|qualification"
        r"|graduate|education)"
        rf"|\bmasters?['’]?\s(?:in|of\s(?:{_MASTER_OF}))\b"
        r"|\bmasters['’]?(?=\s?(?:/|,|\)|\(|or\b|preferred|required|desirable|is\b|and\b|from\b|ph\.?d"
        r"|with\b|\.|;|$))"
        r"|\bmaster(?=\s?(?:/|or|and/or)\s?(?:ph\.?d|doctor|bachelor))|(?<=bachelor)(?:\sor\s|\s?/\s?"
        r"|\sand\s)master\b",
    ),
    _name("master", "mba", r"\bmba\b"),
    _name(
        "master",
        "msc|msc.|m.sc|mphil|m.phil|meng|m.eng|mtech|m.tech",
        r"\bm\.?sc\b\.?|\bm\.?phil\b|\bm\.?eng\b|\bm\.?tech\b",
    ),
    _name(
        "master",
        "postgraduate|post graduate|graduate degree|graduate school",
        r"\bpost[\s-]?graduate\s(?:business\s|taught\s|research\s|clinical\s)?"
        r"(?:degree|qualification|diploma|level|education|study|studies|certificate)"
        r"|(?<!\w)(?<!under[\s-])(?<!post[\s-])graduate[\s-](?:degree|school)\b",
    ),
    _name(
        "master",
        "degree|degrees",
        r"\badvanced\s(?:university\s|academic\s)?degrees?\b|\bhigher\sdegree\b(?!\sof)",
    ),
    _name(
        "bachelor",
        "bachelor|bachelors|bachelor's|bachelor’s|bachelor(s",
        r"\bbachelor(?:['’]?s?['’]?|\(s\))(?!\w)(?!\s?(?:party|parties|pad))(?:\sof\s(?:science"
        r"|arts)\b)?(?:\sdegrees?\b|\slevel\b)?",
    ),
    _name("bachelor", "bsc|b.sc|beng|b.eng|btech|b.tech", r"\bb\.?sc\b\.?|\bb\.?eng\b|\bb\.?tech\b"),
    _name(
        "bachelor",
        "undergraduate|under graduate|graduate|university graduate|college graduate|graduates",
        r"\bunder[\s-]?graduate\s(?:degree|qualification|level|education|studies)|\bgraduate[\s-](?:calib"
        r"|level\b)"
        r"|\bgraduate\sin\s|\beducated\sto\s(?:a\s)?graduate|\b(?:university|college)\sgraduates?\b",
    ),
    _name(
        "bachelor",
        "degree|degrees",
        r"\b(?:honou?rs|hons)\sdegree|\bfirst\sdegree\b(?!\s(?:murder|burn|relative))"
        r"|\b(?:university|college|four[\s-]year|4[\s-]year|three[\s-]year"
        r"|3[\s-]year)\s(?:level\s)?degrees?\b",
    ),
    _name(
        "bachelor",
        "university level|university education|university qualification|to university|to a university",
        r"\buniversity[\s-](?:level\b|education|qualification)|\beducated\sto\s(?:a\s)?university",
    ),
    _name("bachelor", "2:1|2.1", r"\b2[:.]1\b(?=\s(?:or|degree|honou?rs|minimum|in\s|from|\())"),
    _name(
        "associate",
        "associate|associate's|associate’s|associates|associates'|associates’",
        r"\bassociate(?:['’]?s?['’]?|\(s\))\s(?:degrees?|of\s(?:science|arts|applied))\b"
        r"|\bassociate['’]s\b(?!\s(?:choice|own|role))"
        r"|\bassociates?['’]?(?=\s?(?:or|/|and/or)\s?(?:an?\s)?bachelor)|\bassociates\s(?=in\s)",
    ),
    _name("associate", "foundation degree", r"\bfoundation\sdegree"),
    _name(
        "associate",
        "two year|2 year",
        r"\b(?:two|2)[\s-]year\s(?:college\s|university\s|technical\s)?(?:degree|diploma)",
    ),
    _name("vocational", "nvq|nvqs|svq|svqs", r"\b[ns]vqs?\b"),
    _name("vocational", "btec|btecs", r"\bbtecs?\b"),
    _name("vocational", "guilds", r"\bcity\s?(?:&|and|&amp;)\s?guilds\b"),
    _name("vocational", "hnc|hnd|hncs|hnds", r"\bhn[cd]s?\b"),
    _name("vocational", "time served", r"\btime[\s-]served\b"),
    _name("vocational", "apprentice|apprenticeship", _APPRENTICESHIP),
    _name(
        "vocational",
        "vocational",
        r"\bvocational\s(?:qualifications?|training|degree|education|school|certificates?|diploma|college)",
    ),
    _name(
        "vocational",
        "trade certificate|trade qualification|trade qualifications|trade qualified|trade school|trade cert"
        "|trade papers",
        r"\btrade\s(?:certificate|qualifications?|qualified|school|cert|papers)",
    ),
    _name(
        "vocational",
        "technical school|technical diploma|technical college|technical degree",
        r"\btechnical\s(?:school|diploma|college|degree)",
    ),
    _name(
        "vocational",
        "certificate iii|certificate iv|certificate 3|certificate 4|cert iii|cert iv|cert 3|cert 4|certificate in"
        "|level 2 certificate|level 3 certificate|level 4 certificate|level 5 certificate",
        r"\bcert(?:ificate)?\s(?:iii|iv|3|4)\b|\b(?:national|advanced|higher|ordinary)\scertificate\sin\b"
        r"|\blevel\s[2345]\scertificate",
    ),
    _name(
        "vocational",
        "level 2|level 3|level 4|level 5",
        r"\blevel\s[2345]\s(?:diploma|qualification|award|extended|nvq|qcf|in\s(?:health|child|adult"
        r"|residential|leadership))",
    ),
    _name(
        "vocational",
        "diploma|diplomas",
        r"(?<!school\s)(?<!graduate\s)(?<!secondary\s)(?<!h\.s\.\s)(?<!hs\s)\bdiplomas?\b",
    ),
    _name(
        "high school",
        "high school|highschool|secondary school",
        r"\bhigh[\s-]?school\b(?:\sdegree)?|\bsecondary\sschool\s(?:diploma|graduate)",
    ),
    _name(
        "high school", "hs diploma|hs graduate|hs degree|hs ged|hs", r"\bhs\s(?:diploma|graduate|degree|ged)"
    ),
    _name("high school", "abitur", r"\babitur\b"),
    _name("high school", "matric|matriculation", r"\bmatric(?:ulation)?\b"),
    _name("high school", "leaving cert|leaving certificate", r"\bleaving\scert(?:ificate)?"),
    _name(
        "high school",
        "international baccalaureate",
        r"\binternational\sbaccalaureate\b(?!\s(?:\(ib\)|world|school|program))",
    ),
    _name(
        "high school",
        "10+2|10 + 2|12th|year 12|grade 12",
        r"\b10\s?\+\s?2\b|\b12th\s(?:pass|std|standard|grade)|\b(?:year|grade)\s12\b",
    ),
    _name("high school", "upper secondary|higher secondary", r"\b(?:upper|higher)\ssecondary\b"),
    _name("secondary", "gcse|gcses|gcse's|gcse’s|igcse", r"\bi?gcses?\b(?:['’]s)?"),
    _name(
        "secondary",
        "secondary",
        r"\bsecondary\s(?:school\s)?(?:education|certificate|qualification|leaving|level)"
        r"|\bcompletion\sof\ssecondary",
    ),
    _name("secondary", "10th", r"\b10th\s(?:pass|std|standard|grade)"),
    _name(DEGREE, "degree", r"\bdegrees?\b"),
)
# After "BA" and its like, what shows that a degree is meant, and no business analyst and no Massachusetts.
_MEANT = (
    r"(?=\s?/\s?(?:an?\s)?[BM]|\s(?:or|and|and/or)\s(?:BS|BA|MS|MA|BSc|MSc|MBA|M\.|B\.|an?\s|higher"
    r"|equivalent|advanced|[Mm]aster|Ph|above)"
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
        "b.a|b.s|b.e|b.ed|b.com|b.pharm|b.arch|b.b.a|bs|ba|bsn|bsme|bsee|bscs|bsba|bsie|bsce"
        "|bcom|bed|llb|ll.b|bfa|barch|bca|bpharm|bbus|bappsc|bba",
        r"\b(?:B\.(?:A|S|E|Ed|Com|Pharm|Arch|B\.A)\b\.?"
        r"|(?:BSN|BSME|BSEE|BSCS|BSBA|BSIE|BSCE|BCom|BEd|LLB|LL\.B|BFA|BArch|BCA|BPharm|BBus|BAppSc|BBA)\b"
        rf"|(?:BA|BS|BE)\b{_MEANT}|(?:(?<=BS/)|(?<=BA/)|(?<=BSc/))(?:BA|BS)\b)",
    ),
    _name(
        "associate",
        "aa degree|a.a degree|a.a. degree|a.a.s degree|a.a.s. degree|a.s degree|a.s. degree|as degree|aas degree|aas",
        r"\b(?:A\.?A\.?S?\.?\s[Dd]egree\b|A\.?S\.?\s[Dd]egree\b|AAS\b(?=\s(?:in|degree|or)))",
    ),
    _name("high school", "ged", r"\bGED\b"),
    _name(
        "high school",
        "a levels|a level|a'levels|a’levels|a'level|alevels|alevel",
        r"\bA[\s'’-]?[Ll]evels?\b(?!\sof|\splaying|\s\d)",
    ),
    _name("secondary", "o levels|o level", r"\bO[\s'’-][Ll]evels?\b"),
)


def _by_hint(names: Iterable[Name]) -> dict[str, tuple[Name, ...]]:
    """The names that each hint may stand for."""
    by_hint: dict[str, tuple[Name, ...]] = {}
    for name in names:
        for hint in name.hints:
            by_hint[hint] = (*by_hint.get(hint, ()), name)
    return by_hint


NAMES = _by_hint(_NAMES)
WRITTEN_NAMES = _by_hint(_WRITTEN_NAMES)
