"""On what terms the work is."""

from __future__ import annotations

import re
from typing import NamedTuple

from rutkit.steps.market.extract.places import Phrases, Places


class _Kind(NamedTuple):
    phrases: Phrases
    """One of them stands wherever the pattern matches."""
    pattern: re.Pattern[str]
    not_after: re.Pattern[str] | None = None
    """What turns it into something else where it stands before."""


def employment(places: Places) -> str | None:
    """The kind of employment: "full-time", "part-time", "full-time or part-time", "contract", "temporary",
    "internship" or "apprenticeship".

    None where it is not said. What ends comes before how long the week is: a full-time job for six months is a
    contract. A permanent post is full-time unless it says part-time.
    """
    permanent = _says(places, _PERMANENT)
    for name, kind in _KINDS.items():
        if permanent and name in ("temporary", "contract"):
            continue
        if _says(places, kind):
            return name
    return "full-time" if permanent else None


def _says(places: Places, kind: _Kind) -> bool:
    for _, text, _ in places.around(places.naming(kind.phrases), 70, 60):
        small = text.lower()
        found = kind.pattern.search(small)
        if found and not (kind.not_after and kind.not_after.search(small[: found.end()])):
            return True
    return False


_STATED = (
    r"\b(?:type|contract|status|employment|position|job|hours|role|duration|term)\s?(?:type)?\s?[:–-]\s?"
    r"(?:\w+[\s,/-]+){0,2}?"
)
"""What a labelled line begins with: "Job type: full-time, "."""

_PERMANENT = _Kind(
    Phrases("permanent"),
    re.compile(
        r"\bpermanent\s(?!recruit|and\s|or\s)(?:\w+\s){0,2}?(?:role|position|post|job|contract|basis"
        r"|vacanc\w+|opportunit\w+"
        r"|employ\w+|full|member|placement|appointment)"
        rf"|{_STATED}permanent|\b(?:full[\s-]time|on\sa|is\sa|is)[\s,/-]{{1,3}}(?:a\s)?permanent\b"
        rf"|\bpermanent[\s,/-]{{1,3}}(?:full|part)"
        r"|^\W*permanent\W*$|[(–-]\s?permanent\s?[)–-]"
    ),
    re.compile(
        r"\b(?:agency|business|view|possib\w+|potential\w*|opportunity\sfor|could|may|might|lead\w*"
        r"|becom\w*|go\w*"
        r"|temp(?:orary)?|contract|chance|likely|probability|turn\w*"
        r"|then|prospect)\b[^.;]{0,60}permanent"
    ),
)
_LENGTH = (
    r"\b(?:\d{1,2}|one|two|three|four|six|nine|twelve|eighteen|twenty[\s-]four)\s?(?:[-–+]"
    r"|to)?\s?(?:\d{1,2}\s?)?\+?[\s-]*"
    r"(?:months?|mths?|weeks?|years?|yr)['’s]*[\s-]+(?:(?:initial|initially|fixed[\s-]term|rolling"
    r"|renewable|temporary|term|full[\s-]time|part[\s-]time"
    r"|extendable|paid)\s){0,2}"
)
_KINDS = {
    "apprenticeship": _Kind(
        Phrases("apprentice", "apprenticeship"),
        re.compile(
            r"\b(?:this|our|an?|the|month|level\s\d|advanced|intermediate|higher|degree|modern"
            r"|full[\s-]time|exciting|fantastic|great)\s(?:\w+\s){0,2}"
            r"apprenticeship\b(?!\s(?:in|or|and\squalif|trained|qualif|background|served|program))"
            r"|\bapprenticeship\s(?:opportunit\w+|vacanc\w+|position|role|wage|is|will)"
            rf"|\b(?:looking\sfor|seeking|recruit\w*|as|hire)\san?\s(?:\w+\s){{0,3}}apprentice\b"
            rf"|^\W*(?:\w+\s){{0,4}}apprentice(?:ship)?\W*$|{_STATED}apprentice"
        ),
        re.compile(
            r"\b(?:complet\w+|served|have|hold|recogni[sz]ed|finished|qualified|through|formal|equivalent"
            r"|trade|time|enrolled|year\sof)\b[^.;]{0,40}apprentice"
        ),
    ),
    "internship": _Kind(
        Phrases("intern", "interns", "internship"),
        re.compile(
            r"\b(?:this|our|paid|unpaid|summer|winter|spring|fall|autumn|the|an|months?"
            r"|weeks?)[\s-](?:\w+\s)?internship\b"
            r"|\binternship\s(?:is|position|opportunit\w+|with|at|will|role|duration|for)"
            r"|\blooking\sfor\s(?:an?\s|\w+\s)?interns?\b"
            rf"|^\W*(?:\w+\s){{0,4}}internship\W*$|\bas\san\sintern\b|{_STATED}intern"
        ),
        re.compile(
            r"\b(?:previous|prior|experience|including|through|completed|via|or)\b[^.;]{0,30}internship"
        ),
    ),
    "temporary": _Kind(
        Phrases("temporary", "temp", "seasonal", "casual", "cover", "zero", "locum", "per diem", "prn"),
        re.compile(
            r"\btemporary\s(?:\w+\s){0,3}?(?:role|position|post|job|contract|assignment|basis|vacanc\w+"
            r"|work\b|opportunit\w+|to\sperm|employ\w+|appointment|cover)"
            r"|\btemp\s(?:role|position|to\sperm|job|contract|assignment|booking)"
            r"|\btemp[\s-]to[\s-](?:perm|hire)"
            r"|\b(?:is|basis|on\sa|an?)\s(?:\w+\s)?temporary\b(?!\s(?:staff|works|accommodation|solution"
            r"|structure|power|housing|worker))"
            r"|\bseasonal\s(?:role|position|job|work|employ|opportunit|contract|basis)|\bcasual\s(?:role"
            r"|position|job|basis|contract|work\b(?!\s(?:env|att|cult))|employ)"
            r"|\b(?:maternity|paternity|parental)\s(?:leave\s)?cover\b|\bzero[\s-]hours?\b"
            r"|\blocum\s(?:\w+\s){0,2}?(?:role|position|post|job|work|contract|opportunit|assignment|basis"
            r"|required)"
            r"|^\W*(?:temporary|temp|seasonal|casual)\b(?!\s(?:staff|works|workers?|accommodation|dress"
            r"|work\senv))"
            r"|\bper\sdiem\b(?=\s(?:position|role|basis|shift|nurse|rn|staff|job|schedule|opportunit))"
            r"|\bprn\b\s?(?:position|role|basis|shift|schedule|job|as)"
            rf"|{_STATED}(?:temporary|temp\b|seasonal|casual)"
        ),
        re.compile(
            r"\b(?:not|no|recruit\w*|manage|supervis\w*|permanent\s(?:and|or)"
            r"|supply\sof)\s(?:an?\s)?(?:contract\W)?temporary"
        ),
    ),
    "contract": _Kind(
        Phrases(
            "contract",
            "contractor",
            "fixed term",
            "ftc",
            "freelance",
            "interim",
            "ir35",
            "1099",
            "corp to corp",
            "secondment",
        ),
        re.compile(
            rf"{_LENGTH}contract\b(?!\s(?:manage|negotiat|law|review))|\bfixed[\s-]term\b(?!\s(?:deposit"
            rf"|income|loan))|\bftc\b"
            r"|\bcontract\s(?:role|position|job|assignment|length|duration|opportunit\w+|basis"
            r"|type\s?:\s?(?:contract|fixed|temp)|rate|to\s(?:hire|perm)|period"
            r"|for\s\d|work\b|until|w2|\(?(?:\d|six|three))"
            r"|\b(?:on\sa|this\sis\san?|is\san?|initial|rolling|an?\s(?:initial|rolling|short|long"
            r"|temporary|ongoing|immediate"
            r"|\d+)[\s-](?:term|month|week)?)\s?(?:\w+[\s-]){0,2}?contract(?:\sbasis)?\b(?!\s(?:of|for"
            r"|manag|with|law|cater|clean"
            r"|between"
            r"|to\s(?!hire|perm)|admin|negot|value|research|manufactur|award|review|price|sum|drafting"
            r"|document|hire|furniture|execut|packag|compan|and|engineer"
            r"|survey|sale|support|development|organi|security|staff))|\bfreelance\b(?!\sbusiness)"
            r"|\binterim\s(?:role|position|assignment|contract|basis|opportunit|cover|post|\w+\s(?:manager"
            r"|director|accountant)|manager|accountant)"
            r"|\b(?:outside|inside)\sir35|\bindependent\scontractor|\bw2\scontract|\b1099\s(?:contract|position|role|basis|independent)"
            r"|\bcorp-to-corp|^\W*contract(?:or)?\W*$|\bsecondment\b"
            rf"|[(–-]\s?contract\s?[)–-]|\bcontract\s?[-–,]\s?(?:\d|immediate|london|remote)"
            rf"|{_STATED}(?:contract(?:or)?\b(?!\s(?:manag|admin|negot|law|spec|engineer))"
            r"|freelance|interim|fixed)"
        ),
        re.compile(
            r"\b(?:not|no|nor|never|for|than|manag\w*|negotiat\w*|permanent|awarded)\s(?:an?\s)?(?:\w+\s)?contract"
        ),
    ),
    "full-time or part-time": _Kind(
        Phrases("full time", "full and part", "full or part", "full & part", "full/part", "fulltime"),
        re.compile(
            r"\bfull(?:[\s-]?time)?-?[\s,]*(?:and/or|and|or|&|/)\s?part[\s-]?time\b(?!\s(?:staff|employees|study"
            r"|students?|education|team|colleagues|associates))"
            r"|\bpart(?:[\s-]?time)?-?[\s,]*(?:and/or|and|or|&|/)\s?full[\s-]?time\b(?!\s(?:staff|employees|study"
            r"|students?|education|team|colleagues|associates))"
        ),
    ),
    "full-time": _Kind(
        Phrases(
            "full time",
            "full and part",
            "full or part",
            "full & part",
            "full/part",
            "fulltime",
            "hours per week",
            "hours a week",
            "hour week",
            "hrs per week",
            "hours/week",
            "hours p/w",
            "hours pw",
            "hour working week",
            "hours weekly",
        ),
        re.compile(
            r"\bfull\s?(?:and|or|&|/)\s?part|\bfull[\s-]?time\b(?!\s(?:staff|employees\s(?:are|with|of)"
            r"|study|student|education|degree"
            r"|equivalent|team|mba))"
            r"|\b(?:35|36|37|37\.5|38|39|40|42|45)\s?(?:\+\s?)?(?:hours|hrs|hour)\s?(?:an?|per|/"
            r"|p\.?)?\s?(?:week|wk|w\b)"
        ),
        re.compile(
            r"\b(?:grow\w*|transition\w*|potential|up\sto|after|eventual\w*|convert\w*|become|becoming"
            r"|leads?|progress\w*|future)\b[^.;]{0,50}full"
        ),
    ),
    "part-time": _Kind(
        Phrases("part time", "parttime"),
        re.compile(
            r"\bpart[\s-]?time\b(?!\s(?:staff|employees|study|student|degree|msc|mba|education|team"
            r"|workers|colleagues|associates))"
        ),
    ),
}
"""In the order in which they decide."""
