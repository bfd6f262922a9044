"""Where, at what level and on what terms the work is, and until when to apply."""

from __future__ import annotations

from rutkit.steps.market.extract.application_dates import dates
from rutkit.steps.market.extract.employment import employment
from rutkit.steps.market.extract.seniority import seniority
from rutkit.steps.market.extract.workplace import workplace

__all__ = ["dates", "employment", "seniority", "workplace"]
