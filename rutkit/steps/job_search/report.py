"""What this step shows in a report: its findings, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rutkit.chart import Chart, Palette
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.job_search.records import (
    Application,
    ApplicationStage,
    Criterion,
    Look,
    Option,
    PlannedSession,
    Rating,
    SearchLimits,
    Session,
)

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def report(workbook: Workbook, today: date, palette: Palette) -> Iterator[Chart]:
    """What comes of the applications, at which pace and with what strain, and what to choose between."""
    from rutkit.steps.job_search.load.charts import load_chart
    from rutkit.steps.job_search.load.strain import after_searching, strain, weekly_load
    from rutkit.steps.job_search.offers.charts import totals_chart
    from rutkit.steps.job_search.offers.comparison import compare
    from rutkit.steps.job_search.outcomes.forecast_charts import forecast_chart
    from rutkit.steps.job_search.outcomes.funnel_charts import channels_chart, stages_chart
    from rutkit.steps.job_search.outcomes.results import results
    from rutkit.steps.job_search.outcomes.silence_charts import silence_chart
    from rutkit.steps.job_search.rhythm.charts import weeks_chart
    from rutkit.steps.job_search.rhythm.weeks import search_weeks

    sessions, looks, limits = workbook.all(Session), workbook.all(Look), workbook.only(SearchLimits)
    check_ins = workbook.frame(CheckIn)
    found = results(workbook.all(Application), workbook.all(ApplicationStage), today)
    yield stages_chart(found.funnel, palette)
    yield channels_chart(found.funnel, palette)
    yield forecast_chart(found.waits, palette)
    yield silence_chart(found.silence, palette)
    yield weeks_chart(
        search_weeks(workbook.all(PlannedSession), sessions, looks, limits, today), today, palette
    )
    yield load_chart(
        weekly_load(sessions, check_ins, today),
        after_searching(sessions, check_ins, today),
        strain(sessions, looks, check_ins, today),
        limits,
        today,
        palette,
    )
    options = workbook.all(Option)
    if options:
        criteria = workbook.all(Criterion, order_by="weight", descending=True)
        yield totals_chart(compare(options, criteria, workbook.all(Rating)), palette)
