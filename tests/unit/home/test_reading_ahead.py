from __future__ import annotations

import subprocess
import sys

from rutkit.steps import STEPS

CODE = """
import sys
from rutkit.home.reading_ahead import read_ahead
read_ahead()
before = set(sys.modules)
import rutkit.home.view, pandas, plotly.graph_objects
for step in %r:
    for module in ("progress", "view", "charts"):
        __import__(f"rutkit.steps.{step}.{module}")
print(sorted(set(sys.modules) - before))
"""


def test_after_it_no_page_has_to_import_a_step_or_what_charts_need() -> None:
    slugs = [step.slug for step in STEPS]
    ran = subprocess.run([sys.executable, "-c", CODE % slugs], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
