"""The words of a sentence that say how much something is wanted: "must", "ideally", "not essential", "a plus"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from rutkit.steps.market.extract.sentences import Passage
from rutkit.steps.market.extract.words import Sought, Words


class Wish(IntEnum):
    """What a cue says, the one that prevails over the next first: "desirable but not essential" is liked."""

    LIKED = 0
    WAIVED = 1
    WANTED = 2


class Cue(NamedTuple):
    """Where a cue stands, and what it says."""

    start: int
    end: int
    wish: Wish
    ahead: bool
    """Whether it speaks of what follows whatever stands before it."""


def of(passage: Passage, words: Words) -> list[Cue]:
    """The cues of a sentence, in their order."""
    places = words.places(_FIRST_WORDS)
    cues: list[Cue] = []
    end = 0
    for place in places[bisect_left(places, passage.first) : bisect_left(places, passage.last)]:
        start = words.starts[place]
        if start < end:
            continue
        for form in _BY_FIRST_WORD[words.words[place]]:
            match = form.pattern.match(words.lowered, start, passage.sentence.end)
            if match:
                end = match.end()
                cues.append(Cue(start, end, form.wish, form.ahead))
                break
    return cues


class _Form(NamedTuple):
    """A cue, or several that say the same: the words they begin with, and how they go on."""

    wish: Wish
    ahead: bool
    first_words: str
    pattern: re.Pattern[str]


_ASKED = "(?:required|needed|necessary|essential|mandatory|expected|compulsory|requested)"
_ABLE = "(?:able|proficient|fluent|experienced|familiar|competent|confident|qualified|comfortable|skilled|educated|an?)"
_NOT = r"(?:not|\w+n['’]t)"
_NOT_WORDS = "not don doesn isn aren won wouldn needn"
_IS = r"(?:(?<=be )|(?<=is )|(?<=are )|(?<=prove )|(?<=also )|(?<=very )|(?<=ly ))"
_AT_THE_END = r"(?=\W*$)"
_AS_A_RULE = r"(?<!\bas )(?<!\bwhen )(?<!\bif )(?<!\bwhere )(?<!\bthan )"
"""Not before these: "as required", "where necessary"."""


def _forms() -> Iterator[_Form]:
    """Every form, those that prevail over others with the same first word before them."""
    for wish, ahead, first_words, pattern in (
        (Wish.WAIVED, False, "no", rf"no(?! (?:later|less|longer|more))\b[^.;,]{{0,70}}?\b{_ASKED}"),
        (Wish.WAIVED, True, f"{_NOT_WORDS} never no", rf"(?:{_NOT}|no longer|never) (?:need|require|use)s?"),
        (Wish.WAIVED, True, "no need needn", r"need not|no need|needn['’]t"),
        (Wish.WAIVED, True, "not don", rf"{_NOT} have to"),
        (
            Wish.WAIVED,
            False,
            _NOT_WORDS,
            rf"{_NOT} (?:\w+ )?(?:be )?(?:an? )?(?:{_ASKED}|must|requirement|prerequisite)",
        ),
        (Wish.WAIVED, False, "optional", "optional"),
        (Wish.LIKED, True, "ideally", r"ideally(?! (?:located|situated|suited|placed))"),
        (
            Wish.LIKED,
            True,
            "preferably nice bonus points",
            r"preferably|nice[ -]to[ -]haves?|bonus points|points for",
        ),
        (Wish.LIKED, True, "we", r"we(?:['’]d| would) (?:love|like)"),
        (
            Wish.LIKED,
            False,
            "desirable desirables desired",
            "desirables?|desired(?! (?:results?|outcomes?|goals?|effects?|location))",
        ),
        (
            Wish.LIKED,
            False,
            "prefer preferred preferable preference prefers",
            "prefer(?:red|able|ence|s)?(?! supplier)",
        ),
        (Wish.LIKED, False, "advantageous beneficial pluses", "advantageous|beneficial|pluses"),
        (Wish.LIKED, False, "benefit advantage", "(?<=of )(?:benefit|advantage)"),
        (
            Wish.LIKED,
            False,
            "plus asset advantage bonus",
            r"(?:plus|asset|advantage|bonus)(?=\W*(?:$|[,;.)(:]|\b(?:but|for|to|if|and)\b))",
        ),
        (
            Wish.LIKED,
            False,
            "useful helpful welcome welcomed handy appreciated nice valued",
            f"{_IS}(?:useful|helpful|welcomed?|handy|appreciated|nice|valued)",
        ),
        (Wish.LIKED, False, "useful helpful welcome", f"(?:useful|helpful|welcome){_AT_THE_END}"),
        (Wish.LIKED, False, "good", "good to have"),
        (Wish.WANTED, True, "must", r"must(?!\W*(?:$|[,;.)]))(?:[ -]haves?)?"),
        (Wish.WANTED, True, "need needs", "needs? (?:to|an?|someone|people|somebody)"),
        (Wish.WANTED, True, "require requires requiring", "requires?|requiring"),
        (Wish.WANTED, True, "minimum at", "minimum|at least"),
        (Wish.WANTED, True, "looking searching look search", "(?:looking|searching|look|search) for"),
        (Wish.WANTED, True, "we", "we (?:need|expect|require|seek)"),
        (
            Wish.WANTED,
            True,
            "will should would shall ll",
            rf"\w+ (?:\w+ )?(?:have|hold|possess|demonstrate|bring|need|be (?:\w+ly )?{_ABLE})",
        ),
        (Wish.WANTED, True, "should", "should be"),
        (Wish.WANTED, True, "you", "you (?:have|hold|possess|bring|need|know)|you['’]ve"),
        (Wish.WANTED, True, "has having", "(?:has|having) to have"),
        (
            Wish.WANTED,
            False,
            "essential essentials mandatory compulsory vital crucial must",
            "essentials?|mandatory|compulsory|vital|crucial|must",
        ),
        (Wish.WANTED, False, "prerequisite prerequisites pre", "pre-?requisites?"),
        (
            Wish.WANTED,
            False,
            "requirement requirements",
            r"requirements?(?= ?(?::|include|are:)|\W*$)",
        ),
        (Wish.WANTED, False, "required needed necessary", f"{_AS_A_RULE}(?:required|needed|necessary)"),
    ):
        yield _Form(wish, ahead, first_words, re.compile(rf"(?:{pattern})\b"))


def _by_first_word(forms: Sequence[_Form]) -> dict[str, tuple[_Form, ...]]:
    words = {word for form in forms for word in form.first_words.split()}
    return {word: tuple(form for form in forms if word in form.first_words.split()) for word in words}


_BY_FIRST_WORD = _by_first_word(tuple(_forms()))
_FIRST_WORDS = Sought(_BY_FIRST_WORD)
"""Only where one of these stands, a cue may begin."""
