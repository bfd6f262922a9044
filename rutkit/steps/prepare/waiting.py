"""Waiting as a range: how long answers take, where one's own applications stand, and what is ahead at this pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.steps.job_search.applications.histories import History
from rutkit.steps.job_search.outcomes.forecast import CONFIDENCE, Wait, forecast
from rutkit.steps.job_search.outcomes.silence import Silence, silence


@dataclass(frozen=True)
class Waiting:
    """What step 9 works out about waiting."""

    silence: Silence
    waits: tuple[int, ...]
    """Days for which each application that runs has waited without a word, if its day of sending is known."""
    ahead: tuple[Wait, ...]
    """The weeks until the next interview and the next offer."""

    @property
    def ahead_in_words(self) -> str:
        """The ranges of weeks ahead, with what they rest on; empty while there are too few applications."""
        ranges = "; ".join(f"{wait.name}: {wait.label}" for wait in self.ahead if wait.range)
        if not ranges:
            return ""
        return (
            f"At your pace of the last weeks, {ranges}. These are ranges that hold {round(CONFIDENCE * 100)} times "
            "in 100 if applications go on to fare as they did; step 9 says what they rest on."
        )


def waiting(histories: Sequence[History], today: date) -> Waiting:
    """All of it, from the history of every application."""
    waits = ((today - since).days for each in histories if (since := each.waits_since))
    return Waiting(silence(histories, today), tuple(waits), forecast(histories, today))
