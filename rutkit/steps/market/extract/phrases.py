"""What a posting asks for in words that no vocabulary holds: "experience in *reservoir engineering*".

A word such as "experience" and its preposition begin a list. Its items, each of a few words, are what is asked for: the
items end at commas, "and" and "or", the list at any word that tells something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rutkit.steps.market.extract.sentences import Passage
from rutkit.steps.market.extract.words import OR, Words, sought, word_set

LONGEST = 5
"""Words. A longer item is half a sentence and no name of anything."""


_CUES = sought(
    """
    experience experienced knowledge understanding expertise background proficient proficiency familiar familiarity
    fluent fluency skills skilled competent competence competency competencies degree degrees education exposure versed
    trained training specialising specializing specialized specialised specialism specialization insight record command
    certified certification certificate graduate bachelor master diploma phd msc bsc studies interest
    qualified qualification literate expert grasp mastery focus
    """
)
_PREPOSITIONS = word_set("with within in of on about for using")
_BETWEEN_THEM = word_set("working")
_LEADING = word_set(
    """the a an our your various relevant different advanced basic both other multiple similar complex such as like
    strong good including eg any all some either one at least following several new current latest common key main
    e g i developing building designing using working writing managing implementing creating delivering providing
    supporting maintaining leading running handling performing with in of and & or"""
)
"""Words that may stand before an item without being part of it."""
_OTHER = word_set(
    """the a an of in on at to for with by from as is are be been being was were will would can could should may might
    must shall do does did have has had having that which who whom whose this these those it its they them their we us
    our you your he she his her i my me not no nor but if than then so such while when where how what why all any each
    every more most much many some another own same very also just only well too into onto within without through
    during before after between among across about against over under up down out off per via etc including include
    includes using use used work working works ability able experience experienced knowledge understanding skills skill
    skilled proficiency proficient familiarity familiar strong good great excellent solid deep proven extensive
    practical relevant similar various different several multiple related equivalent preferred preferably required
    desired desirable essential plus advantage bonus ideally least minimum years year role position job team teams
    company candidate candidates join looking responsible ensure ensuring make making take taking help helping lead
    support supporting provide providing drive driving deliver delivering write written spoken verbal oral like high
    highly first second one two three four five day days time basic fluent professional native demonstrable
    demonstrated previous prior significant broad sound thorough general overall wide range variety number set kind
    type field fields area areas discipline subject topic topics aspects part parts especially particularly particular
    specific certain here there now today please apply want need needs expect come get give know understand
    importance order addition whether because both either near welcome welcomed useful beneficial advantageous helpful
    """
)
"""Words that no item holds: where one stands, the list is over."""
_VAGUE = word_set(
    """
    above applications apps change client clients customers customer detail development digital growth life organisation
    organization others people platform platforms product products project projects process processes quality service
    services software solutions stack stacks systems tasks tech technical technologies technology things tools team
    teams excellence innovation transparency benefits world
    """
)
"""Words that say too little to be an item alone."""
_EDUCATION = word_set("degree degrees diploma diplomas")
"""Words at whose end an item is education, which is read apart: "or a bachelor's degree"."""
_JOINTS = frozenset(
    (" ", "-", "/", "", ".", "'", "’", "'s ", "’s ", "' ", "’ ", "–", "‑", "\n", "\xa0", "  ")
)
_SEPARATORS = frozenset(" ,;:(/).\n\xa0")
_BEFORE_MORE = OR | {"such", "like", "including"}
"""Before these an item ends, and the list goes on."""


class Phrase(NamedTuple):
    """What is asked for, from the word `first` to the one before `last`."""

    first: int
    last: int
    passage: Passage


def find(words: Words, passages: Sequence[Passage]) -> list[Phrase]:
    """The items asked for, in the order of the text."""
    found: list[Phrase] = []
    done = 0
    rest = iter(passages)
    passage = next(rest, None)
    for cue in words.places(_CUES):
        if cue < done:
            continue
        while passage and passage.last <= cue:
            passage = next(rest, None)
        if passage is None:
            break
        begin = _after(cue, words)
        if begin and passage.first <= cue:
            items = [Phrase(first, last, passage) for first, last in _items(words, begin, passage.last)]
            found += items
            done = items[-1].last if items else begin
    return found


def _after(cue: int, words: Words) -> int | None:
    """The word after a cue and its preposition, if it has one."""
    place = cue + 1
    if place < len(words.words) and words.words[place] in _BETWEEN_THEM:
        place += 1
    if place + 1 < len(words.words) and words.words[place] in _PREPOSITIONS and words.between(place) == " ":
        return place + 1
    return None


def _items(words: Words, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of the list that begins at a word and ends with its sentence at the latest."""
    first: int | None = None
    listed = False
    place = begin
    while place < end:
        word = words.words[place]
        if first is not None and (word in _BEFORE_MORE or words.between(place) not in _JOINTS):
            yield from _handy(words, first, place)
            first = None
            listed = True
        if place > begin and not _continues(words.between(place)):
            break
        if first is None:
            if word in _OTHER and word not in _LEADING and not (listed and word in OR):
                break
            if word not in _LEADING and word not in OR:
                first = place
        elif word in _OTHER:
            break
        place += 1
    if first is not None:
        yield from _handy(words, first, place)


def _handy(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The item, if it can be a name: no number or degree, no "solving problems", no "technologies" alone."""
    opening = words.words[first]
    vague = opening in _VAGUE if last - first == 1 else opening.endswith("ing")
    is_education = words.words[last - 1] in _EDUCATION
    if last - first <= LONGEST and not (vague or is_education or opening.isdigit()):
        yield first, last


def _continues(between: str) -> bool:
    """Whether a list goes on over what stands between two words."""
    return between in _JOINTS or _SEPARATORS.issuperset(between)
