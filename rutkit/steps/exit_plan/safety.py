"""The sooner path: what to do in the next days if the job does harm. It advises and never blocks."""

from __future__ import annotations

from dataclasses import dataclass

from rutkit.steps.exit_plan.records import HarmKind, Safety


@dataclass(frozen=True)
class SafetyStep:
    """One thing to do in the next days."""

    title: str
    text: str
    kinds: frozenset[HarmKind] = frozenset()
    """The kinds of harm it is for; empty is for all."""


LEAVING_IS_ALLOWED = (
    "If staying harms you, leaving before the plan is finished can be the right choice. Nothing on this "
    "page stops you; the rest of it then helps you see how long your money lasts."
)

NEXT_DAYS: tuple[SafetyStep, ...] = (
    SafetyStep(
        "Get to safety first",
        "If you are in danger now, leave the place, go to people you trust and call your local emergency "
        "number. If you think of harming yourself, call that number or a crisis line, or go to somebody "
        "who can stay with you. This comes before everything else here.",
    ),
    SafetyStep(
        "Tell one person",
        "Somebody outside work who is on your side: a friend, your family. Say plainly what is happening. "
        "You do not need to have decided anything.",
    ),
    SafetyStep(
        "See a doctor",
        "Say what the work does to you and since when: sleep, pain, fear, exhaustion. Ask whether time off "
        "is right for you, and for a note of the visit.",
        frozenset({"my health", "harassment or bullying"}),
    ),
    SafetyStep(
        "Do not do the dangerous part",
        "Ask, in writing if you can, for the danger to be dealt with before you go on. Find out from the "
        "authority for safety at work, or from a union, what you may refuse and whether you can report "
        "without your name.",
        frozenset({"unsafe or illegal work"}),
    ),
    SafetyStep(
        "Write down what happened",
        "For each time: the date, what was said or done, who saw it. Write it the same day and keep it at "
        "home, not on a device of your employer. Keep messages sent to you; leave confidential papers "
        "where they are.",
    ),
    SafetyStep(
        "Find out whom to tell at work",
        "A manager above the one concerned, the people who deal with complaints, a works council or a "
        "union. Ask what happens after a complaint before you make one, and take somebody with you.",
        frozenset({"harassment or bullying", "unsafe or illegal work"}),
    ),
    SafetyStep(
        "Get advice before you sign or resign, if you can wait that long",
        "A union, a labor authority, an advice center or a lawyer can tell you what you would be owed and "
        "what resigning changes. If you cannot wait, go, and ask afterwards.",
    ),
    SafetyStep(
        "Ask what can stop at once",
        "Leave, other duties, another place or team, working from home: for the days or weeks in which you "
        "decide.",
    ),
)
"""In the order in which they matter. General on purpose: laws and numbers differ from country to country."""


def on_the_sooner_path(safety: Safety | None) -> bool:
    """True if the person has said that the job does harm."""
    return safety is not None and safety.causes_harm is True


def next_days(safety: Safety) -> tuple[SafetyStep, ...]:
    """What to do, for the kinds of harm that the person named; for all of them if they named none.

    >>> [step.title for step in next_days(Safety(causes_harm=True, kinds=("my health",)))][:3]
    ['Get to safety first', 'Tell one person', 'See a doctor']
    """
    named = frozenset(safety.kinds) - {"something else"}
    return tuple(step for step in NEXT_DAYS if not step.kinds or not named or step.kinds & named)
