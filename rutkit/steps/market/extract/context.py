"""Whether a word that is also a common word means a skill where it stands: "Go", "Access", "Teams", "planning".

It does in a list with a skill that is sure ("Python, Go and SQL"), where it is asked for ("experience in sales"),
before words such as "programming" or "skills", and as a whole point of a list. A common noun also does as an item of
its own in a sentence that speaks of what somebody brings along.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from operator import attrgetter

from rutkit.steps.market.extract.found import Found
from rutkit.steps.market.extract.reading import Kind
from rutkit.steps.market.extract.words import OR, Words, word_set

_BEFORE = word_set(
    """
    using via use uses know master mastering advanced intermediate proficient speak speaks fluent excellent strong good
    effective basic proven technologies technology languages tools skills stack packages software microsoft ms google
    adobe apache autodesk
    """
)
_BEFORE_ONE_MORE = frozenset(("in", "as", "like", "including"))
_BEFORE_THAT = word_set(
    """
    such packages package software languages language tools tool frameworks framework applications systems technologies
    programming coding scripting written writing certified competent trained
    """
)
"""Words that show what follows them at once, or after one of those between: "tools like", "certified in"."""
_AFTER = word_set(
    """
    programming coding scripting developer developers development engineer language languages framework frameworks
    database databases skill skills knowledge proficiency certified certification certificate code script scripts
    application applications package packages software stack speaker speakers speaking qualified qualification license
    licence
    """
)
_AFTER_NOUN = word_set(
    "experience background ability abilities expertise degree role sector industry environment"
)
_OTHERWISE = word_set(
    """
    to of de du the a an you your us we our on out up back ahead above beyond through that from who
    """
)
"""Before these, it is the common word: "access to", "word of mouth", "chef de partie"."""
_BEFORE_ITEM = OR | {"in", "of", "with", "for", "about", "including"}
_AFTER_ITEM = OR | word_set("is are would will within in with for at")
_BRINGS_ALONG = word_set(
    """
    experience experienced knowledge skills skill ability abilities must required essential desirable background
    understanding expertise track passionate passion excellent strong good proven responsible responsibilities
    responsibility duties include includes including candidate attributes qualities requirements areas involved
    """
)
_LIST_MARKS = frozenset(" \t\n\xa0,;/|()+•·*:–—-")


def with_meant(
    unsure: Sequence[Found], sure: Sequence[Found], asked: Container[int], words: Words
) -> list[Found]:
    """The sure ones, and the unsure ones that mean a skill where they stand, in the order of the text."""
    taken: set[int] = set()
    anchors: dict[int, Kind] = {}
    meant: list[Found] = []

    def take(found: Found) -> None:
        skill, first, last, _ = found
        meant.append(found)
        anchors[first] = anchors[last - 1] = skill.kind
        taken.update(range(first, last))

    for found in sure:
        take(found)
    waiting: list[Found] = []
    for found in unsure:
        if taken.isdisjoint(range(found.first, found.last)) and not _is_common(found, words):
            if _is_meant(found, asked, words) or _is_among(found, anchors, words):
                take(found)
            else:
                waiting.append(found)
    # One may be sure through its neighbor only once that is: "Go, Swift and Python" is read backwards too.
    for found in reversed(waiting):
        if taken.isdisjoint(range(found.first, found.last)) and _is_among(found, anchors, words):
            take(found)
    return sorted(meant, key=attrgetter("first"))


def _neighbors(found: Found, anchors: Container[int], words: Words) -> Iterator[int]:
    """Of those anchors, the last word of what stands before it in a list, and the first of what stands after it."""
    before = found.first - 1
    if before > 0 and words.words[before] in OR and _separates(words, before):
        before -= 1
    if before in anchors and before >= found.passage.first and _separates(words, before + 1):
        yield before
    after = found.last
    if after + 1 < len(words.words) and words.words[after] in OR and _separates(words, after):
        after += 1
    if after in anchors and after < found.passage.last and _separates(words, after):
        yield after


def _separates(words: Words, place: int) -> bool:
    between = words.between(place)
    return between == " " or _LIST_MARKS.issuperset(between)


def _is_common(found: Found, words: Words) -> bool:
    """Whether it is part of something else, or goes on as the common word does: "R&D", "spring 2024", "access to"."""
    run_on = found.first > 0 and not words.between(found.first)
    if run_on or words.between(found.last) in ("", ".", "'", "’"):
        return not _ends_sentence(found) or not words.between(found.first)
    following = _following(found, words)
    return following in _OTHERWISE or (len(following) == 4 and following.isdigit())


def _is_among(found: Found, anchors: dict[int, Kind], words: Words) -> bool:
    """Whether it stands in a list with a sure skill. A name, such as "Go", needs more than a soft skill beside it."""
    kinds = {anchors[neighbor] for neighbor in _neighbors(found, anchors, words)}
    return bool(kinds - {Kind.SOFT}) or (bool(kinds) and _is_noun(found, words))


def _is_noun(found: Found, words: Words) -> bool:
    return words.text[words.starts[found.first]].islower()


def _is_meant(found: Found, asked: Container[int], words: Words) -> bool:
    if found.first in asked:
        return True
    following = _following(found, words)
    if following in _AFTER:
        return True
    begins, ends = found.first == found.passage.first, _ends_sentence(found)
    if begins and ends:
        return True
    before = "" if begins else words.words[found.first - 1]
    if before in _BEFORE or (
        before in _BEFORE_ONE_MORE
        and not _BEFORE_THAT.isdisjoint(words.words[max(found.first - 3, 0) : found.first - 1])
    ):
        return True
    if not _is_noun(found, words):
        return False
    if following in _AFTER_NOUN:
        return True
    led_in = begins or before in _BEFORE_ITEM or before.endswith("ing") or words.between(found.first) != " "
    led_out = ends or following in _AFTER_ITEM or words.between(found.last) != " "
    doing = words.words[found.last - 1].endswith("ing")
    return led_in and (led_out or doing) and _speaks_of_what_is_brought(found, words)


def _speaks_of_what_is_brought(found: Found, words: Words) -> bool:
    return not _BRINGS_ALONG.isdisjoint(words.words[found.passage.first : found.passage.last])


def _following(found: Found, words: Words) -> str:
    """The next word, where only a blank or a hyphen stands before it."""
    if words.between(found.last) not in (" ", "-") or _ends_sentence(found):
        return ""
    return words.words[found.last]


def _ends_sentence(found: Found) -> bool:
    return found.last >= found.passage.last
