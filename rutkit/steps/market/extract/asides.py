"""What in a posting is beside the point: legal notices, how to apply, and what is offered in return."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from rutkit.steps.market.extract.places import Phrases
from rutkit.steps.market.extract.sentences import Passage, Sentence, in_words
from rutkit.steps.market.extract.words import Words, sought, word_set

_NOTICES = Phrases(
    "equal opportunity",
    "equal opportunities",
    "equal employment",
    "equal opps",
    "regardless of",
    "without regard to",
    "protected characteristics",
    "protected veteran",
    "affirmative action",
    "reasonable adjustments",
    "reasonable accommodation",
    "reasonable accommodations",
    "make any adjustments",
    "sexual orientation",
    "gender reassignment",
    "gender identity",
    "not discriminate",
    "employment agency",
    "employment business",
    "originally posted",
    "privacy policy",
    "privacy notice",
    "data protection act",
    "right to work in",
    "criminal record",
    "criminal records",
    "background check",
    "background checks",
    "recruitment process",
    "hiring process",
    "interview process",
    "your cv",
    "cover letter",
    "cover letters",
    "curriculum vitae",
    "application deadline",
    "list of publications",
    "be accompanied by",
    "further information",
    "enrolment",
)
_RUNS_ON = 150
"""Characters. What stands so far before a notice has nothing to do with it."""

_BENEFITS = re.compile(
    r"(?:(?:what )?we (?:can )?offer|(?:our |your |the |main |key |other |additional |company |employee |job )*"
    r"(?:benefits?|perks?|package|rewards?|compensation|remuneration)(?: package| and perks| & perks)?"
    r"|what['’]s in it for (?:you|me)|what you(?:['’]ll| will) get|why (?:join )?us|in return)",
    re.IGNORECASE,
)
_PERKS = sought(
    """
    pension pensions insurance holiday holidays vacation bonus bonuses commission salary wellness gym discount
    discounted discounts perks benefits lunch lunches snacks fruit parental maternity paternity childcare medical dental
    401k retirement allowance leave ticket car laptop parking rewards uncapped
    """
)
_MANY_PERKS = 3
"""Different ones. Nobody names so many who asks for something: "pension, holidays and training"."""
_ASKS = word_set("experience must required skills knowledge candidate responsible should ability essential")
"""A sentence with one of these asks for something, whatever else it says."""


def left_out(words: Words, sentences: Sequence[Sentence]) -> list[Passage]:
    """The sentences without the asides. Of one that runs on into a notice, what stands before it remains."""
    starts = [sentence.start for sentence in sentences]
    ends: dict[int, int] = {}
    for place, _ in _NOTICES.found(words):
        number = bisect_right(starts, place) - 1
        ends[number] = min(place, ends.get(number, place))
    perks: dict[int, set[str]] = defaultdict(set)
    if len(_PERKS & words.met.keys()) >= _MANY_PERKS:
        for place in words.places(_PERKS):
            perks[bisect_right(starts, words.starts[place]) - 1].add(words.words[place])
    remaining: list[Passage] = []
    for number, passage in enumerate(in_words(sentences, words)):
        sentence = passage.sentence
        offers = _is_of_benefits(sentence.heading) or len(perks.get(number, ())) >= _MANY_PERKS
        if number in ends:
            if ends[number] - sentence.start >= _RUNS_ON:
                text = words.text[sentence.start : ends[number]]
                remaining += in_words([sentence._replace(end=ends[number], text=text)], words)
        elif not offers or _asks(passage, words):
            remaining.append(passage)
    return remaining


@lru_cache(maxsize=4096)
def _is_of_benefits(heading: str | None) -> bool:
    return heading is not None and _BENEFITS.fullmatch(heading.strip()) is not None


def _asks(passage: Passage, words: Words) -> bool:
    return not _ASKS.isdisjoint(words.words[passage.first : passage.last])
