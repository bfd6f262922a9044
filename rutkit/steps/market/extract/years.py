"""How many years of experience a posting asks for.

A number of years is a demand where experience is spoken of beside it, or a least ("minimum", "3+") is named.
A company's age, a contract's length, a candidate's age, the length of a course and the years that a check goes
back are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rutkit.steps.market.extract.places import Places, first_clause, last_clause, words_of
from rutkit.steps.market.extract.reading import YearsMention

LONGEST = 25.0
"""Years. Nobody asks for more: a larger number is the company's age."""

_OF_AGE = 16
"""Years. From here on, a number without the word experience beside it is somebody's age."""


def find(places: Places) -> tuple[YearsMention, ...]:
    """Every demand for years of experience, in the posting's order. Months count as parts of a year.

    "3+ years" has no upper bound, "up to two years" no lower one; so has a plain "3 years": more will do.
    """
    found: dict[YearsMention, None] = {}
    for sentence, text, _ in places.around(places.containing("year", "month", "yrs", " yr", "yoe"), 200, 110):
        for least, most in _demands(text.lower(), (sentence.heading or "").lower()):
            found[YearsMention(least, most, sentence.text)] = None
    return tuple(found)


_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_VALUES = {word: float(value) for value, word in enumerate(_WORDS)} | {
    "twenty-four": 24.0,
    "a": 1.0,
    "an": 1.0,
}
_NUMBER = rf"(?:\d{{1,4}}(?:[.,]\d(?!\d)|½)?|twenty[ -]four|{'|'.join(_WORDS[1:])})"
_AGAIN = rf"(?:\s?\(\s?{_NUMBER}\s?\+?\s?\))?"  # "three (3) years"
_UNIT = r"(?:years?(?:\(s\))?|yrs?\b\.?|yoe\b|months?|mths?\b)"
_MORE = r"(?:\s?\+|\s?-?\s?plus\b|\sor\smore\b)?"

_QUANTITY = re.compile(
    rf"""
    \b(?<![£$€.,])
    (?P<first>{_NUMBER}|an?(?=\s(?:year|month)['’\s])) \)? {_AGAIN}
    (?P<more>{_MORE})  (?:[\s-]*(?P<first_unit>{_UNIT}))?
    (?: \s?(?:[-–—−~]|to|and|or|/)\s?  (?P<second>{_NUMBER}) {_AGAIN} (?P<open>{_MORE}) )?
    (?(second) [\s–-]* (?P<unit>{_UNIT}) | (?(first_unit)|(?!)) )
    (?:\s?\(?s\)|['’]s?)?
    """,
    re.VERBOSE,
)
_LABELLED = re.compile(  # "Years of experience: 3-5"
    rf"\b(?:years?|yrs?)['’]?(?:\sof)?(?:\s\w+)?\s(?:experience|exp)\.?(?:\s(?:required|needed))?\s?[:–-]\s?"
    rf"(?P<first>{_NUMBER}){_MORE}(?:\s?(?:[-–—]|to)\s?(?P<second>{_NUMBER}))?(?!\s?(?:{_UNIT}|%))\b"
)
_BOUND_REACH = 30
_AT_LEAST = re.compile(
    r"(?:\bat\s(?:least|a\sminimum)(?:\sof)?|\bminimum(?:\sof)?|\bmin\b\.?(?:\sof)?|\b(?:no|not)\s(?:less"
    r"|fewer)\sthan|[>≥]=?)"
    r"[\s:–-]*(?:an?\s)?$"
)
_AT_LEAST_AFTER = re.compile(
    r"[\s,(]*(?:minimum|min\b|or\s(?:more|above|over|longer|greater)|and\s(?:above|over|up)|plus\b|\+"
    r"|upwards)"
)
_AT_MOST = re.compile(
    r"(?:\bup\sto|\bmax(?:imum)?\b\.?(?:\sof)?|\b(?:less|fewer)\sthan|\b(?:no|not)\s(?:more|longer)\sthan"
    r"|\bunder|[<≤]=?)"
    r"[\s:–-]*(?:an?\s)?$"
)
_AT_MOST_AFTER = re.compile(r"[\s,(]*(?:max(?:imum)?\b|or\s(?:less|fewer|under)\b|and\s(?:under|below)\b)")

_EXPERIENCE = (
    "experience",
    "working knowledge",
    "pqe",
    "yoe",
    "expertise",
    "track record",
    "background",
    "exp ",
    "exp.",
)
_EXPERIENCE_AFTER_GRADUATION = re.compile(r"\bpost[\s-]?(?:qualif|regist|grad)")
_AT_ONCE = re.compile(
    r"['’\s]*(?:of\s)?(?:[\w/&’'()-]+\s){0,4}?"
    r"(?:experience[ds]?\b|working\sknowledge|exp\b|pqe\b|yoe\b|expertise\b|track\srecord|background\b"
    r"|post[\s-]?(?:qualif|regist|grad))"
)
_WORKED = re.compile(
    r"\b(?:worked|employed|managed|taught|practi[cs]ed|practi[cs]ing)\b.*\bfor\s(?:[a-z]+\s){0,4}$"
)
_WORK_AFTER = re.compile(
    r"['’\s,]*(?:full[\s-]?time\s)?(?:in\s|as\s|working\b|within\s(?:an?|the)\b|of\s\w+|using\b|with\s\w+"
    r"|on\sthe\sjob)"
)
_WORK_HEADINGS = ("experience", "requirement", "qualification", "skill", "essential")

# Which words before the number decide; the last of them does.
_SPANS = frozenset((
    "last", "past", "next", "coming", "every", "each", "per", "final", "first", "within", "after", "in",
    "over", "during", "since", "another", "these", "further", "initial", "nearly", "almost", "aged", "age",
    "ages", "children", "old", "tenure",
))  # fmt: skip
_SPAN_PHRASES = frozenset((
    "for over", "for nearly", "for almost", "for around", "for about", "for the", "over the", "over a",
    "period of", "term of", "duration of", "for up to", "than the", "length of", "ages of", "age of",
))  # fmt: skip
_ASKED = frozenset((
    "must", "should", "will", "you", "need", "needs", "candidate", "candidates", "applicant",
    "applicants", "require", "requires", "required", "ideally", "preferably", "someone",
))  # fmt: skip
_OTHER_THINGS = frozenset((
    "commit", "committed", "commitment", "stay", "remain", "live", "lived", "living", "reside",
    "resided", "resident", "licence", "license", "licences", "licenses", "licensed", "visa", "permit",
    "valid", "last", "lasts", "lasting", "runs", "checkable", "history", "reference", "references",
    "vetting", "screening", "probation", "probationary", "maternity", "secondment", "warranty",
    "guarantee", "retention", "assignment", "duration", "temporary", "interim", "appointment", "study",
    "course", "programme", "clean", "convictions", "contract", "term",
))  # fmt: skip
_OTHER_REACH = 45
_CLAIMS = frozenset((
    "over", "than", "nearly", "almost", "around", "some", "with", "having", "has", "have", "boasts",
    "boasting", "of", "excess",
))  # fmt: skip
_COMPANY = frozenset((
    "we", "we've", "we’ve", "our", "us", "company", "company's", "company’s", "client", "firm",
    "organisation", "organization", "team", "group", "agency", "consultancy", "provider", "manufacturer",
    "supplier", "ltd", "limited", "plc", "inc", "established", "founded", "formed", "trading", "serving",
    "heritage", "they", "i",
))  # fmt: skip
_CANDIDATE = frozenset((
    "you", "your", "candidate", "candidates", "applicant", "applicants", "must", "should", "require",
    "requires", "required", "requirement", "requirements", "need", "needs", "seek", "seeks", "seeking",
    "looking", "someone", "somebody", "individual", "individuals", "person", "persons", "people",
    "essential", "desirable", "ideal", "ideally", "preferred", "preferably", "minimum", "least", "expect",
    "want", "wants", "graduate", "graduates", "professional", "professionals", "recruiting", "hire",
    "hiring", "join", "will", "who",
))  # fmt: skip
_BEING = frozenset((
    "be", "are", "is", "aged", "over", "least", "minimum", "between", "being",
))  # fmt: skip

_OTHER_AFTER = re.compile(
    r"""
    ['’\s,(–-]*
    (?: (?:of|in|to|an?|the|our|initial|initially|rolling|temporary|temp|paid|full[\s-]?time|part[\s-]?time
      |structured
        |accredited|fixed|renewable|interim|long|maternity|college|university|graduate|rotational|continuous
        |comprehensive|manufacturer|employment|checkable|uk|successful|extended|funded|strategic|business
        |steady|proud
        |clean|address|credit|integrated|practical)[\s-]+ ){0,3}
    (?: ago | olds? | age\b | older\b | warrant | guarantee | term\b | ftc\b | contract | assignment\b
      | plans?\b
      | strateg | roadmap | probation | cover\b | period | placement | internship | training | programme\b
      | program\b
      | course | degree | diploma | bachelor | apprentice | rotation | lease | history | references? | residen
      | anniversary | row\b | running\b | business\b | operation\b | existence | growth | heritage | tradition
      | excellence | innovation | success\b | later\b | from\snow | time\b | free\b | service\b | subscription
      | commitment | project\b | secondment | leave\b | notice | visa | duration | basis\b | appointment
      | post\b(?![\s-]?(?:grad|qual|reg|doc)) | position\b | role\b | licen[cs]e | no\sclaims | combined
      | collective
      | tenure | initially | with\s(?:a\s)?(?:view|possib) | view\b | possib | then\b | pension | holiday
      | parental
      | employment\b | budget | funding | review | salary )
    (?! (?:[\s/&-]+[a-z/-]+){0,4}?\s+(?:experience|exp)\b )
    """,
    re.VERBOSE,
)
_COMBINED_AFTER = re.compile(r"['’\s]*(?:of\s)?(?:our\s)?(?:combined|collective|total\steam|joint)\b")


def _demands(text: str, heading: str) -> Iterator[tuple[float | None, float | None]]:
    for match in _LABELLED.finditer(text) if "exp" in text else ():
        first, second = _value(match["first"]), _value(match["second"])
        if first is not None and first <= LONGEST:
            yield first, second
    for match in _QUANTITY.finditer(text):
        bounds = _bounds(match, text)
        if bounds is not None and _is_demand(match, text, heading, max(bound or 0.0 for bound in bounds)):
            yield bounds


def _bounds(match: re.Match[str], text: str) -> tuple[float | None, float | None] | None:
    """The least and the most in years, or None where it is no sensible number of them."""
    unit = match["unit"] or match["first_unit"]
    first, second = _value(match["first"]), _value(match["second"])
    if first is None:
        return None
    if second is None and first > LONGEST and (torn := _torn(match["first"])):
        first, second = torn
    first = _in_years(first, match["first_unit"] or unit)
    if second is not None:
        second = _in_years(second, unit)
        if not first < second <= LONGEST:
            return None
        return first, None if match["open"] else second
    if first > LONGEST or first == 0:
        return None
    before = text[max(0, match.start() - _BOUND_REACH) : match.start()]
    if not match["more"] and (_AT_MOST.search(before) or _AT_MOST_AFTER.match(text, match.end())):
        return None, first
    return first, None


def _value(written: str | None) -> float | None:
    if not written:
        return None
    written = written.replace(" ", "-")
    if written in _VALUES:
        return _VALUES[written]
    return float(written.replace("½", ".5").replace(",", "."))


def _torn(digits: str) -> tuple[float, float] | None:
    """The two numbers of a range that lost its dash on the way: "612 months" is 6 to 12."""
    for cut in range(1, len(digits)):
        low, high = digits[:cut], digits[cut:]
        if (
            high.isdecimal()
            and low.isdecimal()
            and high[0] != "0"
            and int(low) < int(high) <= min(36, 4 * int(low))
        ):
            return float(low), float(high)
    return None


def _in_years(number: float, unit: str) -> float:
    return round(number / 12, 2) if unit.startswith("m") else number


def _is_demand(match: re.Match[str], text: str, heading: str, number: float) -> bool:
    before, after = text[max(0, match.start() - 200) : match.start()], text[match.end() :]
    words = words_of(before)
    at_once = _AT_ONCE.match(after) is not None
    if match["first"] in ("a", "an") and (not at_once or before[-2:-1].isdigit() or before.endswith("k ")):
        return False  # "£30,000 a year"
    if _COMBINED_AFTER.match(after) or _OTHER_AFTER.match(after):
        return False
    if _is_span(words) and not (at_once and words[-1] in ("in", "first", "initial", "over")):
        return False
    if _is_companys(words, number) or _opens_with_claim(words, after):
        return False
    if at_once:
        return True
    if number >= _OF_AGE and words and words[-1] in _BEING:
        return False
    if not _OTHER_THINGS.isdisjoint(words_of(last_clause(before)[-_OTHER_REACH:])):
        return False
    if _speaks_of_experience(before, after):
        return True
    if (match["first_unit"] or match["unit"]).startswith("m"):
        return False
    if (
        match["more"]
        or match["second"]
        or _AT_LEAST.search(before[-_BOUND_REACH:])
        or _AT_LEAST_AFTER.match(after)
    ):
        return number < _OF_AGE
    if _WORK_AFTER.match(after) is None:
        return False
    return any(word in heading for word in _WORK_HEADINGS) or not _ASKED.isdisjoint(
        words_of(last_clause(before)[-60:])
    )


def _is_span(words: list[str]) -> bool:
    """A stretch of time that is not experience: "in the last 3 years", "rising after 2 years"."""
    return bool(words) and (
        words[-1] in _SPANS or " ".join(words[-2:]) in _SPAN_PHRASES or " ".join(words[-3:]) in _SPAN_PHRASES
    )


def _speaks_of_experience(before: str, after: str) -> bool:
    near_after = first_clause(after[:90])
    near_before = last_clause(before)[-75:]
    return (
        any(word in near_after or word in near_before for word in _EXPERIENCE)
        or _EXPERIENCE_AFTER_GRADUATION.search(near_after) is not None
        or _WORKED.search(near_before) is not None
    )


def _is_companys(words: list[str], number: float) -> bool:
    """Whether the years are those of the company that speaks, and not of the person it looks for."""
    for word in reversed(words):
        if word in _CANDIDATE:
            return False
        if word in _COMPANY:
            return True
    if not words:
        return False
    somebodys = "has" in words[-4:]
    return somebodys or (number >= 15 and words[-1] in _CLAIMS)


def _opens_with_claim(words: list[str], after: str) -> bool:
    """Whether it is the speaker's own, as in "With over ten years' experience, we …" but not "…, you …"."""
    if not words or words[0] not in ("with", "having") or len(words) > 3 or words[-1] not in _CLAIMS:
        return False
    named = next(
        (word for word in words_of(after) if word in ("you", "candidate", "candidates", "we", "our")), "we"
    )
    return named in ("we", "our")
