"""From what step 5 read in the postings to what this step asks of it."""

from __future__ import annotations

from rutkit.steps.market.demand import demand
from rutkit.steps.market.extract.reading import Requirement
from rutkit.steps.market.market import FEWEST_FOR_A_FINDING, Market
from rutkit.steps.skills.demand import Demand
from rutkit.steps.skills.gaps import PostingNeeds

LEAST_SHARE = 0.05
FEWEST_ASKING = 2
"""What a single posting asks for, or fewer than one in twenty, is no demand to plan by."""


def demands(market: Market) -> tuple[Demand, ...]:
    """The skills that enough postings of a role ask for, the most wanted first; none below five postings."""
    if market.n < FEWEST_FOR_A_FINDING:
        return ()
    return tuple(
        Demand(each.name, each.share, each.n, each.required / each.n)
        for each in demand(market)
        if each.asked >= FEWEST_ASKING and each.share >= LEAST_SHARE
    )


def needs(market: Market) -> tuple[PostingNeeds, ...]:
    """What each different posting requires; all that it names if it calls nothing required."""
    return tuple(
        PostingNeeds(
            each.posting.title,
            each.posting.company,
            tuple(name for name, how in each.asked.items() if how is Requirement.REQUIRED)
            or tuple(each.asked),
        )
        for each in market.distinct
    )
