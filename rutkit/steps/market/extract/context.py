"""Whether a word that is also a common word means a skill where it stands: "Go", "Access", "Teams", "R".

It does in a list with a skill that is sure ("Python, R and SQL"), after words such as "experience with", before words
such as "programming", and where it is a whole point of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rutkit.steps.market.extract.reading import Kind
from rutkit.steps.market.extract.words import Words

if TYPE_CHECKING:
    from rutkit.steps.market.extract.skills import Found

_REACH = 60
"""Characters before and after a word that are looked at."""

_BEFORE = re.compile(
    r"(?:\b(?:experience|experienced|knowledge|understanding|proficien(?:t|cy)|familiar|familiarity|fluen(?:t|cy)"
    r"|competent|competence|competency|skilled|skills?|expert|expertise|trained|training|certified|certificat(?:e|ion)"
    r"|qualifi(?:ed|cation)|background|command|programming|coding|scripting|develop(?:ing|ment|ed)?|writ(?:ten|ing)"
    r"|languages?|tools?|frameworks?|technologies|packages?|software|applications|systems|platforms?|degree|literate|literacy)"
    r"(?:[ ,:(]+(?:such as|like|including|e\.g\.|eg|in|with|of|using|on|the use of|working with|working knowledge of"
    r"|(?:basic|advanced|intermediate|good|strong|excellent|modern|core|latest|microsoft|ms))){1,3}"
    r"|\b(?:using|via|uses?|know|master(?:ing)?|advanced|intermediate|proficient|speaks?|fluent|excellent|strong|basic"
    r"|technologies|languages|tools|skills|stack|packages|software|technology|microsoft|ms|google|adobe|apache|autodesk)\s?:?)"
    r"[ (\"“‘']+$"
)
_AFTER = re.compile(
    r"[)\"”’']*[ -](?:programming|coding|scripting|developer|developers|development|engineer|languages?|frameworks?"
    r"|databases?|skills?|knowledge|proficiency|certifi\w+|code|scripts?|applications?|packages?|software|stack"
    r"|speak\w+|qualifi\w+|licen[cs]e)\b"
)
_OTHERWISE = re.compile(
    r"['’][a-z]|&|[ -](?:to|of|de|du|the|a|an|you|your|us|we|our|on|out|up|back|ahead|above|beyond|through|that|from|who"
    r"|'?(?:19|20)\d\d)\b|\.\w"
)
_LIST = re.compile(r"[\s,;/|()+•·*:–—-]*")


def with_meant(unsure: Sequence[Found], sure: Sequence[Found], words: Words) -> list[Found]:
    """The sure ones, and the unsure ones that mean a skill where they stand, in the order of the text."""
    taken = {word for found in sure for word in range(found.first, found.last)}
    anchors = {
        word for found in sure if found.skill.kind is not Kind.SOFT for word in (found.first, found.last - 1)
    }
    meant = list(sure)
    # An unsure one may be sure through its neighbor only once that is: "R, Go and Python" is read backwards too.
    for candidates in (unsure, unsure[::-1]):
        for found in candidates:
            if taken.isdisjoint(range(found.first, found.last)) and _is_meant(found, anchors, words):
                meant.append(found)
                anchors.update((found.first, found.last - 1))
                taken.update(range(found.first, found.last))
    return sorted(meant, key=lambda found: found.first)


def _is_meant(found: Found, anchors: set[int], words: Words) -> bool:
    start, end = words.starts[found.first], words.ends[found.last - 1]
    after = words.lowered[end : min(end + _REACH, found.sentence.end)]
    if _OTHERWISE.match(after):
        return False
    before = words.lowered[max(start - _REACH, found.sentence.start) : start]
    return (
        (start, end) == (found.sentence.start, found.sentence.end)
        or _AFTER.match(after) is not None
        or _BEFORE.search(before) is not None
        or _is_listed(found, anchors, words)
    )


def _is_listed(found: Found, anchors: set[int], words: Words) -> bool:
    """Whether the next word of the list on either side belongs to a sure skill."""
    before = found.first - 1
    if before > 0 and words.words[before] in ("and", "or") and _separates(words, before):
        before -= 1
    after = found.last
    if after + 1 < len(words.words) and words.words[after] in ("and", "or") and _separates(words, after):
        after += 1
    return (before in anchors and _separates(words, before + 1) and _in(found, words, before)) or (
        after in anchors and _separates(words, after) and _in(found, words, after)
    )


def _separates(words: Words, place: int) -> bool:
    return _LIST.fullmatch(words.between[place]) is not None


def _in(found: Found, words: Words, word: int) -> bool:
    return found.sentence.start <= words.starts[word] < found.sentence.end
