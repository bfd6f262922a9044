"""The charts of step 9, found in one place; each is drawn beside the numbers that it shows."""

from __future__ import annotations

from rutkit.steps.job_search.applications.charts import timeline_chart
from rutkit.steps.job_search.boards.charts import arrivals_chart
from rutkit.steps.job_search.load.charts import load_chart
from rutkit.steps.job_search.offers.charts import totals_chart, weights_chart
from rutkit.steps.job_search.outcomes.forecast_charts import forecast_chart
from rutkit.steps.job_search.outcomes.funnel_charts import channels_chart, stages_chart
from rutkit.steps.job_search.outcomes.silence_charts import silence_chart
from rutkit.steps.job_search.rhythm.charts import week_chart, weeks_chart

__all__ = [
    "arrivals_chart",
    "channels_chart",
    "forecast_chart",
    "load_chart",
    "silence_chart",
    "stages_chart",
    "timeline_chart",
    "totals_chart",
    "week_chart",
    "weeks_chart",
    "weights_chart",
]
