"""Where the work is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rutkit.steps.market.extract.places import Phrases, Places, last_clause, words_of

REMOTE, HYBRID, ON_SITE = "remote", "hybrid", "on site"

_BEFORE, _AFTER = 80, 80
"""Characters around a word that are looked at."""


def workplace(places: Places) -> str | None:
    """Where the work is done: "remote", "hybrid" or "on site"; None where the posting does not say.

    Days at home and days in the office are hybrid. "No remote work" is on site. Remote sites, remote monitoring and
    hybrid vehicles are about the work itself.
    """
    texts = list(_around(places, _AT_HOME))
    if any(_HYBRID.search(text) for text in _around(places, _MIXED)) or any(
        _PARTLY.search(text) for text in texts
    ):
        return HYBRID
    refused = [_NOT_REMOTE.search(text) is not None for text in texts]
    if any(_is_remote(text) for text, no in zip(texts, refused, strict=True) if not no):
        return REMOTE
    if any(refused) or any(_ON_SITE.search(text) for text in _around(places, _IN_PLACE)):
        return ON_SITE
    return None


_AT_HOME = Phrases(
    "remote",
    "remotely",
    "from home",
    "at home",
    "home based",
    "home working",
    "home work",
    "homeworking",
    "home and",
    "wfh",
    "telecommute",
    "telecommuting",
    "telework",
    "teleworking",
)
_MIXED = Phrases("hybrid")
_IN_PLACE = Phrases(
    "on site",
    "onsite",
    "in person",
    "in office",
    "office based",
    "site based",
    "one location",
    "in the office",
    "in our office",
)


def _around(places: Places, phrases: Phrases) -> Iterator[str]:
    for _, text, _ in places.around(places.naming(phrases), _BEFORE, _AFTER):
        yield text.lower()


def _is_remote(text: str) -> bool:
    found = _REMOTE.search(text)
    return found is not None and _ABOUT_THE_WORK.isdisjoint(
        words_of(last_clause(text[: found.start()])[-40:])
    )


_ABOUT_THE_WORK = frozenset((
    "manage", "managing", "manages", "managed", "management", "lead", "leading", "support", "supporting",
    "supports", "coordinate", "coordinating", "help", "assist", "assisting", "experience", "skills",
    "ability", "proven", "previous", "knowledge", "comfortable", "servicing", "across",
))  # fmt: skip

_REMOTELY = r"(?:remote\w*|telecommut\w*|telework\w*|work(?:ing)?\sfrom\shome|home[\s-]?work\w*|wfh)"
_NOT_REMOTE = re.compile(
    r"\b(?:no|not|non|isn['’]t|never|can(?:not|['’]t)(?:\sbe)?|unable\sto\soffer|do(?:es)?\snot\s(?:offer"
    r"|allow|permit)|without)[\s-]"
    rf"(?:(?:an?|be|currently|fully|eligible\sfor|available\sfor|available|suitable\sfor|possible\sfor|the"
    rf"|option\sof|any|offer|done"
    rf"|performed|open\sto|full)\s){{0,4}}{_REMOTELY}"
    r"|\bremote\s(?:work(?:ing)?\s)?(?:(?:option|arrangement|candidate|applicant)s?\s)?(?:is\s|are\s"
    r"|will\s)?(?:not|isn['’]t|un)[\s-]?"
    r"(?:be\s)?(?:an?\soption|available|possible|offered|allowed|permitted|considered|supported|eligible"
    r"|avail)|\bremote\s?:\s?no\b"
)
_NOT_A_WORKPLACE = (
    r"(?![\s-](?:sites?|areas?|locations?|communit|regions?|villages?|islands?|control|monitor|sens"
    r"|desktop|servers?|access|support|diagnos"
    r"|devices?|offices?|mines?|teams?|part|indigenous|work\s(?:sites?|locations?)|field|assist|patient"
    r"|care\b|learning|teaching|users?"
    r"|customers?|employees|staff|workers|stations?|or\srural|and\srural|hands|clients?|site))"
)
_REMOTE = re.compile(
    rf"""
    \b(?:fully|100\s?%|completely|permanently|entirely|all|primarily|mostly|mainly)[\s-](?:remote
      |from\shome|home[\s-]based|virtual)\b
  | \bremote[\s-](?:first|only|based|friendly|role|position|job|opportunit|work(?:ing)?\b(?!\s(?:sites?
  |locations?))|contract|within|from|eligible
      |option|anywhere|possible|available|capab|flexib|candidates?|full[\s-]time|company|us\b|usa\b|uk\b
      |or\s(?:hybrid|on|in)|employ|emea|environment\b
      |in\s(?:the\s)?(?:us|usa|uk|eu|europe|canada|australia|india|germany|ireland|any)\b)
  | \b(?:work(?:ing)?|position|role|job|location|workplace|type|this|is|be|opportunit\w+|based|perform\w*
  |schedule|live|operate)\s?
      (?:is|will\sbe|can\sbe|may\sbe|:|-|–|be|are)?\s?(?:done\s|performed\s|fully\s|100%\s|currently\s
        |completely\s|a\s|either\s)*
      remote(?:ly)?\b{_NOT_A_WORKPLACE}
  | \bwork(?:ing)?\s(?:\w+\s)?from\s(?:your\s(?:own\s)?)?home\b(?!\s(?:allowance|equipment|stipend)) | \bwfh\b
  | (?<!nursing\s)(?<!care\s)(?<!residential\s)(?<!funeral\s)(?<!group\s)(?<!retirement\s)
    \bhome[\s-](?:based|working|worker)\b
    (?!\s(?:in\b|care|support|nurs|health|child|visit|business|service|intervention|therap|program))
  | \btelecommut(?:e|ing|er)\b | \btelework(?:ing)?\b
  | ^\W*(?:\w+[\s,:|/()-]+){{0,4}}\(?remote\)?\W*$ | [(|/–-]\s?(?:100%\s|fully\s)?remote\s?[)|/,–-]
  | \bremote\s?[|/]\s | ,\sremote(?=\W*$|\.\s|\s\()
  | ^remote\s?[-–,|(:]
    """,
    re.VERBOSE,
)
_DAYS = r"(?:one|two|three|four|[1-4])(?:\s?(?:[-–]|to)\s?(?:two|three|four|[2-4]))?\s"
_PARTLY = re.compile(
    rf"\b(?:{_DAYS}|some\s|occasional\s|few\s|half\s)(?:of\s(?:your|the)\s)?(?:days?\s|week\s"
    rf"|time\s)?(?:(?:an?|per|each|every)\s|/\s?)?"
    r"(?:week\s|month\s)?(?:(?:working\s|worked\s)?(?:from|at)\shome|wfh|remote(?:ly)?\b(?!\s(?:site|area"
    r"|team|loc))|home[\s-]?working)"
    rf"|\b(?:(?:from|at)\shome|wfh|remote(?:ly)?)\s(?:for\s|up\sto\s|\(?\s?)?{_DAYS}days?\b"
    r"|\b(?:partly|partially|part|semi|occasional(?:ly)?|limited|mix\sof)[\s-](?:remote|home[\s-]?work"
    r"|work(?:ing)?\sfrom\shome|from\shome|wfh)\b"
    r"|\b(?:remote(?:ly)?|home)\s(?:and|&|/|and/or)\s(?:on[\s-]?site|(?:in\s(?:our"
    r"|the)\s(?:[\w-]+\s){0,2})?office|in[\s-]office)"
    r"|\b(?:office|on[\s-]?site)\s(?:and|&|/)\s(?:from\s)?(?:remote|home)\b(?!\s(?:team|site|staff"
    r"|work(?:er|\s?sites?)s?))|\bremote(?:ly)?\sor\s(?:in"
    r"|from|at)\s(?:our|the)\s(?:[\w-]+\s){0,2}office"
    r"|\bblend\sof\s(?:remote|home|office)|\bsplit\s(?:your\stime\s)?between\s(?:home|the\soffice|office"
    r"|remote)"
    r"|\b(?:home|remote)\b[^.;]{0,60}\bdays?\s(?:(?:an?|per|each)\s(?:week|month)\s)?(?:in|at)\s(?:the"
    r"|our)\s(?:\w+\s)?office"
    r"|\bdays?\s(?:on[\s-]?site|in\s(?:the\s)?office)\b[^.;]{0,40}\b(?:remote|home)\b"
)
_HYBRID = re.compile(
    r"\bhybrid[\s-](?:work\w*|role|position|job|model|schedule|remote|arrangement|basis|set[\s-]?up"
    r"|environment|pattern|flex\w*|office|polic\w+"
    r"|opportunit\w+|home|or\sremote|from|in\s[a-z]+|team|approach|\(|contract|workplace|\d|with\s(?:\d"
    r"|one|two|three|some)|full|eligible"
    r"|location|employ)"
    r"|\b(?:is|be|work(?:ing)?|workplace|type|location|model|schedule|position|role|basis|arrangement"
    r"|remote|site|policy|setting)\s?"
    r"(?:is|:|-|–|/|or|,|\()?\s?(?:an?\s|currently\s)?hybrid\b(?![\s-](?:cloud|vehicle|car|engine|it\b"
    r"|infrastructure|electric|event|learning"
    r"|app|mobile|mail|exchange|integration|network|azure|cell|data|power|drive|system|technolog"
    r"|propulsion|project|agile|seed))"
    r"|^\W*(?:\w+[\s,:|/()-]+){0,3}\(?hybrid\)?\W*$|[(|]\s?hybrid\s?[)|,/]|^hybrid\s?[-–,|(:]|,\shybrid(?=\W*$|\.\s)"
)
_ON_SITE = re.compile(
    r"\b(?:fully|100\s?%|full[\s-]time|work(?:ing)?|location|position|role|job|this\sis\san?|is|be"
    r"|workplace|type|required|must\swork|present"
    r"|perform\w*)\s?(?:is\s|:\s?|-\s|–\s|be\s|a\s|an\s|fully\s|will\sbe\s|100%\s|full[\s-]time,?\s"
    r"|in\sthe\s)*"
    r"(?:on[\s-]?site|in[\s-]person|in[\s-]office|one\slocation)\b(?!\s(?:gym|parking|nurser|childcare"
    r"|café|cafe|canteen|restaurant|visits?"
    r"|support|interview|training|medical|client|customer|fitness|day|pharmacy|clinic|lunch|car|facilities"
    r"|installation|or\s(?:on\sthe|by)))"
    r"|\bon[\s-]?site\s(?:role|position|job|work\b|working|only|in\s[a-z]+|full[\s-]time|at\sour|\d\sdays"
    r"|five\sdays|requirement|presence"
    r"|attendance|monday|basis|employ|contract)|\bin[\s-](?:person|office)\s(?:role|position|job|work\b"
    r"|only|\d\sdays|five\sdays)"
    r"|^\W*(?:\w+[\s,:|/()-]+){0,3}\(?on[\s-]?site\)?\W*$|[(|]\s?on[\s-]?site\s?[)|,/]"
    r"|(?<!head\s)(?<!drawing\s)(?<!their\s)(?<!field\sand\s)\b(?:office|site)[\s-]based\b"
    r"(?!\s(?:or|team|staff|near|environment|and\sfield|colleagues|employees))"
    r"|\b(?:five|5)\sdays\s(?:an?|per)\sweek\s(?:in\s(?:the|our)\soffice|on[\s-]?site)"
)
