"""Whether a posting requires what it names, would like it, or says neither.

A cue in the sentence decides. Some cues speak of what follows ("ideally Django"); the others of what their clause has
named before them ("Python is a must, Django a plus") or, where it has named nothing yet, of what follows ("Essential:
Python and SQL"). A sentence without a cue is judged by its heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from rutkit.steps.market.extract.reading import Requirement
from rutkit.steps.market.extract.sentences import Passage, Sentence
from rutkit.steps.market.extract.words import Words, word_set

Place = tuple[int, int]
"""Where something stands in a posting: its first character and the one after its last."""


class _Wish(Enum):
    """What a cue says, the one that prevails over the next first: "desirable but not essential" is liked."""

    LIKED = 0
    WAIVED = 1
    WANTED = 2


_REQUIREMENTS = {_Wish.LIKED: Requirement.PREFERRED, _Wish.WANTED: Requirement.REQUIRED, _Wish.WAIVED: None}

_ASKED = "(?:required|needed|necessary|essential|mandatory|expected|compulsory|requested)"
_ABLE = "(?:able|proficient|fluent|experienced|familiar|competent|confident|qualified|comfortable|skilled|educated|an?)"
_CUE = re.compile(
    rf"""(?:
    (?P<waived_between>
        no (?!\ (?:later|less|longer|more))\b [^.;,]{{0,70}}? \b{_ASKED} )
  | (?P<waived_ahead>
        (?:not|\w+n['’]t|no\ longer|never)\ (?:need|require|use)s? | need\ not | no\ need )
  | (?P<waived>
        (?:not|\w+n['’]t)\ (?:\w+\ )?(?:be\ )?(?:an?\ )?(?:{_ASKED}|must|requirement|prerequisite) | optional )
  | (?P<liked_ahead>
        ideally (?!\ (?:located|situated|suited|placed)) | preferably | nice[ -]to[ -]haves? | bonus\ points
      | points\ for | we(?:['’]d|\ would)\ (?:love|like) )
  | (?P<liked>
        desirables? | desired (?!\ (?:results?|outcomes?|goals?|effects?|location))
      | prefer(?:red|able|ence|s)? (?!\ supplier) | advantageous | beneficial | pluses | (?<=of\ )(?:benefit|advantage)
      | (?:plus|asset|advantage|bonus) (?=\W*(?:$|[,;.)(:]|\b(?:but|for|to|if|and)\b))
      | (?:(?<=be\ )|(?<=is\ )|(?<=are\ )|(?<=prove\ )|(?<=also\ )|(?<=very\ )|(?<=ly\ ))
            (?:useful|helpful|welcomed?|handy|appreciated|nice|valued)
      | (?:useful|helpful|welcome)(?=\W*$) | good\ to\ have )
  | (?P<wanted_ahead>
        must (?!\W*(?:$|[,;.)]))(?:[ -]haves?)? | needs?\ (?:to|an?|someone|people|somebody) | requires? | requiring
      | minimum | at\ least | (?:looking|searching|look|search)\ for | we\ (?:need|expect|require|seek)
      | (?:will|should|would|shall|ll)\ (?:\w+\ )?
            (?:have|hold|possess|demonstrate|bring|need|be\ (?:\w+ly\ )?{_ABLE})
      | should\ be | you\ (?:have|hold|possess|bring|need) | you['’]ve | (?:has|having)\ to\ have )
  | (?P<wanted>
        essentials? | mandatory | compulsory | vital | crucial | pre-?requisites? | must
      | requirements? (?=\ ?(?::|include|are:)|\W*$)
      | (?<!\bas\ )(?<!\bwhen\ )(?<!\bif\ )(?<!\bwhere\ )(?<!\bthan\ )(?:required|needed|necessary) )
    )\b""",
    re.VERBOSE,
)
_FIRST_WORDS = word_set(
    """
    no not never don
    doesn isn aren won wouldn needn need needs optional ideally preferably nice bonus we points desirable
    desirables desired prefer preferred preferable preference prefers plus pluses asset advantage advantageous
    beneficial benefit useful helpful welcome welcomed handy appreciated valued good must require requires requiring
    required minimum at looking searching look search will should would shall ll you has having essential essentials
    mandatory needed necessary requirement requirements compulsory vital crucial prerequisite prerequisites pre
    """
)
"""What every cue begins with: only there it is looked for."""

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


class _Cue(NamedTuple):
    start: int
    end: int
    wish: _Wish
    ahead: bool
    """Whether it speaks of what follows whatever stands before it."""


def judge(words: Words, passage: Passage, starts: Sequence[int]) -> list[Requirement | None]:
    """How much what begins at each of the starts, in their order, is wanted; None where it is said not to be needed."""
    otherwise = _without_cue(words, passage)
    cues = list(_cues(words, passage))
    if not cues:
        return [otherwise] * len(starts)
    wishes = _wishes(words.lowered, passage.sentence, cues, starts)
    return [otherwise if wish is None else _REQUIREMENTS[wish] for wish in wishes]


def _cues(words: Words, passage: Passage) -> Iterator[_Cue]:
    end = 0
    places = words.places(_FIRST_WORDS)
    for place in places[bisect_left(places, passage.first) : bisect_left(places, passage.last)]:
        if words.starts[place] >= end:
            match = _CUE.match(words.lowered, words.starts[place], passage.sentence.end)
            if match:
                wish, _, direction = (match.lastgroup or "").partition("_")
                end = match.end()
                yield _Cue(match.start(), end, _Wish[wish.upper()], direction == "ahead")


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


def _wishes(text: str, sentence: Sentence, cues: Sequence[_Cue], starts: Sequence[int]) -> list[_Wish | None]:
    """What the cues say of what stands at each start."""
    wishes: list[_Wish | None] = [None] * len(starts)
    meant: list[int] = []
    wish = _Wish.WANTED
    for number, cue in enumerate(cues):
        before = cues[number - 1].end if number else sentence.start
        after = cues[number + 1].start if number + 1 < len(cues) else sentence.end
        free = [place for place, start in enumerate(starts) if start < cue.start and wishes[place] is None]
        now_meant = _meant(text, cue, (before, after), starts, free)
        together = number > 0 and cue.start - before <= _NEAR and not (meant and now_meant)
        wish = min(wish, cue.wish, key=attrgetter("value")) if together else cue.wish
        meant = now_meant or (meant if together else [])
        for place in meant:
            wishes[place] = wish
    return wishes


def _meant(text: str, cue: _Cue, reach: Place, starts: Sequence[int], free: Sequence[int]) -> list[int]:
    """Which of the starts a cue speaks of. Its reach ends at the cues next to it; behind it, only `free` ones count."""

    def between(first: int, last: int) -> list[int]:
        return [place for place, start in enumerate(starts) if first <= start < last]

    before, after = reach
    bracket = text.rfind("(", before, cue.start)
    if bracket > text.rfind(")", before, cue.start):
        closing = text.find(")", cue.end, after)
        within = between(bracket, cue.start) + between(cue.end, closing if closing >= 0 else after)
        return within or between(_clause(text, before, bracket), bracket)
    here = between(cue.start, cue.end) + between(_clause(text, before, cue.start), cue.start)
    if cue.wish is _Wish.WAIVED and (turn := _TURN.search(text, cue.end, after)):
        after = turn.start()
    following = between(cue.end, after)
    if following and (cue.ahead or not here):
        return following
    return here + [place for place in free if starts[place] >= before and place not in here]


def _clause(text: str, first: int, last: int) -> int:
    """Where the last clause of a stretch begins."""
    mark = _LAST_CLAUSE_MARK.match(text, first, last)
    return mark.start(1) if mark else first
