"""What is said of steps that are not whole yet: of those that are begun first, then of the next in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutkit.steps import Step
from rutkit.steps.advice import Advice
from rutkit.steps.progress import Progress, State

BEGIN_STRENGTH, GO_ON_STRENGTH = 40, 49
"""A step that is begun is gone on with before another one is begun."""
AT_ONCE = 3
"""Steps that are begun or gone on with at the same time."""
MINUTES = 10


def beginnings(steps: Sequence[tuple[Step, Progress]]) -> Iterator[Advice]:
    """The next thing of the first few steps that are not whole yet; of an empty workbook, of step 1 alone."""
    if all(progress.state is State.NOT_BEGUN for _, progress in steps):
        step, progress = steps[0]
        yield _advice(step, progress, 90)
        return
    begun = [each for each in steps if each[1].state is State.BEGUN]
    new = [each for each in steps if each[1].state is State.NOT_BEGUN]
    for place, (step, progress) in enumerate([*begun, *new][:AT_ONCE]):
        strength = GO_ON_STRENGTH if progress.state is State.BEGUN else BEGIN_STRENGTH
        yield _advice(step, progress, strength - place)


def _advice(step: Step, progress: Progress, strength: int) -> Advice:
    return Advice(
        progress.action,
        strength=strength,
        minutes=MINUTES,
        numbers=f"Step {step.number} of 10{f': {progress.note} there' if progress.note else ', not begun'}.",
        is_gentle=step.slug in ("acknowledge", "emotions"),
        rule=f"{step.slug}.begin",
    )
