"""Postings that say what a test needs them to say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rutkit.steps.market import readings
from rutkit.steps.market.extract.reading import (
    Kind,
    Reading,
    Requirement,
    SkillMention,
)
from rutkit.steps.market.market import Market, MarketReader
from rutkit.steps.market.records import Posting, SkillChoice

MakePosting = Callable[..., Posting]
MakeMarket = Callable[..., Market]


@pytest.fixture
def make_posting() -> MakePosting:
    return posting


@pytest.fixture
def make_market() -> MakeMarket:
    return market


def posting(
    *required: str, preferred: tuple[str, ...] = (), phrases: tuple[str, ...] = (), **fields: object
) -> Posting:
    """A posting that asks for some skills, each in a sentence of its own, and says what else `fields` hold.

    Fields of the record are the record's, all others the reading's.
    """
    wanted = [(name, Requirement.REQUIRED) for name in required] + [
        (name, Requirement.PREFERRED) for name in preferred
    ]
    text = str(fields.pop("text", ""))
    mentions: list[SkillMention] = []
    others: list[SkillMention] = []
    for name, requirement in [*wanted, *((phrase, Requirement.UNSTATED) for phrase in phrases)]:
        sentence = f"You know {name}."
        start = len(text) + len("You know ")
        mention = SkillMention(name, Kind.KNOWLEDGE, requirement, start, start + len(name), name, sentence)
        (others if name in phrases else mentions).append(mention)
        text += f"{sentence} "
    own = {name: value for name, value in fields.items() if name in Posting.model_fields}
    said = {name: value for name, value in fields.items() if name not in Posting.model_fields}
    reading = Reading(skills=tuple(mentions), phrases=tuple(others), **said)  # type: ignore[arg-type]
    return Posting.model_validate(
        {"text": text, "version": 1, "reading": readings.to_json(reading, text, "1"), **own}
    )


def market(*postings: Posting, choices: tuple[SkillChoice, ...] = ()) -> Market:
    return MarketReader().market(postings, choices)
