"""What was given and what was asked. A picture of what is noted, not an account to be settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rutkit.formatting import counted
from rutkit.steps.network.records import Touch

ASKED_BEFORE_A_HINT = 2
"""Before a third time of asking, with nothing given yet, comes a hint."""


@dataclass(frozen=True)
class Balance:
    """How often the person gave, asked and caught up, as they noted it."""

    touches: int = 0
    gave: int = 0
    asked: int = 0
    caught_up: int = 0

    def with_touch(self, touch: Touch) -> Balance:
        """The same with one more time in touch, which may be several of the three."""
        return replace(
            self,
            touches=self.touches + 1,
            gave=self.gave + ("I gave" in touch.exchange),
            asked=self.asked + ("I asked" in touch.exchange),
            caught_up=self.caught_up + ("we caught up" in touch.exchange),
        )

    @property
    def in_words(self) -> str:
        """What is noted: "You gave 3 times and asked once; 7 times in touch noted."."""
        if not self.touches:
            return "No time in touch is noted yet."
        noted = f"{counted(self.touches, 'time')} in touch noted"
        if not self.gave and not self.asked:
            return f"Nothing given and nothing asked; {noted}."
        return f"You gave {in_times(self.gave)} and asked {in_times(self.asked)}; {noted}."


def balances(touches: Iterable[Touch]) -> dict[str, Balance]:
    """The balance with each person, by the person's id."""
    found: dict[str, Balance] = {}
    for touch in touches:
        found[touch.contact] = found.get(touch.contact, Balance()).with_touch(touch)
    return found


def overall(touches: Iterable[Touch]) -> Balance:
    """The balance with everybody together."""
    balance = Balance()
    for touch in touches:
        balance = balance.with_touch(touch)
    return balance


def hint(name: str, balance: Balance, how_to_help: str = "") -> str:
    """What to think of before asking once more; empty where there is no need."""
    if balance.asked < ASKED_BEFORE_A_HINT or balance.gave:
        return ""
    idea = (
        f"You wrote down how you might help: {how_to_help}"
        if how_to_help.strip()
        else "Is there something you could do for them first, however small?"
    )
    return f"You have asked {name or 'them'} {in_times(balance.asked)}, and nothing that you gave is noted yet. {idea}"


def in_times(count: int) -> str:
    """How often, in a word if there is one: "not once", "twice", "7 times"."""
    match count:
        case 0:
            return "not once"
        case 1:
            return "once"
        case 2:
            return "twice"
    return counted(count, "time")
