"""Whether a posting requires what it names, would like it, or says neither.

A cue in the sentence decides. Some cues speak of what follows ("ideally Django"); the others of what their clause has
named before them ("Python is a must, Django a plus") or, where it has named nothing yet, of what follows ("Essential:
Python and SQL"). A sentence without a cue is judged by its heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from rutkit.steps.market.extract import cues
from rutkit.steps.market.extract.cues import Cue, Wish
from rutkit.steps.market.extract.reading import Requirement
from rutkit.steps.market.extract.sentences import Passage, Sentence
from rutkit.steps.market.extract.words import Words, word_set

_REQUIREMENTS = {Wish.LIKED: Requirement.PREFERRED, Wish.WANTED: Requirement.REQUIRED, Wish.WAIVED: None}

_LAST_CLAUSE_MARK = re.compile(
    r".*([,;()]| (?:but|while|whilst|whereas|although|though|however)(?= ))", re.DOTALL
)
_TURN = re.compile(r";|\b(?:but|instead|we|only)\b")
"""Where what is not needed ends: "We do not use Excel but SQL"."""
_LIKED_HEADING = re.compile(
    r"desir|prefer|nice|bonus (?:points|skills)|plus\b|pluses|advantage|optional|ideally|stand out|extra|beneficial"
    r"|additional skills|good to have"
)
_WANTED_HEADING = re.compile(
    r"essential|require|must|need|necessary|minimum|mandatory|qualif|skills|experience|knowledge|profile|criteria"
    r"|competenc|attributes|\babilit|credentials|education|licen[cs]es|certif|background|candidate|person\b"
    r"|you have|you['’]ll have|you bring|about you|who you are|you are|looking for|expect"
)

_BROUGHT = word_set(
    """
    experience experienced proven previous strong excellent good solid sound extensive demonstrable demonstrated
    knowledge ability able understanding familiarity proficiency proficient fluent fluency competent qualified degree
    """
)
"""What opens a sentence that says no more than what somebody is to bring along: "Strong Excel", "Proven ability"."""

_NEAR = 30
"""Characters. Cues that stand so near to each other speak of the same: "not essential but an advantage"."""


def judge(words: Words, passage: Passage, starts: Sequence[int]) -> list[Requirement | None]:
    """How much what begins at each of the starts, in their order, is wanted; None where it is said not to be needed."""
    otherwise = _without_cue(words, passage)
    its_cues = cues.of(passage, words)
    if not its_cues:
        return [otherwise] * len(starts)
    wishes = _wishes(words.lowered, passage.sentence, its_cues, starts)
    return [otherwise if wish is None else _REQUIREMENTS[wish] for wish in wishes]


def _without_cue(words: Words, passage: Passage) -> Requirement:
    by_heading = _by_heading(passage.sentence.heading)
    if by_heading is Requirement.UNSTATED:
        _, first, last = passage
        if words.words[first] in _BROUGHT or "years" in words.words[first : min(first + 3, last)]:
            return Requirement.REQUIRED
    return by_heading


@lru_cache(maxsize=4096)
def _by_heading(heading: str | None) -> Requirement:
    heading = (heading or "").lower()
    if _LIKED_HEADING.search(heading):
        return Requirement.PREFERRED
    return Requirement.REQUIRED if _WANTED_HEADING.search(heading) else Requirement.UNSTATED


def _wishes(
    text: str, sentence: Sentence, its_cues: Sequence[Cue], starts: Sequence[int]
) -> list[Wish | None]:
    """What the cues say of what stands at each start."""
    wishes: list[Wish | None] = [None] * len(starts)
    meant: Sequence[int] = ()
    wish = Wish.WANTED
    before = sentence.start
    ends = [*(cue.start for cue in its_cues[1:]), sentence.end]
    for cue, after in zip(its_cues, ends, strict=True):
        now_meant = _meant(text, cue, (before, after), starts, wishes)
        together = before > sentence.start and cue.start - before <= _NEAR and not (meant and now_meant)
        wish = min(wish, cue.wish) if together else cue.wish
        meant = now_meant or (meant if together else ())
        for place in meant:
            wishes[place] = wish
        before = cue.end
    return wishes


def _meant(
    text: str, cue: Cue, reach: tuple[int, int], starts: Sequence[int], wishes: Sequence[Wish | None]
) -> Sequence[int]:
    """Which of the starts a cue speaks of. Its reach ends at the cues next to it; what stands before its clause counts
    only if no other cue has spoken of it."""

    def between(first: int, last: int) -> range:
        return range(bisect_left(starts, first), bisect_left(starts, last))

    before, after = reach
    bracket = text.rfind("(", before, cue.start)
    if bracket > text.rfind(")", before, cue.start):
        closing = text.find(")", cue.end, after)
        within = [*between(bracket, cue.start), *between(cue.end, closing if closing >= 0 else after)]
        return within or between(_clause(text, before, bracket), bracket)
    here = between(_clause(text, before, cue.start), cue.end)
    if cue.wish is Wish.WAIVED and (turn := _TURN.search(text, cue.end, after)):
        after = turn.start()
    following = between(cue.end, after)
    if following and (cue.ahead or not here):
        return following
    clause = here.start
    before = max(before, text.rfind(";", before, cue.start))
    return [
        *here,
        *(place for place in between(before, cue.start) if place < clause and wishes[place] is None),
    ]


def _clause(text: str, first: int, last: int) -> int:
    """Where the last clause of a stretch begins."""
    mark = _LAST_CLAUSE_MARK.match(text, first, last)
    return mark.start(1) if mark else first
