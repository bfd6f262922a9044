"""The charts of step 9, found in one place; each is drawn beside the numbers that it shows."""

from __future__ import annotations

from rutkit.steps.job_search.application_charts import timeline_chart

__all__ = ["timeline_chart"]
