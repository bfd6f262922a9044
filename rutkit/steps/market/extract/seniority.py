"""At what level the work is."""

from __future__ import annotations

import re

from rutkit.steps.market.extract.places import Phrases, Places


def seniority(title: str, places: Places) -> str | None:
    """The level: "intern", "junior", "mid", "senior", "lead", "manager" or "executive"; None if it is not said.

    The title decides. A sales executive is none, a staff nurse no staff engineer, and who is reported to is
    somebody else.
    """
    return (_titles(title.lower()) if title else None) or _texts(places)


_OTHER = re.compile(  # words of level that say nothing of the level, and people who are only worked for
    r"""
    \b(?:
        lead\sgenerat\w*(?:\s\w+)? | (?:sales|account|accounts?|marketing|recruitment|service|development
          |telesales|telemarketing|support|hr|resources|digital
      | office|events?|operations|media|advertising|seo|pr|finance|product|logistics|purchasing|procurement
      |business|bid|cent(?:re|er)|collections|quality
      | brand|relations?|relationship|admissions?|fundraising|client|care|success|administration|import
      |export|pricing|planning|audit|tax|claims)\sexecutives?
      | executive\s(?:assistant|chef|secretar\w+|pa\b|support|housekeep\w*|search|administrat\w+|coach\w*
      |protection|sous|kitchen|education|team\sassistant
          |office|recruit\w+|lounge)(?:\sto\s.*)?
      | (?:reporting|reports|report|assistant|secretary|pa|deputi[sz]ing|support)\s(?:directly\s)?(?:to
      |for)\s.*
      | staff\s(?:nurse|midwife|accountant|assistant|member|physio\w*|pharmacist|cook|development|trainer
      |writer|attorney|therapist|auditor|sergeant|rn
          |physician|radiograph\w*|support)
      | (?:nursing|medical|support|bank|care|teaching)\sstaff
      | senior\s(?:living|citizens?|housing|schools?|cent(?:er|re)s?|care\s(?:home|facilit\w+|communit\w+))
      | head\soffice | headhunt\w* | (?:managing|executive)?\sassistant\sto\s.* | (?:manager|director
      |principal)['’]s
      | assistant\s(?:professor|principal) | (?:account|art|creative|casting|funeral|music|medical|clinical
      |technical|stage|photography)\sdirectors?
      | lead\s(?:qualif\w+|list|nurtur\w+|time)
    )\b
    """,
    re.VERBOSE,
)
_TITLES = (
    (
        "intern",
        re.compile(
            r"\b(?:interns?|internships?|co-op|working\sstudent|werkstudent|praktik\w+|stagiaire|(?:work"
            r"|student|industrial|summer|year)\splacement"
            r"|placement\s(?:student|year)|summer\s(?:analyst|associate|student)|year\sin\sindustry)\b"
        ),
    ),
    (
        "junior",
        re.compile(
            r"\b(?:junior|jnr|jr|graduate(?!\s(?:school|program|studies|admission|recruit))|grad"
            r"|entry[\s-]level|trainee|apprentice(?:ship)?|newly[\s-]qualified|nqt|ect"
            r"|freshers?|school\sleaver|early[\s-]careers?|new\sgrad|(?:engineer|developer|analyst"
            r"|technician|designer|scientist|programmer)\s(?:i|1)"
            r"|assistant\s(?:engineer|accountant|surveyor|psychologist|buyer|architect|planner|editor"
            r"|producer|chemist|scientist))\b"
        ),
    ),
    (
        "executive",
        re.compile(
            r"\b(?:chief\s(?:\w+\s){1,3}officer|c[efotimprh]o|ciso|cpto|vice[\s-]president|[se]?vp|avp"
            r"|(?:managing|executive)\sdirector|directors?|president|head\sof"
            r"|(?:founding|managing|equity)\spartner|executive\s(?:manager|leader)|c-level"
            r"|general\scounsel|head\s?teacher|school\sprincipal)\b"
        ),
    ),
    (
        "manager",
        re.compile(
            r"\b(?:managers?|mgr|manageress|matron|superintendent|financial\scontroller|ward\ssister"
            r"|head\s(?:chef|nurse|coach|gardener|receptionist|waiter|housekeeper|barista|cook|groundsman))\b"
        ),
    ),
    (
        "lead",
        re.compile(
            r"\b(?:lead|team[\s-]?lead(?:er)?|principal|staff\s(?:\w+\s)?(?:engineer|scientist|developer"
            r"|designer|researcher)|leader|supervisor|foreman"
            r"|charge\snurse|charge\s?hand|chef\sde\scuisine)\b"
        ),
    ),
    (
        "senior",
        re.compile(
            r"\b(?:senior|snr|sr|(?:engineer|developer|analyst|technician|designer|scientist"
            r"|architect|programmer|consultant)\s(?:iii|iv|3|4)|band\s[78])\b"
        ),
    ),
    (
        "mid",
        re.compile(
            r"\b(?:mid[\s-]?(?:level|weight|senior)|midweight|intermediate(?!\scare)|mid(?=\s?[(/,|]"
            r"|\s\w+\s(?:developer|engineer|designer))"
            r"|(?:engineer|developer|analyst|technician|designer|scientist|programmer)\s(?:ii|2))\b"
        ),
    ),
)
"""In the order they are tried: a "Graduate Sales Manager" is at the beginning, a "Senior Manager" a manager."""

_NOT_OF_PEOPLE = re.compile(
    r"\b(?:senior|snr|sr\.?|lead|principal)\s(?:[\w&/-]+\s){0,3}?(?:product|project|programme|program"
    r"|account|case|contracts?|community|key\saccount|client"
    r"|success|relationship|media|property|category|content|territory|development|portfolio|risk|asset"
    r"|data|incident|release|test|design|brand|campaign"
    r"|bid|change|events?|investment|document|partner|marketing|product\smarketing|engagement|delivery"
    r"|quality)\smanager\b"
)
"""Who manages no people by name: the word before says the level."""


def _titles(title: str) -> str | None:
    plain = _OTHER.sub(" ", title)
    if _NOT_OF_PEOPLE.search(plain):
        plain = plain.replace("manager", " ")
    return next((level for level, pattern in _TITLES if pattern.search(plain)), None)


_SOUGHT = (
    r"\b(?:seeking|looking\sfor|recruiting|recruit|requires?|hire|hiring|role\sof|vacancy\sfor"
    r"|position\sof|needs?|as)\s"
    r"(?:an?\s|our\s|their\s|your\s|the\s)?"
)
_STATED = r"\b(?:level|seniority)\s?:\s?"
_TEXTS = (
    (
        "intern",
        Phrases("intern", "interns", "internship"),
        re.compile(
            r"\b(?:this|our|paid|unpaid|summer|winter|spring|fall|the|an?|month"
            r"|remote)[\s-](?:\w+\s)?internship\b|\blooking\sfor\s(?:an?\s|\w+\s)?interns?\b"
            rf"|\bas\san\sintern\b|\binternship\s(?:is|position|opportunit\w+|program|with|at|will)"
            rf"|{_STATED}intern|\bthe\sintern\swill"
        ),
    ),
    (
        "junior",
        Phrases(
            "entry level",
            "junior",
            "graduate",
            "trainee",
            "apprentice",
            "apprenticeship",
            "fresher",
            "freshers",
            "school leaver",
        ),
        re.compile(
            r"\bentry[\s-]level\s(?:\w+\s){0,2}?(?:role|position|job|opportunit\w+|candidate|hire|opening)"
            r"|\bthis\sis\san?\s(?:\w+\s)?(?:entry[\s-]level|junior|graduate|trainee|apprenticeship)"
            rf"|{_STATED}(?:entry|junior|graduate|fresher)|{_SOUGHT}(?:\w+\s)?(?:junior|graduate|trainee"
            rf"|apprentice|entry[\s-]level)\s(?!of|or|from|in|with)\w+"
            r"|\bfreshers?\s(?:welcome|can|may)|\bsuit(?:able\sfor)?\san?\s(?:recent\s)?(?:graduate"
            r"|school\sleaver|trainee)|\bjunior\s(?:role|position|level)"
        ),
    ),
    (
        "mid",
        Phrases("mid", "middle level", "midweight"),
        re.compile(
            rf"\bmid(?:dle)?[\s-]?(?:level|weight)\b(?!\s(?:manage\w+|compan|leader|exec|provid"
            rf"|practition))|{_STATED}(?:mid|intermediate)"
        ),
    ),
    (
        "senior",
        Phrases("senior"),
        re.compile(
            rf"{_SOUGHT}(?:[\w-]+\s)?senior\s(?!manage|leader|execut|stakeholder|member|staff|team"
            rf"|level\smanage|living|citizen|care\b|director|officer|partner"
            rf"|school|lead)\w+|\bthis\sis\san?\s(?:\w+\s)?senior(?:[\s-]level)?\s\w+"
            rf"|{_STATED}(?:mid[\s-])?senior|\bsenior[\s-](?:level\s)?(?:role|position)\b"
        ),
    ),
)
_OF_OTHERS = re.compile(
    r"\b(?:report\w*|support\w*|assist\w*|manag\w+|supervis\w+|mentor\w*|coach\w*|train\w*|guid\w+"
    r"|direction\sof|alongside|with|from|under|and|including|to)"
    r"\s(?:directly\s)?(?:to\s)?(?:the\s|our\s|a\s|an\s|other\s|more\s)?$"
)


def _texts(places: Places) -> str | None:
    for level, phrases, pattern in _TEXTS:
        for _, text, _ in places.around(places.naming(phrases), 60, 60):
            small = text.lower()
            found = pattern.search(small)
            if found and not _OF_OTHERS.search(small[max(0, found.start() - 40) : found.start()]):
                return level
    return None
