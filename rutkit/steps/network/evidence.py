"""Why somebody is suggested, how much that counts, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rutkit.steps.network.records import Reason


@dataclass(frozen=True)
class Weight:
    """What a reason counts, and why."""

    points: int
    """Reasons add up; whoever has more points is suggested first."""
    why: str
    """In a sentence or two, with what it does not say."""
    source: str
    """With year and population; empty where it rests on the person's own choice."""


WEIGHTS: Mapping[Reason, Weight] = {
    "it is time by your cadence": Weight(
        4,
        "You chose it yourself. A relationship that is kept up needs no other reason.",
        "",
    ),
    "works where you have applied": Weight(
        3,
        "A referral raised the odds that an interview ends in an accepted offer by 2.6 to 6.6 %. That is little, "
        "and those who are referred differ from others in more than that.",
        "Glassdoor, 2015: more than 440,000 interview reviews written on its site since 2009.",
    ),
    "you know each other a little": Weight(
        2,
        "Moderately weak ties, counted by people known in common, helped most to a new job; closer and looser ones "
        "less. In less digital industries strong ties did better.",
        "Rajkumar and others, Science, 2022: experiments with over 20 million members of LinkedIn.",
    ),
    "works where a role you want is open": Weight(
        2,
        "The same figure as for an application, one step earlier: somebody there can tell you what the work is "
        "like before you apply.",
        "Glassdoor, 2015, as above.",
    ),
    "no word for three years or more": Weight(
        1,
        "Advice from people out of touch for three years or more was as useful as that of current ones. It was "
        "asked about projects at work, not about jobs.",
        "Levin, Walter and Murnighan, Organization Science, 2011: executives who studied for an MBA.",
    ),
}
"""The points are rutkit's judgment of how strong the evidence is; the sources give none."""
