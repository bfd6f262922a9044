"""The charts of step 5: from what the postings of a role say to a `Chart` whose title is the finding.

What is about skills is drawn in `demand_charts`, about the job in `terms_charts`, about time in `time_charts`, and
found here.
"""

from __future__ import annotations

from rutkit.steps.market.demand_charts import pairs_chart, skills_chart
from rutkit.steps.market.terms_charts import (
    education_chart,
    employments_chart,
    salaries_chart,
    seniorities_chart,
    workplaces_chart,
    years_chart,
)
from rutkit.steps.market.time_charts import ages_chart, changes_chart, saturation_chart

__all__ = [
    "ages_chart",
    "changes_chart",
    "education_chart",
    "employments_chart",
    "pairs_chart",
    "salaries_chart",
    "saturation_chart",
    "seniorities_chart",
    "skills_chart",
    "workplaces_chart",
    "years_chart",
]
