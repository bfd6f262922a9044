"""What honestly comes of the applications, worked out in one go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rutkit.steps.job_search.applications.histories import History, histories
from rutkit.steps.job_search.outcomes.forecast import Wait, forecast
from rutkit.steps.job_search.outcomes.funnel import Funnel, funnel
from rutkit.steps.job_search.outcomes.silence import Silence, likely_no, silence
from rutkit.steps.job_search.records import Application, ApplicationStage


@dataclass(frozen=True)
class Results:
    """Everything that is said of all applications together."""

    histories: tuple[History, ...]
    silence: Silence
    likely_no: tuple[History, ...]
    """Those that still run and have been silent for so long that it likely means no."""
    funnel: Funnel
    waits: tuple[Wait, Wait]
    """For the next interview and the next offer."""


def results(applications: Iterable[Application], stages: Iterable[ApplicationStage], today: date) -> Results:
    """As of `today`."""
    found = histories(applications, stages, today)
    of_silence = silence(found, today)
    return Results(
        found,
        of_silence,
        likely_no(found, of_silence, today),
        funnel(found, of_silence, today),
        forecast(found, today),
    )
