from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import rutkit.steps

CODE = """
import sys
from rutkit.home.reading_ahead import read_ahead
read_ahead()
before = set(sys.modules)
import rutkit.home.view, pandas, plotly.graph_objects
for module in %r:
    __import__(module)
print(sorted(set(sys.modules) - before))
"""


def test_after_it_no_page_has_to_import_a_step_or_what_charts_need() -> None:
    steps = Path(rutkit.steps.__file__).parent
    needed = [
        ".".join(("rutkit.steps", *path.relative_to(steps).with_suffix("").parts))
        for name in ("progress", "view", "charts")
        for path in (*steps.rglob(f"{name}.py"), *steps.rglob(f"{name}/__init__.py"))
    ]
    modules = [name.removesuffix(".__init__") for name in needed]
    ran = subprocess.run([sys.executable, "-c", CODE % modules], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
