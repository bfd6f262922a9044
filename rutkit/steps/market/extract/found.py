"""What a posting is found to name: a skill, and the words that name it."""

from __future__ import annotations

from typing import NamedTuple

from rutkit.steps.market.extract.sentences import Passage
from rutkit.steps.market.extract.vocabulary import Skill


class Found(NamedTuple):
    """A skill and the words that name it: from the word `first` to the one before `last`."""

    skill: Skill
    first: int
    last: int
    passage: Passage
