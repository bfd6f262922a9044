"""The ten steps, in order, found without importing what they show."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from rutkit.steps.progress import Progress

if TYPE_CHECKING:
    from datetime import date

    from rutkit.steps.advice import Rules
    from rutkit.workbook import Workbook


@dataclass(frozen=True)
class Step:
    """One step: a room under `rutkit/steps/`."""

    number: int
    slug: str
    short: str
    """Its name in the navigation."""
    title: str
    promise: str
    """What it does for a person, in one sentence."""

    @property
    def notebook(self) -> str:
        """The file name of its notebook: "02-exit-plan.ipynb"."""
        return f"{self.number:02}-{self.slug.replace('_', '-')}.ipynb"

    def progress(self, workbook: Workbook, today: date) -> Progress:
        """Where the person is in this step."""
        progress: Progress = self.module("progress").progress(workbook, today)
        return progress

    @property
    def rules(self) -> Rules[Any]:
        """What it may advise."""
        rules: Rules[Any] = self.module("advice").RULES
        return rules

    def module(self, name: str) -> ModuleType:
        """One of the step's own modules, imported now: `step.module("view")`."""
        return import_module(f"rutkit.steps.{self.slug}.{name}")


STEPS: tuple[Step, ...] = (
    Step(
        1,
        "acknowledge",
        "Acknowledge",
        "Acknowledge that you’re stuck",
        "Say where you are, in your own words, and see how your answers compare.",
    ),
    Step(
        2,
        "exit_plan",
        "Exit plan",
        "Don’t quit impulsively: make an exit plan",
        "Turn the wish to leave into a way out that is safe and that you can afford.",
    ),
    Step(
        3,
        "emotions",
        "Emotional toll",
        "Assess the emotional toll",
        "Half a minute a day shows which feelings keep coming back, and what comes with them.",
    ),
    Step(
        4,
        "growth",
        "Growth",
        "Evaluate your growth",
        "Look each month at whether you still learn, are challenged and keep up with your field.",
    ),
    Step(
        5,
        "market",
        "Job market",
        "Research the job market",
        "Read postings for the role you want next and see what employers ask for today.",
    ),
    Step(
        6,
        "skills",
        "Skill gaps",
        "Fill the skill gaps",
        "Plan the learning that matters most within the hours and the money you have.",
    ),
    Step(
        7,
        "network",
        "Network",
        "Network intentionally",
        "Keep up the relationships you value, and give before you ask.",
    ),
    Step(
        8,
        "groups",
        "Groups",
        "Join industry groups or associations",
        "Find groups of your field, try them, and keep those that are worth your evenings.",
    ),
    Step(
        9,
        "job_search",
        "Job search",
        "Search strategically",
        "Search at a pace that you can keep up, and see honestly what comes of it.",
    ),
    Step(
        10,
        "prepare",
        "Keep preparing",
        "Stay patient and keep preparing",
        "Use the waiting: resume, stories and interviews, a little at a time.",
    ),
)


def step(slug: str) -> Step:
    """The step called `slug`.

    Raises:
        KeyError: no step has that slug.
    """
    for candidate in STEPS:
        if candidate.slug == slug:
            return candidate
    raise KeyError(slug)
